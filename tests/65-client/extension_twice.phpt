--TEST--
SeatPush: Client: an answer that names an extension twice is refused
--EXTENSIONS--
seatpush
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('libwebsockets');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/peer.inc';

foreach (["Sec-WebSocket-Extensions: permessage-deflate, permessage-deflate\r\n", "Sec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"] as $fields) {
    $url = served(fn ($client) => fwrite($client, frame('hi')), $fields);
    echo outcome(fn () => (new SeatPush\Client($url))->recv()->data), "\n";
}
?>
--EXPECT--
the upgrade with * failed: its answer has an invalid status or invalid extensions
the upgrade with * failed: its answer has an invalid status or invalid extensions
