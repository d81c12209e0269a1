/* SPDX-License-Identifier: MIT */
#include "php/main/inbox.h"

#include "php/server/letters.h"
#include "php/task/tasks.h"

#define LETTERS_A_TICK 100 /* between them others are served */

static void pass_on(struct php_seatpush_server *server, struct php_seatpush_letter *letter)
{
	if (letter->head.kind == SEATPUSH_LETTER_MESSAGE) {
		php_seatpush_message_came(letter);
	} else {
		php_seatpush_tasks_letter(server, letter);
	}
}

void php_seatpush_inbox_run(void)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);
	struct php_seatpush_letter *letter;

	for (int n = 0; server != NULL && server->net->core.machine != NULL &&
					!server->net->core.halted && !SEATPUSH_G(fatal);
		 n++) {
		if (n == LETTERS_A_TICK) {
			server->net->core.loop->again = true;
			return;
		}
		letter = php_seatpush_letter_take(server->net->core.machine);
		if (letter == NULL) {
			return;
		}
		pass_on(server, letter);
	}
}
