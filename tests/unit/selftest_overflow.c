/* SPDX-License-Identifier: MIT */
/*
 * One byte too far, on purpose: whoever runs the unit tests first sees that this one fails, and
 * so that the sanitizers are really in the build.
 */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	char *bytes = calloc(8, 1);

	(void) argv;
	printf("%d\n", bytes[7 + argc]);
	free(bytes);
	return 0;
}
