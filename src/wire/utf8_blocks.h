/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 checked in blocks of octets at once, on processors that can look up many octets in one
 * instruction. For sp_utf8_feed(), which checks what is before and after the blocks.
 */
#ifndef SP_WIRE_UTF8_BLOCKS_H
#define SP_WIRE_UTF8_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SP_UTF8_BLOCKS_BEFORE 3 /* octets that are looked at before the blocks */
#define SP_UTF8_BLOCKS_MIN 128  /* octets; for fewer it is not worth it */

/* This processor can. */
bool sp_utf8_blocks_usable(void);

/* Checks the octets from at on as far as there are whole blocks before end. Those before at are
 * correct, and the last of their characters may go on at at; SP_UTF8_BLOCKS_BEFORE of them are
 * looked at. Returns where the first character begins that is not complete within the blocks; that
 * may be before at. NULL: an octet is wrong. Only if sp_utf8_blocks_usable(). */
const uint8_t *sp_utf8_blocks(const uint8_t *at, const uint8_t *end);

#endif
