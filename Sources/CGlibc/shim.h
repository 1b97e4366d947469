// What Swift's Glibc module hides: functions that need _GNU_SOURCE, and a global variable, which
// Swift 6 does not let one touch.
#include <sched.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <wchar.h>

#if !defined(__linux__) || !defined(__GLIBC__)
#error "loclint calls Linux with glibc: build it there, also the static program, which runs on every Linux"
#endif

extern int wcwidth(wchar_t c);
extern int sched_getaffinity(__pid_t pid, size_t size, cpu_set_t *set);

extern int pipe2(int ends[2], int flags);

// O_PATH, whose name needs _GNU_SOURCE too; the number is the same on all that Swift builds for.
static const int loclint_o_path = 010000000;

extern char **environ;
static inline char **loclint_environ(void) { return environ; }
