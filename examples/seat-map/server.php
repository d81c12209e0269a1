<?php

/*
 * A cinema hall that everybody sees live: a seat bought on one screen is sold on all others at once.
 *
 *     php -d extension=seatpush.so server.php [port] [host]
 *
 * One process and one port serve both: HTTP requests get the page, WebSocket connections get the seats.
 */

declare(strict_types=1);

use SeatPush\Frame;
use SeatPush\Request;
use SeatPush\Response;
use SeatPush\Server;

try {
    $server = new Server($argv[2] ?? '127.0.0.1', (int) ($argv[1] ?? 9501));
} catch (SeatPush\Exception $e) {    // for example: the port is in use
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}

// The state is two arrays. They live as long as this process; start it again, and the hall is empty.
$seats    = [];    // seat => who bought it, or null: ['A1' => null, 'A2' => '5f0c...', ...]
$watchers = [];    // connection id => who that is: a name that each page made up for itself

foreach (range('A', 'J') as $row) {
    foreach (range(1, 8) as $number) {
        $seats[$row . $number] = null;
    }
}

// A plain HTTP request. There is one page.
$server->on('Request', function (Request $request, Response $response) {
    if ($request->server['path_info'] !== '/') {
        $response->status(404);
        $response->header('Content-Type', 'text/plain; charset=utf-8');
        $response->end("There is only the hall, at /\n");
        return;
    }
    $response->header('Content-Type', 'text/html; charset=utf-8');
    $response->header('Cache-Control', 'no-cache');
    $response->end(file_get_contents(__DIR__ . '/index.html'));
});

// A page has opened its WebSocket, for the first time or again: it gets the whole hall as it is now.
$server->on('Open', function (Server $server, Request $request) use (&$seats, &$watchers) {
    $me = $request->get['me'] ?? null;    // new WebSocket('.../?me=5f0c...')
    $me = is_string($me) && $me !== '' ? substr($me, 0, 64) : "connection $request->fd";
    $watchers[$request->fd] = $me;

    $server->push($request->fd, json_encode([
        'is'       => 'hall',
        'seats'    => array_map(fn ($buyer) => $buyer === null ? 'free' : ($buyer === $me ? 'yours' : 'sold'), $seats),
        'watching' => count($watchers),
    ]));
});

// A page says {"buy":"C4"}. Callbacks run one after another, so nobody can come between the check and the sale.
$server->on('Message', function (Server $server, Frame $frame) use (&$seats, &$watchers) {
    $seat = json_decode($frame->data, true)['buy'] ?? null;
    if (!is_string($seat) || !array_key_exists($seat, $seats)) {
        return;    // not something our page sends
    }
    if ($seats[$seat] !== null) {
        $server->push($frame->fd, json_encode(['is' => 'taken', 'seat' => $seat, 'text' => 'that seat was just taken']));
        return;
    }
    $buyer = $seats[$seat] = $watchers[$frame->fd];

    $sold  = json_encode(['is' => 'sold', 'seat' => $seat]);
    $yours = json_encode(['is' => 'yours', 'seat' => $seat]);
    foreach ($watchers as $fd => $who) {
        $server->push($fd, $who === $buyer ? $yours : $sold);    // false if it is just leaving: Close tidies up
    }
});

// A connection has ended: a WebSocket's, or one that only fetched the page and was never in the list.
$server->on('Close', function (Server $server, int $fd) use (&$watchers) {
    unset($watchers[$fd]);
});

// How many are watching: sent when it has changed, and at most five times a second when a crowd comes in.
$told = 0;
$server->tick(200, function () use ($server, &$watchers, &$told) {
    if ($told !== count($watchers)) {
        $told = count($watchers);
        $text = json_encode(['is' => 'watching', 'count' => $told]);
        foreach ($watchers as $fd => $who) {
            $server->push($fd, $text);
        }
    }
});

$all = $server->host === '0.0.0.0';    // every address of this machine; none that a browser opens
echo 'Open http://', $all ? 'localhost' : $server->host, ":{$server->port}/ in two browsers; Ctrl+C ends.\n";
echo $all ? 'From other machines: http://' . gethostname() . ":{$server->port}/\n" : '';
$server->start();
