/* SPDX-License-Identifier: MIT */
#include "php/coroutine/join.h"

#include "php/coroutine/pause.h"
#include "php/coroutine/task.h"
#include "php/engine/compat.h"

/* How many of these ids live, and are not the one that asks. */
static uint32_t count_living(HashTable *ids, const struct php_seatpush_coroutine *own)
{
	uint32_t count = 0;
	zval *id;

	ZEND_HASH_FOREACH_VAL (ids, id) {
		const struct php_seatpush_coroutine *coroutine =
			php_seatpush_coroutine_find(zval_get_long(id));

		count += coroutine != NULL && coroutine != own;
	}
	ZEND_HASH_FOREACH_END();
	return count;
}

static void link_joiners(HashTable *ids, const struct php_seatpush_coroutine *own,
	struct php_seatpush_joiner *joiners, struct php_seatpush_pause *pause, uint32_t *left)
{
	zval *id;

	ZEND_HASH_FOREACH_VAL (ids, id) {
		struct php_seatpush_coroutine *coroutine = php_seatpush_coroutine_find(zval_get_long(id));

		if (coroutine != NULL && coroutine != own) {
			joiners->wait = &pause->wait;
			joiners->left = left;
			sp_link_init(&joiners->link);
			sp_list_append(&coroutine->joiners, &joiners->link);
			joiners++;
		}
	}
	ZEND_HASH_FOREACH_END();
}

bool php_seatpush_join(HashTable *ids, double timeout, const char *method)
{
	struct php_seatpush_joiner *joiners;
	struct php_seatpush_pause pause;
	uint32_t count = count_living(ids, php_seatpush_coroutine_current());
	uint32_t left = count;
	bool ended;

	if (count == 0) {
		return false;
	}
	joiners = safe_emalloc(count, sizeof(*joiners), 0);
	php_seatpush_pause_init(&pause);
	link_joiners(ids, php_seatpush_coroutine_current(), joiners, &pause, &left);
	ended = php_seatpush_pause(&pause, timeout, method) == SEATPUSH_PAUSE_RESUMED;
	for (uint32_t i = 0; i < count; i++) {
		sp_link_remove(&joiners[i].link);
	}
	efree(joiners);
	return ended;
}

SEATPUSH_METHOD(Coroutine, join)
{
	HashTable *ids;
	double timeout = -1;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(ids)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(php_seatpush_join(ids, timeout, "Coroutine::join()"));
}
