--TEST--
SeatPush: http: a multipart body is in rawContent(), whole; post and files are null
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($q, $r) => $r->end(json_encode([$q->post, $q->files, $q->tmpfiles, md5($q->rawContent())])));
serve($server);
PHP);
$body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n\0\xff\r\n--b--\r\n";
$answer = (new HttpClient($server->port))->request('POST', '/', ['Content-Type' => 'multipart/form-data; boundary=b'], $body)->response();
echo str_replace(md5($body), 'the body', $answer['body']), "\n";
?>
--EXPECT--
[null,null,null,"the body"]
