/* SPDX-License-Identifier: MIT */
/*
 * Lists of media types: what may stand in one, and what is in one.
 */
#include "check.h"
#include "wire/media_pattern.h"
#include "wire/http_request.h"
#include "wire/media_type.h"

#define VALID(text) sp_media_pattern_valid(sp_span(text))
#define LISTED(list, type) sp_media_listed(sp_span(list), sp_span(type))
#define USUAL(type) LISTED(SP_MEDIA_COMPRESSIBLE, type)

static void patterns(void)
{
	ok(VALID("text/html") && VALID("text/*") && VALID("*+json") && VALID("application/ld+json") &&
			VALID("text/vnd.*"),
		"types, all of one kind, a suffix");
	ok(!VALID("") && !VALID("text") && !VALID("text/") && !VALID("/html") && !VALID("*") &&
			!VALID("*/*") && !VALID("*/html") && !VALID("te*t/html") && !VALID("text/*x") &&
			!VALID("*+") && !VALID("*+js*") && !VALID("*json") && !VALID("text/html;q=1") &&
			!VALID("text/h tml") && !VALID("a/b/c"),
		"nothing else");
}

static void lists(void)
{
	ok(LISTED("text/html", "text/html") && LISTED("text/html", "TEXT/Html; charset=utf-8") &&
			LISTED("a/b, text/html ,c/d", "text/html ;x") && LISTED("text/HTML", "text/html"),
		"a type");
	ok(!LISTED("text/html", "text/htm") && !LISTED("text/html", "text/htmlx") &&
			!LISTED("text/html", "") && !LISTED("text/html", "; text/html") && !LISTED("", "a/b"),
		"not another one");
	ok(LISTED("text/*", "text/x") && !LISTED("text/*", "text/") && !LISTED("text/*", "texts/x"),
		"all of one kind");
	ok(LISTED("*+json", "a/b+json;v=1") && !LISTED("*+json", "a/json") &&
			!LISTED("*+json", "json") && !LISTED("*+json", "a/b+jsonx"),
		"a suffix");
	ok(!LISTED("text/*", "text/event-stream") && !LISTED("*+x,text/e*", "text/event-stream;x") &&
			LISTED("a/b,text/event-stream", "Text/Event-Stream; charset=utf-8"),
		"an event stream must be named");
}

static void usual(void)
{
	struct sp_span list = sp_span(SP_MEDIA_COMPRESSIBLE);
	struct sp_span item;
	bool valid = true;

	while (sp_http_list_next(&list, &item)) {
		valid = valid && sp_media_pattern_valid(item);
	}
	ok(valid, "all that the usual list has is valid");
	ok(USUAL("text/html") && USUAL("text/css") && USUAL("text/javascript") &&
			USUAL("application/json") && USUAL("application/manifest+json") &&
			USUAL("image/svg+xml") && USUAL("application/xml") && USUAL("application/wasm") &&
			USUAL("font/ttf") && USUAL("image/vnd.microsoft.icon"),
		"what is compressed");
	ok(!USUAL("image/png") && !USUAL("image/jpeg") && !USUAL("image/webp") &&
			!USUAL("image/avif") && !USUAL("font/woff") && !USUAL("font/woff2") &&
			!USUAL("video/mp4") && !USUAL("audio/mpeg") && !USUAL("application/zip") &&
			!USUAL("application/gzip") && !USUAL("application/pdf") && !USUAL(SP_MEDIA_TYPE_OTHER),
		"what is compressed already, or not known");
}

int main(void)
{
	run(patterns);
	run(lists);
	run(usual);
	return check_end();
}
