/* SPDX-License-Identifier: MIT */
#include "wire/http_condition.h"

#include "wire/http_chars.h"
#include "wire/http_date.h"

static bool same(struct sp_span a, struct sp_span b)
{
	return a.len == b.len && memcmp(a.data, b.data, a.len) == 0;
}

/* Takes an entity tag off the front of a list. A comma in one does not end it. False: there is
 * none. */
static bool take_etag(struct sp_span *list, struct sp_span *etag, bool *weak)
{
	const char *end = list->data + list->len;
	const char *at = list->data;
	const char *quote;

	while (at < end && (*at == ',' || sp_http_is_blank(*at))) {
		at++;
	}
	*weak = end - at >= 2 && at[0] == 'W' && at[1] == '/';
	at += *weak ? 2 : 0;
	if (at == end || *at != '"' || (quote = memchr(at + 1, '"', (size_t) (end - at) - 1)) == NULL) {
		return false;
	}
	*etag = (struct sp_span){at, (size_t) (quote - at) + 1};
	*list = (struct sp_span){quote + 1, (size_t) (end - quote) - 1};
	return true;
}

/* strong: a weak tag equals none (RFC 9110 §8.8.3.2). */
static bool names(struct sp_span list, struct sp_span etag, bool strong)
{
	struct sp_span item;
	bool weak;

	if (sp_span_equals(list, "*")) {
		return true;
	}
	while (take_etag(&list, &item, &weak)) {
		if (same(item, etag) && !(weak && strong)) {
			return true;
		}
	}
	return false;
}

/* *any: there is such a field. True: one of them names what there is. */
static bool field_names(
	const struct sp_http_head *head, const char *name, struct sp_span etag, bool strong, bool *any)
{
	bool found = false;

	*any = false;
	for (size_t i = 0; i < head->field_count; i++) {
		if (sp_span_equals_nocase(head->fields[i].name, name)) {
			*any = true;
			found |= names(head->fields[i].value, etag, strong);
		}
	}
	return found;
}

/* The value of a field that may come once. NULL: it did not come, or several times. */
static const struct sp_span *find_single(const struct sp_http_head *head, const char *name)
{
	const struct sp_span *found = NULL;

	for (size_t i = 0; i < head->field_count; i++) {
		if (sp_span_equals_nocase(head->fields[i].name, name)) {
			if (found != NULL) {
				return NULL;
			}
			found = &head->fields[i].value;
		}
	}
	return found;
}

/* False: there is no such field, or no date in it. */
static bool read_date(
	const struct sp_http_head *head, const char *name, int64_t now_s, int64_t *seconds)
{
	const struct sp_span *value = find_single(head, name);

	return value != NULL && sp_http_date_read(*value, now_s, seconds);
}

enum sp_http_verdict sp_http_condition(
	const struct sp_http_head *head, const struct sp_http_validators *validators)
{
	int64_t modified_s = validators->modified_s, date;
	bool any;
	bool named = field_names(head, "If-Match", validators->etag, true, &any);

	/* The order is that of RFC 9110 §13.2.2. */
	if (any ? !named
			: read_date(head, "If-Unmodified-Since", validators->now_s, &date) &&
				  modified_s > date) {
		return SP_HTTP_FAILED;
	}
	named = field_names(head, "If-None-Match", validators->etag, false, &any);
	if (any ? named
			: read_date(head, "If-Modified-Since", validators->now_s, &date) &&
				  modified_s <= date) {
		return SP_HTTP_NOT_MODIFIED;
	}
	return SP_HTTP_SEND;
}

const struct sp_span *sp_http_range_wanted(
	const struct sp_http_head *head, const struct sp_http_validators *validators)
{
	const struct sp_span *range = find_single(head, "Range");
	const struct sp_span *condition = find_single(head, "If-Range");
	int64_t date;

	if (sp_http_head_find(head, "If-Range") == NULL) {
		return range;
	}
	if (range == NULL || condition == NULL) {
		return NULL;
	}
	if (condition->len > 0 && condition->data[0] == '"') {
		return same(*condition, validators->etag) ? range : NULL;
	}
	/* A second in which it may change again tells nothing (RFC 9110 §8.8.2.2). */
	return sp_http_date_read(*condition, validators->now_s, &date) &&
				   date == validators->modified_s && date < validators->now_s
			   ? range
			   : NULL;
}
