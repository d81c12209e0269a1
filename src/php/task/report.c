/* SPDX-License-Identifier: MIT */
#include "php/task/report.h"

#include "net/loop/log.h"
#include "php/engine/callback.h"
#include "php/engine/packed.h"

#define UNSENT_MAX ((size_t) 16 * 1024 * 1024) /* bytes of results that callers do not take */

struct unsent {
	struct sp_link link;
	unsigned place;
	int32_t process;
	struct php_seatpush_letter_head head;
	size_t len;
	char bytes[];
};

static void keep(struct php_seatpush_tasks *tasks, const struct php_seatpush_task *task,
	const struct php_seatpush_letter_head *head, struct sp_span bytes)
{
	struct unsent *unsent = emalloc(sizeof(*unsent) + bytes.len);

	sp_link_init(&unsent->link);
	unsent->place = task->caller_place;
	unsent->process = task->caller;
	unsent->head = *head;
	unsent->len = bytes.len;
	if (bytes.len > 0) {
		memcpy(unsent->bytes, bytes.data, bytes.len);
	}
	sp_list_append(&tasks->unsent, &unsent->link);
	tasks->unsent_bytes += bytes.len;
	php_seatpush_tasks_retry(tasks);
}

static void say_lost(
	uint32_t *logged_s, const struct php_seatpush_task *task, const char *why, size_t len)
{
	if (sp_log_due(logged_s, SEATPUSH_G(loop)->now_s)) {
		sp_log(SP_LOG_ERROR,
			"a result of %zu bytes of task " ZEND_LONG_FMT
			" is lost to worker %d: %s (said once a minute)",
			len, task->id, task->caller_worker, why);
	}
}

/* Something that did not fit is for the process at that place. */
static bool is_behind(const struct php_seatpush_tasks *tasks, unsigned place)
{
	const struct sp_link *all = &tasks->unsent;

	for (const struct sp_link *link = all->next; link != all; link = link->next) {
		if (SP_CONTAINER(link, struct unsent, link)->place == place) {
			return true;
		}
	}
	return false;
}

/* In order: nothing overtakes what did not fit. False: the bytes are lost, which is logged. */
static bool post(struct php_seatpush_tasks *tasks, const struct sp_machine *machine,
	const struct php_seatpush_task *task, enum php_seatpush_letter_kind kind, struct sp_span bytes)
{
	struct php_seatpush_letter_head head = {.kind = kind, .task = task->id};
	enum sp_mailbox_put put = SP_MAILBOX_FULL;
	uint64_t at;

	if (!is_behind(tasks, task->caller_place)) {
		put = php_seatpush_post(machine, task->caller_place, task->caller, head, bytes, &at);
	}
	if (put == SP_MAILBOX_TOO_LARGE) {
		say_lost(&tasks->large_logged_s, task,
			"it is too large: keep it in Redis or a file, and return where it is", bytes.len);
		return false;
	}
	if (put == SP_MAILBOX_FULL && bytes.len > 0 && tasks->unsent_bytes + bytes.len > UNSENT_MAX) {
		say_lost(&tasks->unsent_logged_s, task,
			"it does not take its results: look for a callback that blocks there", bytes.len);
		return false;
	}
	if (put == SP_MAILBOX_FULL) {
		keep(tasks, task, &head, bytes);
	}
	return put != SP_MAILBOX_NOBODY;
}

bool php_seatpush_report(
	struct php_seatpush_task *task, enum php_seatpush_letter_kind kind, zval *result)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);
	const struct sp_machine *machine =
		server != NULL && server->tasks != NULL ? server->net->core.machine : NULL;
	smart_str bytes = {0};
	struct sp_span none = sp_span("");
	bool sent = false;

	if (machine == NULL) {
		return false; /* the end of the process, or a child */
	}
	if (result != NULL && php_seatpush_pack(result, &bytes)) {
		sent = post(server->tasks, machine, task, kind,
			(struct sp_span){ZSTR_VAL(bytes.s), ZSTR_LEN(bytes.s)});
	}
	smart_str_free(&bytes);
	if (!sent && kind != SEATPUSH_LETTER_RESULT) {
		post(server->tasks, machine, task, kind, none);
	}
	return sent;
}

void php_seatpush_report_done(struct php_seatpush_task *task, zval *result)
{
	bool is_result = !Z_ISUNDEF_P(result) && Z_TYPE_P(result) != IS_NULL;

	task->told_end = task->refs == 1;
	php_seatpush_report(task, task->told_end ? SEATPUSH_LETTER_END : SEATPUSH_LETTER_DONE,
		is_result ? result : NULL);
	php_seatpush_settle("Task");
}

static bool on_result(struct php_seatpush_task *task, zval *result)
{
	return php_seatpush_report(task, SEATPUSH_LETTER_RESULT, result);
}

static void on_end(struct php_seatpush_task *task)
{
	task->told_end = true;
	php_seatpush_report(task, SEATPUSH_LETTER_END, NULL);
}

const struct php_seatpush_task_hooks php_seatpush_report_hooks = {on_result, on_end};

void php_seatpush_report_rest(struct php_seatpush_tasks *tasks, const struct sp_machine *machine)
{
	struct sp_link *all = &tasks->unsent, *next;
	uint32_t full = 0; /* places, as bits */
	uint64_t at;

	for (struct sp_link *link = all->next; link != all; link = next) {
		struct unsent *unsent = SP_CONTAINER(link, struct unsent, link);
		struct sp_span bytes = {unsent->bytes, unsent->len};
		uint32_t bit = UINT32_C(1) << unsent->place;

		next = link->next;
		if ((full & bit) || php_seatpush_post(machine, unsent->place, unsent->process, unsent->head,
								bytes, &at) == SP_MAILBOX_FULL) {
			full |= bit;
			continue;
		}
		tasks->unsent_bytes -= unsent->len;
		sp_link_remove(&unsent->link);
		efree(unsent);
	}
	if (full != 0) {
		php_seatpush_tasks_retry(tasks);
	}
}

void php_seatpush_report_drop(struct php_seatpush_tasks *tasks)
{
	struct sp_link *link;

	while ((link = sp_list_shift(&tasks->unsent)) != NULL) {
		efree(SP_CONTAINER(link, struct unsent, link));
	}
	tasks->unsent_bytes = 0;
}
