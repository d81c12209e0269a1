/* SPDX-License-Identifier: MIT */
#include "net/process/hand.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "net/machine/machine.h"
#include "net/process/launch.h"
#include "net/process/ports.h"
#include "net/process/sharing.h"

static bool send_shared(const struct sp_machine *machine, unsigned place, int channel)
{
	const struct sp_message message = {.kind = SP_MESSAGE_SHARED, .number = (int32_t) place};

	for (int i = 0; i < SP_MACHINE_DESCRIPTORS; i++) {
		if (!sp_channel_send(channel, &message, machine->descriptors[i])) {
			return false;
		}
	}
	return true;
}

/* Both ends of the channel are the hand's afterwards. False: *error says why. */
static bool launch(
	struct sp_hand *hand, const struct sp_hand_start *start, int ends[2], struct sp_error *error)
{
	char value[64];

	if (!send_shared(start->machine, hand->place, ends[0]) || !sp_sharing_send(ends[0]) ||
		!sp_ports_send(start->ports, ends[0])) {
		sp_error_set(error, errno, "cannot start a worker: %s", strerror(errno));
		return false;
	}
	hand->event = event_new(start->base, ends[0], EV_READ | EV_PERSIST, start->on_readable, hand);
	if (hand->event == NULL || event_add(hand->event, NULL) != 0) {
		sp_error_set(error, ENOMEM, "cannot start a worker: out of memory");
		return false;
	}
	snprintf(value, sizeof(value), "%d %ld %d %d %d", ends[1], (long) getpid(), hand->id,
		hand->generation, hand->kind);
	hand->pid = sp_launch(ends[1], value, error);
	return hand->pid > 0;
}

static bool has_place(const struct sp_link *all, unsigned place)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		if (SP_CONTAINER(link, struct sp_hand, link)->place == place) {
			return true;
		}
	}
	return false;
}

/* False: none is free, which *error says. */
static bool take_place(struct sp_hand *hand, const struct sp_link *all, struct sp_error *error)
{
	while (has_place(all, hand->place)) {
		hand->place++;
	}
	if (hand->place >= SP_MACHINE_PLACES) {
		sp_error_set(error, EAGAIN,
			"cannot start a worker: there are %d already, with those of earlier generations that still "
			"retire",
			SP_MACHINE_PLACES);
	}
	return hand->place < SP_MACHINE_PLACES;
}

struct sp_hand *sp_hand_new(
	struct sp_link *all, const struct sp_hand_start *start, struct sp_error *error)
{
	struct sp_hand *hand = calloc(1, sizeof(*hand));
	int ends[2];

	if (hand == NULL || !sp_channel_new(ends)) {
		sp_error_set(error, errno, "cannot start a worker: %s", strerror(errno));
		free(hand);
		return NULL;
	}
	sp_link_init(&hand->link);
	hand->link_out = -1;
	hand->id = start->id;
	hand->generation = start->generation;
	hand->kind = start->kind;
	hand->channel = ends[0];
	if (!take_place(hand, all, error) || !launch(hand, start, ends, error)) {
		close(ends[1]);
		sp_hand_free(hand);
		return NULL;
	}
	close(ends[1]);
	sp_list_append(all, &hand->link);
	return hand;
}

void sp_hand_unlink(struct sp_hand *hand)
{
	if (hand->link_out >= 0) {
		close(hand->link_out);
		hand->link_out = -1;
	}
}

void sp_hand_free(struct sp_hand *hand)
{
	sp_link_remove(&hand->link);
	if (hand->event != NULL) {
		event_free(hand->event);
	}
	if (hand->channel >= 0) {
		close(hand->channel);
	}
	sp_hand_unlink(hand);
	free(hand);
}

void sp_hand_renounce(struct sp_hand *hand)
{
	close(hand->channel);
	hand->channel = -1;
	sp_hand_unlink(hand);
}

struct sp_hand *sp_hand_in_state(const struct sp_link *all, enum sp_hand_state state)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = SP_CONTAINER(link, struct sp_hand, link);

		if (hand->state == state) {
			return hand;
		}
	}
	return NULL;
}

struct sp_hand *sp_hand_with_id(const struct sp_link *all, enum sp_hand_state state, int id)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = SP_CONTAINER(link, struct sp_hand, link);

		if (hand->state == state && hand->id == id) {
			return hand;
		}
	}
	return NULL;
}

unsigned sp_hand_count(const struct sp_link *all, enum sp_hand_state state)
{
	unsigned count = 0;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		const struct sp_hand *hand = SP_CONTAINER(link, struct sp_hand, link);

		count += hand->state == state && hand->kind == SP_HAND_CONNECTIONS;
	}
	return count;
}

static struct sp_hand *of_pid(const struct sp_link *all, pid_t pid)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = SP_CONTAINER(link, struct sp_hand, link);

		if (hand->pid == pid) {
			return hand;
		}
	}
	return NULL;
}

static struct sp_hand *ended_as_process_1(const struct sp_link *all, int *status)
{
	struct sp_hand *hand = NULL;
	pid_t pid;

	while (hand == NULL && (pid = waitpid(-1, status, WNOHANG)) > 0) {
		hand = of_pid(all, pid);
	}
	return hand;
}

struct sp_hand *sp_hand_ended(const struct sp_link *all, int *status)
{
	struct sp_hand *hand = getpid() == 1 ? ended_as_process_1(all, status) : NULL;

	for (struct sp_link *link = all->next; link != all && hand == NULL; link = link->next) {
		struct sp_hand *one = SP_CONTAINER(link, struct sp_hand, link);
		pid_t pid = waitpid(one->pid, status, WNOHANG);

		if (pid < 0 && errno == ECHILD) {
			*status = 0;
			if (one->failure[0] == '\0') {
				snprintf(one->failure, sizeof(one->failure),
					"how is not known, since a wait() in the script took its status");
			}
			hand = one;
		} else if (pid > 0) {
			hand = one;
		}
	}
	return hand;
}

void sp_hand_tell(
	const struct sp_hand *hand, enum sp_message_kind kind, int32_t number, int descriptor)
{
	struct sp_message message = {.kind = kind, .number = number};

	sp_channel_send(hand->channel, &message, descriptor);
}

void sp_hand_explain(const struct sp_hand *hand, int status, char *text, size_t room)
{
	if (hand->failure[0] != '\0') {
		snprintf(text, room, "%s", hand->failure);
	} else if (WIFSIGNALED(status)) {
		snprintf(text, room, "it was ended by signal %d (%s)", WTERMSIG(status),
			strsignal(WTERMSIG(status)));
	} else if (hand->state == SP_HAND_STARTING) {
		snprintf(text, room, "it ended with status %d %s; what it printed says more",
			WEXITSTATUS(status), hand->accepts ? "in WorkerStart" : "before start()");
	} else {
		snprintf(text, room, "it ended with status %d", WEXITSTATUS(status));
	}
}
