/* SPDX-License-Identifier: MIT */
/*
 * Media types by extension.
 */
#include "check.h"
#include "wire/media_type.h"

static bool is(const char *path, const char *type)
{
	const char *found = sp_media_type_of(sp_media_extension(sp_span(path)));

	return found == NULL ? type == NULL : type != NULL && sp_span_equals(sp_span(found), type);
}

static void extensions(void)
{
	ok(is("a.html", "text/html; charset=utf-8") && is("/x/y.tar.PNG", "image/png"), "known ones");
	ok(is("a.exe", NULL) && is("a.htmlx", NULL) && is("a.ht", NULL), "unknown ones");
	ok(is("html", NULL) && is("", NULL) && is("a.html/b", NULL) && is("a.", NULL), "none");
}

static void all(void)
{
	size_t i = 0;

	while (sp_media_type_at(i) != NULL) {
		const struct sp_media_type *known = sp_media_type_at(i++);

		ok(sp_media_type_of(sp_span(known->extension)) == known->type, known->extension);
	}
	ok(i > 20, "there are some");
}

int main(void)
{
	run(extensions);
	run(all);
	return check_end();
}
