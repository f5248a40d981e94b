/*
 * Preloaded into a server (LD_PRELOAD), it makes every flush to disk take 10 ms longer, as on a slow disk: the calls by
 * which SQLite makes sure that a commit is durable, and nothing else.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static const struct timespec flush = { 0, 10 * 1000 * 1000 };

static int slowly(const char *name, int file) {
  int (*original)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  nanosleep(&flush, 0);
  return original(file);
}

int fsync(int file) { return slowly("fsync", file); }

int fdatasync(int file) { return slowly("fdatasync", file); }
