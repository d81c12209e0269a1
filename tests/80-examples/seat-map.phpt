--TEST--
Example seat-map: two browsers see each other's purchase; a reconnect gets the whole hall (npm ws outside)
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('node ws');
?>
--FILE--
<?php
require __DIR__ . '/seat-map.inc';

[$server, $address] = seat_map();

echo "Over HTTP\n";
var_dump(http("http://$address/") === '200 ' . file_get_contents(EXAMPLES . '/seat-map/public/index.html'));
var_dump(http("http://$address/?from=poster") === http("http://$address/"));
echo http("http://$address/server.php"), http("http://$address/nothing");

function all(string $what, string ...$names): void
{
    echo "$what\n";
    foreach ($names as $name) {
        echo "  $name: ", implode(', ', news($GLOBALS[$name])), "\n";
    }
}

// The browser that acts is asked first: once it has its answer, the others have been told.
$ada = watcher("ws://$address/?me=ada");
$bob = watcher("ws://$address/?me=bob");
all('Two come in', 'ada', 'bob');

$ada->say('send {"buy":"C4"}');
all('Ada buys', 'ada', 'bob');

$bob->say('send {"buy":"C5"}');
all('Bob buys', 'bob', 'ada');

$bob->say('send {"buy":"C4"}');
all('Bob is late', 'bob', 'ada');

foreach (['nonsense', '5', '"C4"', '[]', '{"buy":"Z9"}', '{"buy":["A1"]}', '{"buy":null}', '{"sell":"C4"}'] as $rubbish) {
    $bob->say("send $rubbish");
}
all('Bob talks rubbish', 'bob', 'ada');

$carl = watcher("ws://$address/?me=carl");
$ada->until('/^text {"is":"watching","count":3}$/');
$bob->say('vanish');
$ada->until('/^text {"is":"watching","count":2}$/');
$bob = watcher("ws://$address/?me=bob");
$ada->until('/^text {"is":"watching","count":3}$/');
all('Bob was gone and is back', 'bob', 'ada');

$nobody = watcher("ws://$address/?me[]=ada");
echo "Without a name\n  ", implode(', ', news($nobody)), "\n";

echo 'Stopped: ', $server->stop(), "\n";
foreach ([$ada, $bob, $nobody] as $watcher) {
    echo '  ', $watcher->until('/^close/') ? 'closed' : '', "\n";
}
?>
--EXPECT--
Over HTTP
bool(true)
bool(true)
404 There is nothing at this address.
404 There is nothing at this address.
Two come in
  ada: hall {"free":80}
  bob: hall {"free":80}
Ada buys
  ada: yours C4
  bob: sold C4
Bob buys
  bob: yours C5
  ada: sold C5
Bob is late
  bob: taken C4
  ada: 
Bob talks rubbish
  bob: 
  ada: 
Bob was gone and is back
  bob: hall {"free":78,"sold":1,"yours":1}
  ada: 
Without a name
  hall {"free":78,"sold":2}
Stopped: status 0
  closed
  closed
  closed
