/* SPDX-License-Identifier: MIT */
#include "php/http/page.h"

#include "net/session/origin.h"
#include "php/engine/text.h"
#include "php/http/fields.h"

#define STATUS_FORBIDDEN 403

struct php_seatpush_page {
	zend_string *origin, *host;
	bool has_cookies;
};

struct php_seatpush_page *php_seatpush_page_new(const struct sp_http_head *head)
{
	const struct sp_page said = sp_page_of(head);
	struct php_seatpush_page *page = emalloc(sizeof(*page));

	page->origin = zend_string_init(said.origin.data, said.origin.len, 0);
	page->host = zend_string_init(said.host.data, said.host.len, 0);
	page->has_cookies = said.has_cookies;
	return page;
}

void php_seatpush_page_free(struct php_seatpush_page *page)
{
	if (page != NULL) {
		zend_string_release(page->origin);
		zend_string_release(page->host);
		efree(page);
	}
}

static void allow(struct php_seatpush_answer *answer)
{
	static const char origin[] = "Access-Control-Allow-Origin";
	static const char credentials[] = "Access-Control-Allow-Credentials";

	if (php_seatpush_fields_have(answer->fields, origin)) {
		return; /* the script's own rules */
	}
	php_seatpush_answer_set(answer, origin, php_seatpush_span(answer->page->origin));
	php_seatpush_answer_set(answer, credentials, sp_span("true"));
	if (!php_seatpush_fields_have(answer->fields, "Vary")) {
		php_seatpush_answer_set(answer, "Vary", sp_span("Origin"));
	}
}

bool php_seatpush_page_let_in(struct php_seatpush_answer *answer, struct sp_conn *conn)
{
	static const char text[] = "Pages from this origin may not connect here.";
	struct sp_page page;

	if (answer->page == NULL || ZSTR_LEN(answer->page->origin) == 0 ||
		conn->listener->settings.allowed_origins == NULL) {
		return true;
	}
	page = (struct sp_page){php_seatpush_span(answer->page->origin),
		php_seatpush_span(answer->page->host), answer->page->has_cookies};
	if (!sp_page_allowed(conn, &page, "an event stream")) {
		answer->status = STATUS_FORBIDDEN;
		php_seatpush_answer_end(answer, text, sizeof(text) - 1);
		return false;
	}
	allow(answer);
	return true;
}
