--TEST--
SeatPush: websocket: any version other than a single 13 gets 426, which names it, before the key is checked; two fields get 400
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', fn () => 1);
$server->on('Open', function () { echo "Open\n"; });
serve($server);
PHP);
foreach (['0', '7', '8', '12', '14', '013', '13.0', '13;', '+13', '0x0d', '', '13, 8', '13, 13', '8, 13', null, " \t13\t ", "13\r\nSec-WebSocket-Version: 13", "13\r\nSec-WebSocket-Version: 8"] as $version) {
    foreach (['dGhlIHNhbXBsZSBub25jZQ==', 'no key'] as $key) {
        $client = WsClient::upgrade($server->port, '/', ['Sec-WebSocket-Version' => $version, 'Sec-WebSocket-Key' => $key]);
        preg_match('/^Sec-WebSocket-Version: (.*)\r$/mi', $client->head, $says);
        preg_match('/^Connection: (.*)\r$/mi', $client->head, $connection);
        $answers["$client->status $connection[1] " . ($says[1] ?? 'no version')][] = json_encode($version);
    }
}
foreach ($answers as $answer => $versions) {
    echo $answer, ': ', implode(' ', array_unique($versions)), "\n";
}
$server->stop();
echo $server->stdout();
?>
--EXPECT--
426 close, Upgrade 13: "0" "7" "8" "12" "14" "013" "13.0" "13;" "+13" "0x0d" "" "13, 8" "13, 13" "8, 13" null
101 Upgrade no version: " \t13\t "
400 close no version: " \t13\t " "13\r\nSec-WebSocket-Version: 13" "13\r\nSec-WebSocket-Version: 8"
Open
