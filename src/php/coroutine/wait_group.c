/* SPDX-License-Identifier: MIT */
#include "php/coroutine/wait_group.h"

#include "zend_exceptions.h"

#include "php/coroutine/pause.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"

struct wait_group {
	zend_long count;
	struct sp_link waiting; /* php_seatpush_pause.link */
	zend_object std;
};

static zend_object_handlers handlers;

static struct wait_group *group_of(zend_object *object)
{
	return (struct wait_group *) ((char *) object - offsetof(struct wait_group, std));
}

static void change(struct wait_group *group, zend_long delta)
{
	if (delta < -group->count) {
		php_seatpush_throw_text("the count of a WaitGroup cannot become negative: there were more "
								"done() than add()");
		return;
	}
	group->count += delta;
	while (group->count == 0 &&
		   php_seatpush_pause_resume_first(&group->waiting, SEATPUSH_PAUSE_RESUMED)) {
		/* all that wait go on */
	}
}

SEATPUSH_METHOD(WaitGroup, __construct)
{
	zend_long delta = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(delta)
	ZEND_PARSE_PARAMETERS_END();
	change(group_of(Z_OBJ_P(ZEND_THIS)), delta);
}

SEATPUSH_METHOD(WaitGroup, add)
{
	zend_long delta = 1;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(delta)
	ZEND_PARSE_PARAMETERS_END();
	change(group_of(Z_OBJ_P(ZEND_THIS)), delta);
}

SEATPUSH_METHOD(WaitGroup, done)
{
	ZEND_PARSE_PARAMETERS_NONE();
	change(group_of(Z_OBJ_P(ZEND_THIS)), -1);
}

SEATPUSH_METHOD(WaitGroup, wait)
{
	struct wait_group *group = group_of(Z_OBJ_P(ZEND_THIS));
	struct php_seatpush_pause pause;
	double timeout = -1;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (group->count == 0) {
		RETURN_TRUE;
	}
	php_seatpush_pause_init(&pause);
	sp_list_append(&group->waiting, &pause.link);
	RETURN_BOOL(php_seatpush_pause(&pause, timeout, "WaitGroup::wait()") == SEATPUSH_PAUSE_RESUMED);
}

SEATPUSH_METHOD(WaitGroup, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(group_of(Z_OBJ_P(ZEND_THIS))->count);
}

static zend_object *create(zend_class_entry *ce)
{
	struct wait_group *group = zend_object_alloc(sizeof(*group), ce);

	memset(group, 0, offsetof(struct wait_group, std));
	sp_link_init(&group->waiting);
	zend_object_std_init(&group->std, ce);
	object_properties_init(&group->std, ce);
	group->std.handlers = &handlers;
	return &group->std;
}

void php_seatpush_wait_group_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct wait_group, std);
	handlers.clone_obj = NULL;
}
