// bare-read THREADS PATH…: finds the files that loclint would find, reads them, and does nothing else.
//
// It is in C, built by clang alone, so that no runtime is counted: Swift's, which its package would link
// with it, takes a millisecond to start. It walks by itself, so that a slower walk in loclint can't slow
// down what loclint is measured by.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// As many files as loclint's workers take at a time.
enum { batch = 16, most_threads = 1024 };

static char **files;
static size_t count, room;
static atomic_size_t next;
static atomic_ullong bytes;

static void stop(const char *path) {
  fprintf(stderr, "bare-read: %s: %s\n", path, strerror(errno));
  exit(2);
}

static void *check(void *memory) {
  if (!memory) stop("memory");
  return memory;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void insert(char *path) {
  if (count == room) {
    room = room ? room * 2 : 1024;
    files = check(realloc(files, room * sizeof *files));
  }
  files[count++] = path;
}

static int is_document(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot && strcasecmp(dot, ".md") == 0;
}

// Takes what stands at a path, whose memory it is given; links below the first are passed over.
static void walk(char *path, unsigned char type, int is_first) {
  if (type == DT_UNKNOWN) {
    struct stat status;
    if ((is_first ? stat : lstat)(path, &status) != 0) stop(path);
    type = S_ISDIR(status.st_mode) ? DT_DIR : S_ISREG(status.st_mode) ? DT_REG : DT_LNK;
  }
  if (type == DT_REG && is_document(path)) {
    insert(path);
    return;
  }
  if (type == DT_DIR) {
    DIR *stream = opendir(path);
    if (!stream) stop(path);
    size_t length = strlen(path);
    for (struct dirent *entry; (entry = readdir(stream));) {
      if (entry->d_name[0] == '.' || strcmp(entry->d_name, "node_modules") == 0) continue;
      size_t size = strlen(entry->d_name) + 1;
      char *below = check(malloc(length + 1 + size));
      memcpy(below, path, length);
      below[length] = '/';
      memcpy(below + length + 1, entry->d_name, size);
      walk(below, entry->d_type, 0);
    }
    closedir(stream);
  }
  free(path);
}

// A buffer that begins with a page. To any other place the kernel copies much more slowly, on some
// processors by seven times, and large blocks of malloc begin 16 bytes behind a page's start.
static char *make_buffer(size_t size) {
  void *buffer;
  errno = posix_memalign(&buffer, (size_t)sysconf(_SC_PAGESIZE), size);
  if (errno) stop("memory");
  return buffer;
}

static void *read_files(void *unused) {
  size_t size = 1 << 20;
  char *buffer = make_buffer(size);
  unsigned long long sum = 0;
  for (size_t start; (start = atomic_fetch_add(&next, batch)) < count;) {
    for (size_t index = start; index < start + batch && index < count; index++) {
      int descriptor = open(files[index], O_RDONLY | O_CLOEXEC);
      struct stat status;
      if (descriptor < 0 || fstat(descriptor, &status) != 0) stop(files[index]);
      size_t length = (size_t)status.st_size;
      if (length > size) {
        size = length;
        free(buffer);
        buffer = make_buffer(size);
      }
      for (size_t done = 0; done < length;) {
        ssize_t more = read(descriptor, buffer + done, length - done);
        if (more == 0) break;
        if (more > 0) {
          done += (size_t)more;
          sum += (size_t)more;
        } else if (errno != EINTR) {
          stop(files[index]);
        }
      }
      close(descriptor);
    }
  }
  free(buffer);
  atomic_fetch_add(&bytes, sum);
  return unused;
}

int main(int argc, char **argv) {
  int threads = argc > 2 ? atoi(argv[1]) : 0;
  if (threads < 1 || threads > most_threads) {
    fprintf(stderr, "usage: bare-read THREADS PATH...\n");
    return 2;
  }
  double began = now();
  for (int index = 2; index < argc; index++) walk(check(strdup(argv[index])), DT_UNKNOWN, 1);
  double found = now();
  pthread_t others[most_threads];
  for (int index = 1; index < threads; index++) {
    errno = pthread_create(&others[index], NULL, read_files, NULL);
    if (errno) stop("thread");
  }
  read_files(NULL);
  for (int index = 1; index < threads; index++) pthread_join(others[index], NULL);
  double done = now();
  printf("files %zu bytes %llu walking %.6f working %.6f\n", count, (unsigned long long)bytes,
         found - began, done - found);
  return 0;
}
