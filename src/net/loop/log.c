/* SPDX-License-Identifier: MIT */
/*
 * One process has one log, so its state is static. Each line is one write(2), so that the lines of
 * several processes that share a file do not mix.
 */
#include "net/loop/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "wire/log_text.h"

#define LOG_LINE_MAX 8192
#define LOG_TEXT_MAX LOG_LINE_MAX /* of a text; so what is cut here does not fit there either */
#define LOG_AGAIN_S 60            /* between two lines about the same problem */

static enum sp_log_level log_level = SP_LOG_INFO;
static const char *writer;
static int log_fd = STDERR_FILENO;
static char log_path[4096]; /* "" while the log is standard error */

/* Not on the stack, which is that of a callback. */
static _Thread_local char raw[LOG_TEXT_MAX];

static const char *const level_names[] = {
	"DEBUG", "TRACE", "INFO", "NOTICE", "WARNING", "ERROR", "NONE"};

void sp_log_set_level(enum sp_log_level level)
{
	log_level = level;
}

/* -1: errno says why. */
static int open_file(const char *path)
{
	/* Opening a FIFO does not wait for somebody to read it, but writing does, as everywhere. */
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0644);

	if (fd >= 0) {
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	}
	return fd;
}

bool sp_log_open(const char *path, struct sp_error *error)
{
	int fd;

	if (path == NULL || *path == '\0') {
		sp_log_close();
		return true;
	}
	fd = open_file(path);
	if (fd < 0) {
		sp_error_set(error, errno, "cannot write to log_file \"%s\": %s", path,
			errno == ENXIO ? "nobody reads this FIFO" : strerror(errno));
		return false;
	}
	sp_log_close();
	log_fd = fd;
	snprintf(log_path, sizeof(log_path), "%s", path);
	return true;
}

bool sp_log_reopen(void)
{
	int fd;

	if (log_path[0] == '\0') {
		return false;
	}
	fd = open_file(log_path);
	if (fd < 0) {
		sp_log(SP_LOG_WARNING, "cannot reopen log_file: %s", strerror(errno));
		return true;
	}
	close(log_fd);
	log_fd = fd;
	return true;
}

void sp_log_set_writer(const char *who)
{
	writer = who;
}

void sp_log_close(void)
{
	if (log_fd != STDERR_FILENO) {
		close(log_fd);
		log_fd = STDERR_FILENO;
		log_path[0] = '\0';
	}
}

int sp_log_fd(void)
{
	return log_fd;
}

bool sp_log_due(uint32_t *logged_s, uint32_t now_s)
{
	if (*logged_s != 0 && now_s - *logged_s < LOG_AGAIN_S) {
		return false;
	}
	*logged_s = now_s;
	return true;
}

/* Writes the first len bytes of raw. */
static void write_raw(enum sp_log_level level, size_t len)
{
	char line[LOG_LINE_MAX];
	struct tm now;
	struct timespec at;
	size_t used;

	clock_gettime(CLOCK_REALTIME, &at);
	localtime_r(&at.tv_sec, &now);
	used = strftime(line, sizeof(line), "[%Y-%m-%d %H:%M:%S", &now);
	used += (size_t) snprintf(line + used, sizeof(line) - used,
		".%03ld] %s seatpush%s%s: ", at.tv_nsec / 1000000, level_names[level],
		writer != NULL ? " " : "", writer != NULL ? writer : "");
	used += sp_log_text(line + used, sizeof(line) - used - 1, raw, len);
	line[used++] = '\n';
	while (write(log_fd, line, used) < 0 && errno == EINTR) {
		/* interrupted by a signal: try again */
	}
}

static bool is_logged(enum sp_log_level level)
{
	return level >= log_level && log_level != SP_LOG_NONE;
}

/* Fills raw. Returns how much of it. */
static size_t format_raw(const char *format, va_list args)
{
	int written = vsnprintf(raw, sizeof(raw), format, args);

	if (written < 0) {
		return 0;
	}
	return (size_t) written < sizeof(raw) ? (size_t) written : sizeof(raw) - 1;
}

void sp_log(enum sp_log_level level, const char *format, ...)
{
	va_list args;

	if (is_logged(level)) {
		va_start(args, format);
		write_raw(level, format_raw(format, args));
		va_end(args);
	}
}

void sp_log_with(enum sp_log_level level, struct sp_span text, const char *format, ...)
{
	va_list args;
	size_t used, room;

	if (is_logged(level)) {
		va_start(args, format);
		used = format_raw(format, args);
		va_end(args);
		room = sizeof(raw) - used;
		text.len = text.len < room ? text.len : room;
		memcpy(raw + used, text.data, text.len);
		write_raw(level, used + text.len);
	}
}
