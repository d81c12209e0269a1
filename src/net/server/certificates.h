/* SPDX-License-Identifier: MIT */
/*
 * The certificates of the ports with TLS, while the server runs.
 */
#ifndef SP_NET_SERVER_CERTIFICATES_H
#define SP_NET_SERVER_CERTIFICATES_H

#include <stdbool.h>

struct sp_server;

/* Reads the files of all ports again; new connections get what they hold now. Those of a port that
 * cannot be used are logged, and it keeps what it had: then *failed is set. False: there is no port
 * with TLS. */
bool sp_certificates_reload(struct sp_server *server, bool *failed);

#endif
