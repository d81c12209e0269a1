/* SPDX-License-Identifier: MIT */
#include "net/session/rates.h"

const char *sp_rates_exceeded(struct sp_conn *conn, struct sp_ws_message *decoder)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	uint32_t now_s = sp_conn_core(conn)->loop->now_s;
	uint32_t bare = decoder->bare_frames, data = decoder->data_frames;

	decoder->bare_frames = decoder->data_frames = 0;
	if (conn->rate_s != now_s) {
		conn->rate_s = now_s;
		conn->rate_bare = 0;
		conn->rate_data = 0;
	}
	bare += conn->rate_bare;
	conn->rate_bare = (uint16_t) (bare < UINT16_MAX ? bare : UINT16_MAX);
	conn->rate_data += data;
	if (settings->control_frame_rate > 0 && bare > settings->control_frame_rate) {
		return "too many control frames or empty fragments";
	}
	if (settings->message_rate > 0 && conn->rate_data > settings->message_rate) {
		return "too many messages";
	}
	return NULL;
}
