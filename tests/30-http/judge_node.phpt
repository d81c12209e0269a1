--TEST--
SeatPush: http: Node's parser reads the same requests from the same bytes, well-formed or not, or there is a reason why
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
require __DIR__ . '/../support/skipif.inc';
skip_without('node');
?>
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';
require __DIR__ . '/../support/http_requests.inc';
require __DIR__ . '/../support/http_mutations.inc';
require __DIR__ . '/../support/node_http.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', fn ($q, $r) => $r->end(substr(strtok(ltrim($q->getData()), "\r"), 0, -8) . $q->rawContent()));
serve($server);
PHP);
$node = new NodeHttp();

// What we served, and the sentence of our refusal, or 'nothing'.
$reads = function (string $bytes) use ($server): array {
    $client = (new HttpClient($server->port))->raw($bytes)->half();
    for ($seen = [], $why = 'nothing'; $answer = $client->response(); ) {
        if ($answer['status'] >= 400) {
            $why = rtrim($answer['body']);
        } elseif ($answer['status'] !== 100) {
            $seen[] = $answer['body'];
        }
    }
    return [$seen, $why];
};

// Where Node goes on and we have refused, by the sentence of our refusal. A refusal ends the connection, so it cannot smuggle anything.
$stricter = [
    'malformed request line' => 'RFC 9112 §2.2, §2.3, §3: Node skips any CR and LF in front, takes several blanks for one, no version for HTTP/0.9, and RTSP for HTTP',
    'line feed without carriage return' => 'RFC 9112 §2.2: Node takes one behind a request line without a version; Node 18 anywhere',
    'only HTTP/1.0 and HTTP/1.1 are spoken here' => 'RFC 9112 §2.3: Node takes 0.9 and 2.0 for 1.0',
    'control character or # in the request target: percent-encode it, as rawurlencode() and encodeURIComponent() do' => 'RFC 9112 §3.2: a target has no fragment; Node hands it on',
    'invalid request target' => 'RFC 9112 §3.2: Node hands on other schemes, users, "*" for any method',
    'no Host field' => 'RFC 9112 §3.2: Node answers 400 as well, but reads on',
    'more than one Host field' => 'RFC 9112 §3.2: "MUST respond with 400"; Node takes the first',
    'invalid Host field' => 'RFC 9112 §3.2: "MUST respond with 400"; Node does not look',
    'too many header fields' => 'RFC 9110 §5.4: a limit of our own; Node has 16 KiB only',
    'Transfer-Encoding in HTTP/1.0' => 'RFC 9112 §6.1: "MUST treat the message as if the framing is faulty"; Node believes it',
    'more than one Transfer-Encoding field' => 'RFC 9112 §6.1: chunked alone is known here; Node looks at the last',
    'the only transfer coding supported here is chunked' => 'RFC 9112 §6.1: Node looks at the last coding, and ignores those in front',
    'the last transfer coding must be chunked' => 'RFC 9112 §6.3: "MUST respond with 400"; Node takes an empty field for none',
    'both Content-Length and Transfer-Encoding' => 'RFC 9112 §6.3: Node takes an empty Transfer-Encoding for none',
    'chunk size is too long' => 'RFC 9112 §7.1: "MUST anticipate potentially large numerals"; Node takes any zeros in front',
    'chunk extension is too long' => 'RFC 9112 §7.1.1: "ought to limit the total length"; Node\'s limit is 16 KiB',
    'unknown expectation' => 'RFC 9110 §10.1.1: Node answers 417 as well, but reads on; and it takes a list that has 100-continue in it',
];
if (version_compare($node->version, '20', '<')) {
    $stricter += [
        'folded header line' => 'RFC 9112 §5.2: Node 18 unfolds it',
        'invalid header name' => 'RFC 9112 §5.1: Node 18 takes blanks in a name, and none at all',
        'malformed chunked body' => 'RFC 9112 §7.1: Node 18 takes any octet for a CR, and an LF alone for the end of a line',
    ];
}
// Where we go on and Node has refused, by its code. $first is the first request that Node has not served.
$over_strict = [
    'HPE_INVALID_METHOD' => ['RFC 9110 §16.1: methods can be registered; Node has a list', fn ($bytes, $first) => !in_array(strtok($first, ' '), $node->methods)],
    'HPE_INVALID_CONTENT_LENGTH' => ['RFC 9110 §5.6.3, §6.5.1: a tab may stand behind the value; a trailer field that is forbidden there is ignored', fn ($bytes) => preg_match('/\t *\r\n|\n0+\r\n(?s:.*)Content-Length:/i', $bytes)],
    'HPE_INVALID_TRANSFER_ENCODING' => ['the same', fn ($bytes) => preg_match('/\t *\r\n|\n0+\r\n(?s:.*)Transfer-Encoding:/i', $bytes)],
    'HPE_INVALID_URL' => ['RFC 3986 §2: octets that are no ASCII are no URI, and harmless; nginx, Apache and Go hand them on, Node refuses them', fn ($bytes, $first) => preg_match('/^\S+ \S*[\x80-\xff]/', $first)],
    'HPE_STRICT' => ['RFC 9112 §7.1.1: a recipient ignores extensions that it does not know, so what is inside of one is nothing to us', fn ($bytes) => preg_match('/\n[0-9a-f]+;[^\r\n]*\r\n/i', $bytes)],
    'nothing' => ['RFC 9110 §7.8: a server may ignore Upgrade; Node answers as if it did, and then reads no more', fn ($bytes) => preg_match('/\nUpgrade:/i', $bytes)],
];
$explained = function (array $ours, string $why, array $theirs, string $code, string $bytes) use ($stricter, $over_strict): bool {
    if (array_slice($theirs, 0, count($ours)) === $ours) {
        // RFC 9112 §9.3: close overrides keep-alive. Node does not do that in HTTP/1.0.
        return isset($stricter[$why]) || ($why === 'nothing' && preg_match('~HTTP/1\.0\r\n(?s:.*)close~i', $bytes));
    }
    // Both have a request, and the two differ although the bytes are the same. Nothing explains that.
    return array_slice($ours, 0, count($theirs)) === $theirs && isset($over_strict[$code]) && $over_strict[$code][1]($bytes, $ours[count($theirs)]);
};

$seed = (int) (getenv('SEATPUSH_SEED') ?: 20250101);
$requests = [];
foreach (http_requests() as $section => $rows) {
    foreach ($rows as $name => [, $bytes]) {
        $requests["$section: $name"] = $bytes;
    }
}
$short = array_values(array_filter($requests, fn ($bytes) => strlen($bytes) < 1000 && $bytes[0] !== "\x16"));
foreach (http_mutations($short, 2000, $seed) as $i => $bytes) {
    $requests["mutation $i of seed $seed"] = $bytes;
}
$count = ['same' => 0, 'explained' => 0, 'unexplained' => 0];
foreach ($requests as $name => $bytes) {
    $bytes .= "GET /behind HTTP/1.1\r\nHost: a\r\n\r\n";
    [$ours, $why] = $reads($bytes);
    [$theirs, $code] = $node->reads($bytes);
    $verdict = $ours === $theirs ? 'same' : ($explained($ours, $why, $theirs, $code, $bytes) ? 'explained' : 'unexplained');
    if ($verdict === 'unexplained' && $count[$verdict] < 10) {
        echo "$name:\n", json_encode(['bytes' => substr($bytes, 0, 1000), 'ours' => $ours, 'why' => $why, 'theirs' => $theirs, 'code' => $code], JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
    }
    $count[$verdict]++;
}
echo count($requests) > 2250 ? 'all were read by both, ' : 'few, ', $count['same'] > 2 * $count['explained'] ? 'mostly alike' : 'mostly not', "\n";
echo $count['explained'] > 50 ? 'differences that are explained: some' : 'none is explained?', ", unexplained: $count[unexplained]\n";
?>
--EXPECT--
all were read by both, mostly alike
differences that are explained: some, unexplained: 0
