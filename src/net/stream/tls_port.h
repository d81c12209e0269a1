/* SPDX-License-Identifier: MIT */
/*
 * TLS for a port on which we accept: its certificates, by the name that a client asks for, and the
 * rules of its handshakes. TLS 1.2 and 1.3, without renegotiation, compression and early data.
 *
 * Session tickets are encrypted with keys that follow from a secret, from what the port is, and
 * from the time: processes that have the secret in common accept each other's, and none are
 * accepted after SP_TLS_TICKET_S.
 */
#ifndef SP_NET_STREAM_TLS_PORT_H
#define SP_NET_STREAM_TLS_PORT_H

#include <stdbool.h>

#include "base/error.h"
#include "net/stream/tls_settings.h"

struct sp_tls_port;
struct ssl_ctx_st;

/* secret: SP_TLS_SECRET bytes. name: what the port is called; a ticket of another port is not
 * accepted. NULL: *error says which option to change. */
struct sp_tls_port *sp_tls_port_new(const struct sp_tls_port_settings *settings, const char *name,
	const unsigned char *secret, struct sp_error *error);

/* port may be NULL. Its connections may outlive it if nothing is received on them. */
void sp_tls_port_free(struct sp_tls_port *port);

/* Reads the files again: for new connections. False: *error says why, and nothing has changed. */
bool sp_tls_port_reload(struct sp_tls_port *port, struct sp_error *error);

/* Of the certificate for clients that name no host we know. Borrowed. */
struct ssl_ctx_st *sp_tls_port_context(struct sp_tls_port *port);

/* Memory for one record on its way out, which belongs to whoever writes, until it has written. */
char *sp_tls_port_record(struct sp_tls_port *port);

#endif
