/* SPDX-License-Identifier: MIT */
/*
 * Files below document_root, which are served without user code.
 */
#ifndef SP_NET_SESSION_SITE_H
#define SP_NET_SESSION_SITE_H

#include <stdbool.h>

struct sp_conn;
struct sp_request;

/* Answers a request for a file, if the port serves files. False: it does not, or it is not for
 * one, and user code may answer. */
bool sp_site_answer(struct sp_conn *conn, const struct sp_request *request);

/* The answer if user code answers no requests. */
void sp_site_refuse(struct sp_conn *conn, const struct sp_request *request);

#endif
