--TEST--
SeatPush: http: get, post, cookies and headers as arrays; what is missing is null
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    $r->end(json_encode([$q->get, $q->post, $q->cookie, $q->files, $q->header, $q->rawContent(), $q->getContent(), $q->getMethod(), $q->server['path_info'], $q->server['request_uri'], $q->server['query_string'] ?? null, $q->server['server_protocol'], $q->server['remote_addr'], $q->server['server_addr']], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE));
});
serve($server);
PHP);
echo HttpClient::get($server->port, '/a%20b?x[]=1&x[]=2&y=%C3%A9&z')['body'], "\n";
echo HttpClient::get($server->port, '/')['body'], "\n";
$client = new HttpClient($server->port);
echo $client->request('POST', '/p', ['Content-Type' => 'application/x-www-form-urlencoded', 'Cookie' => 'a=1; b=%20x', 'X-Two' => 'one'], 'k[a]=v&l=1')->response()['body'], "\n";
echo $client->request('PUT', '/p', ['Content-Type' => 'application/json'], '{}')->response()['body'], "\n";
?>
--EXPECT--
[{"x":["1","2"],"y":"é","z":""},null,null,null,{"host":"test"},"","","GET","/a b","/a%20b","x[]=1&x[]=2&y=%C3%A9&z","HTTP/1.1","127.0.0.1","127.0.0.1"]
[null,null,null,null,{"host":"test"},"","","GET","/","/",null,"HTTP/1.1","127.0.0.1","127.0.0.1"]
[null,{"k":{"a":"v"},"l":"1"},{"a":"1","b":" x"},null,{"content-type":"application/x-www-form-urlencoded","cookie":"a=1; b=%20x","x-two":"one","host":"test","content-length":"10"},"k[a]=v&l=1","k[a]=v&l=1","POST","/p","/p",null,"HTTP/1.1","127.0.0.1","127.0.0.1"]
[null,null,null,null,{"content-type":"application/json","host":"test","content-length":"2"},"{}","{}","PUT","/p","/p",null,"HTTP/1.1","127.0.0.1","127.0.0.1"]
