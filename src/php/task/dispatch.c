/* SPDX-License-Identifier: MIT */
#include "php/task/dispatch.h"

#include <stdlib.h>

#include "zend_exceptions.h"

#include "net/loop/log.h"
#include "net/process/worker.h"
#include "php/engine/callback.h"
#include "php/engine/packed.h"
#include "php/task/record.h"

static struct php_seatpush_task *task_of(struct sp_link *link)
{
	return SP_CONTAINER(link, struct php_seatpush_task, link);
}

/* --- to task workers --- */

/* What is there to do, as far as is known: the other one counts what all have sent, but a moment
 * later. */
static uint32_t load_of(
	const struct sp_machine_load *load, const struct php_seatpush_task_slot *slot)
{
	uint32_t all = __atomic_load_n(&load->tasks, __ATOMIC_RELAXED);

	return all > slot->running ? all : slot->running;
}

/* The place of the task worker that gets the next task: of those that may have one more, the one
 * with the least to do, and of two the one of the later generation. aimed_at: this one only; -1:
 * any. SP_MACHINE_PLACES: none may. */
static unsigned choose(const struct php_seatpush_server *server, int aimed_at)
{
	const struct php_seatpush_tasks *tasks = server->tasks;
	const struct sp_machine_load *least = NULL;
	unsigned found = SP_MACHINE_PLACES;
	uint32_t least_has = 0;

	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		const struct sp_machine_load *load = sp_machine_load_of(server->net->core.machine, i);
		const struct php_seatpush_task_slot *slot = &tasks->slots[i];
		uint32_t has = load_of(load, slot);

		if (__atomic_load_n(&load->role, __ATOMIC_ACQUIRE) != SP_MACHINE_RUNS_TASKS ||
			slot->running >= tasks->at_once ||
			(aimed_at >= 0 && load->worker != (int32_t) tasks->first_worker + aimed_at)) {
			continue;
		}
		if (least == NULL || load->generation > least->generation ||
			(load->generation == least->generation && has < least_has)) {
			least = load;
			least_has = has;
			found = i;
		}
	}
	return found;
}

static bool post(struct php_seatpush_server *server, struct php_seatpush_task *task, unsigned place)
{
	const struct sp_machine *machine = server->net->core.machine;
	struct php_seatpush_tasks *tasks = server->tasks;
	struct php_seatpush_task_slot *slot = &tasks->slots[place];
	struct php_seatpush_letter_head head = {
		.kind = SEATPUSH_LETTER_TASK, .task = task->id, .dispatched_s = task->dispatched_s};
	int32_t process = (int32_t) sp_machine_process(machine, place);

	if (process == 0 || (slot->running + slot->held > 0 && slot->process != process)) {
		return false; /* it has ended, and the next tick sees it */
	}
	switch (php_seatpush_post(machine, place, process, head,
		(struct sp_span){Z_STRVAL(task->data), Z_STRLEN(task->data)}, &task->at)) {
	case SP_MAILBOX_PUT:
		break;
	case SP_MAILBOX_FULL:
		php_seatpush_tasks_retry(tasks);
		return false;
	default:
		return false;
	}
	task->place = place;
	task->process = slot->process = process;
	slot->running++;
	sp_link_remove(&task->link);
	sp_list_append(&tasks->running, &task->link);
	tasks->queued_count--;
	tasks->running_count++;
	return true;
}

static void send_queue(struct php_seatpush_server *server, struct sp_link *queue, int aimed_at)
{
	const struct php_seatpush_tasks *tasks = server->tasks;
	unsigned place;

	while (!sp_link_alone(queue) && tasks->finishing_count < tasks->max_finishing &&
		   (place = choose(server, aimed_at)) < SP_MACHINE_PLACES) {
		if (!post(server, task_of(queue->next), place)) {
			return;
		}
	}
}

/* A reload has left that task worker out: there are later ones, and none has its number. */
static bool is_left_out(const struct php_seatpush_server *server, uint32_t aimed_at)
{
	const struct sp_machine *machine = server->net->core.machine;
	bool later = false;

	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		const struct sp_machine_load *load = sp_machine_load_of(machine, i);

		if (__atomic_load_n(&load->role, __ATOMIC_ACQUIRE) == SP_MACHINE_RUNS_TASKS) {
			if (load->worker == (int32_t) (server->tasks->first_worker + aimed_at)) {
				return false;
			}
			later = later || load->generation > sp_worker_generation();
		}
	}
	return later;
}

/* --- from task workers --- */

/* It runs no more, as far as this process knows. */
static void stop_running(struct php_seatpush_tasks *tasks, struct php_seatpush_task *task)
{
	sp_link_remove(&task->link);
	tasks->running_count--;
	tasks->slots[task->place].running--;
}

/* It was not begun, and goes first. */
static void put_back(struct php_seatpush_tasks *tasks, struct php_seatpush_task *task)
{
	struct sp_link *queue = task->aimed_at >= 0 ? &tasks->aimed[task->aimed_at] : &tasks->queue;

	stop_running(tasks, task);
	task->process = 0;
	sp_list_append(queue->next, &task->link); /* before the first one */
	tasks->queued_count++;
}

static struct php_seatpush_task *find_in(
	struct sp_link *all, const struct php_seatpush_letter_head *head)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		if (task_of(link)->id == head->task && task_of(link)->process == head->process) {
			return task_of(link);
		}
	}
	return NULL;
}

struct delivery {
	struct php_seatpush_letter *letter;
	struct php_seatpush_task *task; /* a reference */
};

/* In a coroutine: unserialize() and Finish are the script's code. */
static void deliver(void *arg)
{
	struct delivery delivery = *(struct delivery *) arg;
	struct php_seatpush_server *server = SEATPUSH_G(server);
	zval result;

	efree(arg);
	if (php_seatpush_unpack(php_seatpush_letter_bytes(delivery.letter), &result)) {
		php_seatpush_task_finish(delivery.task, &result);
	} else {
		sp_log(SP_LOG_WARNING,
			"a result of task " ZEND_LONG_FMT
			" is dropped, since unserialize() cannot read it: return "
			"arrays and texts in place of objects",
			delivery.task->id);
		zend_clear_exception();
	}
	if (SEATPUSH_G(fatal)) {
		return;
	}
	free(delivery.letter);
	zval_ptr_dtor(&result);
	php_seatpush_task_release(delivery.task);
	if (server->tasks != NULL) {
		server->tasks->finishing_count--;
		php_seatpush_tasks_counted(server);
	}
}

/* Takes the letter. */
static void begin_delivery(struct php_seatpush_server *server, struct php_seatpush_task *task,
	struct php_seatpush_letter *letter)
{
	struct delivery *delivery;

	if (letter->len == 0) {
		free(letter);
		return;
	}
	delivery = emalloc(sizeof(*delivery));
	*delivery = (struct delivery){letter, task};
	task->refs++;
	server->tasks->finishing_count++;
	php_seatpush_call_in_fiber(deliver, delivery);
}

void php_seatpush_dispatch_heard(
	struct php_seatpush_server *server, struct php_seatpush_letter *letter)
{
	struct php_seatpush_tasks *tasks = server->tasks;
	const struct php_seatpush_letter_head head = letter->head;
	struct php_seatpush_task *task = find_in(&tasks->running, &head);
	bool runs = task != NULL;

	task = runs ? task : find_in(&tasks->held, &head);
	if (task == NULL || (head.kind == SEATPUSH_LETTER_BACK && !runs)) {
		free(letter);
		return;
	}
	if (head.kind == SEATPUSH_LETTER_BACK) {
		put_back(tasks, task);
		free(letter);
		return;
	}
	if (head.kind != SEATPUSH_LETTER_RESULT && runs) {
		stop_running(tasks, task);
		sp_list_append(&tasks->held, &task->link);
		tasks->slots[task->place].held++;
	}
	if (head.kind == SEATPUSH_LETTER_END) {
		sp_link_remove(&task->link);
		tasks->slots[task->place].held--;
	}
	begin_delivery(server, task, letter);
	if (head.kind == SEATPUSH_LETTER_END && !SEATPUSH_G(fatal)) {
		php_seatpush_task_release(task);
	}
	if (!SEATPUSH_G(fatal)) {
		php_seatpush_tasks_counted(server);
	}
}

/* --- task workers that have ended --- */

static void say_lost(const struct php_seatpush_task_slot *slot, uint32_t lost)
{
	if (lost > 0) {
		sp_log(SP_LOG_ERROR,
			"the task worker with process id %ld has ended with %u task%s that it had begun: they are "
			"not run again",
			(long) slot->process, lost, lost == 1 ? "" : "s");
	}
}

/* Moves those that this process had to *gone. */
static void collect(struct sp_link *from, int32_t process, struct sp_link *gone)
{
	struct sp_link *next;

	for (struct sp_link *link = from->next; link != from; link = next) {
		next = link->next;
		if (task_of(link)->process == process) {
			sp_link_remove(link);
			sp_list_append(gone, link);
		}
	}
}

/* From the last one on, since each goes first. */
static uint32_t sort_out(struct php_seatpush_server *server, unsigned place, struct sp_link *gone)
{
	struct php_seatpush_tasks *tasks = server->tasks;
	const struct sp_machine *machine = server->net->core.machine;
	struct sp_link *previous;
	uint32_t lost = 0;

	for (struct sp_link *link = gone->prev; link != gone; link = previous) {
		struct php_seatpush_task *task = task_of(link);

		previous = link->prev;
		if (sp_machine_was_left(machine, place, task->process, task->at)) {
			put_back(tasks, task);
		} else {
			tasks->running_count--;
			tasks->slots[place].running--;
			lost++;
		}
	}
	return lost;
}

static void lose(struct php_seatpush_server *server, unsigned place)
{
	struct php_seatpush_tasks *tasks = server->tasks;
	struct php_seatpush_task_slot *slot = &tasks->slots[place];
	struct sp_link gone, *link;

	sp_link_init(&gone);
	collect(&tasks->running, slot->process, &gone);
	say_lost(slot, sort_out(server, place, &gone));
	collect(&tasks->held, slot->process, &gone);
	*slot = (struct php_seatpush_task_slot){0};
	while ((link = sp_list_shift(&gone)) != NULL) {
		php_seatpush_task_release(task_of(link));
	}
}

static void look_for_ends(struct php_seatpush_server *server)
{
	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		const struct php_seatpush_task_slot *slot = &server->tasks->slots[i];

		if (slot->running + slot->held > 0 &&
			(int32_t) sp_machine_process(server->net->core.machine, i) != slot->process) {
			lose(server, i);
		}
	}
}

void php_seatpush_dispatch_run(struct php_seatpush_server *server)
{
	struct php_seatpush_tasks *tasks = server->tasks;

	if (tasks->running_count > 0 || !sp_link_alone(&tasks->held)) {
		look_for_ends(server);
	}
	if (tasks->queued_count == 0) {
		return;
	}
	send_queue(server, &tasks->queue, -1);
	for (uint32_t i = 0; i < tasks->workers; i++) {
		if (!sp_link_alone(&tasks->aimed[i])) {
			send_queue(server, &tasks->aimed[i], is_left_out(server, i) ? -1 : (int) i);
		}
	}
}
