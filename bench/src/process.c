/* SPDX-License-Identifier: MIT */
#include "process.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Reads a small /proc file whole, NUL-terminated. False: it is not there. */
static bool slurp(const char *path, char *text, size_t size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t len = 0;
	ssize_t got = 0;

	if (fd < 0) {
		return false;
	}
	while (len < size - 1 && (got = read(fd, text + len, size - 1 - len)) > 0) {
		len += (size_t) got;
	}
	close(fd);
	text[len] = '\0';
	return got >= 0 && len > 0;
}

/* The fields of a stat file after the name, which may itself contain blanks and parentheses. */
static const char *after_name(const char *stat)
{
	const char *end = strrchr(stat, ')');

	return end ? end + 1 : "";
}

static pid_t parent_of(pid_t pid)
{
	char path[64], text[1024];
	int parent = 0;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int) pid);
	if (!slurp(path, text, sizeof(text)) || sscanf(after_name(text), " %*c %d", &parent) != 1) {
		return 0;
	}
	return parent;
}

/* Calls each for every entry of the directory whose name is a number. */
static void each_number(const char *path, void (*each)(pid_t number, void *arg), void *arg)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	if (!dir) {
		return;
	}
	while ((entry = readdir(dir))) {
		if (isdigit((unsigned char) entry->d_name[0])) {
			each(atoi(entry->d_name), arg);
		}
	}
	closedir(dir);
}

struct numbers {
	pid_t *list;
	int count;
};

static void add_number(pid_t number, void *arg)
{
	struct numbers *numbers = arg;

	if (numbers->count < PROCESS_MAX) {
		numbers->list[numbers->count++] = number;
	}
}

static void add_child(pid_t pid, void *arg)
{
	struct numbers *tree = arg;
	pid_t parent = parent_of(pid);

	for (int i = 0; i < tree->count; i++) {
		if (tree->list[i] == pid) {
			return;
		}
	}
	for (int i = 0; i < tree->count; i++) {
		if (tree->list[i] == parent) {
			add_number(pid, arg);
			return;
		}
	}
}

int process_tree(pid_t root, pid_t pids[PROCESS_MAX])
{
	struct numbers tree = {pids, 0};
	int before;

	if (!parent_of(root)) {
		return 0;
	}
	add_number(root, &tree);
	/* A child may come before its parent in /proc, so repeat until nothing is new. */
	do {
		before = tree.count;
		each_number("/proc", add_child, &tree);
	} while (tree.count > before);
	return tree.count;
}

int process_threads(pid_t root, pid_t tids[PROCESS_MAX])
{
	pid_t pids[PROCESS_MAX];
	struct numbers threads = {tids, 0};
	int count = process_tree(root, pids);

	for (int i = 0; i < count; i++) {
		char path[64];

		snprintf(path, sizeof(path), "/proc/%d/task", (int) pids[i]);
		each_number(path, add_number, &threads);
	}
	return threads.count;
}

static uint64_t run_time(pid_t tid)
{
	char path[64], text[256];

	snprintf(path, sizeof(path), "/proc/%d/schedstat", (int) tid);
	return slurp(path, text, sizeof(text)) ? strtoull(text, NULL, 10) : 0;
}

static uint64_t field(const char *text, const char *name)
{
	const char *found = strstr(text, name);

	return found ? strtoull(found + strlen(name), NULL, 10) : 0;
}

static void add_counts(pid_t pid, struct process_cpu *cpu)
{
	unsigned long user, system;
	char path[64], text[8192];

	snprintf(path, sizeof(path), "/proc/%d/stat", (int) pid);
	if (slurp(path, text, sizeof(text)) &&
		sscanf(after_name(text), " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
			&system) == 2) {
		cpu->user_ticks += user;
		cpu->system_ticks += system;
	}
	snprintf(path, sizeof(path), "/proc/%d/status", (int) pid);
	if (slurp(path, text, sizeof(text))) {
		cpu->voluntary += field(text, "\nvoluntary_ctxt_switches:");
		cpu->involuntary += field(text, "\nnonvoluntary_ctxt_switches:");
	}
}

bool process_cpu(pid_t root, struct process_cpu *cpu)
{
	pid_t ids[PROCESS_MAX];
	int count = process_tree(root, ids);

	memset(cpu, 0, sizeof(*cpu));
	for (int i = 0; i < count; i++) {
		add_counts(ids[i], cpu);
	}
	count = process_threads(root, ids);
	for (int i = 0; i < count; i++) {
		cpu->ns += run_time(ids[i]);
	}
	return count > 0;
}

uint64_t process_pss(pid_t root)
{
	pid_t pids[PROCESS_MAX];
	int count = process_tree(root, pids);
	uint64_t bytes = 0;

	for (int i = 0; i < count; i++) {
		char path[64], text[4096];

		snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int) pids[i]);
		if (slurp(path, text, sizeof(text))) {
			bytes += field(text, "\nPss:") * 1024;
		}
	}
	return bytes;
}

struct search {
	char name[32];
	pid_t found;
};

static void match_name(pid_t pid, void *arg)
{
	struct search *search = arg;
	char path[64], text[64];

	snprintf(path, sizeof(path), "/proc/%d/comm", (int) pid);
	if (slurp(path, text, sizeof(text)) && !strcmp(text, search->name)) {
		search->found = pid;
	}
}

uint64_t process_softirq(int core)
{
	struct search search = {.found = 0};

	snprintf(search.name, sizeof(search.name), "ksoftirqd/%d\n", core);
	each_number("/proc", match_name, &search);
	return search.found ? run_time(search.found) : 0;
}
