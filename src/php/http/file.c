/* SPDX-License-Identifier: MIT */
#include "php/http/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "php.h"

int php_seatpush_file_open(const char *path, int64_t *size)
{
	struct stat info;
	int fd;

	if (php_check_open_basedir_ex(path, 0) != 0) {
		return -1;
	}
	fd = VCWD_OPEN(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* opening a FIFO must not wait */
	if (fd >= 0 && (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))) {
		close(fd);
		return -1;
	}
	*size = fd >= 0 ? (int64_t) info.st_size : 0;
	return fd;
}
