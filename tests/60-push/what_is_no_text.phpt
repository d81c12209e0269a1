--TEST--
SeatPush: push: false and true, null, arrays and objects without a string form are refused, with json_encode() in the text, wherever a message is given
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$registry = new SeatPush\Registry($server);
$text = new class { function __toString() { return 'text'; } };
$server->on('Message', function ($s, $f) use ($registry, $text) {
    $ways = [
        'push' => fn ($data) => $s->push($f->fd, $data), 'publish' => fn ($data) => $s->publish('topic', $data), 'pushMany' => fn ($data) => $s->pushMany([$f->fd], $data),
        'pack' => fn ($data) => bin2hex(SeatPush\Server::pack($data)), 'Registry::push' => fn ($data) => $registry->push('key', $data), 'send' => fn ($data) => $s->send(1, $data),
    ];
    foreach ($ways as $way => $call) {
        foreach ([false, true, null, [], new stdClass(), 1.5, $text] as $data) {
            try {
                echo "$way: ", json_encode($call($data)), "\n";
            } catch (TypeError $e) {
                echo $e->getMessage(), "\n";
            }
        }
    }
    $s->push($f->fd, 'done');
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('x');
for ($all = []; end($all) !== 'done'; $all[] = $client->text());
echo implode(', ', $all), "\n";
$server->stop();
$lines = explode("\n", trim($server->stdout()));
echo implode("\n", array_slice($lines, 0, 5)), "\n";
foreach (array_chunk($lines, 7) as $chunk) {
    echo implode(', ', preg_replace('/^(\S+: ).* must be a string.*, (\w+) given; .*json_.*/', '$1no $2', $chunk)), "\n";
}
?>
--EXPECT--
1.5, text, 1.5, text, done
push: SeatPush\Server::push(): Argument #2 ($data) must be a string or a Frame, false given; if it is the result of json_encode(), that has failed, and json_last_error_msg() says why
push: SeatPush\Server::push(): Argument #2 ($data) must be a string or a Frame, true given; json_encode() it first
push: SeatPush\Server::push(): Argument #2 ($data) must be a string or a Frame, null given; json_encode() it first
push: SeatPush\Server::push(): Argument #2 ($data) must be a string or a Frame, array given; json_encode() it first
push: SeatPush\Server::push(): Argument #2 ($data) must be a string or a Frame, stdClass given; json_encode() it first
push: no false, push: no true, push: no null, push: no array, push: no stdClass, push: true, push: true
publish: no false, publish: no true, publish: no null, publish: no array, publish: no stdClass, publish: 0, publish: 0
pushMany: no false, pushMany: no true, pushMany: no null, pushMany: no array, pushMany: no stdClass, pushMany: 1, pushMany: 1
pack: no false, pack: no true, pack: no null, pack: no array, pack: no stdClass, pack: "8103312e35", pack: "810474657874"
Registry::push: no false, Registry::push: no true, Registry::push: no null, Registry::push: no array, Registry::push: no stdClass, Registry::push: 0, Registry::push: 0
send: no false, send: no true, send: no null, send: no array, send: no stdClass, send: false, send: false
