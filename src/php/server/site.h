/* SPDX-License-Identifier: MIT */
/*
 * The folder of files that a port serves: enable_static_handler and document_root.
 */
#ifndef PHP_SEATPUSH_SERVER_SITE_H
#define PHP_SEATPUSH_SERVER_SITE_H

#include "base/error.h"
#include "php/server/endpoint.h"

/* Before the start: looks whether the folder is there, and lets the port serve it, if the options
 * ask for that. False: *error says why not. */
bool php_seatpush_site_prepare(struct php_seatpush_endpoint *endpoint, struct sp_error *error);

#endif
