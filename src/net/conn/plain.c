/* SPDX-License-Identifier: MIT */
#include "net/conn/plain.h"

#include <sys/socket.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#include <sys/uio.h>
#include <unistd.h>

#include "net/conn/conn.h"
#include "net/loop/descriptor.h"

/* recv(3) and send(3) are cancellation points: in a process with a second thread, such as the
 * watchdog, glibc's cost more than all else that is done here for a message. No thread is
 * cancelled.
 */
#if defined(__linux__) && defined(SYS_recvfrom) && defined(SYS_sendto)
static ssize_t receive(int fd, void *data, size_t size)
{
	return (ssize_t) syscall(SYS_recvfrom, fd, data, size, 0, NULL, NULL);
}

static ssize_t send_one(int fd, const struct iovec *part)
{
	return (ssize_t) syscall(
		SYS_sendto, fd, part->iov_base, part->iov_len, MSG_NOSIGNAL, NULL, (socklen_t) 0);
}
#else
static ssize_t receive(int fd, void *data, size_t size)
{
	return recv(fd, data, size, 0);
}

static ssize_t send_one(int fd, const struct iovec *part)
{
	return send(fd, part->iov_base, part->iov_len, MSG_NOSIGNAL);
}
#endif

static ssize_t plain_recv(struct sp_conn *conn, void *data, size_t size)
{
	return receive(sp_conn_fd(conn), data, size);
}

static ssize_t send_several(int fd, const struct iovec *parts, size_t count)
{
	struct msghdr message = {.msg_iov = (struct iovec *) parts, .msg_iovlen = count};

	return sendmsg(fd, &message, MSG_NOSIGNAL);
}

static ssize_t plain_send(void *to, const struct iovec *parts, size_t count)
{
	int fd = sp_conn_fd(to);

	return count == 1 ? send_one(fd, parts) : send_several(fd, parts, count);
}

static void plain_end(struct sp_conn *conn)
{
	shutdown(sp_conn_fd(conn), SHUT_WR);
}

static void plain_close(struct sp_conn *conn, bool reset)
{
	struct linger hard = {1, 0};

	if (reset) {
		setsockopt(sp_conn_fd(conn), SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
	}
	close(sp_conn_fd(conn));
}

const struct sp_transport sp_transport_plain = {
	.recv = plain_recv,
	.send = plain_send,
	.end = plain_end,
	.close = plain_close,
};
