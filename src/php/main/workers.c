/* SPDX-License-Identifier: MIT */
/*
 * What a script may ask about the processes of its server.
 */
#include "php.h"

#include <unistd.h>

#include "net/process/worker.h"
#include "php/engine/compat.h"
#include "php/server/object.h"

enum { BUSY = 1, IDLE = 2 }; /* WORKER_ constants, as in Swoole */

/* The place of another worker. SP_MACHINE_PLACES: there is none. */
static unsigned place_of(const struct php_seatpush_server *server, zend_long worker)
{
	const struct sp_machine *machine = server->net != NULL ? server->net->core.machine : NULL;

	return machine != NULL && worker >= 0 && worker < SP_MACHINE_PLACES
			   ? sp_machine_find(machine, (int) worker)
			   : SP_MACHINE_PLACES;
}

SEATPUSH_METHOD(Server, getWorkerId)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (!php_seatpush_server_of(Z_OBJ_P(ZEND_THIS))->started) {
		RETURN_FALSE;
	}
	RETURN_LONG(sp_worker_number());
}

SEATPUSH_METHOD(Server, getWorkerPid)
{
	const struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long worker = -1;
	unsigned place;
	pid_t process;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(worker)
	ZEND_PARSE_PARAMETERS_END();
	if (worker < 0 || worker == sp_worker_number()) {
		RETURN_LONG(getpid());
	}
	place = place_of(server, worker);
	process = place < SP_MACHINE_PLACES ? sp_machine_process(server->net->core.machine, place) : 0;
	if (process == 0) {
		RETURN_FALSE;
	}
	RETURN_LONG(process);
}

SEATPUSH_METHOD(Server, getWorkerStatus)
{
	const struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	const struct sp_machine_load *load;
	zend_long worker = -1;
	unsigned place;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(worker)
	ZEND_PARSE_PARAMETERS_END();
	if (!server->started) {
		RETURN_FALSE;
	}
	if (worker < 0 || worker == sp_worker_number()) {
		RETURN_LONG(BUSY); /* with this callback */
	}
	place = place_of(server, worker);
	if (place == SP_MACHINE_PLACES) {
		RETURN_FALSE;
	}
	load = sp_machine_load_of(server->net->core.machine, place);
	RETURN_LONG(__atomic_load_n(&load->busy_ns, __ATOMIC_RELAXED) != 0 ||
						(load->role == SP_MACHINE_RUNS_TASKS &&
							__atomic_load_n(&load->tasks, __ATOMIC_RELAXED) > 0)
					? BUSY
					: IDLE);
}

static zend_long first_pid(void)
{
	return sp_worker_is() ? (zend_long) sp_worker_supervisor() : (zend_long) getpid();
}

SEATPUSH_METHOD(Server, getMasterPid)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(first_pid());
}

SEATPUSH_METHOD(Server, getManagerPid)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(first_pid());
}

SEATPUSH_METHOD(Server, workerId)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (sp_worker_is()) {
		RETURN_LONG(sp_worker_id());
	}
}

SEATPUSH_METHOD(Server, generation)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(sp_worker_generation());
}
