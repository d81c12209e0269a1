/* SPDX-License-Identifier: MIT */
/*
 * The classes Frame and CloseFrame: plain properties, which are read and written by position.
 */
#include "php/ws/frame.h"

#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/ws/known_utf8.h"
#include "php/ws/long_message.h"
#include "wire/ws_frame.h"

/* Positions of the declared properties, in the stub's order. */
enum frame_property {
	FRAME_FD,
	FRAME_DATA,
	FRAME_OPCODE,
	FRAME_FLAGS,
	FRAME_FINISH,
	FRAME_CODE,
	FRAME_REASON
};

/* Bits of $flags. */
enum frame_flag {
	FLAG_FIN = SEATPUSH_FRAME_FIN,
	FLAG_COMPRESS = SEATPUSH_FRAME_COMPRESS,
	FLAG_RSV1 = 4,
	FLAG_RSV2 = 8,
	FLAG_RSV3 = 16,
	FLAG_MASK = 32
};

static uint8_t opcode_of(enum sp_ws_event event, const struct sp_ws_event_data *message)
{
	switch (event) {
	case SP_WS_EVENT_PING:
		return SP_WS_PING;
	case SP_WS_EVENT_PONG:
		return SP_WS_PONG;
	case SP_WS_EVENT_CLOSE:
		return SP_WS_CLOSE;
	default:
		return message->opcode;
	}
}

static void set_string(zval *place, const char *data, size_t len)
{
	zval_ptr_dtor(place);
	if (len == 0) {
		ZVAL_EMPTY_STRING(place);
	} else if (len == 1) {
		ZVAL_CHAR(place, data[0]);
	} else {
		ZVAL_STRINGL(place, data, len);
	}
}

/* What a message carries. */
static void set_payload(zval *place, const struct sp_ws_event_data *message)
{
	if (message->lent != NULL) {
		zval_ptr_dtor(place);
		ZVAL_STR(place, php_seatpush_long_message(message->lent));
	} else {
		set_string(place, message->payload, message->len);
	}
	if (message->is_utf8) {
		php_seatpush_mark_utf8(Z_STR_P(place));
	}
}

void php_seatpush_frame_new(
	zval *out, zend_long fd, enum sp_ws_event event, const struct sp_ws_event_data *message)
{
	bool close = event == SP_WS_EVENT_CLOSE;
	zend_object *frame;

	object_init_ex(out, close ? seatpush_ce_CloseFrame : seatpush_ce_Frame);
	frame = Z_OBJ_P(out);
	ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FD), fd);
	ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_OPCODE), opcode_of(event, message));
	ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FLAGS),
		FLAG_FIN | FLAG_MASK | (message->compressed ? FLAG_COMPRESS | FLAG_RSV1 : 0));
	ZVAL_TRUE(OBJ_PROP_NUM(frame, FRAME_FINISH));
	set_payload(OBJ_PROP_NUM(frame, close ? FRAME_REASON : FRAME_DATA), message);
	if (close) {
		ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_CODE), message->close_code);
	}
}

/* A declared property, whatever unset() or a reference has done to it. */
static zval *property(zend_object *frame, enum frame_property place)
{
	zval *value = OBJ_PROP_NUM(frame, place);

	ZVAL_DEREF(value);
	return value;
}

zend_string *php_seatpush_frame_data(zend_object *frame)
{
	zval *data = property(frame, FRAME_DATA);

	return Z_TYPE_P(data) == IS_STRING ? zend_string_copy(Z_STR_P(data)) : ZSTR_EMPTY_ALLOC();
}

static zend_long number(zend_object *frame, enum frame_property place, zend_long absent)
{
	zval *value = property(frame, place);

	return Z_TYPE_P(value) == IS_LONG ? Z_LVAL_P(value) : absent;
}

void php_seatpush_frame_head(zend_object *frame, zend_long *opcode, zend_long *flags)
{
	*opcode = number(frame, FRAME_OPCODE, SP_WS_TEXT);
	*flags = number(frame, FRAME_FLAGS, FLAG_FIN);
}

zend_string *php_seatpush_close_frame_reason(zend_object *frame, zend_long *code)
{
	zval *reason = property(frame, FRAME_REASON);

	*code = number(frame, FRAME_CODE, SP_WS_CLOSE_NORMAL);
	return Z_TYPE_P(reason) == IS_STRING ? zend_string_copy(Z_STR_P(reason)) : ZSTR_EMPTY_ALLOC();
}

static zend_long flags_of(const struct sp_ws_frame_header *header)
{
	return (header->fin ? FLAG_FIN : 0) | (header->rsv & 4 ? FLAG_RSV1 : 0) |
		   (header->rsv & 2 ? FLAG_RSV2 : 0) | (header->rsv & 1 ? FLAG_RSV3 : 0) |
		   (header->masked ? FLAG_MASK : 0);
}

static void fill_close(zend_object *frame, const zend_string *payload)
{
	const unsigned char *bytes = (const unsigned char *) ZSTR_VAL(payload);

	if (ZSTR_LEN(payload) < 2) {
		ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_CODE), SP_WS_CLOSE_NO_STATUS);
		return;
	}
	ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_CODE), bytes[0] << 8 | bytes[1]);
	set_string(OBJ_PROP_NUM(frame, FRAME_REASON), ZSTR_VAL(payload) + 2, ZSTR_LEN(payload) - 2);
}

SEATPUSH_METHOD(Server, unpack)
{
	zend_string *data, *payload;
	struct sp_ws_frame_header header;
	size_t size;
	zend_object *frame;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();

	size = sp_ws_frame_header_parse(ZSTR_VAL(data), ZSTR_LEN(data), &header);
	if (size == 0 || header.length > ZSTR_LEN(data) - size ||
		(header.opcode == SP_WS_CLOSE && header.length == 1)) {
		RETURN_FALSE; /* half a close code is not a close code */
	}
	payload = zend_string_init(ZSTR_VAL(data) + size, (size_t) header.length, 0);
	if (header.masked) {
		sp_ws_unmask(ZSTR_VAL(payload), ZSTR_LEN(payload), header.mask, 0);
	}
	object_init_ex(
		return_value, header.opcode == SP_WS_CLOSE ? seatpush_ce_CloseFrame : seatpush_ce_Frame);
	frame = Z_OBJ_P(return_value);
	ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_OPCODE), header.opcode);
	ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FLAGS), flags_of(&header));
	ZVAL_BOOL(OBJ_PROP_NUM(frame, FRAME_FINISH), header.fin);
	if (header.opcode == SP_WS_CLOSE) {
		fill_close(frame, payload);
		zend_string_release(payload);
	} else {
		zval_ptr_dtor(OBJ_PROP_NUM(frame, FRAME_DATA));
		ZVAL_STR(OBJ_PROP_NUM(frame, FRAME_DATA), payload);
	}
}
