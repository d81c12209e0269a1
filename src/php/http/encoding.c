/* SPDX-License-Identifier: MIT */
#include "php/http/encoding.h"

#include "net/server/server.h"
#include "php/engine/text.h"
#include "php/http/fields.h"
#include "php/server/object.h"
#include "wire/http_request.h"
#include "wire/http_response.h"
#include "wire/media_pattern.h"

#define STATUS_RESET 205
#define STATUS_PARTIAL 206
#define LEVEL_MIN 1
#define LEVEL_MAX 9

static bool has_token(struct sp_span list, const char *token)
{
	struct sp_span element;

	while (sp_http_list_next(&list, &element)) {
		if (sp_span_equals_nocase(element, token)) {
			return true;
		}
	}
	return false;
}

/* Of Cache-Control (RFC 9111 §5.2.2.6). */
static bool forbids(struct sp_span text)
{
	return has_token(text, "no-transform");
}

/* Of Vary: it names what the coding depends on. */
static bool varies(struct sp_span text)
{
	return has_token(text, "Accept-Encoding") || has_token(text, "*");
}

/* True if it holds of a field's value, or of one of its values. */
static bool any_text(zval *value, bool (*holds)(struct sp_span text))
{
	zval *entry;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_STRING) {
		return holds(php_seatpush_span(Z_STR_P(value)));
	}
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return false;
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), entry) {
		ZVAL_DEREF(entry);
		if (Z_TYPE_P(entry) == IS_STRING && holds(php_seatpush_span(Z_STR_P(entry)))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* True for a field that says what the body's bytes are, so that they must stay. */
static bool is_of_bytes(struct sp_span name, zval *value)
{
	static const char *const names[] = {"Content-Encoding", "Content-Range", "Content-Digest",
		"Repr-Digest", "Digest", "Content-MD5"};

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_NULL) {
		return false;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (sp_span_equals_nocase(name, names[i])) {
			return true;
		}
	}
	return sp_span_equals_nocase(name, "Cache-Control") && any_text(value, forbids);
}

static bool is_listed(const struct sp_conn *conn, struct sp_span type)
{
	const char *types = conn->listener->settings.http_compression_types;

	return sp_media_listed(sp_span(types != NULL ? types : SP_MEDIA_COMPRESSIBLE), type);
}

/* True if the answer's body may be compressed, for clients that accept it. */
static bool may_encode(const struct php_seatpush_encoding *encoding,
	const struct php_seatpush_coded *coded, const struct sp_conn *conn)
{
	HashTable *fields = php_seatpush_array_of(coded->fields);
	struct sp_span type = sp_span("text/html"); /* what php_seatpush_put_fields() says */
	zend_string *key;
	zval *value;

	if (encoding->plain || coded->has_length || coded->status == STATUS_RESET ||
		coded->status == STATUS_PARTIAL || sp_http_status_bodiless((int) coded->status)) {
		return false;
	}
	if (fields == NULL) {
		return is_listed(conn, type);
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL (fields, key, value) {
		if (key == NULL) {
			continue;
		}
		if (is_of_bytes(php_seatpush_span(key), value)) {
			return false;
		}
		ZVAL_DEREF(value);
		if (sp_span_equals_nocase(php_seatpush_span(key), "Content-Type") &&
			Z_TYPE_P(value) != IS_NULL) {
			type = Z_TYPE_P(value) == IS_STRING ? php_seatpush_span(Z_STR_P(value)) : sp_span("");
		}
	}
	ZEND_HASH_FOREACH_END();
	return is_listed(conn, type);
}

static zend_string *add_coding(zend_string *text)
{
	return ZSTR_LEN(text) == 0 ? zend_string_init(ZEND_STRL("Accept-Encoding"), 0)
							   : zend_string_concat2(ZSTR_VAL(text), ZSTR_LEN(text),
									 ZEND_STRL(", Accept-Encoding"));
}

/* Another coding is another sequence of bytes, so a strong validator must not be the same; a weak
 * one may be (RFC 9110 §8.8.3). */
static zend_string *weaken(zend_string *text)
{
	return ZSTR_VAL(text)[0] == '"'
			   ? zend_string_concat2(ZEND_STRL("W/"), ZSTR_VAL(text), ZSTR_LEN(text))
			   : zend_string_copy(text);
}

/* Edits a text in an array that is ours, but whose values are the script's as well. */
static void edit(zval *place, zend_string *(*edited)(zend_string *text))
{
	zval *value = place;
	zend_string *text;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_STRING) {
		text = edited(Z_STR_P(value));
		zval_ptr_dtor(place);
		ZVAL_STR(place, text);
	}
}

/* The same for the values of a field that has several. Returns them, or NULL. */
static HashTable *separate(zval *place)
{
	zval *value = place;
	HashTable *list;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return NULL;
	}
	list = zend_array_dup(Z_ARRVAL_P(value));
	zval_ptr_dtor(place);
	ZVAL_ARR(place, list);
	return list;
}

static void put_text(HashTable *fields, const char *name, const char *text)
{
	zval value;

	ZVAL_STRING(&value, text);
	zend_hash_str_update(fields, name, strlen(name), &value);
}

static void put_vary(HashTable *fields)
{
	zval *place, *vary = NULL;
	zend_string *key;
	HashTable *list;
	zval value;

	ZEND_HASH_FOREACH_STR_KEY_VAL (fields, key, place) {
		if (key == NULL || !sp_span_equals_nocase(php_seatpush_span(key), "Vary")) {
			continue;
		}
		if (any_text(place, varies)) {
			return;
		}
		vary = place;
	}
	ZEND_HASH_FOREACH_END();
	if (vary == NULL || Z_TYPE_P(vary) == IS_NULL) {
		put_text(fields, "Vary", "Accept-Encoding");
	} else if ((list = separate(vary)) != NULL) {
		ZVAL_STRING(&value, "Accept-Encoding");
		zend_hash_next_index_insert(list, &value);
	} else {
		edit(vary, add_coding);
	}
}

static void weaken_value(zval *place)
{
	HashTable *list = separate(place);
	zval *entry;

	if (list == NULL) {
		edit(place, weaken);
		return;
	}
	ZEND_HASH_FOREACH_VAL (list, entry) {
		edit(entry, weaken);
	}
	ZEND_HASH_FOREACH_END();
}

static void weaken_tags(HashTable *fields)
{
	zend_string *key;
	zval *place;

	ZEND_HASH_FOREACH_STR_KEY_VAL (fields, key, place) {
		if (key != NULL && sp_span_equals_nocase(php_seatpush_span(key), "ETag")) {
			weaken_value(place);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Fields that say how the body is encoded, and that it could be otherwise. */
static void say(struct php_seatpush_coded *coded, enum sp_coding coding)
{
	HashTable *script = php_seatpush_array_of(coded->fields);
	HashTable *fields = script != NULL ? zend_array_dup(script) : zend_new_array(2);

	put_vary(fields);
	if (coding != SP_CODING_IDENTITY) {
		put_text(fields, "Content-Encoding", sp_coding_name(coding));
		weaken_tags(fields);
	}
	ZVAL_ARR(&coded->own, fields);
	coded->fields = &coded->own;
}

void php_seatpush_coded_fini(struct php_seatpush_coded *coded)
{
	zval_ptr_dtor(&coded->own);
	ZVAL_UNDEF(&coded->own);
}

static enum sp_coding accepted(const struct sp_conn *conn)
{
	return (enum sp_coding)((conn->flags & SP_CONN_CODING) >> SP_CONN_CODING_AT);
}

/* Scripts have levels of brotli's, which go from 0 to 11. */
static int level_of(const struct sp_conn *conn)
{
	int64_t level = conn->listener->settings.http_compression_level;

	return (int) (level < LEVEL_MIN ? LEVEL_MIN : level > LEVEL_MAX ? LEVEL_MAX : level);
}

static bool is_fit(const struct sp_conn *conn, size_t len)
{
	const struct sp_port_settings *settings = &conn->listener->settings;

	return len >= (size_t) settings->http_compression_min_length &&
		   len <= (size_t) settings->http_compression_max_length;
}

void php_seatpush_encode_whole(const struct php_seatpush_encoding *encoding,
	struct php_seatpush_coded *coded, const struct sp_conn *conn, struct sp_span *body)
{
	struct sp_core *core = sp_conn_core(conn);
	enum sp_coding coding = accepted(conn);
	/* What GET would have as its body, scripts need not make for HEAD. */
	bool unknown = body->len == 0 && (conn->flags & SP_CONN_HEAD_ONLY);

	if ((!unknown && (body->len == 0 || !is_fit(conn, body->len))) ||
		!may_encode(encoding, coded, conn)) {
		return;
	}
	if (coding != SP_CODING_IDENTITY &&
		sp_compressors_whole(&core->compressors, coding, level_of(conn), body->data, body->len)) {
		*body = (struct sp_span){core->compressors.scratch.data, core->compressors.scratch.len};
		core->counters.encoded++;
	} else {
		coding = SP_CODING_IDENTITY;
	}
	say(coded, coding);
}

/* NULL: there is none left, or no memory. */
static struct sp_compressor *take(const struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_compressor *compressor;

	if (core->compressors.taken >= core->settings.http_compression_streams) {
		core->counters.encode_full++;
		return NULL;
	}
	compressor = sp_compressors_take(&core->compressors, accepted(conn), level_of(conn));
	core->counters.encoded += compressor != NULL;
	return compressor;
}

void php_seatpush_encode_begin(struct php_seatpush_encoding *encoding,
	struct php_seatpush_coded *coded, const struct sp_conn *conn, size_t len, bool whole)
{
	enum sp_coding coding = accepted(conn);

	if (len > (size_t) conn->listener->settings.http_compression_max_length ||
		(whole && !is_fit(conn, len)) || !may_encode(encoding, coded, conn)) {
		return;
	}
	if (coding != SP_CODING_IDENTITY && !(conn->flags & SP_CONN_HEAD_ONLY)) {
		encoding->compressor = take(conn);
		coding = encoding->compressor != NULL ? coding : SP_CODING_IDENTITY;
	}
	say(coded, coding);
}

bool php_seatpush_encode_piece(struct php_seatpush_encoding *encoding, const struct sp_conn *conn,
	struct sp_span *piece, bool last)
{
	struct sp_buf *out = &sp_conn_core(conn)->compressors.scratch;
	bool done;

	out->len = 0;
	done = sp_compressor_feed(encoding->compressor, piece->data, piece->len, last, out, SIZE_MAX) ==
		   SP_COMPRESSED;
	if (last || !done) {
		php_seatpush_encode_stop(encoding);
	}
	*piece = (struct sp_span){out->data, out->len};
	return done;
}

void php_seatpush_encode_forget(const struct sp_conn *conn)
{
	sp_compressors_forget(&sp_conn_core(conn)->compressors);
}

void php_seatpush_encode_stop(struct php_seatpush_encoding *encoding)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	if (encoding->compressor == NULL) {
		return;
	}
	if (server != NULL && server->net != NULL) {
		sp_compressors_give(&server->net->core.compressors, encoding->compressor);
	} else {
		sp_compressor_free(encoding->compressor); /* the others are gone */
	}
	encoding->compressor = NULL;
}
