/* SPDX-License-Identifier: MIT */
#include "php/engine/fiber.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "zend_exceptions.h"

#include "php/engine/compat.h"
#include "php/engine/globals.h"

/* Address space for a stack: freeing a chain of objects takes some 130 bytes a link. */
#define STACK_SIZE ((size_t) (sizeof(void *) < 8 ? 1 : 16) << 20)
#define STACK_MIN ((size_t) 256 << 10)
#define STACK_SPARED ((size_t) 64 << 10) /* bytes at its end that hold the guard page */
#define FREE_MAX 32                      /* stacks that are kept for later callbacks */

static char kind; /* its address distinguishes our contexts from those of Fiber */

static void switch_to(zend_fiber_context *context)
{
	zend_fiber_transfer transfer = {.context = context};

	ZVAL_NULL(&transfer.value);
	zend_fiber_switch_context(&transfer);
}

/* Traces leave out frames of functions without a name. */
static const zend_function nameless = {.type = ZEND_INTERNAL_FUNCTION};

static void name_frame(struct php_seatpush_fiber *fiber)
{
	fiber->frame.func = (zend_function *) (fiber->in_user_code ? &nameless : fiber->runner);
}

/* The nearest function of C: start(), run(), go(). */
static const zend_function *runner_at(const zend_execute_data *frame)
{
	for (; frame != NULL; frame = frame->prev_execute_data) {
		if (frame->func != NULL && frame->func->type == ZEND_INTERNAL_FUNCTION &&
			frame->func->common.function_name != NULL) {
			return frame->func;
		}
	}
	return &nameless;
}

bool php_seatpush_fiber_user_code(bool runs)
{
	struct php_seatpush_fiber *fiber = SEATPUSH_G(fiber);
	bool ran = fiber != NULL && fiber->in_user_code;

	if (fiber != NULL) {
		fiber->in_user_code = runs;
		name_frame(fiber);
	}
	return ran;
}

/* The call's frame goes on top of a frame of the fiber's own, which outlives whoever started it,
 * and is linked to whoever resumes it: traces then show start(). As long as there is a frame below,
 * the engine leaves an uncaught exception to us. */
static void begin_stack(struct php_seatpush_fiber *fiber)
{
	zend_vm_stack page = emalloc(ZEND_FIBER_VM_STACK_SIZE);

	page->top = ZEND_VM_STACK_ELEMENTS(page);
	page->end = (zval *) ((char *) page + ZEND_FIBER_VM_STACK_SIZE);
	page->prev = NULL;
	EG(vm_stack) = page;
	EG(vm_stack_top) = page->top;
	EG(vm_stack_end) = page->end;
	EG(vm_stack_page_size) = ZEND_FIBER_VM_STACK_SIZE;
	EG(active_fiber) = NULL;
	EG(current_execute_data) = &fiber->frame;
	php_seatpush_fiber_stack_limits(&fiber->context);
}

/* Otherwise the first touch of a large stack could take 2 MiB at once. here: on that stack, near
 * its beginning. */
static void want_small_pages(const void *here, size_t size)
{
#ifdef MADV_NOHUGEPAGE
	uintptr_t page = (uintptr_t) sysconf(_SC_PAGESIZE);
	uintptr_t top = ((uintptr_t) here + page - 1) & ~(page - 1);

	if (size > STACK_SPARED) {
		madvise((void *) (top - size + STACK_SPARED), size - STACK_SPARED, MADV_NOHUGEPAGE);
	}
#else
	(void) here;
	(void) size;
#endif
}

static void run_functions(zend_fiber_transfer *transfer)
{
	struct php_seatpush_fiber *fiber = SEATPUSH_G(fiber);

	fiber->bottom = &fiber;
	want_small_pages(&fiber, fiber->stack_size);
	begin_stack(fiber);
	while (!fiber->quit) {
		fiber->function(fiber);
		fiber->over = true;
		fiber->at = &fiber->context;
		php_seatpush_fiber_suspend();
	}
	zend_vm_stack_destroy();
	php_seatpush_forget_frames(&fiber, fiber->stack_size);
	transfer->context = SEATPUSH_G(resumer_context);
	transfer->flags = 0;
	ZVAL_NULL(&transfer->value);
}

static bool init_context(struct php_seatpush_fiber *fiber, size_t size)
{
	fiber->stack_size = size;
	if (php_seatpush_fiber_init_context(&fiber->context, &kind, run_functions, size)) {
		return true;
	}
	zend_clear_exception(); /* it says that there is no memory */
	return false;
}

static size_t wanted_size(void)
{
	const char *given = zend_ini_string("fiber.stack_size", strlen("fiber.stack_size"), 0);

	return given != NULL && *given != '\0' ? (size_t) EG(fiber_stack_size) : STACK_SIZE;
}

bool php_seatpush_fibers_init(struct sp_error *error)
{
	SEATPUSH_G(stack_size) = wanted_size();
	if (SEATPUSH_G(stack_size) < STACK_MIN) {
		sp_error_set(error, EINVAL,
			"fiber.stack_size is %zu bytes, and a callback needs %zu at least: raise it to 256K or "
			"more, or leave it out, which gives callbacks %zuM of address space",
			SEATPUSH_G(stack_size), STACK_MIN, STACK_SIZE >> 20);
		return false;
	}
	return true;
}

static struct php_seatpush_fiber *make(void)
{
	struct php_seatpush_fiber *fiber = calloc(1, sizeof(*fiber));

	if (fiber == NULL) {
		return NULL;
	}
	if (SEATPUSH_G(stack_size) == 0) { /* without a server */
		SEATPUSH_G(stack_size) = wanted_size() > STACK_MIN ? wanted_size() : STACK_MIN;
	}
	/* Where address space is scarce, a stack as PHP's own fibers have is better than none. */
	if (!init_context(fiber, SEATPUSH_G(stack_size)) &&
		(SEATPUSH_G(stack_size) <= (size_t) EG(fiber_stack_size) ||
			!init_context(fiber, (size_t) EG(fiber_stack_size)))) {
		free(fiber);
		return NULL;
	}
	fiber->at = &fiber->context;
	sp_list_append(&SEATPUSH_G(fibers), &fiber->all);
	return fiber;
}

struct php_seatpush_fiber *php_seatpush_fiber_take(void)
{
	struct php_seatpush_fiber *fiber = SEATPUSH_G(free_fibers);

	if (fiber == NULL) {
		return make();
	}
	SEATPUSH_G(free_fibers) = fiber->next;
	SEATPUSH_G(free_fiber_count)--;
	return fiber;
}

static void end_fiber(struct php_seatpush_fiber *fiber)
{
	fiber->quit = true;
	php_seatpush_fiber_resume(fiber);
}

static void give_back(struct php_seatpush_fiber *fiber)
{
	if (SEATPUSH_G(free_fiber_count) == FREE_MAX) {
		end_fiber(fiber);
		return;
	}
	fiber->next = SEATPUSH_G(free_fibers);
	SEATPUSH_G(free_fibers) = fiber;
	SEATPUSH_G(free_fiber_count)++;
}

bool php_seatpush_fiber_resume(struct php_seatpush_fiber *fiber)
{
	struct php_seatpush_fiber *outer = SEATPUSH_G(fiber);
	zend_fiber_context *outer_context = SEATPUSH_G(resumer_context);
	bool quit = fiber->quit;
	bool over;

	if (outer != NULL) {
		outer->top = EG(current_execute_data);
	}
	fiber->frame.prev_execute_data = EG(current_execute_data);
	fiber->runner = runner_at(EG(current_execute_data));
	name_frame(fiber);
	SEATPUSH_G(resumer_context) = EG(current_fiber_context);
	SEATPUSH_G(fiber) = fiber;
	switch_to(fiber->at);
	fiber->frame.prev_execute_data = NULL;
	if (outer != NULL) {
		outer->top = NULL;
	}
	SEATPUSH_G(fiber) = outer;
	SEATPUSH_G(resumer_context) = outer_context;
	over = fiber->over;
	if (quit) {
		sp_link_remove(&fiber->all); /* the engine has freed its stack */
		free(fiber);
	} else if (over && !SEATPUSH_G(fatal)) {
		give_back(fiber);
	}
	return over;
}

bool php_seatpush_fiber_run(
	struct php_seatpush_fiber *fiber, void (*function)(struct php_seatpush_fiber *fiber), void *arg)
{
	fiber->function = function;
	fiber->arg = arg;
	fiber->over = false;
	fiber->detached = false;
	fiber->in_user_code = false;
	fiber->coroutine = NULL;
	return php_seatpush_fiber_resume(fiber);
}

struct php_seatpush_fiber *php_seatpush_fiber_current(void)
{
	return SEATPUSH_G(fiber);
}

void php_seatpush_fiber_suspend(void)
{
	struct php_seatpush_fiber *fiber = SEATPUSH_G(fiber);

	fiber->at = EG(current_fiber_context);
	fiber->top = EG(current_execute_data);
	switch_to(SEATPUSH_G(resumer_context));
	fiber->top = NULL;
}

void php_seatpush_fibers_fini(void)
{
	struct php_seatpush_fiber *fiber;
	struct sp_link *link;

	if (!SEATPUSH_G(fatal) && !CG(unclean_shutdown)) {
		while ((fiber = SEATPUSH_G(free_fibers)) != NULL) {
			SEATPUSH_G(free_fibers) = fiber->next;
			end_fiber(fiber);
		}
	}
	while ((link = sp_list_shift(&SEATPUSH_G(fibers))) != NULL) {
		fiber = SP_CONTAINER(link, struct php_seatpush_fiber, all);
		if (fiber->bottom != NULL) {
			php_seatpush_forget_frames(fiber->bottom, fiber->stack_size);
		}
		zend_fiber_destroy_context(&fiber->context);
		free(fiber);
	}
	SEATPUSH_G(free_fibers) = NULL;
	SEATPUSH_G(free_fiber_count) = 0;
}
