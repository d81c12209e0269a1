/* SPDX-License-Identifier: MIT */
#include "net/loop/pid_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "net/loop/fork.h"

#define TEXT_MAX 32

static char pid_path[4096];
static pid_t pid_owner;

static bool is_running(long pid)
{
	return kill((pid_t) pid, 0) == 0 && !sp_process_has_ended((pid_t) pid);
}

/* -1: *error says why. */
static int open_file(const char *path, struct sp_error *error)
{
	/* Opening a FIFO must not wait for its other end. */
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
	struct stat info;

	if (fd < 0 && (errno == ELOOP || errno == EMLINK)) {
		sp_error_set(error, errno,
			"pid_file \"%s\" is a symbolic link, and those are not followed: give the path of the "
			"file itself",
			path);
	} else if (fd < 0) {
		sp_error_set(error, errno, "cannot write pid_file \"%s\": %s", path, strerror(errno));
	} else if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
		sp_error_set(
			error, EINVAL, "pid_file \"%s\" is no regular file: choose another path", path);
		close(fd);
		return -1;
	}
	return fd;
}

/* False: *error says why the file must stay as it is. */
static bool may_replace(int fd, const char *path, struct sp_error *error)
{
	char text[TEXT_MAX] = "";
	ssize_t len = pread(fd, text, sizeof(text) - 1, 0);
	size_t digits = strspn(text, "0123456789");
	long pid = strtol(text, NULL, 10);

	if (len < 0 || (size_t) len == sizeof(text) - 1 ||
		strspn(text + digits, " \r\n") != (size_t) len - digits || (len > 0 && digits == 0)) {
		sp_error_set(error, EEXIST,
			"pid_file \"%s\" exists and holds something else than a process id: choose another "
			"path, or remove the file",
			path);
		return false;
	}
	if (pid > 1 && pid != getpid() && is_running(pid)) {
		sp_error_set(error, EEXIST,
			"pid_file \"%s\" names process %ld, which is running: stop it first, or remove the "
			"file if that is another program",
			path, pid);
		return false;
	}
	return true;
}

bool sp_pid_file_write(const char *path, struct sp_error *error)
{
	char text[TEXT_MAX];
	int len = snprintf(text, sizeof(text), "%ld\n", (long) getpid());
	bool written;
	int fd;

	if (strlen(path) >= sizeof(pid_path)) {
		sp_error_set(
			error, ENAMETOOLONG, "cannot write pid_file \"%s\": the path is too long", path);
		return false;
	}
	fd = open_file(path, error);
	if (fd < 0) {
		return false;
	}
	if (!may_replace(fd, path, error)) {
		close(fd);
		return false;
	}
	written = ftruncate(fd, 0) == 0 && pwrite(fd, text, (size_t) len, 0) == len;
	if (!written) {
		sp_error_set(error, errno, "cannot write pid_file \"%s\": %s", path, strerror(errno));
	}
	close(fd);
	if (written) {
		strcpy(pid_path, path);
		pid_owner = getpid();
	}
	return written;
}

void sp_pid_file_remove(void)
{
	if (pid_path[0] != '\0' && pid_owner == getpid()) {
		unlink(pid_path);
		pid_path[0] = '\0';
	}
}
