--TEST--
SeatPush: TLS: exit(), a fatal error and TERM close with their codes; what a slow reader is sent is conflated and dropped as without TLS
--EXTENSIONS--
seatpush
openssl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('TLS');
?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

foreach (['exit(3)' => 3, 'trigger_error("fatal", E_USER_ERROR)' => 255] as $how => $status) {
    $server = TestServer::start(secure_script('[]', '$server->on("Close", fn ($server, $fd, $reactor, $code) => print("Close $code\n"));'), ['display_errors' => '0']);
    [$ada, $bob] = [WsClient::connect(url($server)), WsClient::connect(url($server))];
    $bob->send('1')->text();
    echo $ada->send($how)->text(), ', ', $bob->text(), "\n";
    [$ada->close(), $bob->close()];
    echo $server->wait() === $status ? 'status as expected' : 'OTHER STATUS', ', ', preg_match_all('/Close 1\d+/', $server->stdout()), " Close callbacks\n";
}

$server = TestServer::start(secure_script("['socket_buffer_size' => 3 << 20]", <<<'PHP'
$server->topic('news', whenFull: 'drop_oldest');
$server->on('Open', fn ($server, $request) => $server->subscribe($request->fd, 'news'));
function publish(SeatPush\Server $server, int $from, int $to, bool $conflate): void
{
    for ($n = $from; $n <= $to; $n++) {
        $server->publish('news', "$n " . str_repeat('n', 10000), conflateKey: $conflate ? 'key' . $n % 3 : null);
    }
}
PHP));
[$slow, $asks] = [WsClient::connect(url($server)), WsClient::connect($server->port ? url($server) : '')];
$asks->send('$server->unsubscribe($frame->fd, "news")')->text();

/** Reads up to the last one: whether each is whole and above the one before, and how many came. */
function read_all(WsClient $slow, int $last): array
{
    for ([$n, $count, $right] = [0, 0, true]; $n !== $last; $count++) {
        $text = $slow->text();
        $right = $right && (int) $text > $n && strlen($text) === strlen((string) (int) $text) + 10001;
        $n = (int) $text;
    }
    return [$right, $count];
}
foreach (['dropped' => 'false', 'conflated' => 'true'] as $what => $conflate) {
    $asks->send("publish(\$server, 1, 1500, $conflate)")->text();
    [$right, $count] = read_all($slow, 1500);
    $left = (int) $asks->send("\$server->stats()['{$what}_count']")->text();
    echo "$what: ", json_encode([$right, $count < 1500, $count + $left === 1500 || $count + $left]), "\n";
}
$asks->close();
$server->signal(15);
echo $slow->text(), "\n";
$slow->close();
echo $server->wait(), "\n";
?>
--EXPECT--
close 1001 server is stopping, close 1001 server is stopping
status as expected, 2 Close callbacks
close 1011, close 1011
status as expected, 2 Close callbacks
dropped: [true,true,true]
conflated: [true,true,true]
close 1001 server is stopping
0
