--TEST--
SeatPush: worker_num: what a worker wants to know of another one's connections, or to change of them
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/supervised.inc';

$server = new Supervised('$server->on("Open", function ($server, $request) {
    $server->subscribe($request->fd, "show");
    $server->setState($request->fd, "state of $request->fd");
});
$seats = new SeatPush\Registry($server);', "['worker_num' => 3, 'open_websocket_ping_frame' => false]");

// One visitor of each worker: Ada asks about Ben.
$of = $server->spread(3, 10);
[$ada, $ben, $cid] = [$of[0][0], $of[1][0], $of[2][0]];
$fd = $ben->send('$frame->fd')->text();
$ask = fn (WsClient $who, string $what) => $who->send(str_replace('BEN', $fd, $what))->text();
$same = fn (string $what) => $ask($ada, $what) === $ask($ben, $what) && $ask($ada, $what) === $ask($cid, $what);

echo "-- state() and setState()\n";
echo $ask($ada, '$server->state(BEN)') === "\"state of $fd\"" ? "as Open has set it\n" : "another one\n";
echo $ask($ada, '[$server->setState(BEN, "by Ada"), $server->state(BEN), $server->getLastError()]'), ', ', $ask($ben, '$server->state(BEN)'), "\n";
echo $ask($ada, '[$server->setState(BEN, str_repeat("x", 4096)), strlen($server->state(BEN)), $server->setState(BEN, ""), $server->state(BEN)]'), "\n";

echo "-- bind() and getClientInfo()\n";
echo $ask($ada, '[$server->bind(BEN, "user 7"), $server->bind(BEN, "user 8"), $server->getClientInfo(BEN)["uid"], $server->connections[BEN]["uid"]]'), ', ', $ask($ben, '$server->getClientInfo(BEN)["uid"]'), "\n";
echo $same('array_diff_key($server->getClientInfo(BEN), ["last_time" => 0, "last_recv_time" => 0, "last_send_time" => 0, "last_dispatch_time" => 0, "send_queued_bytes" => 0])') ? "all the same\n" : "not the same\n";
echo $ask($cid, '[$server->bind($frame->fd, 7), $server->getClientInfo($frame->fd)["uid"]]'), ', ';
$cids = $cid->send('$frame->fd')->text();
echo $ada->send("\$server->getClientInfo($cids)['uid']")->text(), "\n";

echo "-- topics and who has them\n";
echo $ask($ada, '[$server->subscribe(BEN, "seat"), $server->topics(BEN), $server->subscribers("seat") === [BEN], $server->subscriberCount("seat")]'), "\n";
foreach ([$ada, $ben, $cid] as $who) {
    echo $ask($who, '[count(array_unique($server->subscribers("show"))) === count($server->connections), $server->subscriberCount("show") === count($server->connections), array_diff($server->subscribers("show"), iterator_to_array($server->connections))]'), "\n";
}
echo $ask($ada, '[$server->publish("seat", "A1 is sold"), $server->topicStats("seat"), $server->topicStats("none")]'), "\n";
echo $ben->text(), "\n";

echo "-- a Registry in memory\n";
echo $ask($ada, '[$GLOBALS["seats"]->watch(BEN, "key"), $GLOBALS["seats"]->keys(BEN), $GLOBALS["seats"]->watchers("key"), $GLOBALS["seats"]->count("key")]') === "[true,[\"show\",\"seat\",\"key\"],[$fd],1]" ? "all workers\n" : "not all\n";

echo "-- a message in fragments\n";
echo $ask($ada, '[$server->push(BEN, "one ", 1, 0), $server->push(BEN, "between"), $server->push(BEN, "two", 0)]'), ': ';
echo $ben->text(), ', ', $ben->text(), $ben->text(), "\n";
echo $ask($ada, '[$server->push(BEN, "nothing before it", 0), $server->state(BEN)]'), "\n";

echo "-- one that is gone\n";
$ben->close();
$ben->read();
while ($ask($ada, '$server->exists(BEN)') === 'true') {
}
echo $ask($ada, '[$server->state(BEN), $server->setState(BEN, "x"), $server->bind(BEN, 1), $server->getClientInfo(BEN), $server->topics(BEN), $server->getLastError(), isset($server->connections[BEN])]'), "\n";

echo "-- where nothing can wait\n";
echo $ada->send("(function () use (\$server) {
    \$asks = new class(\$server, $cids) { public static \$said; function __construct(public \$server, public \$fd) {} function __destruct() { self::\$said = [\$this->server->state(\$this->fd), \$this->server->getLastError(), count(\$this->server->subscribers('show')) < count(\$this->server->connections)]; } };
    \$class = get_class(\$asks);
    unset(\$asks);
    return \$class::\$said;
})()")->text(), "\n";
echo $server->stop(), "\n";
echo preg_replace(['/^.* (?=another worker has)/m', '/\b\d{6,}\b/', '/^.*destructor.*$/m'], ['', '…', 'it is logged'], implode("\n", preg_grep('/another worker/', explode("\n", $server->log())))), "\n";
?>
--EXPECT--
-- state() and setState()
as Open has set it
[true,"by Ada",0], "by Ada"
[true,4096,true,""]
-- bind() and getClientInfo()
[true,true,"user 7","user 7"], "user 7"
all the same
[true,7], 7
-- topics and who has them
[true,["show","seat"],true,1]
[true,true,[]]
[true,true,[]]
[true,true,[]]
[1,{"subscriber_count":1,"peak_subscriber_count":1,"publish_count":1,"push_count":1,"push_bytes":12,"coalesced_count":0,"conflated_count":0,"dropped_count":0},null]
A1 is sold
-- a Registry in memory
all workers
-- a message in fragments
[true,true,true]: between, one two
[true,""]
-- one that is gone
[false,false,false,false,[],1001,false]
-- where nothing can wait
[false,110,true]
0 bool(true)
another worker has pushed a fragment to connection …, which has no effect: no message in fragments has begun (said once a minute)
it is logged
