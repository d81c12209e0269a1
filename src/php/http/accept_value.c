/* SPDX-License-Identifier: MIT */
#include "php/http/accept_value.h"

#include "php.h"

#include "ext/standard/base64.h"
#include "ext/standard/sha1.h"

void php_seatpush_accept_value(const char key[SP_WS_KEY_LEN], char accept[SP_WS_ACCEPT_LEN])
{
	PHP_SHA1_CTX context;
	unsigned char digest[20];
	zend_string *text;

	PHP_SHA1Init(&context);
	PHP_SHA1Update(&context, (const unsigned char *) key, SP_WS_KEY_LEN);
	PHP_SHA1Update(&context, (const unsigned char *) SP_WS_GUID, sizeof(SP_WS_GUID) - 1);
	PHP_SHA1Final(digest, &context);
	text = php_base64_encode(digest, sizeof(digest));
	memcpy(accept, ZSTR_VAL(text), SP_WS_ACCEPT_LEN);
	zend_string_release(text);
}
