/* SPDX-License-Identifier: MIT */
#include "net/delivery/item.h"

#include <string.h>

#include "net/machine/machine.h"

bool sp_item_append(struct sp_core *core, const struct sp_item_head *head, struct sp_span text,
	struct sp_span bytes)
{
	struct sp_machine *machine = core->machine;
	struct sp_item_head whole = *head;
	const struct sp_span parts[] = {{(const char *) &whole, sizeof(whole)}, text, bytes};
	uint32_t wake = 0;

	whole.text_len = (uint32_t) text.len;
	if (sp_journal_append(machine->journal, machine->place, parts, 3, &core->read_to, &wake) ==
		SP_JOURNAL_TOO_LARGE) {
		return false;
	}
	sp_machine_ring(machine, wake);
	return true;
}

bool sp_item_parse(const struct sp_record *record, struct sp_item *item)
{
	size_t left;

	if (record->len < sizeof(item->head)) {
		return false;
	}
	memcpy(&item->head, record->data, sizeof(item->head));
	left = record->len - sizeof(item->head);
	if (item->head.text_len > left) {
		return false;
	}
	item->text = (struct sp_span){record->data + sizeof(item->head), item->head.text_len};
	item->bytes = (struct sp_span){item->text.data + item->text.len, left - item->text.len};
	item->writer = record->writer;
	item->at = record->at;
	return true;
}
