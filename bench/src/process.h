/* SPDX-License-Identifier: MIT */
/*
 * What the kernel counts about a process, its threads and its descendants. Linux, /proc.
 *
 * Total CPU time is exact: the scheduler's own nanoseconds (schedstat) of every live thread. A
 * kernel that accounts by ticks does not know how it divides into user and system time: the ticks
 * here are samples at CONFIG_HZ (see sampler.h for more samples).
 */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define PROCESS_MAX 256 /* processes in a tree, and threads in total */

struct process_cpu {
	uint64_t ns;         /* run time of all threads */
	uint64_t user_ticks; /* sampled by the kernel */
	uint64_t system_ticks;
	uint64_t voluntary; /* context switches, of the first thread of each process */
	uint64_t involuntary;
};

/* The process and its descendants, the process first. Returns how many; 0: it is gone. */
int process_tree(pid_t root, pid_t pids[PROCESS_MAX]);

/* All threads of the tree. Returns how many. */
int process_threads(pid_t root, pid_t tids[PROCESS_MAX]);

/* Sums over the tree. False: it is gone. */
bool process_cpu(pid_t root, struct process_cpu *cpu);

/* Proportional set size of the tree in bytes; 0: it is gone. */
uint64_t process_pss(pid_t root);

/* CPU nanoseconds of ksoftirqd of that core: network work that was left to a kernel thread instead
 * of being charged to the caller of send(). */
uint64_t process_softirq(int core);

#endif
