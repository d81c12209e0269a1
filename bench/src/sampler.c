/* SPDX-License-Identifier: MIT */
#include "sampler.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "process.h"

#define PAGES 16 /* 64 KiB of samples of 16 bytes: more than a second at 2000 Hz */

struct ring {
	int fd;
	struct perf_event_mmap_page *page;
};

struct sampler {
	struct ring rings[PROCESS_MAX];
	int count;
	struct samples samples;
};

static size_t page_size(void)
{
	return (size_t) sysconf(_SC_PAGESIZE);
}

/* False: errno says why, and nothing is left open. */
static bool open_ring(struct ring *ring, pid_t tid, unsigned hz)
{
	struct perf_event_attr attr = {
		.type = PERF_TYPE_SOFTWARE,
		.size = sizeof(attr),
		.config = PERF_COUNT_SW_CPU_CLOCK,
		/* Not a divisor of a millisecond, so that it does not keep step with the kernel's ticks. */
		.sample_period = 1000000007 / hz,
		.sample_type = PERF_SAMPLE_TID,
		.exclude_hv = 1,
	};
	int error;

	ring->fd = (int) syscall(SYS_perf_event_open, &attr, tid, -1, -1, PERF_FLAG_FD_CLOEXEC);
	if (ring->fd < 0) {
		return false;
	}
	ring->page =
		mmap(NULL, (1 + PAGES) * page_size(), PROT_READ | PROT_WRITE, MAP_SHARED, ring->fd, 0);
	if (ring->page == MAP_FAILED) {
		error = errno;
		close(ring->fd);
		errno = error;
		return false;
	}
	return true;
}

struct sampler *sampler_start(pid_t root, unsigned hz)
{
	struct sampler *sampler = calloc(1, sizeof(*sampler));
	pid_t tids[PROCESS_MAX];
	int count = process_threads(root, tids);
	int error;

	if (!sampler) {
		return NULL;
	}
	for (int i = 0; i < count; i++) {
		if (open_ring(&sampler->rings[sampler->count], tids[i], hz)) {
			sampler->count++;
		} else if (errno != ESRCH) {
			error = errno;
			sampler_stop(sampler); /* samples of only some threads would mislead */
			errno = error;
			return NULL;
		}
	}
	return sampler;
}

/* A record's head is aligned to 8 bytes and never wraps, so it can be read in place. */
static void drain_ring(struct ring *ring, struct samples *samples)
{
	const char *data = (const char *) ring->page + page_size();
	uint64_t size = PAGES * page_size();
	uint64_t head = __atomic_load_n(&ring->page->data_head, __ATOMIC_ACQUIRE);
	uint64_t tail = ring->page->data_tail;

	while (tail < head) {
		struct perf_event_header record;

		memcpy(&record, data + tail % size, sizeof(record));
		if (record.size == 0) {
			break;
		}
		if (record.type == PERF_RECORD_SAMPLE) {
			if ((record.misc & PERF_RECORD_MISC_CPUMODE_MASK) == PERF_RECORD_MISC_USER) {
				samples->user++;
			} else {
				samples->system++;
			}
		}
		tail += record.size;
	}
	__atomic_store_n(&ring->page->data_tail, tail, __ATOMIC_RELEASE);
}

void sampler_drain(struct sampler *sampler)
{
	for (int i = 0; i < sampler->count; i++) {
		drain_ring(&sampler->rings[i], &sampler->samples);
	}
}

struct samples sampler_stop(struct sampler *sampler)
{
	struct samples samples = {0, 0};

	if (!sampler) {
		return samples;
	}
	sampler_drain(sampler);
	samples = sampler->samples;
	for (int i = 0; i < sampler->count; i++) {
		munmap(sampler->rings[i].page, (1 + PAGES) * page_size());
		close(sampler->rings[i].fd);
	}
	free(sampler);
	return samples;
}
