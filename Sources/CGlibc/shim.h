// Functions of glibc that Swift's Glibc module hides because it is built without _GNU_SOURCE.
#include <sched.h>
#include <wchar.h>

extern int wcwidth(wchar_t c);
extern int sched_getaffinity(__pid_t pid, size_t size, cpu_set_t *set);
