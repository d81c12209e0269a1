/* SPDX-License-Identifier: MIT */
#include "php/engine/message_arg.h"

static bool has_text(const zval *given)
{
	switch (Z_TYPE_P(given)) {
	case IS_STRING:
	case IS_LONG:
	case IS_DOUBLE:
		return true;
	case IS_OBJECT:
		return Z_OBJCE_P(given)->__tostring != NULL ||
			   Z_OBJ_HT_P(given)->cast_object != zend_std_cast_object_tostring;
	default:
		return false;
	}
}

bool php_seatpush_message_check(zval *given, uint32_t arg, const char *wanted)
{
	if (has_text(given)) {
		return true;
	}
	if (Z_TYPE_P(given) == IS_FALSE) {
		zend_argument_type_error(arg,
			"must be %s, false given; if it is the result of json_encode(), that has failed, and "
			"json_last_error_msg() says why",
			wanted);
	} else {
		zend_argument_type_error(arg, "must be %s, %s given; json_encode() it first", wanted,
			Z_TYPE_P(given) == IS_TRUE ? "true" : zend_zval_type_name(given));
	}
	return false;
}

bool php_seatpush_message_convert(zval *given, uint32_t arg, zend_string **out)
{
	if (!php_seatpush_message_check(given, arg, "a string")) {
		return false;
	}
	if (zend_parse_arg_str(given, out, false, arg)) {
		return true;
	}
	if (EG(exception) == NULL) {
		zend_wrong_parameter_type_error(arg, Z_EXPECTED_STRING, given);
	}
	return false;
}
