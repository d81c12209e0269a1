--TEST--
SeatPush: regress: a destructor that closes the connection of an upgrade does not cut the answer before it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
final class Closes
{
    public function __construct(private $server, private int $fd)
    {
    }

    public function __destruct()
    {
        $this->server->close($this->fd);
    }
}

$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 32 << 20]);
$server->on('Message', fn () => 1);
$server->on('Request', fn ($request, $response) => $response->end(str_repeat('x', 8_000_000)));
$server->on('BeforeHandshakeResponse', fn ($server, $request) => new Closes($server, $request->fd));
serve($server);
PHP);
$client = new HttpClient($server->port);
$client->raw("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
    . "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
echo strlen($client->response()['body']), ' bytes, then "', $client->rest(), "\"\n";
$server->stop();
?>
--EXPECT--
8000000 bytes, then ""
