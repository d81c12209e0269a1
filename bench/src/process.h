/* SPDX-License-Identifier: MIT */
/*
 * What the kernel counts about a process, its threads and its descendants. Linux, /proc.
 *
 * CPU time in all is exact: the scheduler's own nanoseconds (schedstat) of every live thread. How
 * it divides into user and system is not known to a kernel that accounts by ticks: the ticks here
 * are samples at CONFIG_HZ (see sampler.h for more of them).
 */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define PROCESS_MAX 256 /* processes in a tree, threads in all */

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

/* Nanoseconds of ksoftirqd of that core: network work that a send() would have done on its
 * caller's account, put off to a kernel thread. */
uint64_t process_softirq(int core);

#endif
