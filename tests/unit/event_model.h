/* SPDX-License-Identifier: MIT */
/*
 * A reader of event streams by the book, and slowly (HTML Living Standard §9.2.6): takes off one
 * event at a time.
 */
#ifndef SP_TESTS_EVENT_MODEL_H
#define SP_TESTS_EVENT_MODEL_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/span.h"
#include "guard.h"

struct event_model {
	struct sp_span rest;
	struct sp_buf data, type, last_id;
	unsigned long retry; /* 0: none was read */
};

static inline void event_model_set(struct sp_buf *buf, const char *text, size_t len)
{
	buf->len = 0;
	must(sp_buf_append(buf, text, len));
}

static inline struct sp_span event_model_line(struct event_model *model)
{
	struct sp_span line = {model->rest.data, 0};
	size_t end;

	while (
		line.len < model->rest.len && line.data[line.len] != '\n' && line.data[line.len] != '\r') {
		line.len++;
	}
	must(line.len < model->rest.len); /* our encoder ends each line */
	end = line.len + 1;
	if (line.data[line.len] == '\r' && end < model->rest.len && line.data[end] == '\n') {
		end++;
	}
	model->rest.data += end;
	model->rest.len -= end;
	return line;
}

static inline void event_model_field(struct event_model *model, struct sp_span line)
{
	const char *colon = memchr(line.data, ':', line.len);
	size_t name = colon != NULL ? (size_t) (colon - line.data) : line.len;
	const char *value = line.data + name + (colon != NULL);
	size_t len = line.len - name - (colon != NULL);

	if (len > 0 && value[0] == ' ') {
		value++;
		len--;
	}
	if (name == 4 && memcmp(line.data, "data", 4) == 0) {
		must(sp_buf_append(&model->data, value, len) && sp_buf_append(&model->data, "\n", 1));
	} else if (name == 5 && memcmp(line.data, "event", 5) == 0) {
		event_model_set(&model->type, value, len);
	} else if (name == 2 && memcmp(line.data, "id", 2) == 0) {
		if (memchr(value, '\0', len) == NULL) {
			event_model_set(&model->last_id, value, len);
		}
	} else if (name == 5 && memcmp(line.data, "retry", 5) == 0) {
		for (model->retry = 0; len > 0; value++, len--) {
			must(*value >= '0' && *value <= '9');
			model->retry = model->retry * 10 + (unsigned long) (*value - '0');
		}
	}
}

/* True: data, type and last_id are those of the next event; a type of "" is "message". False: there
 * is none up to the end. */
static inline bool event_model_next(struct event_model *model)
{
	model->data.len = model->type.len = 0;
	while (model->rest.len > 0) {
		struct sp_span line = event_model_line(model);

		if (line.len > 0) {
			event_model_field(model, line);
		} else if (model->data.len > 0) {
			model->data.len--;
			return true;
		} else {
			model->type.len = 0;
		}
	}
	return false;
}

static inline void event_model_fini(struct event_model *model)
{
	sp_buf_fini(&model->data);
	sp_buf_fini(&model->type);
	sp_buf_fini(&model->last_id);
}

/* The data as a reader sees it: each line break is LF. */
static inline void event_model_lines(struct sp_buf *out, const char *data, size_t len)
{
	out->len = 0;
	for (size_t i = 0; i < len; i++) {
		if (data[i] == '\r') {
			must(sp_buf_append(out, "\n", 1));
			i += i + 1 < len && data[i + 1] == '\n';
		} else {
			must(sp_buf_append(out, data + i, 1));
		}
	}
}

#endif
