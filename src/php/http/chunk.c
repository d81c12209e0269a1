/* SPDX-License-Identifier: MIT */
#include "php/http/chunk.h"

#include "php/http/fields.h"

/* The empty chunk, and what may follow it. */
static bool put_end(struct sp_buf *out, zval *trailers)
{
	static const struct php_seatpush_field_rules rules = {.kind = SEATPUSH_ANSWER_TRAILER};
	struct php_seatpush_fields_said said;

	return sp_buf_puts(out, "0\r\n") && php_seatpush_put_fields(out, trailers, &rules, &said) &&
		   sp_buf_puts(out, "\r\n");
}

bool php_seatpush_put_chunk(struct sp_buf *out, zval *trailers, struct sp_span data, bool last)
{
	return (data.len == 0 ||
			   (sp_buf_printf(out, "%zx\r\n", data.len) &&
				   sp_buf_append(out, data.data, data.len) && sp_buf_puts(out, "\r\n"))) &&
		   (!last || put_end(out, trailers));
}
