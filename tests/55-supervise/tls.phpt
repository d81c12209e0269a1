--TEST--
SeatPush: TLS with several workers: tickets are good at each and after a reload, connections are closed with 1012 where others move, certificates are read again by all
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
require __DIR__ . '/supervised.inc';
require __DIR__ . '/../support/certificates.inc';

$server = new Supervised(
    '$tls = $server->listen("127.0.0.1", 0, SeatPush\Server::SOCK_TCP | SeatPush\Server::SSL);
    SeatPush\Server::workerId() === null && print("TLS $tls->port\n");
    $server->on("Request", fn ($request, $response) => $response->end("hello of $server->worker_id"));',
    "['worker_num' => 2, 'reload_mode' => 'keep', 'ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/here.key', 'slow_callback_ms' => 0, 'max_wait_time' => 60]"
);
[, $port] = $server->server->until('/TLS (\d+)/');

/** Asks with the ticket that is in the file: whether it was good, and which worker has answered. */
function ask(string $version, string $file = '-sess_in'): array
{
    global $in, $port;
    $said = sh("printf 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n' | openssl s_client -ign_eof -$version -connect 127.0.0.1:$port $file $in/session");
    preg_match('/hello of (\d)/', $said, $worker);
    return [str_contains($said, 'Reused, TLS'), (int) $worker[1]];
}

/** Until both workers have been asked. */
function everywhere(string $version): string
{
    for ($end = microtime(true) + BOUND; count($of ?? []) < 2 && microtime(true) < $end;) {
        [$good, $worker] = ask($version);
        $of[$worker] = $good;
    }
    ksort($of);
    return json_encode($of);
}
foreach (['tls1_2', 'tls1_3'] as $version) {
    ask($version, '-sess_out');
    echo "$version: ", everywhere($version), "\n";
}

$plain = $server->visitor();
$secure = WsClient::connect("ssl://127.0.0.1:$port");
echo $secure->send('"there"')->text(), "\n";
echo $server->reload(), "\n";
echo $secure->text(), ', ', $plain->send('"moved"')->text(), ', ticket ', everywhere('tls1_3'), "\n";
$secure->close();

echo "-- certificates\n";
$shown = function (string $expected) use ($port): string {
    for ($i = 0; $i < 12; $i++) {
        for ($end = microtime(true) + BOUND; ($name = shown((object) ['port' => $port])) !== $expected && microtime(true) < $end; usleep(2000));
    }
    return $name;
};
foreach (['new' => fn () => $server->server->signal(SIGHUP), 'newer' => fn () => $plain->send('$server->reloadCertificates()')->text()] as $name => $ask) {
    certificate($name);
    rename("$in/$name.pem", "$in/here.pem");
    rename("$in/$name.key", "$in/here.key");
    $ask();
    echo $shown($name), "\n";
}
echo $plain->send('"still there"')->text(), "\n";
echo preg_replace('/TLS \d+\n/', '', $server->stop()), "\n";
echo preg_replace('/(worker) \d/', '$1 N', $server->server->log('ERROR|WARNING|cannot move'));
?>
--EXPECT--
tls1_2: [true,true]
tls1_3: [true,true]
"there"
reload: generation 1 serves
close 1012 server restarts: come back, "moved", ticket [true,true]
-- certificates
new
newer
"still there"
0 bool(true)
INFO seatpush (worker N, generation 0): reload: 1 connections with TLS cannot move: they are closed with 1012, over 0 s (reload_spread)
