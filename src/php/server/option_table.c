/* SPDX-License-Identifier: MIT */
/*
 * The table. Rows of one kind are kept together; docs/options.md lists the served ones in this
 * order.
 */
#include "php/server/options.h"

#include "net/loop/log.h"
#include "wire/http_request.h"
#include "wire/ws_deflate.h"

#if defined(HAVE_SEATPUSH_ZLIB) || defined(HAVE_SEATPUSH_BROTLI) || defined(HAVE_SEATPUSH_ZSTD)
#define SEATPUSH_COMPRESSES
#endif

#define AT(field) offsetof(struct php_seatpush_settings, field)
#define BYTES_MAX ((int64_t) 1 << 40)
#define SECONDS_MAX ((int64_t) 86400 * 365)

#define SERVED_BOOL(name, scope, field, standard, text)                                           \
	{                                                                                             \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_BOOL, scope, AT(field), 0, 1, standard, "", \
			text                                                                                  \
	}
#define SERVED_INT(name, scope, field, min, max, standard, unit, text)                           \
	{                                                                                            \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_INT, scope, AT(field), min, max, standard, \
			unit, text                                                                           \
	}
#define SERVED_SECONDS(name, scope, field, min, max, text)                                         \
	{                                                                                              \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_SECONDS, scope, AT(field), min, max, 0, "s", \
			text                                                                                   \
	}
#define SERVED_TEXT(name, scope, field, text)                                                     \
	{                                                                                             \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_STRING, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_ORIGINS(name, scope, field, text)                                                   \
	{                                                                                              \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_ORIGINS, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_TOKENS(name, scope, field, text)                                                   \
	{                                                                                             \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_TOKENS, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_NETWORKS(name, scope, field, text)                                              \
	{                                                                                          \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_NETWORKS, scope, AT(field), 0, 0, 0, "", \
			text                                                                               \
	}
#define SERVED_LOCATIONS(name, scope, field, text)                                              \
	{                                                                                           \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_LOCATIONS, scope, AT(field), 0, 0, 0, "", \
			text                                                                                \
	}
#define SERVED_FILES(name, scope, field, text)                                                   \
	{                                                                                            \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_FILES, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_TYPES(name, scope, field, text)                                                   \
	{                                                                                            \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_TYPES, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_REDIS(name, scope, field, text)                                                   \
	{                                                                                            \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_REDIS, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_PREFIX(name, scope, field, text)                                                   \
	{                                                                                             \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_PREFIX, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_RELOAD(name, scope, field, text)                                                   \
	{                                                                                             \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_RELOAD, scope, AT(field), 0, 0, 0, "", text \
	}
#define SERVED_SNI(name, scope, field, text)                                                   \
	{                                                                                          \
		name, SEATPUSH_OPTION_SERVED, SEATPUSH_OPTION_SNI, scope, AT(field), 0, 0, 0, "", text \
	}
#define IGNORED(name, text)                                                             \
	{                                                                                   \
		name, SEATPUSH_OPTION_IGNORED, SEATPUSH_OPTION_INT, false, 0, 0, 0, 0, "", text \
	}
#define REFUSED(name, text)                                                             \
	{                                                                                   \
		name, SEATPUSH_OPTION_REFUSED, SEATPUSH_OPTION_INT, false, 0, 0, 0, 0, "", text \
	}

#define CLIENT_CA "ssl_client_cert_file is the file for the certificates of clients"
#define NO_TLS_COMPRESSION "TLS is never compressed"
#define NO_RAW "only HTTP and WebSocket are served"
#define NO_LISTS \
	"folders are not listed: name the files that a folder is to be served by in http_index_files"
#define NO_USER "start the process as that user instead, for example with User= in a systemd unit"
#define ONE_LOOP "each worker has one loop, which does everything"
#define FEWEST "the worker with the fewest connections takes the next one"
#define UNTIL_RELOAD "a worker serves until the next reload, which lets its callbacks end"
#define OWN_TASKS "task workers get tasks through shared memory"
#define NO_COROUTINES "every callback may wait, see sleep()"
#define NO_HTTP2 "HTTP/2 is not served; browsers use HTTP/1.1 for WebSocket"
#define OWN_LOOP "the loop and its threads need no settings"

const struct php_seatpush_option php_seatpush_option_table[] = {
	/* the whole server */
	SERVED_BOOL("daemonize", true, daemonize, 0, "run in the background once it listens"),
	SERVED_BOOL("supervise", true, supervise, 0,
		"serve in a process of its own, which is started again when it ends; reload() is possible"),
	SERVED_RELOAD("reload_mode", true, reload_mode,
		"what a reload does with connections: 'reconnect' closes those of the workers before with 1012, "
		"'keep' moves them to the new one, and implies supervise. An Adopt callback implies 'keep'"),
	SERVED_INT("reload_timeout", true, reload_timeout_s, 1, 86400, 60, "s",
		"that the script may take to come to start() when it is started again"),
	SERVED_INT("reload_spread", true, server.reload_spread_s, 0, 60, 0, "s",
		"over which a reload closes connections: all, or with reload_mode keep those over TLS"),
	SERVED_INT("worker_timeout", true, worker_timeout_s, 0, 86400, 0, "s",
		"with supervise: a worker whose loop does not turn for so long is killed, and another one "
		"started; 0: never. A callback that blocks does that"),
	SERVED_TEXT("pid_file", true, pid_file,
		"file that holds the process id while it runs; it must be new, empty or a pid file, and no link"),
	SERVED_TEXT("log_file", true, log_file,
		"file that log lines are appended to; without it, standard error"),
	SERVED_INT("log_level", true, log_level, 0, SP_LOG_NONE, SP_LOG_INFO, "",
		"0 debug, 2 info, 3 notice, 4 warning, 5 error, 6 nothing"),
	SERVED_INT("slow_callback_ms", true, slow_callback_ms, 0, INT32_MAX, 100, "ms",
		"a callback that holds the loop for longer is logged; 0: never"),
	SERVED_INT("max_concurrency", true, max_concurrency, 1, 1000000, 512, "callbacks",
		"that may wait at the same time, as in sleep() or for Redis; above it, nothing more is "
		"read. Timers and Connect and Close callbacks may go up to four times that; then "
		"sleep() throws. As many as that, besides, may wait for slow clients in write(), or in push() with "
		"send_yield; then the slowest is given up"),
	SERVED_INT("max_coroutine", true, max_coroutine, 1, 1000000, 10000, "coroutines",
		"that may live at the same time: those that go() started, and callbacks that asked for "
		"their id; above it go() throws"),
	SERVED_BOOL("send_yield", true, send_yield, 0,
		"push() and send() to a connection whose queue is full wait for room, in their callback or "
		"coroutine, instead of closing it with 1013; where nothing can wait, they close it. Those "
		"that wait for one connection go on in the order in which they came. Counts as write() does "
		"for max_concurrency. With seatpush.swoole_aliases=1 it is on unless it is set"),
	SERVED_SECONDS("send_timeout", true, send_timeout_ms, -1, SECONDS_MAX,
		"that they wait at most, may be a fraction; after that they return false, getLastError() is "
		"110, and the connection stays open without the message; 0 or -1: as long as the client takes "
		"something, see write_timeout"),
	SERVED_INT("max_wait_time", true, server.stop_timeout_s, 1, 3600, 3, "s",
		"an orderly stop takes no longer than this"),
	SERVED_INT("max_conn", true, server.max_conn, 0, UINT32_MAX, 0, "connections",
		"that may be open; more get 503; 0: as many as the descriptor limit allows"),
	SERVED_INT("max_connection", true, server.max_conn, 0, UINT32_MAX, 0, "connections",
		"the same as max_conn"),
	SERVED_INT("ssl_max_handshakes", true, server.ssl_max_handshakes, 1, 1000000, 1000,
		"handshakes",
		"of TLS under way at the same time in each worker; others wait for theirs, and while they do, one that "
		"takes more than 3 s is given up"),
	SERVED_INT("total_buffer_size", true, server.total_buffer_size, 1, BYTES_MAX, 256 << 20,
		"bytes",
		"that may wait on all connections together; above it, a connection whose queue is not "
		"empty counts as full, unless what waits may be left out, see topic(). A quarter more is "
		"for connections whose queues hold only messages that others wait for as well"),
	SERVED_INT("total_input_size", true, server.total_input_size, 1, BYTES_MAX, 256 << 20, "bytes",
		"of incomplete requests and messages, on all connections together; above it, one that "
		"grows gets 503, or close code 1013"),
	SERVED_INT("total_callback_size", true, total_callback_size, 0, BYTES_MAX, 0, "bytes",
		"of PHP's memory that the requests and messages of all running callbacks may take, by "
		"estimate; above it, more get 503, or close code 1013; 0: half of memory_limit"),
#ifdef HAVE_SEATPUSH_ZLIB
	SERVED_BOOL("websocket_compression", true, server.compression, 0,
		"messages are compressed, both ways, for clients that offer permessage-deflate (RFC 7692), as "
		"browsers do; each message alone, and once for all its receivers. See compression.md"),
#else
	REFUSED("websocket_compression",
		"SeatPush was built without zlib; install zlib1g-dev (zlib-devel, zlib-dev), and build it again"),
#endif
	SERVED_INT("compression_min_length", true, server.compression_min_length, 0, INT32_MAX, 128,
		"bytes",
		"of a message that is compressed; a shorter one goes out as it is, unless push() has "
		"WEBSOCKET_FLAG_COMPRESS, and so does one that would not get shorter"),
	SERVED_INT("websocket_compression_level", true, server.compression_level, 1, 9, 6, "",
		"of zlib: 1 is fastest, 9 is smallest"),
	SERVED_INT("websocket_compression_memory", true, server.compression_memory, 1, 9, 8, "",
		"zlib's memLevel: a compressor takes 2^(memLevel + 9) bytes and 2^(window + 2), once a process"),
	SERVED_INT("websocket_compression_window", true, server.compression_window,
		SP_WS_DEFLATE_WINDOW_MIN, SP_WS_DEFLATE_WINDOW_MAX, SP_WS_DEFLATE_WINDOW_MAX, "bits",
		"of the largest window, of 2^n bytes, that messages are compressed with; a client may ask for a "
		"smaller one, and there is one compressor for each that is in use"),
	SERVED_INT("http_compression_streams", true, server.http_compression_streams, 0, 1000000, 64,
		"responses",
		"that are sent in pieces, by write(), and compressed at the same time, in each worker; above "
		"it, others go out as they are. Each takes some 600 KiB"),
	SERVED_INT("node_id", true, server.node_id, 0, 255, 0, "",
		"part of every id; different on each machine. With a Registry in Redis, 0 takes a free one"),
	SERVED_TEXT("state_file", true, state_file,
		"file that keeps the last id, so that no id repeats even if the clock is set back"),
	SERVED_REDIS("redis", true, redis,
		"address for subscribeRedis(), consumeRedis() and the registry: redis://[user:password@]host[:port][/database], rediss:// for TLS, or "
		"unix:///path[?db=database]; without it, redis://127.0.0.1:6379"),
	SERVED_PREFIX("redis_prefix", true, redis_prefix,
		"start of the names of all keys that the registry and consumeRedis() keep in Redis: 1 to 64 "
		"of A-Z a-z 0-9 _ . - :; without it, seatpush"),
	SERVED_INT("registry_lease", true, registry_lease_s, 1, 3600, 10, "s",
		"after which other nodes consider a server gone that has not renewed it"),
	SERVED_INT("worker_num", true, worker_num, 1, 10000, 1, "processes",
		"that serve, each of which runs the script for itself, has variables of its own, and reaches all "
		"connections; at most 16 are started. More than 1 implies supervise; see processes.md"),
	SERVED_INT("max_request", true, max_request, 0, INT32_MAX, 0, "callbacks",
		"Request and Message, until another worker takes a worker's connections over, as at a reload; 0: "
		"never. Only with worker_num above 1 or supervise, and with reload_mode 'keep'"),
	SERVED_INT("max_request_grace", true, max_request_grace, 0, INT32_MAX, 0, "callbacks",
		"at most, by chance, beyond max_request, so that not all are replaced at once; 0: half of it"),
	SERVED_INT("task_max_request", true, task_max_request, 0, INT32_MAX, 0, "tasks",
		"until another task worker takes the place of one; 0: never"),
	SERVED_INT("task_max_request_grace", true, task_max_request_grace, 0, INT32_MAX, 0, "tasks",
		"the same as max_request_grace, for task_max_request"),
	SERVED_INT("task_worker_num", true, task_worker_num, 0, 10000, 0, "processes",
		"that run the tasks of task(), besides those of worker_num; at most 16 are started in all. More than "
		"0 implies supervise, if a Task callback is registered; 0: each worker runs its own tasks itself"),
	SERVED_INT("task_concurrency", true, task_concurrency, 0, 10000, 0, "tasks",
		"that run at the same time in each process that runs tasks, each in a coroutine; 0: one, or 100 "
		"with task_enable_coroutine"),
	SERVED_INT("task_queue", true, task_queue, 1, 10000000, 50000, "tasks",
		"of one worker that may wait to be run; above it task() returns false"),
	SERVED_BOOL("task_object", true, task_object, 0,
		"Task gets ($server, SeatPush\\Task $task) instead of four arguments"),
	SERVED_BOOL("task_use_object", true, task_object, 0, "the same as task_object"),
	SERVED_BOOL("task_enable_coroutine", true, task_enable_coroutine, 0,
		"the same as task_object, and taskWaitMulti() returns what taskCo() does. Tasks are "
		"coroutines without it, too"),

	/* each port */
	SERVED_BOOL("open_websocket_protocol", false, port.websocket, 1, "serve WebSocket upgrades"),
	SERVED_BOOL("open_http_protocol", false, port.http, 1, "serve plain HTTP requests"),
	SERVED_TOKENS("websocket_subprotocol", false, subprotocols,
		"the subprotocols that are spoken, an array or a string, the best first: the first one that "
		"the client offers is chosen"),
	SERVED_ORIGINS("allowed_origins", false, allowed_origins,
		"pages that may open a WebSocket or an event stream: an array of \"https://a.example\", "
		"\"https://*.a.example\", \"self\" (the requested host); others get 403"),
	SERVED_NETWORKS("trusted_proxies", false, trusted_proxies,
		"proxies whose X-Forwarded-For (or, without it, Forwarded) says who the client is, for "
		"remote_addr and the limits per address: an array of \"127.0.0.1\", \"10.0.0.0/8\", "
		"\"2001:db8::/32\", \"unix\" (who comes through a unix socket)"),
	SERVED_BOOL("proxy_protocol", false, port.proxy_protocol, 0,
		"every connection begins with a head of the PROXY protocol (version 1 or 2), which says who "
		"the client is; with trusted_proxies, only these may connect"),
	SERVED_TEXT("ssl_cert_file", false, ssl_cert_file,
		"with SSL in the port's type: PEM file with the certificate and, behind it, those of its issuers"),
	SERVED_TEXT("ssl_key_file", false, ssl_key_file,
		"PEM file with the key of that certificate; without it, the key is in ssl_cert_file"),
	SERVED_TEXT("ssl_passphrase", false, ssl_passphrase, "of that key, if it is encrypted"),
	SERVED_SNI("ssl_sni_certs", false, ssl_sni_certs,
		"certificates for other names: an array of \"b.example\" or \"*.b.example\" => [\"ssl_cert_file\" "
		"=> ..., \"ssl_key_file\" => ..., \"ssl_passphrase\" => ...]"),
	SERVED_INT("ssl_protocols", false, port.tls.protocols, 0, 255, 0, "",
		"versions of TLS: SWOOLE_SSL_TLSv1_2 (32), SWOOLE_SSL_TLSv1_3 (64); without either, both. Bits of "
		"older versions have no effect"),
	SERVED_TEXT("ssl_ciphers", false, ssl_ciphers,
		"of TLS 1.2, as openssl ciphers takes them; without it, those with forward secrecy and "
		"authenticated encryption"),
	SERVED_TEXT("ssl_ecdh_curve", false, ssl_ecdh_curve,
		"groups for the exchange of keys, such as X25519:P-256; without it or with auto, OpenSSL's"),
	SERVED_BOOL("ssl_prefer_server_ciphers", false, port.tls.prefer_server_ciphers, 1,
		"the server's order of ciphers counts, not the client's"),
	SERVED_BOOL("ssl_verify_peer", false, port.tls.verify_peer, 0,
		"clients must show a certificate that ssl_client_cert_file vouches for"),
	SERVED_BOOL("ssl_allow_self_signed", false, port.tls.allow_self_signed, 0,
		"with ssl_verify_peer: also one that nobody vouches for, for the script to look at"),
	SERVED_TEXT("ssl_client_cert_file", false, ssl_client_cert_file,
		"PEM file with the certificates of those who sign the certificates of clients"),
	SERVED_INT("ssl_verify_depth", false, port.tls.verify_depth, 0, 100, 10, "certificates",
		"between a client's and one of these, at most"),
	SERVED_INT("package_max_length", false, port.package_max_length, 1, INT32_MAX, 2 << 20, "bytes",
		"of a message or a request's body; longer: close code 1009, or 413"),
	SERVED_INT("head_max_length", false, port.head_max_length, 256, 1 << 20, 16 << 10, "bytes",
		"of a request's head; longer: 431"),
	SERVED_INT("head_max_fields", false, port.head_max_fields, 1, SP_HTTP_FIELDS_MAX,
		SP_HTTP_FIELDS_MAX, "fields", "of a request's head; more: 431"),
	SERVED_INT("socket_buffer_size", false, port.socket_buffer_size, 1, BYTES_MAX, 2 << 20, "bytes",
		"that may wait on one connection; a push above it closes the connection with 1013, unless "
		"its topic drops the oldest, see topic(), or waits, see send_yield"),
	SERVED_INT("buffer_high_watermark", false, port.buffer_high_watermark, 0, BYTES_MAX, 0, "bytes",
		"waiting on one connection at which BufferFull is called; 0: never"),
	SERVED_INT("buffer_low_watermark", false, port.buffer_low_watermark, 0, BYTES_MAX, 0, "bytes",
		"still waiting at which BufferEmpty is called after BufferFull"),
	SERVED_INT("max_conn_per_ip", false, port.max_conn_per_ip, 0, UINT32_MAX, 0, "connections",
		"from one IPv4 address or IPv6 /64, in all workers; more get 429; 0: no limit. Behind a "
		"proxy, all come from one address"),
	SERVED_INT("accept_rate_per_ip", false, port.accept_rate_per_ip, 0, UINT32_MAX, 0, "a second",
		"connections from one IPv4 address or IPv6 /64, to all workers; more get 429; 0: no limit"),
	SERVED_INT("handshake_timeout", false, port.handshake_timeout_s, 1, SECONDS_MAX, 10, "s",
		"for a complete request head; after that: 408, or a plain close if nothing came"),
	SERVED_INT("body_timeout", false, port.body_timeout_s, 1, SECONDS_MAX, 10, "s",
		"without a byte of a request's body; after that: 408"),
	SERVED_INT("body_min_rate", false, port.body_min_rate, 0, INT32_MAX, 500, "bytes a second",
		"of a request's body, on average and after body_timeout; slower: 408; 0: no limit"),
	SERVED_INT("write_timeout", false, port.write_timeout_s, 1, SECONDS_MAX, 60, "s",
		"in which a client takes none of what waits for it; after that, its connection is reset"),
	SERVED_INT("keepalive_timeout", false, port.keepalive_timeout_s, 1, SECONDS_MAX, 60, "s",
		"that an HTTP connection may be idle between two requests"),
	SERVED_INT("close_timeout", false, port.close_timeout_s, 1, SECONDS_MAX, 5, "s",
		"that a peer has to take what is queued and close, once the connection is closing"),
	SERVED_INT("ping_interval", false, port.ping_interval_s, 0, SECONDS_MAX, 25, "s",
		"of silence after which a WebSocket is pinged, or an event stream gets a comment; a "
		"WebSocket is gone after two unanswered pings; 0: never"),
	SERVED_INT("heartbeat_idle_time", false, port.heartbeat_idle_s, 0, SECONDS_MAX, 0, "s",
		"of silence after which a WebSocket is closed; 0: never"),
	SERVED_INT("heartbeat_check_interval", false, heartbeat_check_s, 0, SECONDS_MAX, 0, "s",
		"if heartbeat_idle_time is not set: sets it to twice this"),
	SERVED_INT("max_topics_per_connection", false, port.max_topics, 0, UINT16_MAX, 100, "topics",
		"that one connection may be subscribed to; beyond that, subscribe() returns false"),
	SERVED_INT("control_frame_rate", false, port.control_frame_rate, 0, UINT16_MAX, 64, "a second",
		"pings, pongs and empty fragments from one WebSocket; more: close code 1008; 0: no limit"),
	SERVED_INT("message_rate", false, port.message_rate, 0, INT32_MAX, 0, "a second",
		"messages or fragments from one WebSocket; more: close code 1008; 0: no limit"),
	SERVED_BOOL("open_websocket_close_frame", false, port.open_close_frame, 0,
		"close frames go to Message"),
	SERVED_BOOL("open_websocket_ping_frame", false, port.open_ping_frame, 0,
		"pings go to Message; the script answers them"),
	SERVED_BOOL("open_websocket_pong_frame", false, port.open_pong_frame, 0, "pongs go to Message"),
	SERVED_BOOL("http_parse_post", false, http_parse_post, 1, "fill $request->post"),
	SERVED_BOOL("http_parse_cookie", false, http_parse_cookie, 1, "fill $request->cookie"),
	SERVED_BOOL("http_parse_files", false, http_parse_files, 1,
		"fill $request->files and post from a multipart body; PHP's max_file_uploads applies"),
#ifdef SEATPUSH_COMPRESSES
	SERVED_BOOL("http_compression", false, port.http_compression, 0,
		"responses are compressed, by zstd, br or gzip, for clients that accept it, as browsers do. "
		"See compression.md. With seatpush.swoole_aliases=1 it is on unless it is set"),
#else
	IGNORED("http_compression", "SeatPush was built without zlib, brotli and zstd"),
#endif
	SERVED_INT("http_compression_level", false, port.http_compression_level, 0, 11, 1, "",
		"1 is fastest, 9 is smallest; 0 counts as 1, and more than 9 as 9"),
	SERVED_INT("http_gzip_level", false, port.http_compression_level, 0, 11, 1, "",
		"the same as http_compression_level"),
	SERVED_INT("compression_level", false, port.http_compression_level, 0, 11, 1, "",
		"the same as http_compression_level"),
	SERVED_INT("http_compression_min_length", false, port.http_compression_min_length, 0, INT32_MAX,
		256, "bytes", "of a body that is compressed; a shorter one goes out as it is"),
	SERVED_INT("http_compression_max_length", false, port.http_compression_max_length, 0, INT32_MAX,
		4 << 20, "bytes",
		"of a body that is compressed; a longer one goes out as it is, since nobody is served while "
		"one is compressed"),
	SERVED_TYPES("http_compression_types", false, http_compression_types,
		"media types that are compressed, an array such as [\"text/*\", \"application/json\", "
		"\"*+json\"]; without it, those of texts, scripts, data, fonts and pictures that are not "
		"compressed already"),
	SERVED_TYPES(
		"compression_types", false, http_compression_types, "the same as http_compression_types"),
	SERVED_TEXT("upload_tmp_dir", false, upload_tmp_dir,
		"directory for uploaded files; without it, PHP's upload_tmp_dir"),
	SERVED_INT("upload_max_filesize", false, upload_max_filesize, 0, INT32_MAX, 0, "bytes",
		"of one uploaded file; larger: error 1 in files; 0: PHP's upload_max_filesize"),
	SERVED_BOOL("enable_static_handler", false, static_files, 0,
		"serve the files below document_root to GET and HEAD, without asking Request"),
	SERVED_TEXT("document_root", false, document_root,
		"folder of these files; see static-files.md for which ones are served"),
	SERVED_LOCATIONS("static_handler_locations", false, locations,
		"an array of paths such as \"/assets\": files are served below these alone, and what is not "
		"there gets 404. Without it, whatever is no file of a known type goes to Request"),
	SERVED_FILES("http_index_files", false, index_files,
		"names of files, the best first, that a folder is served by: an array such as "
		"[\"index.html\"]"),
	SERVED_BOOL("open_tcp_nodelay", false, port.tcp_nodelay, 1, "TCP_NODELAY"),
	SERVED_BOOL("open_tcp_keepalive", false, port.tcp_keepalive, 0, "SO_KEEPALIVE"),
	SERVED_INT("tcp_keepidle", false, port.tcp_keepidle_s, 1, 32767, 3600, "s", "TCP_KEEPIDLE"),
	SERVED_INT(
		"tcp_keepinterval", false, port.tcp_keepinterval_s, 1, 32767, 60, "s", "TCP_KEEPINTVL"),
	SERVED_INT("tcp_keepcount", false, port.tcp_keepcount, 1, 127, 5, "", "TCP_KEEPCNT"),
	SERVED_INT(
		"backlog", false, port.backlog, 1, 65535, 512, "connections", "that wait to be accepted"),

	IGNORED("reactor_num", ONE_LOOP),
	IGNORED("single_thread", ONE_LOOP),
	IGNORED("dispatch_mode", FEWEST),
	IGNORED("dispatch_func", FEWEST),
	IGNORED("reload_async", UNTIL_RELOAD),
	IGNORED("enable_reuse_port", FEWEST),
	IGNORED("open_cpu_affinity", ONE_LOOP),
	IGNORED("cpu_affinity_ignore", ONE_LOOP),
	IGNORED("message_queue_key", OWN_TASKS),
	IGNORED("task_ipc_mode", OWN_TASKS),
	IGNORED("task_tmpdir", OWN_TASKS),
	IGNORED("worker_max_concurrency", "max_concurrency bounds it"),
	IGNORED("enable_coroutine", NO_COROUTINES),
	IGNORED("hook_flags", NO_COROUTINES),
	IGNORED("max_coro_num", NO_COROUTINES),
	IGNORED("stack_size", NO_COROUTINES),
	IGNORED("c_stack_size", NO_COROUTINES),
	IGNORED("enable_unsafe_event", "events are in order"),
	IGNORED("discard_timeout_request", "events are in order"),
	IGNORED("enable_delay_receive", "reading begins at once"),
	IGNORED("websocket_mask", "a server does not mask its frames (RFC 6455 section 5.1)"),
	IGNORED("buffer_output_size", "a message may be as long as memory allows"),
	IGNORED("output_buffer_size", "a message may be as long as memory allows"),
	IGNORED("input_buffer_size", "input is bounded by package_max_length"),
	IGNORED("buffer_input_size", "input is bounded by package_max_length"),
	IGNORED("kernel_socket_send_buffer_size", "the kernel chooses"),
	IGNORED("kernel_socket_recv_buffer_size", "the kernel chooses"),
	IGNORED("pipe_buffer_size", ONE_LOOP),
	IGNORED("tcp_fastopen", "the kernel chooses"),
	IGNORED("tcp_defer_accept", "the kernel chooses"),
	IGNORED("tcp_user_timeout", "ping_interval finds dead peers"),
	IGNORED("max_idle_time", "ping_interval finds dead peers"),
	IGNORED("package_body_offset", NO_RAW),
	IGNORED("package_eof", NO_RAW),
	IGNORED("package_length_type", NO_RAW),
	IGNORED("package_length_offset", NO_RAW),
	IGNORED("package_length_func", NO_RAW),
	IGNORED("open_http2_protocol", NO_HTTP2),
	IGNORED("log_date_format", "log lines have one form"),
	IGNORED("log_date_with_microseconds", "log lines have one form"),
	IGNORED("ssl_method", "see ssl_protocols"),
	IGNORED("ssl_dhparam", "keys are exchanged on elliptic curves"),
	IGNORED("ssl_compress", NO_TLS_COMPRESSION),
	IGNORED("ssl_disable_compression", NO_TLS_COMPRESSION),
	IGNORED("ssl_grease", "that is for clients"),
	IGNORED("log_rotation", "use logrotate; the signal HUP reopens log_file"),
	IGNORED("display_errors", "PHP's own setting applies"),
	IGNORED("trace_event_worker", "slow_callback_ms shows what blocks"),
	IGNORED("request_slowlog_file", "slow_callback_ms shows what blocks"),
	IGNORED("request_slowlog_timeout", "slow_callback_ms shows what blocks"),
	IGNORED("trace_flags", "log_level says how much is logged"),
	IGNORED("debug_mode", "log_level says how much is logged"),
	IGNORED("stats_file", "call stats()"),
	IGNORED("stats_timer_interval", "call stats()"),
	IGNORED("admin_server", "call stats()"),
	IGNORED("start_session_id", "ids never repeat"),
	IGNORED("bootstrap", ONE_LOOP),
	IGNORED("init_arguments", ONE_LOOP),
	IGNORED("max_queued_bytes", "input is bounded by total_input_size"),
	IGNORED("package_body_start", NO_RAW),
	IGNORED("http2_header_table_size", NO_HTTP2),
	IGNORED("http2_enable_push", NO_HTTP2),
	IGNORED("http2_max_concurrent_streams", NO_HTTP2),
	IGNORED("http2_init_window_size", NO_HTTP2),
	IGNORED("http2_max_frame_size", NO_HTTP2),
	IGNORED("http2_max_header_list_size", NO_HTTP2),
	IGNORED("http2_max_headers", NO_HTTP2),
	IGNORED("enable_preemptive_scheduler", "slow_callback_ms shows what blocks"),
	IGNORED("enable_deadlock_check", "coroutines that can never go on are always logged"),
	IGNORED("deadlock_check_disable_trace", "coroutines that can never go on are always logged"),
	IGNORED("deadlock_check_limit", "coroutines that can never go on are always logged"),
	IGNORED("deadlock_check_depth", "coroutines that can never go on are always logged"),
	IGNORED("aio_core_worker_num", OWN_LOOP),
	IGNORED("aio_worker_num", OWN_LOOP),
	IGNORED("aio_max_wait_time", OWN_LOOP),
	IGNORED("aio_max_idle_time", OWN_LOOP),
	IGNORED("thread_num", OWN_LOOP),
	IGNORED("min_thread_num", OWN_LOOP),
	IGNORED("max_thread_num", OWN_LOOP),
	IGNORED("iouring_entries", OWN_LOOP),
	IGNORED("iouring_workers", OWN_LOOP),
	IGNORED("iouring_flag", OWN_LOOP),
	IGNORED("enable_signalfd", OWN_LOOP),
	IGNORED("enable_kqueue", OWN_LOOP),
	IGNORED("wait_signal", OWN_LOOP),
	IGNORED("socket_dontwait", OWN_LOOP),
	IGNORED("dns_server", "the system looks names up"),
	IGNORED("dns_lookup_random", "the system looks names up"),
	IGNORED("dns_cache_refresh_time", "the system looks names up"),
	IGNORED("dns_cache_expire", "the system looks names up"),
	IGNORED("dns_cache_capacity", "the system looks names up"),
	IGNORED("use_async_resolver", "the system looks names up"),
	IGNORED("name_resolver", "the system looks names up"),
	IGNORED("socket_timeout", "Swoole's clients are not there"),
	IGNORED("socket_connect_timeout", "Swoole's clients are not there"),
	IGNORED("socket_read_timeout", "Swoole's clients are not there"),
	IGNORED("socket_recv_timeout", "Swoole's clients are not there"),
	IGNORED("socket_write_timeout", "Swoole's clients are not there"),
	IGNORED("socket_send_timeout", "Swoole's clients are not there"),
	IGNORED("socket_dns_timeout", "Swoole's clients are not there"),

	REFUSED("event_object", "callbacks get ids, not event objects; use the usual arguments"),
	REFUSED("http_autoindex", NO_LISTS),
	REFUSED("url_rewrite_rules",
		"leave it out, and check request_uri in Request, or rewrite in the web server in front"),
	REFUSED("user", NO_USER),
	REFUSED("group", NO_USER),
	REFUSED("chroot", NO_USER),
	REFUSED("open_eof_check", NO_RAW),
	REFUSED("open_eof_split", NO_RAW),
	REFUSED("open_length_check", NO_RAW),
	REFUSED("open_mqtt_protocol", NO_RAW),
	REFUSED("open_redis_protocol", NO_RAW),
	REFUSED("open_fastcgi_protocol", NO_RAW),
	REFUSED("open_ssl", "add SSL to the type of the port instead"),
	REFUSED("ssl_cafile", CLIENT_CA),
	REFUSED("ssl_capath", CLIENT_CA),
};

const size_t php_seatpush_option_count =
	sizeof(php_seatpush_option_table) / sizeof(php_seatpush_option_table[0]);

_Static_assert(sizeof(php_seatpush_option_table) / sizeof(php_seatpush_option_table[0]) <=
				   SEATPUSH_OPTIONS_MAX,
	"raise SEATPUSH_OPTIONS_MAX");
