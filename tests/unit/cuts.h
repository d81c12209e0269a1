/* SPDX-License-Identifier: MIT */
/*
 * How bytes are cut into pieces before a parser sees them. It must make no difference to a parser.
 */
#ifndef SP_TESTS_CUTS_H
#define SP_TESTS_CUTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cuts {
	const uint8_t *sizes; /* sizes of the pieces, used over and over; NULL: size instead */
	size_t count;
	size_t size;  /* of every piece; 0: all at once */
	size_t first; /* of the first piece only; 0: like the others */
	size_t next;  /* pieces so far */
	bool moves;   /* after each piece another parser goes on, in another process */
};

static inline struct cuts cuts_none(void)
{
	return (struct cuts){0};
}

static inline struct cuts cuts_every(size_t size)
{
	return (struct cuts){.size = size};
}

static inline struct cuts cuts_once_at(size_t first)
{
	return (struct cuts){.first = first};
}

static inline struct cuts cuts_moving(struct cuts cuts)
{
	cuts.moves = true;
	return cuts;
}

static inline struct cuts cuts_of(const uint8_t *sizes, size_t count)
{
	return (struct cuts){.sizes = count > 0 ? sizes : NULL, .count = count};
}

/* The size of the next piece of the left bytes. A 0 in sizes is an empty piece, but only every
 * other time, so that the pieces come to an end. */
static inline size_t cuts_next(struct cuts *cuts, size_t left)
{
	size_t piece = cuts->size > 0 ? cuts->size : left;

	if (cuts->next == 0 && cuts->first > 0) {
		piece = cuts->first;
	} else if (cuts->sizes) {
		piece = cuts->sizes[cuts->next % cuts->count];
		if (piece == 0 && cuts->next / cuts->count % 2 == 1) {
			piece = 1;
		}
	}
	cuts->next++;
	return piece < left ? piece : left;
}

#endif
