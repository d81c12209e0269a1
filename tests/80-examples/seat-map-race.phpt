--TEST--
Example seat-map: two race for every seat, each has one winner, and everybody agrees who (npm ws against Python websockets)
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('node ws', 'python websockets');
?>
--FILE--
<?php
require __DIR__ . '/seat-map.inc';

[$server, $address] = seat_map();
$ada = watcher("ws://$address/?me=ada", 'ws');
$bob = watcher("ws://$address/?me=bob", 'websockets');
$eve = watcher("ws://$address/?me=eve", 'ws');
news($ada);
news($bob);
news($eve);

$seats = [];
foreach (range('A', 'J') as $row) {
    foreach (range(1, 8) as $number) {
        $seats[] = $seat = $row . $number;
        $ada->say("send {\"buy\":\"$seat\"}");
        $bob->say("send {\"buy\":\"$seat\"}");
    }
}
$adas = news($ada);                       // all of Ada's have been dealt with
$bobs = news($bob);                       // and all of Bob's
array_push($adas, ...news($ada));         // what Bob's did to Ada
$eves = news($eve);

$fair = 0;
foreach ($seats as $seat) {
    $of = fn (array $news) => array_values(preg_grep("/ $seat$/", $news));
    $adaWon = in_array("yours $seat", $adas, true);
    [$winner, $loser] = $adaWon ? [$adas, $bobs] : [$bobs, $adas];
    $fair += $of($winner) === ["yours $seat"] && $of($loser) === ["sold $seat", "taken $seat"] && $of($eves) === ["sold $seat"];
}
echo "$fair of ", count($seats), " seats: the winner is told once, the loser that it is sold and that it was taken, Eve that it is sold\n";

$eve = watcher("ws://$address/?me=eve");
echo 'A page opened now: ', implode(news($eve)), "\n";
echo $server->stop(), "\n";
?>
--EXPECT--
80 of 80 seats: the winner is told once, the loser that it is sold and that it was taken, Eve that it is sold
A page opened now: hall {"sold":80}
status 0
