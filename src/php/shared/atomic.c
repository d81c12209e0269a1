/* SPDX-License-Identifier: MIT */
#include "php/shared/atomic.h"

#include "zend_exceptions.h"

#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/shared/memory.h"
#include "php/shared/word.h"

struct atomic {
	uint64_t *number; /* AtomicLong's, in shared memory; NULL: not constructed */
	uint32_t *word;   /* Atomic's, the same memory */
	zend_object std;
};

static zend_object_handlers handlers;

static struct atomic *atomic_of(zend_object *object)
{
	return (struct atomic *) ((char *) object - offsetof(struct atomic, std));
}

/* NULL: an exception was thrown. */
static struct atomic *constructed(zval *object)
{
	struct atomic *atomic = atomic_of(Z_OBJ_P(object));

	if (atomic->number == NULL) {
		php_seatpush_throw_text(
			"the constructor of the %s has not run", ZSTR_VAL(Z_OBJCE_P(object)->name));
		return NULL;
	}
	return atomic;
}

/* False: an exception was thrown. */
static bool fits(zend_long value, uint32_t arg)
{
	if (value >= 0 && (uint64_t) value <= UINT32_MAX) {
		return true;
	}
	zend_argument_value_error(arg, "must be from 0 to 4294967295; AtomicLong holds larger numbers");
	return false;
}

/* True: its number is to be set; it is not if other processes have counted with it already, or if
 * an exception was thrown. */
static bool construct(struct atomic *atomic, const char *layout)
{
	const struct sp_sharing_kind kind = {sizeof(*atomic->number), layout, NULL};
	struct sp_error error;
	bool is_new = true;

	if (atomic->number == NULL) {
		atomic->number = php_seatpush_memory_new(&kind, &is_new, &error);
		atomic->word = (uint32_t *) (void *) atomic->number;
	}
	if (atomic->number == NULL) {
		php_seatpush_throw(&error);
		return false;
	}
	return is_new;
}

SEATPUSH_METHOD(Atomic, __construct)
{
	struct atomic *atomic = atomic_of(Z_OBJ_P(ZEND_THIS));
	zend_long value = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();

	if (fits(value, 1) && construct(atomic, "Atomic")) {
		__atomic_store_n(atomic->word, (uint32_t) value, __ATOMIC_SEQ_CST);
	}
}

/* add() and sub() of both classes. */
static void add(INTERNAL_FUNCTION_PARAMETERS, bool is_long, bool negative)
{
	struct atomic *atomic;
	zend_long value = 1;
	uint64_t delta;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();

	atomic = constructed(ZEND_THIS);
	if (atomic == NULL) {
		RETURN_THROWS();
	}
	delta = negative ? 0 - (uint64_t) value : (uint64_t) value;
	RETURN_LONG(
		is_long ? (zend_long) __atomic_add_fetch(atomic->number, delta, __ATOMIC_SEQ_CST)
				: (zend_long) __atomic_add_fetch(atomic->word, (uint32_t) delta, __ATOMIC_SEQ_CST));
}

SEATPUSH_METHOD(Atomic, add)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, false, false);
}

SEATPUSH_METHOD(Atomic, sub)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, false, true);
}

SEATPUSH_METHOD(Atomic, get)
{
	struct atomic *atomic = constructed(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (atomic != NULL) {
		RETURN_LONG(__atomic_load_n(atomic->word, __ATOMIC_SEQ_CST));
	}
}

SEATPUSH_METHOD(Atomic, set)
{
	struct atomic *atomic = constructed(ZEND_THIS);
	zend_long value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();
	if (atomic != NULL && fits(value, 1)) {
		__atomic_store_n(atomic->word, (uint32_t) value, __ATOMIC_SEQ_CST);
	}
}

SEATPUSH_METHOD(Atomic, cmpset)
{
	struct atomic *atomic = constructed(ZEND_THIS);
	zend_long expected, value;
	uint32_t old;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(expected)
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();
	if (atomic == NULL || !fits(expected, 1) || !fits(value, 2)) {
		RETURN_THROWS();
	}
	old = (uint32_t) expected;
	RETURN_BOOL(__atomic_compare_exchange_n(
		atomic->word, &old, (uint32_t) value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
}

/* A 1 becomes 0, any other number stays. False: it is 0. */
static bool take(uint32_t *word, uint32_t *seen)
{
	*seen = 1;
	__atomic_compare_exchange_n(word, seen, 0, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
	return *seen != 0;
}

SEATPUSH_METHOD(Atomic, wait)
{
	struct atomic *atomic = constructed(ZEND_THIS);
	struct php_seatpush_word_wait wait = {.attempt = take, .until_woken = true};
	double timeout = 1;
	enum php_seatpush_word_end end;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();
	if (atomic == NULL) {
		RETURN_THROWS();
	}
	wait.word = atomic->word;
	end = php_seatpush_word_wait(&wait, timeout, "Atomic::wait()");
	if (end == SEATPUSH_WORD_WOKEN) {
		uint32_t seen;

		take(atomic->word, &seen); /* the first one of those that were woken together */
	}
	RETURN_BOOL(end == SEATPUSH_WORD_DONE || end == SEATPUSH_WORD_WOKEN);
}

SEATPUSH_METHOD(Atomic, wakeup)
{
	struct atomic *atomic = constructed(ZEND_THIS);
	zend_long count = 1;
	uint32_t none = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(count)
	ZEND_PARSE_PARAMETERS_END();
	if (atomic == NULL) {
		RETURN_THROWS();
	}
	__atomic_compare_exchange_n(atomic->word, &none, 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
	php_seatpush_word_wake(atomic->word, (int) MAX(0, MIN(count, INT_MAX)));
	RETURN_TRUE;
}

SEATPUSH_METHOD(AtomicLong, __construct)
{
	struct atomic *atomic = atomic_of(Z_OBJ_P(ZEND_THIS));
	zend_long value = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();

	if (construct(atomic, "AtomicLong")) {
		__atomic_store_n(atomic->number, (uint64_t) value, __ATOMIC_SEQ_CST);
	}
}

SEATPUSH_METHOD(AtomicLong, add)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, true, false);
}

SEATPUSH_METHOD(AtomicLong, sub)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, true, true);
}

SEATPUSH_METHOD(AtomicLong, get)
{
	struct atomic *atomic = constructed(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (atomic != NULL) {
		RETURN_LONG((zend_long) __atomic_load_n(atomic->number, __ATOMIC_SEQ_CST));
	}
}

SEATPUSH_METHOD(AtomicLong, set)
{
	struct atomic *atomic = constructed(ZEND_THIS);
	zend_long value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();
	if (atomic != NULL) {
		__atomic_store_n(atomic->number, (uint64_t) value, __ATOMIC_SEQ_CST);
	}
}

SEATPUSH_METHOD(AtomicLong, cmpset)
{
	struct atomic *atomic = constructed(ZEND_THIS);
	zend_long expected, value;
	uint64_t old;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(expected)
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();
	if (atomic == NULL) {
		RETURN_THROWS();
	}
	old = (uint64_t) expected;
	RETURN_BOOL(__atomic_compare_exchange_n(
		atomic->number, &old, (uint64_t) value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
}

static zend_object *create(zend_class_entry *ce)
{
	struct atomic *atomic = zend_object_alloc(sizeof(*atomic), ce);

	memset(atomic, 0, offsetof(struct atomic, std));
	zend_object_std_init(&atomic->std, ce);
	object_properties_init(&atomic->std, ce);
	atomic->std.handlers = &handlers;
	return &atomic->std;
}

static void destroy(zend_object *object)
{
	struct atomic *atomic = atomic_of(object);

	sp_sharing_free(atomic->number, sizeof(*atomic->number));
	zend_object_std_dtor(object);
}

void php_seatpush_atomic_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct atomic, std);
	handlers.free_obj = destroy;
	handlers.clone_obj = NULL;
}
