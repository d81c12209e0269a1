/* SPDX-License-Identifier: MIT */
/*
 * Accept-Encoding (RFC 9110 §12.5.3): weights, the asterisk, identity, what is malformed.
 */
#include "check.h"
#include "guard.h"
#include "wire/http_coding.h"

#define ALL (1U << SP_CODING_GZIP | 1U << SP_CODING_BR | 1U << SP_CODING_ZSTD)

static const char *chosen(const char *value, unsigned available)
{
	struct sp_http_head head = {.field_count = 2};
	size_t len = strlen(value);

	head.fields[0] = (struct sp_http_field){sp_span("Accept"), sp_span("br")};
	head.fields[1] = (struct sp_http_field){sp_span("accept-ENCODING"), {guarded(value, len), len}};
	return sp_coding_name(sp_http_coding_choose(&head, available));
}

#define IS(value, coding) (strcmp(chosen(value, ALL), coding) == 0)

static void preference(void)
{
	ok(IS("gzip", "gzip") && IS("br", "br") && IS("zstd", "zstd") && IS("GZip", "gzip"), "one");
	ok(IS("gzip, deflate, br", "br") && IS("gzip, deflate, br, zstd", "zstd") &&
			IS("zstd,br,gzip", "zstd"),
		"among equals the server's order counts");
	ok(strcmp(chosen("gzip, deflate, br, zstd", 1U << SP_CODING_GZIP), "gzip") == 0 &&
			strcmp(chosen("br, zstd", 1U << SP_CODING_GZIP), "identity") == 0 &&
			strcmp(chosen("gzip, br, zstd", 0), "identity") == 0,
		"of those that this build has");
	ok(IS("x-gzip", "gzip") && IS("X-GZIP;q=0.1", "gzip"), "x-gzip is gzip");
	ok(IS("deflate", "identity") && IS("compress, x-compress, dcb, gzipx, gzi", "identity"),
		"others are unknown");
}

static void weights(void)
{
	ok(IS("zstd;q=0.5, br;q=0.6, gzip;q=0.7", "gzip") && IS("br;q=0.001, gzip;q=0.002", "gzip") &&
			IS("br;q=0.999,gzip", "gzip"),
		"the highest weight wins");
	ok(IS("br;q=0, gzip", "gzip") && IS("gzip;q=0", "identity") && IS("gzip;q=0.000", "identity"),
		"0 is no");
	ok(IS("br ; q=1.000 ,\tgzip\t;\tq=0.5", "br") && IS("br;Q=0.9,gzip;q=1.", "gzip") &&
			IS("br;q=1,gzip;q=0.", "br"),
		"with blanks, and without digits behind the point");
	ok(IS("gzip;q=0, gzip;q=1", "identity"), "what comes first counts");
}

static void identity(void)
{
	ok(IS("identity", "identity") && IS("identity;q=1, gzip;q=0.9", "identity") &&
			IS("gzip;q=0.5, identity", "identity"),
		"preferred");
	ok(IS("identity, gzip", "gzip") && IS("identity;q=0.5, gzip;q=0.5", "gzip"),
		"as good as another one");
	ok(IS("identity;q=0, gzip", "gzip") && IS("identity;q=0, gzip;q=0.001", "gzip"), "refused");
	ok(IS("identity;q=0", "identity") && IS("*;q=0", "identity") &&
			IS("identity;q=0, deflate", "identity"),
		"plain is what is left if nothing else is accepted");
}

static void asterisk(void)
{
	ok(IS("*", "gzip") && IS("*;q=0.1", "gzip"), "stands for gzip, which everyone has");
	ok(IS("gzip;q=0, *", "identity") && IS("br, *;q=0", "br") && IS("br;q=0.5, *", "gzip") &&
			IS("identity, *;q=0.5", "identity"),
		"not for what is named");
}

static void malformed(void)
{
	ok(IS("", "identity") && IS(",, ,", "identity"), "nothing");
	ok(IS("gzip;q=2, br", "br") && IS("gzip;q=1.001, br;q=0.1", "br") &&
			IS("gzip;q=0.1234, br;q=0.1", "br") && IS("gzip;q=-1, br;q=0.1", "br") &&
			IS("gzip;q=.5, br;q=0.1", "br") && IS("gzip;q=, br;q=0.1", "br") &&
			IS("gzip;q=1x, br;q=0.1", "br") && IS("gzip;q=00, br;q=0.1", "br") &&
			IS("gzip;q=0.1 5, br;q=0.1", "br"),
		"a weight that is none");
	ok(IS("gzip;, br;q=0.1", "br") && IS("gzip;q, br;q=0.1", "br") &&
			IS("gzip;level=1, br;q=0.1", "br") && IS("gzip q=1, br;q=0.1", "br") &&
			IS("\"gzip\", br;q=0.1", "br") && IS(";q=1, br;q=0.1", "br") &&
			IS("gzip;q=1;q=1, br;q=0.1", "br"),
		"an element that is none");
}

static void fields(void)
{
	struct sp_http_head head = {.field_count = 1};

	ok(sp_http_coding_choose(&(struct sp_http_head){0}, ALL) == SP_CODING_IDENTITY,
		"a request that says nothing");
	head.fields[0] = (struct sp_http_field){sp_span("Accept-Encodin"), sp_span("gzip")};
	ok(sp_http_coding_choose(&head, ALL) == SP_CODING_IDENTITY, "or says it in another field");
	head.field_count = 3;
	head.fields[0] = (struct sp_http_field){sp_span("Accept-Encoding"), sp_span("br;q=0.5")};
	head.fields[1] = (struct sp_http_field){sp_span("X"), sp_span("zstd")};
	head.fields[2] = (struct sp_http_field){sp_span("accept-encoding"), sp_span("gzip;q=0.6")};
	ok(sp_http_coding_choose(&head, ALL) == SP_CODING_GZIP, "several fields are one list");
}

int main(void)
{
	run(preference);
	run(weights);
	run(identity);
	run(asterisk);
	run(malformed);
	run(fields);
	return check_end();
}
