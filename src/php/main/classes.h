/* SPDX-License-Identifier: MIT */
/*
 * The class entries, and what each class file adds to its own. Registered in classes.c from the
 * generated tables.
 */
#ifndef PHP_SEATPUSH_MAIN_CLASSES_H
#define PHP_SEATPUSH_MAIN_CLASSES_H

#include "php.h"

extern zend_class_entry *seatpush_ce_Exception;
extern zend_class_entry *seatpush_ce_StoppedException;
extern zend_class_entry *seatpush_ce_Server;
extern zend_class_entry *seatpush_ce_Port;
extern zend_class_entry *seatpush_ce_ConnectionIterator;
extern zend_class_entry *seatpush_ce_Request;
extern zend_class_entry *seatpush_ce_Response;
extern zend_class_entry *seatpush_ce_Frame;
extern zend_class_entry *seatpush_ce_CloseFrame;
extern zend_class_entry *seatpush_ce_Timer;
extern zend_class_entry *seatpush_ce_RedisException;
extern zend_class_entry *seatpush_ce_Redis;
extern zend_class_entry *seatpush_ce_Registry;
extern zend_class_entry *seatpush_ce_ClientException;
extern zend_class_entry *seatpush_ce_Client;

/* Registers all classes and constants. */
void php_seatpush_register_classes(int module_number);

/* Each sets handlers and create_object on its class. */
void php_seatpush_server_init_ce(zend_class_entry *ce);
void php_seatpush_port_init_ce(zend_class_entry *ce);
void php_seatpush_connections_init_ce(zend_class_entry *ce);
void php_seatpush_request_init_ce(zend_class_entry *ce);
void php_seatpush_response_init_ce(zend_class_entry *ce);
void php_seatpush_registry_init_ce(zend_class_entry *ce);

#endif
