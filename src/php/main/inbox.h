/* SPDX-License-Identifier: MIT */
/*
 * What other processes of the server have sent to this one's script.
 */
#ifndef PHP_SEATPUSH_MAIN_INBOX_H
#define PHP_SEATPUSH_MAIN_INBOX_H

/* At the end of a tick: passes on what has come, not too much at a time. */
void php_seatpush_inbox_run(void);

#endif
