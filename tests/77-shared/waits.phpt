--TEST--
SeatPush: shared: Atomic and Lock wait in a callback while others go on
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
[$lock, $atomic] = [new SeatPush\Lock(), new SeatPush\Atomic()];
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($server, $frame) use ($lock, $atomic) {
    [$what, $timeout] = explode(' ', $frame->data) + [1 => -1.0];
    $says = json_encode(match ($what) {
        'lock' => $lock->lock(LOCK_EX, (float) $timeout),
        'share' => $lock->lock_read(),
        'try' => [$lock->trylock(), $lock->trylock_read()],
        'unlock' => $lock->unlock(),
        'wait' => $atomic->wait((float) $timeout),
        'wakeup' => $atomic->wakeup((int) $timeout),
        'get' => $atomic->get(),
    });
    $server->push($frame->fd, "$what $says");
});
serve($server);
PHP);
[$ada, $bob, $eve] = [WsClient::connect($server->port), WsClient::connect($server->port), WsClient::connect($server->port)];
$ask = fn ($client, $text) => $client->send($text)->text();

echo 'Ada: ', $ask($ada, 'lock'), ', Bob: ', $ask($bob, 'try'), ', ', $ask($bob, 'lock 0.001'), "\n";
$bob->send('lock');
echo 'Bob waits, Eve: ', $ask($eve, 'try'), ', Ada: ', $ask($ada, 'unlock');
echo ', Bob: ', $bob->text(), ', ', $ask($bob, 'unlock'), ', ', $ask($bob, 'unlock'), "\n";
echo 'readers: ', $ask($ada, 'share'), ', ', $ask($bob, 'share'), ', ', $ask($eve, 'lock 0.001');
$eve->send('lock');
echo ', ', $ask($ada, 'unlock'), ', ', $ask($bob, 'unlock'), ', Eve: ', $eve->text(), ', ', $ask($eve, 'unlock'), "\n";

echo 'nobody calls: ', $ask($ada, 'wait 0.001'), ', called before: ', $ask($eve, 'wakeup 1'), ', ', $ask($ada, 'wait'), ', ', $ask($eve, 'get'), "\n";
$ada->send('wait');
$bob->send('wait');
do {
    $waiting = (int) $ask($eve, 'get');
} while ($waiting > 0);
echo $ask($eve, 'wakeup 2'), ': ', $ada->text(), ', ', $bob->text(), ', ', $ask($eve, 'get'), "\n";
$ada->send('lock');
$bob->send('lock')->send('never');
echo $ada->text(), ', stopped while Bob waits: ', $server->stop(), ', ', $bob->text(), "\n";
echo $server->log('/ERROR|WARNING/');
?>
--EXPECT--
Ada: lock true, Bob: try [false,false], lock false
Bob waits, Eve: try [false,false], Ada: unlock true, Bob: lock true, unlock true, unlock false
readers: share true, share true, lock false, unlock true, unlock true, Eve: lock true, unlock true
nobody calls: wait false, called before: wakeup true, wait true, get 0
wakeup true: wait true, wait true, get 0
lock true, stopped while Bob waits: 0, close 1001 server is stopping
