--TEST--
SeatPush: coroutines: files, commands and names do not hold the others
--EXTENSIONS--
seatpush
--FILE--
<?php
use SeatPush\Coroutine;

$file = tempnam(sys_get_temp_dir(), 'seatpush-');
$gate = "$file.gate";
exec('mkfifo ' . escapeshellarg($gate));
$work = function () use ($file, $gate) {
    echo json_encode([Coroutine::writeFile($file, 'one'), Coroutine::writeFile($file, ' two', FILE_APPEND), Coroutine::readFile($file)]), "\n";
    echo json_encode(@Coroutine::readFile("$file.none")), ' ', error_get_last()['message'] === "SeatPush\Coroutine::readFile(): $file.none: No such file or directory" ? 'warned' : 'not', "\n";
    echo json_encode(Coroutine::exec('echo out; echo err >&2; exit 3', true)), "\n";
    echo json_encode([Coroutine::gethostbyname('127.0.0.1'), Coroutine::getaddrinfo('127.0.0.1'), Coroutine::gethostbyname('no.such.name.invalid')]), "\n";
};
$work(); // outside: each blocks
Coroutine::run($work);
Coroutine::run(function () use ($gate) {
    Coroutine::create(function () use ($gate) {
        echo Coroutine::exec("cat $gate")['output'];
    });
    echo "meanwhile\n";
    Coroutine::writeFile($gate, "through the gate\n");
});
unlink($file);
unlink($gate);
?>
--EXPECT--
[3,4,"one two"]
false warned
{"code":3,"signal":0,"output":"out\nerr\n"}
["127.0.0.1",["127.0.0.1"],false]
[3,4,"one two"]
false warned
{"code":3,"signal":0,"output":"out\nerr\n"}
["127.0.0.1",["127.0.0.1"],false]
meanwhile
through the gate
