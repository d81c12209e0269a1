--TEST--
SeatPush: push: topic(): a rule applies to publish() and to a Registry; of several, the longest pattern applies; arguments of publish() override it; an invalid rule is refused
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
foreach ([['*'], ['a*b', 'k'], ['*a', 'k'], ['', 'k'], [str_repeat('x', 256), 'k'], ['a', 'k', -1], ['a', 'k', 60001]] as $rule) {
    try { $server->topic(...$rule); echo "taken\n"; } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
}
$server->topic('show_*', windowMs: 100);
$server->topic('show_1*', 'seats', 60000);
$server->topic('show_1*', 'seats', 100);
$server->topic('show_17', 'seats');
$registry = new SeatPush\Registry($server);
$server->on('Message', function ($s, $f) use ($registry) {
    [$how, $topic] = explode(' ', $f->data);
    $s->subscribe($f->fd, $topic);
    if ($how === 'late') {
        try { $s->topic('x', 'y'); } catch (SeatPush\Exception $e) { $s->push($f->fd, $e->getMessage()); }
        return;
    }
    foreach (['1', '2', '3'] as $text) {
        match ($how) {
            'publish' => $s->publish($topic, $text),
            'own' => $s->publish($topic, $text, conflateKey: $text, windowMs: 100),
            'now' => $s->publish($topic, $text, windowMs: 0),
            'registry' => $registry->push($topic, $text),
        };
    }
    $s->push($f->fd, 'told');
});
serve($server);
PHP);
echo $server->stdout();
foreach (['publish show_2', 'publish show_', 'publish show', 'publish show_12', 'publish show_17', 'publish show_170', 'own show_3', 'now show_4', 'registry show_5', 'own other', 'late x'] as $ask) {
    $client = WsClient::connect($server->port)->send($ask);
    for ($texts = []; !in_array('3', $texts) || !in_array('told', $texts);) {
        $texts[] = $text = $client->text();
        if (str_starts_with($text, 'set')) {
            break;
        }
    }
    // On a busy machine, without a window, a state may be sent before the next one comes.
    echo preg_replace('/^((?:publish show_17|now show_4):) (?:1 |2 |1 2 )/', '$1 ', "$ask: " . implode(' ', $texts)), "\n";
}
?>
--EXPECT--
SeatPush\Server::topic(): Argument #2 ($conflateKey) or windowMs or whenFull must be given: a rule without any of them has no effect
SeatPush\Server::topic(): Argument #1 ($pattern) must be a topic, or the beginning of topics with a star at the end
SeatPush\Server::topic(): Argument #1 ($pattern) must be a topic, or the beginning of topics with a star at the end
SeatPush\Server::topic(): Argument #1 ($pattern) must be a topic of 1 to 255 bytes, 0 given
SeatPush\Server::topic(): Argument #1 ($pattern) must be a topic of 1 to 255 bytes, 256 given
SeatPush\Server::topic(): Argument #3 ($windowMs) must be from 0 to 60000 milliseconds
SeatPush\Server::topic(): Argument #3 ($windowMs) must be from 0 to 60000 milliseconds
publish show_2: 1 told 3
publish show_: 1 told 3
publish show: 1 2 3 told
publish show_12: 1 told 3
publish show_17: 3 told
publish show_170: 1 told 3
own show_3: 1 told 2 3
now show_4: 3 told
registry show_5: 1 told 3
own other: 1 told 2 3
late x: set the rules of topics before start()
