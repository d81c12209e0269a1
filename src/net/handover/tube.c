/* SPDX-License-Identifier: MIT */
/*
 * A message follows its length, and the number of its descriptors. Those go with its first byte,
 * and a read ends behind a piece that has some: so each read brings those of one message at most,
 * and they come in the order of the messages.
 */
#include "net/handover/tube.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/pack.h"
#include "base/queue.h"
#include "net/loop/descriptor.h"

#define READ_SIZE ((size_t) 64 * 1024)
#define HEAD_LEN (2 * sizeof(uint64_t))

/* Descriptors that came with one read. */
struct set {
	struct sp_tailq_link link;
	size_t count, taken;
	int descriptors[];
};

struct sp_tube {
	const struct sp_tube_events *events;
	void *arg;
	struct event *readable, *writable;
	int fd;
	struct sp_buf out;
	size_t sent; /* of out */
	int passing[SP_TUBE_DESCRIPTORS];
	size_t passing_count; /* go with the next byte of out */
	struct sp_buf in;
	struct sp_tailq sets; /* struct set */
	struct set *set;      /* of the message that is being delivered; NULL: it has none */
};

union ancillary {
	struct cmsghdr align;
	char bytes[CMSG_SPACE(SP_TUBE_DESCRIPTORS * sizeof(int))];
};

/* *header carries the descriptors. */
static void attach(struct msghdr *header, union ancillary *ancillary, const struct sp_tube *tube)
{
	size_t len = tube->passing_count * sizeof(int);
	struct cmsghdr *cmsg;

	memset(ancillary, 0, sizeof(*ancillary));
	header->msg_control = ancillary->bytes;
	header->msg_controllen = CMSG_SPACE(len);
	cmsg = CMSG_FIRSTHDR(header);
	cmsg->cmsg_level = SOL_SOCKET;
	cmsg->cmsg_type = SCM_RIGHTS;
	cmsg->cmsg_len = CMSG_LEN(len);
	memcpy(CMSG_DATA(cmsg), tube->passing, len);
}

/* Sends what the kernel takes. An error is seen by the reader, too. */
static void flush(struct sp_tube *tube)
{
	while (!sp_tube_is_empty(tube)) {
		struct iovec part = {tube->out.data + tube->sent, tube->out.len - tube->sent};
		struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
		union ancillary ancillary;
		ssize_t sent;

		if (tube->passing_count > 0) {
			attach(&header, &ancillary, tube);
		}
		sent = sendmsg(tube->fd, &header, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (sent < 0 && errno != EINTR) {
			/* ETOOMANYREFS: too many descriptors are on their way; it is tried again. */
			event_add(tube->writable, NULL);
			return;
		}
		if (sent > 0) {
			tube->sent += (size_t) sent;
			tube->passing_count = 0;
		}
	}
	sp_buf_fini(&tube->out);
	tube->sent = 0;
}

static void on_writable(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	flush(arg);
}

static void free_set(struct set *set)
{
	for (size_t i = set->taken; i < set->count; i++) {
		close(set->descriptors[i]);
	}
	free(set);
}

/* Keeps the descriptors that came with one read. False: out of memory, and they are closed. */
static bool keep_set(struct sp_tube *tube, const int *descriptors, size_t count)
{
	struct set *set = malloc(sizeof(*set) + count * sizeof(int));

	if (set == NULL) {
		for (size_t i = 0; i < count; i++) {
			close(descriptors[i]);
		}
		return false;
	}
	set->count = count;
	set->taken = 0;
	memcpy(set->descriptors, descriptors, count * sizeof(int));
	sp_tailq_append(&tube->sets, &set->link);
	return true;
}

static bool take_rights(struct sp_tube *tube, struct msghdr *header)
{
	struct cmsghdr *cmsg = CMSG_FIRSTHDR(header);
	bool some = cmsg != NULL && cmsg->cmsg_level == SOL_SOCKET && cmsg->cmsg_type == SCM_RIGHTS;
	int descriptors[SP_TUBE_DESCRIPTORS] = {0};
	size_t len = some ? cmsg->cmsg_len - CMSG_LEN(0) : 0;

	if (!some && !(header->msg_flags & MSG_CTRUNC)) {
		return true;
	}
	/* With MSG_CTRUNC not all could be given to this process, perhaps none. */
	len = len < sizeof(descriptors) ? len : sizeof(descriptors);
	if (some) {
		memcpy(descriptors, CMSG_DATA(cmsg), len);
	}
	return keep_set(tube, descriptors, len / sizeof(int));
}

static struct set *shift(struct sp_tube *tube)
{
	struct sp_tailq_link *link = sp_tailq_shift(&tube->sets);

	return link != NULL ? SP_CONTAINER(link, struct set, link) : NULL;
}

/* Delivers the message at the front. False: the tube ends. */
static bool deliver_first(struct sp_tube *tube, bool *delivered)
{
	struct sp_unpack from = {{tube->in.data, tube->in.len}, false};
	uint64_t len = sp_unpack_number(&from);
	uint64_t descriptors = sp_unpack_number(&from);
	bool makes_sense;

	*delivered = !from.is_bad && from.rest.len >= len;
	if (!*delivered) {
		return true;
	}
	tube->set = descriptors > 0 ? shift(tube) : NULL;
	makes_sense =
		tube->events->on_message(tube->arg, (struct sp_span){from.rest.data, (size_t) len});
	sp_buf_consume(&tube->in, HEAD_LEN + (size_t) len);
	if (tube->set != NULL) {
		free_set(tube->set);
		tube->set = NULL;
	}
	return makes_sense;
}

static bool deliver(struct sp_tube *tube)
{
	bool delivered = true;

	while (delivered) {
		if (!deliver_first(tube, &delivered)) {
			return false;
		}
	}
	if (tube->in.len == 0) {
		sp_buf_fini(&tube->in);
	}
	return true;
}

/* Returns what recvmsg(2) does; 0 as well if there is no memory for what has come. */
static ssize_t receive(struct sp_tube *tube)
{
	union ancillary ancillary;
	struct iovec part;
	struct msghdr header = {.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = ancillary.bytes,
		.msg_controllen = sizeof(ancillary.bytes)};
	ssize_t len;

	if (!sp_buf_reserve(&tube->in, READ_SIZE)) {
		return 0;
	}
	part = (struct iovec){tube->in.data + tube->in.len, READ_SIZE};
	len = recvmsg(tube->fd, &header, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
	if (len > 0) {
		tube->in.len += (size_t) len;
		if (!take_rights(tube, &header)) {
			return 0;
		}
	}
	return len;
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
	struct sp_tube *tube = arg;
	ssize_t len;

	(void) fd;
	(void) what;
	len = receive(tube);
	if (len < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) {
		return;
	}
	if (len <= 0 || !deliver(tube)) {
		event_del(tube->readable);
		event_del(tube->writable);
		tube->events->on_end(tube->arg);
	}
}

struct sp_tube *sp_tube_new(
	struct event_base *base, int fd, const struct sp_tube_events *events, void *arg)
{
	struct sp_tube *tube = calloc(1, sizeof(*tube));

	if (tube == NULL) {
		close(fd);
		return NULL;
	}
	tube->events = events;
	tube->arg = arg;
	tube->fd = fd;
	sp_tailq_init(&tube->sets);
	tube->readable = event_new(base, fd, EV_READ | EV_PERSIST, on_readable, tube);
	tube->writable = event_new(base, fd, EV_WRITE, on_writable, tube);
	if (tube->readable == NULL || tube->writable == NULL || event_add(tube->readable, NULL) != 0) {
		sp_tube_free(tube);
		return NULL;
	}
	return tube;
}

void sp_tube_free(struct sp_tube *tube)
{
	struct set *set;

	if (tube == NULL) {
		return;
	}
	if (tube->readable != NULL) {
		event_free(tube->readable);
	}
	if (tube->writable != NULL) {
		event_free(tube->writable);
	}
	while ((set = shift(tube)) != NULL) {
		free_set(set);
	}
	sp_buf_fini(&tube->out);
	sp_buf_fini(&tube->in);
	if (tube->fd >= 0) {
		close(tube->fd);
	}
	free(tube);
}

bool sp_tube_is_empty(const struct sp_tube *tube)
{
	return tube->sent == tube->out.len;
}

void sp_tube_renounce(struct sp_tube *tube)
{
	struct set *set;

	while ((set = shift(tube)) != NULL) {
		free_set(set);
	}
	close(tube->fd);
	tube->fd = -1;
}

bool sp_tube_send(
	struct sp_tube *tube, struct sp_span message, const int descriptors[], size_t count)
{
	size_t before = tube->out.len;

	if (!sp_pack_number(&tube->out, message.len) || !sp_pack_number(&tube->out, count) ||
		!sp_buf_append(&tube->out, message.data, message.len)) {
		tube->out.len = before;
		return false;
	}
	if (count > 0) {
		memcpy(tube->passing, descriptors, count * sizeof(int));
		tube->passing_count = count;
	}
	flush(tube);
	return true;
}

int sp_tube_take(struct sp_tube *tube)
{
	struct set *set = tube->set;

	return set != NULL && set->taken < set->count ? set->descriptors[set->taken++] : -1;
}
