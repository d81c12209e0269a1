/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5ffbe0d4c744b31858893905420b07ddc5c1c7a3 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Server___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, host, IS_STRING, 0, "\'0.0.0.0\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, port, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mode, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sock_type, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_set, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, settings, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_on, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, event_name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_getCallback, 0, 1, IS_CALLABLE, 1)
	ZEND_ARG_TYPE_INFO(0, event_name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_start, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_shutdown arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_reload, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, only_reload_taskworker, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_reloadCertificates arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_stop, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, worker_id, IS_LONG, 0, "-1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, waitEvent, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Server_listen, 0, 2, SeatPush\\Port, 0)
	ZEND_ARG_TYPE_INFO(0, host, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, port, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sock_type, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_addlistener arginfo_class_SeatPush_Server_listen

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_push, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, flags, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_subscribe, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, topic, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_unsubscribe, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, topic, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_topics, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_subscribers, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, topic, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_subscriberCount, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, topic, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_publish, 0, 2, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, topic, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, except, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, conflateKey, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, windowMs, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_topicStats, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, topic, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_topic, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, pattern, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, conflateKey, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, windowMs, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, whenFull, IS_STRING, 0, "\'close\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_pushMany, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, fds, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_subscribeRedis, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, pattern, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, callback, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, gap, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, conflateKey, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, windowMs, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_consumeRedis, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, list, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tries, IS_LONG, 0, "3")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, dead, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_disconnect, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, code, IS_LONG, 0, "1000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_sendEvent, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, event, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, id, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_ping, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, data, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_isEstablished, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_exists arginfo_class_SeatPush_Server_isEstablished

#define arginfo_class_SeatPush_Server_exist arginfo_class_SeatPush_Server_isEstablished

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_close, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reset, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_send, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, serverSocket, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_getClientInfo, 0, 1, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reactor_id, IS_LONG, 0, "-1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ignoreError, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_connection_info arginfo_class_SeatPush_Server_getClientInfo

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_getClientList, 0, 0, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, start_fd, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, find_count, IS_LONG, 0, "10")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_connection_list arginfo_class_SeatPush_Server_getClientList

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_bind, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, uid, MAY_BE_LONG|MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_setState, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, state, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_state, 0, 1, MAY_BE_STRING|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_heartbeat, 0, 0, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, close, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_stats, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_workerId, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_generation, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_getWorkerId, 0, 0, MAY_BE_LONG|MAY_BE_FALSE)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_getWorkerPid, 0, 0, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, worker_id, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_getWorkerStatus arginfo_class_SeatPush_Server_getWorkerPid

#define arginfo_class_SeatPush_Server_getMasterPid arginfo_class_SeatPush_Server_generation

#define arginfo_class_SeatPush_Server_getManagerPid arginfo_class_SeatPush_Server_generation

#define arginfo_class_SeatPush_Server_getLastError arginfo_class_SeatPush_Server_generation

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_sleep, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, ms, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_go, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_tick, 0, 2, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, ms, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_after arginfo_class_SeatPush_Server_tick

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_clearTimer, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, timer_id, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_defer, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_task, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, taskWorkerIndex, IS_LONG, 0, "-1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, finishCallback, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_taskwait, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "0.5")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, taskWorkerIndex, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Server_taskWaitMulti, 0, 1, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, tasks, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "0.5")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Server_taskCo arginfo_class_SeatPush_Server_taskWaitMulti

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_finish, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_sendMessage, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, dstWorkerId, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_addProcess, 0, 1, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, process, SeatPush\\Process, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Server_pack, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, flags, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_SeatPush_Server_unpack, 0, 1, SeatPush\\Frame, MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Port___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Port_set arginfo_class_SeatPush_Server_set

#define arginfo_class_SeatPush_Port_on arginfo_class_SeatPush_Server_on

#define arginfo_class_SeatPush_Port_getCallback arginfo_class_SeatPush_Server_getCallback

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Process___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, redirect_stdin_and_stdout, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, pipe_type, IS_LONG, 0, "2")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, enable_coroutine, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Process_name, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, process_name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Process_exit, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, exit_code, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Process_write, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Process_read, 0, 0, MAY_BE_STRING|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, size, IS_LONG, 0, "8192")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Process_start arginfo_class_SeatPush_Server_getWorkerId

#define arginfo_class_SeatPush_Task___construct arginfo_class_SeatPush_Port___construct

#define arginfo_class_SeatPush_Task_finish arginfo_class_SeatPush_Server_finish

#define arginfo_class_SeatPush_ConnectionIterator___construct arginfo_class_SeatPush_Port___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_ConnectionIterator_current, 0, 0, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_ConnectionIterator_key arginfo_class_SeatPush_ConnectionIterator_current

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_ConnectionIterator_next, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_ConnectionIterator_rewind arginfo_class_SeatPush_ConnectionIterator_next

#define arginfo_class_SeatPush_ConnectionIterator_valid arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_ConnectionIterator_count arginfo_class_SeatPush_Server_generation

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_ConnectionIterator_offsetExists, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_ConnectionIterator_offsetGet, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_ConnectionIterator_offsetSet, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_ConnectionIterator_offsetUnset, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Request_rawContent, 0, 0, MAY_BE_STRING|MAY_BE_FALSE)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Request_getContent arginfo_class_SeatPush_Request_rawContent

#define arginfo_class_SeatPush_Request_getData arginfo_class_SeatPush_Request_rawContent

#define arginfo_class_SeatPush_Request_getMethod arginfo_class_SeatPush_Request_rawContent

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Cookie___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, encode, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withName, 0, 1, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withValue, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, value, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withExpires, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, expires, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withPath, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, path, IS_STRING, 0, "\'/\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withDomain, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, domain, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withSecure, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, secure, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withHttpOnly, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, httpOnly, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withSameSite, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sameSite, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withPriority, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, priority, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Cookie_withPartitioned, 0, 0, SeatPush\\Cookie, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, partitioned, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Cookie_toString arginfo_class_SeatPush_Request_rawContent

#define arginfo_class_SeatPush_Cookie_toArray arginfo_class_SeatPush_Server_stats

#define arginfo_class_SeatPush_Cookie_reset arginfo_class_SeatPush_ConnectionIterator_next

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_header, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, value, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, format, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Response_setHeader arginfo_class_SeatPush_Response_header

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_trailer, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_status, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, http_code, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Response_setStatusCode arginfo_class_SeatPush_Response_status

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_cookie, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, name_or_object, SeatPush\\Cookie, MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, value, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, expires, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, path, IS_STRING, 0, "\'/\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, domain, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, secure, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, httponly, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, samesite, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, priority, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, partitioned, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Response_setCookie arginfo_class_SeatPush_Response_cookie

#define arginfo_class_SeatPush_Response_rawcookie arginfo_class_SeatPush_Response_cookie

#define arginfo_class_SeatPush_Response_setRawCookie arginfo_class_SeatPush_Response_cookie

#define arginfo_class_SeatPush_Response_initHeader arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_write, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, content, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_sendfile, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, filename, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, offset, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, length, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_end, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, content, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_redirect, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, location, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, http_code, IS_LONG, 0, "302")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Response_isWritable arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Response_eventStream, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, retryMs, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Response_detach arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_SeatPush_Response_create, 0, 1, SeatPush\\Response, MAY_BE_FALSE)
	ZEND_ARG_TYPE_MASK(0, server, MAY_BE_OBJECT|MAY_BE_ARRAY|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fd, IS_LONG, 0, "-1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Frame___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Frame_pack arginfo_class_SeatPush_Server_pack

#define arginfo_class_SeatPush_Frame_unpack arginfo_class_SeatPush_Server_unpack

#define arginfo_class_SeatPush_Timer___construct arginfo_class_SeatPush_Port___construct

#define arginfo_class_SeatPush_Timer_tick arginfo_class_SeatPush_Server_tick

#define arginfo_class_SeatPush_Timer_after arginfo_class_SeatPush_Server_tick

#define arginfo_class_SeatPush_Timer_clear arginfo_class_SeatPush_Server_clearTimer

#define arginfo_class_SeatPush_Timer_clearAll arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Timer_exists arginfo_class_SeatPush_Server_clearTimer

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Timer_info, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, timer_id, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Timer_list, 0, 0, SeatPush\\TimerIterator, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Timer_stats arginfo_class_SeatPush_Server_stats

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Redis___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, dsn, IS_STRING, 0, "\'redis://127.0.0.1:6379\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "5.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, connectTimeout, IS_DOUBLE, 0, "5.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Redis_command, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Redis_multi, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, commands, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Redis_transaction, 0, 2, IS_ARRAY, 1)
	ZEND_ARG_TYPE_MASK(0, watch, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tries, IS_LONG, 0, "10")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Redis_close arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Redis___call, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, arguments, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Registry___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, server, SeatPush\\Server, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, dsn, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, prefix, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Registry_watch, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Registry_unwatch, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, fd, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, key, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Registry_keys arginfo_class_SeatPush_Server_topics

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Registry_watchers, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Registry_count, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Registry_push, 0, 2, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, except, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, conflateKey, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, windowMs, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Client___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, headers, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, subprotocols, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "10.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cafile, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxLength, IS_LONG, 0, "2097152")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Client_send, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, opcode, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Client_recv, 0, 0, SeatPush\\Frame, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Client_ping, 0, 0, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, data, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Client_close, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, code, IS_LONG, 0, "1000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Client_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Coroutine_create arginfo_class_SeatPush_Server_go

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Coroutine_run, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Coroutine_sleep, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Coroutine_yield arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Coroutine_suspend arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Coroutine_resume, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, cid, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Coroutine_cancel arginfo_class_SeatPush_Coroutine_resume

#define arginfo_class_SeatPush_Coroutine_isCanceled arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Coroutine_getCid arginfo_class_SeatPush_Server_generation

#define arginfo_class_SeatPush_Coroutine_getuid arginfo_class_SeatPush_Server_generation

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_getPcid, 0, 0, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cid, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Coroutine_exists arginfo_class_SeatPush_Coroutine_resume

#define arginfo_class_SeatPush_Coroutine_getElapsed arginfo_class_SeatPush_Coroutine_getPcid

#define arginfo_class_SeatPush_Coroutine_defer arginfo_class_SeatPush_Server_defer

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Coroutine_join, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, cids, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_getBackTrace, 0, 0, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cid, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Coroutine_printBackTrace, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cid, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Coroutine_getContext, 0, 0, ArrayObject, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cid, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Coroutine_list, 0, 0, ArrayIterator, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Coroutine_listCoroutines arginfo_class_SeatPush_Coroutine_list

#define arginfo_class_SeatPush_Coroutine_stats arginfo_class_SeatPush_Server_stats

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Coroutine_set, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, options, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Coroutine_getOptions, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Coroutine_disableScheduler arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Coroutine_enableScheduler arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_readFile, 0, 1, MAY_BE_STRING|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, filename, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, flags, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_writeFile, 0, 2, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, filename, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, content, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, flags, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_exec, 0, 1, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, command, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, get_error_stream, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_gethostbyname, 0, 1, MAY_BE_STRING|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, domain_name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 0, "2")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_dnsLookup, 0, 1, MAY_BE_STRING|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, domain_name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "60.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 0, "2")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Coroutine_getaddrinfo, 0, 1, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, domain, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, family, IS_LONG, 0, "2")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, socktype, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, protocol, IS_LONG, 0, "6")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, service, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Channel___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, capacity, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Channel_push, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Channel_pop, 0, 0, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Channel_isEmpty arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Channel_isFull arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Channel_close arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Channel_stats arginfo_class_SeatPush_Server_stats

#define arginfo_class_SeatPush_Channel_length arginfo_class_SeatPush_Server_generation

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_WaitGroup___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, delta, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_WaitGroup_add, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, delta, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_WaitGroup_done arginfo_class_SeatPush_ConnectionIterator_next

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_WaitGroup_wait, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_WaitGroup_count arginfo_class_SeatPush_Server_generation

#define arginfo_class_SeatPush_Barrier___construct arginfo_class_SeatPush_Port___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_SeatPush_Barrier_make, 0, 0, SeatPush\\Barrier, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Barrier_wait, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_OBJ_INFO(1, barrier, SeatPush\\Barrier, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Table___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, table_size, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, conflict_proportion, IS_DOUBLE, 0, "0.2")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Table_column, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, type, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, size, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Table_create arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Table_destroy arginfo_class_SeatPush_Server_start

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Table_set, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Table_get, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, field, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Table_count arginfo_class_SeatPush_Server_generation

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Table_del, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Table_delete arginfo_class_SeatPush_Table_del

#define arginfo_class_SeatPush_Table_exists arginfo_class_SeatPush_Table_del

#define arginfo_class_SeatPush_Table_exist arginfo_class_SeatPush_Table_del

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Table_incr, 0, 2, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, column, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, incrby, MAY_BE_LONG|MAY_BE_DOUBLE, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Table_decr arginfo_class_SeatPush_Table_incr

#define arginfo_class_SeatPush_Table_getSize arginfo_class_SeatPush_Server_generation

#define arginfo_class_SeatPush_Table_getMemorySize arginfo_class_SeatPush_Server_generation

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_SeatPush_Table_stats, 0, 0, MAY_BE_ARRAY|MAY_BE_FALSE)
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Table_rewind arginfo_class_SeatPush_ConnectionIterator_next

#define arginfo_class_SeatPush_Table_valid arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Table_next arginfo_class_SeatPush_ConnectionIterator_next

#define arginfo_class_SeatPush_Table_current arginfo_class_SeatPush_ConnectionIterator_current

#define arginfo_class_SeatPush_Table_key arginfo_class_SeatPush_ConnectionIterator_current

#define arginfo_class_SeatPush_Table_offsetExists arginfo_class_SeatPush_ConnectionIterator_offsetExists

#define arginfo_class_SeatPush_Table_offsetGet arginfo_class_SeatPush_ConnectionIterator_offsetGet

#define arginfo_class_SeatPush_Table_offsetSet arginfo_class_SeatPush_ConnectionIterator_offsetSet

#define arginfo_class_SeatPush_Table_offsetUnset arginfo_class_SeatPush_ConnectionIterator_offsetUnset

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Atomic___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, value, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Atomic_add, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, add_value, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Atomic_sub, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sub_value, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Atomic_get arginfo_class_SeatPush_Server_generation

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Atomic_set, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Atomic_cmpset, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, cmp_value, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, new_value, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Atomic_wait, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "1.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Atomic_wakeup, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_AtomicLong___construct arginfo_class_SeatPush_Atomic___construct

#define arginfo_class_SeatPush_AtomicLong_add arginfo_class_SeatPush_Atomic_add

#define arginfo_class_SeatPush_AtomicLong_sub arginfo_class_SeatPush_Atomic_sub

#define arginfo_class_SeatPush_AtomicLong_get arginfo_class_SeatPush_Server_generation

#define arginfo_class_SeatPush_AtomicLong_set arginfo_class_SeatPush_Atomic_set

#define arginfo_class_SeatPush_AtomicLong_cmpset arginfo_class_SeatPush_Atomic_cmpset

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SeatPush_Lock___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 0, "SeatPush\\Lock::MUTEX")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filename, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SeatPush_Lock_lock, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, operation, IS_LONG, 0, "LOCK_EX")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "-1.0")
ZEND_END_ARG_INFO()

#define arginfo_class_SeatPush_Lock_lockwait arginfo_class_SeatPush_Atomic_wait

#define arginfo_class_SeatPush_Lock_trylock arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Lock_lock_read arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Lock_trylock_read arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Lock_unlock arginfo_class_SeatPush_Server_start

#define arginfo_class_SeatPush_Lock_destroy arginfo_class_SeatPush_ConnectionIterator_next


ZEND_METHOD(SeatPush_Server, __construct);
ZEND_METHOD(SeatPush_Server, set);
ZEND_METHOD(SeatPush_Server, on);
ZEND_METHOD(SeatPush_Server, getCallback);
ZEND_METHOD(SeatPush_Server, start);
ZEND_METHOD(SeatPush_Server, shutdown);
ZEND_METHOD(SeatPush_Server, reload);
ZEND_METHOD(SeatPush_Server, reloadCertificates);
ZEND_METHOD(SeatPush_Server, stop);
ZEND_METHOD(SeatPush_Server, listen);
ZEND_METHOD(SeatPush_Server, push);
ZEND_METHOD(SeatPush_Server, subscribe);
ZEND_METHOD(SeatPush_Server, unsubscribe);
ZEND_METHOD(SeatPush_Server, topics);
ZEND_METHOD(SeatPush_Server, subscribers);
ZEND_METHOD(SeatPush_Server, subscriberCount);
ZEND_METHOD(SeatPush_Server, publish);
ZEND_METHOD(SeatPush_Server, topicStats);
ZEND_METHOD(SeatPush_Server, topic);
ZEND_METHOD(SeatPush_Server, pushMany);
ZEND_METHOD(SeatPush_Server, subscribeRedis);
ZEND_METHOD(SeatPush_Server, consumeRedis);
ZEND_METHOD(SeatPush_Server, disconnect);
ZEND_METHOD(SeatPush_Server, sendEvent);
ZEND_METHOD(SeatPush_Server, ping);
ZEND_METHOD(SeatPush_Server, isEstablished);
ZEND_METHOD(SeatPush_Server, exists);
ZEND_METHOD(SeatPush_Server, close);
ZEND_METHOD(SeatPush_Server, send);
ZEND_METHOD(SeatPush_Server, getClientInfo);
ZEND_METHOD(SeatPush_Server, getClientList);
ZEND_METHOD(SeatPush_Server, bind);
ZEND_METHOD(SeatPush_Server, setState);
ZEND_METHOD(SeatPush_Server, state);
ZEND_METHOD(SeatPush_Server, heartbeat);
ZEND_METHOD(SeatPush_Server, stats);
ZEND_METHOD(SeatPush_Server, workerId);
ZEND_METHOD(SeatPush_Server, generation);
ZEND_METHOD(SeatPush_Server, getWorkerId);
ZEND_METHOD(SeatPush_Server, getWorkerPid);
ZEND_METHOD(SeatPush_Server, getWorkerStatus);
ZEND_METHOD(SeatPush_Server, getMasterPid);
ZEND_METHOD(SeatPush_Server, getManagerPid);
ZEND_METHOD(SeatPush_Server, getLastError);
ZEND_METHOD(SeatPush_Server, sleep);
ZEND_METHOD(SeatPush_Server, go);
ZEND_METHOD(SeatPush_Server, tick);
ZEND_METHOD(SeatPush_Server, after);
ZEND_METHOD(SeatPush_Server, clearTimer);
ZEND_METHOD(SeatPush_Server, defer);
ZEND_METHOD(SeatPush_Server, task);
ZEND_METHOD(SeatPush_Server, taskwait);
ZEND_METHOD(SeatPush_Server, taskWaitMulti);
ZEND_METHOD(SeatPush_Server, taskCo);
ZEND_METHOD(SeatPush_Server, finish);
ZEND_METHOD(SeatPush_Server, sendMessage);
ZEND_METHOD(SeatPush_Server, addProcess);
ZEND_METHOD(SeatPush_Server, pack);
ZEND_METHOD(SeatPush_Server, unpack);
ZEND_METHOD(SeatPush_Port, __construct);
ZEND_METHOD(SeatPush_Port, set);
ZEND_METHOD(SeatPush_Port, on);
ZEND_METHOD(SeatPush_Port, getCallback);
ZEND_METHOD(SeatPush_Process, __construct);
ZEND_METHOD(SeatPush_Process, name);
ZEND_METHOD(SeatPush_Process, exit);
ZEND_METHOD(SeatPush_Process, write);
ZEND_METHOD(SeatPush_Process, read);
ZEND_METHOD(SeatPush_Process, start);
ZEND_METHOD(SeatPush_Task, __construct);
ZEND_METHOD(SeatPush_Task, finish);
ZEND_METHOD(SeatPush_ConnectionIterator, __construct);
ZEND_METHOD(SeatPush_ConnectionIterator, current);
ZEND_METHOD(SeatPush_ConnectionIterator, key);
ZEND_METHOD(SeatPush_ConnectionIterator, next);
ZEND_METHOD(SeatPush_ConnectionIterator, rewind);
ZEND_METHOD(SeatPush_ConnectionIterator, valid);
ZEND_METHOD(SeatPush_ConnectionIterator, count);
ZEND_METHOD(SeatPush_ConnectionIterator, offsetExists);
ZEND_METHOD(SeatPush_ConnectionIterator, offsetGet);
ZEND_METHOD(SeatPush_ConnectionIterator, offsetSet);
ZEND_METHOD(SeatPush_ConnectionIterator, offsetUnset);
ZEND_METHOD(SeatPush_Request, rawContent);
ZEND_METHOD(SeatPush_Request, getData);
ZEND_METHOD(SeatPush_Request, getMethod);
ZEND_METHOD(SeatPush_Cookie, __construct);
ZEND_METHOD(SeatPush_Cookie, withName);
ZEND_METHOD(SeatPush_Cookie, withValue);
ZEND_METHOD(SeatPush_Cookie, withExpires);
ZEND_METHOD(SeatPush_Cookie, withPath);
ZEND_METHOD(SeatPush_Cookie, withDomain);
ZEND_METHOD(SeatPush_Cookie, withSecure);
ZEND_METHOD(SeatPush_Cookie, withHttpOnly);
ZEND_METHOD(SeatPush_Cookie, withSameSite);
ZEND_METHOD(SeatPush_Cookie, withPriority);
ZEND_METHOD(SeatPush_Cookie, withPartitioned);
ZEND_METHOD(SeatPush_Cookie, toString);
ZEND_METHOD(SeatPush_Cookie, toArray);
ZEND_METHOD(SeatPush_Cookie, reset);
ZEND_METHOD(SeatPush_Response, header);
ZEND_METHOD(SeatPush_Response, trailer);
ZEND_METHOD(SeatPush_Response, status);
ZEND_METHOD(SeatPush_Response, cookie);
ZEND_METHOD(SeatPush_Response, rawcookie);
ZEND_METHOD(SeatPush_Response, initHeader);
ZEND_METHOD(SeatPush_Response, write);
ZEND_METHOD(SeatPush_Response, sendfile);
ZEND_METHOD(SeatPush_Response, end);
ZEND_METHOD(SeatPush_Response, redirect);
ZEND_METHOD(SeatPush_Response, isWritable);
ZEND_METHOD(SeatPush_Response, eventStream);
ZEND_METHOD(SeatPush_Response, detach);
ZEND_METHOD(SeatPush_Response, create);
ZEND_METHOD(SeatPush_Frame, __toString);
ZEND_METHOD(SeatPush_Timer, __construct);
ZEND_METHOD(SeatPush_Timer, tick);
ZEND_METHOD(SeatPush_Timer, after);
ZEND_METHOD(SeatPush_Timer, clear);
ZEND_METHOD(SeatPush_Timer, clearAll);
ZEND_METHOD(SeatPush_Timer, exists);
ZEND_METHOD(SeatPush_Timer, info);
ZEND_METHOD(SeatPush_Timer, list);
ZEND_METHOD(SeatPush_Timer, stats);
ZEND_METHOD(SeatPush_Redis, __construct);
ZEND_METHOD(SeatPush_Redis, command);
ZEND_METHOD(SeatPush_Redis, multi);
ZEND_METHOD(SeatPush_Redis, transaction);
ZEND_METHOD(SeatPush_Redis, close);
ZEND_METHOD(SeatPush_Redis, __call);
ZEND_METHOD(SeatPush_Registry, __construct);
ZEND_METHOD(SeatPush_Registry, watch);
ZEND_METHOD(SeatPush_Registry, unwatch);
ZEND_METHOD(SeatPush_Registry, keys);
ZEND_METHOD(SeatPush_Registry, watchers);
ZEND_METHOD(SeatPush_Registry, count);
ZEND_METHOD(SeatPush_Registry, push);
ZEND_METHOD(SeatPush_Client, __construct);
ZEND_METHOD(SeatPush_Client, send);
ZEND_METHOD(SeatPush_Client, recv);
ZEND_METHOD(SeatPush_Client, ping);
ZEND_METHOD(SeatPush_Client, close);
ZEND_METHOD(SeatPush_Client, getIterator);
ZEND_METHOD(SeatPush_Coroutine, create);
ZEND_METHOD(SeatPush_Coroutine, run);
ZEND_METHOD(SeatPush_Coroutine, sleep);
ZEND_METHOD(SeatPush_Coroutine, yield);
ZEND_METHOD(SeatPush_Coroutine, resume);
ZEND_METHOD(SeatPush_Coroutine, cancel);
ZEND_METHOD(SeatPush_Coroutine, isCanceled);
ZEND_METHOD(SeatPush_Coroutine, getCid);
ZEND_METHOD(SeatPush_Coroutine, getPcid);
ZEND_METHOD(SeatPush_Coroutine, exists);
ZEND_METHOD(SeatPush_Coroutine, getElapsed);
ZEND_METHOD(SeatPush_Coroutine, defer);
ZEND_METHOD(SeatPush_Coroutine, join);
ZEND_METHOD(SeatPush_Coroutine, getBackTrace);
ZEND_METHOD(SeatPush_Coroutine, printBackTrace);
ZEND_METHOD(SeatPush_Coroutine, getContext);
ZEND_METHOD(SeatPush_Coroutine, list);
ZEND_METHOD(SeatPush_Coroutine, stats);
ZEND_METHOD(SeatPush_Coroutine, set);
ZEND_METHOD(SeatPush_Coroutine, getOptions);
ZEND_METHOD(SeatPush_Coroutine, disableScheduler);
ZEND_METHOD(SeatPush_Coroutine, enableScheduler);
ZEND_METHOD(SeatPush_Coroutine, readFile);
ZEND_METHOD(SeatPush_Coroutine, writeFile);
ZEND_METHOD(SeatPush_Coroutine, exec);
ZEND_METHOD(SeatPush_Coroutine, gethostbyname);
ZEND_METHOD(SeatPush_Coroutine, dnsLookup);
ZEND_METHOD(SeatPush_Coroutine, getaddrinfo);
ZEND_METHOD(SeatPush_Channel, __construct);
ZEND_METHOD(SeatPush_Channel, push);
ZEND_METHOD(SeatPush_Channel, pop);
ZEND_METHOD(SeatPush_Channel, isEmpty);
ZEND_METHOD(SeatPush_Channel, isFull);
ZEND_METHOD(SeatPush_Channel, close);
ZEND_METHOD(SeatPush_Channel, stats);
ZEND_METHOD(SeatPush_Channel, length);
ZEND_METHOD(SeatPush_WaitGroup, __construct);
ZEND_METHOD(SeatPush_WaitGroup, add);
ZEND_METHOD(SeatPush_WaitGroup, done);
ZEND_METHOD(SeatPush_WaitGroup, wait);
ZEND_METHOD(SeatPush_WaitGroup, count);
ZEND_METHOD(SeatPush_Barrier, __construct);
ZEND_METHOD(SeatPush_Barrier, make);
ZEND_METHOD(SeatPush_Barrier, wait);
ZEND_METHOD(SeatPush_Table, __construct);
ZEND_METHOD(SeatPush_Table, column);
ZEND_METHOD(SeatPush_Table, create);
ZEND_METHOD(SeatPush_Table, destroy);
ZEND_METHOD(SeatPush_Table, set);
ZEND_METHOD(SeatPush_Table, get);
ZEND_METHOD(SeatPush_Table, count);
ZEND_METHOD(SeatPush_Table, del);
ZEND_METHOD(SeatPush_Table, exists);
ZEND_METHOD(SeatPush_Table, incr);
ZEND_METHOD(SeatPush_Table, decr);
ZEND_METHOD(SeatPush_Table, getSize);
ZEND_METHOD(SeatPush_Table, getMemorySize);
ZEND_METHOD(SeatPush_Table, stats);
ZEND_METHOD(SeatPush_Table, rewind);
ZEND_METHOD(SeatPush_Table, valid);
ZEND_METHOD(SeatPush_Table, next);
ZEND_METHOD(SeatPush_Table, current);
ZEND_METHOD(SeatPush_Table, key);
ZEND_METHOD(SeatPush_Table, offsetGet);
ZEND_METHOD(SeatPush_Table, offsetSet);
ZEND_METHOD(SeatPush_Table, offsetUnset);
ZEND_METHOD(SeatPush_Atomic, __construct);
ZEND_METHOD(SeatPush_Atomic, add);
ZEND_METHOD(SeatPush_Atomic, sub);
ZEND_METHOD(SeatPush_Atomic, get);
ZEND_METHOD(SeatPush_Atomic, set);
ZEND_METHOD(SeatPush_Atomic, cmpset);
ZEND_METHOD(SeatPush_Atomic, wait);
ZEND_METHOD(SeatPush_Atomic, wakeup);
ZEND_METHOD(SeatPush_AtomicLong, __construct);
ZEND_METHOD(SeatPush_AtomicLong, add);
ZEND_METHOD(SeatPush_AtomicLong, sub);
ZEND_METHOD(SeatPush_AtomicLong, get);
ZEND_METHOD(SeatPush_AtomicLong, set);
ZEND_METHOD(SeatPush_AtomicLong, cmpset);
ZEND_METHOD(SeatPush_Lock, __construct);
ZEND_METHOD(SeatPush_Lock, lock);
ZEND_METHOD(SeatPush_Lock, lockwait);
ZEND_METHOD(SeatPush_Lock, trylock);
ZEND_METHOD(SeatPush_Lock, lock_read);
ZEND_METHOD(SeatPush_Lock, trylock_read);
ZEND_METHOD(SeatPush_Lock, unlock);
ZEND_METHOD(SeatPush_Lock, destroy);


static const zend_function_entry class_SeatPush_Exception_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_StoppedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Server_methods[] = {
	ZEND_ME(SeatPush_Server, __construct, arginfo_class_SeatPush_Server___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, set, arginfo_class_SeatPush_Server_set, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, on, arginfo_class_SeatPush_Server_on, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getCallback, arginfo_class_SeatPush_Server_getCallback, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, start, arginfo_class_SeatPush_Server_start, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, shutdown, arginfo_class_SeatPush_Server_shutdown, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, reload, arginfo_class_SeatPush_Server_reload, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, reloadCertificates, arginfo_class_SeatPush_Server_reloadCertificates, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, stop, arginfo_class_SeatPush_Server_stop, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, listen, arginfo_class_SeatPush_Server_listen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, addlistener, listen, arginfo_class_SeatPush_Server_addlistener, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, push, arginfo_class_SeatPush_Server_push, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, subscribe, arginfo_class_SeatPush_Server_subscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, unsubscribe, arginfo_class_SeatPush_Server_unsubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, topics, arginfo_class_SeatPush_Server_topics, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, subscribers, arginfo_class_SeatPush_Server_subscribers, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, subscriberCount, arginfo_class_SeatPush_Server_subscriberCount, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, publish, arginfo_class_SeatPush_Server_publish, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, topicStats, arginfo_class_SeatPush_Server_topicStats, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, topic, arginfo_class_SeatPush_Server_topic, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, pushMany, arginfo_class_SeatPush_Server_pushMany, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, subscribeRedis, arginfo_class_SeatPush_Server_subscribeRedis, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, consumeRedis, arginfo_class_SeatPush_Server_consumeRedis, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, disconnect, arginfo_class_SeatPush_Server_disconnect, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, sendEvent, arginfo_class_SeatPush_Server_sendEvent, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, ping, arginfo_class_SeatPush_Server_ping, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, isEstablished, arginfo_class_SeatPush_Server_isEstablished, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, exists, arginfo_class_SeatPush_Server_exists, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, exist, exists, arginfo_class_SeatPush_Server_exist, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, close, arginfo_class_SeatPush_Server_close, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, send, arginfo_class_SeatPush_Server_send, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getClientInfo, arginfo_class_SeatPush_Server_getClientInfo, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, connection_info, getClientInfo, arginfo_class_SeatPush_Server_connection_info, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getClientList, arginfo_class_SeatPush_Server_getClientList, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, connection_list, getClientList, arginfo_class_SeatPush_Server_connection_list, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, bind, arginfo_class_SeatPush_Server_bind, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, setState, arginfo_class_SeatPush_Server_setState, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, state, arginfo_class_SeatPush_Server_state, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, heartbeat, arginfo_class_SeatPush_Server_heartbeat, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, stats, arginfo_class_SeatPush_Server_stats, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, workerId, arginfo_class_SeatPush_Server_workerId, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Server, generation, arginfo_class_SeatPush_Server_generation, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Server, getWorkerId, arginfo_class_SeatPush_Server_getWorkerId, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getWorkerPid, arginfo_class_SeatPush_Server_getWorkerPid, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getWorkerStatus, arginfo_class_SeatPush_Server_getWorkerStatus, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getMasterPid, arginfo_class_SeatPush_Server_getMasterPid, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getManagerPid, arginfo_class_SeatPush_Server_getManagerPid, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, getLastError, arginfo_class_SeatPush_Server_getLastError, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, sleep, arginfo_class_SeatPush_Server_sleep, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, go, arginfo_class_SeatPush_Server_go, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, tick, arginfo_class_SeatPush_Server_tick, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, after, arginfo_class_SeatPush_Server_after, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, clearTimer, arginfo_class_SeatPush_Server_clearTimer, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, defer, arginfo_class_SeatPush_Server_defer, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, task, arginfo_class_SeatPush_Server_task, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, taskwait, arginfo_class_SeatPush_Server_taskwait, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, taskWaitMulti, arginfo_class_SeatPush_Server_taskWaitMulti, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, taskCo, arginfo_class_SeatPush_Server_taskCo, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, finish, arginfo_class_SeatPush_Server_finish, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, sendMessage, arginfo_class_SeatPush_Server_sendMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, addProcess, arginfo_class_SeatPush_Server_addProcess, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Server, pack, arginfo_class_SeatPush_Server_pack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Server, unpack, arginfo_class_SeatPush_Server_unpack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Port_methods[] = {
	ZEND_ME(SeatPush_Port, __construct, arginfo_class_SeatPush_Port___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(SeatPush_Port, set, arginfo_class_SeatPush_Port_set, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Port, on, arginfo_class_SeatPush_Port_on, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Port, getCallback, arginfo_class_SeatPush_Port_getCallback, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Process_methods[] = {
	ZEND_ME(SeatPush_Process, __construct, arginfo_class_SeatPush_Process___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Process, name, arginfo_class_SeatPush_Process_name, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Process, exit, arginfo_class_SeatPush_Process_exit, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Process, write, arginfo_class_SeatPush_Process_write, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Process, read, arginfo_class_SeatPush_Process_read, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Process, start, arginfo_class_SeatPush_Process_start, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Task_methods[] = {
	ZEND_ME(SeatPush_Task, __construct, arginfo_class_SeatPush_Task___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(SeatPush_Task, finish, arginfo_class_SeatPush_Task_finish, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_ConnectionIterator_methods[] = {
	ZEND_ME(SeatPush_ConnectionIterator, __construct, arginfo_class_SeatPush_ConnectionIterator___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(SeatPush_ConnectionIterator, current, arginfo_class_SeatPush_ConnectionIterator_current, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, key, arginfo_class_SeatPush_ConnectionIterator_key, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, next, arginfo_class_SeatPush_ConnectionIterator_next, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, rewind, arginfo_class_SeatPush_ConnectionIterator_rewind, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, valid, arginfo_class_SeatPush_ConnectionIterator_valid, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, count, arginfo_class_SeatPush_ConnectionIterator_count, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, offsetExists, arginfo_class_SeatPush_ConnectionIterator_offsetExists, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, offsetGet, arginfo_class_SeatPush_ConnectionIterator_offsetGet, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, offsetSet, arginfo_class_SeatPush_ConnectionIterator_offsetSet, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_ConnectionIterator, offsetUnset, arginfo_class_SeatPush_ConnectionIterator_offsetUnset, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Request_methods[] = {
	ZEND_ME(SeatPush_Request, rawContent, arginfo_class_SeatPush_Request_rawContent, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Request, getContent, rawContent, arginfo_class_SeatPush_Request_getContent, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Request, getData, arginfo_class_SeatPush_Request_getData, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Request, getMethod, arginfo_class_SeatPush_Request_getMethod, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Cookie_methods[] = {
	ZEND_ME(SeatPush_Cookie, __construct, arginfo_class_SeatPush_Cookie___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withName, arginfo_class_SeatPush_Cookie_withName, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withValue, arginfo_class_SeatPush_Cookie_withValue, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withExpires, arginfo_class_SeatPush_Cookie_withExpires, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withPath, arginfo_class_SeatPush_Cookie_withPath, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withDomain, arginfo_class_SeatPush_Cookie_withDomain, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withSecure, arginfo_class_SeatPush_Cookie_withSecure, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withHttpOnly, arginfo_class_SeatPush_Cookie_withHttpOnly, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withSameSite, arginfo_class_SeatPush_Cookie_withSameSite, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withPriority, arginfo_class_SeatPush_Cookie_withPriority, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, withPartitioned, arginfo_class_SeatPush_Cookie_withPartitioned, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, toString, arginfo_class_SeatPush_Cookie_toString, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, toArray, arginfo_class_SeatPush_Cookie_toArray, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Cookie, reset, arginfo_class_SeatPush_Cookie_reset, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Response_methods[] = {
	ZEND_ME(SeatPush_Response, header, arginfo_class_SeatPush_Response_header, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, setHeader, header, arginfo_class_SeatPush_Response_setHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, trailer, arginfo_class_SeatPush_Response_trailer, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, status, arginfo_class_SeatPush_Response_status, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, setStatusCode, status, arginfo_class_SeatPush_Response_setStatusCode, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, cookie, arginfo_class_SeatPush_Response_cookie, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, setCookie, cookie, arginfo_class_SeatPush_Response_setCookie, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, rawcookie, arginfo_class_SeatPush_Response_rawcookie, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Response, setRawCookie, rawcookie, arginfo_class_SeatPush_Response_setRawCookie, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, initHeader, arginfo_class_SeatPush_Response_initHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, write, arginfo_class_SeatPush_Response_write, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, sendfile, arginfo_class_SeatPush_Response_sendfile, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, end, arginfo_class_SeatPush_Response_end, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, redirect, arginfo_class_SeatPush_Response_redirect, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, isWritable, arginfo_class_SeatPush_Response_isWritable, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, eventStream, arginfo_class_SeatPush_Response_eventStream, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, detach, arginfo_class_SeatPush_Response_detach, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Response, create, arginfo_class_SeatPush_Response_create, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Frame_methods[] = {
	ZEND_ME(SeatPush_Frame, __toString, arginfo_class_SeatPush_Frame___toString, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Server, pack, pack, arginfo_class_SeatPush_Frame_pack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Server, unpack, unpack, arginfo_class_SeatPush_Frame_unpack, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_CloseFrame_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_TimerIterator_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Timer_methods[] = {
	ZEND_ME(SeatPush_Timer, __construct, arginfo_class_SeatPush_Timer___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(SeatPush_Timer, tick, arginfo_class_SeatPush_Timer_tick, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Timer, after, arginfo_class_SeatPush_Timer_after, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Timer, clear, arginfo_class_SeatPush_Timer_clear, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Timer, clearAll, arginfo_class_SeatPush_Timer_clearAll, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Timer, exists, arginfo_class_SeatPush_Timer_exists, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Timer, info, arginfo_class_SeatPush_Timer_info, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Timer, list, arginfo_class_SeatPush_Timer_list, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Timer, stats, arginfo_class_SeatPush_Timer_stats, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_RedisException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Redis_methods[] = {
	ZEND_ME(SeatPush_Redis, __construct, arginfo_class_SeatPush_Redis___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Redis, command, arginfo_class_SeatPush_Redis_command, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Redis, multi, arginfo_class_SeatPush_Redis_multi, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Redis, transaction, arginfo_class_SeatPush_Redis_transaction, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Redis, close, arginfo_class_SeatPush_Redis_close, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Redis, __call, arginfo_class_SeatPush_Redis___call, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Registry_methods[] = {
	ZEND_ME(SeatPush_Registry, __construct, arginfo_class_SeatPush_Registry___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Registry, watch, arginfo_class_SeatPush_Registry_watch, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Registry, unwatch, arginfo_class_SeatPush_Registry_unwatch, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Registry, keys, arginfo_class_SeatPush_Registry_keys, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Registry, watchers, arginfo_class_SeatPush_Registry_watchers, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Registry, count, arginfo_class_SeatPush_Registry_count, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Registry, push, arginfo_class_SeatPush_Registry_push, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_ClientException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Client_methods[] = {
	ZEND_ME(SeatPush_Client, __construct, arginfo_class_SeatPush_Client___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Client, send, arginfo_class_SeatPush_Client_send, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Client, recv, arginfo_class_SeatPush_Client_recv, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Client, ping, arginfo_class_SeatPush_Client_ping, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Client, close, arginfo_class_SeatPush_Client_close, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Client, getIterator, arginfo_class_SeatPush_Client_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Coroutine_methods[] = {
	ZEND_ME(SeatPush_Coroutine, create, arginfo_class_SeatPush_Coroutine_create, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, run, arginfo_class_SeatPush_Coroutine_run, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, sleep, arginfo_class_SeatPush_Coroutine_sleep, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, yield, arginfo_class_SeatPush_Coroutine_yield, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, suspend, yield, arginfo_class_SeatPush_Coroutine_suspend, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, resume, arginfo_class_SeatPush_Coroutine_resume, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, cancel, arginfo_class_SeatPush_Coroutine_cancel, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, isCanceled, arginfo_class_SeatPush_Coroutine_isCanceled, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, getCid, arginfo_class_SeatPush_Coroutine_getCid, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, getuid, getCid, arginfo_class_SeatPush_Coroutine_getuid, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, getPcid, arginfo_class_SeatPush_Coroutine_getPcid, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, exists, arginfo_class_SeatPush_Coroutine_exists, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, getElapsed, arginfo_class_SeatPush_Coroutine_getElapsed, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, defer, arginfo_class_SeatPush_Coroutine_defer, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, join, arginfo_class_SeatPush_Coroutine_join, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, getBackTrace, arginfo_class_SeatPush_Coroutine_getBackTrace, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, printBackTrace, arginfo_class_SeatPush_Coroutine_printBackTrace, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, getContext, arginfo_class_SeatPush_Coroutine_getContext, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, list, arginfo_class_SeatPush_Coroutine_list, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(SeatPush_Coroutine, listCoroutines, list, arginfo_class_SeatPush_Coroutine_listCoroutines, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, stats, arginfo_class_SeatPush_Coroutine_stats, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, set, arginfo_class_SeatPush_Coroutine_set, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, getOptions, arginfo_class_SeatPush_Coroutine_getOptions, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, disableScheduler, arginfo_class_SeatPush_Coroutine_disableScheduler, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, enableScheduler, arginfo_class_SeatPush_Coroutine_enableScheduler, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, readFile, arginfo_class_SeatPush_Coroutine_readFile, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, writeFile, arginfo_class_SeatPush_Coroutine_writeFile, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, exec, arginfo_class_SeatPush_Coroutine_exec, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, gethostbyname, arginfo_class_SeatPush_Coroutine_gethostbyname, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, dnsLookup, arginfo_class_SeatPush_Coroutine_dnsLookup, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Coroutine, getaddrinfo, arginfo_class_SeatPush_Coroutine_getaddrinfo, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Channel_methods[] = {
	ZEND_ME(SeatPush_Channel, __construct, arginfo_class_SeatPush_Channel___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Channel, push, arginfo_class_SeatPush_Channel_push, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Channel, pop, arginfo_class_SeatPush_Channel_pop, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Channel, isEmpty, arginfo_class_SeatPush_Channel_isEmpty, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Channel, isFull, arginfo_class_SeatPush_Channel_isFull, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Channel, close, arginfo_class_SeatPush_Channel_close, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Channel, stats, arginfo_class_SeatPush_Channel_stats, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Channel, length, arginfo_class_SeatPush_Channel_length, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_WaitGroup_methods[] = {
	ZEND_ME(SeatPush_WaitGroup, __construct, arginfo_class_SeatPush_WaitGroup___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_WaitGroup, add, arginfo_class_SeatPush_WaitGroup_add, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_WaitGroup, done, arginfo_class_SeatPush_WaitGroup_done, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_WaitGroup, wait, arginfo_class_SeatPush_WaitGroup_wait, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_WaitGroup, count, arginfo_class_SeatPush_WaitGroup_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Barrier_methods[] = {
	ZEND_ME(SeatPush_Barrier, __construct, arginfo_class_SeatPush_Barrier___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(SeatPush_Barrier, make, arginfo_class_SeatPush_Barrier_make, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(SeatPush_Barrier, wait, arginfo_class_SeatPush_Barrier_wait, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Table_methods[] = {
	ZEND_ME(SeatPush_Table, __construct, arginfo_class_SeatPush_Table___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, column, arginfo_class_SeatPush_Table_column, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, create, arginfo_class_SeatPush_Table_create, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, destroy, arginfo_class_SeatPush_Table_destroy, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, set, arginfo_class_SeatPush_Table_set, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, get, arginfo_class_SeatPush_Table_get, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, count, arginfo_class_SeatPush_Table_count, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, del, arginfo_class_SeatPush_Table_del, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Table, delete, del, arginfo_class_SeatPush_Table_delete, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, exists, arginfo_class_SeatPush_Table_exists, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Table, exist, exists, arginfo_class_SeatPush_Table_exist, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, incr, arginfo_class_SeatPush_Table_incr, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, decr, arginfo_class_SeatPush_Table_decr, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, getSize, arginfo_class_SeatPush_Table_getSize, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, getMemorySize, arginfo_class_SeatPush_Table_getMemorySize, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, stats, arginfo_class_SeatPush_Table_stats, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, rewind, arginfo_class_SeatPush_Table_rewind, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, valid, arginfo_class_SeatPush_Table_valid, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, next, arginfo_class_SeatPush_Table_next, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, current, arginfo_class_SeatPush_Table_current, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, key, arginfo_class_SeatPush_Table_key, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SeatPush_Table, offsetExists, exists, arginfo_class_SeatPush_Table_offsetExists, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, offsetGet, arginfo_class_SeatPush_Table_offsetGet, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, offsetSet, arginfo_class_SeatPush_Table_offsetSet, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Table, offsetUnset, arginfo_class_SeatPush_Table_offsetUnset, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Atomic_methods[] = {
	ZEND_ME(SeatPush_Atomic, __construct, arginfo_class_SeatPush_Atomic___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Atomic, add, arginfo_class_SeatPush_Atomic_add, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Atomic, sub, arginfo_class_SeatPush_Atomic_sub, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Atomic, get, arginfo_class_SeatPush_Atomic_get, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Atomic, set, arginfo_class_SeatPush_Atomic_set, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Atomic, cmpset, arginfo_class_SeatPush_Atomic_cmpset, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Atomic, wait, arginfo_class_SeatPush_Atomic_wait, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Atomic, wakeup, arginfo_class_SeatPush_Atomic_wakeup, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_AtomicLong_methods[] = {
	ZEND_ME(SeatPush_AtomicLong, __construct, arginfo_class_SeatPush_AtomicLong___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_AtomicLong, add, arginfo_class_SeatPush_AtomicLong_add, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_AtomicLong, sub, arginfo_class_SeatPush_AtomicLong_sub, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_AtomicLong, get, arginfo_class_SeatPush_AtomicLong_get, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_AtomicLong, set, arginfo_class_SeatPush_AtomicLong_set, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_AtomicLong, cmpset, arginfo_class_SeatPush_AtomicLong_cmpset, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SeatPush_Lock_methods[] = {
	ZEND_ME(SeatPush_Lock, __construct, arginfo_class_SeatPush_Lock___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Lock, lock, arginfo_class_SeatPush_Lock_lock, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Lock, lockwait, arginfo_class_SeatPush_Lock_lockwait, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Lock, trylock, arginfo_class_SeatPush_Lock_trylock, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Lock, lock_read, arginfo_class_SeatPush_Lock_lock_read, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Lock, trylock_read, arginfo_class_SeatPush_Lock_trylock_read, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Lock, unlock, arginfo_class_SeatPush_Lock_unlock, ZEND_ACC_PUBLIC)
	ZEND_ME(SeatPush_Lock, destroy, arginfo_class_SeatPush_Lock_destroy, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static void register_seatpush_symbols(int module_number)
{
	REGISTER_STRING_CONSTANT("SeatPush\\VERSION", PHP_SEATPUSH_VERSION, CONST_PERSISTENT);
}

static zend_class_entry *register_class_SeatPush_Exception(zend_class_entry *class_entry_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Exception", class_SeatPush_Exception_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Exception);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_StoppedException(zend_class_entry *class_entry_SeatPush_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "StoppedException", class_SeatPush_StoppedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_SeatPush_Exception);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Server(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Server", class_SeatPush_Server_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;

	zval const_SOCK_TCP_value;
	ZVAL_LONG(&const_SOCK_TCP_value, SP_SOCK_TCP);
	zend_string *const_SOCK_TCP_name = zend_string_init_interned("SOCK_TCP", sizeof("SOCK_TCP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SOCK_TCP_name, &const_SOCK_TCP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SOCK_TCP_name);

	zval const_SOCK_TCP6_value;
	ZVAL_LONG(&const_SOCK_TCP6_value, SP_SOCK_TCP6);
	zend_string *const_SOCK_TCP6_name = zend_string_init_interned("SOCK_TCP6", sizeof("SOCK_TCP6") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SOCK_TCP6_name, &const_SOCK_TCP6_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SOCK_TCP6_name);

	zval const_SOCK_UNIX_value;
	ZVAL_LONG(&const_SOCK_UNIX_value, SP_SOCK_UNIX);
	zend_string *const_SOCK_UNIX_name = zend_string_init_interned("SOCK_UNIX", sizeof("SOCK_UNIX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SOCK_UNIX_name, &const_SOCK_UNIX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SOCK_UNIX_name);

	zval const_SSL_value;
	ZVAL_LONG(&const_SSL_value, SP_SOCK_SSL);
	zend_string *const_SSL_name = zend_string_init_interned("SSL", sizeof("SSL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSL_name, &const_SSL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSL_name);

	zval const_FLAG_FIN_value;
	ZVAL_LONG(&const_FLAG_FIN_value, 1);
	zend_string *const_FLAG_FIN_name = zend_string_init_interned("FLAG_FIN", sizeof("FLAG_FIN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FLAG_FIN_name, &const_FLAG_FIN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FLAG_FIN_name);

	zval const_FLAG_COMPRESS_value;
	ZVAL_LONG(&const_FLAG_COMPRESS_value, 2);
	zend_string *const_FLAG_COMPRESS_name = zend_string_init_interned("FLAG_COMPRESS", sizeof("FLAG_COMPRESS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FLAG_COMPRESS_name, &const_FLAG_COMPRESS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FLAG_COMPRESS_name);

	zval const_WORKER_BUSY_value;
	ZVAL_LONG(&const_WORKER_BUSY_value, 1);
	zend_string *const_WORKER_BUSY_name = zend_string_init_interned("WORKER_BUSY", sizeof("WORKER_BUSY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_WORKER_BUSY_name, &const_WORKER_BUSY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_WORKER_BUSY_name);

	zval const_WORKER_IDLE_value;
	ZVAL_LONG(&const_WORKER_IDLE_value, 2);
	zend_string *const_WORKER_IDLE_name = zend_string_init_interned("WORKER_IDLE", sizeof("WORKER_IDLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_WORKER_IDLE_name, &const_WORKER_IDLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_WORKER_IDLE_name);

	zval const_ERROR_TIMED_OUT_value;
	ZVAL_LONG(&const_ERROR_TIMED_OUT_value, 110);
	zend_string *const_ERROR_TIMED_OUT_name = zend_string_init_interned("ERROR_TIMED_OUT", sizeof("ERROR_TIMED_OUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_TIMED_OUT_name, &const_ERROR_TIMED_OUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_TIMED_OUT_name);

	zval const_ERROR_GONE_value;
	ZVAL_LONG(&const_ERROR_GONE_value, 1001);
	zend_string *const_ERROR_GONE_name = zend_string_init_interned("ERROR_GONE", sizeof("ERROR_GONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_GONE_name, &const_ERROR_GONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_GONE_name);

	zval const_ERROR_QUEUE_FULL_value;
	ZVAL_LONG(&const_ERROR_QUEUE_FULL_value, 1009);
	zend_string *const_ERROR_QUEUE_FULL_name = zend_string_init_interned("ERROR_QUEUE_FULL", sizeof("ERROR_QUEUE_FULL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_QUEUE_FULL_name, &const_ERROR_QUEUE_FULL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_QUEUE_FULL_name);

	zval const_ERROR_OTHER_NODE_value;
	ZVAL_LONG(&const_ERROR_OTHER_NODE_value, 1011);
	zend_string *const_ERROR_OTHER_NODE_name = zend_string_init_interned("ERROR_OTHER_NODE", sizeof("ERROR_OTHER_NODE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_OTHER_NODE_name, &const_ERROR_OTHER_NODE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_OTHER_NODE_name);

	zval const_ERROR_TOO_MANY_TOPICS_value;
	ZVAL_LONG(&const_ERROR_TOO_MANY_TOPICS_value, 1101);
	zend_string *const_ERROR_TOO_MANY_TOPICS_name = zend_string_init_interned("ERROR_TOO_MANY_TOPICS", sizeof("ERROR_TOO_MANY_TOPICS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_TOO_MANY_TOPICS_name, &const_ERROR_TOO_MANY_TOPICS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_TOO_MANY_TOPICS_name);

	zval const_ERROR_NOT_EVENT_STREAM_value;
	ZVAL_LONG(&const_ERROR_NOT_EVENT_STREAM_value, 1102);
	zend_string *const_ERROR_NOT_EVENT_STREAM_name = zend_string_init_interned("ERROR_NOT_EVENT_STREAM", sizeof("ERROR_NOT_EVENT_STREAM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_NOT_EVENT_STREAM_name, &const_ERROR_NOT_EVENT_STREAM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_NOT_EVENT_STREAM_name);

	zval const_ERROR_RESPONSE_OVER_value;
	ZVAL_LONG(&const_ERROR_RESPONSE_OVER_value, 7106);
	zend_string *const_ERROR_RESPONSE_OVER_name = zend_string_init_interned("ERROR_RESPONSE_OVER", sizeof("ERROR_RESPONSE_OVER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_RESPONSE_OVER_name, &const_ERROR_RESPONSE_OVER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_RESPONSE_OVER_name);

	zval const_ERROR_NOT_WEBSOCKET_value;
	ZVAL_LONG(&const_ERROR_NOT_WEBSOCKET_value, 8503);
	zend_string *const_ERROR_NOT_WEBSOCKET_name = zend_string_init_interned("ERROR_NOT_WEBSOCKET", sizeof("ERROR_NOT_WEBSOCKET") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_NOT_WEBSOCKET_name, &const_ERROR_NOT_WEBSOCKET_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_NOT_WEBSOCKET_name);

	zval property_setting_default_value;
	ZVAL_EMPTY_ARRAY(&property_setting_default_value);
	zend_string *property_setting_name = zend_string_init("setting", sizeof("setting") - 1, 1);
	zend_declare_typed_property(class_entry, property_setting_name, &property_setting_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_setting_name);

	zend_string *property_connections_class_SeatPush_ConnectionIterator = zend_string_init("SeatPush\\ConnectionIterator", sizeof("SeatPush\\ConnectionIterator")-1, 1);
	zval property_connections_default_value;
	ZVAL_UNDEF(&property_connections_default_value);
	zend_string *property_connections_name = zend_string_init("connections", sizeof("connections") - 1, 1);
	zend_declare_typed_property(class_entry, property_connections_name, &property_connections_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_connections_class_SeatPush_ConnectionIterator, 0, 0));
	zend_string_release(property_connections_name);

	zval property_host_default_value;
	ZVAL_EMPTY_STRING(&property_host_default_value);
	zend_string *property_host_name = zend_string_init("host", sizeof("host") - 1, 1);
	zend_declare_typed_property(class_entry, property_host_name, &property_host_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_host_name);

	zval property_port_default_value;
	ZVAL_LONG(&property_port_default_value, 0);
	zend_string *property_port_name = zend_string_init("port", sizeof("port") - 1, 1);
	zend_declare_typed_property(class_entry, property_port_name, &property_port_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_port_name);

	zval property_type_default_value;
	ZVAL_LONG(&property_type_default_value, 1);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_type_name);

	zval property_ssl_default_value;
	ZVAL_FALSE(&property_ssl_default_value);
	zend_string *property_ssl_name = zend_string_init("ssl", sizeof("ssl") - 1, 1);
	zend_declare_typed_property(class_entry, property_ssl_name, &property_ssl_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_ssl_name);

	zval property_mode_default_value;
	ZVAL_LONG(&property_mode_default_value, 1);
	zend_string *property_mode_name = zend_string_init("mode", sizeof("mode") - 1, 1);
	zend_declare_typed_property(class_entry, property_mode_name, &property_mode_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_mode_name);

	zval property_ports_default_value;
	ZVAL_EMPTY_ARRAY(&property_ports_default_value);
	zend_string *property_ports_name = zend_string_init("ports", sizeof("ports") - 1, 1);
	zend_declare_typed_property(class_entry, property_ports_name, &property_ports_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_ports_name);

	zval property_master_pid_default_value;
	ZVAL_LONG(&property_master_pid_default_value, 0);
	zend_string *property_master_pid_name = zend_string_init("master_pid", sizeof("master_pid") - 1, 1);
	zend_declare_typed_property(class_entry, property_master_pid_name, &property_master_pid_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_master_pid_name);

	zval property_manager_pid_default_value;
	ZVAL_LONG(&property_manager_pid_default_value, 0);
	zend_string *property_manager_pid_name = zend_string_init("manager_pid", sizeof("manager_pid") - 1, 1);
	zend_declare_typed_property(class_entry, property_manager_pid_name, &property_manager_pid_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_manager_pid_name);

	zval property_worker_id_default_value;
	ZVAL_LONG(&property_worker_id_default_value, -1);
	zend_string *property_worker_id_name = zend_string_init("worker_id", sizeof("worker_id") - 1, 1);
	zend_declare_typed_property(class_entry, property_worker_id_name, &property_worker_id_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_worker_id_name);

	zval property_worker_pid_default_value;
	ZVAL_LONG(&property_worker_pid_default_value, 0);
	zend_string *property_worker_pid_name = zend_string_init("worker_pid", sizeof("worker_pid") - 1, 1);
	zend_declare_typed_property(class_entry, property_worker_pid_name, &property_worker_pid_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_worker_pid_name);

	zval property_taskworker_default_value;
	ZVAL_FALSE(&property_taskworker_default_value);
	zend_string *property_taskworker_name = zend_string_init("taskworker", sizeof("taskworker") - 1, 1);
	zend_declare_typed_property(class_entry, property_taskworker_name, &property_taskworker_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_taskworker_name);

	zend_string *attribute_name_AllowDynamicProperties_class_SeatPush_Server = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_SeatPush_Server, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_SeatPush_Server);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Port(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Port", class_SeatPush_Port_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;

	zval property_host_default_value;
	ZVAL_EMPTY_STRING(&property_host_default_value);
	zend_string *property_host_name = zend_string_init("host", sizeof("host") - 1, 1);
	zend_declare_typed_property(class_entry, property_host_name, &property_host_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_host_name);

	zval property_port_default_value;
	ZVAL_LONG(&property_port_default_value, 0);
	zend_string *property_port_name = zend_string_init("port", sizeof("port") - 1, 1);
	zend_declare_typed_property(class_entry, property_port_name, &property_port_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_port_name);

	zval property_type_default_value;
	ZVAL_LONG(&property_type_default_value, 1);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_type_name);

	zval property_ssl_default_value;
	ZVAL_FALSE(&property_ssl_default_value);
	zend_string *property_ssl_name = zend_string_init("ssl", sizeof("ssl") - 1, 1);
	zend_declare_typed_property(class_entry, property_ssl_name, &property_ssl_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_ssl_name);

	zval property_setting_default_value;
	ZVAL_EMPTY_ARRAY(&property_setting_default_value);
	zend_string *property_setting_name = zend_string_init("setting", sizeof("setting") - 1, 1);
	zend_declare_typed_property(class_entry, property_setting_name, &property_setting_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_setting_name);

	zend_string *property_connections_class_SeatPush_ConnectionIterator = zend_string_init("SeatPush\\ConnectionIterator", sizeof("SeatPush\\ConnectionIterator")-1, 1);
	zval property_connections_default_value;
	ZVAL_UNDEF(&property_connections_default_value);
	zend_string *property_connections_name = zend_string_init("connections", sizeof("connections") - 1, 1);
	zend_declare_typed_property(class_entry, property_connections_name, &property_connections_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_connections_class_SeatPush_ConnectionIterator, 0, 0));
	zend_string_release(property_connections_name);

	zend_string *attribute_name_AllowDynamicProperties_class_SeatPush_Port = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_SeatPush_Port, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_SeatPush_Port);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Process(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Process", class_SeatPush_Process_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_pid_default_value;
	ZVAL_LONG(&property_pid_default_value, 0);
	zend_string *property_pid_name = zend_string_init("pid", sizeof("pid") - 1, 1);
	zend_declare_typed_property(class_entry, property_pid_name, &property_pid_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_pid_name);

	zval property_id_default_value;
	ZVAL_LONG(&property_id_default_value, 0);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Task(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Task", class_SeatPush_Task_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_data_default_value;
	ZVAL_NULL(&property_data_default_value);
	zend_string *property_data_name = zend_string_init("data", sizeof("data") - 1, 1);
	zend_declare_typed_property(class_entry, property_data_name, &property_data_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ANY));
	zend_string_release(property_data_name);

	zval property_dispatch_time_default_value;
	ZVAL_DOUBLE(&property_dispatch_time_default_value, 0);
	zend_string *property_dispatch_time_name = zend_string_init("dispatch_time", sizeof("dispatch_time") - 1, 1);
	zend_declare_typed_property(class_entry, property_dispatch_time_name, &property_dispatch_time_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE));
	zend_string_release(property_dispatch_time_name);

	zval property_id_default_value;
	ZVAL_LONG(&property_id_default_value, -1);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	zval property_worker_id_default_value;
	ZVAL_LONG(&property_worker_id_default_value, -1);
	zend_string *property_worker_id_name = zend_string_init("worker_id", sizeof("worker_id") - 1, 1);
	zend_declare_typed_property(class_entry, property_worker_id_name, &property_worker_id_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_worker_id_name);

	zval property_flags_default_value;
	ZVAL_LONG(&property_flags_default_value, 0);
	zend_string *property_flags_name = zend_string_init("flags", sizeof("flags") - 1, 1);
	zend_declare_typed_property(class_entry, property_flags_name, &property_flags_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_flags_name);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_ConnectionIterator(zend_class_entry *class_entry_Iterator, zend_class_entry *class_entry_ArrayAccess, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "ConnectionIterator", class_SeatPush_ConnectionIterator_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 3, class_entry_Iterator, class_entry_ArrayAccess, class_entry_Countable);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Request(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Request", class_SeatPush_Request_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;

	zval property_fd_default_value;
	ZVAL_LONG(&property_fd_default_value, 0);
	zend_string *property_fd_name = zend_string_init("fd", sizeof("fd") - 1, 1);
	zend_declare_typed_property(class_entry, property_fd_name, &property_fd_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_fd_name);

	zval property_streamId_default_value;
	ZVAL_LONG(&property_streamId_default_value, 0);
	zend_string *property_streamId_name = zend_string_init("streamId", sizeof("streamId") - 1, 1);
	zend_declare_typed_property(class_entry, property_streamId_name, &property_streamId_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_streamId_name);

	zval property_header_default_value;
	ZVAL_NULL(&property_header_default_value);
	zend_string *property_header_name = zend_string_init("header", sizeof("header") - 1, 1);
	zend_declare_typed_property(class_entry, property_header_name, &property_header_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_header_name);

	zval property_server_default_value;
	ZVAL_NULL(&property_server_default_value);
	zend_string *property_server_name = zend_string_init("server", sizeof("server") - 1, 1);
	zend_declare_typed_property(class_entry, property_server_name, &property_server_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_server_name);

	zval property_cookie_default_value;
	ZVAL_NULL(&property_cookie_default_value);
	zend_string *property_cookie_name = zend_string_init("cookie", sizeof("cookie") - 1, 1);
	zend_declare_typed_property(class_entry, property_cookie_name, &property_cookie_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_cookie_name);

	zval property_get_default_value;
	ZVAL_NULL(&property_get_default_value);
	zend_string *property_get_name = zend_string_init("get", sizeof("get") - 1, 1);
	zend_declare_typed_property(class_entry, property_get_name, &property_get_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_get_name);

	zval property_files_default_value;
	ZVAL_NULL(&property_files_default_value);
	zend_string *property_files_name = zend_string_init("files", sizeof("files") - 1, 1);
	zend_declare_typed_property(class_entry, property_files_name, &property_files_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_files_name);

	zval property_post_default_value;
	ZVAL_NULL(&property_post_default_value);
	zend_string *property_post_name = zend_string_init("post", sizeof("post") - 1, 1);
	zend_declare_typed_property(class_entry, property_post_name, &property_post_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_post_name);

	zval property_tmpfiles_default_value;
	ZVAL_NULL(&property_tmpfiles_default_value);
	zend_string *property_tmpfiles_name = zend_string_init("tmpfiles", sizeof("tmpfiles") - 1, 1);
	zend_declare_typed_property(class_entry, property_tmpfiles_name, &property_tmpfiles_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_tmpfiles_name);

	zend_string *attribute_name_AllowDynamicProperties_class_SeatPush_Request = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_SeatPush_Request, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_SeatPush_Request);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Cookie(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Cookie", class_SeatPush_Cookie_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Response(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Response", class_SeatPush_Response_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;

	zval property_fd_default_value;
	ZVAL_LONG(&property_fd_default_value, 0);
	zend_string *property_fd_name = zend_string_init("fd", sizeof("fd") - 1, 1);
	zend_declare_typed_property(class_entry, property_fd_name, &property_fd_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_fd_name);

	zval property_header_default_value;
	ZVAL_NULL(&property_header_default_value);
	zend_string *property_header_name = zend_string_init("header", sizeof("header") - 1, 1);
	zend_declare_typed_property(class_entry, property_header_name, &property_header_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_header_name);

	zval property_cookie_default_value;
	ZVAL_NULL(&property_cookie_default_value);
	zend_string *property_cookie_name = zend_string_init("cookie", sizeof("cookie") - 1, 1);
	zend_declare_typed_property(class_entry, property_cookie_name, &property_cookie_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_cookie_name);

	zval property_trailer_default_value;
	ZVAL_NULL(&property_trailer_default_value);
	zend_string *property_trailer_name = zend_string_init("trailer", sizeof("trailer") - 1, 1);
	zend_declare_typed_property(class_entry, property_trailer_name, &property_trailer_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_trailer_name);

	zend_string *attribute_name_AllowDynamicProperties_class_SeatPush_Response = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_SeatPush_Response, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_SeatPush_Response);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Frame(zend_class_entry *class_entry_Stringable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Frame", class_SeatPush_Frame_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;
	zend_class_implements(class_entry, 1, class_entry_Stringable);

	zval property_fd_default_value;
	ZVAL_LONG(&property_fd_default_value, 0);
	zend_string *property_fd_name = zend_string_init("fd", sizeof("fd") - 1, 1);
	zend_declare_typed_property(class_entry, property_fd_name, &property_fd_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_fd_name);

	zval property_data_default_value;
	ZVAL_EMPTY_STRING(&property_data_default_value);
	zend_string *property_data_name = zend_string_init("data", sizeof("data") - 1, 1);
	zend_declare_typed_property(class_entry, property_data_name, &property_data_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_data_name);

	zval property_opcode_default_value;
	ZVAL_LONG(&property_opcode_default_value, 1);
	zend_string *property_opcode_name = zend_string_init("opcode", sizeof("opcode") - 1, 1);
	zend_declare_typed_property(class_entry, property_opcode_name, &property_opcode_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_opcode_name);

	zval property_flags_default_value;
	ZVAL_LONG(&property_flags_default_value, 1);
	zend_string *property_flags_name = zend_string_init("flags", sizeof("flags") - 1, 1);
	zend_declare_typed_property(class_entry, property_flags_name, &property_flags_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_flags_name);

	zval property_finish_default_value;
	ZVAL_NULL(&property_finish_default_value);
	zend_string *property_finish_name = zend_string_init("finish", sizeof("finish") - 1, 1);
	zend_declare_typed_property(class_entry, property_finish_name, &property_finish_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL|MAY_BE_NULL));
	zend_string_release(property_finish_name);

	zend_string *attribute_name_AllowDynamicProperties_class_SeatPush_Frame = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_SeatPush_Frame, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_SeatPush_Frame);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_CloseFrame(zend_class_entry *class_entry_SeatPush_Frame)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "CloseFrame", class_SeatPush_CloseFrame_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_SeatPush_Frame);
	class_entry->ce_flags |= ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;

	zval property_opcode_default_value;
	ZVAL_LONG(&property_opcode_default_value, 8);
	zend_string *property_opcode_name = zend_string_init("opcode", sizeof("opcode") - 1, 1);
	zend_declare_typed_property(class_entry, property_opcode_name, &property_opcode_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_opcode_name);

	zval property_code_default_value;
	ZVAL_LONG(&property_code_default_value, 1000);
	zend_string *property_code_name = zend_string_init("code", sizeof("code") - 1, 1);
	zend_declare_typed_property(class_entry, property_code_name, &property_code_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_code_name);

	zval property_reason_default_value;
	ZVAL_EMPTY_STRING(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	zend_string *attribute_name_AllowDynamicProperties_class_SeatPush_CloseFrame = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_SeatPush_CloseFrame, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_SeatPush_CloseFrame);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_TimerIterator(zend_class_entry *class_entry_ArrayIterator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "TimerIterator", class_SeatPush_TimerIterator_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_ArrayIterator);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Timer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Timer", class_SeatPush_Timer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_RedisException(zend_class_entry *class_entry_SeatPush_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "RedisException", class_SeatPush_RedisException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_SeatPush_Exception);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Redis(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Redis", class_SeatPush_Redis_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Registry(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Registry", class_SeatPush_Registry_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_ClientException(zend_class_entry *class_entry_SeatPush_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "ClientException", class_SeatPush_ClientException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_SeatPush_Exception);

	zval property_status_default_value;
	ZVAL_LONG(&property_status_default_value, 0);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_status_name);

	zval property_body_default_value;
	ZVAL_EMPTY_STRING(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_body_name);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Client(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Client", class_SeatPush_Client_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	zval property_subprotocol_default_value;
	ZVAL_UNDEF(&property_subprotocol_default_value);
	zend_string *property_subprotocol_name = zend_string_init("subprotocol", sizeof("subprotocol") - 1, 1);
	zend_declare_typed_property(class_entry, property_subprotocol_name, &property_subprotocol_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_subprotocol_name);

	zval property_extensions_default_value;
	ZVAL_UNDEF(&property_extensions_default_value);
	zend_string *property_extensions_name = zend_string_init("extensions", sizeof("extensions") - 1, 1);
	zend_declare_typed_property(class_entry, property_extensions_name, &property_extensions_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_extensions_name);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Coroutine(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Coroutine", class_SeatPush_Coroutine_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Channel(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Channel", class_SeatPush_Channel_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval const_OK_value;
	ZVAL_LONG(&const_OK_value, 0);
	zend_string *const_OK_name = zend_string_init_interned("OK", sizeof("OK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OK_name, &const_OK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OK_name);

	zval const_ERROR_TIMEOUT_value;
	ZVAL_LONG(&const_ERROR_TIMEOUT_value, -1);
	zend_string *const_ERROR_TIMEOUT_name = zend_string_init_interned("ERROR_TIMEOUT", sizeof("ERROR_TIMEOUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_TIMEOUT_name, &const_ERROR_TIMEOUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_TIMEOUT_name);

	zval const_ERROR_CLOSED_value;
	ZVAL_LONG(&const_ERROR_CLOSED_value, -2);
	zend_string *const_ERROR_CLOSED_name = zend_string_init_interned("ERROR_CLOSED", sizeof("ERROR_CLOSED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_CLOSED_name, &const_ERROR_CLOSED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_CLOSED_name);

	zval const_ERROR_CANCELED_value;
	ZVAL_LONG(&const_ERROR_CANCELED_value, -3);
	zend_string *const_ERROR_CANCELED_name = zend_string_init_interned("ERROR_CANCELED", sizeof("ERROR_CANCELED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERROR_CANCELED_name, &const_ERROR_CANCELED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERROR_CANCELED_name);

	zval property_capacity_default_value;
	ZVAL_LONG(&property_capacity_default_value, 0);
	zend_string *property_capacity_name = zend_string_init("capacity", sizeof("capacity") - 1, 1);
	zend_declare_typed_property(class_entry, property_capacity_name, &property_capacity_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_capacity_name);

	zval property_errCode_default_value;
	ZVAL_LONG(&property_errCode_default_value, 0);
	zend_string *property_errCode_name = zend_string_init("errCode", sizeof("errCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errCode_name, &property_errCode_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_errCode_name);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_WaitGroup(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "WaitGroup", class_SeatPush_WaitGroup_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Barrier(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Barrier", class_SeatPush_Barrier_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Table(zend_class_entry *class_entry_Iterator, zend_class_entry *class_entry_ArrayAccess, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Table", class_SeatPush_Table_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 3, class_entry_Iterator, class_entry_ArrayAccess, class_entry_Countable);

	zval const_TYPE_INT_value;
	ZVAL_LONG(&const_TYPE_INT_value, 1);
	zend_string *const_TYPE_INT_name = zend_string_init_interned("TYPE_INT", sizeof("TYPE_INT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TYPE_INT_name, &const_TYPE_INT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TYPE_INT_name);

	zval const_TYPE_FLOAT_value;
	ZVAL_LONG(&const_TYPE_FLOAT_value, 2);
	zend_string *const_TYPE_FLOAT_name = zend_string_init_interned("TYPE_FLOAT", sizeof("TYPE_FLOAT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TYPE_FLOAT_name, &const_TYPE_FLOAT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TYPE_FLOAT_name);

	zval const_TYPE_STRING_value;
	ZVAL_LONG(&const_TYPE_STRING_value, 3);
	zend_string *const_TYPE_STRING_name = zend_string_init_interned("TYPE_STRING", sizeof("TYPE_STRING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TYPE_STRING_name, &const_TYPE_STRING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TYPE_STRING_name);

	zval property_size_default_value;
	ZVAL_LONG(&property_size_default_value, 0);
	zend_string *property_size_name = zend_string_init("size", sizeof("size") - 1, 1);
	zend_declare_typed_property(class_entry, property_size_name, &property_size_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_size_name);

	zval property_memorySize_default_value;
	ZVAL_LONG(&property_memorySize_default_value, 0);
	zend_string *property_memorySize_name = zend_string_init("memorySize", sizeof("memorySize") - 1, 1);
	zend_declare_typed_property(class_entry, property_memorySize_name, &property_memorySize_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_memorySize_name);

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Atomic(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Atomic", class_SeatPush_Atomic_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_AtomicLong(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "AtomicLong", class_SeatPush_AtomicLong_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_SeatPush_Lock(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "SeatPush", "Lock", class_SeatPush_Lock_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	zval const_RWLOCK_value;
	ZVAL_LONG(&const_RWLOCK_value, 1);
	zend_string *const_RWLOCK_name = zend_string_init_interned("RWLOCK", sizeof("RWLOCK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_RWLOCK_name, &const_RWLOCK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_RWLOCK_name);

	zval const_FILELOCK_value;
	ZVAL_LONG(&const_FILELOCK_value, 2);
	zend_string *const_FILELOCK_name = zend_string_init_interned("FILELOCK", sizeof("FILELOCK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FILELOCK_name, &const_FILELOCK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FILELOCK_name);

	zval const_MUTEX_value;
	ZVAL_LONG(&const_MUTEX_value, 3);
	zend_string *const_MUTEX_name = zend_string_init_interned("MUTEX", sizeof("MUTEX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MUTEX_name, &const_MUTEX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MUTEX_name);

	zval const_SEM_value;
	ZVAL_LONG(&const_SEM_value, 4);
	zend_string *const_SEM_name = zend_string_init_interned("SEM", sizeof("SEM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SEM_name, &const_SEM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SEM_name);

	zval const_SPINLOCK_value;
	ZVAL_LONG(&const_SPINLOCK_value, 5);
	zend_string *const_SPINLOCK_name = zend_string_init_interned("SPINLOCK", sizeof("SPINLOCK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SPINLOCK_name, &const_SPINLOCK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SPINLOCK_name);

	zval property_errCode_default_value;
	ZVAL_LONG(&property_errCode_default_value, 0);
	zend_string *property_errCode_name = zend_string_init("errCode", sizeof("errCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errCode_name, &property_errCode_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_errCode_name);

	return class_entry;
}
