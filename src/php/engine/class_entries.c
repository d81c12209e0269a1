/* SPDX-License-Identifier: MIT */
#include "php/engine/class_entries.h"

zend_class_entry *seatpush_ce_Exception;
zend_class_entry *seatpush_ce_StoppedException;
zend_class_entry *seatpush_ce_Server;
zend_class_entry *seatpush_ce_Port;
zend_class_entry *seatpush_ce_ConnectionIterator;
zend_class_entry *seatpush_ce_Request;
zend_class_entry *seatpush_ce_Response;
zend_class_entry *seatpush_ce_Frame;
zend_class_entry *seatpush_ce_CloseFrame;
zend_class_entry *seatpush_ce_Timer;
zend_class_entry *seatpush_ce_Task;
zend_class_entry *seatpush_ce_TimerIterator;
zend_class_entry *seatpush_ce_Coroutine;
zend_class_entry *seatpush_ce_Channel;
zend_class_entry *seatpush_ce_WaitGroup;
zend_class_entry *seatpush_ce_Barrier;
zend_class_entry *seatpush_ce_Table;
zend_class_entry *seatpush_ce_Atomic;
zend_class_entry *seatpush_ce_AtomicLong;
zend_class_entry *seatpush_ce_Lock;
zend_class_entry *seatpush_ce_RedisException;
zend_class_entry *seatpush_ce_Redis;
zend_class_entry *seatpush_ce_Registry;
zend_class_entry *seatpush_ce_ClientException;
zend_class_entry *seatpush_ce_Client;
