<?php

/**
 * SeatPush: an HTTP and WebSocket push server inside PHP.
 *
 * Unless a method says otherwise, ids ($fd) are those that callbacks get, times are in seconds, sizes are in
 * bytes, and a connection that is gone makes a method return false, never throw.
 *
 * @generate-class-entries
 */

/* This file is the API: the C side's argument tables (`./dev stubs`) and docs/reference.md are made from it. */

namespace SeatPush;

/**
 * @var string
 * @cvalue PHP_SEATPUSH_VERSION
 */
const VERSION = UNKNOWN;

/**
 * Thrown when something goes wrong outside the program's control, such as a port in use, and by calls that
 * are not possible now, such as push() before start(). The message says what to do.
 */
class Exception extends \Exception
{
}

/**
 * Thrown when a wait was ended, or could not begin, because the server is stopping. If it is not caught, it
 * makes one line in the log and is not an error.
 */
class StoppedException extends Exception
{
}

/**
 * The server: one event loop in the calling process. Create one, register callbacks, and call start().
 *
 * Callbacks run one at a time, and those of one connection run in the order of its events. While one waits,
 * in sleep(), Response::write(), push() with send_yield, Redis or Registry, those of other connections run. An id is never used
 * again, not even after a restart: a stale one is refused and never reaches a stranger.
 */
#[\AllowDynamicProperties]
class Server
{
    /**
     * @var int
     * @cvalue SP_SOCK_TCP
     */
    public const SOCK_TCP = UNKNOWN;
    /**
     * @var int
     * @cvalue SP_SOCK_TCP6
     */
    public const SOCK_TCP6 = UNKNOWN;
    /**
     * @var int
     * @cvalue SP_SOCK_UNIX
     */
    public const SOCK_UNIX = UNKNOWN;
    /**
     * Added to a socket type: the port speaks TLS, and needs ssl_cert_file.
     * @var int
     * @cvalue SP_SOCK_SSL
     */
    public const SSL = UNKNOWN;

    /**
     * This fragment completes the message; without it push() gathers fragments.
     * @var int
     */
    public const FLAG_FIN = 1;
    /**
     * push(): compress it even if it is shorter than compression_min_length. In a Frame's flags: it came compressed.
     * @var int
     */
    public const FLAG_COMPRESS = 2;

    /**
     * What getWorkerStatus() returns.
     * @var int
     */
    public const WORKER_BUSY = 1;
    /** @var int */
    public const WORKER_IDLE = 2;
    /**
     * getLastError(): send_timeout was over before there was room in the connection's queue; or the worker that
     * has the connection has not answered within a second, or could not be asked.
     * @var int
     */
    public const ERROR_TIMED_OUT = 110;
    /**
     * getLastError(): the connection has ended, or the id was never one of this server's.
     * @var int
     */
    public const ERROR_GONE = 1001;
    /**
     * getLastError(): the connection's send queue is full.
     * @var int
     */
    public const ERROR_QUEUE_FULL = 1009;
    /**
     * getLastError(): the id belongs to another node.
     * @var int
     */
    public const ERROR_OTHER_NODE = 1011;
    /**
     * getLastError(): the connection has reached max_topics_per_connection.
     * @var int
     */
    public const ERROR_TOO_MANY_TOPICS = 1101;
    /**
     * getLastError(): the connection is not an event stream.
     * @var int
     */
    public const ERROR_NOT_EVENT_STREAM = 1102;
    /**
     * getLastError(): the HTTP response was already ended, or its request is gone.
     * @var int
     */
    public const ERROR_RESPONSE_OVER = 7106;
    /**
     * getLastError(): the connection is not a WebSocket or an event stream, or not yet, or no longer.
     * @var int
     */
    public const ERROR_NOT_WEBSOCKET = 8503;

    /** The settings given to set(), merged. */
    public array $setting = [];
    /**
     * Ids of all open connections, including plain HTTP ones, for foreach, count() and isset($c[$fd]);
     * $c[$fd] is getClientInfo().
     */
    public ConnectionIterator $connections;
    /** The address given to the constructor. */
    public string $host = '';
    /** The port that the server listens on; the actual one if 0 was asked for. */
    public int $port = 0;
    /** The socket type given to the constructor. */
    public int $type = 1;
    public bool $ssl = false;
    public int $mode = 1;
    /** The server's own port, then the further ones in the order of listen(). */
    public array $ports = [];
    /** Process id of the server, from start() on. */
    public int $master_pid = 0;
    /** The same as master_pid: the process that was started is the manager, too. */
    public int $manager_pid = 0;
    /** The worker's number from start() on, in a worker from the constructor on: 0 without workers. Otherwise -1. */
    public int $worker_id = -1;
    public int $worker_pid = 0;
    /** This process is a task worker (task_worker_num): from the constructor on. */
    public bool $taskworker = false;

    /**
     * Opens the first port. It listens from now on; connections are served from start() on.
     *
     * @param string $host address or name; for SOCK_UNIX the socket's path
     * @param int $port 0: any free one, see $port
     * @param int $mode accepted for scripts of other servers, and makes no difference: see the options worker_num and supervise
     * @param int $sock_type SOCK_TCP, SOCK_TCP6 or SOCK_UNIX
     * @throws Exception if the port is in use or not allowed, the address is bad, this is not the CLI, or
     *     there is a server already
     */
    public function __construct(string $host = '0.0.0.0', int $port = 0, int $mode = 1, int $sock_type = 1) {}

    /**
     * Sets options, before start(). docs/options.md lists names, units and defaults.
     *
     * @throws \ValueError if a name is unknown (the message suggests the nearest), a value is out of range,
     *     or this server refuses an option (the message says why)
     * @throws Exception after start()
     */
    public function set(array $settings): bool {}

    /**
     * Registers a callback; a second one for the same event replaces the first. Names are not
     * case-sensitive.
     *
     * Open($server, Request), Message($server, Frame), Close($server, $fd, $reactorId, $code, $reason),
     * Disconnect($server, $fd), Request(Request, Response), Handshake(Request, Response): bool,
     * BeforeHandshakeResponse($server, Request, Response), Connect($server, $fd, $reactorId),
     * BufferFull($server, $fd), BufferEmpty($server, $fd), Adopt($server, $fd), Start($server),
     * WorkerStart($server, int $workerId), WorkerStop($server, int $workerId), WorkerExit($server, int $workerId),
     * BeforeShutdown($server), Shutdown($server),
     * Error($server, \Throwable, string $event), RedisDown($server, string $why),
     * RedisUp($server, float $secondsAway), Task($server, int $taskId, int $srcWorkerId, mixed $data),
     * Finish($server, int $taskId, mixed $result).
     *
     * Close's $reactorId is -1 if the server closed the connection. Its $code is 1005 for a close frame
     * without a code, 1006 if there was no close frame, and 0 for plain HTTP. In it exists() is false, and
     * getClientInfo() still works.
     *
     * Handshake comes in place of the server's own answer to a WebSocket's request. Return true, without
     * an answer, to let the client in: the server answers, with the fields that the callback has set, and
     * Open follows. Return false, or end() the response with a status, to refuse. A callback may also send
     * a 101 of its own, with Upgrade, Connection and Sec-WebSocket-Accept; then Open does not come.
     *
     * With several workers (worker_num), callbacks of a connection are called in the worker that has it. WorkerStart,
     * WorkerStop and WorkerExit come in each worker; what is to happen in one alone, such as a timer, asks for
     * $workerId 0. Start comes once, in the process that was started. RedisDown and RedisUp for subscribeRedis() come in
     * worker 0.
     *
     * Adopt comes for each connection, plain HTTP included, that this worker takes over from the one before, and before
     * any other callback of it: a script can fill its arrays again by getClientInfo(), topics() and state(). Connect
     * and Open do not come again. What it throws closes the connection with 1011. Registering it implies reload_mode
     * 'keep', and so supervise.
     *
     * Task runs what task() was given, in a task worker if there are any (task_worker_num), or else in the same worker: $srcWorkerId
     * is the number of the one that called task(). With the option task_object it gets ($server, Task) instead. Finish gets the
     * results, in the worker that called task().
     *
     * ManagerStart, ManagerStop, BeforeReload, AfterReload ($server) and WorkerError ($server, int $workerId, int $pid,
     * int $status, int $signal) come with the options supervise and worker_num, in the process that was started, where Start,
     * BeforeShutdown and Shutdown come as well.
     *
     * PipeMessage (Server $server, int $srcWorkerId, mixed $message) gets what another worker sent by sendMessage().
     *
     * @phpstan-param (
     *     $event_name is 'Open' ? callable(Server, Request): mixed : (
     *     $event_name is 'Message' ? callable(Server, Frame): mixed : (
     *     $event_name is 'Close' ? callable(Server, int, int, int, string): mixed : (
     *     $event_name is 'Disconnect' ? callable(Server, int): mixed : (
     *     $event_name is 'Request' ? callable(Request, Response): mixed : (
     *     $event_name is 'Handshake' ? callable(Request, Response): mixed : (
     *     $event_name is 'BeforeHandshakeResponse' ? callable(Server, Request, Response): mixed : (
     *     $event_name is 'Connect' ? callable(Server, int, int): mixed : (
     *     $event_name is 'BufferFull' ? callable(Server, int): mixed : (
     *     $event_name is 'BufferEmpty' ? callable(Server, int): mixed : (
     *     $event_name is 'Adopt' ? callable(Server, int): mixed : (
     *     $event_name is 'Start' ? callable(Server): mixed : (
     *     $event_name is 'WorkerStart' ? callable(Server, int): mixed : (
     *     $event_name is 'WorkerStop' ? callable(Server, int): mixed : (
     *     $event_name is 'WorkerExit' ? callable(Server, int): mixed : (
     *     $event_name is 'BeforeShutdown' ? callable(Server): mixed : (
     *     $event_name is 'Shutdown' ? callable(Server): mixed : (
     *     $event_name is 'Error' ? callable(Server, \Throwable, string): mixed : (
     *     $event_name is 'RedisDown' ? callable(Server, string): mixed : (
     *     $event_name is 'RedisUp' ? callable(Server, float): mixed : (
     *     $event_name is 'Task' ? (callable(Server, int, int, mixed): mixed)|(callable(Server, Task): mixed) : (
     *     $event_name is 'Finish' ? callable(Server, int, mixed): mixed : callable
     * )))))))))))))))))))))) $callback
     * @throws \ValueError if the event is unknown (the message suggests the nearest), or would never come:
     *     Receive, Packet
     * @throws Exception after start()
     */
    public function on(string $event_name, callable $callback): bool {}

    /** The callback registered for an event, or null. */
    public function getCallback(string $event_name): ?callable {}

    /**
     * Serves until shutdown() or the signal TERM or INT. Then it accepts no new connections, sends close
     * frames, calls Close for every connection, and calls Shutdown.
     *
     * @return bool true after an orderly stop
     * @throws Exception if no callback is registered, the server has started already, or the process cannot
     *     be set up
     */
    public function start(): bool {}

    /**
     * Begins an orderly stop, of all processes; start() returns true when it is done. False if the server is not
     * running.
     */
    public function shutdown(): bool {}

    /**
     * With the option supervise, or several workers: starts the script afresh, for all workers. When they are ready,
     * they accept, and those before close their connections with 1012 and end, unless reload_mode is 'keep'; if one
     * fails, the log says why and nothing changes. Returns at once.
     *
     * @return bool false without either, and the log says so: one process keeps its code until it is restarted
     */
    public function reload(bool $only_reload_taskworker = false): bool {}

    /**
     * Reads the files of ssl_cert_file, ssl_key_file and ssl_sni_certs again, as the signal HUP does: new connections get
     * what they hold now, and those that there are stay. With several workers or the option supervise, all workers do
     * that soon after this call. Files that cannot be used change nothing; the log says why.
     *
     * @return bool false if this one process serves and a file cannot be used, or no port has TLS
     * @throws Exception before start()
     */
    public function reloadCertificates(): bool {}

    /** The same as shutdown(), of all workers: $worker_id has no effect. */
    public function stop(int $worker_id = -1, bool $waitEvent = false): bool {}

    /**
     * Opens a further port. It uses the server's callbacks and settings unless it gets its own.
     *
     * @throws Exception as for the constructor; after start()
     */
    public function listen(string $host, int $port, int $sock_type = 1): Port {}

    /** @implementation-alias SeatPush\Server::listen */
    public function addlistener(string $host, int $port, int $sock_type = 1): Port {}

    /**
     * Sends a WebSocket message. When the same string goes to many connections in a row, it is encoded once.
     *
     * True: accepted for sending. False: the connection is gone, or its queue was full and it is now being
     * closed with 1013; never merely because the reader is slow. Without FLAG_FIN in $flags, fragments are
     * gathered and sent together with the last one.
     *
     * With the option send_yield, a full queue closes nothing: the callback or coroutine waits until there is
     * room. Then false means that the connection is gone, or that send_timeout is over, and the message was
     * not sent. Those that wait for one connection go on in the order in which they came. Where nothing can
     * wait, as in a destructor, it is as without the option. pushMany() and publish() never wait.
     *
     * A connection of another worker gets it from that one: then true means that it was open, and nothing waits for
     * room.
     *
     * @param Frame|string $data a Frame brings its own opcode and flags; a CloseFrame closes
     * @param int $opcode 0 continuation, 1 text, 2 binary, 8 close, 9 ping, 10 pong
     * @param int $flags FLAG_FIN, or 0; true and false mean the same. With FLAG_COMPRESS, a message that is shorter than
     *     compression_min_length is compressed, too, for a client that has agreed on that
     * @throws \ValueError if text is not UTF-8, $opcode is another one, or a control frame has more than 125
     *     bytes
     * @throws StoppedException when the server stops while it waits
     * @throws Exception before start()
     */
    public function push(int $fd, mixed $data, int $opcode = 1, int $flags = 1): bool {}

    /**
     * Makes a WebSocket connection a subscriber of a topic: publish() reaches it from now on. A topic is any
     * name, and exists while it has subscribers. Subscriptions end with the connection; nothing has to be
     * cleaned up in Close.
     *
     * @param string $topic 1 to 255 bytes
     * @return bool true even if it was one before; false if the connection is gone, is not a WebSocket, or
     *     has max_topics_per_connection topics (see getLastError()). Of another worker's connection that number is
     *     not known here: this is true, and the log says it if it has so many
     * @throws \ValueError another length
     * @throws Exception before start()
     */
    public function subscribe(int $fd, string $topic): bool {}

    /**
     * Ends one subscription of a connection, or with null all of them.
     *
     * @return bool false if there was none; for another worker's connection, if that is gone
     */
    public function unsubscribe(int $fd, ?string $topic = null): bool {}

    /**
     * The topics of a connection, in no particular order; in its Close callback, those that it had. Another worker
     * that has the connection is asked, as by getClientInfo().
     *
     * @return array [] if it is gone
     * @throws StoppedException when the server stops while it waits
     */
    public function topics(int $fd): array {}

    /**
     * The ids of a topic's subscribers, in no particular order, in all workers. The callback waits until the others
     * have answered, a second at most; what is missing then is in the log. Where nothing can wait, as in a destructor,
     * it knows only those of its own worker.
     *
     * @throws StoppedException when the server stops while it waits
     */
    public function subscribers(string $topic): array {}

    /**
     * How many subscribers a topic has, in all workers. While connections move to another worker, one of
     * them may count twice for a moment.
     */
    public function subscriberCount(string $topic): int {}

    /**
     * Sends a message to all subscribers of a topic. It is encoded once, and nothing is allocated per
     * receiver. A subscriber whose queue is full is closed with 1013, as by push(), unless topic() says
     * otherwise.
     *
     * $conflateKey and $windowMs leave messages out: what arrives is a subsequence of what was published with
     * the key. Use them for messages that describe a state ("sold: A1, B2"), never for messages that describe
     * a change ("also B2"). topic() sets them for all messages.
     *
     * @param int $opcode 1 text, 2 binary
     * @param int|null $except id of a connection that does not get the message, for example the sender's
     * @param string|null $conflateKey a slow reader gets only the last of the waiting messages of this topic
     *     and key, after whatever else waits. null: as topic() says, or none
     * @param int|null $windowMs 0 to 60000: the topic sends once in that time. The first message after a
     *     quiet time is sent at once. Of the messages that follow within the window, the last of each key is
     *     sent at its end, to all who are subscribed then except its own $except; messages without a key
     *     share one. What push() and other publish() calls send in the meantime arrives before it. A shorter
     *     time given within a longer window shortens it. null: as topic() says, or none
     * @return int how many connections accepted it for sending; if a window holds it: how many subscribers
     *     there are. What connections of other workers do is not waited for: of those all subscribers count,
     *     even one that is $except or whose queue is full
     * @throws \ValueError text that is not UTF-8; another opcode; a topic of another length
     * @throws Exception before start()
     */
    public function publish(string $topic, string $data, int $opcode = 1, ?int $except = null, ?string $conflateKey = null, ?int $windowMs = null): int {}

    /**
     * What a topic has cost in this worker since it first had subscribers there: subscriber_count, peak_subscriber_count and
     * publish_count; push_count, the messages queued on connections, and push_bytes, as if none were compressed. What was left out:
     * coalesced_count (replaced in a window), conflated_count (replaced in a queue) and dropped_count
     * (whenFull: 'drop_oldest'), which includes messages of other such topics that were dropped for this
     * one's.
     *
     * With several workers all are asked, as by subscribers(), and their numbers are added; of publish_count the
     * highest counts.
     *
     * @return array|null null: nobody is subscribed; a closing connection counts until its Close callback has
     *     run
     * @throws \ValueError a topic of another length
     * @throws Exception before start()
     */
    public function topicStats(string $topic): ?array {}

    /**
     * Sets a rule for all messages to the topics of a pattern, including those that come through Redis or a
     * Registry. Arguments of publish() take precedence. Of several rules that match, the one with the longest
     * pattern applies. Each message goes through the list of rules: tens of them cost nothing, thousands
     * would.
     *
     * @param string $pattern a topic, or the start of topics followed by a star: 'merchantId_*'
     * @param string|null $conflateKey see publish(); null: with a window, all messages of a topic share one
     *     key
     * @param int $windowMs see publish(); 0: no window
     * @param string $whenFull what happens to a subscriber whose queue is full. 'close': it is closed with
     *     1013. 'drop_oldest': it stays connected but misses messages, since the oldest that wait for it from
     *     such topics are dropped; when none of those wait any more, the new message is dropped
     * @throws \ValueError if the pattern has a star elsewhere, $whenFull is another word, or no rule is given
     * @throws Exception after start()
     */
    public function topic(string $pattern, ?string $conflateKey = null, int $windowMs = 0, string $whenFull = 'close'): void {}

    /**
     * Sends a message to each of several connections. The same as push() in a loop, only faster.
     *
     * @param array|\Traversable $fds ids
     * @return int how many connections accepted it for sending
     * @throws \ValueError if text is not UTF-8, $opcode is another one, or something in $fds is not an id
     * @throws Exception before start()
     */
    public function pushMany(array|\Traversable $fds, string $data, int $opcode = 1): int {}

    /**
     * Passes on what is published in Redis: after subscribeRedis('seats:*'), PUBLISH seats:show_7 refresh
     * reaches the subscribers of the topic show_7. The topic is the channel without the pattern's literal
     * start, which ends at its first * ? or [; for a pattern without any of these it is the whole channel.
     *
     * It never times out. When Redis goes away, the server keeps trying to reconnect; the events RedisDown
     * and RedisUp report it, and what was published in the meantime is lost. The address is the option
     * "redis". May be called before start() and in callbacks.
     *
     * @param callable|null $callback ($server, string $channel, string $data), called instead of publishing
     *     to topics
     * @param string|null $gap text that is sent, when Redis is back, to all topics of the pattern that have
     *     subscribers, for example "refresh"
     * @param string|null $conflateKey for the topics, including the gap's text, see publish(); null: as
     *     topic() says, or none
     * @param int|null $windowMs the same
     * @throws \ValueError if the pattern is empty or subscribed to already, or if a callback is combined with
     *     a $conflateKey or $windowMs, which its own publish() takes
     * @throws Exception if this was built without hiredis
     */
    public function subscribeRedis(string $pattern, ?callable $callback = null, ?string $gap = null, ?string $conflateKey = null, ?int $windowMs = null): void {}

    /**
     * Consumes a queue in Redis: takes one item after another off the left end of a list, which producers
     * fill with RPUSH, and passes it to the callback. An item is done when the callback has returned. If the
     * callback throws, or ends the process, the item is tried again, $tries times in all, and then goes to
     * the end of the list $dead. Nothing is lost; an item may come twice if a server dies, or loses Redis for
     * longer than registry_lease, while it works on it. Several servers can share a list. Needs Redis 6.2.
     *
     * @param callable $callback function (string $item, Server $server): void; may wait
     * @param string|null $dead null: the list's name with ":dead"
     * @throws \ValueError if the list's name is empty or consumed already, or $tries is not from 1 to 1000
     */
    public function consumeRedis(string $list, callable $callback, int $tries = 3, ?string $dead = null): void {}

    /**
     * Closes a WebSocket connection with a close frame. The same as close() for plain HTTP.
     *
     * @param int $code 1000-1003, 1007-1014, 3000-4999
     * @param string $reason UTF-8, at most 123 bytes
     * @throws \ValueError if the code or reason may not be sent (RFC 6455 section 7.4)
     * @return bool false if it is gone
     */
    public function disconnect(int $fd, int $code = 1000, string $reason = ''): bool {}

    /**
     * Sends an event with a name or an id to an event stream, see Response::eventStream(). Without them it is the same
     * as push(). It waits, and fails, as push() does.
     *
     * @param string $data UTF-8; a browser sees each CR, LF or CRLF in it as LF
     * @param string|null $event what the page listens to with addEventListener(); null: "message"
     * @param string|null $id what a client that connects again sends as Last-Event-ID; '': it forgets the last one
     * @return bool false if it is gone, or is no event stream: getLastError() says which
     * @throws \ValueError if one of them is not UTF-8, or $event or $id has a line break or NUL
     */
    public function sendEvent(int $fd, string $data, ?string $event = null, ?string $id = null): bool {}

    /**
     * Sends a ping.
     *
     * @param string $data at most 125 bytes
     * @throws \ValueError longer
     */
    public function ping(int $fd, string $data = ''): bool {}

    /** True if the WebSocket handshake is complete and the connection is not closing. */
    public function isEstablished(int $fd): bool {}

    /** True while the connection is open; false at once after close(). */
    public function exists(int $fd): bool {}

    /** @implementation-alias SeatPush\Server::exists */
    public function exist(int $fd): bool {}

    /**
     * Closes a connection: what is queued is sent first, then a close frame with code 1000. The Close
     * callback runs after the callback that is running now.
     *
     * @param bool $reset true: drops what is queued and resets the connection
     * @return bool false if it is gone
     */
    public function close(int $fd, bool $reset = false): bool {}

    /**
     * Sends bytes as they are, without framing, for protocols of your own after a Handshake callback. A full
     * queue is as for push(), with send_yield too.
     *
     * @throws StoppedException when the server stops while it waits
     */
    public function send(int $fd, string $data, int $serverSocket = -1): bool {}

    /**
     * Facts about a connection: websocket_status (0 none, 1 connection, 2 handshake, 3 active, also in its Close
     * callback; 4 closing), websocket_compression (agreed on), server_port, server_fd, socket_fd, socket_type, remote_port, remote_ip, reactor_id, connect_time,
     * last_time, last_recv_time, last_send_time, last_dispatch_time, close_errno, recv_queued_bytes,
     * send_queued_bytes, and uid after bind(). reactor_id, close_errno and recv_queued_bytes are always 0.
     *
     * A worker that does not have the connection asks the one that has it. Until the answer has come the callback
     * waits, a second at most; others are served meanwhile. server_fd and socket_fd are that worker's.
     *
     * @return array|false false if it is gone; in its Close callback it is not gone yet. Also if the other worker does
     *     not answer, which the log says, and where nothing can wait, as in a destructor (see getLastError())
     * @throws StoppedException when the server stops while it waits
     */
    public function getClientInfo(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false {}

    /** @implementation-alias SeatPush\Server::getClientInfo */
    public function connection_info(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false {}

    /**
     * The next ids after $start_fd, in the order in which the connections came.
     *
     * @param int $find_count 1 to 100
     * @throws \ValueError another count
     * @return array|false false at the end
     */
    public function getClientList(int $start_fd = 0, int $find_count = 10): array|false {}

    /** @implementation-alias SeatPush\Server::getClientList */
    public function connection_list(int $start_fd = 0, int $find_count = 10): array|false {}

    /**
     * Binds a user id to a connection, once; getClientInfo() shows it as uid.
     *
     * @param int|string $uid a string of at most 255 bytes
     * @return bool false if the connection is gone or has a user id already. Another worker's connection keeps the one
     *     that it has, and this is true
     */
    public function bind(int $fd, int|string $uid): bool {}

    /**
     * Keeps a text of the script's own beside an open connection, plain HTTP included, until its Close callback has
     * run: nothing has to be cleaned up. It does not count towards memory_limit, and a connection that another worker
     * takes over (see the option reload_mode) brings it along, unlike what variables hold. Plain HTTP through a proxy
     * may bring requests of several clients on one connection.
     *
     * @param string $state up to 4096 bytes; a further one replaces it, and '' removes it
     * @return bool false if the connection is gone
     * @throws \ValueError longer
     * @throws Exception before start()
     */
    public function setState(int $fd, string $state): bool {}

    /**
     * What setState() has kept, also in the connection's Close callback. Another worker that has the connection is
     * asked, as by getClientInfo(); it knows what this one has set before.
     *
     * @return string|false '' if there is none; false if the connection is gone, or the other worker does not answer
     * @throws StoppedException when the server stops while it waits
     * @throws Exception before start()
     */
    public function state(int $fd): string|false {}

    /**
     * Ids of connections that have been silent for longer than heartbeat_idle_time; with $close they are
     * closed. Other workers are asked, as by subscribers().
     *
     * @return array|false false without heartbeat_idle_time
     */
    public function heartbeat(bool $close = true): array|false {}

    /**
     * Counters since start(), and current values: start_time, connection_num, accept_count, close_count,
     * abort_count (without a close frame), request_count, response_count, message_count (received),
     * push_count (messages queued, by publish() too), compressed_message_count and compressed_push_count
     * (of these, as they came and went), compression_saved_bytes (that the latter were shorter), compressed_response_count,
     * refused_compression_count (in pieces, and not compressed: see http_compression_streams), publish_count, topic_count, subscription_count,
     * redis_connected, redis_message_count, redis_bad_count (not UTF-8), redis_down_count, push_gone_count,
     * push_full_count, total_recv_bytes, total_send_bytes, queued_bytes, max_conn, refused_connection_count,
     * refused_request_count, protocol_error_count, timeout_count, coalesced_count, conflated_count and
     * dropped_count (see topicStats()), peak_connection_num, peak_queued_bytes (in all queues),
     * peak_queue_bytes (in one), flood_count (closed for exceeding a rate), refused_address_count (429),
     * refused_origin_count (403), refused_tls_count (handshakes of TLS that failed), callback_bytes (of PHP's
     * memory, by estimate, for what running callbacks were given), refused_memory_count (because of memory_limit or total_callback_size),
     * input_bytes (of incomplete input), refused_input_count (because of
     * total_input_size), task_count (accepted), tasking_num (of these, not finished yet), task_queue_num (of this
     * worker, not begun), task_worker_num (task workers; without any, tasks that may run at a time), task_idle_worker_num (that have
     * nothing to do),
     * refused_task_count, min_fd, max_fd, session_round; and names that scripts for Swoole read, as far as
     * they mean something here (worker_num ...). With several workers the counters are of all together; worker_id and generation say
     * which worker was asked, and topic_count, subscription_count, queued_bytes, input_bytes, callback_bytes, task_queue_num and those
     * that begin with redis_ are its own.
     */
    public function stats(): array {}

    /**
     * Which worker this process is: workers count from 0 on, then task workers, then processes of addProcess(); null in the process that was started, and in every other
     * one. Known from the script's first line on.
     */
    public static function workerId(): ?int {}

    /** How often the script had been started again when this process was: 0 until the first reload. */
    public static function generation(): int {}

    /** The number of this worker, 0 without workers; false before start(). */
    public function getWorkerId(): int|false {}

    /**
     * Process id of a worker.
     *
     * @param int $worker_id its number; -1: this one
     * @return int|false false without a worker of that number, as for a moment after one has ended
     */
    public function getWorkerPid(int $worker_id = -1): int|false {}

    /**
     * What a worker does at this moment.
     *
     * @param int $worker_id its number; -1: this one
     * @return int|false WORKER_BUSY while a callback holds it, or while it has a task to do; WORKER_IDLE; false without a worker
     *     of that number, and before start()
     */
    public function getWorkerStatus(int $worker_id = -1): int|false {}

    /** Process id of the server: the process that was started. With workers, it is none of them. */
    public function getMasterPid(): int {}

    /** The same as getMasterPid(): the process that was started is the manager, too. */
    public function getManagerPid(): int {}

    /** Why the last call on this object returned false: an ERROR_ constant; 0 for none. */
    public function getLastError(): int {}

    /**
     * Makes the running callback wait while everything else is served; PHP's own sleep() would stop the whole
     * server. The next callbacks of the same connection run after this one has ended. State of the process is
     * shared in the meantime: variables may have changed afterwards, and what other callbacks print while
     * your ob_start() is open goes into your buffer.
     *
     * @throws \ValueError a negative number
     * @throws StoppedException when the server stops
     * @throws Exception outside a callback, in a destructor, a signal handler or an output handler, or
     *     when four times max_concurrency callbacks wait
     */
    public function sleep(int $ms): void {}

    /**
     * Starts a coroutine: see Coroutine::create(). It does not hold back the next callbacks of a connection.
     *
     * @param callable $callback called with $args
     * @return int|false its id
     * @throws Exception when as many live as max_coroutine allows, or in a destructor
     */
    public function go(callable $callback, mixed ...$args): int|false {}

    /** Calls back every $ms milliseconds. The same as Timer::tick(). */
    public function tick(int $ms, callable $callback, mixed ...$args): int {}

    /** Calls back once after $ms milliseconds. The same as Timer::after(). */
    public function after(int $ms, callable $callback, mixed ...$args): int {}

    /** The same as Timer::clear(). */
    public function clearTimer(int $timer_id): bool {}

    /** Calls back once, after the callback that is running now. */
    public function defer(callable $callback): void {}

    /**
     * Queues a task: the Task callback gets $data, in a coroutine of its own. What Task returns, unless it is null, and what it
     * passes to finish(), goes to the Finish callback of this worker. Tasks begin in the order of the calls.
     *
     * With task_worker_num they run in task workers: whichever has the least to do gets the next one, and works on
     * task_concurrency of each worker's tasks at a time. A Task callback may block there. What a task worker has not begun when it ends,
     * by a crash or a reload, goes to another; what it had begun when it crashed is lost, which is logged, and is not run
     * again. A task of a Task callback runs in the same task worker.
     *
     * Without, they run in this worker, after the callback that is running now, task_concurrency at a time, and at most so many
     * begin before others are served again. A Task callback that blocks, in PDO or sleep(), stops everybody there.
     *
     * When the server stops, tasks go on until max_wait_time is nearly over; the log says how many were dropped then.
     *
     * @param mixed $data for a task worker it goes through serialize(), 4 MiB at most, so an object is a copy there; otherwise it is
     *     passed as it is
     * @param int $taskWorkerIndex the task worker that is to run it, from 0 to task_worker_num - 1; -1: any. No effect
     *     without task workers
     * @param callable|null $finishCallback function (Server $server, int $taskId, mixed $result): called
     *     instead of Finish
     * @return int|false the task's id, rising from 0 in each worker; false if task_queue tasks wait already, or the server
     *     has stopped, which is logged
     * @throws \ValueError if $data is longer, or there is no such task worker
     * @throws \Exception if $data cannot be serialised
     * @throws Exception without a Task callback, and before start()
     */
    public function task(mixed $data, int $taskWorkerIndex = -1, ?callable $finishCallback = null): int|false {}

    /**
     * The same as task(), and waits for the first result while others are served. Later results are dropped,
     * and Finish is not called.
     *
     * @param float $timeout seconds, at least 0.001
     * @return mixed the result; false if there is none in time, and at once if Task has thrown, if it has
     *     ended without a result, or if task() would return false
     * @throws \ValueError another $timeout
     * @throws StoppedException when the stop's time is over
     * @throws Exception as for task(); in a Task callback, and where nothing can wait, see sleep()
     */
    public function taskwait(mixed $data, float $timeout = 0.5, int $taskWorkerIndex = -1): mixed {}

    /**
     * The same as taskwait() for several tasks, and waits for all of them.
     *
     * @param array $tasks the data of each
     * @param float $timeout seconds, at least 0.001, for all together
     * @return array|false the results, under the keys of $tasks. A task that takes too long has no key; one
     *     that failed, as for taskwait(), is false. False if no result came in time. With
     *     task_enable_coroutine: what taskCo() returns
     * @throws \ValueError as for taskwait()
     * @throws Exception as for taskwait()
     */
    public function taskWaitMulti(array $tasks, float $timeout = 0.5): array|false {}

    /**
     * The same as taskWaitMulti(), except that every task has its key: false is one that failed or takes too
     * long.
     *
     * @return array|false always an array
     */
    public function taskCo(array $tasks, float $timeout = 0.5): array|false {}

    /**
     * In a Task callback: passes a result of the task to the Finish callback, in the worker that called task(), or to
     * the one that waits for it in taskwait(). It may be called several times, and what Task returns is one
     * result more.
     *
     * @return bool false if nobody gets it: there is no Finish callback, or the one that waited does not wait
     *     any more
     * @throws Exception outside a Task callback: Task::finish() can be called anywhere
     */
    public function finish(mixed $data): bool {}

    /**
     * Sends a message to another worker, whose PipeMessage callback gets it. What one worker sends to another arrives
     * in order. It is lost if that one ends before its callback is called, and a worker that comes later does not get
     * it.
     *
     * @param mixed $message anything that serialize() takes; together at most 4 MiB
     * @param int $dstWorkerId its number, as getWorkerId() says there, and not this worker's own
     * @return bool whether it is on its way; false: that worker is not there at this moment, since it has ended, or
     *     does not serve yet, or has not taken the last 8 MiB that were sent to it
     * @throws Exception if no PipeMessage callback is registered
     * @throws \ValueError if there is no such worker, or the message is too long; with Swoole's names false and a
     *     warning
     */
    public function sendMessage(mixed $message, int $dstWorkerId): bool {}

    /**
     * Before start(): a process of your own beside the server, which is started with it, and again whenever it ends. It runs the
     * same script, and in place of serving calls the Process' callable. supervise is implied.
     *
     * @return int the number of the process among those of addProcess(), from 0 on
     * @throws Exception after start(), and for a Process that was added already
     */
    public function addProcess(Process $process): int {}

    /**
     * Encodes a message as the bytes of a frame.
     *
     * @throws \ValueError as for push()
     */
    public static function pack(mixed $data, int $opcode = 1, int $flags = 1): string {}

    /** Decodes the frame at the start of $data; false if there is no complete one. */
    public static function unpack(string $data): Frame|false {}
}

/**
 * A port of a server, created by Server::listen(). Callbacks and settings that it does not have are taken
 * from the server. $server->ports[0] is the server's own port: what is set on it is set on the server.
 */
#[\AllowDynamicProperties]
class Port
{
    public string $host = '';
    public int $port = 0;
    public int $type = 1;
    public bool $ssl = false;
    /** The settings given to set(), merged. */
    public array $setting = [];
    /** Ids of this port's connections. */
    public ConnectionIterator $connections;

    private function __construct() {}

    /**
     * Sets options of this port only.
     *
     * @throws \ValueError as for Server::set(), and for an option that belongs to the whole server; with
     *     seatpush.swoole_aliases=1 such a one is ignored, and the log names it
     */
    public function set(array $settings): bool {}

    /**
     * Registers a callback for this port's connections: Connect, Open, Message, Close, Disconnect,
     * Request, Handshake, BeforeHandshakeResponse, BufferFull, BufferEmpty, Adopt.
     *
     * @phpstan-param (
     *     $event_name is 'Open' ? callable(Server, Request): mixed : (
     *     $event_name is 'Message' ? callable(Server, Frame): mixed : (
     *     $event_name is 'Close' ? callable(Server, int, int, int, string): mixed : (
     *     $event_name is 'Disconnect' ? callable(Server, int): mixed : (
     *     $event_name is 'Request' ? callable(Request, Response): mixed : (
     *     $event_name is 'Handshake' ? callable(Request, Response): mixed : (
     *     $event_name is 'BeforeHandshakeResponse' ? callable(Server, Request, Response): mixed : (
     *     $event_name is 'Connect' ? callable(Server, int, int): mixed : (
     *     $event_name is 'BufferFull' ? callable(Server, int): mixed : (
     *     $event_name is 'BufferEmpty' ? callable(Server, int): mixed : (
     *     $event_name is 'Adopt' ? callable(Server, int): mixed : callable
     * ))))))))))) $callback
     * @throws \ValueError unknown event, or one that belongs to the whole server
     */
    public function on(string $event_name, callable $callback): bool {}

    /**
     * The callback registered on this port itself, or null.
     *
     * @throws \ValueError unknown event, or one that belongs to the whole server
     */
    public function getCallback(string $event_name): ?callable {}
}

/**
 * A process of the script's own, for Server::addProcess().
 *
 * Its callable runs in a process that has run the script up to start(), as a worker has: with variables of its own, without
 * connections, and with all that the server can tell them: push(), publish(), $server->connections. It may block for as long as it likes; if
 * it waits in Coroutine::sleep() or Redis, other coroutines and timers of the process go on. When it returns, throws or is killed, it is
 * started again, at once or, if it has ended within ten seconds again and again, a little later each time. The signal TERM ends it: at the
 * stop, and at a reload, when the new generation serves; the next one is started after that.
 *
 * @not-serializable
 */
final class Process
{
    /** Process id, in the process itself. */
    public int $pid = 0;
    /** The number of the process, which comes after those of the workers and task workers, in the process itself. */
    public int $id = 0;

    /**
     * @param callable $callback function (Process $process): called in the process
     * @param bool $redirect_stdin_and_stdout accepted for scripts of other servers, and makes no difference
     * @param int $pipe_type the same
     * @param bool $enable_coroutine the same: it always runs in a coroutine
     */
    public function __construct(callable $callback, bool $redirect_stdin_and_stdout = false, int $pipe_type = 2, bool $enable_coroutine = false) {}

    /** Sets the process title, if the system can. */
    public function name(string $process_name): bool {}

    /** Ends the process, as exit() does. */
    public function exit(int $exit_code = 0): void {}

    /**
     * Not available: throws. To tell a process something use $server->sendMessage($data, $number), whose PipeMessage callback is called
     * when it waits, or Redis.
     * @throws Exception always
     */
    public function write(string $data): int|false {}

    /**
     * @see Process::write()
     * @throws Exception always
     */
    public function read(int $size = 8192): string|false {}

    /**
     * Not available: throws. Give the Process to Server::addProcess().
     * @throws Exception always
     */
    public function start(): int|false {}
}

/**
 * What a Task callback gets with the option task_object, task_use_object or task_enable_coroutine.
 *
 * @not-serializable
 */
final class Task
{
    /** What task() was given. */
    public mixed $data = null;
    /** When task() was called: seconds since 1970, with a fraction. */
    public float $dispatch_time = 0.0;
    /** What task() has returned. */
    public int $id = -1;
    /** The number of the worker that called task(). */
    public int $worker_id = -1;
    /** Always 0. */
    public int $flags = 0;

    private function __construct() {}

    /** The same as Server::finish(), anywhere: in another coroutine or a timer, and after Task has returned. */
    public function finish(mixed $data): bool {}
}

/**
 * The ids of open connections, in the order in which they came. Connections that come or end during an
 * iteration do not disturb it.
 *
 * @not-serializable
 */
final class ConnectionIterator implements \Iterator, \ArrayAccess, \Countable
{
    private function __construct() {}

    public function current(): mixed {}

    public function key(): mixed {}

    public function next(): void {}

    public function rewind(): void {}

    public function valid(): bool {}

    public function count(): int {}

    /** The same as Server::exists(). */
    public function offsetExists(mixed $offset): bool {}

    /** The same as Server::getClientInfo(). */
    public function offsetGet(mixed $offset): mixed {}

    /** Does nothing. */
    public function offsetSet(mixed $offset, mixed $value): void {}

    /** Does nothing. */
    public function offsetUnset(mixed $offset): void {}
}

/**
 * An HTTP request. What is absent is null, not an empty array.
 *
 * Cookies, query, forms and files are what PHP makes of the same bytes under php-fpm, limits of php.ini included
 * (max_input_vars, max_input_nesting_level, max_file_uploads). Four things differ: a form is read whatever the method is,
 * several Cookie fields are one, of a body's fields exactly max_input_vars are taken (PHP takes one more), and
 * filter.default does not count.
 */
#[\AllowDynamicProperties]
class Request
{
    /** The connection's id. */
    public int $fd = 0;
    public int $streamId = 0;
    /**
     * Header fields, with names in lower case. Values of a repeated field are joined with ", ". A name that is
     * a number, such as 123, is an integer key, as in any PHP array.
     */
    public ?array $header = null;
    /** request_method, request_uri, path_info, query_string (if any), request_time, request_time_float, server_protocol, server_port, server_addr, remote_port, remote_addr, master_time. */
    public ?array $server = null;
    /** What $_COOKIE would be. */
    public ?array $cookie = null;
    /** What $_GET would be: the query, with PHP's array syntax. */
    public ?array $get = null;
    /**
     * Uploaded files of a multipart body, in the form of $_FILES, in nested forms, too: for an input "pics[a][]"
     * the first name is $files['pics']['name']['a'][0]. They are deleted with this object, unless
     * move_uploaded_file() has moved them.
     */
    public ?array $files = null;
    /** What $_POST would be: the fields of a url-encoded or multipart body, with PHP's array syntax. Other than in PHP the method does not matter. */
    public ?array $post = null;
    /** The paths of the uploaded files. */
    public ?array $tmpfiles = null;

    /** The body as received; "" if there is none. */
    public function rawContent(): string|false {}

    /** @implementation-alias SeatPush\Request::rawContent */
    public function getContent(): string|false {}

    /** The whole request as received: head and body. */
    public function getData(): string|false {}

    /** The method, for example GET. */
    public function getMethod(): string|false {}
}

/**
 * A cookie for Response::cookie(), set step by step: each with...() changes this object and returns it.
 *
 * @not-serializable
 */
class Cookie
{
    /** @param bool $encode false: the value is sent as it is, as by Response::rawcookie() */
    public function __construct(bool $encode = true) {}

    /** @throws \ValueError if it is empty, or has a character that a name may not have */
    public function withName(string $name): Cookie {}

    /**
     * @param string $value '': the cookie is deleted
     * @throws \ValueError if it is sent as it is, and has a character that a value may not have
     */
    public function withValue(string $value = ''): Cookie {}

    /**
     * @param int $expires Unix time; 0: at the end of the browser's session
     * @throws \ValueError after the year 9999
     */
    public function withExpires(int $expires = 0): Cookie {}

    /**
     * Without it the cookie has no path: the browser takes the folder of the request. To delete a cookie, give the
     * path and domain that it was set with.
     *
     * @throws \ValueError if it has a character that an attribute may not have; so for the other attributes
     */
    public function withPath(string $path = '/'): Cookie {}

    /** @throws \ValueError as for withPath() */
    public function withDomain(string $domain = ''): Cookie {}

    /** Over https only. */
    public function withSecure(bool $secure = false): Cookie {}

    /** Not for scripts of the page. */
    public function withHttpOnly(bool $httpOnly = false): Cookie {}

    /**
     * @param string $sameSite Strict, Lax or None; '': the attribute is not sent
     * @throws \ValueError as for withPath()
     */
    public function withSameSite(string $sameSite = ''): Cookie {}

    /**
     * @param string $priority Low, Medium or High; '': the attribute is not sent
     * @throws \ValueError as for withPath()
     */
    public function withPriority(string $priority = ''): Cookie {}

    /** One for each site that the page is embedded in; browsers want withSecure(true) with it. */
    public function withPartitioned(bool $partitioned = false): Cookie {}

    /**
     * The value of the Set-Cookie field.
     *
     * @return string|false with Swoole's names: false where otherwise it throws
     * @throws \ValueError if it has no name
     */
    public function toString(): string|false {}

    /** name, value, path, domain, sameSite, priority; encode, secure, httpOnly, partitioned; expires. */
    public function toArray(): array {}

    /** Takes back all that was set, $encode of the constructor included. */
    public function reset(): void {}
}

/**
 * The answer to one HTTP request. If it is never ended, the client gets a 500. Methods return false if the
 * response was already ended or its connection is gone.
 */
#[\AllowDynamicProperties]
class Response
{
    /** The connection's id. */
    public int $fd = 0;
    /** Headers set so far, or null. What is put in by hand is checked when it is sent: if it cannot be, it is left out and a line is logged. */
    public ?array $header = null;
    public ?array $cookie = null;
    public ?array $trailer = null;

    /**
     * Sets a header field.
     *
     * Some fields mean something to the server itself. With "Connection: close" the connection ends after the
     * response; other options in it are sent, too. "Date" stands in the place of the server's. With
     * "Content-Length" the body must have that many bytes: write() is then not chunked, and the answers to HEAD and
     * those with status 304 keep it. "Transfer-Encoding" is refused. In Handshake and BeforeHandshakeResponse
     * "Sec-WebSocket-Protocol" must be one that the client offered, and "Sec-WebSocket-Extensions" is refused; in the
     * latter also "Sec-WebSocket-Accept".
     *
     * @param string|array $value an array repeats the field
     * @param bool $format true: "x-a" becomes "X-A"
     * @throws \ValueError if the name is not a token, the value has control characters, or the field cannot be sent
     */
    public function header(string $key, string|array $value, bool $format = true): bool {}

    /** @implementation-alias SeatPush\Response::header */
    public function setHeader(string $key, string|array $value, bool $format = true): bool {}

    /**
     * Sets a trailer field, sent after the body, which is chunked then. Those that are set before the head is sent
     * are announced in it, unless you set "Trailer" yourself.
     *
     * @return bool false also if the client cannot be sent one: HTTP/1.0, HEAD, a Content-Length of yours
     * @throws \ValueError a name that is no token, or of a field that belongs in the head; control characters in the value
     */
    public function trailer(string $key, string $value): bool {}

    /**
     * @param int $http_code 200 to 599; 101 in a Handshake callback
     * @throws \ValueError if the code is another one, or the reason has control characters
     */
    public function status(int $http_code, string $reason = ''): bool {}

    /** @implementation-alias SeatPush\Response::status */
    public function setStatusCode(int $http_code, string $reason = ''): bool {}

    /**
     * Sets a cookie as setcookie() does: the value is encoded as by rawurlencode(), a blank as %20. Without $path it
     * is "/".
     *
     * @param Cookie|string $name_or_object the name; or a Cookie, which brings everything with it, and the other
     *     arguments do not count
     * @param string $value '': deletes the cookie
     * @param int $expires Unix time; 0: at the end of the browser's session
     * @param bool $partitioned one for each site that the page is embedded in; browsers want $secure with it
     * @throws \ValueError if the name or an attribute is not allowed in the header, or the Cookie has no name
     */
    public function cookie(Cookie|string $name_or_object, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool {}

    /** @implementation-alias SeatPush\Response::cookie */
    public function setCookie(Cookie|string $name_or_object, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool {}

    /** Like cookie(), but the value is sent as it is; a Cookie itself says whether its value is encoded. */
    public function rawcookie(Cookie|string $name_or_object, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool {}

    /** @implementation-alias SeatPush\Response::rawcookie */
    public function setRawCookie(Cookie|string $name_or_object, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool {}

    /**
     * Makes $header, $cookie and $trailer arrays if they are null. Not needed before anything else.
     *
     * @return bool false if the response was already ended or begun
     */
    public function initHeader(): bool {}

    /**
     * Sends a piece of the body. The first one sends the head. The body is chunked, or has the Content-Length that
     * you have set; for HTTP/1.0 without one it ends with the connection.
     *
     * With the option http_compression each piece is compressed, and sent so that the client can read it at once.
     *
     * While the connection's queue is full, the callback waits, as in Server::sleep().
     *
     * @return bool false also where it cannot wait, as in a destructor; then getLastError() of the server is
     *     ERROR_QUEUE_FULL, and nothing was queued
     * @throws StoppedException if the server stops in the meantime
     * @throws \ValueError if the body becomes longer than your Content-Length; nothing of this piece is sent then
     */
    public function write(string $content): bool {}

    /**
     * Sends a file as the body and ends the response. The file is read as the client takes it. Unless you set
     * a Content-Type, the file name's extension determines it.
     *
     * @param int $offset first byte
     * @param int $length bytes; 0: to the end
     * @return bool false also if there is no such file or it cannot be read; then nothing was sent
     * @throws \ValueError if the offset or length is negative or beyond the end of the file, or if you have set another
     *     Content-Length
     */
    public function sendfile(string $filename, int $offset = 0, int $length = 0): bool {}

    /**
     * Sends the response, or the end of one begun by write(). A second call returns false.
     *
     * @throws \ValueError if the body does not have the Content-Length that you have set; then the response is not over
     */
    public function end(?string $content = null): bool {}

    /**
     * Ends the response with a Location header. Characters that a URI cannot have, such as blanks and non-ASCII ones,
     * are percent-encoded; what is encoded already stays as it is.
     *
     * @throws \ValueError if the status is not a redirection, or the location has control characters
     */
    public function redirect(string $location, int $http_code = 302): bool {}

    /** True until end(), while the connection is open. */
    public function isWritable(): bool {}

    /**
     * Turns the connection into an event stream (server-sent events, which browsers read with EventSource): from here
     * on it gets messages like a WebSocket, with push(), publish(), subscribe(), sendEvent() and all their limits; a
     * text is the data of one event. disconnect() or close() ends it, and Close is called when it has ended. The
     * response is over: write() and end() do nothing any more.
     *
     * Sent are status 200, "Content-Type: text/event-stream", your other fields, and, unless you set them,
     * "Cache-Control: no-store" and "X-Accel-Buffering: no". With the option allowed_origins a page that it lets in may
     * read the stream from another origin (CORS), and any other page gets a 403. While nothing is sent, a comment goes
     * out every ping_interval. The field "Last-Event-ID" of the request says which id a client saw last.
     *
     * @param int|null $retryMs milliseconds that the client is to wait before it connects again; null: its own default
     * @return bool false if there is no stream: the response has been ended or begun, or detached; it was a HEAD, which
     *     is answered; the page was refused; the client is gone
     * @throws \ValueError if you have set another status or a Content-Length, in a Handshake callback, or if $retryMs
     *     is negative
     */
    public function eventStream(?int $retryMs = null): bool {}

    /** Detaches the object: the response stays open when the object is freed, until Response::create($fd) takes it over. */
    public function detach(): bool {}

    /**
     * The open response of a connection after detach(); false if there is none.
     *
     * @param object|array|int $server the connection's id; or the server, and the id is $fd; or
     *     `[$server, $request]`
     * @throws \ValueError an array without a Request
     */
    public static function create(object|array|int $server, int $fd = -1): Response|false {}
}

/**
 * A WebSocket message. $data is never compressed; if it came so, $flags has Server::FLAG_COMPRESS and 4 (RSV1).
 */
#[\AllowDynamicProperties]
class Frame implements \Stringable
{
    public int $fd = 0;
    public string $data = '';
    public int $opcode = 1;
    public int $flags = 1;
    public ?bool $finish = null;

    /** The bytes of the frame, as from Server::pack(). */
    public function __toString(): string {}

    /** @implementation-alias SeatPush\Server::pack */
    public static function pack(mixed $data, int $opcode = 1, int $flags = 1): string {}

    /** @implementation-alias SeatPush\Server::unpack */
    public static function unpack(string $data): Frame|false {}
}

/**
 * A close frame: received with open_websocket_close_frame, or pushed to close.
 */
#[\AllowDynamicProperties]
class CloseFrame extends Frame
{
    public int $opcode = 8;
    public int $code = 1000;
    public string $reason = '';
}

/** A list of timers' ids: what Timer::list() returns. */
class TimerIterator extends \ArrayIterator
{
}

/**
 * Timers of the server's loop. Those created before start() begin to run with it. Timers of the same
 * $ms are called in the order in which they were made (for the first 256 lengths that a script uses).
 */
final class Timer
{
    private function __construct() {}

    /**
     * Calls back again and again: $callback($timer_id, ...$args).
     *
     * @param int $ms at least 1
     * @return int the timer's id
     * @throws \ValueError $ms below 1
     */
    public static function tick(int $ms, callable $callback, mixed ...$args): int {}

    /** Calls back once: $callback(...$args). */
    public static function after(int $ms, callable $callback, mixed ...$args): int {}

    /** Ends a timer; false if there is none with that id. */
    public static function clear(int $timer_id): bool {}

    /** Ends all timers. */
    public static function clearAll(): bool {}

    public static function exists(int $timer_id): bool {}

    /**
     * exec_msec (milliseconds until it fires), exec_count (how often it fired), interval (0: once), round
     * (stats()' round when it was made), removed (false). null: there is none with that id.
     */
    public static function info(int $timer_id): ?array {}

    /** The ids of all timers, in the order in which they were created, for foreach and count(). */
    public static function list(): TimerIterator {}

    /** initialized, num, round. */
    public static function stats(): array {}
}

/**
 * Thrown when Redis answers with an error or does not answer, or when the connection to it is lost. The
 * message is Redis' own where there is one.
 */
class RedisException extends Exception
{
}

/**
 * Redis for callbacks: a command waits for its answer, and other callbacks run meanwhile. Before
 * start() and outside a server it blocks, as phpredis does.
 *
 * All callbacks share one connection per object, and what they ask at the same time is sent together, so
 * create one object and use it everywhere. It connects by itself at the first command, and keeps reconnecting
 * when the connection is lost. While Redis is away, commands fail at once with a RedisException. Nothing is
 * ever sent twice: a command whose answer was lost fails, and may have been executed.
 *
 * Methods have the names, order of arguments and results of phpredis; the list is below. Arrays are spread:
 * lists give their values, `['EX' => 10]` gives name and value, and `['WITHSCORES' => true]` the name alone.
 * Anything else that Redis knows goes through command(). Blocking commands and transaction() each take a
 * connection of their own, at most 16 in all. Commands that would change the shared connection are refused,
 * with a message that says what to do instead: login and database belong in the address.
 *
 * @method int|false append(string $key, mixed $value)
 * @method int|false bitCount(string $key, int ...$range)
 * @method string|false blMove(string $source, string $destination, string $from, string $to, float $timeout)
 * @method array blPop(string|array $keys, float $timeout)
 * @method array brPop(string|array $keys, float $timeout)
 * @method string|false brPopLPush(string $source, string $destination, float $timeout)
 * @method array bzPopMax(string|array $keys, float $timeout)
 * @method array bzPopMin(string|array $keys, float $timeout)
 * @method bool copy(string $source, string $destination, array $options = [])
 * @method int|false dbSize()
 * @method int|false decr(string $key, int $by = 1)
 * @method int|false decrBy(string $key, int $by)
 * @method int|false del(string|array $key, string ...$keys)
 * @method string|false echo(string $text)
 * @method mixed eval(string $script, array $arguments = [], int $keys = 0)
 * @method mixed evalSha(string $sha1, array $arguments = [], int $keys = 0)
 * @method int|false exists(string|array $key, string ...$keys)
 * @method bool expire(string $key, int $seconds)
 * @method bool expireAt(string $key, int $time)
 * @method bool flushAll()
 * @method bool flushDB()
 * @method string|false get(string $key)
 * @method int|false getBit(string $key, int $offset)
 * @method string|false getDel(string $key)
 * @method string|false getEx(string $key, array $options = [])
 * @method string|false getRange(string $key, int $start, int $end)
 * @method string|false getSet(string $key, mixed $value)
 * @method int|false hDel(string $key, string ...$fields)
 * @method bool hExists(string $key, string $field)
 * @method string|false hGet(string $key, string $field)
 * @method array hGetAll(string $key)
 * @method int|false hIncrBy(string $key, string $field, int $by)
 * @method float|false hIncrByFloat(string $key, string $field, float $by)
 * @method array hKeys(string $key)
 * @method int|false hLen(string $key)
 * @method array hMGet(string $key, array $fields)
 * @method bool hMSet(string $key, array $values)
 * @method int|false hSet(string $key, mixed ...$values)
 * @method bool hSetNx(string $key, string $field, mixed $value)
 * @method int|false hStrLen(string $key, string $field)
 * @method array hVals(string $key)
 * @method int|false incr(string $key, int $by = 1)
 * @method int|false incrBy(string $key, int $by)
 * @method float|false incrByFloat(string $key, float $by)
 * @method array keys(string $pattern)
 * @method string|false lIndex(string $key, int $index)
 * @method int|false lInsert(string $key, string $where, mixed $pivot, mixed $value)
 * @method int|false lLen(string $key)
 * @method string|false lMove(string $source, string $destination, string $from, string $to)
 * @method string|array|false lPop(string $key, int $count = 1)
 * @method int|false lPush(string $key, mixed ...$values)
 * @method int|false lPushx(string $key, mixed ...$values)
 * @method array lRange(string $key, int $start, int $end)
 * @method int|false lRem(string $key, mixed $value, int $count = 0)
 * @method bool lSet(string $key, int $index, mixed $value)
 * @method bool lTrim(string $key, int $start, int $end)
 * @method array mGet(array $keys)
 * @method bool mSet(array $values)
 * @method bool mSetNx(array $values)
 * @method bool persist(string $key)
 * @method bool pExpire(string $key, int $ms)
 * @method bool pExpireAt(string $key, int $ms)
 * @method int|false pfAdd(string $key, array $values)
 * @method int|false pfCount(string|array $keys)
 * @method bool ping()
 * @method bool pSetEx(string $key, int $ms, mixed $value)
 * @method int|false pTtl(string $key)
 * @method int|false publish(string $channel, string $message)
 * @method string|false randomKey()
 * @method bool rename(string $key, string $name)
 * @method bool renameNx(string $key, string $name)
 * @method string|array|false rPop(string $key, int $count = 1)
 * @method string|false rPopLPush(string $source, string $destination)
 * @method int|false rPush(string $key, mixed ...$values)
 * @method int|false rPushx(string $key, mixed ...$values)
 * @method int|false sAdd(string $key, mixed ...$values)
 * @method int|false sCard(string $key)
 * @method array sDiff(string ...$keys)
 * @method int|false sDiffStore(string $destination, string ...$keys)
 * @method bool set(string $key, mixed $value, array $options = [])
 * @method int|false setBit(string $key, int $offset, bool $value)
 * @method bool setEx(string $key, int $seconds, mixed $value)
 * @method bool setNx(string $key, mixed $value)
 * @method int|false setRange(string $key, int $offset, string $value)
 * @method array sInter(string ...$keys)
 * @method int|false sInterStore(string $destination, string ...$keys)
 * @method bool sIsMember(string $key, mixed $value)
 * @method array sMembers(string $key)
 * @method array sMIsMember(string $key, mixed ...$values)
 * @method bool sMove(string $source, string $destination, mixed $value)
 * @method string|array|false sPop(string $key, int $count = 1)
 * @method string|array|false sRandMember(string $key, int $count = 1)
 * @method int|false sRem(string $key, mixed ...$values)
 * @method int|false strLen(string $key)
 * @method array sUnion(string ...$keys)
 * @method int|false sUnionStore(string $destination, string ...$keys)
 * @method array time()
 * @method int|false touch(string|array $key, string ...$keys)
 * @method int|false ttl(string $key)
 * @method int|false unlink(string|array $key, string ...$keys)
 * @method int|false xAck(string $key, string $group, array $ids)
 * @method string|false xAdd(string $key, string $id, array $values)
 * @method int|false xDel(string $key, array $ids)
 * @method int|false xLen(string $key)
 * @method int|false zAdd(string $key, mixed ...$scoresAndMembers)
 * @method int|false zCard(string $key)
 * @method int|false zCount(string $key, mixed $min, mixed $max)
 * @method float|false zIncrBy(string $key, float $by, mixed $member)
 * @method array zPopMax(string $key, int $count = 1)
 * @method array zPopMin(string $key, int $count = 1)
 * @method array zRange(string $key, mixed $start, mixed $end, array|bool $options = [])
 * @method array zRangeByScore(string $key, mixed $min, mixed $max, array $options = [])
 * @method int|false zRank(string $key, mixed $member)
 * @method int|false zRem(string $key, mixed ...$members)
 * @method int|false zRemRangeByRank(string $key, int $start, int $end)
 * @method int|false zRemRangeByScore(string $key, mixed $min, mixed $max)
 * @method array zRevRange(string $key, mixed $start, mixed $end, array|bool $options = [])
 * @method array zRevRangeByScore(string $key, mixed $max, mixed $min, array $options = [])
 * @method int|false zRevRank(string $key, mixed $member)
 * @method float|false zScore(string $key, mixed $member)
 *
 * @strict-properties
 * @not-serializable
 */
final class Redis
{
    /**
     * @param string $dsn redis://[user:password@]host[:port][/database], or unix:///path[?db=database]; user
     *     and password are percent-encoded. rediss:// is TLS, with ?cafile=FILE (instead of the system's
     *     authorities), cert=FILE and key=FILE (the client's own), verify=no, joined by &
     * @param float $timeout seconds for an answer; 0: as long as it takes
     * @param float $connectTimeout seconds for each address of the host, and for the login
     * @throws \ValueError if the address is not valid, or a time is negative
     */
    public function __construct(string $dsn = 'redis://127.0.0.1:6379', float $timeout = 5.0, float $connectTimeout = 5.0) {}

    /**
     * Any command, word by word: command('OBJECT', 'ENCODING', 'key'). Arrays are spread as above. The result
     * is what Redis answered: a status or text as string, a number as int, nothing as null, several values as
     * a list.
     *
     * @throws RedisException
     * @throws Exception if the command cannot be used here; the message says what to use
     */
    public function command(string $name, mixed ...$args): mixed {}

    /**
     * Sends MULTI, the commands and EXEC in one piece, so that no other command comes between.
     * [['INCR', 'a'], ['HGETALL', 'b']] gives [2, ['field' => 'value']]: each result is what the method of
     * that name returns.
     *
     * @param array $commands lists of words
     * @return list<mixed>
     * @throws RedisException also if one of the commands failed; then Redis has executed the others
     */
    public function multi(array $commands): array {}

    /**
     * Runs commands that depend on what is in Redis. After WATCH, $body reads through the Redis object that
     * it is given, and returns the commands for multi(). If a watched key has changed by then, nothing is
     * executed, and it starts again, so $body is called up to $tries times. Returning null gives up, and so
     * does an exception.
     *
     * @param string|array $watch a key, or a list of keys
     * @param callable $body function (Redis $redis): ?array, the commands
     * @return list<mixed>|null the results, null if $body gave up
     * @throws RedisException also if keys changed in every try
     */
    public function transaction(string|array $watch, callable $body, int $tries = 10): ?array {}

    /** Closes its connections; the next command connects again. Commands that wait for an answer fail. */
    public function close(): bool {}

    /** @throws \Error if no method has that name; the message says what to use */
    public function __call(string $name, array $arguments): mixed {}
}

/**
 * Who watches what: keys, and the connections that watch them, on this server or, with Redis, on all servers
 * with the same address and prefix. A key is a topic of that name: watch() is subscribe(), and every
 * subscription counts. A connection that closes no longer watches anything. What a crashed server leaves
 * behind is ignored after registry_lease seconds, and cleaned up by the others.
 *
 * This server's own watchers are always known and always served. Redis is written to afterwards. While it is
 * away, other servers' watchers are neither counted nor reached, and what changes is recorded when it is back
 * (see the events RedisDown and RedisUp).
 *
 * @strict-properties
 * @not-serializable
 */
final class Registry
{
    /**
     * @param string|null $dsn address of Redis, which must be a single primary, not a Cluster; it also sets
     *     the option redis. null: in memory, for this server alone
     * @param string|null $prefix start of the names of all keys in Redis: 1 to 64 of A-Z a-z 0-9 _ . - :
     *     null: the option redis_prefix
     * @throws \ValueError if the address is not valid, or the prefix has other characters
     * @throws Exception if the server has a registry with another address or prefix, or has started
     */
    public function __construct(Server $server, ?string $dsn = null, ?string $prefix = null) {}

    /**
     * True if the connection watches the key now; false if it is gone, not a WebSocket, belongs to another
     * server, or watches too much (getLastError() of the server says which).
     */
    public function watch(int $fd, string $key): bool {}

    /** Ends watching a key, or, without one, everything that the connection watches. False if it did not watch it. */
    public function unwatch(int $fd, ?string $key = null): bool {}

    /**
     * Keys that a connection of this server watches; in its Close callback, those that it watched. Waits as
     * Server::topics() does.
     *
     * @return list<string>
     */
    public function keys(int $fd): array {}

    /**
     * Ids of all connections that watch the key, this server's first. Those of other servers come from Redis,
     * and the callback waits for the answer. Those of other workers come from there, too; without Redis, as
     * from Server::subscribers().
     *
     * @return list<int>
     */
    public function watchers(string $key): array {}

    /** How many connections watch the key; waits as watchers() does. */
    public function count(string $key): int {}

    /**
     * Sends a message once to each connection that watches the key: to this server's directly, to the others
     * through Redis.
     *
     * @param int|null $except id of a connection that does not get the message
     * @param string|null $conflateKey see Server::publish(); each server conflates for its own connections
     * @param int|null $windowMs see Server::publish(); each server has a window of its own
     * @return int how many connections of this worker accepted it, plus those that other workers and servers
     *     have registered, some of which may be gone by now
     * @throws \ValueError if $data is text but not UTF-8, $opcode is neither text nor binary, or $windowMs is
     *     not from 0 to 60000
     */
    public function push(string $key, string $data, int $opcode = 1, ?int $except = null, ?string $conflateKey = null, ?int $windowMs = null): int {}
}

/**
 * Thrown when a Client cannot connect, when the upgrade is refused, or when the connection has ended.
 * getCode() is the close code if a connection has ended (1006: without a close frame), otherwise 0.
 * libwebsockets before 4.3 reports 1012 to 1014 as 1002.
 */
class ClientException extends Exception
{
    /** The HTTP status of a refused upgrade, otherwise 0. */
    public int $status = 0;

    /** The body of a refused upgrade, at most 64 KiB of it. */
    public string $body = '';
}

/**
 * A blocking WebSocket client, on libwebsockets, for scripts, tests and cron jobs. It answers the server's
 * pings and receives its messages only while one of its methods waits; at other times, what the server sends
 * waits in the kernel's buffers. In a callback of a running server it throws, since it would stop all of that
 * server's callbacks.
 *
 * permessage-deflate is used if the server agrees and this was built with zlib. The certificate of a wss://
 * server is verified; wss:// needs a build with OpenSSL. What RFC 6455 forbids a server to send ends the
 * connection with 1002, 1007 or 1009, and the ClientException says what it was. foreach yields messages until the server closes with 1000, 1001 or no code; any other
 * end throws a ClientException. An object that is freed closes with 1001.
 *
 * @strict-properties
 * @not-serializable
 * @implements \IteratorAggregate<int, Frame>
 */
final class Client implements \IteratorAggregate
{
    /** The subprotocol that the server chose; '' for none. */
    public readonly string $subprotocol;

    /** The server's Sec-WebSocket-Extensions, for example 'permessage-deflate'; '' for none. */
    public readonly string $extensions;

    /**
     * Connects and upgrades.
     *
     * @param string $url ws://host[:port][/path][?query], or wss:// for TLS
     * @param array $headers further fields of the request, name => value, such as Cookie or Authorization
     * @param array $subprotocols those to offer, in order of preference
     * @param float $timeout seconds for the lookup, the connection and the upgrade together, and later
     *     for each send(), recv(), ping() and close()
     * @param string|null $cafile PEM file of the only authorities to trust; null: the system's
     * @param int $maxLength bytes of a message; a longer one ends the connection with 1009
     * @throws \ValueError if the URL, a field, a subprotocol, $timeout or $maxLength is not valid
     * @throws ClientException if there is no connection, with the reason; if the upgrade was refused, $status
     *     and $body are set
     * @throws Exception in a callback of a server, and without libwebsockets in this build
     */
    public function __construct(string $url, array $headers = [], array $subprotocols = [], float $timeout = 10.0, ?string $cafile = null, int $maxLength = 2097152) {}

    /**
     * Sends one message, and returns when the kernel has it.
     *
     * @param int $opcode WEBSOCKET_OPCODE_TEXT or WEBSOCKET_OPCODE_BINARY
     * @throws \ValueError if $data is text but not UTF-8, or $opcode is neither text nor binary
     * @throws Exception in a signal handler, while another message of this client is being sent
     * @throws ClientException if the connection has ended, or the server took nothing within the time-out,
     *     which ends it
     */
    public function send(string $data, int $opcode = 1): void {}

    /**
     * Waits for the next message. Messages that came before a close can still be received after it.
     *
     * @param float|null $timeout seconds; 0: only what has arrived already; null: the constructor's
     * @return Frame|null null: nothing came in that time
     * @throws ClientException if the connection has ended: the code is the close code
     */
    public function recv(?float $timeout = null): ?Frame {}

    /**
     * Sends a ping and waits for its pong.
     *
     * @param string $data at most 125 bytes (RFC 6455 section 5.5); '': a unique number, so that a late pong
     *     to another ping is not mistaken for this one's
     * @return float seconds until the pong came
     * @throws ClientException if none came in time, or the connection has ended
     */
    public function ping(string $data = ''): float {}

    /**
     * Closes with the closing handshake; does nothing on a connection that has ended. What came before it can
     * still be received.
     *
     * @param int $code 1000 to 1003, 1007 to 1014, or 3000 to 4999 (RFC 6455 section 7.4)
     * @param string $reason at most 123 bytes of UTF-8
     * @throws \ValueError if $code or $reason cannot be sent
     */
    public function close(int $code = 1000, string $reason = ''): void {}

    public function getIterator(): \Iterator {}
}

/**
 * Code that runs beside other code of the script, one at a time: a coroutine runs until it waits, and
 * then others do. Every callback of the server is one; create() and Server::go() start more. What a
 * callback starts does not hold back the next callback of its connection.
 *
 * Without a server, run() turns the loop. Only SeatPush's own calls wait for others (sleep(),
 * channels, Redis in a callback of a running server); everything else blocks, as in every PHP script.
 *
 * When the server stops, those that wait here end with a StoppedException.
 */
class Coroutine
{
    /**
     * Starts one. It runs at once, and this returns when it waits or has ended. An exception that it
     * does not catch is logged, and passed to on('Error').
     * @param callable $callback called with $args
     * @return int|false its id, from 1 on
     * @throws Exception if as many live as max_coroutine allows, or in a destructor
     */
    public static function create(callable $callback, mixed ...$args): int|false {}

    /**
     * Starts one, and turns the loop until all coroutines have ended. For scripts without a server.
     * Those that can never go on, because they all wait for each other, are logged with their stacks
     * and ended with a StoppedException.
     * @throws Exception if a loop runs already: call create() there
     */
    public static function run(callable $callback, mixed ...$args): bool {}

    /**
     * Lets others run for a time.
     * @param float $seconds from 0.001 on
     * @return bool false if cancel() ended it
     * @throws \ValueError if it is not in that range
     */
    public static function sleep(float $seconds): bool {}

    /**
     * Waits until another one calls resume() with this one's id.
     * @return bool false if cancel() ended it
     */
    public static function yield(): bool {}

    /** @implementation-alias SeatPush\Coroutine::yield */
    public static function suspend(): bool {}

    /**
     * Goes on with one that waits in yield(), at once; returns when it waits again or has ended.
     * @return bool false if it does not wait there
     */
    public static function resume(int $cid): bool {}

    /**
     * Ends the wait of another one in sleep(), yield(), a channel or a wait group: that call returns
     * false there, and isCanceled() is true.
     * @return bool false if it does not wait in one of these
     */
    public static function cancel(int $cid): bool {}

    /** True if the last wait of this one was ended by cancel(). */
    public static function isCanceled(): bool {}

    /** The id of this one; -1 outside all. */
    public static function getCid(): int {}

    /** @implementation-alias SeatPush\Coroutine::getCid */
    public static function getuid(): int {}

    /**
     * The id of the one that started it; -1 for those that the loop started.
     * @param int $cid 0: of this one
     * @return int|false false if there is none of that id
     */
    public static function getPcid(int $cid = 0): int|false {}

    public static function exists(int $cid): bool {}

    /**
     * How long it has lived, in milliseconds.
     * @param int $cid 0: this one
     * @return int|false false if there is none of that id
     */
    public static function getElapsed(int $cid = 0): int|false {}

    /**
     * Calls this when the coroutine ends, whatever ends it; the last one first.
     * @throws Exception outside all
     */
    public static function defer(callable $callback): void {}

    /**
     * Waits until others have ended.
     * @param array $cids ids; those that have ended already do not count
     * @param float $timeout seconds; 0 or less: as long as it takes
     * @return bool false if none of them lives, after the time, or if cancel() ended it
     */
    public static function join(array $cids, float $timeout = -1.0): bool {}

    /**
     * Where one is: its own frames, as debug_backtrace() gives them, the last call first.
     * @param int $cid 0: this one
     * @param int $options as for debug_backtrace(): DEBUG_BACKTRACE_PROVIDE_OBJECT, DEBUG_BACKTRACE_IGNORE_ARGS
     * @param int $limit frames; 0: all
     * @return array|false false if there is none of that id
     */
    public static function getBackTrace(int $cid = 0, int $options = 1, int $limit = 0): array|false {}

    /** Prints the same as debug_print_backtrace() would; nothing if there is none of that id. */
    public static function printBackTrace(int $cid = 0, int $options = 0, int $limit = 0): void {}

    /**
     * Values that live as long as the coroutine.
     * @param int $cid 0: of this one
     * @return \ArrayObject|null null if there is none of that id
     */
    public static function getContext(int $cid = 0): ?\ArrayObject {}

    /** The ids of all that live, in the order of their start. */
    public static function list(): \ArrayIterator {}

    /** @implementation-alias SeatPush\Coroutine::list */
    public static function listCoroutines(): \ArrayIterator {}

    /**
     * coroutine_num: how many live; coroutine_peak_num: how many lived at once; coroutine_last_cid:
     * the last id; event_num: what the loop watches.
     */
    public static function stats(): array {}

    /**
     * max_coroutine: how many may live at once without a server; other settings have no effect here.
     * @throws \ValueError if it is not positive
     */
    public static function set(array $options): bool {}

    /** What set() was given so far, merged; null: nothing. */
    public static function getOptions(): ?array {}

    /** Nothing interrupts a coroutine here, so this is always so: true. */
    public static function disableScheduler(): bool {}

    /** Does nothing, and returns false: a coroutine goes on until it waits. */
    public static function enableScheduler(): bool {}

    /**
     * Reads a file without holding the loop.
     * @return string|false false if it cannot be read; getLastError() of PHP says why
     */
    public static function readFile(string $filename, int $flags = 0): string|false {}

    /**
     * Writes a file without holding the loop.
     * @param int $flags FILE_APPEND: behind what there is
     * @return int|false bytes; false if it cannot be written
     */
    public static function writeFile(string $filename, string $content, int $flags = 0): int|false {}

    /**
     * Runs a command of the shell without holding the loop.
     * @param bool $get_error_stream what it writes to standard error, too
     * @return array|false code: its exit status; signal: what ended it, or 0; output: what it wrote
     */
    public static function exec(string $command, bool $get_error_stream = false): array|false {}

    /**
     * Looks a name up without holding the loop.
     * @return string|false its first address
     */
    public static function gethostbyname(string $domain_name, int $type = 2, float $timeout = -1.0): string|false {}

    /**
     * The same with another order of arguments.
     * @return string|false its first address
     */
    public static function dnsLookup(string $domain_name, float $timeout = 60.0, int $type = 2): string|false {}

    /**
     * Looks a name up without holding the loop.
     * @return array|false all of its addresses
     */
    public static function getaddrinfo(string $domain, int $family = 2, int $socktype = 1, int $protocol = 6, string $service = '', float $timeout = -1.0): array|false {}
}

/**
 * Values from one coroutine to another, first in, first out.
 */
class Channel
{
    public int $capacity = 0;
    /** Why the last push() or pop() was false: 0, ERROR_TIMEOUT, ERROR_CLOSED or ERROR_CANCELED. */
    public int $errCode = 0;

    /** @var int */
    public const OK = 0;
    /** @var int */
    public const ERROR_TIMEOUT = -1;
    /** @var int */
    public const ERROR_CLOSED = -2;
    /** @var int */
    public const ERROR_CANCELED = -3;

    /** @param int $capacity values that may wait in it; at least 1 */
    public function __construct(int $capacity = 1) {}

    /**
     * Adds a value; waits while the channel is full.
     * @param float $timeout seconds; 0 or less: as long as it takes
     * @return bool false: $errCode says why
     */
    public function push(mixed $data, float $timeout = -1.0): bool {}

    /**
     * Takes the first value; waits while there is none.
     * @param float $timeout seconds; 0 or less: as long as it takes
     * @return mixed false: perhaps a value; otherwise $errCode says why
     */
    public function pop(float $timeout = -1.0): mixed {}

    public function isEmpty(): bool {}

    public function isFull(): bool {}

    /** No value is added any more, and all that wait in it go on. False: it was closed. */
    public function close(): bool {}

    /** consumer_num, producer_num: how many wait; queue_num: values. */
    public function stats(): array {}

    /** Values that wait. */
    public function length(): int {}
}

/**
 * Waits for a number of coroutines.
 */
class WaitGroup
{
    public function __construct(int $delta = 0) {}

    /** @throws Exception if the count would become negative */
    public function add(int $delta = 1): void {}

    /** @throws Exception if there is nothing to wait for */
    public function done(): void {}

    /**
     * Waits until the count is 0.
     * @param float $timeout seconds; 0 or less: as long as it takes
     * @return bool false after the time, or if cancel() ended it
     */
    public function wait(float $timeout = -1.0): bool {}

    public function count(): int {}
}

/**
 * Waits until nobody holds it any more: each coroutine that is waited for captures it (`use ($barrier)`), and lets it
 * go by ending.
 */
final class Barrier
{
    private function __construct() {}

    public static function make(): Barrier {}

    /**
     * Lets go of $barrier, which is null afterwards, and waits until all others have.
     *
     * @param float $timeout seconds; 0 or less: as long as it takes
     * @return bool false after the time, or if cancel() ended it
     */
    public static function wait(?Barrier &$barrier, float $timeout = -1.0): bool {}
}

/**
 * Rows of fixed columns in shared memory, by key: after fork a child changes the same rows, as far as the table was
 * created before. In one process a PHP array does the same, without limits; a Table is for scripts that have one, and
 * for several workers. Made in three steps: new, column() for each column, create().
 *
 * One that is created before start() is the same in all workers (see worker_num and supervise) and after each reload. The
 * script must make the same tables each time that it is run; others need a restart.
 *
 * No call waits. Each is atomic by itself, for all processes. foreach sees rows in no particular order, each once; rows
 * may come and go meanwhile.
 *
 * @not-serializable
 * @implements \ArrayAccess<string, array>
 */
class Table implements \Iterator, \ArrayAccess, \Countable
{
    /**
     * A whole number, 64 bits.
     * @var int
     */
    public const TYPE_INT = 1;

    /**
     * A float, 64 bits.
     * @var int
     */
    public const TYPE_FLOAT = 2;

    /**
     * Bytes, up to the column's size.
     * @var int
     */
    public const TYPE_STRING = 3;

    /** Rows that there is room for; the same as getSize(). */
    public int $size = 0;

    /** Bytes of the whole; 0 before create(). The same as getMemorySize(). */
    public int $memorySize = 0;

    /**
     * @param int $table_size rows, 1 to 2^30: at least so many are there, since it is rounded up to a power of two, and
     *     to 1024
     * @param float $conflict_proportion accepted; rows need no room for conflicts
     * @throws \ValueError another size
     */
    public function __construct(int $table_size, float $conflict_proportion = 0.2) {}

    /**
     * Adds a column.
     *
     * @param string $name 1 to 63 bytes, not yet taken; at most 128 columns
     * @param int $type one of the TYPE_ constants
     * @param int $size of TYPE_STRING: the most bytes that a value may have, 1 to 16777216; otherwise without meaning
     * @throws \ValueError another name, type or size
     * @throws Exception after create()
     */
    public function column(string $name, int $type, int $size = 0): bool {}

    /**
     * Takes the memory. Pages of it are used only once rows are in them.
     * @throws Exception without a column, a second time, if the system has no such memory, or in a worker whose script makes
     *   other objects before start() than when the server was started
     */
    public function create(): bool {}

    /** Gives the memory back, as far as this process has it. Afterwards it is as before create(). */
    public function destroy(): bool {}

    /**
     * Makes the row, or changes these columns of it; columns of a new row that are not named are 0, 0.0 and ''.
     *
     * Values are converted as by a cast. A string that is longer than its column is cut, and a log line says so.
     *
     * @param string $key up to 127 bytes
     * @param array $value column => value
     * @return bool false if the row is new and all rows are in use; a log line says so
     * @throws \ValueError a longer key, or a column that does not exist
     * @throws \TypeError an array for a value
     * @throws Exception before create(), as all that follow, and foreach
     */
    public function set(string $key, array $value): bool {}

    /**
     * The row by column, or the value of one column.
     * @return array|string|int|float|false false: there is no such row
     * @throws \ValueError a column that does not exist
     */
    public function get(string $key, ?string $field = null): mixed {}

    /** Rows in use. */
    public function count(): int {}

    /** @return bool false: there is no such row */
    public function del(string $key): bool {}

    /** @implementation-alias SeatPush\Table::del */
    public function delete(string $key): bool {}

    public function exists(string $key): bool {}

    /** @implementation-alias SeatPush\Table::exists */
    public function exist(string $key): bool {}

    /**
     * Adds to a column, in one step. A row that is not there is made. A whole number that becomes too large begins again
     * at the smallest.
     *
     * @return int|float|false the new value; false if the row is new and all rows are in use
     * @throws \ValueError a column that does not exist, or is TYPE_STRING
     */
    public function incr(string $key, string $column, int|float $incrby = 1): int|float|false {}

    /** The same with the opposite sign. */
    public function decr(string $key, string $column, int|float $incrby = 1): int|float|false {}

    public function getSize(): int {}

    public function getMemorySize(): int {}

    /**
     * num: rows in use; insert_count, update_count, delete_count: since create(); available_slice_num and
     * total_slice_num: rows that are free, and all.
     * @return array|false false before create()
     */
    public function stats(): array|false {}

    public function rewind(): void {}

    public function valid(): bool {}

    public function next(): void {}

    /** @return array|false the row by column; false at the end */
    public function current(): mixed {}

    /** @return string|null null at the end */
    public function key(): mixed {}

    /**
     * @param string $offset the key, as in the next three
     * @implementation-alias SeatPush\Table::exists
     */
    public function offsetExists(mixed $offset): bool {}

    /** @return array|null the row; null: there is none. It is a copy: set() changes the table. */
    public function offsetGet(mixed $offset): mixed {}

    /** The same as set(); throws if all rows are in use. */
    public function offsetSet(mixed $offset, mixed $value): void {}

    public function offsetUnset(mixed $offset): void {}
}

/**
 * A number from 0 to 4294967295 in shared memory: a child that is forked afterwards changes the same one. One that is
 * made before start() is the same in all workers (see worker_num and supervise) and after each reload.
 *
 * @not-serializable
 */
class Atomic
{
    /**
     * @param int $value has no effect in a worker if the Atomic is made before start(): it goes on counting
     * @throws \ValueError another number
     * @throws Exception in a worker: the script makes other objects before start() than when the server was started
     */
    public function __construct(int $value = 0) {}

    /** @return int the new value; above 4294967295 it begins again at 0 */
    public function add(int $add_value = 1): int {}

    /** @return int the new value; below 0 it goes on at 4294967295 */
    public function sub(int $sub_value = 1): int {}

    public function get(): int {}

    /** @throws \ValueError another number than the constructor takes */
    public function set(int $value): void {}

    /**
     * Sets it to $new_value if it is $cmp_value.
     * @return bool false: it is another
     */
    public function cmpset(int $cmp_value, int $new_value): bool {}

    /**
     * Waits for wakeup(), or until it is not 0; a 1 becomes 0 again. In a callback or coroutine others go on meanwhile;
     * elsewhere the process blocks.
     *
     * @param float $timeout seconds; 0: does not wait; below 0: as long as it takes
     * @return bool false after the time, or if cancel() ended it
     */
    public function wait(float $timeout = 1.0): bool {}

    /** Makes a 0 to 1, and ends up to $count waits. */
    public function wakeup(int $count = 1): bool {}
}

/**
 * A 64-bit number in shared memory, as an Atomic. Beyond its ends it begins again at the other one.
 *
 * @not-serializable
 */
class AtomicLong
{
    public function __construct(int $value = 0) {}

    /** @return int the new value */
    public function add(int $add_value = 1): int {}

    /** @return int the new value */
    public function sub(int $sub_value = 1): int {}

    public function get(): int {}

    public function set(int $value): void {}

    /**
     * Sets it to $new_value if it is $cmp_value.
     * @return bool false: it is another
     */
    public function cmpset(int $cmp_value, int $new_value): bool {}
}

/**
 * A lock in shared memory: one holds it, or several hold it for reading. It belongs to the process, so in one process
 * any callback may unlock it; forked children share it. One that is made before start() is the same in all workers (see
 * worker_num and supervise) and after each reload. If a process ends that holds it, whoever wants it next takes it over,
 * and that is logged. Of those that hold it for reading, so much is known of the first 64 processes.
 *
 * In a callback or coroutine a lock waits and others go on; elsewhere the process blocks. Between two waits of its own a
 * callback needs no lock, as nobody else runs.
 *
 * @not-serializable
 */
class Lock
{
    /**
     * All types but FILELOCK are the same.
     * @var int
     */
    public const RWLOCK = 1;

    /**
     * Refused: use flock().
     * @var int
     */
    public const FILELOCK = 2;

    /** @var int */
    public const MUTEX = 3;

    /** @var int */
    public const SEM = 4;

    /** @var int */
    public const SPINLOCK = 5;

    /**
     * 0, or the errno of the last call that returned false: 110 after a time, 16 if somebody holds it, 1 if unlock()
     * had nothing to unlock.
     */
    public int $errCode = 0;

    /** @throws \ValueError FILELOCK, or a number that is no type */
    public function __construct(int $type = Lock::MUTEX, string $filename = '') {}

    /**
     * Waits until nobody holds it, and takes it.
     *
     * @param int $operation LOCK_EX (2); LOCK_SH (1) for reading; with LOCK_NB (4) it does not wait
     * @param float $timeout seconds; 0 or less: as long as it takes. A wait of more than ten seconds is logged, once a minute.
     * @return bool false after the time, or if cancel() ended it
     * @throws \ValueError another operation
     * @throws Exception where it would wait for ever: outside callbacks and coroutines, while this process holds it
     */
    public function lock(int $operation = LOCK_EX, float $timeout = -1.0): bool {}

    /** The same as lock(LOCK_EX, $timeout). */
    public function lockwait(float $timeout = 1.0): bool {}

    /**
     * Does not wait.
     * @return bool false: somebody holds it
     */
    public function trylock(): bool {}

    /** The same as lock(LOCK_SH). */
    public function lock_read(): bool {}

    /**
     * Does not wait.
     * @return bool false: somebody holds it for writing
     */
    public function trylock_read(): bool {}

    /** @return bool false: nobody holds it, or another process does for writing */
    public function unlock(): bool {}

    /** Accepted, for old scripts: the memory is given back with the object. */
    public function destroy(): void {}
}

/* Global constants, which scripts have used since Swoole 1.x. They are calls because a file has one namespace; the
 * extension registers them in src/php/main/classes.c, unless another extension has them already. */

/** A further fragment of a message. */
\define('WEBSOCKET_OPCODE_CONTINUATION', 0);
/** A text message, in UTF-8. */
\define('WEBSOCKET_OPCODE_TEXT', 1);
/** A message of any bytes. */
\define('WEBSOCKET_OPCODE_BINARY', 2);
\define('WEBSOCKET_OPCODE_CLOSE', 8);
\define('WEBSOCKET_OPCODE_PING', 9);
\define('WEBSOCKET_OPCODE_PONG', 10);
/** websocket_status in getClientInfo(): connected, and no upgrade yet. */
\define('WEBSOCKET_STATUS_CONNECTION', 1);
/** The upgrade is being answered. */
\define('WEBSOCKET_STATUS_HANDSHAKE', 2);
/** Open. */
\define('WEBSOCKET_STATUS_ACTIVE', 3);
/** The same. */
\define('WEBSOCKET_STATUS_FRAME', 3);
/** Closing. */
\define('WEBSOCKET_STATUS_CLOSING', 4);
/** Never given here: such a connection ends. */
\define('WEBSOCKET_STATUS_HANDSHAKE_FAILED', 5);
/** A close code (RFC 6455 section 7.4.1), as are those below. */
\define('WEBSOCKET_CLOSE_NORMAL', 1000);
/** The server is stopping, or the user has left the page. */
\define('WEBSOCKET_CLOSE_GOING_AWAY', 1001);
\define('WEBSOCKET_CLOSE_PROTOCOL_ERROR', 1002);
\define('WEBSOCKET_CLOSE_DATA_ERROR', 1003);
/** The close frame had no code. Cannot be sent. */
\define('WEBSOCKET_CLOSE_STATUS_ERROR', 1005);
/** There was no close frame. Cannot be sent. */
\define('WEBSOCKET_CLOSE_ABNORMAL', 1006);
/** A text that is not UTF-8. */
\define('WEBSOCKET_CLOSE_MESSAGE_ERROR', 1007);
\define('WEBSOCKET_CLOSE_POLICY_ERROR', 1008);
\define('WEBSOCKET_CLOSE_MESSAGE_TOO_BIG', 1009);
\define('WEBSOCKET_CLOSE_EXTENSION_MISSING', 1010);
\define('WEBSOCKET_CLOSE_SERVER_ERROR', 1011);
\define('WEBSOCKET_CLOSE_CLOSE_SERVICE_RESTART', 1012);
/** The reader is too slow, or there is no memory. */
\define('WEBSOCKET_CLOSE_TRY_AGAIN_LATER', 1013);
/** What the server asked did not answer. */
\define('WEBSOCKET_CLOSE_BAD_GATEWAY', 1014);
/** TLS failed. Cannot be sent. */
\define('WEBSOCKET_CLOSE_TLS', 1015);
