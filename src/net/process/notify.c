/* SPDX-License-Identifier: MIT */
#include "net/process/notify.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/loop.h"

#define NS_PER_US 1000

static struct sockaddr_un address;
static socklen_t address_len; /* 0: nobody wants to know */

void sp_notify_begin(void)
{
	const char *path = getenv("NOTIFY_SOCKET");
	size_t len = path != NULL ? strlen(path) : 0;

	if (len < 2 || len >= sizeof(address.sun_path) || (*path != '/' && *path != '@')) {
		return;
	}
	address.sun_family = AF_UNIX;
	memcpy(address.sun_path, path, len);
	if (*path == '@') {
		address.sun_path[0] = '\0'; /* an abstract name */
	}
	address_len = (socklen_t) (offsetof(struct sockaddr_un, sun_path) + len);
	unsetenv("NOTIFY_SOCKET"); /* not for children of the script */
}

/* Whoever does not listen any more misses it. */
static void tell(const char *text)
{
	int fd;

	if (address_len == 0) {
		return;
	}
	fd = sp_datagram_socket(AF_UNIX);
	if (fd >= 0) {
		(void) !sendto(fd, text, strlen(text), MSG_NOSIGNAL | MSG_DONTWAIT,
			(const struct sockaddr *) &address, address_len);
		close(fd);
	}
}

void sp_notify_ready(void)
{
	char text[64];

	/* The process may have gone to the background since it was started. */
	snprintf(text, sizeof(text), "READY=1\nMAINPID=%ld", (long) getpid());
	tell(text);
}

void sp_notify_reloading(void)
{
	char text[64];

	snprintf(text, sizeof(text), "RELOADING=1\nMONOTONIC_USEC=%llu",
		(unsigned long long) sp_clock_ns() / NS_PER_US);
	tell(text);
}

void sp_notify_stopping(void)
{
	tell("STOPPING=1");
}
