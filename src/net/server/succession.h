/* SPDX-License-Identifier: MIT */
/*
 * One process follows another one, and its connections go over while both serve. Which of the two
 * has a connection makes no difference to whoever publishes.
 */
#ifndef SP_NET_SERVER_SUCCESSION_H
#define SP_NET_SERVER_SUCCESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "net/server/state.h"

/* Shares the machine's memory from now on, if this process has any. Before it accepts. False:
 * *error says why. */
bool sp_succession_join(struct sp_server *server, struct sp_error *error);

/* This process takes over what comes through the socket, which it takes. To be called for each
 * before it accepts. */
void sp_succession_take(struct sp_server *server, int fd);

/* Another process accepts from now on: all connections go there through the socket, which it takes.
 * Then this server stops. What has not moved after so many ms is closed (1012). */
void sp_succession_give(struct sp_server *server, int fd, uint64_t within_ms);

/* At the end of a tick. */
void sp_succession_step(struct sp_server *server);

/* In a child: all is the parent's. */
void sp_succession_renounce(struct sp_server *server);

/* Leaves the machine as well. */
void sp_succession_fini(struct sp_server *server);

#endif
