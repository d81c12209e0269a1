/* SPDX-License-Identifier: MIT */
/*
 * What proxies say of their clients: the PROXY protocol at the beginning of a connection, and the
 * fields of a request. The first byte chooses; the rest ends at a protected page.
 */
#include "../unit/guard.h"
#include "wire/forwarded.h"
#include "wire/proxy_head.h"

#define INPUT_MAX 4096

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

/* Whatever came before, the answer at any length is the one for the whole. */
static void heads(const char *data, size_t len)
{
	struct sp_proxy_head head, whole;
	size_t used, whole_used;
	enum sp_proxy_result result = sp_proxy_head_parse(data, len, &whole, &whole_used);

	must(result != SP_PROXY_DONE ||
		 (whole_used > 0 && whole_used <= len && whole_used <= SP_PROXY_HEAD_MAX));
	must(result != SP_PROXY_MORE || len < SP_PROXY_HEAD_MAX);
	for (size_t cut = 0; cut < len; cut++) {
		enum sp_proxy_result part = sp_proxy_head_parse(data, cut, &head, &used);

		must(part == SP_PROXY_MORE || part == result);
		must(part != SP_PROXY_DONE || (used == whole_used && head.port == whole.port &&
										  sp_address_same(&head.client, &whole.client)));
	}
}

static void fields(const char *name, const char *data, size_t len)
{
	struct sp_networks *trusted = sp_networks_new("10.0.0.0/8,fd00::/8");
	struct sp_http_head head = {.field_count = 1};
	struct sp_forwarded client;

	must(trusted != NULL);
	head.fields[0] = (struct sp_http_field){sp_span(name), {data, len}};
	if (sp_forwarded_read(&head, trusted, &client) == SP_FORWARDED_KNOWN) {
		must(client.address.len == 4 || client.address.len == 16);
	}
	sp_network_valid(head.fields[0].value);
	sp_networks_free(trusted);
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	const char *data;

	if (len < 1 || len > INPUT_MAX) {
		return 0;
	}
	data = (const char *) guarded(input, len) + 1;
	len--;
	switch (input[0] % 3) {
	case 0:
		heads(data, len);
		break;
	case 1:
		fields("X-Forwarded-For", data, len);
		break;
	default:
		fields("Forwarded", data, len);
		break;
	}
	return 0;
}
