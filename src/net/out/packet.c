/* SPDX-License-Identifier: MIT */
/*
 * Making and freeing outgoing frames. Each is one allocation: count, header, payload.
 */
#include "net/out/packet.h"

#include <stdlib.h>
#include <string.h>

#define SPARE_MAX 1024  /* bytes; a larger packet is not kept as the spare */
#define SPARE_WASTE 256 /* bytes that may go unused when the spare is used again */

/* Memory for a packet of this many bytes. NULL: out of memory. */
static struct sp_packet *take(struct sp_packet_account *account, size_t len)
{
	struct sp_packet *packet = account ? account->spare : NULL;

	if (packet && packet->cap >= len && packet->cap - len <= SPARE_WASTE) {
		account->spare = NULL;
		return packet;
	}
	packet = malloc(sizeof(*packet) + len);
	if (packet) {
		packet->cap = len;
	}
	return packet;
}

/* A new packet with room for two parts, known only to the account so far. NULL: out of memory. */
static struct sp_packet *packet_new(
	struct sp_packet_account *account, size_t head_len, size_t body_len)
{
	struct sp_packet *packet;

	if (head_len > SIZE_MAX - sizeof(*packet) || body_len > SIZE_MAX - sizeof(*packet) - head_len) {
		return NULL;
	}
	packet = take(account, head_len + body_len);
	if (!packet) {
		return NULL;
	}
	packet->refs = 1;
	packet->passed_as = 0;
	packet->course = (struct sp_packet_course){0};
	packet->len = head_len + body_len;
	packet->account = account;
	packet->forms = NULL;
	packet->formless = 0;
	packet->form = SP_FORM_FRAME;
	if (account) {
		account->bytes += packet->len;
	}
	return packet;
}

struct sp_packet *sp_packet_new_raw(struct sp_packet_account *account, const void *head,
	size_t head_len, const void *body, size_t body_len)
{
	struct sp_packet *packet = packet_new(account, head_len, body_len);

	if (!packet) {
		return NULL;
	}
	/* memcpy must not be given NULL, even for 0 bytes. */
	if (head_len > 0) {
		memcpy(packet->data, head, head_len);
	}
	if (body_len > 0) {
		memcpy(packet->data + head_len, body, body_len);
	}
	return packet;
}

struct sp_packet *sp_packet_new_ws(struct sp_packet_account *account, bool fin, uint8_t rsv,
	uint8_t opcode, const void *payload, size_t len)
{
	uint8_t header[SP_WS_HEADER_OUT_MAX];
	size_t header_len = sp_ws_frame_header_write(header, fin, rsv, opcode, len);

	return sp_packet_new_raw(account, header, header_len, payload, len);
}

/* The length of the longest prefix of reason that fits and does not end inside a character. */
static size_t cut_reason(const char *reason, size_t len)
{
	if (len <= SP_WS_CLOSE_REASON_MAX) {
		return len;
	}
	len = SP_WS_CLOSE_REASON_MAX;
	while (len > 0 && ((uint8_t) reason[len] & 0xC0) == 0x80) {
		len--;
	}
	return len;
}

struct sp_packet *sp_packet_new_close(
	struct sp_packet_account *account, unsigned code, const void *reason, size_t reason_len)
{
	char payload[SP_WS_CONTROL_MAX];
	size_t len = 0;

	/* RFC 6455 §5.5.1: a reason only ever follows a code. */
	if (code != SP_WS_CLOSE_NO_STATUS) {
		payload[0] = (char) (code >> 8);
		payload[1] = (char) code;
		reason_len = cut_reason(reason, reason_len);
		if (reason_len > 0) {
			memcpy(payload + 2, reason, reason_len);
		}
		len = 2 + reason_len;
	}
	return sp_packet_new_ws(account, true, 0, SP_WS_CLOSE, payload, len);
}

struct sp_packet *sp_packet_form(struct sp_packet *packet, unsigned form)
{
	while (packet != NULL && packet->form != form) {
		packet = packet->forms;
	}
	return packet;
}

void sp_packet_add_form(struct sp_packet *packet, struct sp_packet *made, unsigned form)
{
	made->course = packet->course;
	made->form = (uint8_t) form;
	made->forms = packet->forms;
	packet->forms = made;
}

void sp_packet_release(struct sp_packet *packet)
{
	struct sp_packet_account *account = packet->account;

	if (--packet->refs > 0) {
		return;
	}
	if (packet->forms != NULL) {
		sp_packet_release(packet->forms);
	}
	if (account) {
		account->bytes -= packet->len;
	}
	if (account && packet->cap <= SPARE_MAX) {
		free(account->spare);
		account->spare = packet;
	} else {
		free(packet);
	}
}

void sp_packet_account_fini(struct sp_packet_account *account)
{
	free(account->spare);
	account->spare = NULL;
}
