/* SPDX-License-Identifier: MIT */
/*
 * The fields and files of a request, read by PHP's own parsers with PHP's own limits
 * (max_input_vars, max_file_uploads, upload_max_filesize ...).
 */
#ifndef PHP_SEATPUSH_HTTP_FORM_H
#define PHP_SEATPUSH_HTTP_FORM_H

#include "php.h"

#include "base/span.h"

/* "a[b]=c&d=e": *out becomes an array. */
void php_seatpush_form_fields(zval *out, struct sp_span text);

/* A Cookie field: *out becomes an array. */
void php_seatpush_form_cookies(zval *out, zend_string *text);

/* Where uploads go, and how large one may be. */
struct php_seatpush_upload_limits {
	zend_string *dir;  /* NULL: PHP's upload_tmp_dir */
	zend_long maximum; /* bytes per file; 0: PHP's upload_max_filesize */
};

/* Parses a multipart/form-data body (RFC 7578). *post, *files (in the form of $_FILES) and
 * *tmp_names (the names of the temporary files) become arrays, or null if the body has none.
 * move_uploaded_file() knows the files. */
void php_seatpush_form_multipart(zval *post, zval *files, zval *tmp_names,
	struct sp_span content_type, struct sp_span body,
	const struct php_seatpush_upload_limits *limits);

/* Deletes the temporary files that are still where they were. */
void php_seatpush_form_unlink(HashTable *tmp_names);

#endif
