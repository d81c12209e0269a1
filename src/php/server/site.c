/* SPDX-License-Identifier: MIT */
#include "php/server/site.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* Later it does not matter where the process works. A link in it stays one, so that it may be
 * changed while the server runs. False: *error says why. */
static bool make_absolute(zend_string **root, struct sp_error *error)
{
	char *path = expand_filepath(ZSTR_VAL(*root), NULL);

	if (path == NULL) {
		sp_error_set(error, EINVAL, "document_root \"%s\" is no path", ZSTR_VAL(*root));
		return false;
	}
	zend_string_release(*root);
	*root = zend_string_init(path, strlen(path), 0);
	efree(path);
	return true;
}

/* False: *error says why. */
static bool check(const char *root, struct sp_error *error)
{
	struct stat info;

	if (php_check_open_basedir_ex(root, 0) != 0) {
		sp_error_set(error, EPERM,
			"document_root \"%s\" is not below open_basedir: serve a folder that is, or extend "
			"open_basedir",
			root);
		return false;
	}
	if (stat(root, &info) == 0 && !S_ISDIR(info.st_mode)) {
		errno = ENOTDIR;
	} else if (access(root, X_OK) == 0) {
		return true;
	}
	sp_error_set(error, errno,
		"document_root \"%s\" cannot be served: %s; give a folder that "
		"this process may go into",
		root, strerror(errno));
	return false;
}

bool php_seatpush_site_prepare(struct php_seatpush_endpoint *endpoint, struct sp_error *error)
{
	struct php_seatpush_settings *settings = &endpoint->options.settings;
	struct sp_port_settings *port = &endpoint->listener->settings;

	if (!settings->static_files) {
		return true;
	}
	if (settings->document_root == NULL) {
		sp_error_set(error, EINVAL,
			"enable_static_handler is set, and document_root is not: set it to the folder whose files "
			"are to be served");
		return false;
	}
	if (!make_absolute(&settings->document_root, error) ||
		!check(ZSTR_VAL(settings->document_root), error)) {
		return false;
	}
	port->document_root = ZSTR_VAL(settings->document_root);
	port->locations = settings->locations != NULL ? ZSTR_VAL(settings->locations) : NULL;
	port->index_files = settings->index_files != NULL ? ZSTR_VAL(settings->index_files) : NULL;
	return true;
}
