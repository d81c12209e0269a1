/* SPDX-License-Identifier: MIT */
/*
 * What a roll is to be, as a plain sorted array, and steps at random for both.
 */
#ifndef SP_TESTS_ROLL_MODEL_H
#define SP_TESTS_ROLL_MODEL_H

#include <string.h>

#include "net/machine/roll.h"
#include "torn.h"

#define MOST 300 /* the largest capacity beside a model */
#define PLACES 10
#define PORTS 3
#define PEERS 5 /* they are called 1 and so on */

struct model {
	struct sp_roll_entry entries[MOST];
	uint32_t count, capacity;
	int64_t last_id;
};

enum kind { ADD, REMOVE, HIDE, CHANGE, COUNT_FOR, FORGET };

#define HIDE_FLAG (UINT32_C(1) << 30) /* of an entry of the model that is hidden */

struct step {
	enum kind kind;
	struct sp_roll_entry entry;
	struct sp_peer_limits limits; /* -1 for open: as one that was welcome before */
};

/* Of a model that grows, or one that shrinks. */
static inline struct step any_step(const struct model *model, bool grows)
{
	uint32_t dice = below(200);
	struct step step = {.kind = REMOVE,
		.entry = {.id = 1 + below((uint32_t) model->last_id + 2),
			.place = (uint16_t) below(PLACES),
			.port = (uint16_t) below(PORTS),
			.flags = below(4),
			.peer = below(3) > 0 ? below(PEERS + 1) : 0},
		.limits = {.open = (int64_t) below(20) - 1}};

	if (model->count > 0 && below(8) > 0) {
		step.entry.id = model->entries[below(model->count)].id;
	}
	if (dice < (grows ? 110 : 40)) {
		step.kind = ADD;
		step.entry.id = model->last_id + 1 + below(3);
	} else if (dice > 198) {
		step.kind = FORGET;
	} else if (dice > 185) {
		step.kind = COUNT_FOR;
	} else if (dice > 160) {
		step.kind = below(3) == 0 ? HIDE : CHANGE;
	}
	return step;
}

static inline uint32_t model_find(const struct model *model, int64_t id)
{
	uint32_t at = 0;

	while (at < model->count && model->entries[at].id != id) {
		at++;
	}
	return at;
}

static inline void model_drop(struct model *model, uint32_t at)
{
	model->count--;
	memmove(&model->entries[at], &model->entries[at + 1],
		(model->count - at) * sizeof(model->entries[0]));
}

static inline uint32_t model_forget(struct model *model, uint16_t place)
{
	uint32_t before = model->count;

	for (uint32_t at = model->count; at-- > 0;) {
		if (model->entries[at].place == place) {
			model_drop(model, at);
		}
	}
	return before - model->count;
}

static inline int64_t model_open(const struct model *model, uint64_t peer)
{
	int64_t open = 0;

	for (uint32_t at = 0; at < model->count; at++) {
		open += model->entries[at].peer == peer;
	}
	return open;
}

static inline enum sp_peer_verdict model_count_for(
	struct model *model, uint32_t at, const struct step *step)
{
	struct sp_roll_entry *entry = &model->entries[at];
	bool welcome;

	if (step->limits.open < 0 && step->entry.peer == entry->peer) {
		return SP_PEER_WELCOME;
	}
	entry->peer = 0;
	welcome = step->limits.open <= 0 || step->entry.peer == 0 ||
			  model_open(model, step->entry.peer) < step->limits.open;
	entry->peer = welcome ? step->entry.peer : 0;
	if (step->entry.peer == 0 && (entry->flags & HIDE_FLAG)) {
		model_drop(model, at);
	}
	return welcome ? SP_PEER_WELCOME : SP_PEER_TOO_MANY;
}

/* Takes the step, and returns what the roll is to return. */
static inline uint32_t model_step(struct model *model, const struct step *step)
{
	uint32_t at = model_find(model, step->entry.id);
	bool there = at < model->count;

	switch (step->kind) {
	case ADD:
		model->last_id = step->entry.id;
		there = model->count < model->capacity;
		if (there) {
			model->entries[model->count++] = step->entry;
		}
		break;
	case REMOVE:
		if (there) {
			model_drop(model, at);
		}
		return 0;
	case CHANGE:
		if (there) {
			struct sp_roll_entry before = model->entries[at];

			model->entries[at] = step->entry;
			model->entries[at].peer = before.peer;
			model->entries[at].flags |= before.flags & HIDE_FLAG;
		}
		break;
	case HIDE:
		if (there && model->entries[at].peer != 0) {
			model->entries[at].flags |= HIDE_FLAG;
		} else if (there) {
			model_drop(model, at);
		}
		return 0;
	case COUNT_FOR:
		return there ? model_count_for(model, at, step) : SP_PEER_WELCOME;
	case FORGET:
		return model_forget(model, step->entry.place);
	}
	return there;
}

#endif
