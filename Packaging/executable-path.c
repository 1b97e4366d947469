/* Lets a static program start where /proc is not mounted, as in a bare chroot.

   The Swift runtime asks for its own path before `main`, to find a program that shows backtraces, and
   ends the process when the link /proc/self/exe can't be read. No backtrace is shown by loclint, so
   that any path does. The linker takes this function for `readlink`: --wrap=readlink. */

#include <string.h>
#include <unistd.h>

ssize_t __real_readlink(const char *path, char *buffer, size_t size);

ssize_t __wrap_readlink(const char *path, char *buffer, size_t size) {
  static const char unknown[] = "/usr/bin/loclint";
  ssize_t length = __real_readlink(path, buffer, size);
  if (length >= 0 || strcmp(path, "/proc/self/exe") != 0) return length;
  if (size < sizeof unknown - 1) return length;
  memcpy(buffer, unknown, sizeof unknown - 1);
  return sizeof unknown - 1;
}
