/* SPDX-License-Identifier: MIT */
#include "child.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

static _Noreturn void run(const char *line, const char *log, int core)
{
	int out = log ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0666) : STDERR_FILENO;
	int in = open("/dev/null", O_RDONLY);

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL); /* if this tool is killed */
	signal(SIGPIPE, SIG_DFL);
	if (core >= 0) {
		cpu_set_t cores;

		CPU_ZERO(&cores);
		CPU_SET(core, &cores);
		sched_setaffinity(0, sizeof(cores), &cores);
	}
	if (in < 0 || out < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
		dup2(out, STDERR_FILENO) < 0) {
		_exit(126);
	}
	execl("/bin/sh", "sh", "-c", line, (char *) NULL);
	_exit(127);
}

bool child_start(struct child *child, const char *line, const char *log, int core)
{
	child->ended = false;
	child->pid = fork();
	if (child->pid == 0) {
		run(line, log, core);
	}
	if (child->pid < 0) {
		perror("seatload: fork");
		return false;
	}
	setpgid(child->pid, child->pid); /* in both processes: either may run first */
	return true;
}

bool child_alive(struct child *child)
{
	if (!child->ended && waitpid(child->pid, NULL, WNOHANG) == child->pid) {
		child->ended = true;
	}
	return !child->ended;
}

void child_stop(struct child *child)
{
	uint64_t deadline = clock_ns() + 3 * NS_PER_SECOND;

	kill(-child->pid, SIGTERM);
	while (child_alive(child) && clock_ns() < deadline) {
		clock_sleep(5 * NS_PER_MS);
	}
	kill(-child->pid, SIGKILL); /* the rest of the group, even if its leader is gone */
	if (!child->ended) {
		waitpid(child->pid, NULL, 0);
		child->ended = true;
	}
}
