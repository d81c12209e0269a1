/* SPDX-License-Identifier: MIT */
/*
 * What a request (one run of a script) owns: one loop, at most one server, the timers.
 */
#ifndef PHP_SEATPUSH_ENGINE_GLOBALS_H
#define PHP_SEATPUSH_ENGINE_GLOBALS_H

#include "php.h"
#include "zend_fibers.h"

#include "base/queue.h"
#include "net/loop/loop.h"

struct php_seatpush_callback;
struct php_seatpush_coroutines;
struct php_seatpush_fiber;
struct php_seatpush_server;
struct sp_packet;
struct sp_server;

/* What this folder must know of a started server; zeroed: there is none. Set and cleared in
 * php/server/object.c; everything in it is borrowed. */
struct php_seatpush_serving {
	struct sp_server *net;
	zend_object *object;                    /* $server of the callbacks */
	struct php_seatpush_callback *on_error; /* may be unset */
	int64_t slow_callback_ms;
	int64_t max_concurrency;
	int64_t max_coroutine;
};

#define SEATPUSH_SPARES 4

/* See php/ws/long_message.h. */
struct php_seatpush_long_messages {
	size_t bytes;                         /* of those that are incomplete */
	zend_string *spares[SEATPUSH_SPARES]; /* the last ones, as references; NULL: none */
	uint32_t next;                        /* whose place the next one takes */
};

ZEND_BEGIN_MODULE_GLOBALS(seatpush)
	zend_bool swoole_aliases;           /* ini seatpush.swoole_aliases */
	struct sp_loop *loop;               /* created when first needed */
	struct php_seatpush_server *server; /* borrowed: the object is here for its lifetime */
	struct php_seatpush_serving serving;
	HashTable *timers; /* id => struct php_seatpush_timer *; created when first needed */
	zend_long last_timer_id;
	HashTable *ignored_errors;   /* numbers that are not logged; NULL: none; owned by php/main */
	HashTable *media_types;      /* what a script has changed; NULL: nothing; owned by php/http */
	zend_ulong timer_rounds;     /* how many times a timer has fired */
	struct sp_tailq deferred;    /* list of php_seatpush_deferred */
	zend_object *exit_exception; /* what exit() threw in a callback, kept until start() returns */
	bool fatal;                  /* a fatal error ended a callback */
	bool after_fatal;            /* and a shutdown function is now running the Close callbacks */
	bool told_output;            /* that a callback left output buffers open */
	bool interrupt_wanted;       /* the stop's time is over: end the running user code */
	bool interrupted;            /* and it was ended */
	struct php_seatpush_long_messages long_messages;
	zend_string *last_data; /* the data last pushed in this tick, and its frame */
	struct sp_packet *last_packet;
	zend_long last_opcode;
	struct php_seatpush_coroutines *coroutines; /* NULL: none was started; owned */
	bool coroutines_at_exit;                /* those that are left will run at the script's end */
	struct php_seatpush_fiber *fiber;       /* the running one */
	struct sp_link fibers;                  /* all of them */
	struct php_seatpush_fiber *free_fibers; /* the unused ones */
	uint32_t free_fiber_count;
	size_t stack_size;                   /* bytes of a fiber's stack; 0: not decided yet */
	zend_fiber_context *resumer_context; /* the one that the running fiber suspends to */
	struct sp_link waits;                /* all callbacks and coroutines that wait */
	struct sp_tailq ready;               /* those to resume, by php_seatpush_wait.ready */
	uint32_t wait_count;                 /* all of them */
	uint32_t peer_wait_count;            /* those whose length a peer decides */
	uint32_t detached_count;             /* the others in coroutines that go() started */
	uint32_t slowest_logged_s;           /* when it was last logged that such a peer was given up */
	struct sp_link redis_objects;        /* all SeatPush\Redis */
	bool waits_over;                     /* the stop's time is over: nothing may wait any more */
ZEND_END_MODULE_GLOBALS(seatpush)

ZEND_EXTERN_MODULE_GLOBALS(seatpush)
#define SEATPUSH_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(seatpush, v)

#if defined(ZTS) && defined(COMPILE_DL_SEATPUSH)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

/* Sets one request's globals to their defaults. */
void php_seatpush_globals_init(void *globals);

/* The loop, created if necessary; this process owns it. NULL: an exception was thrown. */
struct sp_loop *php_seatpush_loop(void);

#endif
