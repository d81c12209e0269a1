/* SPDX-License-Identifier: MIT */
#include "php/engine/output.h"

void php_seatpush_output_put_aside(struct php_seatpush_fiber *fiber)
{
	int count = php_seatpush_output_level() - fiber->output_level;
	php_output_handler **open = zend_stack_base(&OG(handlers));

	if (count <= 0) {
		return;
	}
	fiber->output = safe_emalloc((size_t) count, sizeof(*open), 0);
	fiber->output_count = count;
	memcpy(fiber->output, open + fiber->output_level, (size_t) count * sizeof(*open));
	OG(handlers).top = fiber->output_level;
	OG(active) = fiber->output_level > 0 ? open[fiber->output_level - 1] : NULL;
}

void php_seatpush_output_put_back(struct php_seatpush_fiber *fiber)
{
	php_output_handler **aside = fiber->output;

	fiber->output_level = php_seatpush_output_level();
	for (int i = 0; i < fiber->output_count; i++) {
		aside[i]->level = zend_stack_push(&OG(handlers), &aside[i]) - 1;
		OG(active) = aside[i];
	}
	fiber->output_count = 0;
	if (aside != NULL) {
		fiber->output = NULL;
		efree(aside);
	}
}

int php_seatpush_output_end(int depth)
{
	int count = php_seatpush_output_depth() - depth;

	while (php_seatpush_output_depth() > depth) {
		OG(active)->flags |= PHP_OUTPUT_HANDLER_REMOVABLE; /* the script may have asked for less */
		if (php_output_end() != SUCCESS) {
			break;
		}
	}
	return count;
}
