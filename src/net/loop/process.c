/* SPDX-License-Identifier: MIT */
/*
 * Signals are caught by plain handlers that only set a bit, write to a pipe that the loop
 * watches, and arm an alarm, so that a blocking call in user code cannot delay a stop for ever.
 */
#include "net/loop/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/fork.h"
#include "net/loop/pid_file.h"

#define INTERRUPT_PART 80 /* percent of the stop's time after which user code is interrupted */
#define GRACE_PART 70     /* percent after which connections are no longer waited for */
#define PART_WHOLE 100
#define EXIT_BY_INT 130 /* the status that shells use for it */
#define US_PER_MS 1000
#define MS_PER_S 1000

static const int caught[] = {SIGTERM, SIGINT, SIGUSR1, SIGHUP};
#define CAUGHT_COUNT (sizeof(caught) / sizeof(caught[0]))

static struct sigaction former[CAUGHT_COUNT];
static struct sigaction former_alarm;
static volatile sig_atomic_t pending;
static volatile sig_atomic_t armed; /* 0: no; 1: until the interrupt; 2: until the end */
static volatile sig_atomic_t interrupts;
static pid_t signals_owner;
static int wake_pipe[2] = {-1, -1};
static int64_t stop_timeout_ms;
static void (*interrupt_user_code)(void);
static volatile pid_t stopper;
static pid_t obeyed; /* 0: this is no worker */

static int daemon_pipe = -1;

static void set_timer(int64_t ms)
{
	struct itimerval timer = {0};

	timer.it_value.tv_sec = ms / MS_PER_S;
	timer.it_value.tv_usec = ms % MS_PER_S * US_PER_MS;
	setitimer(ITIMER_REAL, &timer, NULL);
}

static void end_process(int status, const char *why)
{
	/* Only async-signal-safe calls here. */
	if (why != NULL && write(STDERR_FILENO, why, strlen(why)) < 0) {
		/* nobody to tell */
	}
	sp_pid_file_remove();
	_exit(status);
}

static void on_alarm(int number)
{
	(void) number;
	if (armed == 1) {
		armed = 2;
		set_timer(stop_timeout_ms * (PART_WHOLE - INTERRUPT_PART) / PART_WHOLE);
		interrupt_user_code();
	} else {
		end_process(0, "seatpush: a callback blocked until the deadline (max_wait_time); "
					   "exiting without waiting for it to end\n");
	}
}

void sp_signals_arm(void)
{
	struct sigaction action = {.sa_handler = on_alarm};

	if (armed == 0) {
		armed = 1;
		sigemptyset(&action.sa_mask);
		sigaction(SIGALRM, &action, NULL);
		set_timer(stop_timeout_ms * INTERRUPT_PART / PART_WHOLE);
	}
}

/* A TERM or INT that is not for this process alone to decide. */
static bool is_for_supervisor(const siginfo_t *info)
{
	return obeyed != 0 && info->si_pid != obeyed && getppid() == obeyed;
}

static void on_stop(int number, const siginfo_t *info)
{
	stopper = info->si_pid;
	if (is_for_supervisor(info)) {
		pending |= SP_SIGNAL_ASKED;
		return;
	}
	if (number == SIGINT && ++interrupts > 1) {
		end_process(EXIT_BY_INT, NULL);
	}
	pending |= SP_SIGNAL_STOP;
	sp_signals_arm();
}

static void on_signal(int number, siginfo_t *info, void *context)
{
	int saved = errno;

	(void) context;

	if (getpid() != signals_owner) {
		/* A child that has not renounced them yet. */
		sp_signals_restore();
		raise(number);
		return;
	}
	switch (number) {
	case SIGINT:
	case SIGTERM:
		on_stop(number, info);
		break;
	case SIGHUP:
		pending |= SP_SIGNAL_HANGUP;
		break;
	default:
		pending |= SP_SIGNAL_RELOAD;
	}
	if (write(wake_pipe[1], "", 1) < 0) {
		/* the pipe is full: the loop wakes anyway */
	}
	errno = saved;
}

bool sp_signals_catch(int64_t timeout_s, void (*interrupt)(void), struct sp_error *error)
{
	struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO};

	if (!sp_pipe(wake_pipe, false)) {
		sp_error_set(error, errno, "cannot make a pipe: %s", strerror(errno));
		return false;
	}
	stop_timeout_ms = timeout_s * MS_PER_S;
	interrupt_user_code = interrupt;
	signals_owner = getpid();
	pending = 0;
	armed = 0;
	interrupts = 0;
	sigemptyset(&action.sa_mask);
	sigaction(SIGALRM, NULL, &former_alarm);
	for (size_t i = 0; i < CAUGHT_COUNT; i++) {
		/* Without SA_RESTART: a blocking call in user code returns early. */
		sigaction(caught[i], &action, &former[i]);
	}
	return true;
}

void sp_signals_obey(pid_t supervisor)
{
	obeyed = supervisor;
}

pid_t sp_signals_stopper(void)
{
	return stopper;
}

void sp_signals_forget_stop(void)
{
	interrupts = 0;
	if (armed != 0) {
		set_timer(0);
		sigaction(SIGALRM, &former_alarm, NULL);
		armed = 0;
	}
}

int sp_signals_fd(void)
{
	return wake_pipe[0];
}

unsigned sp_signals_take(void)
{
	char bytes[64];
	unsigned came;

	while (read(wake_pipe[0], bytes, sizeof(bytes)) > 0) {
		/* drop the bytes: what matters is in pending */
	}
	came = (unsigned) pending;
	pending = 0;
	return came;
}

static void on_late_signal(int number)
{
	if (getpid() != signals_owner) {
		signal(number, SIG_DFL);
		raise(number);
	}
}

/* A worker that has served still runs the end of its script, such as its shutdown functions, and
 * its supervisor may have signalled it just now. That must not end it before. Not SIG_IGN, which
 * programs would inherit that it starts. */
static const struct sigaction late = {.sa_handler = on_late_signal};

void sp_signals_restore(void)
{
	bool is_worker = obeyed != 0 && getpid() == signals_owner;

	if (wake_pipe[0] < 0) {
		return;
	}
	sp_signals_forget_stop();
	for (size_t i = 0; i < CAUGHT_COUNT; i++) {
		struct sigaction now;

		/* What a callback has set since is the script's wish. */
		if (sigaction(caught[i], NULL, &now) == 0 && (now.sa_flags & SA_SIGINFO) &&
			now.sa_sigaction == on_signal) {
			sigaction(caught[i], is_worker ? &late : &former[i], NULL);
		}
	}
	close(wake_pipe[0]);
	close(wake_pipe[1]);
	wake_pipe[0] = wake_pipe[1] = -1;
}

void sp_signals_end(void)
{
	for (size_t i = 0; i < CAUGHT_COUNT; i++) {
		struct sigaction now;

		if (sigaction(caught[i], NULL, &now) == 0 && now.sa_handler == on_late_signal) {
			signal(caught[i], SIG_IGN);
		}
	}
}

uint64_t sp_signals_grace_ms(int64_t timeout_s)
{
	return (uint64_t) timeout_s * MS_PER_S * GRACE_PART / PART_WHOLE;
}

uint64_t sp_process_raise_descriptors(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
		return 1024; /* in practice every POSIX system allows that many */
	}
	if (limit.rlim_cur != limit.rlim_max) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
		getrlimit(RLIMIT_NOFILE, &limit);
	}
	return limit.rlim_cur;
}

/* In the parent: exits if the child succeeded; otherwise *error is the child's reason. */
static void wait_for_child(int fd, struct sp_error *error)
{
	char why[sizeof(error->text)];
	ssize_t len = read(fd, why, sizeof(why) - 1);

	close(fd);
	if (len == 1 && why[0] == '\0') {
		_exit(0);
	}
	if (len <= 0) {
		sp_error_set(error, ECHILD, "the server ended before it was listening");
		return;
	}
	why[len] = '\0';
	sp_error_set(error, ECHILD, "%s", why);
}

bool sp_daemon_begin(struct sp_error *error)
{
	int ends[2];
	pid_t child;

	fflush(NULL);
	if (!sp_pipe(ends, true) || (child = sp_fork_go_on()) < 0) {
		sp_error_set(error, errno, "cannot go to the background: %s", strerror(errno));
		return false;
	}
	if (child > 0) {
		close(ends[1]);
		wait_for_child(ends[0], error);
		return false;
	}
	close(ends[0]);
	daemon_pipe = ends[1];
	setsid();
	return true;
}

void sp_process_detach(int log_fd)
{
	int null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null_fd < 0) {
		return;
	}
	dup2(null_fd, STDIN_FILENO);
	dup2(log_fd != STDERR_FILENO ? log_fd : null_fd, STDOUT_FILENO);
	dup2(log_fd != STDERR_FILENO ? log_fd : null_fd, STDERR_FILENO);
	if (null_fd > STDERR_FILENO) {
		close(null_fd);
	}
}

void sp_daemon_ready(int log_fd)
{
	if (daemon_pipe < 0) {
		return;
	}
	sp_process_detach(log_fd);
	if (write(daemon_pipe, "", 1) < 0) {
		/* the parent was killed */
	}
	close(daemon_pipe);
	daemon_pipe = -1;
}

bool sp_process_has_terminal(void)
{
	return isatty(STDIN_FILENO) || isatty(STDERR_FILENO);
}

void sp_daemon_failed(const char *why)
{
	if (daemon_pipe < 0) {
		return;
	}
	sp_pid_file_remove();
	if (write(daemon_pipe, why, strlen(why)) < 0) {
		/* the parent was killed */
	}
	_exit(1);
}
