/* SPDX-License-Identifier: MIT */
#include "net/conn/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "base/peers.h"
#include "net/conn/core.h"
#include "net/conn/listener.h"
#include "net/loop/log.h"
#include "wire/address.h"

struct sp_peer_name sp_peer_name(const struct sockaddr *address, size_t len)
{
	struct sp_peer_name name = {0};

	if (len < sizeof(sa_family_t)) {
		return name;
	}
	name.family = (uint8_t) address->sa_family;
	if (address->sa_family == AF_INET) {
		const struct sockaddr_in *in = (const void *) address;

		memcpy(name.addr, &in->sin_addr, sizeof(in->sin_addr));
		name.port = ntohs(in->sin_port);
	} else if (address->sa_family == AF_INET6) {
		const struct sockaddr_in6 *in6 = (const void *) address;

		memcpy(name.addr, &in6->sin6_addr, sizeof(in6->sin6_addr));
		name.port = ntohs(in6->sin6_port);
	}
	return name;
}

bool sp_peer_trusted(const struct sp_listener *listener, const struct sp_peer_name *name)
{
	struct sp_address address;

	if (listener->trusted == NULL) {
		return false;
	}
	address = sp_address_of(name->addr, sp_addr_len(name->family));
	return sp_networks_have(listener->trusted, &address);
}

bool sp_peer_welcome(struct sp_listener *listener, const struct sp_peer_name *name)
{
	struct sp_core *core = listener->core;
	const struct sp_port_settings *settings = &listener->settings;
	uint32_t now_s = core->loop->now_s;
	char text[INET6_ADDRSTRLEN] = "";
	enum sp_peer_verdict verdict;

	if (listener->peers == NULL) {
		return true;
	}
	verdict = sp_peers_enter(listener->peers, name->addr, sp_addr_len(name->family), now_s,
		settings->max_conn_per_ip, settings->accept_rate_per_ip);
	if (verdict == SP_PEER_WELCOME) {
		return true;
	}
	core->counters.refused_peers++;
	if (sp_log_due(&core->logged.peer_s, now_s)) {
		inet_ntop(name->family, name->addr, text, sizeof(text));
		sp_log(SP_LOG_WARNING,
			"too many connections from %s: above %s, so new ones get 429 until they are below it",
			text, verdict == SP_PEER_TOO_MANY ? "max_conn_per_ip" : "accept_rate_per_ip");
	}
	return false;
}

void sp_peer_left(struct sp_listener *listener, const struct sp_peer_name *name)
{
	sp_peers_leave(
		listener->peers, name->addr, sp_addr_len(name->family), listener->core->loop->now_s);
}
