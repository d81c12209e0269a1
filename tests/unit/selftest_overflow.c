/* SPDX-License-Identifier: MIT */
/*
 * Two deliberate faults, one for each sanitizer: without an argument, a read past the end of a heap
 * block; with one, a signed overflow. ./dev unit expects each to be reported in the sanitizer's own
 * words, and so knows that both sanitizers are in the build. The block's pointer is volatile
 * because UBSan would report before ASan if the compiler knew the size of the block.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	size_t size = (size_t) argc * 8;
	char *volatile block = calloc(size, 1);
	char *bytes = block;
	int sum = INT_MAX;

	(void) argv;
	if (bytes == NULL) {
		return 0;
	}
	if (argc > 1) {
		sum += argc;
		printf("%d\n", sum);
	} else {
		printf("%d\n", bytes[size]);
	}
	free(bytes);
	return 0;
}
