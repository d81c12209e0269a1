/* SPDX-License-Identifier: MIT */
/*
 * Registers everything that stubs/seatpush.stub.php declares. Only this file includes the generated
 * tables.
 */
#include "php/main/classes.h"

#include "php_seatpush.h"
#include "ext/spl/spl_array.h"
#include "zend_attributes.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "net/conn/listener.h"
#include "php/client/client.h"
#include "php/cluster/registry.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/coroutine/barrier.h"
#include "php/coroutine/channel.h"
#include "php/coroutine/wait_group.h"
#include "php/http/cookie.h"
#include "php/http/request.h"
#include "php/http/response.h"
#include "php/main/process.h"
#include "php/main/server.h"
#include "php/redis/redis.h"
#include "php/server/connections.h"
#include "php/server/port.h"
#include "php/shared/atomic.h"
#include "php/shared/lock.h"
#include "php/shared/table.h"
#include "php/task/task_object.h"
#include "stubs/seatpush_arginfo.h"
#include "wire/ws_frame.h"

/* Names that scripts have used since Swoole 1.x; another extension may have registered them
 * already. */
static const struct {
	const char *name;
	zend_long value;
} websocket_constants[] = {
	{"WEBSOCKET_OPCODE_CONTINUATION", SP_WS_CONTINUATION},
	{"WEBSOCKET_OPCODE_TEXT", SP_WS_TEXT},
	{"WEBSOCKET_OPCODE_BINARY", SP_WS_BINARY},
	{"WEBSOCKET_OPCODE_CLOSE", SP_WS_CLOSE},
	{"WEBSOCKET_OPCODE_PING", SP_WS_PING},
	{"WEBSOCKET_OPCODE_PONG", SP_WS_PONG},
	{"WEBSOCKET_STATUS_CONNECTION", 1},
	{"WEBSOCKET_STATUS_HANDSHAKE", 2},
	{"WEBSOCKET_STATUS_ACTIVE", 3},
	{"WEBSOCKET_STATUS_FRAME", 3},
	{"WEBSOCKET_STATUS_CLOSING", 4},
	{"WEBSOCKET_STATUS_HANDSHAKE_FAILED", 5},
	{"WEBSOCKET_CLOSE_NORMAL", SP_WS_CLOSE_NORMAL},
	{"WEBSOCKET_CLOSE_GOING_AWAY", SP_WS_CLOSE_GOING_AWAY},
	{"WEBSOCKET_CLOSE_PROTOCOL_ERROR", SP_WS_CLOSE_PROTOCOL_ERROR},
	{"WEBSOCKET_CLOSE_DATA_ERROR", 1003},
	{"WEBSOCKET_CLOSE_STATUS_ERROR", SP_WS_CLOSE_NO_STATUS},
	{"WEBSOCKET_CLOSE_ABNORMAL", SP_WS_CLOSE_ABNORMAL},
	{"WEBSOCKET_CLOSE_MESSAGE_ERROR", SP_WS_CLOSE_BAD_DATA},
	{"WEBSOCKET_CLOSE_POLICY_ERROR", SP_WS_CLOSE_POLICY},
	{"WEBSOCKET_CLOSE_MESSAGE_TOO_BIG", SP_WS_CLOSE_TOO_BIG},
	{"WEBSOCKET_CLOSE_EXTENSION_MISSING", 1010},
	{"WEBSOCKET_CLOSE_SERVER_ERROR", SP_WS_CLOSE_SERVER_ERROR},
	{"WEBSOCKET_CLOSE_CLOSE_SERVICE_RESTART", SP_WS_CLOSE_RESTART},
	{"WEBSOCKET_CLOSE_TRY_AGAIN_LATER", SP_WS_CLOSE_TRY_LATER},
	{"WEBSOCKET_CLOSE_BAD_GATEWAY", 1014},
	{"WEBSOCKET_CLOSE_TLS", 1015},
};

static void register_websocket_constants(int module_number)
{
	for (size_t i = 0; i < sizeof(websocket_constants) / sizeof(websocket_constants[0]); i++) {
		const char *name = websocket_constants[i].name;

		if (!zend_hash_str_exists(EG(zend_constants), name, strlen(name))) {
			zend_register_long_constant(
				name, strlen(name), websocket_constants[i].value, CONST_PERSISTENT, module_number);
		}
	}
}

void php_seatpush_register_classes(int module_number)
{
	register_seatpush_symbols(module_number);
	register_websocket_constants(module_number);
	seatpush_ce_Exception = register_class_SeatPush_Exception(zend_ce_exception);
	seatpush_ce_StoppedException = register_class_SeatPush_StoppedException(seatpush_ce_Exception);
	seatpush_ce_ConnectionIterator = register_class_SeatPush_ConnectionIterator(
		zend_ce_iterator, zend_ce_arrayaccess, zend_ce_countable);
	php_seatpush_connections_init_ce(seatpush_ce_ConnectionIterator);
	seatpush_ce_Server = register_class_SeatPush_Server();
	php_seatpush_server_init_ce(seatpush_ce_Server);
	seatpush_ce_Port = register_class_SeatPush_Port();
	php_seatpush_port_init_ce(seatpush_ce_Port);
	seatpush_ce_Request = register_class_SeatPush_Request();
	php_seatpush_request_init_ce(seatpush_ce_Request);
	seatpush_ce_Response = register_class_SeatPush_Response();
	php_seatpush_response_init_ce(seatpush_ce_Response);
	seatpush_ce_Cookie = register_class_SeatPush_Cookie();
	php_seatpush_cookie_init_ce(seatpush_ce_Cookie);
	seatpush_ce_Frame = register_class_SeatPush_Frame(zend_ce_stringable);
	seatpush_ce_CloseFrame = register_class_SeatPush_CloseFrame(seatpush_ce_Frame);
	seatpush_ce_TimerIterator = register_class_SeatPush_TimerIterator(spl_ce_ArrayIterator);
	seatpush_ce_Timer = register_class_SeatPush_Timer();
	seatpush_ce_Process = register_class_SeatPush_Process();
	php_seatpush_process_init_ce(seatpush_ce_Process);
	seatpush_ce_Task = register_class_SeatPush_Task();
	php_seatpush_task_init_ce(seatpush_ce_Task);
	seatpush_ce_Coroutine = register_class_SeatPush_Coroutine();
	seatpush_ce_Channel = register_class_SeatPush_Channel();
	php_seatpush_channel_init_ce(seatpush_ce_Channel);
	seatpush_ce_WaitGroup = register_class_SeatPush_WaitGroup();
	php_seatpush_wait_group_init_ce(seatpush_ce_WaitGroup);
	seatpush_ce_Barrier = register_class_SeatPush_Barrier();
	php_seatpush_barrier_init_ce(seatpush_ce_Barrier);
	seatpush_ce_Table =
		register_class_SeatPush_Table(zend_ce_iterator, zend_ce_arrayaccess, zend_ce_countable);
	php_seatpush_table_init_ce(seatpush_ce_Table);
	seatpush_ce_Atomic = register_class_SeatPush_Atomic();
	php_seatpush_atomic_init_ce(seatpush_ce_Atomic);
	seatpush_ce_AtomicLong = register_class_SeatPush_AtomicLong();
	php_seatpush_atomic_init_ce(seatpush_ce_AtomicLong);
	seatpush_ce_Lock = register_class_SeatPush_Lock();
	php_seatpush_lock_init_ce(seatpush_ce_Lock);
	seatpush_ce_RedisException = register_class_SeatPush_RedisException(seatpush_ce_Exception);
	seatpush_ce_Redis = register_class_SeatPush_Redis();
	php_seatpush_redis_init_ce(seatpush_ce_Redis);
	seatpush_ce_Registry = register_class_SeatPush_Registry();
	php_seatpush_registry_init_ce(seatpush_ce_Registry);
	seatpush_ce_ClientException = register_class_SeatPush_ClientException(seatpush_ce_Exception);
	seatpush_ce_Client = register_class_SeatPush_Client(zend_ce_aggregate);
	php_seatpush_client_init_ce(seatpush_ce_Client);
}
