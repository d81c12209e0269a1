/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: fbb70d32ec41e46b5d0e76ad53896fb4e341a018 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_set, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, settings, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_on, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, event_name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_getCallback, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, event_name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_start, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Server_shutdown arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Server_reload arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_stop, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, workerId, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_listen, 0, 0, 3)
	ZEND_ARG_TYPE_INFO(0, host, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, port, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, sock_type, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Server_addlistener arginfo_class_Swoole_Server_listen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_push, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, data, SeatPush\\Frame, MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "SWOOLE_WEBSOCKET_OPCODE_TEXT")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, flags, IS_LONG, 0, "SWOOLE_WEBSOCKET_FLAG_FIN")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_disconnect, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, code, IS_LONG, 0, "SWOOLE_WEBSOCKET_CLOSE_NORMAL")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_ping, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, data, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_isEstablished, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Server_exists arginfo_class_Swoole_Server_isEstablished

#define arginfo_class_Swoole_Server_exist arginfo_class_Swoole_Server_isEstablished

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_close, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reset, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_send, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, send_data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, serverSocket, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_getClientInfo, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reactor_id, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Server_connection_info arginfo_class_Swoole_Server_getClientInfo

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_getClientList, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, start_fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, find_count, IS_LONG, 0, "10")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Server_connection_list arginfo_class_Swoole_Server_getClientList

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_bind, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, uid, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_heartbeat, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, ifCloseConnection, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Server_stats arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Server_getWorkerId arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Server_getWorkerPid arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Server_getWorkerStatus arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Server_getMasterPid arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Server_getManagerPid arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Server_getLastError arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_task, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, taskWorkerIndex, IS_LONG, 0, "-1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, finishCallback, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_taskwait, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "0.5")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, taskWorkerIndex, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_finish, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_addProcess, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, process, Swoole\\Process, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_tick, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, ms, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, params, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Server_after arginfo_class_Swoole_Server_tick

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_clearTimer, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, timer_id, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_defer, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_pack, 0, 0, 1)
	ZEND_ARG_OBJ_TYPE_MASK(0, data, SeatPush\\Frame, MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "SWOOLE_WEBSOCKET_OPCODE_TEXT")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, flags, IS_LONG, 0, "SWOOLE_WEBSOCKET_FLAG_FIN")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Server_unpack, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Port_set arginfo_class_Swoole_Server_set

#define arginfo_class_Swoole_Port_on arginfo_class_Swoole_Server_on

#define arginfo_class_Swoole_Port_getCallback arginfo_class_Swoole_Server_getCallback

#define arginfo_class_Swoole_Request_rawContent arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Request_getContent arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Request_getData arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Request_getMethod arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_header, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, value, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, format, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Response_setHeader arginfo_class_Swoole_Response_header

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_trailer, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_status, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, http_code, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Response_setStatusCode arginfo_class_Swoole_Response_status

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_cookie, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, value, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, expires, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, path, IS_STRING, 0, "\'/\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, domain, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, secure, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, httponly, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, samesite, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, priority, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Response_setCookie arginfo_class_Swoole_Response_cookie

#define arginfo_class_Swoole_Response_rawcookie arginfo_class_Swoole_Response_cookie

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_write, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, content, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_sendfile, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, filename, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, offset, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, length, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_end, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, content, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_redirect, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, location, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, http_code, IS_LONG, 0, "302")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Response_isWritable arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Response_detach arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Response_create, 0, 0, 1)
	ZEND_ARG_TYPE_MASK(0, server, MAY_BE_OBJECT|MAY_BE_ARRAY|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fd, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Frame_pack arginfo_class_Swoole_Server_pack

#define arginfo_class_Swoole_Frame_unpack arginfo_class_Swoole_Server_unpack

#define arginfo_class_Swoole_Timer_tick arginfo_class_Swoole_Server_tick

#define arginfo_class_Swoole_Timer_after arginfo_class_Swoole_Server_tick

#define arginfo_class_Swoole_Timer_clear arginfo_class_Swoole_Server_clearTimer

#define arginfo_class_Swoole_Timer_clearAll arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Timer_exists arginfo_class_Swoole_Server_clearTimer

#define arginfo_class_Swoole_Timer_info arginfo_class_Swoole_Server_clearTimer

#define arginfo_class_Swoole_Timer_list arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Timer_stats arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Channel_push, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Channel_pop, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Channel_isEmpty arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Channel_isFull arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Channel_close arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Channel_stats arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Channel_length arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_WaitGroup_add, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, delta, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_WaitGroup_done arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_WaitGroup_wait arginfo_class_Swoole_Channel_pop

#define arginfo_class_Swoole_WaitGroup_count arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Coroutine_create, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, func, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, params, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Coroutine_defer arginfo_class_Swoole_Server_defer

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Coroutine_set, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, options, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Coroutine_exists, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, cid, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Coroutine_yield arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Coroutine_suspend arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Coroutine_resume arginfo_class_Swoole_Coroutine_exists

#define arginfo_class_Swoole_Coroutine_cancel arginfo_class_Swoole_Coroutine_exists

#define arginfo_class_Swoole_Coroutine_isCanceled arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Coroutine_join, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, cid_array, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Coroutine_stats arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Coroutine_getCid arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Coroutine_getuid arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Coroutine_getPcid, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cid, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_class_Swoole_Coroutine_getContext arginfo_class_Swoole_Coroutine_getPcid

#define arginfo_class_Swoole_Coroutine_getElapsed arginfo_class_Swoole_Coroutine_getPcid

#define arginfo_class_Swoole_Coroutine_list arginfo_class_Swoole_Server_start

#define arginfo_class_Swoole_Coroutine_listCoroutines arginfo_class_Swoole_Server_start

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Coroutine_sleep, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Swoole_Coroutine_exec, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, command, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, get_error_stream, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()


ZEND_METHOD(SeatPush_Server, set);
ZEND_METHOD(SeatPush_Server, on);
ZEND_METHOD(SeatPush_Server, getCallback);
ZEND_METHOD(SeatPush_Server, start);
ZEND_METHOD(SeatPush_Server, shutdown);
ZEND_METHOD(SeatPush_Server, reload);
ZEND_METHOD(SeatPush_Server, stop);
ZEND_METHOD(SeatPush_Server, listen);
ZEND_METHOD(SeatPush_Server, push);
ZEND_METHOD(SeatPush_Server, disconnect);
ZEND_METHOD(SeatPush_Server, ping);
ZEND_METHOD(SeatPush_Server, isEstablished);
ZEND_METHOD(SeatPush_Server, exists);
ZEND_METHOD(SeatPush_Server, close);
ZEND_METHOD(SeatPush_Server, send);
ZEND_METHOD(SeatPush_Server, getClientInfo);
ZEND_METHOD(SeatPush_Server, getClientList);
ZEND_METHOD(SeatPush_Server, bind);
ZEND_METHOD(SeatPush_Server, heartbeat);
ZEND_METHOD(SeatPush_Server, stats);
ZEND_METHOD(SeatPush_Server, getWorkerId);
ZEND_METHOD(SeatPush_Server, getWorkerPid);
ZEND_METHOD(SeatPush_Server, getWorkerStatus);
ZEND_METHOD(SeatPush_Server, getMasterPid);
ZEND_METHOD(SeatPush_Server, getManagerPid);
ZEND_METHOD(SeatPush_Server, getLastError);
ZEND_METHOD(SeatPush_Server, task);
ZEND_METHOD(SeatPush_Server, finish);
ZEND_METHOD(SeatPush_Server, addProcess);
ZEND_METHOD(SeatPush_Server, tick);
ZEND_METHOD(SeatPush_Server, after);
ZEND_METHOD(SeatPush_Server, clearTimer);
ZEND_METHOD(SeatPush_Server, defer);
ZEND_METHOD(SeatPush_Server, pack);
ZEND_METHOD(SeatPush_Server, unpack);
ZEND_METHOD(SeatPush_Port, set);
ZEND_METHOD(SeatPush_Port, on);
ZEND_METHOD(SeatPush_Port, getCallback);
ZEND_METHOD(SeatPush_Request, rawContent);
ZEND_METHOD(SeatPush_Request, getData);
ZEND_METHOD(SeatPush_Request, getMethod);
ZEND_METHOD(SeatPush_Response, header);
ZEND_METHOD(SeatPush_Response, trailer);
ZEND_METHOD(SeatPush_Response, status);
ZEND_METHOD(SeatPush_Response, cookie);
ZEND_METHOD(SeatPush_Response, rawcookie);
ZEND_METHOD(SeatPush_Response, write);
ZEND_METHOD(SeatPush_Response, sendfile);
ZEND_METHOD(SeatPush_Response, end);
ZEND_METHOD(SeatPush_Response, redirect);
ZEND_METHOD(SeatPush_Response, isWritable);
ZEND_METHOD(SeatPush_Response, detach);
ZEND_METHOD(SeatPush_Response, create);
ZEND_METHOD(SeatPush_Timer, tick);
ZEND_METHOD(SeatPush_Timer, after);
ZEND_METHOD(SeatPush_Timer, clear);
ZEND_METHOD(SeatPush_Timer, clearAll);
ZEND_METHOD(SeatPush_Timer, exists);
ZEND_METHOD(SeatPush_Timer, info);
ZEND_METHOD(SeatPush_Timer, list);
ZEND_METHOD(SeatPush_Timer, stats);
ZEND_METHOD(SeatPush_Channel, push);
ZEND_METHOD(SeatPush_Channel, pop);
ZEND_METHOD(SeatPush_Channel, isEmpty);
ZEND_METHOD(SeatPush_Channel, isFull);
ZEND_METHOD(SeatPush_Channel, close);
ZEND_METHOD(SeatPush_Channel, stats);
ZEND_METHOD(SeatPush_Channel, length);
ZEND_METHOD(SeatPush_WaitGroup, add);
ZEND_METHOD(SeatPush_WaitGroup, done);
ZEND_METHOD(SeatPush_WaitGroup, wait);
ZEND_METHOD(SeatPush_WaitGroup, count);
ZEND_METHOD(SeatPush_Coroutine, create);
ZEND_METHOD(SeatPush_Coroutine, defer);
ZEND_METHOD(SeatPush_Coroutine, set);
ZEND_METHOD(SeatPush_Coroutine, exists);
ZEND_METHOD(SeatPush_Coroutine, yield);
ZEND_METHOD(SeatPush_Coroutine, resume);
ZEND_METHOD(SeatPush_Coroutine, cancel);
ZEND_METHOD(SeatPush_Coroutine, isCanceled);
ZEND_METHOD(SeatPush_Coroutine, join);
ZEND_METHOD(SeatPush_Coroutine, stats);
ZEND_METHOD(SeatPush_Coroutine, getCid);
ZEND_METHOD(SeatPush_Coroutine, getPcid);
ZEND_METHOD(SeatPush_Coroutine, getContext);
ZEND_METHOD(SeatPush_Coroutine, getElapsed);
ZEND_METHOD(SeatPush_Coroutine, list);
ZEND_METHOD(SeatPush_Coroutine, sleep);
ZEND_METHOD(SeatPush_Coroutine, exec);


static const zend_function_entry class_Swoole_Server_methods[] = {
	ZEND_MALIAS(SeatPush_Server, set, set, arginfo_class_Swoole_Server_set, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, on, on, arginfo_class_Swoole_Server_on, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getCallback, getCallback, arginfo_class_Swoole_Server_getCallback, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, start, start, arginfo_class_Swoole_Server_start, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, shutdown, shutdown, arginfo_class_Swoole_Server_shutdown, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, reload, reload, arginfo_class_Swoole_Server_reload, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, stop, stop, arginfo_class_Swoole_Server_stop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, listen, listen, arginfo_class_Swoole_Server_listen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, addlistener, listen, arginfo_class_Swoole_Server_addlistener, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, push, push, arginfo_class_Swoole_Server_push, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, disconnect, disconnect, arginfo_class_Swoole_Server_disconnect, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, ping, ping, arginfo_class_Swoole_Server_ping, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, isEstablished, isEstablished, arginfo_class_Swoole_Server_isEstablished, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, exists, exists, arginfo_class_Swoole_Server_exists, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, exist, exists, arginfo_class_Swoole_Server_exist, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, close, close, arginfo_class_Swoole_Server_close, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, send, send, arginfo_class_Swoole_Server_send, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getClientInfo, getClientInfo, arginfo_class_Swoole_Server_getClientInfo, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, connection_info, getClientInfo, arginfo_class_Swoole_Server_connection_info, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getClientList, getClientList, arginfo_class_Swoole_Server_getClientList, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, connection_list, getClientList, arginfo_class_Swoole_Server_connection_list, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, bind, bind, arginfo_class_Swoole_Server_bind, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, heartbeat, heartbeat, arginfo_class_Swoole_Server_heartbeat, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, stats, stats, arginfo_class_Swoole_Server_stats, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getWorkerId, getWorkerId, arginfo_class_Swoole_Server_getWorkerId, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getWorkerPid, getWorkerPid, arginfo_class_Swoole_Server_getWorkerPid, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getWorkerStatus, getWorkerStatus, arginfo_class_Swoole_Server_getWorkerStatus, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getMasterPid, getMasterPid, arginfo_class_Swoole_Server_getMasterPid, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getManagerPid, getManagerPid, arginfo_class_Swoole_Server_getManagerPid, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, getLastError, getLastError, arginfo_class_Swoole_Server_getLastError, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, task, task, arginfo_class_Swoole_Server_task, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, taskwait, task, arginfo_class_Swoole_Server_taskwait, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, finish, finish, arginfo_class_Swoole_Server_finish, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, addProcess, addProcess, arginfo_class_Swoole_Server_addProcess, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, tick, tick, arginfo_class_Swoole_Server_tick, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, after, after, arginfo_class_Swoole_Server_after, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, clearTimer, clearTimer, arginfo_class_Swoole_Server_clearTimer, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, defer, defer, arginfo_class_Swoole_Server_defer, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, pack, pack, arginfo_class_Swoole_Server_pack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Server, unpack, unpack, arginfo_class_Swoole_Server_unpack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Port_methods[] = {
	ZEND_MALIAS(SeatPush_Port, set, set, arginfo_class_Swoole_Port_set, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Port, on, on, arginfo_class_Swoole_Port_on, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Port, getCallback, getCallback, arginfo_class_Swoole_Port_getCallback, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Request_methods[] = {
	ZEND_MALIAS(SeatPush_Request, rawContent, rawContent, arginfo_class_Swoole_Request_rawContent, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Request, getContent, rawContent, arginfo_class_Swoole_Request_getContent, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Request, getData, getData, arginfo_class_Swoole_Request_getData, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Request, getMethod, getMethod, arginfo_class_Swoole_Request_getMethod, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Response_methods[] = {
	ZEND_MALIAS(SeatPush_Response, header, header, arginfo_class_Swoole_Response_header, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, setHeader, header, arginfo_class_Swoole_Response_setHeader, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, trailer, trailer, arginfo_class_Swoole_Response_trailer, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, status, status, arginfo_class_Swoole_Response_status, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, setStatusCode, status, arginfo_class_Swoole_Response_setStatusCode, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, cookie, cookie, arginfo_class_Swoole_Response_cookie, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, setCookie, cookie, arginfo_class_Swoole_Response_setCookie, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, rawcookie, rawcookie, arginfo_class_Swoole_Response_rawcookie, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, write, write, arginfo_class_Swoole_Response_write, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, sendfile, sendfile, arginfo_class_Swoole_Response_sendfile, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, end, end, arginfo_class_Swoole_Response_end, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, redirect, redirect, arginfo_class_Swoole_Response_redirect, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, isWritable, isWritable, arginfo_class_Swoole_Response_isWritable, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, detach, detach, arginfo_class_Swoole_Response_detach, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, create, create, arginfo_class_Swoole_Response_create, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Frame_methods[] = {
	ZEND_MALIAS(SeatPush_Server, pack, pack, arginfo_class_Swoole_Frame_pack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Server, unpack, unpack, arginfo_class_Swoole_Frame_unpack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Timer_methods[] = {
	ZEND_MALIAS(SeatPush_Timer, tick, tick, arginfo_class_Swoole_Timer_tick, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Timer, after, after, arginfo_class_Swoole_Timer_after, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Timer, clear, clear, arginfo_class_Swoole_Timer_clear, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Timer, clearAll, clearAll, arginfo_class_Swoole_Timer_clearAll, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Timer, exists, exists, arginfo_class_Swoole_Timer_exists, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Timer, info, info, arginfo_class_Swoole_Timer_info, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Timer, list, list, arginfo_class_Swoole_Timer_list, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Timer, stats, stats, arginfo_class_Swoole_Timer_stats, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Channel_methods[] = {
	ZEND_MALIAS(SeatPush_Channel, push, push, arginfo_class_Swoole_Channel_push, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Channel, pop, pop, arginfo_class_Swoole_Channel_pop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Channel, isEmpty, isEmpty, arginfo_class_Swoole_Channel_isEmpty, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Channel, isFull, isFull, arginfo_class_Swoole_Channel_isFull, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Channel, close, close, arginfo_class_Swoole_Channel_close, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Channel, stats, stats, arginfo_class_Swoole_Channel_stats, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Channel, length, length, arginfo_class_Swoole_Channel_length, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_WaitGroup_methods[] = {
	ZEND_MALIAS(SeatPush_WaitGroup, add, add, arginfo_class_Swoole_WaitGroup_add, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_WaitGroup, done, done, arginfo_class_Swoole_WaitGroup_done, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_WaitGroup, wait, wait, arginfo_class_Swoole_WaitGroup_wait, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_WaitGroup, count, count, arginfo_class_Swoole_WaitGroup_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Swoole_Coroutine_methods[] = {
	ZEND_MALIAS(SeatPush_Coroutine, create, create, arginfo_class_Swoole_Coroutine_create, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, defer, defer, arginfo_class_Swoole_Coroutine_defer, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, set, set, arginfo_class_Swoole_Coroutine_set, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, exists, exists, arginfo_class_Swoole_Coroutine_exists, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, yield, yield, arginfo_class_Swoole_Coroutine_yield, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, suspend, yield, arginfo_class_Swoole_Coroutine_suspend, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, resume, resume, arginfo_class_Swoole_Coroutine_resume, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, cancel, cancel, arginfo_class_Swoole_Coroutine_cancel, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, isCanceled, isCanceled, arginfo_class_Swoole_Coroutine_isCanceled, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, join, join, arginfo_class_Swoole_Coroutine_join, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, stats, stats, arginfo_class_Swoole_Coroutine_stats, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, getCid, getCid, arginfo_class_Swoole_Coroutine_getCid, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, getuid, getCid, arginfo_class_Swoole_Coroutine_getuid, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, getPcid, getPcid, arginfo_class_Swoole_Coroutine_getPcid, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, getContext, getContext, arginfo_class_Swoole_Coroutine_getContext, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, getElapsed, getElapsed, arginfo_class_Swoole_Coroutine_getElapsed, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, list, list, arginfo_class_Swoole_Coroutine_list, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, listCoroutines, list, arginfo_class_Swoole_Coroutine_listCoroutines, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, sleep, sleep, arginfo_class_Swoole_Coroutine_sleep, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, exec, exec, arginfo_class_Swoole_Coroutine_exec, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};
