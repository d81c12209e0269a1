/* SPDX-License-Identifier: MIT */
/*
 * PHP's parsers were made for the single request of a web server: they read and write globals of
 * the process. Each call here saves those globals, runs the parser, takes what it made, and
 * restores everything. A parser's warning is about what a client sent, so it goes to the log and
 * not to the script's error handler.
 */
#include "php/http/form.h"

#include "SAPI.h"
#include "main/php_variables.h"
#include "main/rfc1867.h"

#include "net/loop/log.h"
#include "php/engine/globals.h"
#include "php/server/object.h"

/* The script's error handling, saved while a parser runs, and the hook of the filter extension,
 * which would keep every value that it sees until the process ends. */
struct quiet {
	unsigned int (*filter)(
		int arg, const char *var, char **value, size_t len, size_t *filtered_len);
	zval handler;
	int reporting;
	int last_type, last_line;
	zend_string *last_message, *last_file;
};

static unsigned int pass(int arg, const char *var, char **value, size_t len, size_t *filtered_len)
{
	(void) arg;
	(void) var;
	(void) value;
	*filtered_len = len;
	return 1;
}

static void quiet_begin(struct quiet *quiet)
{
	quiet->filter = sapi_module.input_filter;
	sapi_module.input_filter = pass;
	ZVAL_COPY_VALUE(&quiet->handler, &EG(user_error_handler));
	ZVAL_UNDEF(&EG(user_error_handler));
	quiet->reporting = EG(error_reporting);
	EG(error_reporting) = 0;
	quiet->last_type = PG(last_error_type);
	quiet->last_line = PG(last_error_lineno);
	quiet->last_message = PG(last_error_message);
	quiet->last_file = PG(last_error_file);
	PG(last_error_message) = NULL;
	PG(last_error_file) = NULL;
}

/* Logs what a parser said, without the name of the function that PHP thinks called it. */
static void log_complaint(const char *text)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);
	const char *behind = strstr(text, "(): ");

	if (server != NULL && sp_log_due(&server->form_logged_s, server->net->core.loop->now_s)) {
		sp_log(SP_LOG_WARNING, "a request's form was not read completely: %s",
			behind ? behind + strlen("(): ") : text);
	}
}

static void quiet_end(const struct quiet *quiet)
{
	if (PG(last_error_message) != NULL) {
		log_complaint(ZSTR_VAL(PG(last_error_message)));
		zend_string_release(PG(last_error_message));
	}
	if (PG(last_error_file) != NULL) {
		zend_string_release(PG(last_error_file));
	}
	PG(last_error_type) = quiet->last_type;
	PG(last_error_lineno) = quiet->last_line;
	PG(last_error_message) = quiet->last_message;
	PG(last_error_file) = quiet->last_file;
	EG(error_reporting) = quiet->reporting;
	sapi_module.input_filter = quiet->filter;
	ZVAL_COPY_VALUE(&EG(user_error_handler), &quiet->handler);
}

/* A copy for the parser, which ends at a NUL: in the encoded form it goes on. */
static char *encode_nuls(struct sp_span text)
{
	static const char encoded[] = "%00";
	size_t count = 0, len = 0;
	char *copy;

	for (size_t i = 0; i < text.len; i++) {
		count += text.data[i] == '\0';
	}
	copy = safe_emalloc(count, sizeof(encoded) - 1, text.len + 1);
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '\0') {
			memcpy(copy + len, encoded, sizeof(encoded) - 1);
			len += sizeof(encoded) - 1;
		} else {
			copy[len++] = text.data[i];
		}
	}
	copy[len] = '\0';
	return copy;
}

void php_seatpush_form_fields(zval *out, struct sp_span text)
{
	struct quiet quiet;
	char *copy = memchr(text.data, '\0', text.len) != NULL ? encode_nuls(text)
														   : estrndup(text.data, text.len);

	array_init(out);
	quiet_begin(&quiet);
	sapi_module.treat_data(PARSE_STRING, copy, out); /* frees the copy */
	quiet_end(&quiet);
}

void php_seatpush_form_cookies(zval *out, zend_string *text)
{
	struct quiet quiet;
	zval *global = &PG(http_globals)[TRACK_VARS_COOKIE];
	char *data = SG(request_info).cookie_data;
	zval kept;

	quiet_begin(&quiet);
	ZVAL_COPY_VALUE(&kept, global);
	ZVAL_UNDEF(global);
	SG(request_info).cookie_data = ZSTR_VAL(text);
	sapi_module.treat_data(PARSE_COOKIE, NULL, NULL);
	SG(request_info).cookie_data = data;
	ZVAL_COPY_VALUE(out, global);
	ZVAL_COPY_VALUE(global, &kept);
	quiet_end(&quiet);
}

/* What the multipart parser has yet to read. Only one parser runs at a time. */
ZEND_TLS struct sp_span unread;

static size_t read_body(char *buffer, size_t wanted)
{
	size_t len = wanted < unread.len ? wanted : unread.len;

	memcpy(buffer, unread.data, len);
	unread.data += len;
	unread.len -= len;
	return len;
}

/* The globals of the multipart parser. */
struct stage {
	struct quiet quiet;
	size_t (*read_post)(char *buffer, size_t wanted);
	int (*progress)(unsigned int event, void *data, void **extra);
	HashTable *uploads;
	zval post, files;
	zend_long content_length;
	int64_t post_bytes;
	unsigned char post_read;
	char *upload_dir;
	zend_long upload_max;
};

static void stage_set(struct stage *stage, const struct php_seatpush_upload_limits *limits)
{
	quiet_begin(&stage->quiet);
	stage->read_post = sapi_module.read_post;
	sapi_module.read_post = read_body;
	stage->progress = php_rfc1867_callback; /* ext/session would open sessions */
	php_rfc1867_callback = NULL;
	stage->uploads = SG(rfc1867_uploaded_files);
	SG(rfc1867_uploaded_files) = NULL;
	ZVAL_COPY_VALUE(&stage->post, &PG(http_globals)[TRACK_VARS_POST]);
	array_init(&PG(http_globals)[TRACK_VARS_POST]);
	ZVAL_COPY_VALUE(&stage->files, &PG(http_globals)[TRACK_VARS_FILES]);
	ZVAL_UNDEF(&PG(http_globals)[TRACK_VARS_FILES]);
	stage->content_length = (zend_long) SG(request_info).content_length;
	SG(request_info).content_length = 0; /* package_max_length is the limit, not post_max_size */
	stage->post_bytes = SG(read_post_bytes);
	SG(read_post_bytes) = 0;
	stage->post_read = SG(post_read);
	SG(post_read) = 0;
	stage->upload_dir = PG(upload_tmp_dir);
	stage->upload_max = PG(upload_max_filesize);
	if (limits->dir != NULL) {
		PG(upload_tmp_dir) = ZSTR_VAL(limits->dir);
	}
	if (limits->maximum > 0) {
		PG(upload_max_filesize) = limits->maximum;
	}
}

static void note_upload(zend_string *name)
{
	zval entry;

	ZVAL_STR_COPY(&entry, name);
	if (zend_hash_add(SG(rfc1867_uploaded_files), name, &entry) == NULL) {
		zval_ptr_dtor(&entry);
	}
}

/* Adds the uploads that a parser made to those that move_uploaded_file() knows, and lists them in
 * tmp_names. */
static void keep_uploads(HashTable *made, zval *tmp_names)
{
	zend_string *name;

	ZVAL_NULL(tmp_names);
	if (made == NULL) {
		return;
	}
	if (SG(rfc1867_uploaded_files) == NULL) {
		SG(rfc1867_uploaded_files) = made;
	}
	if (zend_hash_num_elements(made) > 0) {
		array_init(tmp_names);
	}
	ZEND_HASH_FOREACH_STR_KEY(made, name)
	{
		add_next_index_str(tmp_names, zend_string_copy(name));
		note_upload(name);
	}
	ZEND_HASH_FOREACH_END();
	if (made != SG(rfc1867_uploaded_files)) {
		zend_hash_destroy(made);
		FREE_HASHTABLE(made);
	}
}

static void stage_clear(const struct stage *stage, zval *post, zval *files, zval *tmp_names)
{
	HashTable *made = SG(rfc1867_uploaded_files);

	ZVAL_COPY_VALUE(post, &PG(http_globals)[TRACK_VARS_POST]);
	ZVAL_COPY_VALUE(&PG(http_globals)[TRACK_VARS_POST], &stage->post);
	ZVAL_COPY_VALUE(files, &PG(http_globals)[TRACK_VARS_FILES]);
	ZVAL_COPY_VALUE(&PG(http_globals)[TRACK_VARS_FILES], &stage->files);
	SG(rfc1867_uploaded_files) = stage->uploads;
	keep_uploads(made, tmp_names);
	PG(upload_tmp_dir) = stage->upload_dir;
	PG(upload_max_filesize) = stage->upload_max;
	SG(post_read) = stage->post_read;
	SG(read_post_bytes) = stage->post_bytes;
	SG(request_info).content_length = stage->content_length;
	php_rfc1867_callback = stage->progress;
	sapi_module.read_post = stage->read_post;
	quiet_end(&stage->quiet);
}

static void null_if_empty(zval *array)
{
	if (Z_TYPE_P(array) != IS_ARRAY || zend_hash_num_elements(Z_ARRVAL_P(array)) == 0) {
		zval_ptr_dtor(array);
		ZVAL_NULL(array);
	}
}

void php_seatpush_form_multipart(zval *post, zval *files, zval *tmp_names,
	struct sp_span content_type, struct sp_span body,
	const struct php_seatpush_upload_limits *limits)
{
	/* The parser writes into this string. */
	char *type = estrndup(content_type.data, content_type.len);
	struct stage stage;

	unread = body;
	stage_set(&stage, limits);
	rfc1867_post_handler(type, &PG(http_globals)[TRACK_VARS_POST]);
	stage_clear(&stage, post, files, tmp_names);
	efree(type);
	null_if_empty(post);
	null_if_empty(files);
}

void php_seatpush_form_unlink(HashTable *tmp_names)
{
	zval *name;

	if (SG(rfc1867_uploaded_files) == NULL) {
		return;
	}
	ZEND_HASH_FOREACH_VAL (tmp_names, name) {
		/* A moved file is no longer in this list. */
		if (zend_hash_exists(SG(rfc1867_uploaded_files), Z_STR_P(name))) {
			VCWD_UNLINK(Z_STRVAL_P(name));
			zend_hash_del(SG(rfc1867_uploaded_files), Z_STR_P(name));
		}
	}
	ZEND_HASH_FOREACH_END();
}
