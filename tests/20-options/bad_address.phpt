--TEST--
SeatPush: errors: invalid addresses, paths, ports and types
--EXTENSIONS--
seatpush
--FILE--
<?php
foreach ([['192.0.2.77', 0], ['no such name', 0], ['::1', 0], [str_repeat('/x', 60), 0, 1, SeatPush\Server::SOCK_UNIX], ['/no/such/folder/s.sock', 0, 1, SeatPush\Server::SOCK_UNIX], ['localhost:19501', 0], ['localhost:19501', 9501], ['ws://127.0.0.1'], ['https://push.example:8443/path', 9501], ['http://[::1]:7'], [19501], ['/run/seatpush.sock', 0], ['127.0.0.1', 65536], ['127.0.0.1', -1], ['127.0.0.1', 0, 1, 2], ['127.0.0.1', 0, 1, 2 | SeatPush\Server::SSL]] as $arguments) {
    try {
        new SeatPush\Server(...$arguments);
        echo "made?\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECTF--
SeatPush\Exception: cannot listen on 192.0.2.77:0: this machine has no such address; 0.0.0.0 means all
SeatPush\Exception: cannot listen on no such name:0: %s; an IPv6 address needs SOCK_TCP6
SeatPush\Exception: cannot listen on [::1]:0: %s; an IPv6 address needs SOCK_TCP6
SeatPush\Exception: cannot listen on unix:/x/x%s: a socket's path has at most 107 characters
SeatPush\Exception: cannot listen on unix:/no/such/folder/s.sock: No such file or directory
ValueError: SeatPush\Server::__construct(): Argument #1 ($host) must be an address or a name alone, and "localhost:19501" is more: the port comes second, ('localhost', 19501)
ValueError: SeatPush\Server::__construct(): Argument #1 ($host) must be an address or a name alone, and "localhost:19501" is more: the port comes second, ('localhost', 19501)
ValueError: SeatPush\Server::__construct(): Argument #1 ($host) must be an address or a name alone, and "ws://127.0.0.1" is more: the port comes second, ('127.0.0.1', 9501)
ValueError: SeatPush\Server::__construct(): Argument #1 ($host) must be an address or a name alone, and "https://push.example:8443/path" is more: the port comes second, ('push.example', 8443)
ValueError: SeatPush\Server::__construct(): Argument #1 ($host) must be an address or a name alone, and "http://[::1]:7" is more: the port comes second, ('::1', 7)
ValueError: SeatPush\Server::__construct(): Argument #1 ($host) must be an address or a name, and "19501" is a port: that comes second, ('127.0.0.1', 19501)
ValueError: SeatPush\Server::__construct(): Argument #1 ($host) must be an address or a name; a unix socket such as "/run/seatpush.sock" needs the type SOCK_UNIX
ValueError: SeatPush\Server::__construct(): Argument #2 ($port) must be from 0 to 65535
ValueError: SeatPush\Server::__construct(): Argument #2 ($port) must be from 0 to 65535
SeatPush\Exception: socket type 2 is not served: use Server::SOCK_TCP, SOCK_TCP6 or SOCK_UNIX, with | Server::SSL for TLS
SeatPush\Exception: socket type 514 is not served: use Server::SOCK_TCP, SOCK_TCP6 or SOCK_UNIX, with | Server::SSL for TLS
