--TEST--
SeatPush: http: a multipart body: fields and files in PHP's array syntax; move_uploaded_file() takes one file, the others are deleted with the request
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$kept = [];
$server->on('Request', function ($q, $r) use (&$kept) {
    if ($q->files === null) {
        $r->end(json_encode([$q->post, $q->tmpfiles, array_map('file_exists', $kept), $_FILES, $_POST, error_get_last()]));
        return;
    }
    $kept = $q->tmpfiles;
    $moved = $kept[0] . '.moved';
    $facts = [
        $q->post, $q->files['map']['name'], $q->files['seats']['name'], $q->files['seats']['size'], $q->files['map']['type'], $q->files['map']['error'],
        $kept === [$q->files['map']['tmp_name'], $q->files['seats']['tmp_name'][0], $q->files['seats']['tmp_name']['x']],
        bin2hex(file_get_contents($kept[0])), strlen(file_get_contents($kept[2])), md5($q->rawContent()) === $q->header['x-md5'],
        is_uploaded_file($kept[1]), move_uploaded_file($kept[0], $moved), bin2hex(file_get_contents($moved)), is_uploaded_file($moved),
    ];
    $kept[] = $moved;
    $r->end(json_encode($facts));
});
$server->tick(10, function () use (&$kept) { if ($kept && !array_filter(array_slice($kept, 0, 3), 'file_exists')) { echo file_exists($kept[3]) ? "only the moved one\n" : "none\n"; @unlink($kept[3]); $kept = []; } });
serve($server);
PHP);
function part(string $name, string $content, ?string $file = null): string
{
    return "--b\r\nContent-Disposition: form-data; name=\"$name\"" . ($file === null ? '' : "; filename=\"$file\"\r\nContent-Type: image/png") . "\r\n\r\n$content\r\n";
}
$body = part('show', '7') . part('seat[row]', 'Ä') . part('seat[]', '12') . part('map', "\0\xff\r\n", 'plan.png') . part('seats[]', 'abc', 'a') . part('seats[x]', str_repeat('y', 100000), 'b') . "--b--\r\n";
$client = new HttpClient($server->port);
echo $client->request('POST', '/', ['Content-Type' => 'Multipart/Form-Data; boundary=b', 'X-MD5' => md5($body)], $body)->response()['body'], "\n";
$server->until('/^(only|none)/m');
echo $server->stdout();
$body = part('only', 'a field') . "--b--\r\n";
echo $client->request('POST', '/', ['Content-Type' => 'multipart/form-data; boundary="b"'], $body)->response()['body'], "\n";
?>
--EXPECT--
[{"show":"7","seat":{"row":"\u00c4","0":"12"}},"plan.png",{"0":"a","x":"b"},{"0":3,"x":100000},"image\/png",0,true,"00ff0d0a",100000,true,true,true,"00ff0d0a",false]
only the moved one
[{"only":"a field"},null,[],[],[],null]
