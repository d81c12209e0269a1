/* SPDX-License-Identifier: MIT */
#include "net/process/sharing.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "net/loop/fork.h"
#include "net/loop/shared.h"
#include "net/process/channel.h"
#include "net/process/shared_file.h"

#define SHOWN 60 /* bytes of a layout in a text */

struct object {
	void *memory; /* NULL: it is gone */
	size_t len;
	char *layout;
	bool (*copy)(void *to, void *from, struct sp_error *error);
};

static _Thread_local struct {
	bool is_closed;
	struct object *objects; /* in the first process */
	int count;              /* that were made and have a number */
	bool too_many;
	bool is_worker;
	struct sp_shared_file *file;
	struct sp_error failure; /* in a worker; code 0: none */
	struct sp_fork_watch forks;
} self;

/* In a child. Its objects from now on are its own. */
static void renounce(struct sp_fork_watch *watch)
{
	(void) watch;
	self.is_closed = true;
	sp_shared_file_free(self.file);
	self.file = NULL;
}

static void watch_forks(void)
{
	struct sp_owner owner;

	sp_owner_take(&owner); /* forks are noticed from now on */
	sp_fork_watch(&self.forks, renounce);
}

static void forget_objects(void)
{
	for (int i = 0; self.objects != NULL && i < self.count; i++) {
		free(self.objects[i].layout);
	}
	free(self.objects);
	self.objects = NULL;
}

static bool note(void *memory, const struct sp_sharing_kind *kind)
{
	char *layout;

	if (self.objects == NULL) {
		self.objects = calloc(SP_SHARING_MAX, sizeof(*self.objects));
	}
	layout = self.objects != NULL ? strdup(kind->layout) : NULL;
	if (layout != NULL) {
		self.objects[self.count++] = (struct object){memory, kind->len, layout, kind->copy};
	}
	return layout != NULL;
}

static void *new_in_first(const struct sp_sharing_kind *kind, struct sp_error *error)
{
	void *memory = sp_shared_new(kind->len, error);

	if (memory == NULL || self.is_closed) {
		return memory;
	}
	if (self.count == SP_SHARING_MAX) {
		self.too_many = true; /* which matters only if this process is to supervise */
	} else if (!note(memory, kind)) {
		sp_error_set(error, ENOMEM, "out of memory");
		sp_shared_free(memory, kind->len);
		return NULL;
	}
	return memory;
}

/* The beginnings of two layouts that are the same are left out if they are long. */
static size_t common(const char *one, const char *other)
{
	size_t same = 0;

	if (strlen(one) <= SHOWN && strlen(other) <= SHOWN) {
		return 0;
	}
	while (one[same] != '\0' && one[same] == other[same]) {
		same++;
	}
	while (same > 0 && one[same - 1] != ' ') {
		same--;
	}
	return same;
}

static void set_differs(int number, const char *now, const char *before)
{
	size_t same = common(now, before);
	const char *dots = same > 0 ? "... " : "";

	sp_error_set(&self.failure, EPROTO,
		"of the Tables, Atomics and Locks made before start(), number %d is now \"%s%.*s\", and was "
		"\"%s%.*s\" when the server was started: restart it",
		number + 1, dots, SHOWN, now + same, dots, SHOWN, before + same);
}

/* The number of the object that is made now; -1: self.failure says why it cannot be. */
static int next_number(const struct sp_sharing_kind *kind)
{
	int expected = self.file != NULL ? sp_shared_file_count(self.file) : 0;
	struct sp_shared_block block;

	if (self.failure.code != 0) {
		return -1;
	}
	if (self.count == expected) {
		sp_error_set(&self.failure, EPROTO,
			"the script makes more Tables, Atomics and Locks before start() than when the server "
			"was started (%d): restart it, or make them in WorkerStart if each process is "
			"to have its own",
			expected);
		return -1;
	}
	block = sp_shared_file_block(self.file, self.count);
	if (block.len != kind->len || strcmp(block.layout, kind->layout) != 0) {
		set_differs(self.count, kind->layout, block.layout);
		return -1;
	}
	return self.count++;
}

static void *new_in_worker(const struct sp_sharing_kind *kind, bool *is_new, struct sp_error *error)
{
	int number = next_number(kind);

	if (number < 0) {
		*error = self.failure;
		return NULL;
	}
	*is_new = sp_shared_file_block(self.file, number).is_gone;
	return *is_new ? sp_shared_new(kind->len, error) : sp_shared_file_map(self.file, number, error);
}

void *sp_sharing_new(const struct sp_sharing_kind *kind, bool *is_new, struct sp_error *error)
{
	*is_new = true;
	return self.is_worker && !self.is_closed ? new_in_worker(kind, is_new, error)
											 : new_in_first(kind, error);
}

void sp_sharing_free(void *memory, size_t len)
{
	/* What goes early has mostly been made just now. */
	for (int i = self.objects != NULL ? self.count : 0; memory != NULL && i > 0; i--) {
		if (self.objects[i - 1].memory == memory) {
			self.objects[i - 1].memory = NULL;
			break;
		}
	}
	sp_shared_free(memory, len);
}

#ifdef __linux__

/* The object's memory is the file's from now on, at the same address. */
static bool move(const struct object *object, int number, struct sp_error *error)
{
	void *copy = sp_shared_file_map(self.file, number, error);

	if (copy == NULL) {
		return false;
	}
	if (object->copy == NULL) {
		memcpy(copy, object->memory, object->len);
	} else if (!object->copy(copy, object->memory, error)) {
		sp_shared_free(copy, object->len);
		return false;
	}
	if (mremap(copy, object->len, object->len, MREMAP_MAYMOVE | MREMAP_FIXED, object->memory) ==
		MAP_FAILED) {
		sp_error_set(error, errno, "no shared memory: %s", strerror(errno));
		sp_shared_free(copy, object->len);
		return false;
	}
	return true;
}

#else

static bool move(const struct object *object, int number, struct sp_error *error)
{
	(void) object;
	(void) number;
	sp_error_set(error, ENOTSUP, "memory is shared with workers on Linux only");
	return false;
}

#endif

static struct sp_shared_file *new_file(struct sp_error *error)
{
	struct sp_shared_block *blocks = calloc((size_t) self.count, sizeof(*blocks));
	struct sp_shared_file *file;

	if (blocks == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
		return NULL;
	}
	for (int i = 0; i < self.count; i++) {
		const struct object *object = &self.objects[i];

		blocks[i] = (struct sp_shared_block){object->layout, object->len, object->memory == NULL};
	}
	file = sp_shared_file_new(blocks, self.count, error);
	free(blocks);
	return file;
}

bool sp_sharing_begin(struct sp_error *error)
{
	if (self.file != NULL || self.objects == NULL) {
		return true; /* a start() before this one has done it, or there is nothing to do */
	}
	if (self.too_many) {
		sp_error_set(error, E2BIG,
			"the script makes more than %d Tables, Atomics and Locks before start(): make those "
			"that each process is to have for itself in WorkerStart",
			SP_SHARING_MAX);
		return false;
	}
	self.file = new_file(error);
	for (int i = 0; self.file != NULL && i < self.count; i++) {
		if (self.objects[i].memory != NULL && !move(&self.objects[i], i, error)) {
			sp_shared_file_free(self.file);
			self.file = NULL;
		}
	}
	if (self.file != NULL) {
		watch_forks();
	}
	return self.file != NULL;
}

bool sp_sharing_send(int channel)
{
	const struct sp_message message = {.kind = SP_MESSAGE_OBJECTS};

	return self.file == NULL ||
		   sp_channel_send(channel, &message, sp_shared_file_descriptor(self.file));
}

void sp_sharing_attach(int descriptor)
{
	self.is_worker = true;
	if (descriptor >= 0) {
		self.file = sp_shared_file_open(descriptor, &self.failure);
	}
	watch_forks();
}

bool sp_sharing_complete(struct sp_error *error)
{
	int expected = self.file != NULL ? sp_shared_file_count(self.file) : 0;

	if (!self.is_worker || self.is_closed) {
		return true;
	}
	if (self.failure.code == 0 && self.count < expected) {
		sp_error_set(&self.failure, EPROTO,
			"the script makes %d Tables, Atomics and Locks before start(), and made %d when the "
			"server was started: restart it",
			self.count, expected);
	}
	*error = self.failure;
	return self.failure.code == 0;
}

void sp_sharing_close(void)
{
	self.is_closed = true;
	forget_objects();
	if (self.is_worker) {
		sp_shared_file_free(self.file);
		self.file = NULL;
	}
}

void sp_sharing_end(void)
{
	sp_fork_unwatch(&self.forks);
	forget_objects();
	sp_shared_file_free(self.file);
	memset(&self, 0, sizeof(self));
}
