<?php

/*
 * A cinema hall that everybody sees live: a seat bought on one screen is sold on all others at once.
 *
 *     php -d extension=seatpush.so server.php [port [host [workers]]]
 *
 * One port serves both: HTTP requests get the page, WebSocket connections get the seats. It makes no difference how many
 * workers there are: the script is run by each of them, and they share the table, the topic and all connections.
 */

declare(strict_types=1);

use SeatPush\Atomic;
use SeatPush\Frame;
use SeatPush\Request;
use SeatPush\Server;
use SeatPush\Table;

try {
    $server = new Server($argv[2] ?? '127.0.0.1', (int) ($argv[1] ?? 9501));
    $server->set([
        'worker_num'            => (int) ($argv[3] ?? 1),
        'enable_static_handler' => true,    // plain HTTP requests get the page, and nothing else is there
        'document_root'         => __DIR__ . '/public',
        'http_index_files'      => ['index.html'],
    ]);
} catch (SeatPush\Exception | ValueError $e) {    // for example: the port is in use
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}

// Every seat there is: A1 to J8.
$seats = [];
foreach (range('A', 'J') as $row) {
    foreach (range(1, 8) as $number) {
        $seats[] = $row . $number;
    }
}

// Those that are sold, in memory that all workers share. It lasts until the server ends; start it again, and the hall is empty.
$sold = new Table(count($seats));
$sold->column('asked', Table::TYPE_INT);           // how often somebody has asked for this seat
$sold->column('buyer', Table::TYPE_STRING, 64);    // who was first: a name that each page made up for itself
$sold->create();
$opened = new Atomic();    // how many pages have come in so far

// A page has opened its WebSocket, for the first time or again: it gets the whole hall as it is now, and then all news.
$server->on('Open', function (Server $server, Request $request) use ($seats, $sold, $opened) {
    $me = $request->get['me'] ?? null;    // new WebSocket('.../?me=5f0c...')
    $me = is_string($me) && $me !== '' ? substr($me, 0, 64) : "connection $request->fd";
    $server->setState($request->fd, $me);
    $server->subscribe($request->fd, 'hall');    // before the look at the table, so that no sale is missed
    $opened->add();

    $hall = [];
    foreach ($seats as $seat) {
        $hall[$seat] = match ($sold->get($seat, 'buyer')) { false => 'free', $me => 'yours', default => 'sold' };
    }
    $server->push($request->fd, json_encode([
        'is'       => 'hall',
        'seats'    => $hall,
        'watching' => $server->subscriberCount('hall'),
    ]));
});

// A page says {"buy":"C4"}. Others may ask for the same seat at this moment, in other workers: only one of them gets a 1.
$server->on('Message', function (Server $server, Frame $frame) use ($seats, $sold) {
    $seat = json_decode($frame->data, true)['buy'] ?? null;
    if (!in_array($seat, $seats, true)) {
        return;    // not something our page sends
    }
    if ($sold->incr($seat, 'asked') !== 1) {
        $server->push($frame->fd, json_encode(['is' => 'taken', 'seat' => $seat, 'text' => 'that seat was just taken']));
        return;
    }
    $sold->set($seat, ['buyer' => $server->state($frame->fd)]);
    $server->push($frame->fd, json_encode(['is' => 'yours', 'seat' => $seat]));
    $server->publish('hall', json_encode(['is' => 'sold', 'seat' => $seat]), except: $frame->fd);
});

// How many are watching: sent when somebody has come or gone, and at most five times a second when a crowd comes in. One
// worker does it for all.
$server->on('WorkerStart', function (Server $server, int $worker) use ($opened) {
    if ($worker === 0) {
        $told = null;
        $server->tick(200, function () use ($server, $opened, &$told) {
            $now = [$opened->get(), $server->subscriberCount('hall')];
            if ($told !== $now) {
                $told = $now;
                $server->publish('hall', json_encode(['is' => 'watching', 'count' => $now[1]]));
            }
        });
    }
});

// Called once, however many workers there are.
$server->on('Start', function (Server $server) {
    $all = $server->host === '0.0.0.0';    // every address of this machine; none that a browser opens
    echo 'Open http://', $all ? 'localhost' : $server->host, ":{$server->port}/ in two browsers; Ctrl+C ends.\n";
    echo $all ? 'From other machines: http://' . gethostname() . ":{$server->port}/\n" : '';
});
$server->start();
