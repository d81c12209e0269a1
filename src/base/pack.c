/* SPDX-License-Identifier: MIT */
#include "base/pack.h"

bool sp_pack_number(struct sp_buf *out, uint64_t number)
{
	return sp_buf_append(out, &number, sizeof(number));
}

bool sp_pack_text(struct sp_buf *out, struct sp_span text)
{
	return sp_pack_number(out, text.len) && sp_buf_append(out, text.data, text.len);
}

bool sp_pack_begin(struct sp_buf *out, size_t *at)
{
	*at = out->len;
	return sp_pack_number(out, 0);
}

void sp_pack_end(struct sp_buf *out, size_t at)
{
	uint64_t len = out->len - at - sizeof(len);

	memcpy(out->data + at, &len, sizeof(len));
}

static struct sp_span take(struct sp_unpack *from, uint64_t len)
{
	struct sp_span taken = {from->rest.data, (size_t) len};

	if (from->is_bad || len > from->rest.len) {
		from->is_bad = true;
		return sp_span("");
	}
	from->rest.data += len;
	from->rest.len -= (size_t) len;
	return taken;
}

uint64_t sp_unpack_number(struct sp_unpack *from)
{
	uint64_t number = 0;
	struct sp_span bytes = take(from, sizeof(number));

	memcpy(&number, bytes.data, bytes.len);
	return number;
}

uint64_t sp_unpack_up_to(struct sp_unpack *from, uint64_t max)
{
	uint64_t number = sp_unpack_number(from);

	if (number > max) {
		from->is_bad = true;
		return 0;
	}
	return number;
}

struct sp_span sp_unpack_text(struct sp_unpack *from)
{
	return take(from, sp_unpack_number(from));
}
