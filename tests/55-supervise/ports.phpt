--TEST--
SeatPush: supervise: ports stay open across a reload, new ones are opened and old ones closed
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

/** What listens there says: nothing, or the body. */
function at(int|string $port): string
{
    try {
        return @HttpClient::get($port)['body'];
    } catch (Throwable) {
        return 'nobody';
    }
}

$path = sys_get_temp_dir() . '/seatpush-' . getmypid() . '.sock';
$listen = fn (string $text) => "\$server->on('Request', fn (\$request, \$response) => \$response->end('$text'));";
$second = "\$second = \$server->listen('127.0.0.1', 0, SeatPush\\Server::SOCK_TCP);";
$socket = "\$server->listen('$path', 0, SeatPush\\Server::SOCK_UNIX);";
$server = new Supervised($listen('one') . $second);
$ports = fn () => json_decode($server->ask('array_map(fn ($port) => $port->port, $server->ports)'));
[$first, $other] = $ports();
echo at($first), ' ', at($other), ', the same after a reload: ';
$server->change($listen('two') . $second);
$server->reload();
echo json_encode($ports() === [$first, $other]), ' ', at($first), ' ', at($other), "\n";

$server->change($listen('three') . $socket);
$server->reload();
echo 'another instead: ', at($first), ', ', at($other), ', ', at("unix://$path"), ', ', json_encode(file_exists($path)), "\n";
$server->change($listen('broken') . $second . 'exit(1);');
$server->reload();
$server->change($listen('four') . $socket);
$server->reload();
echo 'that one passed on: ', at($first), ', ', at("unix://$path"), "\n";
$server->change($listen('five'));
$server->reload();
echo 'without it: ', at($first), ', ', at("unix://$path"), ', ', json_encode(file_exists($path)), "\n";
$server->change($listen('six') . $socket);
$server->reload();
echo 'with it again: ', at("unix://$path"), ', ', $server->stop(), ', ', at($first), ', ', json_encode(file_exists($path)), "\n";
?>
--EXPECT--
one one, the same after a reload: true two two
another instead: three, nobody, three, true
that one passed on: four, four
without it: five, nobody, false
with it again: six, 0 bool(true), nobody, false
