/* SPDX-License-Identifier: MIT */
#include "net/conn/none.h"

#include <errno.h>

static ssize_t none_recv(struct sp_conn *conn, void *data, size_t size)
{
	(void) conn;
	(void) data;
	(void) size;
	errno = EBADF;
	return -1;
}

static ssize_t none_send(void *to, const struct iovec *parts, size_t count)
{
	(void) to;
	(void) parts;
	(void) count;
	errno = EBADF;
	return -1;
}

static void none_end(struct sp_conn *conn)
{
	(void) conn;
}

static void none_close(struct sp_conn *conn, bool reset)
{
	(void) conn;
	(void) reset;
}

const struct sp_transport sp_transport_none = {
	.recv = none_recv,
	.send = none_send,
	.end = none_end,
	.close = none_close,
};
