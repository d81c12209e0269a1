--TEST--
SeatPush: http: however a script looks at a request first, it sees all of it
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
const NAMES = ['fd', 'streamId', 'header', 'server', 'cookie', 'get', 'files', 'post', 'tmpfiles'];

function each(SeatPush\Request $q): array
{
    $all = [];
    foreach (NAMES as $name) {
        $all[$name] = $q->$name;
    }
    return $all;
}

/* A function runs again and again with the same caches of the engine. */
function note(SeatPush\Request $q): void
{
    $q->note = 'mine';
}

function walk(iterable|object $q): array
{
    $all = [];
    foreach ($q as $name => $value) {
        $all[$name] = $value;
    }
    unset($all['note']);
    return $all;
}

function output(callable $write): string
{
    ob_start();
    $write();
    return preg_replace('/#\d+|refcount\(\d+\)|interned/', '#', ob_get_clean());
}

$ways = [
    'property by property' => fn ($q) => each($q),
    'in reverse' => function ($q) {
        $all = [];
        foreach (array_reverse(NAMES) as $name) {
            $all = [$name => $q->$name] + $all;
        }
        return $all;
    },
    'foreach' => fn ($q) => walk($q),
    'foreach by reference' => function ($q) {
        $all = [];
        foreach ($q as $name => &$value) {
            $all[$name] = $value;
        }
        return $all;
    },
    'foreach after a property of its own' => function ($q) {
        note($q);
        return walk($q);
    },
    'the same from a closure bound to it' => function ($q) {
        (function () { $this->note = 'mine'; })->call($q);
        return walk($q);
    },
    'a cast' => fn ($q) => (array) $q,
    'settype' => function ($q) {
        settype($q, 'array');
        return $q;
    },
    'get_object_vars' => fn ($q) => get_object_vars($q),
    'get_mangled_object_vars' => fn ($q) => get_mangled_object_vars($q),
    'json' => fn ($q) => json_decode(json_encode($q), true),
    'reflection' => function ($q) {
        $all = [];
        foreach ((new ReflectionObject($q))->getProperties() as $property) {
            $all[$property->name] = $property->isInitialized($q) ? $property->getValue($q) : 'uninitialized';
        }
        return $all;
    },
    'isset' => fn ($q) => array_map(fn ($name) => isset($q->$name), array_combine(NAMES, NAMES)),
    'empty' => fn ($q) => array_map(fn ($name) => empty($q->$name), array_combine(NAMES, NAMES)),
    '??' => fn ($q) => array_map(fn ($name) => $q->$name ?? null, array_combine(NAMES, NAMES)),
    'elements' => fn ($q) => [$q->get['a']['b'] ?? 0, isset($q->cookie['k']), isset($q->get['none']), empty($q->header['host']), $q->server['request_uri'] ?? 0, $q->post['none'] ?? 'none'],
    'var_dump' => fn ($q) => output(fn () => var_dump($q)),
    'print_r' => fn ($q) => print_r($q, true),
    'var_export' => fn ($q) => var_export($q, true),
    'debug_zval_refcount' => fn ($q) => strlen(output(fn () => debug_zval_refcount($q))) > 500,
    'http_build_query' => fn ($q) => http_build_query($q),
    'an array of arrays' => fn ($q) => array_column([$q, $q], 'get'),
    'property_exists' => fn ($q) => array_map(fn ($name) => property_exists($q, $name), NAMES),
    'a variable property' => function ($q) {
        $name = 'get';
        return [$q->$name, $q->{'coo' . 'kie'}];
    },
    'nullsafe' => fn ($q) => [$q?->get, $q?->cookie],
    'list' => function ($q) {
        ['a' => $a, 'c' => $c] = $q->get;
        return [$a, $c];
    },
];
$ready = false;
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) use ($ways, &$ready) {
    $way = rawurldecode(substr(explode('?', explode(' ', $q->getData())[1])[0], 1));
    if ($way === 'ready') {
        $ready = !$ready;
        return $r->end();
    }
    if ($ready) {
        each($q);
    }
    $said = json_encode($ways[$way]($q));
    // The id and the times differ between any two requests.
    $r->end(preg_replace('/\b\d{10}(\.\d+)?\b/', 'TIME', str_replace((string) $q->fd, 'FD', $said)));
});
$server->on('Start', function () use ($ways) {
    echo json_encode(array_keys($ways)), "\n";
});
serve($server);
PHP);
$ways = json_decode($server->until('/^\[.*$/m')[0], true);
$client = new HttpClient($server->port);
$ask = fn ($way) => $client->request('GET', '/' . rawurlencode($way) . '?a[b]=1&c=%202', ['Cookie' => 'k=v; l[m]=n'])->response()['body'];
foreach ($ways as $way) {
    $first = $ask($way);
    $again = $ask($way); // the engine knows where to look now
    $ask('ready');
    $ready = $ask($way); // each property was read before
    $ask('ready');
    echo $way, ': ', $first === $ready && $again === $ready ? 'the same' : "\n$first\n$again\n$ready", "\n";
    if (in_array($way, ['isset', 'elements', 'list'])) {
        echo $first, "\n";
    }
}
?>
--EXPECT--
property by property: the same
in reverse: the same
foreach: the same
foreach by reference: the same
foreach after a property of its own: the same
the same from a closure bound to it: the same
a cast: the same
settype: the same
get_object_vars: the same
get_mangled_object_vars: the same
json: the same
reflection: the same
isset: the same
{"fd":true,"streamId":true,"header":true,"server":true,"cookie":true,"get":true,"files":false,"post":false,"tmpfiles":false}
empty: the same
??: the same
elements: the same
["1",true,false,false,"\/elements","none"]
var_dump: the same
print_r: the same
var_export: the same
debug_zval_refcount: the same
http_build_query: the same
an array of arrays: the same
property_exists: the same
a variable property: the same
nullsafe: the same
list: the same
[{"b":"1"}," 2"]
