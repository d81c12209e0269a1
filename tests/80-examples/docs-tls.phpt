--TEST--
docs/tls.md: its script serves over TLS, certificates by name, and a till with a certificate is welcomed by name
--EXTENSIONS--
openssl
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
skip_without('TLS');
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';
require __DIR__ . '/../support/certificates.inc';

certificate('seats');
certificate('cinema');
sh("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=tills -keyout $in/ca.key -out $in/ca.pem");
sh("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=till_7 -keyout $in/till.key -out $in/till.csr");
sh("openssl x509 -req -in $in/till.csr -CA $in/ca.pem -CAkey $in/ca.key -CAcreateserial -days 2 -out $in/till.pem");
$secure = <<<PHP
\$server = new SeatPush\Server('127.0.0.1', 0, sock_type: SeatPush\Server::SOCK_TCP | SeatPush\Server::SSL);
\$server->set(['ssl_cert_file' => '$in/here.pem', 'ssl_key_file' => '$in/here.key']);
%s
\$server->on('Message', fn () => 1);
\$server->start();
PHP;

page('docs/tls.md', [
    'The script' => [function ($code) use ($in) {
        [$server, $port] = server($code, '%s', [
            "'0.0.0.0', 8443" => "'127.0.0.1', 0",
            '/etc/letsencrypt/live/push.example/fullchain.pem' => "$in/here.pem",
            '/etc/letsencrypt/live/push.example/privkey.pem' => "$in/here.key",
        ]);
        $ada = WsClient::connect("ssl://127.0.0.1:$port");
        return trim(HttpClient::get("ssl://127.0.0.1:$port")['body']) . ', ' . $ada->send('echo')->text() . ', ' . $server->stop();
    }],
    'Several names' => [function ($code) use ($in, $secure) {
        [$server, $port] = server($code, $secure, ['/etc/ssl/' => "$in/"]);
        foreach (['seats.example', 'big.cinema.example', 'else.example'] as $name) {
            $shown[] = shown((object) ['port' => $port], ['peer_name' => $name]);
        }
        return implode(', ', $shown) . ', ' . $server->stop();
    }],
    'Clients with certificates' => [function ($code) use ($in, $secure) {
        [$server, $port] = server($code, $secure, ['/etc/ssl/our-tills.pem' => "$in/ca.pem"]);
        $till = WsClient::connect("ssl://127.0.0.1:$port", ssl: ['local_cert' => "$in/till.pem", 'local_pk' => "$in/till.key"]);
        return $till->text() . ', ' . $server->stop();
    }],
]);
?>
--EXPECT--
The script: over TLS, echo, status 0
Several names: seats, cinema, here, status 0
Clients with certificates: welcome, till_7, status 0
