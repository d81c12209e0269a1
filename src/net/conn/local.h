/* SPDX-License-Identifier: MIT */
/*
 * The server's own addresses. A connection's is asked for once, since that is a system call; there
 * are few different ones, so a connection keeps a number of one byte.
 */
#ifndef SP_NET_CONN_LOCAL_H
#define SP_NET_CONN_LOCAL_H

#include "wire/address.h"

#define SP_LOCALS_MAX 32

/* Those that are known. Zeroed is empty. */
struct sp_locals {
	struct sp_address of[SP_LOCALS_MAX]; /* as they are: a mapped one stays one of IPv6 */
	uint8_t count;
};

/* Its number, from 1 on: of[number - 1] is the address. 0: there are too many. */
uint8_t sp_locals_number(struct sp_locals *locals, const struct sp_address *address);

#endif
