/* SPDX-License-Identifier: MIT */
/*
 * What a request for a file may say: its path, ranges, conditions, dates. The input is split at its
 * NULs into three texts, which end at a protected page; the third one's length chooses the file's
 * size.
 */
#include <stdlib.h>

#include "../unit/guard.h"
#include "base/buf.h"
#include "wire/file_path.h"
#include "wire/http_condition.h"
#include "wire/http_date.h"
#include "wire/http_range.h"

#define TEXT_MAX 3000
#define TEXTS 3
#define NOW 1700000000

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

/* Whatever it names lies below the folder, and is not hidden. */
static void paths(struct sp_span text, struct sp_span locations)
{
	struct sp_file_path path;
	const char *name, *end;

	if (sp_file_location_valid(text) && memchr(text.data, ',', text.len) == NULL &&
		text.data[text.len - 1] != ' ' && text.data[text.len - 1] != '\t') {
		must(sp_file_path_read(text, &path) && sp_file_path_in(&path, text));
	}
	if (!sp_file_path_read(text, &path)) {
		return;
	}
	must(path.len <= SP_FILE_PATH_MAX && path.len < text.len && strlen(path.text) == path.len);
	must(sp_file_path_in(&path, sp_span("/")));
	sp_file_path_in(&path, locations);
	for (name = path.text; *name != '\0'; name = *end ? end + 1 : end) {
		end = name + strcspn(name, "/");
		must(end > name && memchr(name, '\\', (size_t) (end - name)) == NULL);
		must(*name != '.' || (name == path.text && end - name == 11));
		must(sp_file_name_valid((struct sp_span){name, (size_t) (end - name)}) || *name == '.');
	}
}

/* They lie within the file, and are not more than it all together. */
static void ranges(struct sp_span value, uint64_t size)
{
	struct sp_http_ranges read;
	struct sp_buf out = {0};
	uint64_t sum = 0;

	if (sp_http_ranges_read(value, size, &read) != SP_HTTP_RANGES_SOME) {
		return;
	}
	must(read.count > 0 && read.count <= SP_HTTP_RANGES_MAX);
	for (unsigned i = 0; i < read.count; i++) {
		must(read.of[i].len > 0 && read.of[i].at < size && read.of[i].len <= size - read.of[i].at);
		sum += read.of[i].len;
		must(sp_http_put_part(&out, "boundary", sp_span("a/b"), &read.of[i], size));
	}
	must(sum <= size);
	sp_buf_fini(&out);
}

static void dates(struct sp_span text)
{
	struct sp_http_date cache = {0};
	int64_t seconds, again;

	if (sp_http_date_read(text, NOW, &seconds)) {
		must(sp_http_date_read(sp_http_date(&cache, (time_t) seconds), NOW, &again));
		must(seconds == again);
	}
}

static void conditions(struct sp_span one, struct sp_span two)
{
	static const char *const names[] = {"If-Match", "If-None-Match", "If-Modified-Since",
		"If-Unmodified-Since", "If-Range", "Range"};
	struct sp_http_validators file = {{"\"a\"", 3}, NOW - 10, NOW};
	struct sp_http_head head = {0};
	size_t count = sizeof(names) / sizeof(names[0]);

	head.field_count = 2;
	for (size_t i = 0; i < count * count; i++) {
		head.fields[0] = (struct sp_http_field){sp_span(names[i / count]), one};
		head.fields[1] = (struct sp_http_field){sp_span(names[i % count]), two};
		sp_http_condition(&head, &file);
		sp_http_range_wanted(&head, &file);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	static const uint64_t sizes[] = {0, 1, 10, 70000, INT64_MAX, UINT64_MAX};
	struct sp_span texts[TEXTS] = {{"", 0}, {"", 0}, {"", 0}};
	const char *at, *end, *cut;

	if (len > TEXT_MAX) {
		return 0;
	}
	at = guarded(input, len);
	end = at + len;
	for (size_t i = 0; i < TEXTS && at < end; i++) {
		cut = i + 1 < TEXTS ? memchr(at, '\0', (size_t) (end - at)) : NULL;
		cut = cut ? cut : end;
		texts[i] = (struct sp_span){at, (size_t) (cut - at)};
		at = cut + 1;
	}
	paths(texts[0], texts[1]);
	dates(texts[0]);
	ranges(texts[0], sizes[texts[2].len % (sizeof(sizes) / sizeof(sizes[0]))]);
	conditions(texts[0], texts[1]);
	return 0;
}
