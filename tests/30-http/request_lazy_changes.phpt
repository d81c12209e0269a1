--TEST--
SeatPush: http: what a script changes in a request, without having read it before
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
function rename_it(array &$array): void
{
    $array['renamed'] = $array['a'];
    unset($array['a']);
}

function thrown(callable $what): string
{
    try {
        return json_encode($what());
    } catch (Throwable $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
}

$ways = [
    'an element' => function ($q) { $q->get['x'] = 1; return $q->get; },
    'a deep element' => function ($q) { $q->get['n']['m'][] = 1; return $q->get; },
    'an appended one' => function ($q) { $q->get[] = 1; return $q->get; },
    'where there is none' => function ($q) { $q->files['x'] = 1; return $q->files; },
    'unset of an element' => function ($q) { unset($q->get['a']); return $q->get; },
    'another array' => function ($q) { $q->get = ['other' => 1]; return $q->get; },
    'null' => function ($q) { $q->get = null; return $q->get; },
    '+=' => function ($q) { $q->get += ['a' => 0, 'x' => 1]; return $q->get; },
    '??=' => function ($q) { $q->get ??= []; $q->get['y'] ??= 2; $q->files ??= [3]; return [$q->get, $q->files]; },
    'a reference' => function ($q) { $get = &$q->get; $get['x'] = 1; return $q->get; },
    'a reference to what is null' => function ($q) { $files = &$q->files; $files[] = 1; return $q->files; },
    'a reference from a function' => function ($q) { rename_it($q->get); return $q->get; },
    'a reference put in' => function ($q) { $mine = ['m' => 1]; $q->get = &$mine; $mine['n'] = 2; return $q->get; },
    'sort' => function ($q) { krsort($q->get); array_pop($q->get); return $q->get; },
    'foreach by reference' => function ($q) { foreach ($q->get as &$value) { $value .= '!'; } return $q->get; },
    'foreach over all by reference' => function ($q) {
        foreach ($q as $name => &$value) {
            if ($name === 'get') {
                $value = ['all' => 1];
            }
        }
        return $q->get;
    },
    'no array' => fn ($q) => [thrown(function () use ($q) { $q->get = 'text'; }), $q->get],
    'no array through a reference' => fn ($q) => [thrown(function () use ($q) { $get = &$q->get; $get = 'text'; }), $q->get],
    'an increment' => fn ($q) => [thrown(fn () => $q->get++), $q->get],
    'a copy is a copy' => function ($q) { $copy = $q->get; $copy['x'] = 1; $q->get['y'] = 1; return [$copy, $q->get]; },
    'unset' => function ($q) {
        unset($q->get);
        return [isset($q->get), $q->get ?? 'unset', thrown(fn () => $q->get), array_key_exists('get', (array) $q), property_exists($q, 'get')];
    },
    'unset, and set again' => function ($q) { unset($q->get); $q->get = ['back' => 1]; return $q->get; },
    'unset twice' => function ($q) { unset($q->get); unset($q->get); return [isset($q->get), isset($q->cookie)]; },
    'the fields, and then the cookies' => function ($q) { $q->header['cookie'] = 'other=1'; return [$q->header['cookie'], $q->cookie]; },
    'the fields gone, and then the cookies' => function ($q) { unset($q->header); return $q->cookie; },
    'the cookies, and then the fields' => function ($q) { $q->cookie = ['other' => 1]; return [$q->header['cookie'], $q->cookie]; },
    'the server, and then the rest' => function ($q) { $q->server['query_string'] = 'x=1'; $q->server['request_method'] = 'PUT'; return [$q->get, $q->getMethod()]; },
    'a property of its own' => function ($q) { $q->own = 1; $q->own++; return [$q->own, isset($q->own), isset($q->other), array_keys((array) $q)]; },
    'an own one by reference' => function ($q) { $own = &$q->own; $own = [1]; $q->own[] = 2; return [$own, count((array) $q)]; },
    'an own one unset' => function ($q) { $q->own = 1; unset($q->own, $q->get); return array_keys((array) $q); },
    'one that does not exist' => fn ($q) => [@$q->none, isset($q->none)],
    'reflection' => function ($q) { (new ReflectionProperty($q, 'get'))->setValue($q, ['r' => 1]); return $q->get; },
    'clone' => fn ($q) => thrown(fn () => clone $q),
    'serialize' => fn ($q) => thrown(fn () => serialize($q)),
    'equal to itself' => fn ($q) => [$q == $q, $q === $q],
];
$before = null;
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Request', function ($q, $r) use ($ways, &$before) {
    $way = rawurldecode(substr(explode('?', explode(' ', $q->getData())[1])[0], 1));
    if ($way === 'compare') {
        unset($q->server);
        if ($before) {
            unset($before->server);
            $before->get;                       // of the two, only this one has been read
            $said[] = $before == $q;
            $said[] = $before <=> $q;
            $before->get['a'] = 'other';
            $said[] = $before == $q;
            $said[] = $q == new stdClass();
            $said[] = $q == new SeatPush\Request();
        }
        $before = $q;
        return $r->end(json_encode($said ?? null));
    }
    $r->end(json_encode($ways[$way]($q)));
});
$server->on('Start', function () use ($ways) {
    echo json_encode(array_keys($ways)), "\n";
});
serve($server);
PHP);
$client = new HttpClient($server->port);
$ask = fn ($way) => $client->request('GET', '/' . rawurlencode($way) . '?a=1&c=2', ['Cookie' => 'k=v'])->response()['body'];
foreach (json_decode($server->until('/^\[.*$/m')[0]) as $way) {
    $first = $ask($way);
    echo $way, ': ', $first, $ask($way) === $first ? '' : ' and then another', "\n";
}
$ask('compare');
echo 'compare: ', $ask('compare'), "\n";

// What a script makes by itself has no request.
class Mine extends SeatPush\Request
{
    public ?array $get = ['default' => 1];
    public $more = 'more';
}
$mine = new Mine();
$mine->get['x'] = 1;
$mine->other = 2;
echo json_encode([$mine, (array) $mine, new SeatPush\Request(), $mine == new Mine(), new SeatPush\Request() == new SeatPush\Request()]), "\n";
var_dump($mine->getData(), $mine->rawContent(), $mine->getMethod());
?>
--EXPECT--
an element: {"a":"1","c":"2","x":1}
a deep element: {"a":"1","c":"2","n":{"m":[1]}}
an appended one: {"a":"1","c":"2","0":1}
where there is none: {"x":1}
unset of an element: {"c":"2"}
another array: {"other":1}
null: null
+=: {"a":"1","c":"2","x":1}
??=: [{"a":"1","c":"2","y":2},[3]]
a reference: {"a":"1","c":"2","x":1}
a reference to what is null: [1]
a reference from a function: {"c":"2","renamed":"1"}
a reference put in: {"m":1,"n":2}
sort: {"c":"2"}
foreach by reference: {"a":"1!","c":"2!"}
foreach over all by reference: {"all":1}
no array: ["TypeError: Cannot assign string to property SeatPush\\Request::$get of type ?array",{"a":"1","c":"2"}]
no array through a reference: ["TypeError: Cannot assign string to reference held by property SeatPush\\Request::$get of type ?array",{"a":"1","c":"2"}]
an increment: ["TypeError: Cannot increment array",{"a":"1","c":"2"}]
a copy is a copy: [{"a":"1","c":"2","x":1},{"a":"1","c":"2","y":1}]
unset: [false,"unset","Error: Typed property SeatPush\\Request::$get must not be accessed before initialization",false,true]
unset, and set again: {"back":1}
unset twice: [false,true]
the fields, and then the cookies: ["other=1",{"k":"v"}]
the fields gone, and then the cookies: {"k":"v"}
the cookies, and then the fields: ["k=v",{"other":1}]
the server, and then the rest: [{"a":"1","c":"2"},"GET"]
a property of its own: [2,true,false,["fd","streamId","header","server","cookie","get","files","post","tmpfiles","own"]]
an own one by reference: [[1,2],10]
an own one unset: ["fd","streamId","header","server","cookie","files","post","tmpfiles"]
one that does not exist: [null,false]
reflection: {"r":1}
clone: "Error: Trying to clone an uncloneable object of class SeatPush\\Request"
serialize: "Exception: Serialization of 'SeatPush\\Request' is not allowed"
equal to itself: [true,true]
compare: [true,0,false,false,false]
[{"fd":0,"streamId":0,"header":null,"server":null,"cookie":null,"get":{"default":1,"x":1},"files":null,"post":null,"tmpfiles":null,"more":"more","other":2},{"fd":0,"streamId":0,"header":null,"server":null,"cookie":null,"get":{"default":1,"x":1},"files":null,"post":null,"tmpfiles":null,"more":"more","other":2},{"fd":0,"streamId":0,"header":null,"server":null,"cookie":null,"get":null,"files":null,"post":null,"tmpfiles":null},false,true]
bool(false)
string(0) ""
bool(false)
