/* SPDX-License-Identifier: MIT */
/*
 * Two faults on purpose, one for each sanitizer: with no argument a byte read behind the end of a
 * heap block, with one a signed overflow. ./dev unit wants each reported in the sanitizer's own
 * words, and so knows that both are really in the build. The block goes through a volatile pointer,
 * because of one whose size the compiler knows UBSan would speak before ASan does.
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
