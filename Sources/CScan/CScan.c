// CScan is a header; SwiftPM wants one source file.
#include "CScan.h"
