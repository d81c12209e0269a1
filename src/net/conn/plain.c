/* SPDX-License-Identifier: MIT */
#include "net/conn/plain.h"

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "net/conn/conn.h"
#include "net/loop/descriptor.h"

static ssize_t plain_recv(struct sp_conn *conn, void *data, size_t size)
{
	return sp_recv(sp_conn_fd(conn), data, size);
}

static ssize_t send_several(int fd, const struct iovec *parts, size_t count)
{
	struct msghdr message = {.msg_iov = (struct iovec *) parts, .msg_iovlen = count};

	return sendmsg(fd, &message, MSG_NOSIGNAL);
}

static ssize_t plain_send(void *to, const struct iovec *parts, size_t count)
{
	int fd = sp_conn_fd(to);

	return count == 1 ? sp_send(fd, parts->iov_base, parts->iov_len)
					  : send_several(fd, parts, count);
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
