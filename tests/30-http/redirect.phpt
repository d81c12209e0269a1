--TEST--
SeatPush: http: what redirect() sends is a URI, and a client that follows it comes where the script said; a raw Location is taken as well
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$to = ['/你好', '/a b?c="d"|e', '/%E4%BD%A0%20', 'http://a.example/x?y=1&z=%25#top', '/', '', "/\xff"];
$server->on('Request', function ($q, $r) use ($to) {
    if (isset($q->get['raw'])) {
        $r->status(302);
        $r->header('Location', $to[$q->get['raw']]);
        $r->end();
    } elseif (isset($q->get['n'])) {
        $r->redirect($to[$q->get['n']]);
    } else {
        $r->end($q->server['path_info'] . ' ' . json_encode($q->get, JSON_UNESCAPED_UNICODE));
    }
});
serve($server);
PHP);
for ($n = 0; $n < 7; $n++) {
    echo $location = HttpClient::get($server->port, "/?n=$n")['headers']['location'][0];
    echo str_starts_with($location, '/') ? ' => ' . json_encode(HttpClient::get($server->port, $location)['body'], JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES) : '', "\n";
}
echo HttpClient::get($server->port, HttpClient::get($server->port, '/?raw=0')['headers']['location'][0])['body'], "\n";
?>
--EXPECT--
/%E4%BD%A0%E5%A5%BD => "/你好 null"
/a%20b?c=%22d%22%7Ce => "/a b {\"c\":\"\\\"d\\\"|e\"}"
/%E4%BD%A0%20 => "/你  null"
http://a.example/x?y=1&z=%25#top
/ => "/ null"

/%FF => "/� null"
/你好 null
