/* SPDX-License-Identifier: MIT */
/*
 * Values and waits in the order in which they came. Whoever lets another one go on does so at once
 * (a consumer runs when its value is there), and goes on itself when that one waits again.
 */
#include "php/coroutine/channel.h"

#include "zend_exceptions.h"

#include "php/coroutine/pause.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"

enum { CHANNEL_OK = 0, CHANNEL_TIMEOUT = -1, CHANNEL_CLOSED = -2, CHANNEL_CANCELLED = -3 };

/* Places of the declared properties, in the stub's order. */
enum { PROPERTY_CAPACITY, PROPERTY_ERR_CODE };

struct channel {
	zval *values; /* a ring; NULL until the first one */
	uint32_t cap; /* of values: a power of two */
	uint32_t first, count;
	zend_long capacity; /* 0: the constructor has not run */
	bool closed;
	struct sp_link producers, consumers; /* php_seatpush_pause.link */
	zend_object std;
};

static zend_object_handlers handlers;

static struct channel *channel_of(zend_object *object)
{
	return (struct channel *) ((char *) object - offsetof(struct channel, std));
}

/* NULL: an exception was thrown. */
static struct channel *constructed(zval *object)
{
	struct channel *channel = channel_of(Z_OBJ_P(object));

	if (channel->capacity == 0) {
		php_seatpush_throw_text("the constructor of the channel has not run");
		return NULL;
	}
	return channel;
}

static void set_error(struct channel *channel, zend_long code)
{
	ZVAL_LONG(OBJ_PROP_NUM(&channel->std, PROPERTY_ERR_CODE), code);
}

static zval *value_at(const struct channel *channel, uint32_t i)
{
	return &channel->values[(channel->first + i) & (channel->cap - 1)];
}

static void grow(struct channel *channel)
{
	uint32_t cap = channel->cap == 0 ? 4 : channel->cap * 2;
	zval *values;

	if (channel->count < channel->cap) {
		return;
	}
	values = safe_emalloc(cap, sizeof(zval), 0);
	for (uint32_t i = 0; i < channel->count; i++) {
		ZVAL_COPY_VALUE(&values[i], value_at(channel, i));
	}
	if (channel->values != NULL) {
		efree(channel->values);
	}
	channel->values = values;
	channel->cap = cap;
	channel->first = 0;
}

/* Waits on a list until its turn has come; false: errCode or an exception says why. */
static bool wait_turn(
	struct channel *channel, struct sp_link *list, double timeout, const char *method)
{
	struct php_seatpush_pause pause;

	php_seatpush_pause_init(&pause);
	sp_list_append(list, &pause.link);
	switch (php_seatpush_pause(&pause, timeout, method)) {
	case SEATPUSH_PAUSE_RESUMED:
		return true;
	case SEATPUSH_PAUSE_TIMEOUT:
		set_error(channel, CHANNEL_TIMEOUT);
		break;
	case SEATPUSH_PAUSE_CANCELLED:
		set_error(channel, CHANNEL_CANCELLED);
		break;
	case SEATPUSH_PAUSE_FAILED:
		break;
	}
	return false;
}

SEATPUSH_METHOD(Channel, __construct)
{
	struct channel *channel = channel_of(Z_OBJ_P(ZEND_THIS));
	zend_long capacity = 1;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(capacity)
	ZEND_PARSE_PARAMETERS_END();

	channel->capacity = MIN(MAX(capacity, 1), INT32_MAX / 2);
	ZVAL_LONG(OBJ_PROP_NUM(&channel->std, PROPERTY_CAPACITY), channel->capacity);
}

SEATPUSH_METHOD(Channel, push)
{
	struct channel *channel;
	double timeout = -1;
	zval *data;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	channel = constructed(ZEND_THIS);
	if (channel == NULL) {
		RETURN_THROWS();
	}
	set_error(channel, CHANNEL_OK);
	while (!channel->closed && channel->count >= (uint32_t) channel->capacity) {
		if (!wait_turn(channel, &channel->producers, timeout, "Channel::push()")) {
			RETURN_FALSE;
		}
	}
	if (channel->closed) {
		set_error(channel, CHANNEL_CLOSED);
		RETURN_FALSE;
	}
	grow(channel);
	channel->count++;
	ZVAL_COPY(value_at(channel, channel->count - 1), data);
	RETVAL_TRUE;
	php_seatpush_pause_resume_first(&channel->consumers, SEATPUSH_PAUSE_RESUMED);
}

SEATPUSH_METHOD(Channel, pop)
{
	struct channel *channel;
	double timeout = -1;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	channel = constructed(ZEND_THIS);
	if (channel == NULL) {
		RETURN_THROWS();
	}
	set_error(channel, CHANNEL_OK);
	while (!channel->closed && channel->count == 0) {
		if (!wait_turn(channel, &channel->consumers, timeout, "Channel::pop()")) {
			RETURN_FALSE;
		}
	}
	if (channel->count == 0) {
		set_error(channel, CHANNEL_CLOSED);
		RETURN_FALSE;
	}
	ZVAL_COPY_VALUE(return_value, value_at(channel, 0));
	channel->first = (channel->first + 1) & (channel->cap - 1);
	channel->count--;
	php_seatpush_pause_resume_first(&channel->producers, SEATPUSH_PAUSE_RESUMED);
}

SEATPUSH_METHOD(Channel, isEmpty)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(channel_of(Z_OBJ_P(ZEND_THIS))->count == 0);
}

SEATPUSH_METHOD(Channel, isFull)
{
	const struct channel *channel = channel_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(channel->count >= (uint32_t) channel->capacity);
}

SEATPUSH_METHOD(Channel, close)
{
	struct channel *channel = channel_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (channel->closed) {
		RETURN_FALSE;
	}
	channel->closed = true;
	set_error(channel, CHANNEL_CLOSED);
	while (php_seatpush_pause_resume_first(&channel->consumers, SEATPUSH_PAUSE_RESUMED) ||
		   php_seatpush_pause_resume_first(&channel->producers, SEATPUSH_PAUSE_RESUMED)) {
		/* each sees that it is closed */
	}
	RETURN_TRUE;
}

static uint32_t length_of(const struct sp_link *list)
{
	uint32_t length = 0;

	for (const struct sp_link *link = list->next; link != list; link = link->next) {
		length++;
	}
	return length;
}

SEATPUSH_METHOD(Channel, stats)
{
	const struct channel *channel = channel_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	add_assoc_long(return_value, "consumer_num", length_of(&channel->consumers));
	add_assoc_long(return_value, "producer_num", length_of(&channel->producers));
	add_assoc_long(return_value, "queue_num", channel->count);
}

SEATPUSH_METHOD(Channel, length)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(channel_of(Z_OBJ_P(ZEND_THIS))->count);
}

static zend_object *create(zend_class_entry *ce)
{
	struct channel *channel = zend_object_alloc(sizeof(*channel), ce);

	memset(channel, 0, offsetof(struct channel, std));
	sp_link_init(&channel->producers);
	sp_link_init(&channel->consumers);
	zend_object_std_init(&channel->std, ce);
	object_properties_init(&channel->std, ce);
	channel->std.handlers = &handlers;
	return &channel->std;
}

/* Nobody waits in it: a wait holds the object. */
static void free_object(zend_object *object)
{
	struct channel *channel = channel_of(object);

	for (uint32_t i = 0; i < channel->count; i++) {
		zval_ptr_dtor(value_at(channel, i));
	}
	if (channel->values != NULL) {
		efree(channel->values);
	}
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct channel *channel = channel_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	for (uint32_t i = 0; i < channel->count; i++) {
		zend_get_gc_buffer_add_zval(buffer, value_at(channel, i));
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

void php_seatpush_channel_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct channel, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
