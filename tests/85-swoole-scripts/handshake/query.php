<?php
$server = new Swoole\WebSocket\Server('0.0.0.0', 9501);

$server->on('handshake', function (\Swoole\Http\Request $request, \Swoole\Http\Response $response) {
    // a condition of one's own: without a token the request is refused
    if (!isset($request->get['token']) || $request->get['token'] !== 'abc') {
        $response->status(401);
        $response->end();
        return false;
    }

    // the WebSocket handshake
    $secWebSocketKey = $request->header['sec-websocket-key'];
    $patten = '#^[+/0-9A-Za-z]{21}[AQgw]==$#';
    if (0 === preg_match($patten, $secWebSocketKey) || 16 !== strlen(base64_decode($secWebSocketKey))) {
        $response->end();
        return false;
    }
    $key = base64_encode(sha1($request->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true));
    $headers = [
        'Upgrade' => 'websocket',
        'Connection' => 'Upgrade',
        'Sec-WebSocket-Accept' => $key,
        'Sec-WebSocket-Version' => '13',
    ];
    // failed: Error during WebSocket handshake:
    // Response must not include 'Sec-WebSocket-Protocol' header if not present in request: websocket
    if (isset($request->header['sec-websocket-protocol'])) {
        $headers['Sec-WebSocket-Protocol'] = $request->header['sec-websocket-protocol'];
    }
    foreach ($headers as $key => $val) {
        $response->header($key, $val);
    }
    $response->status(101);
    $response->end();
});
$server->on('open', fn ($server, $request) => $server->push($request->fd, 'open'));   // not called: there is a handshake callback
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, "echo: $frame->data");
});
$server->start();
