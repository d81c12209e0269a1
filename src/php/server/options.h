/* SPDX-License-Identifier: MIT */
/*
 * set(): one table has every option that this server or Swoole's has, with its type, range,
 * default, unit and text. Parsing, refusals and the documentation are all made from it.
 */
#ifndef PHP_SEATPUSH_SERVER_OPTIONS_H
#define PHP_SEATPUSH_SERVER_OPTIONS_H

#include "php.h"

#include "net/conn/settings.h"
#include "php/server/option.h"

/* reload_mode: what a reload does with connections. */
enum php_seatpush_reload_mode {
	SEATPUSH_RELOAD_UNSET, /* as RECONNECT, unless something else asks for KEEP */
	SEATPUSH_RELOAD_RECONNECT,
	SEATPUSH_RELOAD_KEEP,
};

/* Everything that set() can change. A port has its own copy; only the port part of it is used. */
struct php_seatpush_settings {
	struct sp_port_settings port;
	struct sp_server_settings server;
	bool daemonize;
	bool supervise;
	enum php_seatpush_reload_mode reload_mode;
	int64_t reload_timeout_s, worker_timeout_s;
	bool send_yield;
	bool http_parse_post;
	bool http_parse_cookie;
	bool http_parse_files;
	bool task_object;
	bool task_enable_coroutine;
	int64_t upload_max_filesize;
	int64_t worker_num;
	int64_t max_request, max_request_grace;
	int64_t task_max_request, task_max_request_grace;
	int64_t task_worker_num;
	int64_t task_concurrency;
	int64_t task_queue;
	int64_t log_level;
	int64_t slow_callback_ms;
	int64_t max_concurrency;
	int64_t max_coroutine;
	int64_t send_timeout_ms; /* 0: none */
	int64_t total_callback_size;
	int64_t heartbeat_check_s;
	int64_t registry_lease_s;
	zend_string *pid_file; /* each is owned, or NULL */
	zend_string *log_file;
	zend_string *state_file;
	zend_string *redis; /* a Redis address */
	zend_string *redis_prefix;
	zend_string *subprotocols; /* separated by commas */
	zend_string *upload_tmp_dir;
	zend_string *allowed_origins; /* separated by commas */
	zend_string *trusted_proxies; /* the same */
	zend_string *ssl_cert_file, *ssl_key_file, *ssl_passphrase, *ssl_ciphers, *ssl_ecdh_curve;
	zend_string *ssl_client_cert_file;
	zend_string *ssl_sni_certs; /* lines, as in struct sp_tls_port_settings */
	bool static_files;
	zend_string *document_root;
	zend_string *locations;              /* separated by commas */
	zend_string *index_files;            /* the same */
	zend_string *http_compression_types; /* the same */
};

#define SEATPUSH_OPTIONS_MAX 256

struct php_seatpush_options {
	struct php_seatpush_settings settings;
	bool given[SEATPUSH_OPTIONS_MAX]; /* by position in the table */
};

/* True if text is a valid redis_prefix. */
bool php_seatpush_prefix_valid(const char *text, size_t len);

/* Sets every default. */
void php_seatpush_options_init(struct php_seatpush_options *options);
void php_seatpush_options_fini(struct php_seatpush_options *options);

/* Checks all options, then sets all. False: a ValueError was thrown and nothing was changed. */
bool php_seatpush_options_set(struct php_seatpush_options *options, HashTable *given, bool of_port);

/* A port takes over from the server whatever was not set for the port itself. */
void php_seatpush_options_inherit(
	struct php_seatpush_options *port, const struct php_seatpush_options *server);

/* The names of the options that were set and are ignored, joined by ", "; NULL if there are none.
 */
zend_string *php_seatpush_options_ignored(const struct php_seatpush_options *options);

#endif
