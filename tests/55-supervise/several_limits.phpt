--TEST--
SeatPush: worker_num: max_conn_per_ip, accept_rate_per_ip and max_conn hold for all workers together, and a killed one gives back what it had
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

const SETTINGS = "['worker_num' => 3, 'max_conn' => 60]";
$server = new Supervised('$server->listen("127.0.0.1", 0)->set(["max_conn_per_ip" => 40]);
$server->listen("127.0.0.1", 0)->set(["accept_rate_per_ip" => 5]);
$server->listen("127.0.0.1", 0)->set(["trusted_proxies" => "127.0.0.1", "max_conn_per_ip" => 2]);
$server->listen("127.0.0.1", 0)->set(["proxy_protocol" => true, "max_conn_per_ip" => 2]);
$server->on("Request", fn ($request, $response) => $response->end());', SETTINGS);
[$all, $few, $slow, $forwarded, $proxied] = $server->server->ports;

/** Opens visitors until one is refused. @return list<WsClient> those that were not; the last status is added to $statuses */
function fill(int $port, ?array &$statuses, array $headers = []): array
{
    for ($visitors = []; ($visitor = WsClient::upgrade($port, '/', $headers))->status === 101 && count($visitors) < 100; $visitors[] = $visitor);
    $statuses[] = count($visitors) . " and then $visitor->status";
    return $visitors;
}
/** What a process has had is noticed a moment after it has ended. */
function until(int $status, callable $ask): string
{
    for ($end = microtime(true) + BOUND; ($is = $ask()) !== $status && microtime(true) < $end; usleep(2000));
    return (string) $is;
}

$visitors = fill($few, $said);
$workers = [];
foreach ($visitors as $visitor) {
    $workers[(int) $visitor->send('$server->worker_id')->text()][] = $visitor;
}
echo "max_conn_per_ip: $said[0], in ", count($workers), " workers\n";
$other = new HttpClient($few, '127.0.0.2');
echo 'another address: ', $other->request('GET', '/')->response()['status'], "\n";
$other->shut();

$worker = array_key_last($workers);
$had = count($workers[$worker]);
signal((int) $workers[$worker][0]->send('getmypid()')->text(), 9);
unset($workers[$worker], $visitors, $visitor);
for ($again = [], $end = microtime(true) + BOUND; count($again) < $had && microtime(true) < $end;) {
    if (($visitor = WsClient::upgrade($few))->status === 101) {
        $again[] = $visitor;
    }
}
$again = [...$again, ...fill($few, $given)];
echo "a worker is killed: as many as it had may come, and ", $given[0], "\n";

array_pop($again)->close()->rest();
echo 'one that closes makes room: ', until(101, function () use ($few, &$last) { $last = WsClient::upgrade($few); return $last->status; }), "\n";
unset($workers, $again, $last, $visitor);
until(0, fn () => (int) $server->ask('$server->stats()["connection_num"] - 1'));

/* Within one second: a second may begin between two. */
for ($most = 0, $tries = 0; $most !== 5 && $tries < 20; $tries++) {
    for ($second = time(); $second === time(););
    for ($welcome = 0, $i = 0; $i < 12; $i++) {
        $welcome += HttpClient::get($slow, '/', ['Connection' => 'close'])['status'] === 200;
    }
    $most = $welcome;
}
echo "accept_rate_per_ip: $most of 12\n";

$for = fn (string $client) => ['X-Forwarded-For' => $client];
$visitors = [...fill($forwarded, $by, $for('198.51.100.1')), ...fill($forwarded, $by, $for('2001:db8:0:1::1')), ...fill($forwarded, $by, $for('2001:db8:0:1::2'))];
echo 'behind a proxy: ', implode(', ', $by), "\n";
$visitors[0]->shut();
echo 'and again: ', until(101, function () use ($forwarded, $for, &$last) { $last = WsClient::upgrade($forwarded, '/', $for('198.51.100.1')); return $last->status; }), "\n";
unset($visitors, $last);

$by = [];
foreach (['198.51.100.1', '198.51.100.1', '198.51.100.1', '198.51.100.2'] as $client) {
    $clients[] = $connection = new HttpClient($proxied);
    $by[] = $connection->raw("PROXY TCP4 $client 198.51.100.9 1000 80\r\n")->request('GET', '/')->response()['status'];
}
echo 'with the PROXY protocol: ', implode(' ', $by), "\n";
unset($clients, $connection);
until(0, fn () => (int) $server->ask('$server->stats()["connection_num"] - 1'));

$visitors = fill($all, $said);
echo "max_conn: $said[1]\n";
$visitors = [];
echo 'when all are gone: ', until(0, fn () => ($visitor = WsClient::upgrade($all))->status === 101 ? (int) $visitor->send('$server->stats()["connection_num"] - 1')->text() : -1), " are left\n";
echo $server->stop(), "\n";
?>
--EXPECT--
max_conn_per_ip: 40 and then 429, in 3 workers
another address: 200
a worker is killed: as many as it had may come, and 0 and then 429
one that closes makes room: 101
accept_rate_per_ip: 5 of 12
behind a proxy: 2 and then 429, 2 and then 429, 0 and then 429
and again: 101
with the PROXY protocol: 200 200 429 200
max_conn: 60 and then 503
when all are gone: 0 are left
0 bool(true)
