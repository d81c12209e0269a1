/* SPDX-License-Identifier: MIT */
/*
 * Media types by extension.
 */
#include "check.h"
#include "wire/media_type.h"

static bool is(const char *path, const char *type)
{
	return sp_span_equals(sp_span(sp_media_type(sp_span(path))), type);
}

static void extensions(void)
{
	ok(is("a.html", "text/html; charset=utf-8") && is("/x/y.tar.PNG", "image/png"), "known ones");
	ok(is("a.exe", "application/octet-stream") && is("a.htmlx", "application/octet-stream") &&
			is("a.ht", "application/octet-stream"),
		"unknown ones");
	ok(is("html", "application/octet-stream") && is("", "application/octet-stream") &&
			is("a.html/b", "application/octet-stream") && is("a.", "application/octet-stream"),
		"none");
}

int main(void)
{
	run(extensions);
	return check_end();
}
