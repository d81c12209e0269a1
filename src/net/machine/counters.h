/* SPDX-License-Identifier: MIT */
/*
 * What a server counts.
 */
#ifndef SP_NET_MACHINE_COUNTERS_H
#define SP_NET_MACHINE_COUNTERS_H

#include <stdint.h>

/* Counted since start(); stats() shows them. All are uint64_t. */
struct sp_counters {
	uint64_t accepted, closed, aborted, refused_full, refused_peers, refused_requests;
	uint64_t requests, responses, messages_in, messages_out, publishes;
	uint64_t bytes_in, bytes_out;
	uint64_t coalesced; /* messages that a later one replaced in a window */
	uint64_t conflated; /* messages that a later one replaced in a queue */
	uint64_t dropped;   /* messages with may_drop that a full queue dropped or refused */
	uint64_t push_gone, push_full, protocol_errors, timeouts;
	uint64_t floods; /* connections closed for exceeding a rate */
	uint64_t refused_origins, refused_input, refused_memory;
	uint64_t tasks, refused_tasks;
	uint64_t refused_tls;        /* handshakes that failed */
	uint64_t deflated, inflated; /* messages that went out, or came, compressed */
	uint64_t saved;              /* bytes that deflated messages were shorter */
	uint64_t encoded;            /* responses that went out compressed */
	uint64_t encode_full;        /* and that did not, since too many others were under way */
	uint64_t peak_count;         /* connections at once */
	uint64_t peak_queued;        /* bytes in all queues, just before a flush */
	uint64_t peak_queue;         /* bytes in one queue */
};

/* Adds what another process has counted; of peaks the higher one stays. */
void sp_counters_add(struct sp_counters *counters, const struct sp_counters *more);

#endif
