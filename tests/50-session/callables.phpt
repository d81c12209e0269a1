--TEST--
SeatPush: session: subclass, dynamic properties, and callables of every kind
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
class Hall extends SeatPush\Server
{
    private array $log = [];
    public function __construct(private string $name)
    {
        parent::__construct('127.0.0.1', 0);
        $this->on('Open', [$this, 'onOpen']);
        $this->on('Message', [new Magic(), 'anything']);
        $this->on('Close', 'Hall::onClose');
        $this->on('Request', new Answer());
        $this->on('Shutdown', $this->bye(...));
    }
    public function onOpen(Hall $server, SeatPush\Request $request): void
    {
        $server->table = [];
        $server->table[$request->fd] = $request->mine = $this->name;
        echo json_encode([$this->table, $request->mine]) === json_encode([[$request->fd => 'hall'], 'hall']) ? "open\n" : "not\n";
    }
    public static function onClose(SeatPush\Server $server, int $fd): void { echo "close\n"; }
    private function bye(): void { echo "bye\n"; }
}
class Magic
{
    public function __call(string $name, array $arguments): void
    {
        [$server, $frame] = $arguments;
        $frame->extra = $name;
        $server->push($frame->fd, "$frame->extra $frame->data");
    }
}
class Answer
{
    public function __invoke($request, $response): void { $response->note = 'answer'; $response->end($response->note); }
}
var_dump(serve(new Hall('hall')));
PHP);
$client = WsClient::connect($server->port);
echo $client->send('1')->text(), ', ', $client->send('2')->text(), ', ', HttpClient::get($server->port)['body'], "\n";
$client->close()->rest();
$server->until('/close/');
$server->stop();
echo str_replace("close\nclose", 'close', $server->stdout());
?>
--EXPECT--
anything 1, anything 2, answer
open
close
bye
bool(true)
