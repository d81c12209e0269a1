--TEST--
SeatPush: errors: a port that needs root
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('a port that needs root');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

// Root without the one right that matters: another user could not read a clone below /root.
$root = trim(output_of(['id', '-u'])) === '0';
$server = TestServer::run(<<<'PHP'
try {
    new SeatPush\Server('127.0.0.1', 80);
} catch (SeatPush\Exception $e) {
    echo $e->getMessage(), "\n";
}
PHP, [], $root ? ['setpriv', '--bounding-set=-net_bind_service', '--inh-caps=-net_bind_service'] : []);
echo $server->stdout(), $server->log();
?>
--EXPECT--
cannot listen on 127.0.0.1:80: ports below 1024 need root; choose a higher one and put a proxy in front of it
