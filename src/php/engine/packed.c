/* SPDX-License-Identifier: MIT */
#include "php/engine/packed.h"

#include "ext/standard/php_var.h"

enum { TEXT = 't', VALUE = 'v' }; /* the first byte */

bool php_seatpush_pack(zval *value, smart_str *bytes)
{
	php_serialize_data_t data;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_STRING) {
		smart_str_appendc(bytes, TEXT);
		smart_str_append(bytes, Z_STR_P(value));
		return true;
	}
	smart_str_appendc(bytes, VALUE);
	PHP_VAR_SERIALIZE_INIT(data);
	php_var_serialize(bytes, value, &data);
	PHP_VAR_SERIALIZE_DESTROY(data);
	smart_str_0(bytes);
	return EG(exception) == NULL;
}

bool php_seatpush_unpack(struct sp_span bytes, zval *value)
{
	const unsigned char *at = (const unsigned char *) bytes.data + 1;
	php_unserialize_data_t data;
	bool taken;

	ZVAL_NULL(value);
	if (bytes.len < 1) {
		return false;
	}
	if (bytes.data[0] == TEXT) {
		ZVAL_STRINGL(value, bytes.data + 1, bytes.len - 1);
		return true;
	}
	PHP_VAR_UNSERIALIZE_INIT(data);
	taken = php_var_unserialize(value, &at, (const unsigned char *) bytes.data + bytes.len, &data);
	PHP_VAR_UNSERIALIZE_DESTROY(data);
	if (!taken || EG(exception) != NULL) {
		zval_ptr_dtor(value);
		ZVAL_NULL(value);
	}
	return taken && EG(exception) == NULL;
}
