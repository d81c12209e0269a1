--TEST--
SeatPush: regress: a worker that alone published more than the journal holds does not complain that it has missed what others published
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../55-supervise/supervised.inc';

$server = new Supervised('', "['worker_num' => 2, 'slow_callback_ms' => 0]");
[[$ada], [$bob]] = $server->spread(2, 1);
$bob->send('$server->subscribe($frame->fd, "news")')->text();
for ($i = 0; $i < 24; $i++) {
    $ada->send('$server->publish("news", str_repeat("n", 1 << 20))')->text();
    strlen($bob->text()) === 1 << 20 || print("OTHER\n");
}
$ada->send('$server->subscribe($frame->fd, "answers")')->text();
$bob->send('$server->publish("answers", "had all")')->text();
echo $ada->text(), "\n", $server->stop(), "\n", $server->server->log('ERROR|WARNING');
?>
--EXPECT--
had all
0 bool(true)
