#include "CBuild.h"

#ifndef RULE_PAGES
#define RULE_PAGES ""
#endif

const char *loclint_rule_pages(void) { return RULE_PAGES; }
