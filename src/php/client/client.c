/* SPDX-License-Identifier: MIT */
/*
 * The class SeatPush\Client: a handle on a WebSocket client that blocks.
 */
#include "php/client/client.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/message_arg.h"

#ifdef HAVE_SEATPUSH_CLIENT

#include "net/client/ws_client.h"
#include "net/loop/fork.h"
#include "net/loop/loop.h"
#include "php/client/failure.h"
#include "php/client/iterator.h"
#include "php/client/request.h"
#include "php/engine/wait.h"
#include "php/ws/frame.h"
#include "wire/utf8.h"
#include "wire/ws_frame.h"
#include "wire/ws_message.h"

#define MS_PER_S 1000.0
#define NS_PER_S 1e9
#define SECONDS_MAX (86400.0 * 365)

/* Positions of the declared properties, in the stub's order. */
enum client_property { CLIENT_SUBPROTOCOL, CLIENT_EXTENSIONS };

struct client {
	struct sp_ws_client *core; /* NULL: not created, or it belongs to the parent process */
	struct sp_owner owner;     /* of the connection */
	uint64_t timeout_ms;
	uint32_t pings;
	zend_object std;
};

static zend_object_handlers handlers;

static struct client *client_of(zend_object *object)
{
	return (struct client *) ((char *) object - offsetof(struct client, std));
}

/* Lets pcntl's handlers run during a wait. */
static bool turned(void *arg)
{
	(void) arg;
	php_seatpush_run_interrupts();
	return EG(exception) == NULL;
}

static uint64_t in_ms(double seconds)
{
	uint64_t ms = (uint64_t) (seconds * MS_PER_S);

	return sp_clock_ms() + ms + (seconds > 0 && ms == 0);
}

static uint64_t deadline_of(const struct client *client)
{
	return sp_clock_ms() + client->timeout_ms;
}

static bool check_place(const char *method)
{
	if (!php_seatpush_is_running()) {
		return true;
	}
	php_seatpush_throw_text(
		"%s: a SeatPush\\Client blocks, and would stop every callback of the running server. Use it "
		"in a script of its own; a server tells others through Redis (SeatPush\\Registry)",
		method);
	return false;
}

/* NULL: an exception was thrown. */
static struct client *ready_client(zval *object, const char *method)
{
	struct client *client = client_of(Z_OBJ_P(object));

	if (client->core == NULL) {
		php_seatpush_throw_text("%s: the constructor was not called, or it failed", method);
		return NULL;
	}
	if (!sp_owner_is_us(&client->owner)) {
		php_seatpush_throw_text(
			"%s: this connection belongs to the parent process; make another Client after the fork",
			method);
		return NULL;
	}
	return check_place(method) ? client : NULL;
}

/* False: an exception was thrown. */
static bool open_client(struct client *client, const struct php_seatpush_client_request *request,
	const char *cafile, size_t max_length)
{
	struct sp_ws_client_settings settings = {
		.host = ZSTR_VAL(request->host),
		.authority = ZSTR_VAL(request->authority),
		.target = ZSTR_VAL(request->target),
		.port = request->port,
		.tls = request->tls,
		.cafile = cafile,
		.fields = request->fields != NULL ? ZSTR_VAL(request->fields) : NULL,
		.subprotocols = request->subprotocols != NULL ? ZSTR_VAL(request->subprotocols) : NULL,
		.max_length = max_length,
		.turned = turned,
	};
	struct sp_error error = {0};
	enum sp_ws_client_result result;

	client->core = sp_ws_client_new(&settings, &error);
	if (client->core == NULL) {
		zend_throw_exception(seatpush_ce_ClientException, error.text, 0);
		return false;
	}
	sp_owner_take(&client->owner);
	result = sp_ws_client_connect(client->core, deadline_of(client), &error);
	if (result == SP_WS_CLIENT_LATE) {
		zend_throw_exception_ex(seatpush_ce_ClientException, 0,
			"no WebSocket connection to %s within %g s%s%s", ZSTR_VAL(request->authority),
			(double) client->timeout_ms / MS_PER_S, error.text[0] != '\0' ? "; before: " : "",
			error.text);
	} else if (result == SP_WS_CLIENT_FAILED) {
		php_seatpush_client_throw_failed(client->core, &error);
	}
	if (result != SP_WS_CLIENT_DONE) {
		sp_ws_client_free(client->core);
		client->core = NULL;
	}
	return result == SP_WS_CLIENT_DONE;
}

SEATPUSH_METHOD(Client, __construct)
{
	struct client *client = client_of(Z_OBJ_P(ZEND_THIS));
	struct php_seatpush_client_request request;
	zend_string *url, *cafile = NULL;
	HashTable *headers = NULL, *subprotocols = NULL;
	double timeout = 10.0;
	zend_long max_length = 2097152;

	ZEND_PARSE_PARAMETERS_START(1, 6)
		Z_PARAM_STR(url)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(headers)
		Z_PARAM_ARRAY_HT(subprotocols)
		Z_PARAM_DOUBLE(timeout)
		Z_PARAM_PATH_STR_OR_NULL(cafile)
		Z_PARAM_LONG(max_length)
	ZEND_PARSE_PARAMETERS_END();

	if (!(timeout > 0 && timeout <= SECONDS_MAX)) {
		zend_argument_value_error(4, "must be more than 0 and at most %.0f seconds", SECONDS_MAX);
		RETURN_THROWS();
	}
	if (max_length < 1 || max_length > INT_MAX) {
		zend_argument_value_error(6, "must be from 1 to %d bytes", INT_MAX);
		RETURN_THROWS();
	}
	if (!check_place("new SeatPush\\Client")) {
		RETURN_THROWS();
	}
	if (client->core != NULL) {
		php_seatpush_throw_text("the object has its connection already; make another one");
		RETURN_THROWS();
	}
	client->timeout_ms = (uint64_t) (timeout * MS_PER_S);
	client->timeout_ms += client->timeout_ms == 0;
	if (php_seatpush_client_request_init(&request, url, headers, subprotocols) &&
		open_client(
			client, &request, cafile != NULL ? ZSTR_VAL(cafile) : NULL, (size_t) max_length)) {
		ZVAL_STRING(
			OBJ_PROP_NUM(&client->std, CLIENT_SUBPROTOCOL), sp_ws_client_subprotocol(client->core));
		ZVAL_STRING(
			OBJ_PROP_NUM(&client->std, CLIENT_EXTENSIONS), sp_ws_client_extensions(client->core));
	}
	php_seatpush_client_request_fini(&request);
}

SEATPUSH_METHOD(Client, send)
{
	struct client *client;
	zval *given;
	zend_string *data;
	zend_long opcode = SP_WS_TEXT;
	struct sp_error error;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(given)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(opcode)
	ZEND_PARSE_PARAMETERS_END();

	if (opcode != SP_WS_TEXT && opcode != SP_WS_BINARY) {
		zend_argument_value_error(2, "must be WEBSOCKET_OPCODE_TEXT or WEBSOCKET_OPCODE_BINARY");
		RETURN_THROWS();
	}
	if (!php_seatpush_message_arg(given, 1, &data)) {
		RETURN_THROWS();
	}
	if (opcode == SP_WS_TEXT && !sp_utf8_valid(ZSTR_VAL(data), ZSTR_LEN(data))) {
		zend_argument_value_error(
			1, "must be UTF-8; other bytes are sent with WEBSOCKET_OPCODE_BINARY");
		RETURN_THROWS();
	}
	client = ready_client(ZEND_THIS, "send()");
	if (client == NULL) {
		RETURN_THROWS();
	}
	switch (sp_ws_client_send(client->core, (uint8_t) opcode, ZSTR_VAL(data), ZSTR_LEN(data),
		deadline_of(client), &error)) {
	case SP_WS_CLIENT_LATE:
		php_seatpush_client_throw_late(
			client->timeout_ms, "send(): the server did not take the message");
		break;
	case SP_WS_CLIENT_CLOSED:
		php_seatpush_client_throw_closed(client->core);
		break;
	case SP_WS_CLIENT_FAILED:
		php_seatpush_throw(&error);
		break;
	default:
		break;
	}
}

static enum sp_ws_client_result receive(struct client *client, uint64_t deadline_ms, zval *out)
{
	struct sp_ws_client_message message;
	enum sp_ws_client_result result = sp_ws_client_receive(client->core, deadline_ms, &message);

	if (result == SP_WS_CLIENT_DONE) {
		struct sp_ws_event_data data = {
			.opcode = message.opcode, .payload = message.data.data, .len = message.data.len};

		php_seatpush_frame_new(out, 0, SP_WS_EVENT_MESSAGE, &data);
		sp_buf_fini(&message.data);
	}
	return result;
}

SEATPUSH_METHOD(Client, recv)
{
	struct client *client;
	double timeout = 0;
	bool standard = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, standard)
	ZEND_PARSE_PARAMETERS_END();

	if (!standard && !(timeout >= 0 && timeout <= SECONDS_MAX)) {
		zend_argument_value_error(1, "must be from 0 to %.0f seconds", SECONDS_MAX);
		RETURN_THROWS();
	}
	client = ready_client(ZEND_THIS, "recv()");
	if (client == NULL) {
		RETURN_THROWS();
	}
	if (receive(client, standard ? deadline_of(client) : in_ms(timeout), return_value) ==
		SP_WS_CLIENT_CLOSED) {
		php_seatpush_client_throw_closed(client->core);
	}
}

SEATPUSH_METHOD(Client, ping)
{
	struct client *client;
	zend_string *data = NULL;
	uint64_t begin_ns = sp_clock_ns(), deadline_ms;
	char number[9];
	bool given;
	enum sp_ws_client_result result;
	struct sp_error error;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();

	if (data != NULL && ZSTR_LEN(data) > SP_WS_CONTROL_MAX) {
		zend_argument_value_error(1, "must be at most %d bytes", SP_WS_CONTROL_MAX);
		RETURN_THROWS();
	}
	client = ready_client(ZEND_THIS, "ping()");
	if (client == NULL) {
		RETURN_THROWS();
	}
	deadline_ms = deadline_of(client);
	/* Each ping has its own number, so that a late pong for another ping is not taken for this
	 * one's. */
	snprintf(number, sizeof(number), "%08x", ++client->pings);
	given = data != NULL && ZSTR_LEN(data) > 0;
	result = sp_ws_client_send(client->core, SP_WS_PING, given ? ZSTR_VAL(data) : number,
		given ? ZSTR_LEN(data) : strlen(number), deadline_ms, &error);
	if (result == SP_WS_CLIENT_DONE) {
		result = sp_ws_client_await_pong(client->core, deadline_ms);
	}
	if (result == SP_WS_CLIENT_DONE) {
		RETURN_DOUBLE((double) (sp_clock_ns() - begin_ns) / NS_PER_S);
	}
	if (result == SP_WS_CLIENT_LATE) {
		php_seatpush_client_throw_late(client->timeout_ms, "ping(): no pong");
	} else if (result == SP_WS_CLIENT_CLOSED) {
		php_seatpush_client_throw_closed(client->core);
	} else if (result == SP_WS_CLIENT_FAILED) {
		php_seatpush_throw(&error);
	}
}

SEATPUSH_METHOD(Client, close)
{
	struct client *client;
	zend_long code = SP_WS_CLOSE_NORMAL;
	zend_string *reason = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(code)
		Z_PARAM_STR(reason)
	ZEND_PARSE_PARAMETERS_END();

	if (code < 0 || code > UINT16_MAX || !sp_ws_close_code_valid((unsigned) code)) {
		zend_argument_value_error(1,
			"must be a close code that may be sent (RFC 6455 section 7.4): 1000, or 3000 to 4999");
		RETURN_THROWS();
	}
	if (reason != NULL && (ZSTR_LEN(reason) > SP_WS_CLOSE_REASON_MAX ||
							  !sp_utf8_valid(ZSTR_VAL(reason), ZSTR_LEN(reason)))) {
		zend_argument_value_error(2, "must be at most %d bytes of UTF-8", SP_WS_CLOSE_REASON_MAX);
		RETURN_THROWS();
	}
	client = ready_client(ZEND_THIS, "close()");
	if (client != NULL) {
		sp_ws_client_close(client->core, (uint16_t) code, reason ? ZSTR_VAL(reason) : "",
			reason ? ZSTR_LEN(reason) : 0, deadline_of(client));
	}
}

static bool ended_well(const struct client *client)
{
	const char *reason;
	uint16_t code = sp_ws_client_close_code(client->core, &reason);

	return code == SP_WS_CLOSE_NORMAL || code == SP_WS_CLOSE_GOING_AWAY ||
		   code == SP_WS_CLOSE_NO_STATUS;
}

/* See php_seatpush_client_next. */
static bool next(zval *object, zval *out)
{
	struct client *client = ready_client(object, "foreach");

	if (client == NULL) {
		return false;
	}
	if (receive(client, SP_WS_CLIENT_FOREVER, out) == SP_WS_CLIENT_DONE) {
		return true;
	}
	if (EG(exception) == NULL && !ended_well(client)) {
		php_seatpush_client_throw_closed(client->core);
	}
	return false;
}

SEATPUSH_METHOD(Client, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

static zend_object_iterator *get_iterator(zend_class_entry *ce, zval *object, int by_ref)
{
	(void) ce;
	return php_seatpush_client_iterator(object, by_ref != 0, next);
}

static zend_object *create(zend_class_entry *ce)
{
	struct client *client = zend_object_alloc(sizeof(*client), ce);

	memset(client, 0, offsetof(struct client, std));
	zend_object_std_init(&client->std, ce);
	object_properties_init(&client->std, ce);
	client->std.handlers = &handlers;
	return &client->std;
}

static void free_object(zend_object *object)
{
	struct client *client = client_of(object);

	/* A child process would shut down the connection that its parent uses. */
	if (sp_owner_is_us(&client->owner)) {
		sp_ws_client_free(client->core);
	}
	zend_object_std_dtor(object);
}

void php_seatpush_client_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->get_iterator = get_iterator;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct client, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}

const char *php_seatpush_client_library(void)
{
	return sp_ws_client_library();
}

#else

static void throw_no_client(void)
{
	php_seatpush_throw_text(
		"this build has no SeatPush\\Client: install libwebsockets-dev (Debian, Ubuntu, Alpine), "
		"libwebsockets-devel (Fedora) or libwebsockets (macOS), and build SeatPush again");
}

void php_seatpush_client_init_ce(zend_class_entry *ce)
{
	(void) ce;
}

const char *php_seatpush_client_library(void)
{
	return NULL;
}

SEATPUSH_METHOD(Client, __construct)
{
	throw_no_client();
}

SEATPUSH_METHOD(Client, send)
{
	throw_no_client();
}

SEATPUSH_METHOD(Client, recv)
{
	throw_no_client();
}

SEATPUSH_METHOD(Client, ping)
{
	throw_no_client();
}

SEATPUSH_METHOD(Client, close)
{
	throw_no_client();
}

SEATPUSH_METHOD(Client, getIterator)
{
	throw_no_client();
}

#endif
