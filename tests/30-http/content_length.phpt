--TEST--
SeatPush: http: a Content-Length of the script's own: HEAD and 304 keep it, write() is sent with it, a body of another length is an error
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
file_put_contents($file = tempnam(sys_get_temp_dir(), 'seatpush'), 'from a file');
register_shutdown_function('unlink', $file);
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) use ($file) {
    [, $status, $length, $calls] = explode('/', $q->server['path_info']);
    $r->status((int) $status);
    if ($length !== '') {
        $r->header('Content-Length', $length);
    }
    foreach (explode(',', $calls) as $call) {
        [$method, $text] = explode(':', $call);
        try {
            echo "$method ", json_encode($method === 'sendfile' ? $r->sendfile($file) : $r->$method($text)), "\n";
        } catch (ValueError $e) {
            echo "$method: ", $e->getMessage(), "\n";
        }
    }
});
serve($server);
PHP);
foreach (['HEAD /200/99/end:', 'HEAD /200/4/end:body', 'HEAD /200//end:', 'HEAD /200//end:body', 'HEAD /200/99/write:,end:', 'HEAD /200/11/sendfile:', 'GET /304/99/end:', 'GET /304//end:body', 'GET /204/0/end:',
    'GET /200/4/end:body', 'GET /200/10/write:in ,write:pieces,end:!', 'GET /200/10/write:,write:in ,end:pieces!', 'GET /200/0/write:,end:', 'GET /200/11/sendfile:'] as $line) {
    [$method, $target] = explode(' ', $line, 2);
    $client = (new HttpClient($server->port))->request($method, strtr($target, [' ' => '%20']));
    $answer = $client->response($method === 'HEAD');
    echo "$line => $answer[status] '$answer[body]'", isset($answer['headers']['content-length']) ? ' length ' . implode(' ', $answer['headers']['content-length']) : '', isset($answer['headers']['transfer-encoding']) ? ' chunked' : '';
    echo ' ', $client->request('GET', '/200//end:next')->response()['body'], "\n";    // it is still in step
}
$server->stop();
echo str_contains($server->stdout(), ': ') ? $server->stdout() : "no error\n";

echo "HTTP/1.0 keeps its connection: ";
$server = TestServer::start('$server = new SeatPush\Server("127.0.0.1", 0); $server->on("Request", function ($q, $r) { $r->header("Content-Length", "4"); $r->write("bo"); $r->end("dy"); }); serve($server);');
$client = new HttpClient($server->port);
foreach ([1, 2] as $n) {
    echo $client->raw("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")->response()['body'], ' ';
}
echo "\n";
$server->stop();
$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    $r->header('Content-Length', '5');
    try {
        match ($q->server['path_info']) {
            '/longer' => $r->end('longer'),
            '/short' => $r->end('1234'),
            '/none' => $r->end(),
            '/redirect' => $r->redirect('/'),
            '/204' => $r->status(204) && $r->end(),
            '/file' => $r->sendfile(PHP_BINARY),
            '/written' => $r->write('123') && $r->write('456'),
            '/cut' => $r->write('123') && $r->end(),
        };
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
        throw $e;
    }
});
$server->set(['log_level' => 6]);
serve($server);
PHP);
foreach (['longer', 'short', 'none', 'redirect', '204', 'file', 'written', 'cut'] as $what) {
    $answer = (new HttpClient($server->port))->request('GET', "/$what")->response();
    echo "$what: ", ($answer['body'] ?? null) === null ? 'cut' : "$answer[status] $answer[reason]: " . strlen($answer['body']) . ' of ' . $answer['headers']['content-length'][0], "\n";
}
$server->stop();
echo preg_replace('/has \d{6,}/', 'has MANY', $server->stdout());
?>
--EXPECT--
HEAD /200/99/end: => 200 '' length 99 next
HEAD /200/4/end:body => 200 '' length 4 next
HEAD /200//end: => 200 '' next
HEAD /200//end:body => 200 '' length 4 next
HEAD /200/99/write:,end: => 200 '' length 99 next
HEAD /200/11/sendfile: => 200 '' length 11 next
GET /304/99/end: => 304 '' length 99 next
GET /304//end:body => 304 '' next
GET /204/0/end: => 204 '' next
GET /200/4/end:body => 200 'body' length 4 next
GET /200/10/write:in ,write:pieces,end:! => 200 'in pieces!' length 10 next
GET /200/10/write:,write:in ,end:pieces! => 200 'in pieces!' length 10 next
GET /200/0/write:,end: => 200 '' length 0 next
GET /200/11/sendfile: => 200 'from a file' length 11 next
no error
HTTP/1.0 keeps its connection: body body 
longer: 500 Internal Server Error: 0 of 0
short: 500 Internal Server Error: 0 of 0
none: 500 Internal Server Error: 0 of 0
redirect: 500 Internal Server Error: 0 of 0
204: 500 Internal Server Error: 0 of 0
file: 500 Internal Server Error: 0 of 0
written: cut
cut: cut
Content-Length is 5, and the body has 6 bytes: send as many, or leave the field out, and the server counts them
Content-Length is 5, and the body has 4 bytes: send as many, or leave the field out, and the server counts them
Content-Length is 5, and the body has 0 bytes: send as many, or leave the field out, and the server counts them
Content-Length is 5, and the body has 0 bytes: send as many, or leave the field out, and the server counts them
Content-Length is 5, and a response with status 204 has no body: leave the field out (RFC 9110 section 8.6)
Content-Length is 5, and the body has MANY bytes: send as many, or leave the field out, and the server counts them
Content-Length is 5, and the body has 6 bytes up to here: send as many, or leave the field out, and the server counts them
Content-Length is 5, and the body has 3 bytes: send as many, or leave the field out, and the server counts them
