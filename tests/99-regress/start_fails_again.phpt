--TEST--
SeatPush: regress: start() that fails leaves no descriptor open, and can be tried again
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
is_dir('/proc/self/fd') || die('skip no /proc');
?>
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($request, $response) => $response->end());
$server->on('Start', fn ($server) => $server->shutdown() && print("started\n"));
$server->set(['state_file' => __DIR__, 'log_level' => 6]);
$open = fn () => count(scandir('/proc/self/fd'));

for ($i = 0; $i < 3; $i++) {
    try {
        $server->start();
    } catch (SeatPush\Exception $exception) {
        $counts[] = $open();
    }
}
echo count(array_unique($counts)), "\n";
$server->set(['state_file' => '']);
$server->start();
?>
--EXPECT--
1
started
