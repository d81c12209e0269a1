/* SPDX-License-Identifier: MIT */
/*
 * A test is a function; ok() states one fact. check_end() is main's result and prints
 * `N passed, N failed`, counting facts.
 */
#ifndef SP_TESTS_CHECK_H
#define SP_TESTS_CHECK_H

#include <stdio.h>

static int check_passed;
static int check_failed;
static const char *check_test;

/* States that holds is true; text says the fact in words. */
#define ok(holds, text) check_fact((holds) ? 1 : 0, (text), __FILE__, __LINE__)

/* Runs a test function; reports name it. */
#define run(test) (check_test = #test, test())

static inline int check_fact(int holds, const char *text, const char *file, int line)
{
	if (holds) {
		check_passed++;
	} else {
		check_failed++;
		printf("%s:%d: %s: not so: %s\n", file, line, check_test ? check_test : "", text);
	}
	return holds;
}

static inline int check_end(void)
{
	printf("%d passed, %d failed\n", check_passed, check_failed);
	return check_failed > 0;
}

#endif
