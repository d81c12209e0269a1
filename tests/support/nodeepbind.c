/* SPDX-License-Identifier: MIT */
/*
 * The distribution's PHP opens extensions with RTLD_DEEPBIND, which AddressSanitizer refuses.
 * Preloaded before the sanitizer, this library drops the flag.
 */
#include <dlfcn.h>

#ifndef RTLD_DEEPBIND
#define RTLD_DEEPBIND 8
#endif
#ifndef RTLD_NEXT
#define RTLD_NEXT ((void *) -1l)
#endif

void *dlopen(const char *file, int mode);

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int) = (void *(*) (const char *, int) ) dlsym(RTLD_NEXT, "dlopen");

	return next(file, mode & ~RTLD_DEEPBIND);
}
