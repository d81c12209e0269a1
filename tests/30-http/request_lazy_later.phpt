--TEST--
SeatPush: http: a request that is first looked at much later is the same: after a wait, after its connection, after the server
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
function all(SeatPush\Request $q): string
{
    $server = array_diff_key($q->server, ['request_time' => 1, 'request_time_float' => 1, 'master_time' => 1, 'server_port' => 1, 'remote_port' => 1]);
    return json_encode([$q->header, $server, $q->cookie, $q->get, $q->files, $q->post, $q->getMethod(), $q->getContent(), strlen($q->getData())]) . "\n";
}

final class Late
{
    public function __construct(private SeatPush\Request $q)
    {
    }

    public function __destruct()
    {
        echo 'in a destructor: ', all($this->q);
    }
}

$server = new SeatPush\Server('127.0.0.1', 0);
$kept = [];
$server->on('Request', function ($q, $r) use (&$kept, $server) {
    $path = explode('?', explode(' ', $q->getData())[1])[0];
    switch ($path) {
        case '/wait':
            SeatPush\Coroutine::sleep(0.01);
            $r->end(all($q));
            break;
        case '/timer':
            $server->after(1, fn () => $r->end(all($q)));
            break;
        case '/destructor':
            new Late($q);
            $r->end();
            break;
        case '/cycle':
            $q->late = new Late($q);
            $r->end();
            break;
        case '/collect':
            $q = null;
            $r->end((string) (gc_collect_cycles() > 0));
            break;
        case '/time':
            usleep(20000);
            $r->end(json_encode([$q->server['request_time_float'] < microtime(true) - 0.015, $q->server['request_time'] === (int) $q->server['request_time_float'], $q->server['master_time'] === $q->server['request_time']]));
            break;
        default:
            $kept[$path] = $q;
            $r->end('kept');
    }
});
$server->on('Open', function ($server, $q) use (&$kept) {
    $kept['/open'] = $q;
});
$server->on('Close', function ($server, $fd) use (&$kept) {
    foreach ($kept as $path => $q) {
        if ($q->fd === $fd && $path !== '/end') {
            echo "in Close, $path: ", all($q);
            unset($kept[$path]);
        }
    }
    echo "closed\n";
});
serve($server);
echo 'after the end: ', all($kept['/end']);
PHP);
$fields = ['Cookie' => 'k=v; l[m]=n', 'Content-Type' => 'application/x-www-form-urlencoded'];
$client = new HttpClient($server->port);
$ask = fn ($path, $body = 'p[q]=r&s=%20t') => $GLOBALS['client']->request('POST', "$path?a[b]=1&c=%202", $fields, $body)->response()['body'];
foreach (['/wait', '/timer'] as $path) {
    echo $path, ': ', $ask($path);
}
echo $ask('/destructor'), $ask('/cycle'), $ask('/collect'), "\n";
echo $ask('/time'), "\n";
$ask('/keep');
// The next request on the same connection has other bytes in the same place.
$ask('/another', str_repeat('x=1&', 50));
$client->shut();
$server->until('/^closed$/m');
$ws = WsClient::connect($server->port, '/open?a=1', ['Cookie' => 'w=s']);
$ws->close()->text();
$ws->shut();
$server->until('/^closed$(?s:.*)^closed$/m');
$client = new HttpClient($server->port);
$ask('/end');
$server->stop();
echo $server->stdout(), $server->log('WARNING|ERROR');
?>
--EXPECT--
/wait: [{"cookie":"k=v; l[m]=n","content-type":"application\/x-www-form-urlencoded","host":"test","content-length":"13"},{"query_string":"a[b]=1&c=%202","request_method":"POST","request_uri":"\/wait","path_info":"\/wait","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"k":"v","l":{"m":"n"}},{"a":{"b":"1"},"c":" 2"},null,{"p":{"q":"r"},"s":" t"},"POST","p[q]=r&s=%20t",152]
/timer: [{"cookie":"k=v; l[m]=n","content-type":"application\/x-www-form-urlencoded","host":"test","content-length":"13"},{"query_string":"a[b]=1&c=%202","request_method":"POST","request_uri":"\/timer","path_info":"\/timer","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"k":"v","l":{"m":"n"}},{"a":{"b":"1"},"c":" 2"},null,{"p":{"q":"r"},"s":" t"},"POST","p[q]=r&s=%20t",153]
1
[true,true,true]
in a destructor: [{"cookie":"k=v; l[m]=n","content-type":"application\/x-www-form-urlencoded","host":"test","content-length":"13"},{"query_string":"a[b]=1&c=%202","request_method":"POST","request_uri":"\/destructor","path_info":"\/destructor","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"k":"v","l":{"m":"n"}},{"a":{"b":"1"},"c":" 2"},null,{"p":{"q":"r"},"s":" t"},"POST","p[q]=r&s=%20t",158]
in a destructor: [{"cookie":"k=v; l[m]=n","content-type":"application\/x-www-form-urlencoded","host":"test","content-length":"13"},{"query_string":"a[b]=1&c=%202","request_method":"POST","request_uri":"\/cycle","path_info":"\/cycle","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"k":"v","l":{"m":"n"}},{"a":{"b":"1"},"c":" 2"},null,{"p":{"q":"r"},"s":" t"},"POST","p[q]=r&s=%20t",153]
in Close, /keep: [{"cookie":"k=v; l[m]=n","content-type":"application\/x-www-form-urlencoded","host":"test","content-length":"13"},{"query_string":"a[b]=1&c=%202","request_method":"POST","request_uri":"\/keep","path_info":"\/keep","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"k":"v","l":{"m":"n"}},{"a":{"b":"1"},"c":" 2"},null,{"p":{"q":"r"},"s":" t"},"POST","p[q]=r&s=%20t",152]
in Close, /another: [{"cookie":"k=v; l[m]=n","content-type":"application\/x-www-form-urlencoded","host":"test","content-length":"200"},{"query_string":"a[b]=1&c=%202","request_method":"POST","request_uri":"\/another","path_info":"\/another","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"k":"v","l":{"m":"n"}},{"a":{"b":"1"},"c":" 2"},null,{"x":"1"},"POST","x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&x=1&",343]
closed
in Close, /open: [{"cookie":"w=s","host":"test","upgrade":"websocket","connection":"Upgrade","sec-websocket-version":"13","sec-websocket-key":"dGhlIHNhbXBsZSBub25jZQ=="},{"query_string":"a=1","request_method":"GET","request_uri":"\/open","path_info":"\/open","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"w":"s"},{"a":"1"},null,null,"GET","",164]
closed
closed
after the end: [{"cookie":"k=v; l[m]=n","content-type":"application\/x-www-form-urlencoded","host":"test","content-length":"13"},{"query_string":"a[b]=1&c=%202","request_method":"POST","request_uri":"\/end","path_info":"\/end","server_protocol":"HTTP\/1.1","server_addr":"127.0.0.1","remote_addr":"127.0.0.1"},{"k":"v","l":{"m":"n"}},{"a":{"b":"1"},"c":" 2"},null,{"p":{"q":"r"},"s":" t"},"POST","p[q]=r&s=%20t",151]
