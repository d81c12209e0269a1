--TEST--
SeatPush: redis: rediss:// checks the server's identity, presents a certificate of its own, and carries large values, commands and subscriptions
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('redis-server', 'hiredis', 'TLS');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/redis.inc';

$probe = stream_socket_server('tcp://127.0.0.1:0');
$port = explode(':', stream_socket_get_name($probe, false))[1];
fclose($probe);
$redis = new TestRedis();
$in = $redis->folder;
function sh(string $command): void
{
    exec('unset LD_PRELOAD; ' . $command . ' 2>&1', $said, $status);
    $status === 0 || throw new Exception(implode("\n", $said));
}
foreach (['ca', 'other'] as $name) {
    sh("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=$name -keyout $in/$name.key -out $in/$name.crt");
}
foreach (['localhost' => 'DNS:localhost', 'client' => 'DNS:client'] as $name => $alt) {
    file_put_contents("$in/$name.ext", "subjectAltName=$alt\n");
    sh("openssl req -newkey rsa:2048 -nodes -subj /CN=$name -keyout $in/$name.key -out $in/$name.csr");
    sh("openssl x509 -req -in $in/$name.csr -CA $in/ca.crt -CAkey $in/ca.key -CAcreateserial -days 2 -extfile $in/$name.ext -out $in/$name.crt");
}
file_put_contents("$in/both.pem", file_get_contents("$in/client.crt") . file_get_contents("$in/client.key"));
$redis->start('--tls-port', $port, '--tls-cert-file', "$in/localhost.crt", '--tls-key-file', "$in/localhost.key", '--tls-ca-cert-file', "$in/ca.crt", '--requirepass', 'p?w');

function ask(string $behind, string $host = 'localhost'): void
{
    global $port;
    try {
        echo (new SeatPush\Redis("rediss://:p%3Fw@$host:$port/1$behind"))->echo('hello'), "\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', preg_replace('~localhost:\d+|127.0.0.1:\d+|/tmp/[^"/]+/~', '*', $e->getMessage()), "\n";
    }
}
$own = "cert=$in/client.crt&key=$in/client.key";
ask("?cafile=$in/ca.crt&$own");
ask("?cafile=$in/ca.crt&cert=$in/both.pem");
ask("?verify=no&$own");
ask("?$own");
ask("?cafile=$in/other.crt&$own");
ask("?cafile=$in/ca.crt&$own", '127.0.0.1');
ask("?cafile=$in/none.crt");
ask("?cafile=$in/ca.crt&cert=$in/client.crt&key=$in/ca.key");
ask("?ca=$in/ca.crt");
ask('?key=x');
try {
    (new SeatPush\Redis("redis://localhost:$port", 1))->ping();
} catch (SeatPush\RedisException $e) {
    echo preg_replace('/localhost:\d+|lost: [^;]+/', '*', $e->getMessage()), "\n";
}

$r = new SeatPush\Redis($dsn = "rediss://:p%3Fw@localhost:$port?cafile=$in/ca.crt&$own");
$big = random_bytes(3_000_000);
var_dump($r->set('big', $big), $r->get('big') === $big);
$server = TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0); $server->set(["redis" => ' . var_export($dsn, true) . ']); $redis = new SeatPush\Redis(' . var_export($dsn, true) . '); $server->subscribeRedis("seats:*"); $server->on("Message", function ($s, $f) use ($redis) { $s->subscribe($f->fd, "a"); $s->push($f->fd, (string) $redis->publish("seats:a", $f->data)); }); serve($server);');
$server->until('/subscribed/');
$a = WsClient::connect($server->port)->send('hello');
$heard = [$a->text(), $a->text()];
sort($heard);
echo implode(' ', $heard), ' ', $server->stop(), "\n";
?>
--EXPECT--
hello
hello
hello
SeatPush\RedisException: echo(): rediss://*/1 is away: TLS: its certificate is not accepted: self-signed certificate in certificate chain
SeatPush\RedisException: echo(): rediss://*/1 is away: TLS: its certificate is not accepted: self-signed certificate in certificate chain
SeatPush\RedisException: echo(): rediss://*/1 is away: TLS: its certificate is not accepted: IP address mismatch
SeatPush\RedisException: echo(): rediss://*/1 is away: cafile "*none.crt" cannot be read: No such file or directory; it is tried again until it is back
SeatPush\RedisException: echo(): rediss://*/1 is away: cert "*client.crt" and key "*ca.key" cannot be used: key values mismatch; it is tried again until it is back
ValueError: SeatPush\Redis::__construct(): Argument #1 ($dsn) must be the address of a Redis: unknown setting after ?: use cafile=FILE, cert=FILE, key=FILE or verify=no, joined by &
ValueError: SeatPush\Redis::__construct(): Argument #1 ($dsn) must be the address of a Redis: there is a key= without its cert=
ping(): the connection to redis://*/0 was *; whether the command was executed is unknown
bool(true)
bool(true)
1 hello 0
