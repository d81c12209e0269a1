--TEST--
SeatPush: http: requests of which little is read, and those in cycles, leave nothing behind; the collector makes nothing
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$kept = [];
$server->on('Request', function ($q, $r) use (&$kept) {
    switch (explode('?', explode(' ', $q->getData())[1])[0]) {
        case '/memory':
            $kept = [];
            gc_collect_cycles();
            return $r->end((string) memory_get_usage());
        case '/itself':
            $q->itself = $q;
            break;
        case '/array':
            $q->get['itself'] = $q;
            break;
        case '/reference':
            $q->get['itself'] = &$q->get;
            break;
        case '/both':
            $q->header['itself'] = $q;
            $all = &$q->server;
            $all['itself'] = &$all;
            $kept[] = &$all;
            break;
        case '/unset':
            unset($q->get, $q->header);
            break;
        case '/kept':
            $kept[] = $q;
            $kept[] = &$q->cookie;
            break;
        case '/collect':
            // Each of a thousand objects is looked at by the collector, and none grows by that.
            $before = memory_get_usage();
            $cycle = [$q, &$cycle];
            unset($cycle);
            $kept[] = $q;
            gc_collect_cycles();
            return $r->end(memory_get_usage() - $before < 4000 ? 'no more' : 'more');
    }
    $r->end();
});
serve($server);
PHP);
$client = new HttpClient($server->port);
$ask = fn ($path) => $client->request('GET', "$path?a[b]=1&" . str_repeat('q', 2000) . '=1', ['Cookie' => 'k=v; ' . str_repeat('c', 2000) . '=1'])->response()['body'];
echo $ask('/collect'), ' ', $ask('/collect'), "\n";
for ($round = 0; $round < 150; $round++) {
    if ($round === 50) {
        $before = (int) $ask('/memory');
    }
    foreach (['/unread', '/itself', '/array', '/reference', '/both', '/unset', '/kept'] as $path) {
        $ask($path);
    }
}
$grown = (int) $ask('/memory') - $before;
echo $grown < 20000 ? 'as before' : "$grown more", "\n";
?>
--EXPECT--
no more no more
as before
