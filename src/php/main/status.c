/* SPDX-License-Identifier: MIT */
/*
 * The class Swoole\Http\Status: its constants are in the stub, and the phrases are those that the
 * server sends.
 */
#include "php.h"

#include "wire/http_response.h"

#define STATUS_MIN 100
#define STATUS_MAX 599

ZEND_METHOD(Swoole_Http_Status, getReasonPhrase);
ZEND_METHOD(Swoole_Http_Status, getReasonPhrase)
{
	zend_long status;
	const char *phrase;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(status)
	ZEND_PARSE_PARAMETERS_END();
	phrase = status >= STATUS_MIN && status <= STATUS_MAX ? sp_http_reason((int) status) : "";
	RETURN_STRING(*phrase != '\0' ? phrase : "Unknown");
}

ZEND_METHOD(Swoole_Http_Status, getReasonPhrases);
ZEND_METHOD(Swoole_Http_Status, getReasonPhrases)
{
	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	for (int status = STATUS_MIN; status <= STATUS_MAX; status++) {
		const char *phrase = sp_http_reason(status);

		if (*phrase != '\0') {
			add_index_string(return_value, status, phrase);
		}
	}
}
