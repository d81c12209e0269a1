--TEST--
SeatPush: session: while a callback sleeps others are served; the next callbacks of its own connection wait, pings do not
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['slow_callback_ms' => 500]);
$awake = false;
$server->on('Open', function ($s, $q) { if ($q->server['path_info'] === '/slow') { $s->sleep(20); $s->push($q->fd, 'opened'); } });
$server->on('Message', function ($s, $f) use (&$awake) {
    if ($f->data === 'wake') {
        $awake = true;
    } elseif ($f->data === 'wait') {
        for ($awake = false; !$awake; $s->sleep(1));
        $s->sleep(600);
    }
    $s->push($f->fd, "$f->data done");
});
$server->on('Request', function ($q, $r) use ($server) { $server->sleep(1); $r->end($q->server['path_info']); $server->sleep(20); echo $q->server['path_info'], "\n"; });
$server->on('Close', function ($s, $fd) { $s->sleep(5); echo 'Close ', json_encode([$s->exists($fd), is_array($s->getClientInfo($fd))]), "\n"; });
serve($server);
PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$a->send('wait')->send('one')->sendFrame(1, 'tw', false)->sendFrame(9, 'ping')->sendFrame(0, 'o')->send('three');
echo $a->text(), ' ', $b->send('hello')->text(), ' ', $b->send('wake')->text(), "\n";
echo $a->text(), ', ', $a->text(), ', ', $a->text(), ', ', $a->text(), "\n";
$slow = WsClient::connect($server->port, '/slow')->send('early');
echo $slow->text(), ', ', $slow->text(), "\n";
$http = (new HttpClient($server->port))->raw("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
echo $http->response()['body'], $http->response()['body'], "\n";
// Messages sent before the end are still delivered, and Close comes last.
$a->send('wait')->send('last words')->close();
$b->send('wake');
while (($text = $a->text()) !== 'end') {
    echo $text, "\n";
}
$server->until('/Close .*\n/');
echo $server->stdout(), $server->log('slow'), $server->log('ERROR');
?>
--EXPECT--
pong ping hello done wake done
wait done, one done, two done, three done
opened, early done
/1/2
wait done
last words done
close 1000
/1
/2
Close [false,true]
