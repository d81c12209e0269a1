/* SPDX-License-Identifier: MIT */
/*
 * Dates in HTTP (RFC 9110 §5.6.7), which are in GMT and in English, whatever the locale is.
 */
#ifndef SP_WIRE_HTTP_DATE_H
#define SP_WIRE_HTTP_DATE_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/span.h"

/* "Sun, 06 Nov 1994 08:49:37 GMT", formatted once a second. Returns a span over *cache. */
struct sp_http_date {
	time_t at;
	char text[32];
};
struct sp_span sp_http_date(struct sp_http_date *cache, time_t now);

/* Reads a date in any of the three forms. now decides the century of one with two digits. False: it
 * is none. */
bool sp_http_date_read(struct sp_span text, int64_t now, int64_t *seconds);

#endif
