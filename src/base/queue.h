/* SPDX-License-Identifier: MIT */
/*
 * Intrusive doubly linked list. A link that is in no list points to itself, so that
 * sp_link_remove() may be called at any time and any number of times.
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

#endif
