/* SPDX-License-Identifier: MIT */
/*
 * Two intrusive lists. A list of struct sp_link is doubly linked: a link that is in no list points
 * to itself, so that sp_link_remove() may be called at any time and any number of times. A
 * struct sp_tailq is singly linked: first in, first out, one pointer a member.
 */
#ifndef SP_BASE_QUEUE_H
#define SP_BASE_QUEUE_H

#include <stdbool.h>
#include <stddef.h>

struct sp_link {
	struct sp_link *prev;
	struct sp_link *next;
};

/* The struct of the given type that link, its given field, is part of. */
#define SP_CONTAINER(link, type, field) ((type *) (void *) ((char *) (link) -offsetof(type, field)))

/* Initialises an empty list head, or a link that is in no list. */
static inline void sp_link_init(struct sp_link *link)
{
	link->prev = link;
	link->next = link;
}

/* True for an empty list head, and for a link that is in no list. */
static inline bool sp_link_alone(const struct sp_link *link)
{
	return link->next == link;
}

static inline void sp_link_remove(struct sp_link *link)
{
	link->prev->next = link->next;
	link->next->prev = link->prev;
	sp_link_init(link);
}

/* Adds at the end of the list. The link must be in no list. */
static inline void sp_list_append(struct sp_link *list, struct sp_link *link)
{
	link->prev = list->prev;
	link->next = list;
	list->prev->next = link;
	list->prev = link;
}

/* Takes the first member off the list and returns it; NULL when the list is empty. */
static inline struct sp_link *sp_list_shift(struct sp_link *list)
{
	struct sp_link *first = list->next;

	if (first == list) {
		return NULL;
	}
	/* The analyzer does not see that members shifted earlier are off the list. */
	sp_link_remove(first); /* NOLINT(clang-analyzer-unix.Malloc) */
	return first;
}

/* Moves every member of from to the end of to; from is empty afterwards. */
static inline void sp_list_move_all(struct sp_link *to, struct sp_link *from)
{
	if (sp_link_alone(from)) {
		return;
	}
	from->next->prev = to->prev;
	to->prev->next = from->next;
	from->prev->next = to;
	to->prev = from->prev;
	sp_link_init(from);
}

/* A member of a tail queue; it does not know whether it is in one. */
struct sp_tailq_link {
	struct sp_tailq_link *next;
};

struct sp_tailq {
	struct sp_tailq_link *first; /* NULL: empty */
	struct sp_tailq_link **last; /* where the next one is linked */
};

static inline void sp_tailq_init(struct sp_tailq *queue)
{
	queue->first = NULL;
	queue->last = &queue->first;
}

static inline bool sp_tailq_empty(const struct sp_tailq *queue)
{
	return queue->first == NULL;
}

/* Adds at the end. The link must be in no queue. */
static inline void sp_tailq_append(struct sp_tailq *queue, struct sp_tailq_link *link)
{
	link->next = NULL;
	*queue->last = link;
	queue->last = &link->next;
}

/* Takes the first member off the queue and returns it; NULL when the queue is empty. */
static inline struct sp_tailq_link *sp_tailq_shift(struct sp_tailq *queue)
{
	struct sp_tailq_link *first = queue->first;

	if (first != NULL) {
		queue->first = first->next;
		if (queue->first == NULL) {
			queue->last = &queue->first;
		}
	}
	return first;
}

/* Takes all members off from, which is empty afterwards. */
static inline struct sp_tailq sp_tailq_take_all(struct sp_tailq *from)
{
	struct sp_tailq all = *from;

	if (all.first == NULL) {
		all.last = NULL; /* never used: the copy would point into from */
	}
	sp_tailq_init(from);
	return all;
}

/* Puts all that is left of what was taken in front of the queue. */
static inline void sp_tailq_put_back(struct sp_tailq *queue, const struct sp_tailq *taken)
{
	if (taken->first == NULL) {
		return;
	}
	*taken->last = queue->first;
	if (queue->first == NULL) {
		queue->last = taken->last;
	}
	queue->first = taken->first;
}

#endif
