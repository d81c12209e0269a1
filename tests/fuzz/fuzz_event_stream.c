/* SPDX-License-Identifier: MIT */
/*
 * Event streams: whatever data, name and id are, a reader by the book gets them, and nothing else.
 * The first two octets of the input are the lengths of name and id; 255: there is none.
 */
#include "../unit/event_model.h"
#include "wire/event_stream.h"

#define NONE 255

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

static struct sp_span take(struct sp_span *rest, size_t len)
{
	struct sp_span taken = {rest->data, len < rest->len ? len : rest->len};

	if (len == NONE) {
		return (struct sp_span){NULL, 0};
	}
	rest->data += taken.len;
	rest->len -= taken.len;
	return taken;
}

static bool same(const struct sp_buf *buf, struct sp_span span)
{
	return buf->len == span.len && (span.len == 0 || memcmp(buf->data, span.data, span.len) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct sp_buf out = {0}, lines = {0};
	struct event_model model = {0};
	struct sp_span rest, name, id;

	if (len < 2 || len > GUARD_ROOM) {
		return 0;
	}
	rest = (struct sp_span){guarded(input + 2, len - 2), len - 2};
	name = take(&rest, input[0]);
	id = take(&rest, input[1]);
	if (!sp_event_field_valid(name) || !sp_event_field_valid(id)) {
		return 0;
	}
	must(sp_buf_puts(&out, SP_EVENT_COMMENT) && sp_event_put(&out, rest, name, id));
	event_model_lines(&lines, rest.data, rest.len);
	model.rest = (struct sp_span){out.data, out.len};
	must(event_model_next(&model));
	must(same(&model.data, (struct sp_span){lines.data, lines.len}));
	must(same(&model.type, name) && same(&model.last_id, id));
	must(!event_model_next(&model));
	event_model_fini(&model);
	sp_buf_fini(&out);
	sp_buf_fini(&lines);
	return 0;
}
