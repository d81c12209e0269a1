/* SPDX-License-Identifier: MIT */
#include "net/machine/machine.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/eventfd.h>
#endif

#include "base/hash.h"
#include "net/loop/loop.h"

#define LAYOUT 8u                         /* raise it when anything in the block changes */
#define ROLL_ENTRIES ((uint32_t) 1 << 20) /* of 24 bytes, and 34 for its address: once used */
#define TALLY_TOPICS ((uint32_t) 1 << 18) /* the same, of 8 bytes and 4 for each place */
#define JOURNAL_BYTES ((size_t) 16 * 1024 * 1024)
#define MS_PER_S 1000
#define BUSY_NS 50000000 /* a callback that holds the loop for so long keeps it from accepting */
#define ALIVE_MS 2500    /* it says so once a second */

struct sp_machine_block {
	struct sp_machine_facts facts;
	struct sp_counters gone; /* of processes that are gone */
	struct sp_counters counted[SP_MACHINE_PLACES];
	int32_t processes[SP_MACHINE_PLACES];
	uint64_t alive_ms[SP_MACHINE_PLACES];
	struct sp_machine_load loads[SP_MACHINE_PLACES];
	uint32_t listeners; /* who hears what Redis publishes, as bits */
};

static size_t round_up(size_t len)
{
	return (len + 63) & ~(size_t) 63;
}

static size_t roll_at(void)
{
	return round_up(sizeof(struct sp_machine_block));
}

static size_t journal_at(void)
{
	return roll_at() + round_up(sp_roll_size(ROLL_ENTRIES));
}

static size_t tally_at(void)
{
	return journal_at() + round_up(sp_journal_size(JOURNAL_BYTES));
}

static size_t mailbox_at(unsigned place)
{
	return tally_at() + round_up(sp_tally_size(TALLY_TOPICS)) +
		   place * round_up(sp_mailbox_size(SP_MACHINE_MAILBOX));
}

static size_t block_len(void)
{
	return mailbox_at(SP_MACHINE_PLACES);
}

static struct sp_mailbox *mailbox_of(const struct sp_machine *machine, unsigned place)
{
	return (struct sp_mailbox *) (void *) ((char *) machine->block + mailbox_at(place));
}

/* Maps the first of the descriptors, which are the machine's or closed. */
static struct sp_machine *map(
	const int descriptors[SP_MACHINE_DESCRIPTORS], unsigned place, struct sp_error *error)
{
	struct sp_machine *machine = calloc(1, sizeof(*machine));
	char *block = MAP_FAILED;

	if (machine != NULL) {
		block = mmap(NULL, block_len(), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE,
			descriptors[0], 0);
	}
	if (block == MAP_FAILED) {
		sp_error_set(error, errno, "cannot share memory with other workers: %s", strerror(errno));
		for (size_t i = 0; i < SP_MACHINE_DESCRIPTORS; i++) {
			close(descriptors[i]);
		}
		free(machine);
		return NULL;
	}
	machine->block = (struct sp_machine_block *) (void *) block;
	machine->facts = &machine->block->facts;
	machine->roll = (struct sp_roll *) (void *) (block + roll_at());
	machine->journal = (struct sp_journal *) (void *) (block + journal_at());
	machine->tally = (struct sp_tally *) (void *) (block + tally_at());
	machine->place = place;
	memcpy(machine->descriptors, descriptors, sizeof(machine->descriptors));
	return machine;
}

#ifdef __linux__

/* False: errno says why, and those from *made on are not there. */
static bool make_descriptors(int descriptors[SP_MACHINE_DESCRIPTORS], size_t *made)
{
	*made = 0;
	descriptors[0] = memfd_create("seatpush", MFD_CLOEXEC);
	if (descriptors[0] < 0) {
		return false;
	}
	for (*made = 1; *made < SP_MACHINE_DESCRIPTORS; (*made)++) {
		descriptors[*made] = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
		if (descriptors[*made] < 0) {
			return false;
		}
	}
	return ftruncate(descriptors[0], (off_t) block_len()) == 0;
}

#else

static bool make_descriptors(int descriptors[SP_MACHINE_DESCRIPTORS], size_t *made)
{
	(void) descriptors;
	*made = 0;
	errno = ENOSYS;
	return false;
}

#endif

static bool set_facts(struct sp_machine_facts *facts, struct sp_error *error)
{
	if (!sp_entropy(facts->secret, sizeof(facts->secret))) {
		sp_error_set(error, EIO, "the system has no entropy to give");
		return false;
	}
	facts->seed = sp_hash_seed(facts);
	facts->born_ms = sp_clock_ms() - MS_PER_S;
	facts->born_wall = (int64_t) time(NULL) - 1;
	facts->layout = LAYOUT;
	return true;
}

static bool init_mailboxes(const struct sp_machine *machine, struct sp_error *error)
{
	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		if (!sp_mailbox_init(mailbox_of(machine, i), SP_MACHINE_MAILBOX, error)) {
			return false;
		}
	}
	return true;
}

struct sp_machine *sp_machine_new(struct sp_error *error)
{
	int descriptors[SP_MACHINE_DESCRIPTORS];
	struct sp_machine *machine;
	size_t made;

	if (!make_descriptors(descriptors, &made)) {
		sp_error_set(error, errno, "cannot share memory with workers: %s", strerror(errno));
		while (made > 0) {
			close(descriptors[--made]);
		}
		return NULL;
	}
	machine = map(descriptors, SP_MACHINE_PLACES, error);
	if (machine == NULL) {
		return NULL;
	}
	if (!set_facts(&machine->block->facts, error) ||
		!sp_roll_init(machine->roll, ROLL_ENTRIES, error) ||
		!sp_journal_init(machine->journal, JOURNAL_BYTES, error) ||
		!sp_tally_init(machine->tally, TALLY_TOPICS, error) || !init_mailboxes(machine, error)) {
		sp_machine_free(machine);
		return NULL;
	}
	return machine;
}

struct sp_machine *sp_machine_attach(
	const int descriptors[SP_MACHINE_DESCRIPTORS], unsigned place, struct sp_error *error)
{
	struct sp_machine *machine = map(descriptors, place, error);

	if (machine != NULL && (place >= SP_MACHINE_PLACES || machine->facts->layout != LAYOUT)) {
		sp_error_set(error, EPROTO,
			"the supervisor runs another version of seatpush: restart the server, so that "
			"connections move over at the next reload");
		sp_machine_free(machine);
		machine = NULL;
	}
	if (machine != NULL) {
		sp_mailbox_open(mailbox_of(machine, place), (int32_t) getpid());
		__atomic_store_n(&machine->block->processes[place], (int32_t) getpid(), __ATOMIC_RELEASE);
	}
	return machine;
}

void sp_machine_free(struct sp_machine *machine)
{
	if (machine == NULL) {
		return;
	}
	munmap(machine->block, block_len());
	for (size_t i = 0; i < SP_MACHINE_DESCRIPTORS; i++) {
		close(machine->descriptors[i]);
	}
	free(machine);
}

int sp_machine_bell(const struct sp_machine *machine)
{
	return machine->descriptors[1 + machine->place];
}

void sp_machine_heard(struct sp_machine *machine)
{
	uint64_t times;

	if (read(sp_machine_bell(machine), &times, sizeof(times)) < 0) {
		/* it was not rung */
	}
	sp_journal_awake(machine->journal, machine->place);
}

void sp_machine_ring(const struct sp_machine *machine, uint32_t places)
{
	const uint64_t once = 1;

	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		if ((places & (1u << i)) && write(machine->descriptors[1 + i], &once, sizeof(once)) < 0) {
			/* it has been rung more often than it can count, and not been heard yet */
		}
	}
}

void sp_machine_count(struct sp_machine *machine, const struct sp_counters *counters)
{
	machine->block->counted[machine->place] = *counters;
	__atomic_store_n(&machine->block->alive_ms[machine->place], sp_clock_ms(), __ATOMIC_RELAXED);
}

uint64_t sp_machine_alive_ms(const struct sp_machine *machine, unsigned place)
{
	return __atomic_load_n(&machine->block->alive_ms[place], __ATOMIC_RELAXED);
}

pid_t sp_machine_process(const struct sp_machine *machine, unsigned place)
{
	return place < SP_MACHINE_PLACES
			   ? (pid_t) __atomic_load_n(&machine->block->processes[place], __ATOMIC_ACQUIRE)
			   : 0;
}

void sp_machine_add_others(const struct sp_machine *machine, struct sp_counters *counters)
{
	sp_counters_add(counters, &machine->block->gone);
	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		if (i != machine->place) {
			sp_counters_add(counters, &machine->block->counted[i]);
		}
	}
}

struct sp_machine_load *sp_machine_load(const struct sp_machine *machine)
{
	return &machine->block->loads[machine->place];
}

const struct sp_machine_load *sp_machine_load_of(const struct sp_machine *machine, unsigned place)
{
	return &machine->block->loads[place];
}

static uint32_t role_of(const struct sp_machine_load *load)
{
	return __atomic_load_n(&load->role, __ATOMIC_ACQUIRE);
}

/* The process at this place may take a connection, now or a moment later. */
static bool has_room(const struct sp_machine *machine, unsigned place, uint64_t now_ms)
{
	const struct sp_machine_load *load = &machine->block->loads[place];

	return place != machine->place && role_of(load) == SP_MACHINE_ACCEPTS &&
		   !__atomic_load_n(&load->full, __ATOMIC_RELAXED) &&
		   now_ms < sp_machine_alive_ms(machine, place) + ALIVE_MS;
}

static bool turns(const struct sp_machine *machine, unsigned place, uint64_t now_ns)
{
	uint64_t busy_ns = __atomic_load_n(&machine->block->loads[place].busy_ns, __ATOMIC_RELAXED);

	return busy_ns == 0 || now_ns < busy_ns + BUSY_NS;
}

uint32_t sp_machine_least(const struct sp_machine *machine)
{
	uint64_t now_ns = sp_clock_ns(), now_ms = sp_clock_ms();
	uint32_t least = UINT32_MAX;

	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		const struct sp_machine_load *load = &machine->block->loads[i];
		uint32_t connections = __atomic_load_n(&load->connections, __ATOMIC_RELAXED);

		if (connections < least && has_room(machine, i, now_ms) && turns(machine, i, now_ns)) {
			least = connections;
		}
	}
	return least;
}

bool sp_machine_has_room(const struct sp_machine *machine)
{
	uint64_t now_ms = sp_clock_ms();
	bool any = false;

	for (unsigned i = 0; i < SP_MACHINE_PLACES && !any; i++) {
		any = has_room(machine, i, now_ms);
	}
	return any;
}

unsigned sp_machine_find(const struct sp_machine *machine, int worker)
{
	const struct sp_machine_load *loads = machine->block->loads;
	unsigned found = SP_MACHINE_PLACES;

	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		if (role_of(&loads[i]) != SP_MACHINE_IDLE && loads[i].worker == worker &&
			(found == SP_MACHINE_PLACES || loads[i].generation > loads[found].generation)) {
			found = i;
		}
	}
	return found;
}

struct sp_mailbox *sp_machine_mailbox(const struct sp_machine *machine)
{
	return mailbox_of(machine, machine->place);
}

enum sp_mailbox_put sp_machine_post(const struct sp_machine *machine, unsigned place,
	int32_t process, const struct sp_span *parts, size_t count, uint64_t *at)
{
	bool wake;
	enum sp_mailbox_put put =
		sp_mailbox_put(mailbox_of(machine, place), process, parts, count, at, &wake);

	if (wake) {
		sp_machine_ring(machine, UINT32_C(1) << place);
	}
	return put;
}

bool sp_machine_was_left(
	const struct sp_machine *machine, unsigned place, int32_t process, uint64_t at)
{
	return sp_mailbox_was_left(mailbox_of(machine, place), process, at);
}

void sp_machine_listen(const struct sp_machine *machine, bool listens)
{
	uint32_t bit = UINT32_C(1) << machine->place;

	if (listens) {
		__atomic_or_fetch(&machine->block->listeners, bit, __ATOMIC_ACQ_REL);
	} else {
		__atomic_and_fetch(&machine->block->listeners, ~bit, __ATOMIC_ACQ_REL);
	}
}

bool sp_machine_is_listened(const struct sp_machine *machine)
{
	uint32_t listeners = __atomic_load_n(&machine->block->listeners, __ATOMIC_ACQUIRE);

	return (listeners & ~(UINT32_C(1) << machine->place)) != 0;
}

uint32_t sp_machine_vacate(struct sp_machine *machine, unsigned place)
{
	struct sp_counters *counted = &machine->block->counted[place];
	uint32_t left = sp_journal_leave(machine->journal, place), connections;

	sp_counters_add(&machine->block->gone, counted);
	memset(counted, 0, sizeof(*counted));
	sp_mailbox_close(mailbox_of(machine, place));
	__atomic_store_n(&machine->block->processes[place], 0, __ATOMIC_RELEASE);
	machine->block->alive_ms[place] = 0;
	memset(&machine->block->loads[place], 0, sizeof(machine->block->loads[place]));
	__atomic_and_fetch(&machine->block->listeners, ~(UINT32_C(1) << place), __ATOMIC_ACQ_REL);
	sp_tally_forget(machine->tally, place);
	connections = sp_roll_forget(machine->roll, (uint16_t) place);
	sp_machine_ring(machine, left); /* what it has left undone concerns them, too */
	return connections;
}
