--TEST--
SeatPush: compression: responses as curl, Python, Node, and the tools brotli and zstd read them, whole and in pieces, on kept connections
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('zlib', 'br and zstd', 'curl', 'python3', 'node', 'brotli', 'zstd');
?>
--FILE--
<?php
require __DIR__ . '/compression.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->set(['http_compression' => true]);
$server->on('Request', function ($q, $r) {
    $lines = array_map(fn ($seat) => "row 7, seat $seat\n", range(1, 5000));
    if ($q->server['path_info'] === '/whole') {
        return $r->end(implode($lines));
    }
    foreach (array_chunk($lines, 700) as $some) {
        $r->write(implode($some));
    }
    $r->end();
});
serve($server);
PHP);
$wanted = implode(array_map(fn ($seat) => "row 7, seat $seat\n", range(1, 5000)));
$folder = sys_get_temp_dir() . '/seatpush-judge-' . bin2hex(random_bytes(6));
mkdir($folder);
file_put_contents("$folder/wanted", $wanted);
$url = "http://127.0.0.1:$server->port";

$curl = fn (string ...$arguments) => output_of(['timeout', '60', 'curl', '-sS', ...$arguments]);
echo 'curl: ', json_encode([$curl('--compressed', "$url/whole", "$url/pieces", "$url/whole") === $wanted . $wanted . $wanted, $curl('--compressed', '--http1.0', "$url/pieces") === $wanted, $curl('--compressed', '-I', '-o', '/dev/null', '-w', '%{http_code}', "$url/whole")]), "\n";
foreach (['br' => 'brotli', 'zstd' => 'zstd', 'gzip' => 'gzip'] as $coding => $tool) {
    foreach (['whole', 'pieces'] as $way) {
        $curl('-H', "Accept-Encoding: $coding", '-D', "$folder/head", '-o', "$folder/body", "$url/$way");
        preg_match('/^Content-Encoding: (\w+)\r$/m', file_get_contents("$folder/head"), $said);
        echo "$tool, $way: $said[1], ", output_of(['timeout', '60', 'sh', '-c', "$tool -dc < $folder/body | cmp - $folder/wanted && echo right"]);
    }
}
file_put_contents("$folder/judge.py", <<<'PY'
import gzip, http.client, sys, urllib.request, zlib
port, wanted = int(sys.argv[1]), open(sys.argv[2], 'rb').read()
for way in 'whole', 'pieces':
    request = urllib.request.Request(f'http://127.0.0.1:{port}/{way}', headers={'Accept-Encoding': 'gzip'})
    with urllib.request.urlopen(request, timeout=20) as answer:
        print('urllib,', way + ':', answer.headers['Content-Encoding'], gzip.decompress(answer.read()) == wanted)
c = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
for way, headers in (('whole', {'Accept-Encoding': 'gzip'}), ('pieces', {'Accept-Encoding': 'x-gzip'}), ('whole', {})):
    c.request('GET', '/' + way, headers=headers)
    body = c.getresponse().read()
    print('http.client:', (zlib.decompress(body, 31) if headers else body) == wanted)
PY);
echo output_of(['timeout', '60', 'python3', "$folder/judge.py", (string) $server->port, "$folder/wanted"]);
file_put_contents("$folder/judge.cjs", <<<'JS'
const http = require('http'), zlib = require('zlib'), wanted = require('fs').readFileSync(process.argv[3]);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const unpack = { br: zlib.createBrotliDecompress, gzip: zlib.createGunzip };
async function ask(path, coding) {
	const response = await new Promise((done) => http.get({ port: process.argv[2], host: '127.0.0.1', path, agent, headers: { 'Accept-Encoding': coding } }, done));
	const pieces = [];
	for await (const piece of response.pipe(unpack[response.headers['content-encoding']]())) pieces.push(piece);
	console.log(`node, ${path}: ${response.headers['content-encoding']} ${Buffer.concat(pieces).equals(wanted)}`);
}
(async () => {
	for (const coding of ['gzip', 'br', 'gzip, br;q=0.5']) for (const path of ['/whole', '/pieces']) await ask(path, coding);
	agent.destroy();
})();
JS);
echo output_of(['timeout', '60', 'node', "$folder/judge.cjs", (string) $server->port, "$folder/wanted"]);
array_map(unlink(...), glob("$folder/*"));
rmdir($folder);
echo $server->stop(), "\n";
?>
--EXPECT--
curl: [true,true,"200"]
brotli, whole: br, right
brotli, pieces: br, right
zstd, whole: zstd, right
zstd, pieces: zstd, right
gzip, whole: gzip, right
gzip, pieces: gzip, right
urllib, whole: gzip True
urllib, pieces: gzip True
http.client: True
http.client: True
http.client: True
node, /whole: gzip true
node, /pieces: gzip true
node, /whole: br true
node, /pieces: br true
node, /whole: gzip true
node, /pieces: gzip true
0
