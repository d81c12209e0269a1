/* SPDX-License-Identifier: MIT */
/*
 * Which pages may open a WebSocket here (RFC 6455 §10.2). Browsers send Origin, and no page can
 * forge it; other clients send whatever they like, or nothing. So this protects visitors of other
 * sites, not the server.
 */
#ifndef SP_WIRE_WS_ORIGIN_H
#define SP_WIRE_WS_ORIGIN_H

#include <stdbool.h>

#include "base/span.h"

/* True if pattern may stand in a list of allowed origins: "self"; "null"; or scheme://host[:port]
 * where host may begin with "*.", for one or more labels; no path, not even "/". */
bool sp_ws_origin_pattern_valid(struct sp_span pattern);

/* True if origin (the value of Origin) is the site that host (the value of Host) names: the same
 * host and port, whatever the scheme, which a proxy may have changed. */
bool sp_ws_origin_is_self(struct sp_span origin, struct sp_span host);

/* True if origin matches one of the patterns, which are separated by commas. Case does not matter
 * (RFC 6454 §4: scheme and host are in lower case). */
bool sp_ws_origin_allowed(struct sp_span patterns, struct sp_span origin, struct sp_span host);

#endif
