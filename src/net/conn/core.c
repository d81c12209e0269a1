/* SPDX-License-Identifier: MIT */
#include "net/conn/core.h"

#include <stdlib.h>

#include "wire/inflate.h"

bool sp_core_init(struct sp_core *core, struct sp_loop *loop, const struct sp_hooks *hooks,
	const struct sp_protocol *const *protocols)
{
	*core = (struct sp_core){.loop = loop, .hooks = hooks, .protocols = protocols};
	core->ids.state_fd = -1;
	core->wait_slots = 1;
	sp_agenda_init(&core->agenda);
	sp_topics_init(&core->topics);
	sp_link_init(&core->connections);
	sp_link_init(&core->leaving);
	sp_link_init(&core->questions);
	return sp_conn_table_init(&core->table);
}

void sp_core_fini(struct sp_core *core)
{
	sp_topics_fini(&core->topics);
	sp_ids_stop(&core->ids);
	sp_conn_table_fini(&core->table);
	sp_packet_account_fini(&core->packets);
	sp_deflater_fini(&core->deflater);
	sp_inflate_free(core->inflate);
	sp_buf_fini(&core->inflated);
	sp_buf_fini(&core->head);
	sp_compressors_fini(&core->compressors);
	free(core->peers);
}
