/* SPDX-License-Identifier: MIT */
#include "php/client/failure.h"

#ifdef HAVE_SEATPUSH_CLIENT

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"
#include "wire/ws_frame.h"

#define MS_PER_S 1000.0

void php_seatpush_client_throw_late(uint64_t timeout_ms, const char *what)
{
	zend_throw_exception_ex(
		seatpush_ce_ClientException, 0, "%s within %g s", what, (double) timeout_ms / MS_PER_S);
}

void php_seatpush_client_throw_closed(const struct sp_ws_client *core)
{
	const char *reason;
	uint16_t code = sp_ws_client_close_code(core, &reason);
	bool told = reason[0] != '\0';

	if (code == SP_WS_CLOSE_ABNORMAL) {
		zend_throw_exception_ex(seatpush_ce_ClientException, code,
			"the connection ended without a close frame%s%s",
			told ? ": " : ": it was lost, or the server broke the protocol", reason);
	} else {
		zend_throw_exception_ex(seatpush_ce_ClientException, code,
			"the connection is closed: %d%s%s", code, told ? " " : "", reason);
	}
}

void php_seatpush_client_throw_failed(const struct sp_ws_client *core, const struct sp_error *error)
{
	struct sp_span body;
	int status = sp_ws_client_refusal(core, &body);
	zend_object *exception = zend_throw_exception(seatpush_ce_ClientException, error->text, 0);

	zend_update_property_long(seatpush_ce_ClientException, exception, ZEND_STRL("status"), status);
	zend_update_property_stringl(
		seatpush_ce_ClientException, exception, ZEND_STRL("body"), body.data, body.len);
}

#endif
