--TEST--
SeatPush: compression: http_compression_streams bounds how many responses are compressed in pieces at the same time; others go out as they are and are counted; one that ends, or whose client leaves, makes room
--EXTENSIONS--
seatpush
zlib
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib');
?>
--FILE--
<?php
require __DIR__ . '/compression.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['http_compression' => true, 'http_compression_streams' => 2]);
$open = [];
$server->on('Request', function ($q, $r) use ($server, &$open) {
    [, $do, $name] = explode('/', $q->server['path_info']);
    switch ($do) {
        case 'open':
            $open[$name] = $r;
            return $r->write('begins ');
        case 'write':
            return $r->end(json_encode($open[$name]->write('goes on ')));
        case 'end':
            $done = $open[$name]->end('ends');
            unset($open[$name]);
            return $r->end(json_encode($done));
        case 'drop':
            unset($open[$name]);
            return $r->end('dropped');
        case 'whole':
            return $r->end(str_repeat('x', 1000));
        case 'count':
            $stats = $server->stats();
            return $r->end("$stats[compressed_response_count] compressed, $stats[refused_compression_count] refused");
    }
});
serve($server);
PHP);
$open = function (string $name) use ($server): HttpClient {
    $client = (new HttpClient($server->port))->request('GET', "/open/$name", ['Accept-Encoding' => 'gzip']);
    $head = $client->upTo("\r\n\r\n");
    echo "$name: ", str_contains($head, "Content-Encoding: gzip\r\n") ? 'gzip' : 'plain', str_contains($head, "Vary: Accept-Encoding\r\n") ? '' : ' without Vary', "\n";
    return $client;
};
$do = fn (string $what, array $headers = []) => HttpClient::get($server->port, $what, $headers);
$clients = array_map($open, ['a', 'b', 'c']);
echo 'whole: ', coding($do('/whole/x', ['Accept-Encoding' => 'gzip'])), "\n";
echo $do('/count/x')['body'], "\n";
foreach (['a', 'c'] as $i => $name) {
    $do("/write/$name");
    $do("/end/$name");
    $rest = $clients[$i * 2];
    for ($body = ''; ($length = hexdec(trim($rest->upTo("\r\n")))) > 0; $rest->bytes(2)) {
        $body .= $rest->bytes($length);
    }
    echo "$name: ", $name === 'a' ? gzdecode($body) : $body, "\n";
}
$open('d');
$open('e');
$clients[1]->shut();
while ($do('/write/b')['body'] === 'true');
echo "b has left\n";
$open('f');
$do('/drop/f');
$open('g');
$open('h');
echo $do('/count/x')['body'], "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
a: gzip
b: gzip
c: plain
whole: gzip vary Accept-Encoding
3 compressed, 1 refused
a: begins goes on ends
c: begins goes on ends
d: gzip
e: plain
b has left
f: gzip
g: gzip
h: plain
6 compressed, 3 refused
0
