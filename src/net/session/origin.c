/* SPDX-License-Identifier: MIT */
#include "net/session/origin.h"

#include "net/loop/log.h"
#include "wire/ws_origin.h"

#define SHOWN_MAX 120 /* bytes of a peer's value in a log line */

/* For %.*s: so much of a value is shown. */
static int shown(struct sp_span value)
{
	return (int) (value.len < SHOWN_MAX ? value.len : SHOWN_MAX);
}

/* Without a list any page may connect, and a page from another site does so with its visitor's
 * cookies. Whoever runs the server should be told about that once. */
static void notice_foreign(struct sp_core *core, const struct sp_page *page)
{
	if (core->logged.foreign || page->host.len == 0 || !page->has_cookies ||
		sp_ws_origin_is_self(page->origin, page->host)) {
		return;
	}
	core->logged.foreign = true;
	sp_log(SP_LOG_NOTICE,
		"a page from %.*s opened a WebSocket to %.*s with this site's cookies; if Message trusts "
		"cookies, set allowed_origins, for example to 'self'",
		shown(page->origin), page->origin.data, shown(page->host), page->host.data);
}

struct sp_page sp_page_of(const struct sp_http_head *head)
{
	const struct sp_span *origin = sp_http_head_find(head, "Origin");
	const struct sp_span *host = sp_http_head_find(head, "Host");

	return (struct sp_page){
		.origin = origin != NULL ? *origin : sp_span(""),
		.host = host != NULL ? *host : sp_span(""),
		.has_cookies = sp_http_head_find(head, "Cookie") != NULL,
	};
}

bool sp_page_allowed(struct sp_conn *conn, const struct sp_page *page, const char *what)
{
	struct sp_core *core = sp_conn_core(conn);
	const char *allowed = conn->listener->settings.allowed_origins;

	if (page->origin.len == 0) {
		return true;
	}
	if (allowed == NULL) {
		notice_foreign(core, page);
		return true;
	}
	if (sp_ws_origin_allowed(sp_span(allowed), page->origin, page->host)) {
		return true;
	}
	core->counters.refused_origins++;
	if (sp_log_due(&core->logged.origin_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"a page from %.*s may not open %s: it is not in allowed_origins, where 'self' is the "
			"request's Host, %.*s (such pages get 403; stats() counts them)",
			shown(page->origin), page->origin.data, what, shown(page->host), page->host.data);
	}
	return false;
}
