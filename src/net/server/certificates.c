/* SPDX-License-Identifier: MIT */
#include "net/server/certificates.h"

#include "net/conn/listener.h"
#include "net/loop/log.h"
#include "net/server/state.h"
#include "net/stream/tls_port.h"

bool sp_certificates_reload(struct sp_server *server, bool *failed)
{
	const struct sp_link *list = &server->listeners;
	bool any = false;
	struct sp_error error;

	*failed = false;
	for (const struct sp_link *link = list->next; link != list; link = link->next) {
		const struct sp_listener *listener = SP_CONTAINER(link, struct sp_listener, link);

		if (listener->tls == NULL) {
			continue;
		}
		any = true;
		if (sp_tls_port_reload(listener->tls, &error)) {
			sp_log(SP_LOG_INFO, "TLS: the certificates of %s were read again", listener->name);
		} else {
			*failed = true;
			sp_log(SP_LOG_ERROR, "TLS: %s keeps the certificates that it has: %s", listener->name,
				error.text);
		}
	}
	return any;
}
