/* SPDX-License-Identifier: MIT */
#include "net/session/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* To go through a folder, it need not be readable. */
#if defined(O_PATH)
#define GO_THROUGH O_PATH
#elif defined(O_SEARCH)
#define GO_THROUGH O_SEARCH
#else
#define GO_THROUGH O_RDONLY
#endif

static enum sp_folder_result result_of(int error)
{
	switch (error) {
	case EISDIR:
		return SP_FOLDER_FOLDER;
	case EXDEV:
		return SP_FOLDER_OUTSIDE;
	case EACCES:
	case EPERM:
		return SP_FOLDER_DENIED;
	case EMFILE:
	case ENFILE:
	case ENOMEM:
		return SP_FOLDER_FULL;
	default:
		return SP_FOLDER_NOTHING;
	}
}

/* A regular file; anything else is an error. -1: errno says why, EISDIR for a folder. */
static int open_file(int folder, const char *name, struct stat *info)
{
	int fd;

	if (fstatat(folder, name, info, AT_SYMLINK_NOFOLLOW) != 0) {
		return -1;
	}
	if (!S_ISREG(info->st_mode)) {
		errno = S_ISLNK(info->st_mode) ? ELOOP : S_ISDIR(info->st_mode) ? EISDIR : ENOENT;
		return -1;
	}
	fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd >= 0 && (fstat(fd, info) != 0 || !S_ISREG(info->st_mode))) {
		close(fd); /* it was exchanged just now */
		errno = ENOENT;
		return -1;
	}
	return fd;
}

/* Follows no link at all. Takes folder; path is modified. -1: errno says why. */
static int walk(int folder, char *path, struct stat *info)
{
	char *slash;
	int next, error;

	while ((slash = strchr(path, '/')) != NULL) {
		*slash = '\0';
		next = openat(folder, path, GO_THROUGH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		error = errno;
		close(folder);
		if (next < 0) {
			errno = error;
			return -1;
		}
		folder = next;
		path = slash + 1;
	}
	next = open_file(folder, path, info);
	error = errno;
	close(folder);
	errno = error;
	return next;
}

/* The same for a path of which this is a copy of the caller's. */
static int walk_from(const char *root, const char *path, struct stat *info)
{
	int folder = open(root, GO_THROUGH | O_DIRECTORY | O_CLOEXEC);
	char *copy;
	int fd;

	if (folder < 0) {
		return -1;
	}
	copy = strdup(path);
	if (copy == NULL) {
		close(folder);
		errno = ENOMEM;
		return -1;
	}
	fd = walk(folder, copy, info);
	free(copy);
	return fd;
}

/* The path without its links, allocated. NULL: errno says why. */
static char *resolve(const char *root, const char *path)
{
	size_t size = strlen(root) + strlen(path) + 2;
	char *joined = malloc(size), *resolved;

	if (joined == NULL) {
		return NULL;
	}
	snprintf(joined, size, "%s/%s", root, path);
	resolved = realpath(joined, NULL);
	free(joined);
	return resolved;
}

/* What is left of a path below root; NULL: it lies outside. Both have no links. */
static const char *below(const char *root, const char *path)
{
	size_t len = strlen(root);

	if (strcmp(root, "/") == 0) {
		return path + 1;
	}
	if (strncmp(path, root, len) != 0 || (path[len] != '/' && path[len] != '\0')) {
		return NULL;
	}
	return path + len + (path[len] == '/');
}

/* Links may lead to other places below root. If one is changed just now, the walk finds a link
 * again, and gives up. -1: errno says why, EXDEV for a link that leads out. */
static int follow(const char *root, const char *path, struct stat *info)
{
	char *real_root = realpath(root, NULL);
	char *real_path = real_root != NULL ? resolve(real_root, path) : NULL;
	const char *rest = real_path != NULL ? below(real_root, real_path) : NULL;
	int fd = -1, error;

	if (rest != NULL && *rest != '\0') {
		fd = walk_from(real_root, rest, info);
	} else if (real_path != NULL) {
		errno = rest != NULL ? EISDIR : EXDEV;
	}
	error = errno;
	free(real_root);
	free(real_path);
	errno = error;
	return fd;
}

enum sp_folder_result sp_folder_open(const char *root, const char *path, int *fd, struct stat *info)
{
	*fd = walk_from(root, path, info);
	/* Systems differ in what they say of a link where none is followed. */
	if (*fd < 0 && (errno == ELOOP || errno == ENOTDIR || errno == EMLINK)) {
		*fd = follow(root, path, info);
	}
	return *fd >= 0 ? SP_FOLDER_FILE : result_of(errno);
}
