--TEST--
docs/event-streams.md: its server tells a stream and a WebSocket of the same seat; curl shows what the page says
--FILE--
<?php
require __DIR__ . '/docs.inc';
require __DIR__ . '/../support/event_stream.inc';

page('docs/event-streams.md', [
    'Event streams' => [function ($code) {
        [$server, $port] = server($code, '%s');
        $socket = WsClient::connect($port);
        $stream = EventStream::open($port, '/show/7/events');
        $said = [json_encode($stream->event()), $stream->retry];
        $sell = fn () => trim((new HttpClient($port))->request('POST', '/', ['Content-Type' => 'application/x-www-form-urlencoded'], 'seat=A5')->response()['body']);
        array_push($said, $sell(), $stream->data(), $socket->text(), EventStream::open($port, '/show/7/events')->data());
        $curl = popen("curl -sN --max-time 20 http://127.0.0.1:$port/show/7/events", 'r');
        while (!str_starts_with($line = fgets($curl), 'data'));
        $sell();
        while (!str_starts_with($next = fgets($curl), 'data'));
        $said[] = "curl: $line$next";
        $status = $server->stop();
        pclose($curl);
        return implode('; ', $said) . $status;
    }],
]);
?>
--EXPECT--
Event streams: ["all","[]",""]; 1000; 2 are told; A5; A5; ["A5"]; curl: data: ["A5"]
data: A5
status 0
