--TEST--
SeatPush: regress: header() replaces an object whose destructor removes $response->header
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
final class Meddler
{
    public function __construct(private $response, private ?array $other) {}

    public function __destruct()
    {
        echo "gone\n";
        $this->response->header = $this->other;
    }
}
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) {
    foreach ([null, [], ['X-Other' => 'other']] as $other) {
        $r->header = ['X-Mine' => new Meddler($r, $other)];
        $r->header('X-Mine', str_repeat('a', 3));
    }
    $r->cookie = [PHP_INT_MAX => 'mine=last'];
    @$r->cookie('no', 'room');
    $r->header = ['X-Before' => 'before'];
    $r->header('X-Mine', 'mine');
    $r->end('done');
});
serve($server);
PHP);
$answer = HttpClient::get($server->port);
echo $answer['body'], ' ', json_encode(array_intersect_key($answer['headers'], ['x-before' => 1, 'x-mine' => 1, 'set-cookie' => 1])), "\n";
echo $server->stop(), ' ', substr_count($server->stdout(), 'gone'), $server->log('ERROR'), "\n";
?>
--EXPECT--
done {"x-before":["before"],"x-mine":["mine"],"set-cookie":["mine=last"]}
0 3
