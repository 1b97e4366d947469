#include <libxml/xmlversion.h>
// Where libxml2 is built with ICU, its headers bring in those of ICU, which clash with the copy that
// Foundation has. All that depends on it is the end of a structure that Swift never touches.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
