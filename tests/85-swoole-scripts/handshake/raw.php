<?php
// 4.x style: everything in one function, refusal without a status, sub-protocol as the token's place
function handshake($request, $response)
{
    global $ws, $tokens;
    $token = isset($request->header['sec-websocket-protocol']) ? $request->header['sec-websocket-protocol'] : '';
    if (!in_array($token, $tokens)) {
        $response->end('no');
        return false;
    }
    $accept = base64_encode(pack('H*', sha1($request->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11')));
    $headers = array(
        'Upgrade' => 'websocket',
        'Connection' => 'Upgrade',
        'Sec-WebSocket-Accept' => $accept,
        'Sec-WebSocket-Version' => 13,
        'Sec-WebSocket-Protocol' => $token,
        'KeepAlive' => 'off',
    );
    foreach ($headers as $name => $value) {
        $response->header($name, $value, false);
    }
    $response->status(101);
    $response->end();
    open($ws, $request);
    return true;
}

function open($ws, $request)
{
    $info = $ws->getClientInfo($request->fd);
    $ws->push($request->fd, 'status ' . $info['websocket_status'] . ', ' . ($ws->isEstablished($request->fd) ? 'established' : 'not established'));
}

$tokens = array('t1', 't2');
$ws = new swoole_websocket_server('0.0.0.0', 9501);
$ws->on('handshake', 'handshake');
$ws->on('message', function ($ws, $frame) {
    $ws->push($frame->fd, strtoupper($frame->data), $frame->opcode, $frame->finish);
});
$ws->start();
