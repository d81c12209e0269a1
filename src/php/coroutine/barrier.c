/* SPDX-License-Identifier: MIT */
/*
 * A wait that ends when the last reference goes.
 */
#include "php/coroutine/barrier.h"

#include "zend_exceptions.h"

#include "php/coroutine/pause.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"

struct barrier {
	struct php_seatpush_pause *pause; /* of the one that waits; NULL: nobody does */
	zend_object std;
};

static zend_object_handlers handlers;

static struct barrier *barrier_of(zend_object *object)
{
	return (struct barrier *) ((char *) object - offsetof(struct barrier, std));
}

SEATPUSH_METHOD(Barrier, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

SEATPUSH_METHOD(Barrier, make)
{
	ZEND_PARSE_PARAMETERS_NONE();
	object_init_ex(return_value, seatpush_ce_Barrier);
}

SEATPUSH_METHOD(Barrier, wait)
{
	struct php_seatpush_pause pause;
	struct barrier *barrier;
	zend_object *object;
	double timeout = -1;
	zval *place;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(place)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	ZVAL_DEREF(place);
	if (Z_TYPE_P(place) == IS_NULL) {
		RETURN_TRUE;
	}
	if (Z_TYPE_P(place) != IS_OBJECT || Z_OBJCE_P(place) != seatpush_ce_Barrier) {
		zend_argument_type_error(1, "must be a Barrier, %s given", zend_zval_type_name(place));
		RETURN_THROWS();
	}
	object = Z_OBJ_P(place);
	barrier = barrier_of(object);
	ZVAL_NULL(place);
	if (GC_REFCOUNT(object) == 1) {
		OBJ_RELEASE(object);
		RETURN_TRUE;
	}
	GC_DELREF(object);
	php_seatpush_pause_init(&pause);
	barrier->pause = &pause;
	RETVAL_BOOL(php_seatpush_pause(&pause, timeout, "Barrier::wait()") == SEATPUSH_PAUSE_RESUMED);
	if (pause.end != SEATPUSH_PAUSE_RESUMED) {
		barrier->pause = NULL; /* others still hold it */
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct barrier *barrier = zend_object_alloc(sizeof(*barrier), ce);

	memset(barrier, 0, offsetof(struct barrier, std));
	zend_object_std_init(&barrier->std, ce);
	object_properties_init(&barrier->std, ce);
	barrier->std.handlers = &handlers;
	return &barrier->std;
}

/* In the middle of anything: the one that waits goes on at the end of the tick. */
static void free_object(zend_object *object)
{
	struct barrier *barrier = barrier_of(object);

	if (barrier->pause != NULL && !barrier->pause->wait.is_ready) {
		barrier->pause->end = SEATPUSH_PAUSE_RESUMED;
		php_seatpush_wake(&barrier->pause->wait);
	}
	zend_object_std_dtor(object);
}

void php_seatpush_barrier_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct barrier, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
