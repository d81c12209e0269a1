--TEST--
SeatPush: push: windowMs: a window that holds too much ends early, in order, and nothing is lost: too many keys, or total_buffer_size used up
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
// No window ends by time: these would not in a minute. What leaves has to be read before it goes on: how much a kernel
// takes of what nobody reads depends on the machine and its load, and what it does not take counts in the total.
$start = fn (int $total) => TestServer::start(strtr(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['total_buffer_size' => TOTAL, 'slow_callback_ms' => 0]);
$server->on('Message', function ($s, $f) {
    [$keys, $size] = explode(' ', $f->data);
    $s->subscribe($f->fd, 'show');
    $s->publish('show', 'first', windowMs: 60000);
    for ($most = $i = 0; $i < $keys; $i++) {
        $s->publish('show', str_pad((string) $i, (int) $size), conflateKey: "key $i", windowMs: 60000);
        $most = max($most, $s->stats()['queued_bytes']);
        while ($s->getClientInfo($f->fd)['send_queued_bytes'] > 0) {
            $s->sleep(1);
        }
    }
    $s->publish('show', 'key 0 again', conflateKey: 'key 0', windowMs: 60000);
    $s->push($f->fd, $most < TOTAL + 20000 ? 'pushed' : "$most bytes were held");
});
serve($server);
PHP, ['TOTAL' => $total]));
/** What arrives up to the last message; 'N to M' stands for all numbers from N to M, in order. */
function story(WsClient $client, string $last): string
{
    $runs = [];
    while (($text = trim($client->text())) !== $last) {
        $text !== 'end' || throw new Exception('it ended');
        $run = array_key_last($runs);
        if ($runs && is_numeric($text) && $runs[$run][1] === $text - 1) {
            $runs[$run][1] = (int) $text;
        } else {
            $runs[] = [$text, is_numeric($text) ? (int) $text : null];
        }
    }
    return implode(', ', array_map(fn ($run) => (int) $run[0] < $run[1] ? "$run[0] to $run[1]" : $run[0], $runs));
}
foreach (['keys' => [20000000, '66000 4'], 'bytes' => [200000, '30 10000']] as $what => [$total, $say]) {
    $server = $start($total);
    $client = WsClient::connect($server->port)->send($say);
    echo "$what: ", story($client, 'pushed'), "\n";
    $server->stop();
    echo 'at the stop: ', story($client, 'close 1001 server is stopping'), "\n";
}
?>
--EXPECT--
keys: first, 0 to 65535
at the stop: 65536 to 65999, key 0 again
bytes: first, 0 to 18
at the stop: 19 to 29, key 0 again
