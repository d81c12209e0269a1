--TEST--
SeatPush: options: static files need a document_root that is there, paths and names that can be served; folders are not listed
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = new SeatPush\Server('127.0.0.1', 0);
foreach ([['static_handler_locations' => ['/a', '/b/c/']], ['static_handler_locations' => '/a, /b'], ['static_handler_locations' => []], ['static_handler_locations' => ['a']], ['static_handler_locations' => ['/../a']], ['static_handler_locations' => [5]],
    ['http_index_files' => ['index.html', 'index.htm']], ['http_index_files' => []], ['http_index_files' => ['a/b']], ['http_index_files' => ['index.php']], ['http_index_files' => true], ['document_root' => 5], ['http_autoindex' => false], ['http_autoindex' => true]] as $settings) {
    try {
        echo json_encode($settings, JSON_UNESCAPED_SLASHES), ': ';
        var_dump($server->set($settings));
    } catch (ValueError $e) {
        echo substr($e->getMessage(), strlen('SeatPush\Server::set(): Argument #1 ($settings) ')), "\n";
    }
}
unset($server);
foreach (["'enable_static_handler' => true", "'enable_static_handler' => true, 'document_root' => __FILE__", "'enable_static_handler' => true, 'document_root' => '/nonexistent'", "'document_root' => '/nonexistent'"] as $options) {
    $code = "try { \$server = new SeatPush\\Server('127.0.0.1', 0); \$server->set([$options]); \$server->on('Message', fn () => 0); \$server->on('Start', fn () => \$server->shutdown()); echo json_encode(\$server->start()); } catch (SeatPush\\Exception \$e) { echo \$e->getMessage(); }";
    echo preg_replace('/"[^"]*\.php"/', 'FILE', TestServer::run($code)->stdout()), "\n";
}
echo preg_replace('/"[^"]*"/', 'FOLDER', TestServer::run("try { \$server = new SeatPush\\Server('127.0.0.1', 0); \$server->set(['enable_static_handler' => true, 'document_root' => '/']); \$server->start(); } catch (SeatPush\\Exception \$e) { echo \$e->getMessage(); }", ['open_basedir' => sys_get_temp_dir() . ':' . dirname(__DIR__, 2)])->stdout()), "\n";

// A relative one is that of the moment in which the server starts, and a port takes it over.
$code = <<<'PHP'
chdir(__DIR__);
$server = new SeatPush\Server('127.0.0.1', 0);
$other = $server->listen('127.0.0.1', 0);
$own = $server->listen('127.0.0.1', 0);
$server->set(['enable_static_handler' => true, 'document_root' => '.', 'static_handler_locations' => ['/']]);
$own->set(['enable_static_handler' => false]);
$server->on('Request', fn ($q, $r) => $r->end('Request'));
$server->on('Start', fn () => chdir('/'));
serve($server);
PHP;
$server = TestServer::start($code);
foreach ($server->ports as $port) {
    foreach (['/script.php', '/log', '/none'] as $target) {
        echo $target, ' ', HttpClient::get($port, $target)['status'], ' ';
    }
}
echo $server->stop(), "\n";
?>
--EXPECT--
{"static_handler_locations":["/a","/b/c/"]}: bool(true)
{"static_handler_locations":"/a, /b"}: bool(true)
{"static_handler_locations":[]}: bool(true)
{"static_handler_locations":["a"]}: must have "static_handler_locations" as paths; "a" is not one: write "/assets" or "/"
{"static_handler_locations":["/../a"]}: must have "static_handler_locations" as paths; "/../a" is not one: write "/assets" or "/"
{"static_handler_locations":[5]}: must have "static_handler_locations" as paths; "(no string)" is not one: write "/assets" or "/"
{"http_index_files":["index.html","index.htm"]}: bool(true)
{"http_index_files":[]}: bool(true)
{"http_index_files":["a/b"]}: must have "http_index_files" as names of files; "a/b" is not one: write "index.html"; PHP files are never sent
{"http_index_files":["index.php"]}: must have "http_index_files" as names of files; "index.php" is not one: write "index.html"; PHP files are never sent
{"http_index_files":true}: must have "http_index_files" as an array or a string, bool given
{"document_root":5}: must have "document_root" as a string, int given
{"http_autoindex":false}: bool(true)
{"http_autoindex":true}: must not have "http_autoindex": folders are not listed: name the files that a folder is to be served by in http_index_files
enable_static_handler is set, and document_root is not: set it to the folder whose files are to be served
document_root FILE cannot be served: Not a directory; give a folder that this process may go into
document_root "/nonexistent" cannot be served: No such file or directory; give a folder that this process may go into
true
document_root FOLDER is not below open_basedir: serve a folder that is, or extend open_basedir
/script.php 200 /log 404 /none 404 /script.php 200 /log 404 /none 404 /script.php 200 /log 200 /none 200 0