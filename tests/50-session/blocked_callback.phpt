--TEST--
SeatPush: session: a callback that goes on holding the loop is logged while it does, with file and line, whether it computes or blocks in a call; one that waits is not
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 50, 'max_wait_time' => 1]);
function forever() {
    for ($i = 0; true; $i++) {
        $GLOBALS['sum'] = $i;
    }
}
$server->on('Request', function ($q, $r) use ($server) {
    if ($q->server['path_info'] === '/waits') {
        $server->sleep(600);
        $r->end('waited');
        return;
    }
    if ($q->server['path_info'] === '/blocks') {
        fgets(STDIN);
    }
    forever();
});
serve($server);
PHP);
$go = (new ReflectionProperty($server, 'pipes'))->getValue($server)[0];
echo HttpClient::get($server->port, '/waits')['body'], "\n";
echo str_contains($server->log(), 'blocked:') ? 'logged' : 'silent', "\n";
$client = (new HttpClient($server->port))->request('GET', '/blocks');
$server->until('/blocked: .* in a call/');
fwrite($go, "\n");
$client = null;
$server->stop();
echo preg_replace(['~/\S*/~', '/for \d+ ms/'], ['', 'for N ms'], $server->log('blocked:'));

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 50, 'max_wait_time' => 1]);
$server->on('Request', fn () => 1);
$server->on('Start', function () {
    for ($i = 0; true; $i++) {
        $GLOBALS['sum'] = $i;
    }
});
serve($server);
PHP);
$server->until('/blocked: /');
$server->stop();
echo preg_replace(['~/\S*/~', '/for \d+ ms/', '/php:[78]/'], ['', 'for N ms', 'php:7'], $server->log('blocked:'));
?>
--EXPECT--
waited
silent
WARNING seatpush: blocked: the Request callback (script.php:10) has held the loop for N ms and goes on, in a call that blocks; nobody is served meanwhile (ten times slow_callback_ms)
WARNING seatpush: blocked: the Start callback (serve.inc:10) has held the loop for N ms and goes on, now at script.php:7; nobody is served meanwhile (ten times slow_callback_ms)
