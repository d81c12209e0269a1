/* SPDX-License-Identifier: MIT */
/*
 * Descriptors as this server needs them: an executed program does not inherit them, a peer that is
 * gone is an error of send(2) and not a signal, and sockets do not block. On Linux and the BSDs
 * this takes one call; elsewhere (macOS) it takes several. -DSP_PLAIN_DESCRIPTORS compiles the
 * latter anywhere.
 */
#ifndef SP_NET_LOOP_DESCRIPTOR_H
#define SP_NET_LOOP_DESCRIPTOR_H

#include <fcntl.h>
#include <stdbool.h>
#include <sys/socket.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#include <unistd.h>

#ifndef MSG_CMSG_CLOEXEC
#define MSG_CMSG_CLOEXEC 0
#endif

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* SO_NOSIGPIPE instead */
#endif

#if defined(SOCK_CLOEXEC) && !defined(SP_PLAIN_DESCRIPTORS)

/* A stream socket. On failure these functions return -1, or false, with errno set. */
static inline int sp_socket(int family)
{
	return socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

/* address and len: as for accept(2). */
static inline int sp_accept(int fd, struct sockaddr *address, socklen_t *len)
{
	return accept4(fd, address, len, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

/* Both ends block. */
static inline bool sp_socket_pair(int ends[2])
{
	return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0;
}

/* The same for whole messages; not on macOS. */
static inline bool sp_message_pair(int ends[2])
{
	return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0;
}

static inline int sp_datagram_socket(int family)
{
	return socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
}

static inline bool sp_pipe(int ends[2], bool blocks)
{
	return pipe2(ends, O_CLOEXEC | (blocks ? 0 : O_NONBLOCK)) == 0;
}

#else

static inline int sp_descriptor_adapt(int fd, bool blocks)
{
	if (fd < 0) {
		return fd;
	}
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	if (!blocks) {
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	}
#ifdef SO_NOSIGPIPE
	setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &(int){1}, sizeof(int));
#endif
	return fd;
}

static inline int sp_socket(int family)
{
	return sp_descriptor_adapt(socket(family, SOCK_STREAM, 0), false);
}

static inline int sp_accept(int fd, struct sockaddr *address, socklen_t *len)
{
	return sp_descriptor_adapt(accept(fd, address, len), false);
}

static inline bool sp_socket_pair(int ends[2])
{
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
		return false;
	}
	sp_descriptor_adapt(ends[0], true);
	sp_descriptor_adapt(ends[1], true);
	return true;
}

static inline bool sp_message_pair(int ends[2])
{
	if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0) {
		return false;
	}
	sp_descriptor_adapt(ends[0], true);
	sp_descriptor_adapt(ends[1], true);
	return true;
}

static inline int sp_datagram_socket(int family)
{
	return sp_descriptor_adapt(socket(family, SOCK_DGRAM, 0), true);
}

static inline bool sp_pipe(int ends[2], bool blocks)
{
	if (pipe(ends) != 0) {
		return false;
	}
	sp_descriptor_adapt(ends[0], blocks);
	sp_descriptor_adapt(ends[1], blocks);
	return true;
}

#endif

/* recv(3) and send(3) are cancellation points: in a process with a second thread, such as the
 * watchdog, glibc's cost more than all else that is done here for a message. No thread is
 * cancelled. */
#if defined(__linux__) && defined(SYS_recvfrom) && defined(SYS_sendto)
static inline ssize_t sp_recv(int fd, void *data, size_t size)
{
	return (ssize_t) syscall(SYS_recvfrom, fd, data, size, 0, NULL, NULL);
}

static inline ssize_t sp_send(int fd, const void *data, size_t len)
{
	return (ssize_t) syscall(SYS_sendto, fd, data, len, MSG_NOSIGNAL, NULL, (socklen_t) 0);
}
#else
static inline ssize_t sp_recv(int fd, void *data, size_t size)
{
	return recv(fd, data, size, 0);
}

static inline ssize_t sp_send(int fd, const void *data, size_t len)
{
	return send(fd, data, len, MSG_NOSIGNAL);
}
#endif

#endif
