/* SPDX-License-Identifier: MIT */
#include "wire/media_type.h"

static const struct known_type {
	const char *extension;
	const char *type;
} known_types[] = {
	{"html", "text/html; charset=utf-8"},
	{"htm", "text/html; charset=utf-8"},
	{"css", "text/css; charset=utf-8"},
	{"js", "text/javascript; charset=utf-8"},
	{"mjs", "text/javascript; charset=utf-8"},
	{"json", "application/json"},
	{"map", "application/json"},
	{"txt", "text/plain; charset=utf-8"},
	{"csv", "text/csv; charset=utf-8"},
	{"xml", "application/xml"},
	{"svg", "image/svg+xml"},
	{"png", "image/png"},
	{"jpg", "image/jpeg"},
	{"jpeg", "image/jpeg"},
	{"gif", "image/gif"},
	{"webp", "image/webp"},
	{"avif", "image/avif"},
	{"ico", "image/vnd.microsoft.icon"},
	{"woff", "font/woff"},
	{"woff2", "font/woff2"},
	{"ttf", "font/ttf"},
	{"mp3", "audio/mpeg"},
	{"mp4", "video/mp4"},
	{"webm", "video/webm"},
	{"pdf", "application/pdf"},
	{"zip", "application/zip"},
	{"gz", "application/gzip"},
	{"wasm", "application/wasm"},
	{"webmanifest", "application/manifest+json"},
};

const char *sp_media_type(struct sp_span path)
{
	size_t dot = path.len;
	size_t i;

	while (dot > 0 && path.data[dot - 1] != '.' && path.data[dot - 1] != '/') {
		dot--;
	}
	for (i = 0;
		 dot > 0 && path.data[dot - 1] == '.' && i < sizeof(known_types) / sizeof(known_types[0]);
		 i++) {
		struct sp_span extension = {path.data + dot, path.len - dot};

		if (sp_span_equals_nocase(extension, known_types[i].extension)) {
			return known_types[i].type;
		}
	}
	return "application/octet-stream";
}
