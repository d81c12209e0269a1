--TEST--
Swoole scripts: timers in WorkerStart, for each client, once and taken back; a coroutine that sleeps
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/scripts.inc';

/** The next $n messages that fit, however many others come between. */
function next_of(WsClient $client, string $pattern, int $n = 1): string
{
    for ($all = []; count($all) < $n; ) {
        $text = $client->text();
        str_starts_with($text, 'close') || $text === 'end' ? throw new Exception($text) : (preg_match($pattern, $text) && $all[] = preg_replace('/\d+$/', 'N', $text));
    }
    return implode(', ', $all);
}

variant('timer/worker0', function (int $port) {
    $ada = WsClient::connect($port);
    [$first, $second] = [json_decode($ada->text())->tick, json_decode($ada->text())->tick];
    yield 'Ada' => $second === $first + 1 ? 'one tick after the other' : "$first, $second";
    $bob = WsClient::connect($port);
    yield 'Bob' => json_decode($bob->text())->tick >= $second ? 'not an earlier one' : 'an earlier one';
}, several: true);
variant('timer/per_client', function (int $port) {
    $ada = WsClient::connect($port);
    yield 'Ada' => $ada->text() . ', ' . $ada->text();
    yield 'exists' => next_of($ada->send('?'), '/exists/');
    yield 'stop' => next_of($ada->send('stop'), '/stopped/');
    yield 'stop again' => next_of($ada->send('stop'), '/was/');
    yield 'exists' => next_of($ada->send('?'), '/exists/');
    yield 'later' => $ada->send('later')->text();
});
variant('timer/countdown', function (int $port) {
    $ada = WsClient::connect($port);
    $bob = WsClient::connect($port);
    yield 'Ada' => $ada->send('99')->text() . ', ' . $ada->send('timers')->text() . ', ' . $ada->send('cancel')->text() . ', ' . $ada->send('timers')->text();
    yield 'Bob' => $bob->text() . ', ' . $bob->send('12')->text() . ', ' . $bob->text();
    yield 'Ada' => $ada->text() . ', ' . $ada->text();
});
variant('timer/loop', function (int $port) {
    $ada = WsClient::connect($port);
    yield 'Ada' => next_of($ada, '/round/', 2);
    yield 'tick' => next_of($ada->send('x'), '/tick/', 2);
    $ada->close()->rest();
    yield 'Bob' => next_of(WsClient::connect($port), '/round/');
});
?>
--EXPECT--
timer/worker0
  Ada: one tick after the other
  Bob: not an earlier one
timer/per_client
  Ada: news 1, news 2
  exists: {"exists":true}
  stop: stopped
  stop again: was not running
  exists: {"exists":false}
  later: now
timer/countdown
  Ada: bid 99, 2 of 2, 0 ms, [true,true,false], 1 of 1, no ms
  Bob: bid 99, bid 12, sold for 12, going, going, gone
  Ada: bid 12, sold for 12, going, going, gone
timer/loop
  Ada: round N, round N
  tick: tick, tick
  Bob: round N
