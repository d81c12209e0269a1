/* SPDX-License-Identifier: MIT */
#include "php/server/letters.h"

#include <stdlib.h>

#include "php.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "net/loop/log.h"
#include "net/process/crew.h"
#include "net/process/worker.h"
#include "php/engine/callback.h"
#include "php/engine/compat.h"
#include "php/engine/misuse.h"
#include "php/engine/packed.h"
#include "php/server/port.h"

enum sp_mailbox_put php_seatpush_post(const struct sp_machine *machine, unsigned place,
	int32_t process, struct php_seatpush_letter_head head, struct sp_span bytes, uint64_t *at)
{
	const struct sp_span parts[] = {{(const char *) &head, sizeof(head)}, bytes};

	head.worker = sp_worker_id();
	head.place = machine->place;
	head.process = (int32_t) sp_machine_process(machine, machine->place);
	return sp_machine_post(machine, place, process, parts, 2, at);
}

/* Not in PHP's memory, whose limit is the callbacks'. NULL: it is lost, which is logged. */
static struct php_seatpush_letter *copy(struct sp_span message)
{
	struct php_seatpush_letter *letter;
	size_t len = message.len - sizeof(letter->head);

	if (message.len < sizeof(letter->head)) {
		return NULL; /* nobody here wrote it */
	}
	letter = malloc(sizeof(*letter) + len);
	if (letter == NULL) {
		sp_log(SP_LOG_ERROR, "a message of another worker is lost: out of memory");
		return NULL;
	}
	letter->len = len;
	memcpy(&letter->head, message.data, sizeof(letter->head));
	memcpy(letter->bytes, message.data + sizeof(letter->head), len);
	return letter;
}

struct php_seatpush_letter *php_seatpush_letter_take(const struct sp_machine *machine)
{
	struct sp_mailbox *mailbox = sp_machine_mailbox(machine);
	struct php_seatpush_letter *letter = NULL;
	struct sp_span message;

	while (letter == NULL && sp_mailbox_look(mailbox, &message)) {
		uint64_t at;

		letter = copy(message);
		at = sp_mailbox_take(mailbox);
		if (letter != NULL) {
			letter->at = at;
		}
	}
	return letter;
}

static void call(void *arg)
{
	struct php_seatpush_letter *letter = arg;
	struct php_seatpush_callback *callback = php_seatpush_server_callback(SEATPUSH_ON_PIPE_MESSAGE);
	zval args[3];
	bool taken;

	if (callback == NULL) {
		free(letter);
		return;
	}
	php_seatpush_server_zval(&args[0]);
	ZVAL_LONG(&args[1], letter->head.worker);
	taken = php_seatpush_unpack(php_seatpush_letter_bytes(letter), &args[2]);
	if (!taken) {
		sp_log(SP_LOG_WARNING,
			"a message of worker %d (sendMessage()) is dropped, since unserialize() cannot read it: "
			"send arrays and texts in place of objects",
			letter->head.worker);
		zend_clear_exception();
	}
	free(letter);
	if (taken) {
		php_seatpush_call(callback, "PipeMessage", 3, args, NULL, NULL);
	}
	zval_ptr_dtor(&args[0]);
	zval_ptr_dtor(&args[2]);
}

void php_seatpush_message_came(struct php_seatpush_letter *letter)
{
	php_seatpush_call_in_fiber(call, letter);
}

/* The place of the worker. SP_MACHINE_PLACES: it is not there now, or there is none, and then that
 * was said. */
static unsigned find(const struct php_seatpush_server *server, zend_long worker)
{
	const struct sp_machine *machine = server->net->core.machine;
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	int64_t workers = settings->worker_num + settings->task_worker_num;
	unsigned place = SP_MACHINE_PLACES;

	workers = workers < SP_CREW_MAX ? workers : SP_CREW_MAX;
	if (machine != NULL && worker >= 0 && worker < SP_MACHINE_PLACES) {
		place = sp_machine_find(machine, (int) worker);
	}
	if (place < SP_MACHINE_PLACES && place != machine->place) {
		return place;
	}
	if (worker < 0 || worker >= workers || worker == sp_worker_id()) {
		php_seatpush_misuse(2,
			"must be the number of another worker, " ZEND_LONG_FMT
			" given: they count from 0 on, those of "
			"task_worker_num after those of worker_num",
			worker);
	}
	return SP_MACHINE_PLACES;
}

/* False: the mailbox is full, or an exception was thrown, or see php_seatpush_misuse(). */
static bool post(const struct sp_machine *machine, unsigned place, const smart_str *bytes)
{
	struct php_seatpush_letter_head head = {.kind = SEATPUSH_LETTER_MESSAGE};
	uint64_t at;

	switch (php_seatpush_post(machine, place, (int32_t) sp_machine_process(machine, place), head,
		(struct sp_span){ZSTR_VAL(bytes->s), ZSTR_LEN(bytes->s)}, &at)) {
	case SP_MAILBOX_PUT:
		return true;
	case SP_MAILBOX_TOO_LARGE:
		php_seatpush_misuse(1,
			"takes %zu bytes, which is too much for a message to a worker: "
			"keep it in Redis or a file, and send where it is",
			ZSTR_LEN(bytes->s));
		return false;
	default:
		return false;
	}
}

SEATPUSH_METHOD(Server, sendMessage)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zval *message;
	zend_long worker;
	smart_str bytes = {0};
	unsigned place;
	bool sent = false;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ZVAL(message)
		Z_PARAM_LONG(worker)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "sendMessage") == NULL) {
		RETURN_THROWS();
	}
	if (!php_seatpush_registered(server, SEATPUSH_ON_PIPE_MESSAGE)) {
		php_seatpush_throw_text("sendMessage() has no callback that would get it: call "
								"$server->on('PipeMessage', function ($server, $srcWorkerId, "
								"$message) { ... }) before start()");
		RETURN_THROWS();
	}
	place = find(server, worker);
	if (place < SP_MACHINE_PLACES && php_seatpush_pack(message, &bytes)) {
		sent = post(server->net->core.machine, place, &bytes);
	}
	smart_str_free(&bytes);
	RETURN_BOOL(sent);
}
