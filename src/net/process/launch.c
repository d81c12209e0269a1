/* SPDX-License-Identifier: MIT */
/*
 * Between fork and exec only async-signal-safe calls are made: this process may have threads. So
 * all that the child needs is prepared before.
 */
#include "net/process/launch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "net/loop/fork.h"

extern char **environ;

/* How this process was started. NULL: not captured. */
static struct {
	char *program;
	char **argv; /* NULL at the end; all in one block, argv[0] owns it */
	char **envp; /* NULL at the end, with one place to spare */
	char *folder;
	int *open; /* descriptors, ascending */
	size_t open_count;
	size_t env_count;
} origin;

/* The whole file, NUL behind; NULL: it cannot be read. */
static char *read_all(const char *path, size_t *len)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *text = NULL;
	size_t cap = 0;
	ssize_t n = 1;

	*len = 0;
	while (fd >= 0 && n > 0) {
		if (cap - *len < 2) {
			char *larger = realloc(text, cap = cap * 2 + 4096);

			if (larger == NULL) {
				break;
			}
			text = larger;
		}
		n = read(fd, text + *len, cap - *len - 1);
		*len += n > 0 ? (size_t) n : 0;
	}
	if (fd >= 0) {
		close(fd);
	}
	if (text != NULL) {
		text[*len] = '\0';
	}
	return text;
}

/* The texts of a block, each with a NUL behind; takes the block. */
static char **split(char *block, size_t len)
{
	size_t count = 0;
	char **all;

	for (size_t i = 0; i < len; i++) {
		count += block[i] == '\0';
	}
	all = calloc(count + 1, sizeof(*all));
	for (size_t i = 0, n = 0; all != NULL && n < count; i += strlen(block + i) + 1) {
		all[n++] = block + i;
	}
	if (all == NULL || count == 0) {
		free(block);
		free(all);
		return NULL;
	}
	return all;
}

/* What concerned only the process that systemd started, or a worker. */
static bool is_private(const char *variable)
{
	static const char *const names[] = {"NOTIFY_SOCKET", "LISTEN_PID", "LISTEN_FDS",
		"LISTEN_FDNAMES", "WATCHDOG_PID", "WATCHDOG_USEC", SP_LAUNCH_VARIABLE};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t len = strlen(names[i]);

		if (strncmp(variable, names[i], len) == 0 && variable[len] == '=') {
			return true;
		}
	}
	return false;
}

static void capture_environment(void)
{
	size_t count = 0;

	while (environ != NULL && environ[count] != NULL) {
		count++;
	}
	origin.envp = calloc(count + 2, sizeof(*origin.envp));
	for (size_t i = 0; origin.envp != NULL && i < count; i++) {
		char *copy = is_private(environ[i]) ? NULL : strdup(environ[i]);

		if (copy != NULL) {
			origin.envp[origin.env_count++] = copy;
		}
	}
}

/* $PWD may be a symbolic link, as `current` in many deployments: a reload follows where it points
 * to then. */
static char *folder_of_now(void)
{
	const char *logical = getenv("PWD");
	struct stat here, there;

	if (logical != NULL && *logical == '/' && stat(logical, &there) == 0 && stat(".", &here) == 0 &&
		here.st_dev == there.st_dev && here.st_ino == there.st_ino) {
		return strdup(logical);
	}
	return getcwd(NULL, 0);
}

/* The descriptors that are open, ascending; *all is the caller's. */
static size_t open_descriptors(int **all)
{
	DIR *folder = opendir("/proc/self/fd");
	struct dirent *entry;
	size_t count = 0, cap = 0;

	*all = NULL;
	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		int fd = atoi(entry->d_name);

		if (entry->d_name[0] == '.' || fd == dirfd(folder)) {
			continue;
		}
		if (count == cap) {
			int *larger = realloc(*all, (cap = cap * 2 + 16) * sizeof(**all));

			if (larger == NULL) {
				break;
			}
			*all = larger;
		}
		(*all)[count++] = fd;
	}
	if (folder != NULL) {
		closedir(folder);
	}
	return count;
}

void sp_launch_capture(void)
{
	char program[PATH_MAX];
	ssize_t program_len = readlink("/proc/self/exe", program, sizeof(program) - 1);
	size_t len;
	char *line = read_all("/proc/self/cmdline", &len);

	sp_launch_forget();
	if (program_len > 0) {
		program[program_len] = '\0';
		origin.program = strdup(program);
	}
	origin.argv = line != NULL ? split(line, len) : NULL;
	origin.folder = folder_of_now();
	origin.open_count = open_descriptors(&origin.open);
	capture_environment();
}

void sp_launch_forget(void)
{
	free(origin.program);
	if (origin.argv != NULL) {
		free(origin.argv[0]);
		free(origin.argv);
	}
	for (size_t i = 0; origin.envp != NULL && i < origin.env_count; i++) {
		free(origin.envp[i]);
	}
	free(origin.envp);
	free(origin.folder);
	free(origin.open);
	memset(&origin, 0, sizeof(origin));
}

/* php -r CODE: the code is there again. */
static bool is_code_on_the_line(void)
{
	for (char **arg = origin.argv; *arg != NULL; arg++) {
		if (strcmp(*arg, "-r") == 0) {
			return true;
		}
	}
	return false;
}

bool sp_launch_possible(const char *script, struct sp_error *error)
{
	struct stat info;

	if (origin.program == NULL || origin.argv == NULL || origin.envp == NULL ||
		origin.folder == NULL) {
		sp_error_set(error, ENOTSUP,
			"the script cannot be started again, since this system does not tell how it was "
			"started (it needs Linux, and /proc)");
		return false;
	}
	if (!is_code_on_the_line() &&
		(script == NULL || stat(script, &info) != 0 || !S_ISREG(info.st_mode))) {
		sp_error_set(error, ENOTSUP,
			"the script cannot be started again, since it came through standard input or a pipe and "
			"is gone: start it from a file, as php server.php");
		return false;
	}
	return true;
}

static bool was_open(int fd)
{
	for (size_t i = 0; i < origin.open_count; i++) {
		if (origin.open[i] == fd) {
			return true;
		}
	}
	return false;
}

/* In the child. fds: those to close. */
static void become(const int *fds, size_t count, int kept, char *const *envp)
{
	sigset_t none;
	int null_fd;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	null_fd = open("/dev/null", O_RDONLY);
	if (null_fd > STDIN_FILENO) {
		dup2(null_fd, STDIN_FILENO);
		close(null_fd);
	}
	for (size_t i = 0; i < count; i++) {
		close(fds[i]);
	}
	fcntl(kept, F_SETFD, 0);
	if (chdir(origin.folder) == 0) {
		execve(origin.program, origin.argv, envp);
	}
	_exit(127);
}

/* The descriptors that what is launched may not have; *all is the caller's. */
static size_t to_close(int kept, int **all)
{
	size_t count = open_descriptors(all), left = 0;

	for (size_t i = 0; i < count; i++) {
		int fd = (*all)[i];

		if (fd > STDERR_FILENO && fd != kept && !was_open(fd)) {
			(*all)[left++] = fd;
		}
	}
	return left;
}

pid_t sp_launch(int kept, const char *value, struct sp_error *error)
{
	char variable[128];
	size_t count;
	pid_t pid;
	int *fds;

	snprintf(variable, sizeof(variable), "%s=%s", SP_LAUNCH_VARIABLE, value);
	origin.envp[origin.env_count] = variable;
	count = to_close(kept, &fds);
	pid = sp_fork_go_on();
	if (pid == 0) {
		become(fds, count, kept, origin.envp);
	}
	if (pid < 0) {
		sp_error_set(error, errno, "cannot start a worker: %s", strerror(errno));
	}
	origin.envp[origin.env_count] = NULL;
	free(fds);
	return pid;
}
