/* SPDX-License-Identifier: MIT */
#include "wire/file_path.h"

#include "wire/http_chars.h"
#include "wire/http_request.h"

static const char well_known[] = ".well-known";

/* Decodes octets until the next "/" or the end. *at is moved there. False: there is one that no
 * name may have, or the path becomes too long. */
static bool decode_name(struct sp_span path, size_t *at, struct sp_file_path *out)
{
	while (*at < path.len && path.data[*at] != '/') {
		int octet = (unsigned char) path.data[*at];

		if (octet == '%') {
			int high = path.len - *at > 2 ? sp_http_hex_value(path.data[*at + 1]) : -1;
			int low = high >= 0 ? sp_http_hex_value(path.data[*at + 2]) : -1;

			octet = low >= 0 ? high * 16 + low : '\0';
			*at += 2;
		}
		if (octet < ' ' || octet == 0x7F || octet == '/' || octet == '\\' ||
			out->len == SP_FILE_PATH_MAX) {
			return false;
		}
		out->text[out->len++] = (char) octet;
		(*at)++;
	}
	return true;
}

/* A program, or a copy of one such as "index.php~" or "a.php.bak": who runs PHP does not want it
 * read. */
static bool is_program(struct sp_span name)
{
	static const char *const endings[] = {".php", ".phtml", ".phar"};

	for (size_t i = 0; i < name.len; i++) {
		for (size_t k = 0; k < sizeof(endings) / sizeof(endings[0]); k++) {
			size_t len = strlen(endings[k]);

			if (name.len - i >= len &&
				sp_span_equals_nocase((struct sp_span){name.data + i, len}, endings[k])) {
				return true;
			}
		}
	}
	return false;
}

bool sp_file_name_valid(struct sp_span name)
{
	for (size_t i = 0; i < name.len; i++) {
		unsigned code = (unsigned char) name.data[i];

		if (code < ' ' || code == 0x7F || code == '/' || code == '\\') {
			return false;
		}
	}
	return name.len > 0 && name.data[0] != '.' && !is_program(name);
}

bool sp_file_path_read(struct sp_span path, struct sp_file_path *out)
{
	size_t at = 0;

	out->len = 0;
	if (path.len == 0 || path.data[0] != '/') {
		return false;
	}
	while (++at < path.len) {
		size_t begin = out->len;
		struct sp_span name;

		if (!decode_name(path, &at, out)) {
			return false;
		}
		name = (struct sp_span){out->text + begin, out->len - begin};
		if (!sp_file_name_valid(name) && (begin > 0 || !sp_span_equals(name, well_known))) {
			return false;
		}
		if (at < path.len) {
			if (out->len == SP_FILE_PATH_MAX) {
				return false;
			}
			out->text[out->len++] = '/';
		}
	}
	out->text[out->len] = '\0';
	return true;
}

bool sp_file_path_append(struct sp_file_path *path, struct sp_span name)
{
	if (name.len > SP_FILE_PATH_MAX - path->len) {
		return false;
	}
	memcpy(path->text + path->len, name.data, name.len);
	path->len += name.len;
	path->text[path->len] = '\0';
	return true;
}

bool sp_file_path_is_folder(const struct sp_file_path *path)
{
	return path->len == 0 || path->text[path->len - 1] == '/';
}

/* Without the slashes at its ends. */
static struct sp_span bare(struct sp_span location)
{
	size_t begin = location.len > 0 && location.data[0] == '/';
	size_t end = location.len;

	if (end > begin && location.data[end - 1] == '/') {
		end--;
	}
	return (struct sp_span){location.data + begin, end - begin};
}

bool sp_file_path_in(const struct sp_file_path *path, struct sp_span locations)
{
	struct sp_span location;

	while (sp_http_list_next(&locations, &location)) {
		struct sp_span name = bare(location);

		if (name.len == 0 ||
			(path->len >= name.len && memcmp(path->text, name.data, name.len) == 0 &&
				(path->len == name.len || path->text[name.len] == '/'))) {
			return true;
		}
	}
	return false;
}

bool sp_file_location_valid(struct sp_span location)
{
	struct sp_file_path path;

	return memchr(location.data, '%', location.len) == NULL && sp_file_path_read(location, &path);
}
