--TEST--
SeatPush: redis: a name server that does not answer holds up only the caller: others are served, and the time-out applies
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('hiredis');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

// A getaddrinfo() that hangs for one name.
$folder = sys_get_temp_dir() . '/seatpush-names-' . bin2hex(random_bytes(6));
mkdir($folder);
register_shutdown_function(fn () => array_map('unlink', glob("$folder/*")) && rmdir($folder));
file_put_contents("$folder/names.c", <<<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <string.h>
#include <unistd.h>
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **res)
{
	int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) = dlsym(RTLD_NEXT, "getaddrinfo");
	if (node != NULL && strcmp(node, "slow.example") == 0) {
		sleep(60);
	}
	return real(node, service, hints, res);
}
C);
$preload = getenv('LD_PRELOAD');
putenv('LD_PRELOAD');
$deepbind = dirname(__DIR__, 2) . "/tests/support/nodeepbind.c"; // or PHP would let the extension see the real one only
exec("cc -shared -fPIC -o $folder/names.so $folder/names.c $deepbind -ldl 2>&1", $said, $status);
echo implode("\n", $said);
putenv("LD_PRELOAD=$preload");
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['redis' => 'redis://slow.example']);
$server->subscribeRedis('seats:*');
$redis = new SeatPush\Redis('redis://slow.example', 1.0, 0.5);
$server->on('Message', function ($s, $f) use ($redis) {
    try {
        $s->push($f->fd, $f->data === 'get' ? $redis->get('a') : 'echo');
    } catch (SeatPush\RedisException $e) {
        $s->push($f->fd, $e->getMessage());
    }
    echo "$f->data\n";
});
serve($server);
PHP, [], ['env', 'LD_PRELOAD=' . trim("$preload:$folder/names.so", ':')]);
$a = WsClient::connect($server->port)->send('get');
$b = WsClient::connect($server->port);
echo $b->send('first')->text(), ' ', $b->send('second')->text(), "\n", $a->text(), "\n";
$server->until('/second\nget/');
echo $server->stop(), ' ', $server->stdout(), $server->log('slow:');
?>
--EXPECT--
echo echo
get(): redis://slow.example:6379/0 is away: the name server does not answer
0 first
second
get
