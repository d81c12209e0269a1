--TEST--
SeatPush: websocket: every code that may be sent is echoed; any other is answered with 1002
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
serve($server);
PHP);
$echoed = $refused = [];
foreach ([0, 999, ...range(1000, 1016), 1100, 2000, 2999, 3000, 3999, 4000, 4999, 5000, 65535] as $code) {
    match (WsClient::connect($server->port)->close($code)->text()) {
        "close $code" => $echoed[] = $code,
        'close 1002 invalid close code' => $refused[] = $code,
    };
}
echo implode(' ', $echoed), "\n", implode(' ', $refused), "\n";
?>
--EXPECT--
1000 1001 1002 1003 1007 1008 1009 1010 1011 1012 1013 1014 3000 3999 4000 4999
0 999 1004 1005 1006 1015 1016 1100 2000 2999 5000 65535
