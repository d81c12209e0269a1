/* SPDX-License-Identifier: MIT */
#include "net/process/channel.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/loop/descriptor.h"

union ancillary {
	struct cmsghdr align;
	char bytes[CMSG_SPACE(sizeof(int))];
};

bool sp_channel_new(int ends[2])
{
	return sp_message_pair(ends);
}

bool sp_channel_send(int channel, const struct sp_message *message, int descriptor)
{
	union ancillary ancillary;
	struct iovec part = {(void *) (uintptr_t) message, sizeof(*message)};
	struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
	ssize_t sent;

	if (descriptor >= 0) {
		struct cmsghdr *cmsg;

		memset(&ancillary, 0, sizeof(ancillary));
		header.msg_control = ancillary.bytes;
		header.msg_controllen = sizeof(ancillary.bytes);
		cmsg = CMSG_FIRSTHDR(&header);
		cmsg->cmsg_level = SOL_SOCKET;
		cmsg->cmsg_type = SCM_RIGHTS;
		cmsg->cmsg_len = CMSG_LEN(sizeof(int));
		memcpy(CMSG_DATA(cmsg), &descriptor, sizeof(descriptor));
	}
	do {
		sent = sendmsg(channel, &header, MSG_NOSIGNAL | MSG_DONTWAIT);
	} while (sent < 0 && errno == EINTR);
	return sent == (ssize_t) sizeof(*message);
}

static int descriptor_of(struct msghdr *header)
{
	struct cmsghdr *cmsg = CMSG_FIRSTHDR(header);
	int descriptor = -1;

	if (cmsg != NULL && cmsg->cmsg_level == SOL_SOCKET && cmsg->cmsg_type == SCM_RIGHTS) {
		memcpy(&descriptor, CMSG_DATA(cmsg), sizeof(descriptor));
	}
	return descriptor;
}

enum sp_channel_end sp_channel_receive(
	int channel, bool wait, struct sp_message *message, int *descriptor)
{
	union ancillary ancillary;
	struct iovec part = {message, sizeof(*message)};
	struct msghdr header = {.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = ancillary.bytes,
		.msg_controllen = sizeof(ancillary.bytes)};
	ssize_t len;

	*descriptor = -1;
	do {
		len = recvmsg(channel, &header, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
	} while (len < 0 && errno == EINTR);
	if (len < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
		return SP_CHANNEL_NOTHING;
	}
	if (len != (ssize_t) sizeof(*message)) {
		return SP_CHANNEL_OVER;
	}
	message->text[sizeof(message->text) - 1] = '\0';
	*descriptor = descriptor_of(&header);
	return SP_CHANNEL_MESSAGE;
}
