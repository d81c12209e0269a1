/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target on files, without libFuzzer: the unit tests replay the seeds and every input
 * that once broke something. Usage: replay FILE...
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define INPUT_MAX ((size_t) 1 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

int main(int argc, char **argv)
{
	uint8_t *input = malloc(INPUT_MAX);
	int failed = 0;
	FILE *file;
	size_t len;
	int i;

	for (i = 1; i < argc; i++) {
		file = fopen(argv[i], "rb");
		if (!file || !input) {
			printf("cannot read %s\n", argv[i]);
			failed++;
			continue;
		}
		len = fread(input, 1, INPUT_MAX, file);
		fclose(file);
		/* A target that finds something ends the program; the last name printed says on what. */
		fprintf(stderr, "%s\n", argv[i]);
		LLVMFuzzerTestOneInput(input, len);
	}
	free(input);
	printf("%d passed, %d failed\n", argc - 1 - failed, failed);
	return failed > 0;
}
