/* Stands in for ICU in a static program.

   libxml2 asks ICU for encodings that it does not know itself, and ICU's tables are 31 MB. UTF-8,
   UTF-16, ISO 8859-1 and ASCII are built into libxml2; of all others it learns here that there is no
   such encoding, and says so of the file. SUFFIX is the version that ICU's names end with, as
   libxml2.a wants them. */

#include <stddef.h>

#define JOINED(name, suffix) name##suffix
#define NAMED(name, suffix) JOINED(name, suffix)
#define ICU(name) NAMED(name, SUFFIX)

/* U_ILLEGAL_ARGUMENT_ERROR, which any other than zero would do for. */
enum { ILLEGAL_ARGUMENT = 1 };

void *ICU(ucnv_open)(const char *name, int *status) {
  (void)name;
  *status = ILLEGAL_ARGUMENT;
  return NULL;
}

/* Without a converter none of these is called. */
void ICU(ucnv_close)(void *converter) { (void)converter; }
void ICU(ucnv_convertEx)(void) {}
void ICU(ucnv_setFromUCallBack)(void) {}
void ICU(ucnv_setToUCallBack)(void) {}
void ICU(UCNV_FROM_U_CALLBACK_STOP)(void) {}
void ICU(UCNV_TO_U_CALLBACK_STOP)(void) {}
