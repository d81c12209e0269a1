/* SPDX-License-Identifier: MIT */
#include "net/session/compressed.h"

#include <string.h>

#include "wire/inflate.h"
#include "wire/utf8.h"

#define BUFFER_MAX ((size_t) 64 * 1024) /* bytes that stay from message to message */

static bool fault(struct sp_ws_event_data *data, uint16_t code, const char *why)
{
	*data = (struct sp_ws_event_data){.payload = why, .len = strlen(why), .close_code = code};
	return false;
}

static enum sp_inflated inflate(
	struct sp_core *core, const struct sp_ws_event_data *data, size_t most)
{
	core->inflated.len = 0;
	if (core->inflate == NULL) {
		core->inflate = sp_inflate_new();
	}
	if (core->inflate == NULL || !sp_inflate_reset(core->inflate)) {
		return SP_INFLATE_NOMEM;
	}
	return sp_inflate_feed(core->inflate, data->payload, data->len, true, &core->inflated, most);
}

bool sp_compressed_inflate(const struct sp_conn *conn, struct sp_ws_event_data *data)
{
	struct sp_core *core = sp_conn_core(conn);

	switch (inflate(core, data, (size_t) conn->listener->settings.package_max_length)) {
	case SP_INFLATED:
		break;
	case SP_INFLATE_TOO_LONG:
		return fault(data, SP_WS_CLOSE_TOO_BIG, "message is too big");
	case SP_INFLATE_BAD:
		return fault(data, SP_WS_CLOSE_BAD_DATA, "compressed data is invalid");
	case SP_INFLATE_NOMEM:
		return fault(data, SP_WS_CLOSE_SERVER_ERROR, "out of memory");
	}
	data->payload = core->inflated.data != NULL ? core->inflated.data : "";
	data->len = core->inflated.len;
	if (data->opcode == SP_WS_TEXT && !sp_utf8_valid(data->payload, data->len)) {
		return fault(data, SP_WS_CLOSE_BAD_DATA, "text is not UTF-8");
	}
	data->is_utf8 = data->opcode == SP_WS_TEXT;
	core->counters.inflated++;
	return true;
}

void sp_compressed_forget(struct sp_core *core)
{
	if (core->inflated.cap > BUFFER_MAX) {
		sp_buf_fini(&core->inflated);
	}
}
