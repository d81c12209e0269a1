/* SPDX-License-Identifier: MIT */
/*
 * What the core calls: each hook makes the arguments of a callback and calls it. Making them
 * allocates in PHP's heap, so it may also end in a fatal error (memory_limit). call_hook() keeps
 * that from the libevent frames below, as php_seatpush_call() does for user code.
 */
#include "php/main/hooks.h"

#include "net/conn/turn.h"
#include "net/session/exchange.h"
#include "net/session/http.h"
#include "net/session/site.h"
#include "php/engine/conn.h"
#include "net/loop/log.h"
#include "php/engine/callback.h"
#include "php/engine/interrupts.h"
#include "php/engine/room.h"
#include "php/engine/wait.h"
#include "php/http/accept_value.h"
#include "php/http/estimate.h"
#include "php/http/media_types.h"
#include "php/http/request.h"
#include "php/http/response.h"
#include "php/http/subprotocol.h"
#include "php/main/admission.h"
#include "php/main/run.h"
#include "php/redis/subscribe.h"
#include "php/main/inbox.h"
#include "php/server/behalf.h"
#include "php/server/object.h"
#include "php/server/timer.h"
#include "php/task/tasks.h"
#include "php/ws/frame.h"
#include "php/ws/long_message.h"
#include "php/ws/outgoing.h"

#define REACTOR_OF_PEER 0
#define CALLBACK_BYTES (ZEND_FIBER_VM_STACK_SIZE + 1024) /* of PHP's memory, without arguments */
#define REACTOR_OF_SERVER (-1)

static void free_args(zval *args, uint32_t count)
{
	if (SEATPUSH_G(fatal)) {
		return; /* the engine frees everything at once */
	}
	for (uint32_t i = 0; i < count; i++) {
		zval_ptr_dtor(&args[i]);
	}
}

/* A hook in progress. */
struct hook_call {
	void (*function)(const struct hook_call *call);
	struct sp_conn *conn;
	const struct sp_request *request;
	enum sp_ws_event event;
	const struct sp_ws_event_data *message;
	bool full;
	bool *waited; /* on the stack that the hook runs on */
};

/* Runs on a stack of its own. The hook's call exists until the first wait, and not after it; before
 * that, everything that the hook was told of a request or message is copied into objects. */
static void run_hook(void *arg)
{
	struct hook_call *hook = arg;
	struct hook_call call = *hook;
	bool waited = false;

	hook->waited = &waited;
	call.function(&call);
	if (waited) {
		sp_turn_ended(call.conn);
	}
}

/* False: the callback is waiting. */
static bool call_hook(struct hook_call *call)
{
	if (php_seatpush_call_in_fiber(run_hook, call)) {
		return true;
	}
	*call->waited = true;
	sp_turn_waits(call->conn);
	return false;
}

static void call_connect(const struct hook_call *call)
{
	struct sp_conn *conn = call->conn;
	struct php_seatpush_callback *callback = php_seatpush_conn_callback(conn, SEATPUSH_ON_CONNECT);
	zval args[3];

	if (callback == NULL) {
		return;
	}
	php_seatpush_server_zval(&args[0]);
	ZVAL_LONG(&args[1], conn->member.id);
	ZVAL_LONG(&args[2], REACTOR_OF_PEER);
	php_seatpush_call(callback, "Connect", 3, args, NULL, NULL);
	free_args(args, 1);
}

/* The server's own 101 while it is being prepared. */
struct upgrade {
	char accept[SP_WS_ACCEPT_LEN];
	struct sp_span subprotocol; /* chosen by the option */
	bool chosen;                /* the script has chosen one, among fields */
	struct sp_buf fields;       /* added by the script */
};

/* What the script wants after its Handshake callback. False: it has refused, or answered itself, or
 * does so later. */
static bool wants_in(
	struct sp_conn *conn, zend_object *response, const zval *result, struct upgrade *upgrade)
{
	struct php_seatpush_answer *answer = php_seatpush_response_answer(response);
	bool answered = php_seatpush_response_has_begun(response);

	if (answered && Z_TYPE_P(result) == IS_FALSE) {
		sp_conn_close(conn, SP_WS_CLOSE_POLICY, sp_span("refused"));
	}
	if (answered || conn->state != SP_CONN_ANSWER ||
		(Z_TYPE_P(result) != IS_TRUE && Z_TYPE_P(result) != IS_FALSE)) {
		return false;
	}
	if (Z_TYPE_P(result) == IS_FALSE || answer->status >= SEATPUSH_STATUS_REFUSES) {
		php_seatpush_answer_refuse(answer, "The handshake was refused.");
		return false;
	}
	answer->rules.kind = SEATPUSH_ANSWER_OUR_101;
	if (!php_seatpush_response_take_fields(response, &upgrade->fields, &upgrade->chosen)) {
		sp_conn_abort(conn, 0, false);
		return false;
	}
	return true;
}

/* The script answers the upgrade itself, or says whether we shall. False: we shall not. */
static bool call_handshake(struct sp_conn *conn, zval *request, struct upgrade *upgrade)
{
	struct php_seatpush_callback *callback =
		php_seatpush_conn_callback(conn, SEATPUSH_ON_HANDSHAKE);
	struct php_seatpush_answer *answer;
	bool go_on, threw, begun;
	zval args[2], result;

	if (callback == NULL) {
		return true;
	}
	conn->flags |= SP_CONN_HANDSHAKE;
	ZVAL_COPY(&args[0], request);
	php_seatpush_response_of_upgrade(
		&args[1], conn, SEATPUSH_ANSWER_OWN_101, php_seatpush_request_offered(request));
	answer = php_seatpush_response_answer(Z_OBJ(args[1]));
	memcpy(answer->accept, upgrade->accept, SP_WS_ACCEPT_LEN);
	php_seatpush_call(callback, "Handshake", 2, args, &result, &threw);
	if (SEATPUSH_G(fatal)) {
		return false;
	}
	go_on = wants_in(conn, Z_OBJ(args[1]), &result, upgrade);
	answer->excused = threw;
	begun = php_seatpush_response_has_begun(Z_OBJ(args[1]));
	zval_ptr_dtor(&result);
	free_args(args, 2);
	if (conn->state == SP_CONN_ANSWER && !begun) {
		sp_exchange_refuse(conn, 500, "The handshake was not answered.");
	}
	return go_on && conn->state == SP_CONN_ANSWER; /* a destructor may have closed it */
}

/* Lets the script add fields to our 101. False: the script answered by itself. */
static bool call_before_response(struct sp_conn *conn, zval *request, struct upgrade *upgrade)
{
	struct php_seatpush_callback *callback =
		php_seatpush_conn_callback(conn, SEATPUSH_ON_BEFORE_HANDSHAKE_RESPONSE);
	bool go_on, threw, chosen = false;
	zval args[3], result;

	if (callback == NULL) {
		return true;
	}
	php_seatpush_server_zval(&args[0]);
	ZVAL_COPY(&args[1], request);
	php_seatpush_response_of_upgrade(
		&args[2], conn, SEATPUSH_ANSWER_OUR_101, php_seatpush_request_offered(request));
	php_seatpush_call(callback, "BeforeHandshakeResponse", 3, args, &result, &threw);
	if (SEATPUSH_G(fatal)) {
		return false;
	}
	php_seatpush_response_answer(Z_OBJ(args[2]))->excused = threw;
	/* If the stop ended the callback while it waited, the client is not let in either. */
	go_on = !Z_ISUNDEF(result) && conn->state == SP_CONN_ANSWER &&
			!php_seatpush_response_has_begun(Z_OBJ(args[2])) &&
			php_seatpush_response_take_fields(Z_OBJ(args[2]), &upgrade->fields, &chosen);
	upgrade->chosen |= chosen;
	zval_ptr_dtor(&result);
	free_args(args, 3);
	return go_on && conn->state == SP_CONN_ANSWER; /* a destructor may have closed it */
}

/* After exit(), the stop closes all connections with its own code. */
static void end_if_threw(struct sp_conn *conn, bool threw)
{
	if (threw && SEATPUSH_G(exit_exception) == NULL) {
		sp_conn_close(conn, SP_WS_CLOSE_SERVER_ERROR, sp_span(""));
	}
}

static void call_open(struct sp_conn *conn, struct php_seatpush_callback *callback, zval *request)
{
	bool threw;
	zval args[2];

	php_seatpush_server_zval(&args[0]);
	ZVAL_COPY(&args[1], request);
	php_seatpush_call(callback, "Open", 2, args, NULL, &threw);
	free_args(args, 2);
	end_if_threw(conn, threw);
}

/* Without what its Adopt callback was to do, the connection would be worse than a new one. */
static void call_adopt(const struct hook_call *call)
{
	struct sp_conn *conn = call->conn;
	struct php_seatpush_callback *callback = php_seatpush_conn_callback(conn, SEATPUSH_ON_ADOPT);
	bool threw;
	zval args[2];

	if (callback == NULL) {
		return;
	}
	php_seatpush_server_zval(&args[0]);
	ZVAL_LONG(&args[1], conn->member.id);
	php_seatpush_call(callback, "Adopt", 2, args, NULL, &threw);
	free_args(args, 1);
	end_if_threw(conn, threw);
}

/* An upgrade makes no object that nobody looks at. */
static bool needs_request(const struct sp_conn *conn, const struct sp_http_head *head)
{
	return php_seatpush_conn_callback(conn, SEATPUSH_ON_OPEN) != NULL ||
		   php_seatpush_conn_callback(conn, SEATPUSH_ON_HANDSHAKE) != NULL ||
		   php_seatpush_conn_callback(conn, SEATPUSH_ON_BEFORE_HANDSHAKE_RESPONSE) != NULL ||
		   sp_http_head_find(head, "Sec-WebSocket-Protocol") != NULL;
}

/* Sends the 101; true: it is a WebSocket now. */
static bool let_in(struct sp_conn *conn, zval *request, const struct upgrade *upgrade)
{
	bool none = upgrade->subprotocol.len == 0 && !upgrade->chosen;
	const zend_string *offered = none ? php_seatpush_request_offered(request) : NULL;

	if (offered != NULL) {
		php_seatpush_subprotocol_missed(ZSTR_VAL(offered));
	}
	return sp_session_http_upgrade(conn, upgrade->accept,
		upgrade->chosen ? sp_span("") : upgrade->subprotocol,
		(struct sp_span){upgrade->fields.data, upgrade->fields.len});
}

/* The server answers the upgrade; needed: somebody looks at the request. */
static void accept_upgrade(struct sp_conn *conn, const struct sp_request *request, bool needed)
{
	struct php_seatpush_callback *open = php_seatpush_conn_callback(conn, SEATPUSH_ON_OPEN);
	struct upgrade upgrade = {0};
	zval object;

	/* Before anything can wait: the request's bytes are gone after a wait. */
	upgrade.subprotocol = php_seatpush_subprotocol_choose(conn, request->head);
	php_seatpush_accept_value(request->key, upgrade.accept);
	ZVAL_NULL(&object);
	if (needed) {
		php_seatpush_request_new(&object, conn, request);
	}
	if (call_handshake(conn, &object, &upgrade) && call_before_response(conn, &object, &upgrade) &&
		let_in(conn, &object, &upgrade) && open != NULL) {
		call_open(conn, open, &object);
	}
	sp_buf_fini(&upgrade.fields);
	free_args(&object, 1);
}

/* Bytes that the callback may take; 0: there is no memory for it, and the request was refused. */
static size_t admit_request(struct sp_conn *conn, const struct sp_request *request)
{
	const struct php_seatpush_settings *settings =
		&php_seatpush_endpoint_of(conn)->options.settings;
	size_t bytes = CALLBACK_BYTES + php_seatpush_request_estimate(request,
										settings->http_parse_post || settings->http_parse_files);

	if (php_seatpush_admit(SEATPUSH_G(server), bytes) == SEATPUSH_ADMITTED) {
		return bytes;
	}
	sp_exchange_refuse(conn, 503, "The server has no memory for this request.");
	return 0;
}

static void call_upgrade(const struct hook_call *call)
{
	struct sp_conn *conn = call->conn;
	bool needed = needs_request(conn, call->request->head);
	size_t bytes = needed ? admit_request(conn, call->request) : 0;

	if (needed && bytes == 0) {
		return;
	}
	accept_upgrade(conn, call->request, needed);
	php_seatpush_dismiss(SEATPUSH_G(server), bytes);
}

static void call_request(const struct hook_call *call)
{
	struct sp_conn *conn = call->conn;
	struct php_seatpush_callback *callback = php_seatpush_conn_callback(conn, SEATPUSH_ON_REQUEST);
	size_t bytes;
	bool threw;
	zval args[2];

	if (callback == NULL) {
		sp_site_refuse(conn, call->request);
		return;
	}
	bytes = admit_request(conn, call->request);
	if (bytes == 0) {
		return;
	}
	php_seatpush_request_new(&args[0], conn, call->request);
	php_seatpush_response_of_request(&args[1], conn, call->request);
	php_seatpush_call(callback, "Request", 2, args, NULL, &threw);
	php_seatpush_response_answer(Z_OBJ(args[1]))->excused = threw;
	free_args(args, 2);
	php_seatpush_dismiss(SEATPUSH_G(server), bytes);
	if (sp_conn_is_event_stream(conn)) {
		end_if_threw(conn, threw);
	}
}

/* False: there is no memory for the message, and the connection was closed. */
static bool admit_message(struct sp_conn *conn, size_t bytes)
{
	switch (php_seatpush_admit(SEATPUSH_G(server), bytes)) {
	case SEATPUSH_ADMITTED:
		return true;
	case SEATPUSH_TOO_LARGE:
		sp_conn_close(conn, SP_WS_CLOSE_TOO_BIG, sp_span("no memory for this message"));
		break;
	case SEATPUSH_TOO_MANY:
		sp_conn_close(conn, SP_WS_CLOSE_TRY_LATER, sp_span("no memory for this message now"));
		break;
	}
	return false;
}

static void call_message(const struct hook_call *call)
{
	struct sp_conn *conn = call->conn;
	struct php_seatpush_callback *callback = php_seatpush_conn_callback(conn, SEATPUSH_ON_MESSAGE);
	size_t bytes = CALLBACK_BYTES + call->message->len;
	bool threw;
	zval args[2];

	if (callback == NULL || !admit_message(conn, bytes)) {
		return;
	}
	php_seatpush_server_zval(&args[0]);
	php_seatpush_frame_new(&args[1], conn->member.id, call->event, call->message);
	php_seatpush_call(callback, "Message", 2, args, NULL, &threw);
	free_args(args, 2);
	php_seatpush_dismiss(SEATPUSH_G(server), bytes);
	end_if_threw(conn, threw);
}

static void close_reason(const struct sp_conn *conn, zval *out)
{
	if (conn->extra != NULL && conn->extra->close_reason != NULL) {
		ZVAL_STRINGL(out, conn->extra->close_reason, conn->extra->close_reason_len);
	} else {
		ZVAL_EMPTY_STRING(out);
	}
}

static void call_close(const struct hook_call *call)
{
	struct sp_conn *conn = call->conn;
	struct php_seatpush_callback *disconnect =
		php_seatpush_conn_callback(conn, SEATPUSH_ON_DISCONNECT);
	bool plain = !(sp_conn_gets_messages(conn)) && disconnect != NULL;
	struct php_seatpush_callback *callback =
		plain ? disconnect : php_seatpush_conn_callback(conn, SEATPUSH_ON_CLOSE);
	zval args[5];

	if (callback == NULL) {
		return;
	}
	php_seatpush_server_zval(&args[0]);
	ZVAL_LONG(&args[1], conn->member.id);
	ZVAL_LONG(&args[2], conn->flags & SP_CONN_BY_SERVER ? REACTOR_OF_SERVER : REACTOR_OF_PEER);
	ZVAL_LONG(&args[3], conn->close_code);
	close_reason(conn, &args[4]);
	php_seatpush_call(callback, plain ? "Disconnect" : "Close", plain ? 2 : 5, args, NULL, NULL);
	free_args(args, 5);
}

static void call_buffer(const struct hook_call *call)
{
	struct sp_conn *conn = call->conn;
	struct php_seatpush_callback *callback = php_seatpush_conn_callback(
		conn, call->full ? SEATPUSH_ON_BUFFER_FULL : SEATPUSH_ON_BUFFER_EMPTY);
	zval args[2];

	if (callback == NULL) {
		return;
	}
	php_seatpush_server_zval(&args[0]);
	ZVAL_LONG(&args[1], conn->member.id);
	php_seatpush_call(callback, call->full ? "BufferFull" : "BufferEmpty", 2, args, NULL, NULL);
	free_args(args, 1);
}

static void on_connect(struct sp_conn *conn)
{
	call_hook(&(struct hook_call){.function = call_connect, .conn = conn});
}

static void on_adopt(struct sp_conn *conn)
{
	call_hook(&(struct hook_call){.function = call_adopt, .conn = conn});
}

static void on_upgrade(struct sp_conn *conn, const struct sp_request *request)
{
	call_hook(&(struct hook_call){.function = call_upgrade, .conn = conn, .request = request});
}

static void on_request(struct sp_conn *conn, const struct sp_request *request)
{
	call_hook(&(struct hook_call){.function = call_request, .conn = conn, .request = request});
}

static void on_message(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *message)
{
	call_hook(&(struct hook_call){
		.function = call_message, .conn = conn, .event = event, .message = message});
}

static bool on_close(struct sp_conn *conn)
{
	return call_hook(&(struct hook_call){.function = call_close, .conn = conn});
}

static void on_buffer(struct sp_conn *conn, bool full)
{
	call_hook(&(struct hook_call){.function = call_buffer, .conn = conn, .full = full});
}

static void on_tick(void)
{
	php_seatpush_outgoing_forget();
	php_seatpush_interrupts_run();
	php_seatpush_waits_run();
	php_seatpush_deferred_run();
	php_seatpush_inbox_run(); /* before tasks: the end of one lets the next one go */
	php_seatpush_tasks_run();
	php_seatpush_subscription_step();
	php_seatpush_tell_stop();
	php_seatpush_settle("destructor");
}

const struct sp_hooks php_seatpush_hooks = {
	.on_connect = on_connect,
	.on_adopt = on_adopt,
	.on_upgrade = on_upgrade,
	.on_request = on_request,
	.lender = &php_seatpush_long_message_lender,
	.on_message = on_message,
	.on_close = on_close,
	.on_buffer = on_buffer,
	.media_type = php_seatpush_media_type_of,
	.on_tick = on_tick,
	.on_hand_over = php_seatpush_hand_over,
	.on_room = php_seatpush_room_open,
	.on_free = php_seatpush_conn_free,
	.on_pack = php_seatpush_conn_pack,
	.on_unpack = php_seatpush_conn_unpack,
	.on_tell = php_seatpush_on_tell,
	.on_ask = php_seatpush_on_ask,
};
