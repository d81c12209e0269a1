--TEST--
SeatPush: http: $request->header has integer keys for names that are numbers, as any PHP array; unset($response->header) means that nothing is set
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    var_dump($q->header[123], $q->header['123'], $q->header['0123'], array_keys($q->header));
    $r->header('X-Gone', 'a');
    $r->cookie('gone', 'b');
    $r->own = 1;
    unset($r->header, $r->cookie, $r->own, $r->trailer);
    var_dump($r->header, $r->cookie, isset($r->own));
    $r->header('X-Here', 'c');
    unset($r->header['X-None']);
    $r->end();
});
serve($server);
PHP);
echo implode(' ', array_keys(HttpClient::get($server->port, '/', ['123' => 'a', '0123' => 'b'])['headers'])), "\n";
$client = (new HttpClient($server->port))->raw("GET / HTTP/1.1\r\nHost: a\r\n123: a\r\n0123: b\r\n123: c\r\n\r\n");
echo implode(' ', array_keys($client->response()['headers'])), "\n";
$server->stop();
echo $server->stdout();
?>
--EXPECT--
x-here server content-type date content-length connection
x-here server content-type date content-length connection
string(1) "a"
string(1) "a"
string(1) "b"
array(3) {
  [0]=>
  int(123)
  [1]=>
  string(4) "0123"
  [2]=>
  string(4) "host"
}
NULL
NULL
bool(false)
string(4) "a, c"
string(4) "a, c"
string(1) "b"
array(3) {
  [0]=>
  string(4) "host"
  [1]=>
  int(123)
  [2]=>
  string(4) "0123"
}
NULL
NULL
bool(false)
