/* Lets a static program run where /proc is not mounted, as in a bare chroot.

   The Swift runtime reads two files there. Before `main` it asks the link /proc/self/exe for its own
   path, to find a program that shows backtraces, and ends the process without one; loclint shows none,
   so that any path does. And it reads the arguments from /proc/self/cmdline, and has none without it:
   `--fix` of one file would become a check of the whole folder. The linker takes the function below
   for `readlink` (--wrap=readlink), and the C library gives the arguments to what runs before `main`. */

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

/* The runtime's own, which its tests of command lines use. */
void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}
