<?php

/*
 * The web shop beside the push server: an ordinary PHP application that could as well run under php-fpm.
 *
 *     php -S 127.0.0.1:8080 -t examples/seat-push/web examples/seat-push/web/router.php
 *
 *     POST /mercha/merchant/find     {"data":{"id":7}}: what the page then sends to the push server
 *     GET  /seats?merchant=7         {"data":{"sold":["C4"]}}
 *     POST /buy   merchant=7&seat=C4 the same, or 409 if somebody was faster; then tells the push server
 *
 * What is sold is kept in one JSON file: {"7":["C4"],"8":[]}.
 */

declare(strict_types=1);

/** Passes what is sold (merchant => list of seats) to $change, and stores what that returns. Nobody else gets in between. */
function store(callable $change): array
{
    $file = fopen(getenv('SEAT_STORE') ?: sys_get_temp_dir() . '/seat-push-store.json', 'c+');
    flock($file, LOCK_EX);
    $sold = $change(json_decode(stream_get_contents($file), true) ?? []);
    rewind($file);
    ftruncate($file, 0);
    fwrite($file, json_encode($sold));
    fclose($file);    // this ends the lock
    return $sold;
}

/** Publishes it in Redis, for server-redis.php. If Redis is down, the sale stands all the same. */
function tellRedis(int $merchant): void
{
    try {
        $redis = new Redis();
        $redis->connect(...explode(':', getenv('REDIS') ?: '127.0.0.1', 2));
        $redis->publish("seats:merchantId_$merchant", 'refresh');
    } catch (RedisException $e) {
        error_log("Redis does not answer ({$e->getMessage()}): pages learn of this sale when they are loaded again.");
    }
}

/** Tells the push server that a merchant's seats have changed. If it is down, the sale stands all the same. */
function tellPushServer(int $merchant): void
{
    if (getenv('VIA') === 'redis') {
        tellRedis($merchant);
        return;
    }
    $url  = 'http://' . (getenv('SEATPUSH_HOST') ?: '127.0.0.1') . ':' . (getenv('SEATPUSH_PORT') ?: 9501) . "/?merchantId=$merchant";
    $http = stream_context_create(['http' => ['timeout' => 2]]);
    if (@file_get_contents($url, false, $http) !== 'success') {
        error_log("The push server at $url does not answer: pages learn of this sale when they are loaded again.");
    }
}

function answer(mixed $data, int $status = 200): bool
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($status < 400 ? ['data' => $data] : ['error' => $data]);
    return true;
}

// A real shop knows the merchant from its session; here the page may name one, so that there is more than one hall.
$merchant = filter_var($_POST['merchant'] ?? $_GET['merchant'] ?? 7, FILTER_VALIDATE_INT, ['options' => ['min_range' => 1]]);
if ($merchant === false) {
    return answer('there is no such merchant', 404);
}

switch ($_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case 'POST /mercha/merchant/find':
        return answer(['id' => $merchant]);

    case 'GET /seats':
        return answer(['sold' => store(fn ($sold) => $sold)[$merchant] ?? []]);

    case 'POST /buy':
        $seat = $_POST['seat'] ?? null;
        if (!is_string($seat) || !preg_match('/^[A-F][1-8]$/D', $seat)) {
            return answer('there is no such seat', 404);
        }
        $taken = false;
        $sold = store(function ($sold) use ($merchant, $seat, &$taken) {
            $taken = in_array($seat, $sold[$merchant] ?? [], true);
            if (!$taken) {
                $sold[$merchant][] = $seat;
            }
            return $sold;
        });
        if ($taken) {
            return answer('that seat was just taken', 409);
        }
        tellPushServer($merchant);
        return answer(['sold' => $sold[$merchant]]);
}

return false;    // index.php
