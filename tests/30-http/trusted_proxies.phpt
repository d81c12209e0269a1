--TEST--
SeatPush: http: trusted_proxies: X-Forwarded-For and Forwarded of those say who asks, each request anew; of others they say nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$path = sys_get_temp_dir() . '/seatpush-' . bin2hex(random_bytes(6));
$server = TestServer::start("\$path = '$path';" . <<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['trusted_proxies' => ['127.0.0.1', '10.0.0.0/8', 'unix']]);
$server->listen($path, 0, SeatPush\Server::SOCK_UNIX);
$server->on('Request', function ($q, $r) use ($server) {
    $info = $server->getClientInfo($q->fd);
    $r->end("{$q->server['remote_addr']} {$q->server['remote_port']} $info[remote_ip]");
});
$server->on('Open', fn ($s, $q) => $s->push($q->fd, "{$q->server['remote_addr']} {$s->getClientInfo($q->fd)['remote_ip']}"));
$server->on('Message', fn ($s, $f) => 1);
serve($server);
PHP);
$own = fn ($text) => preg_replace('/^(127\S+) (?!0)\d+/', '$1 (a port)', $text);
$ask = fn (HttpClient $client, array $fields = []) => $own($client->request('GET', '/', $fields)->response()['body']);
$proxy = new HttpClient($server->port);
echo $ask($proxy, ['X-Forwarded-For' => '198.51.100.1']), "\n";
echo $ask($proxy, ['X-Forwarded-For' => '6.6.6.6, 198.51.100.2:4711, 10.1.2.3']), "\n";
echo $ask($proxy, ['Forwarded' => 'for=6.6.6.6, for="[2001:db8::7]:80";proto=https']), "\n";
echo $ask($proxy, ['Forwarded' => 'for=6.6.6.6', 'X-Forwarded-For' => '198.51.100.3']), "\n";
echo $ask($proxy, ['X-Forwarded-For' => '198.51.100.1, unknown']), "\n";
echo $ask($proxy), "\n";
echo 'a stranger: ', $ask(new HttpClient($server->port, '127.0.0.2'), ['X-Forwarded-For' => '6.6.6.6']), "\n";
echo 'unix: ', $ask(new HttpClient("unix://$path"), ['X-Forwarded-For' => '198.51.100.4']), "\n";
echo WsClient::connect($server->port, '/', ['X-Forwarded-For' => '198.51.100.5'])->text(), "\n";
$server->stop();
echo $server->log('NOTICE');
foreach ([['localhost'], ['10.0.0.0/33'], [], 7] as $bad) {
    try {
        $other ??= new SeatPush\Server('127.0.0.1', 0);
        $other->set(['trusted_proxies' => $bad]);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
198.51.100.1 0 198.51.100.1
198.51.100.2 4711 198.51.100.2
2001:db8::7 80 2001:db8::7
198.51.100.3 0 198.51.100.3
127.0.0.1 (a port) 127.0.0.1
127.0.0.1 (a port) 127.0.0.1
a stranger: 127.0.0.2 (a port) 127.0.0.2
unix: 198.51.100.4 0 198.51.100.4
198.51.100.5 198.51.100.5
NOTICE seatpush: a request of a proxy in trusted_proxies names no client, so remote_addr is the proxy; if it was no check of the proxy's own, nginx lacks the line: proxy_set_header X-Forwarded-For $remote_addr;
SeatPush\Server::set(): Argument #1 ($settings) must have "trusted_proxies" as addresses or networks; "localhost" is not one: write "127.0.0.1", "10.0.0.0/8", "2001:db8::/32" or "unix"
SeatPush\Server::set(): Argument #1 ($settings) must have "trusted_proxies" as addresses or networks; "10.0.0.0/33" is not one: write "127.0.0.1", "10.0.0.0/8", "2001:db8::/32" or "unix"
SeatPush\Server::set(): Argument #1 ($settings) must have "trusted_proxies" as addresses or networks; "" is not one: write "127.0.0.1", "10.0.0.0/8", "2001:db8::/32" or "unix"
SeatPush\Server::set(): Argument #1 ($settings) must have "trusted_proxies" as an array or a string, int given
