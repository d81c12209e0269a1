--TEST--
SeatPush: http: PHP's own limits on fields apply to each request separately, and the script's error handler is not called
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
set_error_handler(fn ($level, $text) => print(preg_replace('/^.*Input/', 'Input', $text) . "\n"));
$server->on('Request', fn ($q, $r) => $r->end(json_encode([count($q->get ?? []), count($q->post ?? []), $q->get['deep'] ?? null])));
serve($server);
PHP, ['max_input_vars' => 10, 'max_input_nesting_level' => 3]);
$fields = fn ($n) => implode('&', array_map(fn ($i) => "v$i=1", range(1, $n)));
$form = ['Content-Type' => 'application/x-www-form-urlencoded'];
$client = new HttpClient($server->port);
foreach ([20, 10] as $n) {
    echo $client->request('POST', '/?' . $fields($n), $form, $fields($n))->response()['body'], "\n";
}
echo $client->request('GET', '/?deep[a][b]=1')->response()['body'], ' ', $client->request('GET', '/?deep[a][b][c][d]=1')->response()['body'], "\n";
$server->stop();
echo $server->stdout(), $server->log('form');
?>
--EXPECT--
[10,10,null]
[10,10,null]
[1,0,{"a":{"b":"1"}}] [0,0,null]
WARNING seatpush: a request's form was not read completely: Input variables exceeded 10. To increase the limit change max_input_vars in php.ini.
