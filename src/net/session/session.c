/* SPDX-License-Identifier: MIT */
#include "net/session/session.h"

#include "net/session/events.h"
#include "net/session/http.h"
#include "net/session/proxy.h"
#include "net/session/ws.h"

const struct sp_protocol *const sp_session_protocols[] = {
	[SP_PROTOCOL_HTTP] = &sp_session_http,
	[SP_PROTOCOL_WS] = &sp_session_ws,
	[SP_PROTOCOL_EVENTS] = &sp_session_events,
	[SP_PROTOCOL_PROXY] = &sp_session_proxy,
};
