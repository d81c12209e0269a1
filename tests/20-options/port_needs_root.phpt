--TEST--
SeatPush: errors: a port that needs root
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('unprivileged user');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';

$root = trim(output_of(['id', '-u'])) === '0';
$server = TestServer::run(<<<'PHP'
try {
    new SeatPush\Server('127.0.0.1', 80);
} catch (SeatPush\Exception $e) {
    echo $e->getMessage(), "\n";
}
PHP, [], $root ? ['setpriv', '--reuid=65534', '--clear-groups', '--bounding-set=-all', '--inh-caps=-all'] : []);
echo $server->stdout(), $server->log();
?>
--EXPECT--
cannot listen on 127.0.0.1:80: ports below 1024 need root; choose a higher one and put a proxy in front of it
