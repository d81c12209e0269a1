/* SPDX-License-Identifier: MIT */
#include "net/conn/shaking.h"

#include <stdlib.h>

struct sp_secure *sp_secure_new(
	struct sp_conn *conn, struct sp_agenda *agenda, struct sp_tls_peer *peer, uint32_t now_s)
{
	struct sp_secure *secure = peer != NULL ? calloc(1, sizeof(*secure)) : NULL;

	if (secure == NULL) {
		sp_tls_peer_free(peer);
		return NULL;
	}
	secure->peer = peer;
	secure->conn = conn;
	secure->agenda = agenda;
	secure->began_s = now_s;
	sp_list_append(&agenda->shaking, &secure->shaking);
	agenda->shaking_count++;
	return secure;
}

void sp_secure_end_shaking(struct sp_secure *secure)
{
	if (sp_secure_is_shaking(secure)) {
		sp_link_remove(&secure->shaking);
		secure->agenda->shaking_count--;
	}
}

void sp_secure_free(struct sp_secure *secure)
{
	if (secure != NULL) {
		sp_secure_end_shaking(secure);
		sp_tls_peer_free(secure->peer);
		free(secure);
	}
}
