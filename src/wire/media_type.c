/* SPDX-License-Identifier: MIT */
#include "wire/media_type.h"

static const struct sp_media_type known_types[] = {
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

struct sp_span sp_media_extension(struct sp_span path)
{
	size_t dot = path.len;

	while (dot > 0 && path.data[dot - 1] != '.' && path.data[dot - 1] != '/') {
		dot--;
	}
	return dot > 0 && path.data[dot - 1] == '.' ? (struct sp_span){path.data + dot, path.len - dot}
												: (struct sp_span){path.data, 0};
}

const struct sp_media_type *sp_media_type_at(size_t i)
{
	return i < sizeof(known_types) / sizeof(known_types[0]) ? &known_types[i] : NULL;
}

const char *sp_media_type_of(struct sp_span extension)
{
	const struct sp_media_type *known;

	for (size_t i = 0; (known = sp_media_type_at(i)) != NULL; i++) {
		if (sp_span_equals_nocase(extension, known->extension)) {
			return known->type;
		}
	}
	return NULL;
}
