/* SPDX-License-Identifier: MIT */
/*
 * The class entries. php/main/classes.c sets them when the module starts; any file in src/php may
 * use them.
 */
#ifndef PHP_SEATPUSH_ENGINE_CLASS_ENTRIES_H
#define PHP_SEATPUSH_ENGINE_CLASS_ENTRIES_H

#include "php.h"

extern zend_class_entry *seatpush_ce_Exception;
extern zend_class_entry *seatpush_ce_StoppedException;
extern zend_class_entry *seatpush_ce_Server;
extern zend_class_entry *seatpush_ce_Port;
extern zend_class_entry *seatpush_ce_ConnectionIterator;
extern zend_class_entry *seatpush_ce_Request;
extern zend_class_entry *seatpush_ce_Response;
extern zend_class_entry *seatpush_ce_Cookie;
extern zend_class_entry *seatpush_ce_Frame;
extern zend_class_entry *seatpush_ce_CloseFrame;
extern zend_class_entry *seatpush_ce_Timer;
extern zend_class_entry *seatpush_ce_Process;
extern zend_class_entry *seatpush_ce_Task;
extern zend_class_entry *seatpush_ce_TimerIterator;
extern zend_class_entry *seatpush_ce_Coroutine;
extern zend_class_entry *seatpush_ce_Channel;
extern zend_class_entry *seatpush_ce_WaitGroup;
extern zend_class_entry *seatpush_ce_Barrier;
extern zend_class_entry *seatpush_ce_Table;
extern zend_class_entry *seatpush_ce_Atomic;
extern zend_class_entry *seatpush_ce_AtomicLong;
extern zend_class_entry *seatpush_ce_Lock;
extern zend_class_entry *seatpush_ce_RedisException;
extern zend_class_entry *seatpush_ce_Redis;
extern zend_class_entry *seatpush_ce_Registry;
extern zend_class_entry *seatpush_ce_ClientException;
extern zend_class_entry *seatpush_ce_Client;

#endif
