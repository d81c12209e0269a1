<?php

/**
 * Swoole's declarations of the methods that scripts override in classes of their own: with
 * seatpush.swoole_aliases=1 they stand in place of ours, whose wider types a subclass would have to
 * repeat. There are no return types, and each type is the narrowest that a version of Swoole 4, 5 or 6
 * has, so that what was declared for any of them compiles. The code behind them is the same, and takes
 * what it always takes.
 *
 * @generate-function-entries
 */

namespace Swoole;

class Server
{
    /**
     * @implementation-alias SeatPush\Server::set
     * @return mixed
     */
    public function set(array $settings) {}

    /**
     * @implementation-alias SeatPush\Server::on
     * @return mixed
     */
    public function on(string $event_name, callable $callback) {}

    /**
     * @implementation-alias SeatPush\Server::getCallback
     * @return mixed
     */
    public function getCallback(string $event_name) {}

    /**
     * @implementation-alias SeatPush\Server::start
     * @return mixed
     */
    public function start() {}

    /**
     * @implementation-alias SeatPush\Server::shutdown
     * @return mixed
     */
    public function shutdown() {}

    /**
     * @implementation-alias SeatPush\Server::reload
     * @return mixed
     */
    public function reload() {}

    /**
     * @implementation-alias SeatPush\Server::stop
     * @return mixed
     */
    public function stop(int $workerId = -1) {}

    /**
     * @implementation-alias SeatPush\Server::listen
     * @return mixed
     */
    public function listen(string $host, int $port, int $sock_type) {}

    /**
     * @implementation-alias SeatPush\Server::listen
     * @return mixed
     */
    public function addlistener(string $host, int $port, int $sock_type) {}

    /**
     * @implementation-alias SeatPush\Server::push
     * @return mixed
     */
    public function push(int $fd, \SeatPush\Frame|string $data, int $opcode = SWOOLE_WEBSOCKET_OPCODE_TEXT, int $flags = SWOOLE_WEBSOCKET_FLAG_FIN) {}

    /**
     * @implementation-alias SeatPush\Server::disconnect
     * @return mixed
     */
    public function disconnect(int $fd, int $code = SWOOLE_WEBSOCKET_CLOSE_NORMAL, string $reason = '') {}

    /**
     * @implementation-alias SeatPush\Server::ping
     * @return mixed
     */
    public function ping(int $fd, string $data = '') {}

    /**
     * @implementation-alias SeatPush\Server::isEstablished
     * @return mixed
     */
    public function isEstablished(int $fd) {}

    /**
     * @implementation-alias SeatPush\Server::exists
     * @return mixed
     */
    public function exists(int $fd) {}

    /**
     * @implementation-alias SeatPush\Server::exists
     * @return mixed
     */
    public function exist(int $fd) {}

    /**
     * @implementation-alias SeatPush\Server::close
     * @return mixed
     */
    public function close(int $fd, bool $reset = false) {}

    /**
     * @implementation-alias SeatPush\Server::send
     * @return mixed
     */
    public function send(int $fd, string $send_data, int $serverSocket = -1) {}

    /**
     * @implementation-alias SeatPush\Server::getClientInfo
     * @return mixed
     */
    public function getClientInfo(int $fd, int $reactor_id = -1) {}

    /**
     * @implementation-alias SeatPush\Server::getClientInfo
     * @return mixed
     */
    public function connection_info(int $fd, int $reactor_id = -1) {}

    /**
     * @implementation-alias SeatPush\Server::getClientList
     * @return mixed
     */
    public function getClientList(int $start_fd, int $find_count = 10) {}

    /**
     * @implementation-alias SeatPush\Server::getClientList
     * @return mixed
     */
    public function connection_list(int $start_fd, int $find_count = 10) {}

    /**
     * @implementation-alias SeatPush\Server::bind
     * @return mixed
     */
    public function bind(int $fd, int $uid) {}

    /**
     * @implementation-alias SeatPush\Server::heartbeat
     * @return mixed
     */
    public function heartbeat(bool $ifCloseConnection) {}

    /**
     * @implementation-alias SeatPush\Server::stats
     * @return mixed
     */
    public function stats() {}

    /**
     * @implementation-alias SeatPush\Server::getWorkerId
     * @return mixed
     */
    public function getWorkerId() {}

    /**
     * @implementation-alias SeatPush\Server::getWorkerPid
     * @return mixed
     */
    public function getWorkerPid() {}

    /**
     * @implementation-alias SeatPush\Server::getWorkerStatus
     * @return mixed
     */
    public function getWorkerStatus() {}

    /**
     * @implementation-alias SeatPush\Server::getMasterPid
     * @return mixed
     */
    public function getMasterPid() {}

    /**
     * @implementation-alias SeatPush\Server::getManagerPid
     * @return mixed
     */
    public function getManagerPid() {}

    /**
     * @implementation-alias SeatPush\Server::getLastError
     * @return mixed
     */
    public function getLastError() {}

    /**
     * @implementation-alias SeatPush\Server::task
     * @return mixed
     */
    public function task(mixed $data, int $taskWorkerIndex = -1, ?callable $finishCallback = null) {}

    /**
     * @implementation-alias SeatPush\Server::task
     * @return mixed
     */
    public function taskwait(mixed $data, float $timeout = 0.5, int $taskWorkerIndex = -1) {}

    /**
     * @implementation-alias SeatPush\Server::finish
     * @return mixed
     */
    public function finish(mixed $data) {}

    /**
     * @implementation-alias SeatPush\Server::addProcess
     * @return mixed
     */
    public function addProcess(\Swoole\Process $process) {}

    /**
     * @implementation-alias SeatPush\Server::tick
     * @return mixed
     */
    public function tick(int $ms, callable $callback, mixed ...$params) {}

    /**
     * @implementation-alias SeatPush\Server::after
     * @return mixed
     */
    public function after(int $ms, callable $callback, mixed ...$params) {}

    /**
     * @implementation-alias SeatPush\Server::clearTimer
     * @return mixed
     */
    public function clearTimer(int $timer_id) {}

    /**
     * @implementation-alias SeatPush\Server::defer
     * @return mixed
     */
    public function defer(callable $callback) {}

    /**
     * @implementation-alias SeatPush\Server::pack
     * @return mixed
     */
    public static function pack(\SeatPush\Frame|string $data, int $opcode = SWOOLE_WEBSOCKET_OPCODE_TEXT, int $flags = SWOOLE_WEBSOCKET_FLAG_FIN) {}

    /**
     * @implementation-alias SeatPush\Server::unpack
     * @return mixed
     */
    public static function unpack(string $data) {}
}

class Port
{
    /**
     * @implementation-alias SeatPush\Port::set
     * @return mixed
     */
    public function set(array $settings) {}

    /**
     * @implementation-alias SeatPush\Port::on
     * @return mixed
     */
    public function on(string $event_name, callable $callback) {}

    /**
     * @implementation-alias SeatPush\Port::getCallback
     * @return mixed
     */
    public function getCallback(string $event_name) {}
}

class Request
{
    /**
     * @implementation-alias SeatPush\Request::rawContent
     * @return mixed
     */
    public function rawContent() {}

    /**
     * @implementation-alias SeatPush\Request::rawContent
     * @return mixed
     */
    public function getContent() {}

    /**
     * @implementation-alias SeatPush\Request::getData
     * @return mixed
     */
    public function getData() {}

    /**
     * @implementation-alias SeatPush\Request::getMethod
     * @return mixed
     */
    public function getMethod() {}
}

class Response
{
    /**
     * @implementation-alias SeatPush\Response::header
     * @return mixed
     */
    public function header(string $key, string|array $value, bool $format = true) {}

    /**
     * @implementation-alias SeatPush\Response::header
     * @return mixed
     */
    public function setHeader(string $key, string|array $value, bool $format = true) {}

    /**
     * @implementation-alias SeatPush\Response::trailer
     * @return mixed
     */
    public function trailer(string $key, string $value) {}

    /**
     * @implementation-alias SeatPush\Response::status
     * @return mixed
     */
    public function status(int $http_code, string $reason = '') {}

    /**
     * @implementation-alias SeatPush\Response::status
     * @return mixed
     */
    public function setStatusCode(int $http_code, string $reason = '') {}

    /**
     * @implementation-alias SeatPush\Response::cookie
     * @return mixed
     */
    public function cookie(string $name, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '') {}

    /**
     * @implementation-alias SeatPush\Response::cookie
     * @return mixed
     */
    public function setCookie(string $name, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '') {}

    /**
     * @implementation-alias SeatPush\Response::rawcookie
     * @return mixed
     */
    public function rawcookie(string $name, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '') {}

    /**
     * @implementation-alias SeatPush\Response::write
     * @return mixed
     */
    public function write(string $content) {}

    /**
     * @implementation-alias SeatPush\Response::sendfile
     * @return mixed
     */
    public function sendfile(string $filename, int $offset = 0, int $length = 0) {}

    /**
     * @implementation-alias SeatPush\Response::end
     * @return mixed
     */
    public function end(?string $content = null) {}

    /**
     * @implementation-alias SeatPush\Response::redirect
     * @return mixed
     */
    public function redirect(string $location, int $http_code = 302) {}

    /**
     * @implementation-alias SeatPush\Response::isWritable
     * @return mixed
     */
    public function isWritable() {}

    /**
     * @implementation-alias SeatPush\Response::detach
     * @return mixed
     */
    public function detach() {}

    /**
     * @implementation-alias SeatPush\Response::create
     * @return mixed
     */
    public static function create(object|array|int $server, int $fd = -1) {}
}

class Frame
{
    /**
     * @implementation-alias SeatPush\Server::pack
     * @return mixed
     */
    public static function pack(\SeatPush\Frame|string $data, int $opcode = SWOOLE_WEBSOCKET_OPCODE_TEXT, int $flags = SWOOLE_WEBSOCKET_FLAG_FIN) {}

    /**
     * @implementation-alias SeatPush\Server::unpack
     * @return mixed
     */
    public static function unpack(string $data) {}
}

class Timer
{
    /**
     * @implementation-alias SeatPush\Timer::tick
     * @return mixed
     */
    public static function tick(int $ms, callable $callback, mixed ...$params) {}

    /**
     * @implementation-alias SeatPush\Timer::after
     * @return mixed
     */
    public static function after(int $ms, callable $callback, mixed ...$params) {}

    /**
     * @implementation-alias SeatPush\Timer::clear
     * @return mixed
     */
    public static function clear(int $timer_id) {}

    /**
     * @implementation-alias SeatPush\Timer::clearAll
     * @return mixed
     */
    public static function clearAll() {}

    /**
     * @implementation-alias SeatPush\Timer::exists
     * @return mixed
     */
    public static function exists(int $timer_id) {}

    /**
     * @implementation-alias SeatPush\Timer::info
     * @return mixed
     */
    public static function info(int $timer_id) {}

    /**
     * @implementation-alias SeatPush\Timer::list
     * @return mixed
     */
    public static function list() {}

    /**
     * @implementation-alias SeatPush\Timer::stats
     * @return mixed
     */
    public static function stats() {}
}

class Channel
{
    /**
     * @implementation-alias SeatPush\Channel::push
     * @return mixed
     */
    public function push(mixed $data, float $timeout = -1) {}

    /**
     * @implementation-alias SeatPush\Channel::pop
     * @return mixed
     */
    public function pop(float $timeout = -1) {}

    /**
     * @implementation-alias SeatPush\Channel::isEmpty
     * @return mixed
     */
    public function isEmpty() {}

    /**
     * @implementation-alias SeatPush\Channel::isFull
     * @return mixed
     */
    public function isFull() {}

    /**
     * @implementation-alias SeatPush\Channel::close
     * @return mixed
     */
    public function close() {}

    /**
     * @implementation-alias SeatPush\Channel::stats
     * @return mixed
     */
    public function stats() {}

    /**
     * @implementation-alias SeatPush\Channel::length
     * @return mixed
     */
    public function length() {}
}

class WaitGroup
{
    /**
     * @implementation-alias SeatPush\WaitGroup::add
     * @return mixed
     */
    public function add(int $delta = 1) {}

    /**
     * @implementation-alias SeatPush\WaitGroup::done
     * @return mixed
     */
    public function done() {}

    /**
     * @implementation-alias SeatPush\WaitGroup::wait
     * @return mixed
     */
    public function wait(float $timeout = -1) {}

    /**
     * @implementation-alias SeatPush\WaitGroup::count
     * @return mixed
     */
    public function count() {}
}

class Coroutine
{
    /**
     * @implementation-alias SeatPush\Coroutine::create
     * @return mixed
     */
    public static function create(callable $func, mixed ...$params) {}

    /**
     * @implementation-alias SeatPush\Coroutine::defer
     * @return mixed
     */
    public static function defer(callable $callback) {}

    /**
     * @implementation-alias SeatPush\Coroutine::set
     * @return mixed
     */
    public static function set(array $options) {}

    /**
     * @implementation-alias SeatPush\Coroutine::exists
     * @return mixed
     */
    public static function exists(int $cid) {}

    /**
     * @implementation-alias SeatPush\Coroutine::yield
     * @return mixed
     */
    public static function yield() {}

    /**
     * @implementation-alias SeatPush\Coroutine::yield
     * @return mixed
     */
    public static function suspend() {}

    /**
     * @implementation-alias SeatPush\Coroutine::resume
     * @return mixed
     */
    public static function resume(int $cid) {}

    /**
     * @implementation-alias SeatPush\Coroutine::cancel
     * @return mixed
     */
    public static function cancel(int $cid) {}

    /**
     * @implementation-alias SeatPush\Coroutine::isCanceled
     * @return mixed
     */
    public static function isCanceled() {}

    /**
     * @implementation-alias SeatPush\Coroutine::join
     * @return mixed
     */
    public static function join(array $cid_array, float $timeout = -1) {}

    /**
     * @implementation-alias SeatPush\Coroutine::stats
     * @return mixed
     */
    public static function stats() {}

    /**
     * @implementation-alias SeatPush\Coroutine::getCid
     * @return mixed
     */
    public static function getCid() {}

    /**
     * @implementation-alias SeatPush\Coroutine::getCid
     * @return mixed
     */
    public static function getuid() {}

    /**
     * @implementation-alias SeatPush\Coroutine::getPcid
     * @return mixed
     */
    public static function getPcid(int $cid = 0) {}

    /**
     * @implementation-alias SeatPush\Coroutine::getContext
     * @return mixed
     */
    public static function getContext(int $cid = 0) {}

    /**
     * @implementation-alias SeatPush\Coroutine::getElapsed
     * @return mixed
     */
    public static function getElapsed(int $cid = 0) {}

    /**
     * @implementation-alias SeatPush\Coroutine::list
     * @return mixed
     */
    public static function list() {}

    /**
     * @implementation-alias SeatPush\Coroutine::list
     * @return mixed
     */
    public static function listCoroutines() {}

    /**
     * @implementation-alias SeatPush\Coroutine::sleep
     * @return mixed
     */
    public static function sleep(float $seconds) {}

    /**
     * @implementation-alias SeatPush\Coroutine::exec
     * @return mixed
     */
    public static function exec(string $command, bool $get_error_stream = false) {}
}
