/* SPDX-License-Identifier: MIT */
/*
 * Opening files below a folder, and none outside of it: whatever links there are, and whoever
 * changes them meanwhile. Links that stay inside are followed.
 */
#ifndef SP_NET_SESSION_FOLDER_H
#define SP_NET_SESSION_FOLDER_H

#include <sys/stat.h>
#include <time.h>

enum sp_folder_result {
	SP_FOLDER_FILE,    /* a regular file, which was opened */
	SP_FOLDER_FOLDER,  /* a folder */
	SP_FOLDER_NOTHING, /* neither */
	SP_FOLDER_OUTSIDE, /* a link leads out */
	SP_FOLDER_DENIED,  /* this process may not read it */
	SP_FOLDER_FULL,    /* no descriptors or no memory are left */
};

/* Opens what path, which is relative and not empty, names below root. FILE: *fd is the caller's,
 * and *info is about it. Nothing else than a regular file is ever opened, so that no pipe or device
 * notices. */
enum sp_folder_result sp_folder_open(
	const char *root, const char *path, int *fd, struct stat *info);

/* When the content was changed. */
static inline struct timespec sp_folder_modified(const struct stat *info)
{
#ifdef __APPLE__
	return info->st_mtimespec;
#else
	return info->st_mtim;
#endif
}

#endif
