/* SPDX-License-Identifier: MIT */
/*
 * Which files a path may name.
 */
#include "check.h"
#include "wire/file_path.h"

static bool is(const char *target, const char *wanted)
{
	struct sp_file_path path;

	if (!sp_file_path_read(sp_span(target), &path)) {
		return wanted == NULL;
	}
	return wanted != NULL && strcmp(path.text, wanted) == 0 && path.len == strlen(wanted);
}

static void decoded(void)
{
	ok(is("/", "") && is("/a.txt", "a.txt") && is("/a/b/", "a/b/") && is("/a/b.c", "a/b.c"),
		"plain");
	ok(is("/a%20b.txt", "a b.txt") && is("/%61%2E%74xt", "a.txt") && is("/a+b", "a+b") &&
			is("/%C3%A9", "\xC3\xA9") && is("/\xC3\xA9", "\xC3\xA9") && is("/a%2525", "a%25"),
		"once");
	ok(is("/a..b", "a..b") && is("/a.", "a.") && is("/a/b..", "a/b.."), "dots inside");
	ok(is("/.well-known/x", ".well-known/x") && is("/.well-known", ".well-known"), "RFC 8615");
}

static void refused(void)
{
	ok(is("", NULL) && is("a", NULL) && is("*", NULL), "no path");
	ok(is("/..", NULL) && is("/../a", NULL) && is("/a/../b", NULL) && is("/a/..", NULL) &&
			is("/%2e%2e/a", NULL) && is("/.%2E", NULL) && is("/.", NULL) && is("/a/./b", NULL) &&
			is("/..../a", NULL),
		"no way up");
	ok(is("/.git/config", NULL) && is("/a/.env", NULL) && is("/%2egit", NULL) &&
			is("/a/.well-known/x", NULL) && is("/.well-known2", NULL) &&
			is("/.well-known/.x", NULL),
		"nothing hidden");
	ok(is("//", NULL) && is("//a", NULL) && is("/a//b", NULL) && is("/a//", NULL), "no empty name");
	ok(is("/a%2fb", NULL) && is("/a%2Fb", NULL) && is("/a\\b", NULL) && is("/a%5cb", NULL) &&
			is("/%00", NULL) && is("/a%00.txt", NULL) && is("/a%0ab", NULL) && is("/a%7f", NULL),
		"nothing that is not what it seems");
	ok(is("/%", NULL) && is("/%4", NULL) && is("/a%zz", NULL) && is("/a%4g", NULL) &&
			is("/a%u0041", NULL),
		"no wrong encoding");
	ok(is("/index.php", NULL) && is("/a/b.PHP", NULL) && is("/a.php~", NULL) &&
			is("/a.php.bak", NULL) && is("/x.php/b.txt", NULL) && is("/a.phtml", NULL) &&
			is("/a.phar", NULL) && is("/a.%70hp", NULL) && is("/a.php7", NULL),
		"no programs");
	ok(is("/php", "php") && is("/a.ph", "a.ph") && is("/php.html", "php.html"),
		"but what is called like one");
}

static void long_ones(void)
{
	char target[SP_FILE_PATH_MAX + 3];
	struct sp_file_path path;

	memset(target, 'a', sizeof(target));
	target[0] = '/';
	ok(sp_file_path_read((struct sp_span){target, SP_FILE_PATH_MAX + 1}, &path) &&
			path.len == SP_FILE_PATH_MAX && path.text[path.len] == '\0',
		"the longest");
	ok(!sp_file_path_read((struct sp_span){target, SP_FILE_PATH_MAX + 2}, &path), "too long");
	target[SP_FILE_PATH_MAX + 1] = '/';
	ok(!sp_file_path_read((struct sp_span){target, SP_FILE_PATH_MAX + 2}, &path),
		"too long by its slash");
	ok(sp_file_path_read((struct sp_span){target, SP_FILE_PATH_MAX - 1}, &path) &&
			sp_file_path_append(&path, sp_span("bc")) && path.len == SP_FILE_PATH_MAX &&
			strcmp(path.text + path.len - 3, "abc") == 0 &&
			!sp_file_path_append(&path, sp_span("d")),
		"something more");
}

static bool in(const char *target, const char *locations)
{
	struct sp_file_path path;

	return sp_file_path_read(sp_span(target), &path) && sp_file_path_in(&path, sp_span(locations));
}

static void locations(void)
{
	ok(in("/a/b", "/a") && in("/a", "/a") && in("/a/", "/a") && in("/a/b", "/a/") &&
			in("/b", "/") && in("/", "/") && in("/%61/b", "/a") && in("/b/c", "/a, /b"),
		"below");
	ok(!in("/ab", "/a") && !in("/ab", "/a/") && !in("/b/a", "/a") && !in("/", "/a") &&
			!in("/A/b", "/a") && !in("/a", "/a/b") && !in("/a", ""),
		"beside");
	ok(in("/a b/c", "/a b") && in("/x/y/z", "/x/y"), "longer ones");
	ok(sp_file_location_valid(sp_span("/")) && sp_file_location_valid(sp_span("/a/b/")) &&
			!sp_file_location_valid(sp_span("a")) && !sp_file_location_valid(sp_span("")) &&
			!sp_file_location_valid(sp_span("/../a")) && !sp_file_location_valid(sp_span("/a%20b")),
		"what may be one");
	ok(sp_file_name_valid(sp_span("index.html")) && !sp_file_name_valid(sp_span("")) &&
			!sp_file_name_valid(sp_span("a/b")) && !sp_file_name_valid(sp_span("..")) &&
			!sp_file_name_valid(sp_span("index.php")),
		"what may be an index file");
}

int main(void)
{
	run(decoded);
	run(refused);
	run(long_ones);
	run(locations);
	return check_end();
}
