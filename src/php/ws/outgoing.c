/* SPDX-License-Identifier: MIT */
/*
 * What is pushed and packed. push() in a loop usually sends one string to many connections. As long
 * as it is the very same string, its frame is made and checked once; we hold a reference, so the
 * string cannot have changed.
 */
#include "php/ws/outgoing.h"

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/engine/message_arg.h"
#include "php/engine/misuse.h"
#include "php/ws/frame.h"
#include "php/ws/known_utf8.h"
#include "wire/utf8.h"

static const char not_utf8[] =
	"must be UTF-8 in a text message (RFC 6455 section 8.1); push binary "
	"data with WEBSOCKET_OPCODE_BINARY";

static bool opcode_allowed(zend_long opcode)
{
	return (opcode >= SP_WS_CONTINUATION && opcode <= SP_WS_BINARY) ||
		   (opcode >= SP_WS_CLOSE && opcode <= SP_WS_PONG);
}

/* False: see php_seatpush_misuse(). */
static bool check(const struct php_seatpush_outgoing *out, uint32_t data_arg)
{
	bool control = out->opcode >= SP_WS_CLOSE;

	if (control && ZSTR_LEN(out->data) > SP_WS_CONTROL_MAX) {
		php_seatpush_misuse(data_arg,
			"must be at most %d bytes in a control frame (RFC 6455 section 5.5), %zu given",
			SP_WS_CONTROL_MAX, ZSTR_LEN(out->data));
		return false;
	}
	if (control && !out->fin) {
		php_seatpush_misuse(data_arg + 2,
			"must have FLAG_FIN in a control frame, which is never fragmented (RFC 6455 section "
			"5.5)");
		return false;
	}
	return true;
}

static bool take_frame(struct php_seatpush_outgoing *out, zend_object *frame, uint32_t data_arg,
	zend_long *opcode, zend_long *flags)
{
	out->data = php_seatpush_frame_data(frame);
	php_seatpush_frame_head(frame, opcode, flags);
	if (instanceof_function(frame->ce, seatpush_ce_CloseFrame)) {
		zend_long code;

		zend_string_release(out->data);
		out->data = php_seatpush_close_frame_reason(frame, &code);
		out->is_close = true;
		if (!sp_ws_close_code_valid((unsigned) code) ||
			ZSTR_LEN(out->data) > SP_WS_CLOSE_REASON_MAX ||
			!sp_utf8_valid(ZSTR_VAL(out->data), ZSTR_LEN(out->data))) {
			php_seatpush_misuse(data_arg,
				"must have a code that may be sent (1000-1003, 1007-1014, 3000-4999) and a reason "
				"of at most %d bytes of UTF-8",
				SP_WS_CLOSE_REASON_MAX);
			return false;
		}
		out->close_code = (uint16_t) code;
	}
	return true;
}

bool php_seatpush_outgoing_init(struct php_seatpush_outgoing *out, zval *data, zend_long opcode,
	zend_long flags, uint32_t data_arg)
{
	memset(out, 0, sizeof(*out));
	if (Z_TYPE_P(data) == IS_STRING) {
		out->data = zend_string_copy(Z_STR_P(data));
	} else if (Z_TYPE_P(data) == IS_OBJECT &&
			   instanceof_function(Z_OBJCE_P(data), seatpush_ce_Frame)) {
		if (!take_frame(out, Z_OBJ_P(data), data_arg, &opcode, &flags)) {
			php_seatpush_outgoing_fini(out);
			return false;
		}
	} else if (!php_seatpush_message_check(data, data_arg, "a string or a Frame")) {
		return false;
	} else if ((out->data = zval_try_get_string(data)) == NULL) {
		return false;
	}
	if (!opcode_allowed(opcode)) {
		php_seatpush_misuse(data_arg + 1,
			"must be 0 (continuation), 1 (text), 2 (binary), 8 (close), 9 (ping) or 10 "
			"(pong), " ZEND_LONG_FMT " given",
			opcode);
		php_seatpush_outgoing_fini(out);
		return false;
	}
	out->opcode = (uint8_t) opcode;
	out->fin = (flags & SEATPUSH_FRAME_FIN) != 0;
	out->course.deflate_short = (flags & SEATPUSH_FRAME_COMPRESS) != 0;
	if (!out->is_close && !check(out, data_arg)) {
		php_seatpush_outgoing_fini(out);
		return false;
	}
	return true;
}

void php_seatpush_outgoing_fini(struct php_seatpush_outgoing *out)
{
	if (out->data != NULL) {
		zend_string_release(out->data);
		out->data = NULL;
	}
}

void php_seatpush_outgoing_forget(void)
{
	if (SEATPUSH_G(last_packet) != NULL) {
		zend_string_release(SEATPUSH_G(last_data));
		sp_packet_release(SEATPUSH_G(last_packet));
		SEATPUSH_G(last_data) = NULL;
		SEATPUSH_G(last_packet) = NULL;
	}
}

static bool is_utf8(zend_string *data)
{
	if (php_seatpush_is_known_utf8(data)) {
		return true;
	}
	if (!sp_utf8_valid(ZSTR_VAL(data), ZSTR_LEN(data))) {
		return false;
	}
	php_seatpush_mark_utf8(data);
	return true;
}

bool php_seatpush_outgoing_check(const struct php_seatpush_outgoing *out, uint32_t data_arg)
{
	if (out->opcode != SP_WS_TEXT || !out->fin || is_utf8(out->data)) {
		return true;
	}
	if (out->throws) {
		zend_argument_value_error(data_arg, "%s", not_utf8);
	} else {
		php_seatpush_misuse(data_arg, "%s", not_utf8);
	}
	return false;
}

static struct sp_packet *encode(
	const struct php_seatpush_outgoing *out, struct sp_packet_account *account)
{
	if (out->is_close) {
		return sp_packet_new_close(
			account, out->close_code, ZSTR_VAL(out->data), ZSTR_LEN(out->data));
	}
	return sp_packet_new_ws(
		account, out->fin, 0, out->opcode, ZSTR_VAL(out->data), ZSTR_LEN(out->data));
}

static bool same_course(const struct sp_packet_course *a, const struct sp_packet_course *b)
{
	return a->key == b->key && a->except == b->except && a->may_drop == b->may_drop &&
		   a->deflate_short == b->deflate_short;
}

struct sp_packet *php_seatpush_outgoing_packet(
	const struct php_seatpush_outgoing *out, struct sp_packet_account *account, uint32_t data_arg)
{
	bool reusable = out->fin && !out->is_close;
	struct sp_packet *packet;

	if (reusable && SEATPUSH_G(last_packet) != NULL && SEATPUSH_G(last_data) == out->data &&
		SEATPUSH_G(last_opcode) == out->opcode &&
		same_course(&SEATPUSH_G(last_packet)->course, &out->course)) {
		return sp_packet_ref(SEATPUSH_G(last_packet));
	}
	if (!php_seatpush_outgoing_check(out, data_arg)) {
		return NULL;
	}
	packet = encode(out, account);
	if (packet == NULL) {
		php_seatpush_throw_text("out of memory for a message of %zu bytes", ZSTR_LEN(out->data));
		return NULL;
	}
	packet->course = out->course;
	if (reusable) {
		php_seatpush_outgoing_forget();
		SEATPUSH_G(last_data) = zend_string_copy(out->data);
		SEATPUSH_G(last_opcode) = out->opcode;
		SEATPUSH_G(last_packet) = sp_packet_ref(packet);
	}
	return packet;
}

/* False: see php_seatpush_misuse(). */
static bool pack(zval *data, zend_long opcode, zend_long flags, zval *return_value)
{
	struct php_seatpush_outgoing out;
	struct sp_packet *packet;

	if (!php_seatpush_outgoing_init(&out, data, opcode, flags, 1)) {
		return false;
	}
	packet = php_seatpush_outgoing_packet(&out, NULL, 1);
	php_seatpush_outgoing_fini(&out);
	php_seatpush_outgoing_forget(); /* it is not counted in any server's total */
	if (packet == NULL) {
		return false;
	}
	ZVAL_STRINGL(return_value, packet->data, packet->len);
	sp_packet_release(packet);
	return true;
}

SEATPUSH_METHOD(Server, pack)
{
	zval *data;
	zend_long opcode = SP_WS_TEXT, flags = SEATPUSH_FRAME_FIN;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ZVAL(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(opcode)
		Z_PARAM_LONG(flags)
	ZEND_PARSE_PARAMETERS_END();
	if (!pack(data, opcode, flags, return_value)) {
		RETURN_FALSE;
	}
}

SEATPUSH_METHOD(Frame, __toString)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (!pack(ZEND_THIS, SP_WS_TEXT, SEATPUSH_FRAME_FIN, return_value)) {
		RETURN_EMPTY_STRING();
	}
}
