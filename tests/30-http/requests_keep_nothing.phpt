--TEST--
SeatPush: http: requests of every kind, whole and cut off, leave the server no larger than before
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$kept = null;
$server->on('Request', function ($q, $r) use (&$kept, $server) {
    switch ($q->server['path_info']) {
        case '/memory':
            gc_collect_cycles();
            $r->end((string) memory_get_usage());
            break;
        case '/write':
            $r->write('a');
            $r->write('b');
            $r->end();
            break;
        case '/cut':
            $r->write('a');
            break;
        case '/keep':
            $kept = $r;
            break;
        case '/detach':
            $r->detach();
            break;
        case '/fields':
            $r->header('a', ['b', 'c']);
            $r->cookie('d', 'e');
            $r->status(404, 'Nothing');
            $r->end('x');
            break;
        case '/throw':
            throw new Exception('thrown');
        default:
            $r->end($q->rawContent());
    }
});
$server->on('Message', fn ($s, $f) => $s->push($f->fd, $f->data));
$server->set(['log_level' => 6]);
serve($server);
PHP);
$memory = fn () => (int) HttpClient::get($server->port, '/memory')['body'];
for ($round = 0; $round < 150; $round++) {
    if ($round === 50) {
        $before = $memory();
    }
    foreach (['/', '/write', '/cut', '/fields', '/throw', '/none?a[b]=c'] as $path) {
        (new HttpClient($server->port))->request('POST', $path, ['Content-Type' => 'application/x-www-form-urlencoded', 'Cookie' => "a=$round; c$round=" . str_repeat('y', 500)], "a=$round&b=" . str_repeat('x', 3000))->response();
    }
    $form = "--x\r\nContent-Disposition: form-data; name=\"f$round\"\r\n\r\n" . str_repeat('z', 500) . "\r\n--x--\r\n";
    (new HttpClient($server->port))->request('POST', "/?q$round=" . str_repeat('q', 500), ['Content-Type' => 'multipart/form-data; boundary=x'], $form)->response();
    (new HttpClient($server->port))->request('GET', '/keep')->shut();
    (new HttpClient($server->port))->request('GET', '/detach')->shut();
    (new HttpClient($server->port))->raw('GET /half')->shut();
    (new HttpClient($server->port))->raw("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")->shut();
    (new HttpClient($server->port))->raw("BAD\r\n\r\n")->response();
    WsClient::connect($server->port)->send('x')->sendFrame(1, 'half', false)->shut();
}
$grown = $memory() - $before;
echo $grown < 20000 ? 'as before' : "$grown more", "\n";
?>
--EXPECT--
as before
