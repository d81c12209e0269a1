/* SPDX-License-Identifier: MIT */
/*
 * Swoole's functions that are not another name of a method.
 */
#ifndef PHP_SEATPUSH_MAIN_FUNCTIONS_H
#define PHP_SEATPUSH_MAIN_FUNCTIONS_H

/* Whose error number swoole_strerror() is given. */
enum php_seatpush_strerror {
	SEATPUSH_STRERROR_SYSTEM = 0,
	SEATPUSH_STRERROR_GAI = 1, /* of getaddrinfo(3) */
	SEATPUSH_STRERROR_DNS = 2, /* of gethostbyname(3) */
	SEATPUSH_STRERROR_OWN = 9, /* of getLastError() */
};

/* The request ends. */
void php_seatpush_functions_fini(void);

#endif
