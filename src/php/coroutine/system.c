/* SPDX-License-Identifier: MIT */
/*
 * Coroutine's calls to the system that would block: a thread makes them, and the coroutine waits.
 * Outside a coroutine they block.
 */
#include "php.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "net/loop/descriptor.h"
#include "net/loop/job.h"
#include "net/loop/loop.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"

#define PIECE ((size_t) 64 * 1024)
#define FILE_APPEND_FLAG 8 /* PHP's FILE_APPEND */
#define SHELL "/bin/sh"

extern char **environ;

/* Everything that a thread is told, and what it answers. */
struct work {
	void (*function)(struct work *work);
	char *name;         /* of a file or host, or a command; owned */
	struct sp_buf data; /* in or out */
	int number;         /* flags in, or a result out */
	int error;          /* errno, or what getaddrinfo(3) says; 0: it went well */
	struct addrinfo hints;
	struct addrinfo *found; /* owned */
};

static void do_work(void *data)
{
	struct work *work = data;

	work->function(work);
}

static void free_work(void *data)
{
	struct work *work = data;

	free(work->name);
	sp_buf_fini(&work->data);
	if (work->found != NULL) {
		freeaddrinfo(work->found);
	}
	free(work);
}

/* NULL: an exception was thrown. */
static struct work *new_work(void (*function)(struct work *work), const zend_string *name)
{
	struct work *work = calloc(1, sizeof(*work));

	if (work != NULL) {
		work->function = function;
		work->name = strdup(ZSTR_VAL(name));
	}
	if (work == NULL || work->name == NULL) {
		free(work);
		php_seatpush_throw_text("out of memory");
		return NULL;
	}
	return work;
}

static void on_done(void *arg, void *data)
{
	(void) data;
	php_seatpush_wake(arg);
}

/* Does it, and waits. True: work has its answer, and finish() must follow. False: an exception was
 * thrown, and the work belongs to nobody here. */
static bool perform(struct work *work, struct php_seatpush_wait *wait, const char *method)
{
	const struct sp_job_task task = {do_work, free_work, work};
	struct sp_error error = {0};

	*wait = (struct php_seatpush_wait){.ends_at_stop = true};
	if (!php_seatpush_can_wait()) {
		do_work(work);
		return true;
	}
	wait->job = sp_job_new(SEATPUSH_G(loop), &task, on_done, wait, &error);
	if (wait->job == NULL) {
		php_seatpush_throw(&error);
		return false;
	}
	if (!php_seatpush_wait(wait, method)) {
		sp_job_free(wait->job);
		return false;
	}
	return true;
}

static void finish(struct work *work, struct php_seatpush_wait *wait)
{
	if (wait->job != NULL) {
		sp_job_free(wait->job);
	} else {
		free_work(work);
	}
}

static bool read_all(int fd, struct sp_buf *into)
{
	ssize_t n;

	do {
		if (!sp_buf_reserve(into, into->len + PIECE)) {
			errno = ENOMEM;
			return false;
		}
		n = read(fd, into->data + into->len, PIECE);
		into->len += n > 0 ? (size_t) n : 0;
	} while (n > 0 || (n < 0 && errno == EINTR));
	return n == 0;
}

static void read_file(struct work *work)
{
	int fd = open(work->name, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || !read_all(fd, &work->data)) {
		work->error = errno;
	}
	if (fd >= 0) {
		close(fd);
	}
}

static void write_file(struct work *work)
{
	int how = work->number & FILE_APPEND_FLAG ? O_APPEND : O_TRUNC;
	int fd = open(work->name, O_WRONLY | O_CREAT | O_CLOEXEC | how, 0666);
	size_t done = 0;
	ssize_t n = 0;

	while (
		fd >= 0 && done < work->data.len &&
		((n = write(fd, work->data.data + done, work->data.len - done)) >= 0 || errno == EINTR)) {
		done += n > 0 ? (size_t) n : 0;
	}
	if (fd < 0 || n < 0) {
		work->error = errno;
	}
	if (fd >= 0 && close(fd) != 0 && work->error == 0) {
		work->error = errno;
	}
}

/* The child's standard output (and error) becomes the pipe's end. */
static int spawn_shell(const char *command, int out, bool with_errors, pid_t *pid)
{
	char *const args[] = {SHELL, "-c", (char *) command, NULL};
	posix_spawn_file_actions_t actions;
	int result = posix_spawn_file_actions_init(&actions);

	if (result != 0) {
		return result;
	}
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	if (with_errors) {
		posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO);
	}
	result = posix_spawn(pid, SHELL, &actions, NULL, args, environ);
	posix_spawn_file_actions_destroy(&actions);
	return result;
}

static void run_command(struct work *work)
{
	int ends[2], status = 0;
	pid_t pid;

	if (!sp_pipe(ends, true)) {
		work->error = errno;
		return;
	}
	work->error = spawn_shell(work->name, ends[1], work->number != 0, &pid);
	close(ends[1]);
	if (work->error == 0) {
		if (!read_all(ends[0], &work->data)) {
			work->error = errno;
		}
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
			/* again */
		}
		work->number = status;
	}
	close(ends[0]);
}

static void look_up(struct work *work)
{
	const char *service = work->data.len > 0 ? work->data.data : NULL;

	work->error = getaddrinfo(work->name, service, &work->hints, &work->found);
}

SEATPUSH_METHOD(Coroutine, readFile)
{
	struct php_seatpush_wait wait;
	struct work *work;
	zend_string *name;
	zend_long flags = 0;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_PATH_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(flags)
	ZEND_PARSE_PARAMETERS_END();

	work = new_work(read_file, name);
	if (work == NULL || !perform(work, &wait, "Coroutine::readFile()")) {
		RETURN_THROWS();
	}
	if (work->error == 0) {
		RETVAL_STRINGL(work->data.len > 0 ? work->data.data : "", work->data.len);
	} else {
		php_error_docref(NULL, E_WARNING, "%s: %s", work->name, strerror(work->error));
		RETVAL_FALSE;
	}
	finish(work, &wait);
}

SEATPUSH_METHOD(Coroutine, writeFile)
{
	struct php_seatpush_wait wait;
	struct work *work;
	zend_string *name, *content;
	zend_long flags = 0;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_PATH_STR(name)
		Z_PARAM_STR(content)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(flags)
	ZEND_PARSE_PARAMETERS_END();

	work = new_work(write_file, name);
	if (work == NULL) {
		RETURN_THROWS();
	}
	work->number = (int) flags;
	if (!sp_buf_append(&work->data, ZSTR_VAL(content), ZSTR_LEN(content))) {
		free_work(work);
		php_seatpush_throw_text("out of memory");
		RETURN_THROWS();
	}
	if (!perform(work, &wait, "Coroutine::writeFile()")) {
		RETURN_THROWS();
	}
	if (work->error == 0) {
		RETVAL_LONG((zend_long) work->data.len);
	} else {
		php_error_docref(NULL, E_WARNING, "%s: %s", work->name, strerror(work->error));
		RETVAL_FALSE;
	}
	finish(work, &wait);
}

SEATPUSH_METHOD(Coroutine, exec)
{
	struct php_seatpush_wait wait;
	struct work *work;
	zend_string *command;
	bool with_errors = false;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(command)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(with_errors)
	ZEND_PARSE_PARAMETERS_END();

	work = new_work(run_command, command);
	if (work == NULL) {
		RETURN_THROWS();
	}
	work->number = with_errors;
	if (!perform(work, &wait, "Coroutine::exec()")) {
		RETURN_THROWS();
	}
	if (work->error == 0) {
		array_init(return_value);
		add_assoc_long(
			return_value, "code", WIFEXITED(work->number) ? WEXITSTATUS(work->number) : 0);
		add_assoc_long(
			return_value, "signal", WIFSIGNALED(work->number) ? WTERMSIG(work->number) : 0);
		add_assoc_stringl(
			return_value, "output", work->data.len > 0 ? work->data.data : "", work->data.len);
	} else {
		php_error_docref(NULL, E_WARNING, "%s", strerror(work->error));
		RETVAL_FALSE;
	}
	finish(work, &wait);
}

static bool text_of(const struct sockaddr *address, char out[INET6_ADDRSTRLEN])
{
	const void *bytes =
		address->sa_family == AF_INET6
			? (const void *) &((const struct sockaddr_in6 *) (const void *) address)->sin6_addr
			: (const void *) &((const struct sockaddr_in *) (const void *) address)->sin_addr;

	return inet_ntop(address->sa_family, bytes, out, INET6_ADDRSTRLEN) != NULL;
}

/* *result: the first address, or false; left as it is if an exception was thrown. */
static void first_address(
	zval *result, const zend_string *name, zend_long family, const char *method)
{
	struct work *work = new_work(look_up, name);
	struct php_seatpush_wait wait;
	char text[INET6_ADDRSTRLEN];

	if (work == NULL) {
		return;
	}
	work->hints.ai_family = (int) family;
	if (!perform(work, &wait, method)) {
		return;
	}
	if (work->error == 0 && text_of(work->found->ai_addr, text)) {
		ZVAL_STRING(result, text);
	} else {
		ZVAL_FALSE(result);
	}
	finish(work, &wait);
}

SEATPUSH_METHOD(Coroutine, gethostbyname)
{
	zend_string *name;
	zend_long family = AF_INET;
	double timeout;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(family)
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();
	first_address(return_value, name, family, "Coroutine::gethostbyname()");
}

SEATPUSH_METHOD(Coroutine, dnsLookup)
{
	zend_string *name;
	zend_long family = AF_INET;
	double timeout;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
		Z_PARAM_LONG(family)
	ZEND_PARSE_PARAMETERS_END();
	first_address(return_value, name, family, "Coroutine::dnsLookup()");
}

SEATPUSH_METHOD(Coroutine, getaddrinfo)
{
	struct php_seatpush_wait wait;
	struct work *work;
	zend_string *name, *service = NULL;
	zend_long family = AF_INET, type = SOCK_STREAM, protocol = 6;
	double timeout;

	ZEND_PARSE_PARAMETERS_START(1, 6)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(family)
		Z_PARAM_LONG(type)
		Z_PARAM_LONG(protocol)
		Z_PARAM_STR(service)
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	work = new_work(look_up, name);
	if (work == NULL) {
		RETURN_THROWS();
	}
	work->hints = (struct addrinfo){
		.ai_family = (int) family, .ai_socktype = (int) type, .ai_protocol = (int) protocol};
	if (service != NULL && ZSTR_LEN(service) > 0 &&
		!sp_buf_append(&work->data, ZSTR_VAL(service), ZSTR_LEN(service) + 1)) {
		free_work(work);
		php_seatpush_throw_text("out of memory");
		RETURN_THROWS();
	}
	if (!perform(work, &wait, "Coroutine::getaddrinfo()")) {
		RETURN_THROWS();
	}
	if (work->error == 0) {
		array_init(return_value);
		for (const struct addrinfo *at = work->found; at != NULL; at = at->ai_next) {
			char text[INET6_ADDRSTRLEN];

			if (text_of(at->ai_addr, text)) {
				add_next_index_string(return_value, text);
			}
		}
	} else {
		RETVAL_FALSE;
	}
	finish(work, &wait);
}
