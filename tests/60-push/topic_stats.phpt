--TEST--
SeatPush: push: topicStats(): what one topic has cost, separate from others; null when nobody is subscribed
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Open', function ($s, $request) {
    $s->subscribe($request->fd, 'show');
});
$server->on('Message', function ($s, $f) {
    if ($f->data === 'leave') {
        $s->unsubscribe($f->fd, 'show');
    } elseif ($f->data === 'publish') {
        $s->publish('show', 'plain');
        $s->publish('show', 'leaves', conflateKey: 'w', windowMs: 60000);
        $s->publish('show', 'held', conflateKey: 'w', windowMs: 60000);
        $s->publish('show', 'held', conflateKey: 'w', windowMs: 60000);
        $s->subscribe($f->fd, 'other');
        // On a busy machine one may be sent before the next one comes.
        for ($i = 0; $i < 100 && ($s->topicStats('other')['conflated_count'] ?? 0) === 0; $i++) {
            $s->publish('other', "state $i", conflateKey: 'state');
        }
        $s->push($f->fd, 'conflated ' . $s->topicStats('other')['conflated_count']);
    }
    $s->push($f->fd, 'stats ' . json_encode($s->topicStats('show')));
});
try { $server->topicStats('show'); } catch (SeatPush\Exception $e) { echo $e->getMessage(), "\n"; }
serve($server);
PHP);
echo $server->stdout();
$ask = function (WsClient $client, string $what): string {
    $client->send($what);
    do {
        $text = $client->text();
        $told = str_starts_with($text, 'conflated') ? "$text\n" : $told ?? '';
    } while (!str_starts_with($text, 'stats'));
    return "$told$text\n";
};
[$a, $b, $c] = [WsClient::connect($server->port), WsClient::connect($server->port), WsClient::connect($server->port)];
echo $ask($a, 'before'), $ask($c, 'leave'), $ask($a, 'publish'), $ask($b, 'leave'), $ask($a, 'leave');
?>
--EXPECT--
topicStats() needs a running server: call it in a callback, such as Open or Message, or in one registered for Start
stats {"subscriber_count":3,"peak_subscriber_count":3,"publish_count":0,"push_count":0,"push_bytes":0,"coalesced_count":0,"conflated_count":0,"dropped_count":0}
stats {"subscriber_count":2,"peak_subscriber_count":3,"publish_count":0,"push_count":0,"push_bytes":0,"coalesced_count":0,"conflated_count":0,"dropped_count":0}
conflated 1
stats {"subscriber_count":2,"peak_subscriber_count":3,"publish_count":4,"push_count":4,"push_bytes":30,"coalesced_count":1,"conflated_count":0,"dropped_count":0}
stats {"subscriber_count":1,"peak_subscriber_count":3,"publish_count":4,"push_count":4,"push_bytes":30,"coalesced_count":1,"conflated_count":0,"dropped_count":0}
stats null
