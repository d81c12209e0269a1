/* SPDX-License-Identifier: MIT */
/*
 * ssl_sni_certs: certificates by the name that a client asks for.
 */
#ifndef PHP_SEATPUSH_SERVER_SNI_H
#define PHP_SEATPUSH_SERVER_SNI_H

#include "php.h"

#include "php/server/option.h"

/* False: a ValueError was thrown. */
bool php_seatpush_sni_check(const struct php_seatpush_option *option, zval *value);

/* The lines that struct sp_tls_port_settings has for a value that was checked. NULL: there is no
 * certificate. */
zend_string *php_seatpush_sni_lines(zval *value);

#endif
