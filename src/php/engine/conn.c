/* SPDX-License-Identifier: MIT */
#include "php/engine/conn.h"

#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "wire/utf8.h"
#include "wire/ws_frame.h"

struct php_seatpush_conn *php_seatpush_conn(struct sp_conn *conn)
{
	struct sp_conn_extra *extra = sp_conn_extra(&conn->extra);

	if (extra != NULL && extra->upper == NULL) {
		struct php_seatpush_conn *beside = calloc(1, sizeof(*beside));

		if (beside != NULL) {
			sp_link_init(&beside->line);
		}
		extra->upper = beside;
	}
	return extra != NULL ? extra->upper : NULL;
}

bool php_seatpush_conn_set_state(struct sp_conn *conn, struct sp_span state)
{
	struct php_seatpush_conn *beside =
		state.len > 0 ? php_seatpush_conn(conn) : php_seatpush_conn_if_any(conn);
	char *copy = NULL;

	if (state.len > 0) {
		copy = beside != NULL ? malloc(state.len) : NULL;
		if (copy == NULL) {
			return false;
		}
		memcpy(copy, state.data, state.len);
	}
	if (beside != NULL) {
		free(beside->state);
		beside->state = copy;
		beside->state_len = state.len;
	}
	return true;
}

struct sp_span php_seatpush_conn_state(const struct sp_conn *conn)
{
	const struct php_seatpush_conn *beside = php_seatpush_conn_if_any(conn);

	return beside != NULL && beside->state != NULL
			   ? (struct sp_span){beside->state, beside->state_len}
			   : sp_span("");
}

static void forget(struct php_seatpush_conn *beside)
{
	free(beside->uid_text);
	free(beside->state);
	free(beside->offered);
	sp_buf_fini(&beside->fragments);
}

static struct sp_span text_of(const char *text, size_t len)
{
	return (struct sp_span){text, text != NULL ? len : 0};
}

bool php_seatpush_conn_pack(void *upper, struct sp_buf *out)
{
	const struct php_seatpush_conn *beside = upper;
	size_t before = out->len;

	if (sp_pack_number(out, beside->has_uid) && sp_pack_number(out, beside->uid_text != NULL) &&
		sp_pack_number(out, (uint64_t) beside->uid_number) &&
		sp_pack_text(out, text_of(beside->uid_text, beside->uid_len)) &&
		sp_pack_text(out, text_of(beside->state, beside->state_len)) &&
		sp_pack_text(out, sp_span(beside->offered != NULL ? beside->offered : "")) &&
		sp_pack_number(out, beside->fragments_opcode) &&
		sp_pack_number(out, beside->fragments_utf8) &&
		sp_pack_text(out, text_of(beside->fragments.data, beside->fragments.len))) {
		return true;
	}
	out->len = before;
	return false;
}

/* A copy with a NUL behind it; of "" only if given. False: out of memory. */
static bool take_text(char **place, size_t *len, struct sp_span bytes, bool given)
{
	*len = bytes.len;
	if (bytes.len == 0 && !given) {
		return true;
	}
	*place = malloc(bytes.len + 1);
	if (*place == NULL) {
		return false;
	}
	memcpy(*place, bytes.data, bytes.len);
	(*place)[bytes.len] = '\0';
	return true;
}

bool php_seatpush_conn_bind(struct sp_conn *conn, const struct sp_span *text, int64_t number)
{
	struct php_seatpush_conn *beside = php_seatpush_conn(conn);

	if (beside == NULL || beside->has_uid ||
		(text != NULL && !take_text(&beside->uid_text, &beside->uid_len, *text, true))) {
		return false;
	}
	beside->uid_number = number;
	beside->has_uid = true;
	return true;
}

/* False: out of memory, or the bytes make no sense. */
static bool take_all(struct php_seatpush_conn *beside, struct sp_span bytes)
{
	struct sp_unpack from = {bytes, false};
	struct sp_span uid, state, offered, fragments;
	bool uid_is_text;
	size_t len;

	beside->has_uid = sp_unpack_up_to(&from, true) != 0;
	uid_is_text = sp_unpack_up_to(&from, true) != 0;
	beside->uid_number = (int64_t) sp_unpack_number(&from);
	uid = sp_unpack_text(&from);
	state = sp_unpack_text(&from);
	offered = sp_unpack_text(&from);
	beside->fragments_opcode = (uint8_t) sp_unpack_up_to(&from, SP_WS_BINARY);
	beside->fragments_utf8 = (uint32_t) sp_unpack_up_to(&from, SP_UTF8_BAD - 1);
	fragments = sp_unpack_text(&from);
	return !from.is_bad && from.rest.len == 0 &&
		   take_text(&beside->uid_text, &beside->uid_len, uid, uid_is_text) &&
		   take_text(&beside->state, &beside->state_len, state, false) &&
		   take_text(&beside->offered, &len, offered, false) &&
		   sp_buf_append(&beside->fragments, fragments.data, fragments.len);
}

bool php_seatpush_conn_unpack(struct sp_conn *conn, struct sp_span bytes)
{
	struct php_seatpush_conn taken = {.fragments_utf8 = SP_UTF8_START};
	struct php_seatpush_conn *beside = take_all(&taken, bytes) ? php_seatpush_conn(conn) : NULL;

	if (beside == NULL) {
		forget(&taken);
		return false;
	}
	forget(beside);
	taken.line = beside->line; /* it stays where it is */
	*beside = taken;
	return true;
}

void php_seatpush_conn_free(void *upper)
{
	forget(upper);
	free(upper);
}
