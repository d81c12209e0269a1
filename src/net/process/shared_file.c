/* SPDX-License-Identifier: MIT */
#include "net/process/shared_file.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define VERSION 1u /* raise it when the directory, or the memory of any kind of object, changes */

struct entry {
	uint64_t at, len; /* of the block, from the file's beginning; at 0: it is gone */
	uint64_t layout;  /* where its text begins in the directory */
};

/* The file's beginning. The texts are behind the entries. */
struct directory {
	uint64_t version;
	uint64_t len; /* whole pages, texts included */
	uint64_t count;
	struct entry entries[];
};

struct sp_shared_file {
	int descriptor;
	struct directory *directory;
};

static uint64_t whole_pages(uint64_t len)
{
	uint64_t page = (uint64_t) sysconf(_SC_PAGESIZE);

	return (len + page - 1) / page * page;
}

static uint64_t directory_len(const struct sp_shared_block *blocks, int count)
{
	uint64_t len = sizeof(struct directory) + (uint64_t) count * sizeof(struct entry);

	for (int i = 0; i < count; i++) {
		len += strlen(blocks[i].layout) + 1;
	}
	return whole_pages(len);
}

/* Fills a directory of zeroes. Returns the file's length. */
static uint64_t describe(
	struct directory *directory, const struct sp_shared_block *blocks, int count)
{
	uint64_t end = directory->len;
	uint64_t text = sizeof(*directory) + (uint64_t) count * sizeof(struct entry);

	directory->version = VERSION;
	directory->count = (uint64_t) count;
	for (int i = 0; i < count; i++) {
		struct entry *entry = &directory->entries[i];
		size_t len = strlen(blocks[i].layout) + 1;

		memcpy((char *) directory + text, blocks[i].layout, len);
		entry->layout = text;
		text += len;
		entry->len = blocks[i].len;
		if (!blocks[i].is_gone) {
			entry->at = end;
			end += whole_pages(blocks[i].len);
		}
	}
	return end;
}

#ifdef __linux__

static int new_descriptor(void)
{
	return memfd_create("seatpush objects", MFD_CLOEXEC);
}

#else

static int new_descriptor(void)
{
	errno = ENOSYS;
	return -1;
}

#endif

/* False: errno says why. */
static bool write_all(int descriptor, const struct directory *directory, uint64_t file_len)
{
	return ftruncate(descriptor, (off_t) file_len) == 0 &&
		   pwrite(descriptor, directory, directory->len, 0) == (ssize_t) directory->len;
}

struct sp_shared_file *sp_shared_file_new(
	const struct sp_shared_block *blocks, int count, struct sp_error *error)
{
	uint64_t len = directory_len(blocks, count);
	struct directory *directory = calloc(1, len);
	int descriptor = directory != NULL ? new_descriptor() : -1;
	bool written = false;

	if (descriptor >= 0) {
		directory->len = len;
		written = write_all(descriptor, directory, describe(directory, blocks, count));
	}
	free(directory);
	if (!written) {
		sp_error_set(error, errno, "cannot share memory with workers: %s", strerror(errno));
		if (descriptor >= 0) {
			close(descriptor);
		}
		return NULL;
	}
	return sp_shared_file_open(descriptor, error);
}

/* NULL: errno says why. */
static struct directory *map_directory(int descriptor)
{
	struct directory head;
	void *memory;

	if (pread(descriptor, &head, sizeof(head), 0) != (ssize_t) sizeof(head) ||
		head.version != VERSION) {
		errno = EPROTO;
		return NULL;
	}
	memory = mmap(NULL, head.len, PROT_READ, MAP_SHARED, descriptor, 0);
	return memory != MAP_FAILED ? memory : NULL;
}

struct sp_shared_file *sp_shared_file_open(int descriptor, struct sp_error *error)
{
	struct sp_shared_file *file = calloc(1, sizeof(*file));

	if (file != NULL) {
		file->descriptor = descriptor;
		file->directory = map_directory(descriptor);
	}
	if (file == NULL || file->directory == NULL) {
		sp_error_set(error, errno, "cannot share memory with other workers: %s",
			errno == EPROTO ? "the supervisor runs another version of seatpush; restart the server"
							: strerror(errno));
		close(descriptor);
		free(file);
		return NULL;
	}
	return file;
}

void sp_shared_file_free(struct sp_shared_file *file)
{
	if (file != NULL) {
		munmap(file->directory, file->directory->len);
		close(file->descriptor);
		free(file);
	}
}

int sp_shared_file_descriptor(const struct sp_shared_file *file)
{
	return file->descriptor;
}

int sp_shared_file_count(const struct sp_shared_file *file)
{
	return (int) file->directory->count;
}

struct sp_shared_block sp_shared_file_block(const struct sp_shared_file *file, int number)
{
	const struct entry *entry = &file->directory->entries[number];

	return (struct sp_shared_block){.layout = (const char *) file->directory + entry->layout,
		.len = entry->len,
		.is_gone = entry->at == 0};
}

void *sp_shared_file_map(const struct sp_shared_file *file, int number, struct sp_error *error)
{
	const struct entry *entry = &file->directory->entries[number];
	void *memory = mmap(NULL, entry->len, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE,
		file->descriptor, (off_t) entry->at);

	if (memory == MAP_FAILED) {
		sp_error_set(error, errno, "no shared memory: %s", strerror(errno));
		return NULL;
	}
	return memory;
}
