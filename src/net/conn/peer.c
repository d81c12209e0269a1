/* SPDX-License-Identifier: MIT */
#include "net/conn/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

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

uint64_t sp_peer_key(const struct sp_listener *listener, const struct sp_peer_name *name)
{
	return listener->counts_peers
			   ? sp_peers_key(listener->peers_seed, name->addr, sp_addr_len(name->family))
			   : 0;
}

static struct sp_peer_limits limits_of(const struct sp_listener *listener)
{
	return (struct sp_peer_limits){
		listener->settings.max_conn_per_ip, listener->settings.accept_rate_per_ip};
}

enum sp_peer_verdict sp_peer_enter(struct sp_listener *listener, uint64_t key)
{
	struct sp_core *core = listener->core;
	const struct sp_peer_limits limits = limits_of(listener);
	struct sp_peers *peers;

	if (key == 0) {
		return SP_PEER_WELCOME;
	}
	if (core->machine == NULL) {
		sp_peers_grow(&core->peers, core->loop->now_s);
	}
	peers = core->machine != NULL ? sp_roll_peers(core->machine->roll) : core->peers;
	return sp_peers_enter(peers, key, core->loop->now_s, &limits);
}

void sp_peer_refuse(
	struct sp_listener *listener, const struct sp_peer_name *name, enum sp_peer_verdict verdict)
{
	struct sp_core *core = listener->core;
	char text[INET6_ADDRSTRLEN] = "";

	core->counters.refused_peers++;
	if (sp_log_due(&core->logged.peer_s, core->loop->now_s)) {
		inet_ntop(name->family, name->addr, text, sizeof(text));
		sp_log(SP_LOG_WARNING,
			"too many connections from %s: above %s, so new ones get 429 until they are below it",
			text, verdict == SP_PEER_TOO_MANY ? "max_conn_per_ip" : "accept_rate_per_ip");
	}
}

bool sp_peer_welcome(struct sp_listener *listener, int64_t id, const struct sp_peer_name *name)
{
	const struct sp_core *core = listener->core;
	const struct sp_peer_limits limits = limits_of(listener);
	uint64_t key = sp_peer_key(listener, name);
	enum sp_peer_verdict verdict = SP_PEER_WELCOME;

	if (key != 0 && core->machine != NULL) {
		verdict = sp_roll_count_for(core->machine->roll, id, key, core->loop->now_s, &limits);
	} else if (key != 0) {
		verdict = sp_peer_enter(listener, key);
	}
	if (verdict != SP_PEER_WELCOME) {
		sp_peer_refuse(listener, name, verdict);
	}
	return verdict == SP_PEER_WELCOME;
}

void sp_peer_take_over(struct sp_listener *listener, int64_t id, const struct sp_peer_name *name)
{
	const struct sp_core *core = listener->core;
	uint64_t key = sp_peer_key(listener, name);

	/* Also if this port has no limits any more: it would not be told when the connection ends. */
	if (core->machine != NULL) {
		sp_roll_count_for(core->machine->roll, id, key, core->loop->now_s, NULL);
	}
}

void sp_peer_left(struct sp_listener *listener, int64_t id, const struct sp_peer_name *name)
{
	const struct sp_core *core = listener->core;
	uint64_t key = sp_peer_key(listener, name);

	if (key != 0 && core->machine != NULL) {
		sp_roll_count_for(core->machine->roll, id, 0, core->loop->now_s, NULL);
	} else if (key != 0 && core->peers != NULL) {
		sp_peers_leave(core->peers, key);
	}
}
