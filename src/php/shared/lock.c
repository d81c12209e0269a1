/* SPDX-License-Identifier: MIT */
#include "php/shared/lock.h"

#include <errno.h>
#include <sys/file.h>

#include "zend_exceptions.h"

#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/shared/lock_word.h"
#include "php/shared/memory.h"
#include "php/shared/word.h"

enum type { RWLOCK = 1, FILELOCK, MUTEX, SEM, SPINLOCK };

/* Place of the declared property. */
enum { PROPERTY_ERR_CODE };

struct lock {
	struct php_seatpush_lock_word *memory; /* shared; NULL: not constructed */
	zend_object std;
};

static zend_object_handlers handlers;

static struct lock *lock_of(zend_object *object)
{
	return (struct lock *) ((char *) object - offsetof(struct lock, std));
}

/* NULL: an exception was thrown. */
static struct lock *constructed(zval *object)
{
	struct lock *lock = lock_of(Z_OBJ_P(object));

	if (lock->memory == NULL) {
		php_seatpush_throw_text("the constructor of the Lock has not run");
		return NULL;
	}
	return lock;
}

static bool may_block(uint32_t seen)
{
	if (!php_seatpush_lock_is_own(seen)) {
		return true;
	}
	php_seatpush_throw_text("this process holds the Lock already, and nothing else runs in it that "
							"could unlock it: unlock it first");
	return false;
}

static void acquire(zval *object, zval *return_value, bool reading, double timeout)
{
	struct lock *lock = constructed(object);
	struct php_seatpush_word_wait wait = {
		.attempt = reading ? php_seatpush_lock_take_for_reading : php_seatpush_lock_take,
		.may_block = timeout < 0 ? may_block : NULL,
		.hint = "somebody holds the Lock and has not called unlock(); see that every way out of "
				"the code in between calls it (try ... finally)",
	};
	enum php_seatpush_word_end end;

	if (lock == NULL) {
		return;
	}
	wait.word = &lock->memory->word;
	end = php_seatpush_word_wait(&wait, timeout, "Lock::lock()");
	ZVAL_LONG(OBJ_PROP_NUM(&lock->std, PROPERTY_ERR_CODE), end == SEATPUSH_WORD_DONE ? 0
														   : timeout == 0            ? EBUSY
																					 : ETIMEDOUT);
	RETVAL_BOOL(end == SEATPUSH_WORD_DONE);
}

SEATPUSH_METHOD(Lock, __construct)
{
	struct lock *lock = lock_of(Z_OBJ_P(ZEND_THIS));
	const struct sp_sharing_kind kind = {sizeof(*lock->memory), "Lock", NULL};
	zend_long type = MUTEX;
	zend_string *filename;
	struct sp_error error;
	bool is_new;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(type)
		Z_PARAM_STR(filename)
	ZEND_PARSE_PARAMETERS_END();

	if (type == FILELOCK) {
		zend_argument_value_error(1, "cannot be FILELOCK: call flock() on a file of your own");
		RETURN_THROWS();
	}
	if (type < RWLOCK || type > SPINLOCK) {
		zend_argument_value_error(1, "must be one of Lock's constants, such as MUTEX");
		RETURN_THROWS();
	}
	if (lock->memory == NULL) {
		lock->memory = php_seatpush_memory_new(&kind, &is_new, &error);
		if (lock->memory == NULL) {
			php_seatpush_throw(&error);
		}
	}
}

SEATPUSH_METHOD(Lock, lock)
{
	zend_long operation = LOCK_EX;
	double timeout = -1;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(operation)
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	if ((operation & ~LOCK_NB) != LOCK_EX && (operation & ~LOCK_NB) != LOCK_SH) {
		zend_argument_value_error(1, "must be LOCK_EX or LOCK_SH, and may have LOCK_NB");
		RETURN_THROWS();
	}
	acquire(ZEND_THIS, return_value, (operation & LOCK_SH) != 0,
		operation & LOCK_NB ? 0
		: timeout > 0       ? timeout
							: -1);
}

SEATPUSH_METHOD(Lock, lockwait)
{
	double timeout = 1;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();
	acquire(ZEND_THIS, return_value, false, timeout > 0 ? timeout : -1);
}

SEATPUSH_METHOD(Lock, trylock)
{
	ZEND_PARSE_PARAMETERS_NONE();
	acquire(ZEND_THIS, return_value, false, 0);
}

SEATPUSH_METHOD(Lock, lock_read)
{
	ZEND_PARSE_PARAMETERS_NONE();
	acquire(ZEND_THIS, return_value, true, -1);
}

SEATPUSH_METHOD(Lock, trylock_read)
{
	ZEND_PARSE_PARAMETERS_NONE();
	acquire(ZEND_THIS, return_value, true, 0);
}

SEATPUSH_METHOD(Lock, unlock)
{
	struct lock *lock = constructed(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (lock == NULL) {
		RETURN_THROWS();
	}
	if (!php_seatpush_lock_release(lock->memory)) {
		ZVAL_LONG(OBJ_PROP_NUM(&lock->std, PROPERTY_ERR_CODE), EPERM);
		RETURN_FALSE;
	}
	ZVAL_LONG(OBJ_PROP_NUM(&lock->std, PROPERTY_ERR_CODE), 0);
	php_seatpush_word_wake(&lock->memory->word, INT_MAX);
	RETURN_TRUE;
}

SEATPUSH_METHOD(Lock, destroy)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

static zend_object *create(zend_class_entry *ce)
{
	struct lock *lock = zend_object_alloc(sizeof(*lock), ce);

	lock->memory = NULL;
	zend_object_std_init(&lock->std, ce);
	object_properties_init(&lock->std, ce);
	lock->std.handlers = &handlers;
	return &lock->std;
}

static void destroy(zend_object *object)
{
	struct lock *lock = lock_of(object);

	sp_sharing_free(lock->memory, sizeof(*lock->memory));
	zend_object_std_dtor(object);
}

void php_seatpush_lock_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct lock, std);
	handlers.free_obj = destroy;
	handlers.clone_obj = NULL;
}
