--TEST--
SeatPush: http: trailer() follows a chunked body, and is announced if it was set before the head was sent; where none can be sent it is false, and what belongs in the head is refused
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    switch ($q->server['path_info']) {
        case '/end':
            echo json_encode($r->trailer('x-sum', 'a')), "\n";
            $r->end('body');
            echo json_encode($r->trailer('x-late', 'a')), "\n";
            break;
        case '/write':
            $r->write('bo');
            echo json_encode($r->trailer('x-sum', 'b')), "\n";
            $r->end('dy');
            break;
        case '/several':
            $r->header('X-Before', 'a');
            $r->trailer('x-sum', 'b');
            $r->trailer('x-other', 'c');
            $r->trailer['x-none'] = null;
            $r->trailer['Content-Length'] = '5';
            $r->write('body');
            $r->end();
            break;
        case '/own':
            $r->header('Trailer', 'X-Sum, X-Late');
            $r->trailer('x-sum', 'b');
            $r->write('body');
            $r->trailer('x-late', 'c');
            $r->end();
            break;
        case '/length':
            $r->header('Content-Length', '4');
            echo json_encode($r->trailer('x-sum', 'c')), "\n";
            $r->end('body');
            break;
        case '/length-later':
            echo json_encode($r->trailer('x-sum', 'd')), "\n";
            $r->header('Content-Length', '4');
            $r->end('body');
            break;
        case '/refused':
            foreach (['Content-Length', 'set-cookie', 'Trailer', 'pragma', 'a b', "x"] as $name) {
                try {
                    echo json_encode($r->trailer($name, $name === 'x' ? "a\nb" : 'a')), "\n";
                } catch (ValueError $e) {
                    echo preg_replace('/^.*Argument /', '', $e->getMessage()), "\n";
                }
            }
            $r->end('body');
    }
});
serve($server);
PHP);
foreach (['GET /end', 'GET /write', 'HEAD /end', 'GET /length', 'GET /length-later', 'GET /refused', 'GET /several', 'GET /own'] as $line) {
    $answer = (new HttpClient($server->port))->raw("$line HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")->rest();
    echo "$line: ", json_encode(substr($answer, strpos($answer, 'GMT') + 5)), "\n";
}
$answer = (new HttpClient($server->port))->raw("GET /end HTTP/1.0\r\n\r\n")->rest();
echo 'HTTP/1.0: ', json_encode(substr($answer, strpos($answer, 'GMT') + 5)), "\n";
$server->stop();
echo $server->stdout(), $server->log('field');
?>
--EXPECT--
GET /end: "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\nConnection: close\r\n\r\n4\r\nbody\r\n0\r\nX-Sum: a\r\n\r\n"
GET /write: "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\nX-Sum: b\r\n\r\n"
HEAD /end: "Content-Length: 4\r\nConnection: close\r\n\r\n"
GET /length: "Content-Length: 4\r\nConnection: close\r\n\r\nbody"
GET /length-later: "Content-Length: 4\r\nConnection: close\r\n\r\nbody"
GET /refused: "Content-Length: 4\r\nConnection: close\r\n\r\nbody"
GET /several: "Transfer-Encoding: chunked\r\nTrailer: X-Sum, X-Other\r\nConnection: close\r\n\r\n4\r\nbody\r\n0\r\nX-Sum: b\r\nX-Other: c\r\n\r\n"
GET /own: "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n4\r\nbody\r\n0\r\nX-Sum: b\r\nX-Late: c\r\n\r\n"
HTTP/1.0: "Content-Length: 4\r\nConnection: close\r\n\r\nbody"
true
false
true
false
false
false
true
#1 ($key) must not be Content-Length: it belongs in the head, use header()
#1 ($key) must not be set-cookie: it belongs in the head, use header()
#1 ($key) must not be Trailer: it belongs in the head, use header()
#1 ($key) must not be pragma: it belongs in the head, use header()
#1 ($key) must be a header field's name (RFC 9110 section 5.1)
#2 ($value) must not hold control characters
false
false
WARNING seatpush: a response was sent without its field "trailer": trailers can only follow a body without a Content-Length
