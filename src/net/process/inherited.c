/* SPDX-License-Identifier: MIT */
#include "net/process/inherited.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>
#include <unistd.h>

#define FIRST 3 /* SD_LISTEN_FDS_START */
#define MOST 64

static int descriptors[MOST]; /* -1: taken */
static int count;

void sp_inherited_begin(void)
{
	const char *pid = getenv("LISTEN_PID");
	const char *fds = getenv("LISTEN_FDS");
	int given = pid != NULL && fds != NULL && atol(pid) == (long) getpid() ? atoi(fds) : 0;

	for (count = 0; count < given && count < MOST; count++) {
		int fd = FIRST + count;

		fcntl(fd, F_SETFD, FD_CLOEXEC);
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
		descriptors[count] = fd;
	}
	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
}

static bool is_same(const struct sockaddr *one, const struct sockaddr *other)
{
	if (one->sa_family != other->sa_family) {
		return false;
	}
	switch (one->sa_family) {
	case AF_INET: {
		const struct sockaddr_in *a = (const void *) one, *b = (const void *) other;

		return a->sin_port == b->sin_port && a->sin_addr.s_addr == b->sin_addr.s_addr;
	}
	case AF_INET6: {
		const struct sockaddr_in6 *a = (const void *) one, *b = (const void *) other;

		return a->sin6_port == b->sin6_port &&
			   memcmp(&a->sin6_addr, &b->sin6_addr, sizeof(a->sin6_addr)) == 0;
	}
	case AF_UNIX: {
		const struct sockaddr_un *a = (const void *) one, *b = (const void *) other;

		return strncmp(a->sun_path, b->sun_path, sizeof(a->sun_path)) == 0;
	}
	default:
		return false;
	}
}

int sp_inherited_take(const struct sockaddr *address)
{
	for (int i = 0; i < count; i++) {
		struct sockaddr_storage own = {0};
		socklen_t own_len = sizeof(own);
		int fd = descriptors[i];

		if (fd >= 0 && getsockname(fd, (struct sockaddr *) &own, &own_len) == 0 &&
			is_same((const struct sockaddr *) &own, address)) {
			descriptors[i] = -1;
			return fd;
		}
	}
	return -1;
}

int sp_inherited_left(void)
{
	int left = 0;

	for (int i = 0; i < count; i++) {
		left += descriptors[i] >= 0;
	}
	return left;
}
