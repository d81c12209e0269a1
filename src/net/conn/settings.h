/* SPDX-License-Identifier: MIT */
/*
 * The options as the core sees them. Defaults, units and texts are in the one table of
 * src/php/server/option_table.c; options.c beside it fills these structs.
 */
#ifndef SP_NET_CONN_SETTINGS_H
#define SP_NET_CONN_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/stream/tls_settings.h"

/* Each port has its own. Strings are borrowed from the port, which outlives the server. */
struct sp_port_settings {
	bool websocket;                /* upgrades are served */
	bool http;                     /* requests are served */
	int64_t package_max_length;    /* bytes of a message or body */
	int64_t head_max_length;       /* bytes of a request's head */
	int64_t socket_buffer_size;    /* bytes that may wait on one connection */
	int64_t buffer_high_watermark; /* bytes; 0: no BufferFull */
	int64_t buffer_low_watermark;  /* bytes */
	int64_t head_max_fields;       /* of a request */
	int64_t handshake_timeout_s;   /* for a whole head */
	int64_t body_timeout_s;        /* without a byte of the body */
	int64_t body_min_rate;         /* bytes a second of the body, on average; 0: any */
	int64_t write_timeout_s;       /* without the peer taking any of what waits for it */
	int64_t keepalive_timeout_s;   /* between two requests */
	int64_t close_timeout_s;       /* for the peer to end its side */
	int64_t ping_interval_s;       /* 0: no pings */
	int64_t heartbeat_idle_s;      /* 0: no limit */
	int64_t max_conn_per_ip;       /* 0: no limit */
	int64_t accept_rate_per_ip;    /* connections a second from one address; 0: no limit */
	int64_t max_topics;            /* of one connection */
	int64_t control_frame_rate;    /* a second from one connection; 0: no limit */
	int64_t message_rate;          /* frames a second from one connection; 0: no limit */
	bool open_close_frame;         /* frames of these kinds go to Message */
	bool open_ping_frame;
	bool open_pong_frame;
	bool tcp_nodelay;
	bool tcp_keepalive;
	int64_t tcp_keepidle_s;
	int64_t tcp_keepinterval_s;
	int64_t tcp_keepcount;
	int64_t backlog;
	const char *subprotocols;       /* separated by commas, the best first; NULL: none */
	const char *allowed_origins;    /* patterns separated by commas; NULL: all */
	const char *document_root;      /* absolute; of files that are served; NULL: none are */
	const char *locations;          /* paths below which the others are not asked for; NULL: none */
	const char *index_files;        /* names separated by commas, the best first; NULL: none */
	const char *trusted_proxies;    /* networks separated by commas; NULL: none */
	bool proxy_protocol;            /* connections begin with a head of the PROXY protocol */
	bool http_compression;          /* bodies of responses are compressed */
	int64_t http_compression_level; /* 0 to 11; see docs/options.md */
	int64_t http_compression_min_length, http_compression_max_length; /* bytes of a body */
	const char *http_compression_types; /* media types, as wire/media_pattern.h has them; NULL:
										   SP_MEDIA_COMPRESSIBLE */
	struct sp_tls_port_settings tls;    /* of a port with TLS */
};

struct sp_server_settings {
	int64_t worker_num;         /* processes that serve at a time, at least 1 */
	int64_t max_conn;           /* of all of them; 0: from the descriptor limit */
	int64_t node_id;            /* 0 to 255 */
	int64_t stop_timeout_s;     /* max_wait_time: from the request to stop until the end */
	int64_t reload_spread_s;    /* over which a reload closes what cannot move */
	int64_t total_buffer_size;  /* bytes that may wait on all connections of this process */
	int64_t total_input_size;   /* bytes of incomplete input on all connections of this process */
	int64_t ssl_max_handshakes; /* under way at the same time, in this process */
	bool compression;           /* clients may agree on permessage-deflate */
	int64_t compression_level, compression_memory; /* as zlib counts them */
	int64_t compression_window;                    /* the largest, in bits: 9 to 15 */
	int64_t compression_min_length;                /* bytes; a shorter message is not compressed */
	int64_t http_compression_streams;              /* of responses, at a time, in this process */
	int64_t max_calls;      /* of callbacks, until this process is to be replaced; 0: never */
	const char *state_file; /* NULL: none; keeps the last id used */
};

#endif
