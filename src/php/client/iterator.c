/* SPDX-License-Identifier: MIT */
#include "php/client/iterator.h"

#ifdef HAVE_SEATPUSH_CLIENT

#include "zend_exceptions.h"

struct iterator {
	zend_object_iterator it; /* data: the Client object */
	php_seatpush_client_next *next;
	zval current; /* UNDEF: no current message */
	zend_ulong key;
	bool over;
};

static void drop(zend_object_iterator *it)
{
	struct iterator *iterator = (struct iterator *) it;

	zval_ptr_dtor(&iterator->current);
	ZVAL_UNDEF(&iterator->current);
}

static int valid(zend_object_iterator *it)
{
	struct iterator *iterator = (struct iterator *) it;

	if (Z_ISUNDEF(iterator->current) && !iterator->over) {
		iterator->over = !iterator->next(&it->data, &iterator->current);
	}
	return Z_ISUNDEF(iterator->current) ? FAILURE : SUCCESS;
}

static zval *current(zend_object_iterator *it)
{
	return valid(it) == SUCCESS ? &((struct iterator *) it)->current : NULL;
}

static void key(zend_object_iterator *it, zval *out)
{
	ZVAL_LONG(out, (zend_long) ((struct iterator *) it)->key);
}

static void forward(zend_object_iterator *it)
{
	drop(it);
	((struct iterator *) it)->key++;
}

static void free_iterator(zend_object_iterator *it)
{
	drop(it);
	zval_ptr_dtor(&it->data);
}

static const zend_object_iterator_funcs iterator_funcs = {
	.dtor = free_iterator,
	.valid = valid,
	.get_current_data = current,
	.get_current_key = key,
	.move_forward = forward,
	.invalidate_current = drop,
};

zend_object_iterator *php_seatpush_client_iterator(
	zval *client, bool by_ref, php_seatpush_client_next *next)
{
	struct iterator *iterator;

	if (by_ref) {
		zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
		return NULL;
	}
	iterator = ecalloc(1, sizeof(*iterator));
	zend_iterator_init(&iterator->it);
	iterator->it.funcs = &iterator_funcs;
	iterator->next = next;
	ZVAL_OBJ_COPY(&iterator->it.data, Z_OBJ_P(client));
	return &iterator->it;
}

#endif
