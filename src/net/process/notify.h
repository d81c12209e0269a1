/* SPDX-License-Identifier: MIT */
/*
 * Tells a service manager what this process does: sd_notify(3), a datagram to NOTIFY_SOCKET.
 */
#ifndef SP_NET_PROCESS_NOTIFY_H
#define SP_NET_PROCESS_NOTIFY_H

/* When the module is loaded: finds out whether anybody wants to know. */
void sp_notify_begin(void);

void sp_notify_ready(void);
void sp_notify_reloading(void); /* sp_notify_ready() follows */
void sp_notify_stopping(void);

#endif
