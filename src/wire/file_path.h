/* SPDX-License-Identifier: MIT */
/*
 * The path of a request as that of a file below some folder. What could lead out of the folder, or
 * to what is not for the public, is no path here: see sp_file_path_read().
 */
#ifndef SP_WIRE_FILE_PATH_H
#define SP_WIRE_FILE_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

#define SP_FILE_PATH_MAX 1024 /* bytes, decoded */

struct sp_file_path {
	char text[SP_FILE_PATH_MAX +
			  1]; /* relative; a folder's ends with "/", and the first one's is "" */
	size_t len;
};

/* Decodes the path of a request target. False: no file has such a path. These are refused, decoded
 * once: names that begin with a dot, such as "..", ".git" and ".env", except for the first one
 * being ".well-known" (RFC 8615); empty names; backslashes, control characters, an encoded slash;
 * and names with .php, .phtml or .phar in them, which are programs and not for reading. */
bool sp_file_path_read(struct sp_span path, struct sp_file_path *out);

/* Appends a name to a folder's path. False: it becomes too long. */
bool sp_file_path_append(struct sp_file_path *path, struct sp_span name);

/* True for a path that names a folder as such. */
bool sp_file_path_is_folder(const struct sp_file_path *path);

/* True if the path is one of the locations, or lies below one. locations: separated by commas, each
 * valid. */
bool sp_file_path_in(const struct sp_file_path *path, struct sp_span locations);

/* "/", "/a" or "/a/b/". */
bool sp_file_location_valid(struct sp_span location);

/* The name of a file that sp_file_path_read() does not refuse. */
bool sp_file_name_valid(struct sp_span name);

#endif
