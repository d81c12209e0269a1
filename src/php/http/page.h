/* SPDX-License-Identifier: MIT */
/*
 * The page that made a request, for an answer that lets it in or not.
 */
#ifndef PHP_SEATPUSH_HTTP_PAGE_H
#define PHP_SEATPUSH_HTTP_PAGE_H

#include "php.h"

#include "php/http/answer.h"
#include "wire/http_request.h"

/* What the request says of it, copied. */
struct php_seatpush_page *php_seatpush_page_new(const struct sp_http_head *head);

/* page: NULL is nothing. */
void php_seatpush_page_free(struct php_seatpush_page *page);

/* With allowed_origins, browsers are told that a listed page may read the answer (CORS), and others
 * get a 403. Without it, they let pages of the same site alone read it. False: there is a 403. */
bool php_seatpush_page_let_in(struct php_seatpush_answer *answer, struct sp_conn *conn);

#endif
