--TEST--
SeatPush: http: static files as Python's http.client and its parser of multipart read them, and as curl resumes and revalidates them
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('python3', 'curl');
?>
--FILE--
<?php
require __DIR__ . '/static_files.inc';

$site = new Site(['large.zip' => random_bytes(1000000), 'page.html' => 'the page', 'empty.txt' => '']);
touch("$site->root/page.html", time() - 100);
$site->serve();
$script = "$site->root/judge.py";
file_put_contents($script, <<<'PY'
import http.client, email.parser, email.policy, sys
port, root = int(sys.argv[1]), sys.argv[2]
large = open(root + '/large.zip', 'rb').read()
c = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
def ask(path, headers={}, method='GET'):
    c.request(method, path, headers=headers)
    r = c.getresponse()
    return r, r.read()
r, body = ask('/large.zip')
print(r.status, body == large, r.getheader('Accept-Ranges'))
etag = r.getheader('ETag')
for ranges in ('0-0', '5-', '-7', '999999-'):
    r, body = ask('/large.zip', {'Range': 'bytes=' + ranges, 'If-Range': etag})
    first, last = r.getheader('Content-Range').split(' ')[1].split('/')[0].split('-')
    print(r.status, r.getheader('Content-Range'), body == large[int(first):int(last) + 1])
r, body = ask('/large.zip', {'Range': 'bytes=10-19,500000-600000,-3'})
message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(b'Content-Type: ' + r.getheader('Content-Type').encode() + b'\r\n\r\n' + body)
parts = message.get_payload()
print(r.status, [p['Content-Range'] for p in parts], [p.get_content_type() for p in parts], message.defects)
print(parts[0].get_payload(decode=True) == large[10:20], len(parts))
r, body = ask('/large.zip', {'If-None-Match': 'W/"x", ' + etag})
print(r.status, body)
r, body = ask('/page.html', method='HEAD')
print(r.status, r.getheader('Content-Length'), body)
r, body = ask('/empty.txt', {'Range': 'bytes=0-'})
print(r.status, body, r.getheader('Content-Length'))
r, body = ask('/page.html')
print(r.status, body)
PY);
echo output_of(['timeout', '60', 'python3', $script, (string) $site->server->port, $site->root]);
unlink($script);

$url = "http://127.0.0.1:{$site->server->port}";
$into = "$site->root/../partly";
file_put_contents($into, substr(file_get_contents("$site->root/large.zip"), 0, 300000));
$curl = fn (string ...$arguments) => output_of(['timeout', '60', 'curl', '-sS', ...$arguments]);
echo $curl('-C', '-', '-o', $into, '-w', '%{http_code} %{size_download}', "$url/large.zip"), ' ', json_encode(md5_file($into) === md5_file("$site->root/large.zip")), "\n";
echo $curl('-z', gmdate('D, d M Y H:i:s') . ' GMT', '-o', '/dev/null', '-w', '%{http_code}', "$url/page.html"), ' ', $curl('-z', 'Sun, 06 Nov 1994 08:49:37 GMT', "$url/page.html"), "\n";
echo $curl('-r', '4-', "$url/page.html"), ' ', $curl('-I', '-o', '/dev/null', '-w', '%{http_code}', "$url/page.html"), "\n";
echo $site->server->stop(), "\n";
?>
--EXPECT--
200 True bytes
206 bytes 0-0/1000000 True
206 bytes 5-999999/1000000 True
206 bytes 999993-999999/1000000 True
206 bytes 999999-999999/1000000 True
206 ['bytes 10-19/1000000', 'bytes 500000-600000/1000000', 'bytes 999997-999999/1000000'] ['application/zip', 'application/zip', 'application/zip'] []
True 3
304 b''
200 8 b''
200 b'' 0
200 b'the page'
206 700000 true
304 the page
page 200
0