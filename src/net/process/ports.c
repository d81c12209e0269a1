/* SPDX-License-Identifier: MIT */
#include "net/process/ports.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct sp_shared_port {
	struct sp_message as; /* what it is passed as */
	int descriptor;       /* -1: closed */
	unsigned wave;        /* of the last worker that took it */
	bool confirmed;       /* that one, or an earlier one, has served */
};

/* Takes the descriptor. */
static bool add(struct sp_ports *ports, const struct sp_message *as, int descriptor, unsigned wave)
{
	struct sp_shared_port *larger =
		realloc(ports->all, (size_t) (ports->count + 1) * sizeof(*larger));

	if (larger == NULL || descriptor < 0) {
		if (larger != NULL) {
			ports->all = larger;
		}
		if (descriptor >= 0) {
			close(descriptor);
		}
		return false;
	}
	ports->all = larger;
	ports->all[ports->count] = (struct sp_shared_port){*as, descriptor, wave, false};
	ports->all[ports->count].as.kind = SP_MESSAGE_PORT;
	ports->all[ports->count].as.number = ports->count;
	ports->count++;
	return true;
}

bool sp_ports_add(
	struct sp_ports *ports, const char *host, int port, int type, bool is_path, int descriptor)
{
	struct sp_message as = {.port = port, .type = type, .is_path = is_path};

	snprintf(as.text, sizeof(as.text), "%s", host);
	return add(ports, &as, descriptor, 0);
}

bool sp_ports_adopt(
	struct sp_ports *ports, const struct sp_message *opened, int descriptor, unsigned wave)
{
	return add(ports, opened, descriptor, wave);
}

bool sp_ports_send(const struct sp_ports *ports, int channel)
{
	struct sp_message begin = {.kind = SP_MESSAGE_BEGIN};

	for (int i = 0; i < ports->count; i++) {
		const struct sp_shared_port *port = &ports->all[i];

		if (port->descriptor >= 0 && !sp_channel_send(channel, &port->as, port->descriptor)) {
			return false;
		}
	}
	return sp_channel_send(channel, &begin, -1);
}

void sp_ports_taken(struct sp_ports *ports, int number, unsigned wave)
{
	if (number >= 0 && number < ports->count) {
		ports->all[number].wave = wave;
	}
}

static void close_port(struct sp_shared_port *port, bool remove)
{
	if (port->descriptor < 0) {
		return;
	}
	close(port->descriptor);
	port->descriptor = -1;
	if (remove && port->as.is_path) {
		unlink(port->as.text);
	}
}

void sp_ports_keep(struct sp_ports *ports, unsigned wave)
{
	for (int i = 0; i < ports->count; i++) {
		struct sp_shared_port *port = &ports->all[i];

		if (port->wave == wave) {
			port->confirmed = true;
		} else {
			close_port(port, true);
		}
	}
}

void sp_ports_drop(struct sp_ports *ports, unsigned wave)
{
	for (int i = 0; i < ports->count; i++) {
		struct sp_shared_port *port = &ports->all[i];

		if (port->wave == wave && !port->confirmed) {
			close_port(port, true);
		}
	}
}

void sp_ports_renounce(struct sp_ports *ports)
{
	for (int i = 0; i < ports->count; i++) {
		close_port(&ports->all[i], false);
	}
}

void sp_ports_fini(struct sp_ports *ports, bool remove)
{
	for (int i = 0; i < ports->count; i++) {
		close_port(&ports->all[i], remove);
	}
	free(ports->all);
	ports->all = NULL;
	ports->count = 0;
}
