--TEST--
SeatPush: push: what stats() and getClientInfo() contain
--EXTENSIONS--
seatpush
--FILE--
<?php
require __DIR__ . '/../support/server.inc';
require __DIR__ . '/../support/client.inc';

$server = TestServer::start(<<<'PHP'
$server = new SeatPush\Server('127.0.0.1', 0);
$server->on('Message', function ($s, $f) {
    $info = $s->getClientInfo($f->fd);
    $stats = $s->stats();
    $keys = [array_keys($info), array_keys($stats)];
    sort($keys[0]);
    sort($keys[1]);
    $s->push($f->fd, implode(' ', $keys[0]) . "\n" . implode(' ', $keys[1]));
    // Where this takes more than 5 ms, a push is written at once.
    for ($n = 0; $n < 100 && $s->getClientInfo($f->fd)['send_queued_bytes'] === 0; $n++) {
        $s->push($f->fd, str_repeat('.', 200));
    }
    $s->push($f->fd, json_encode([$info['send_queued_bytes'], $s->getClientInfo($f->fd)['send_queued_bytes'] > 100, abs($stats['start_time'] - time()) < 60, $stats['min_fd'] === $stats['max_fd'], $stats['max_fd'] === $f->fd]));
});
serve($server);
PHP);
$client = WsClient::connect($server->port)->send('x');
echo $client->text(), "\n";
while (($text = $client->text())[0] === '.');
echo $text, "\n";
?>
--EXPECT--
close_errno connect_time last_dispatch_time last_recv_time last_send_time last_time reactor_id recv_queued_bytes remote_ip remote_port send_queued_bytes server_fd server_port socket_fd socket_type websocket_compression websocket_status
abort_count accept_count callback_bytes close_count coalesced_count compressed_message_count compressed_push_count compressed_response_count compression_saved_bytes conflated_count connection_num coroutine_num dispatch_count dropped_count flood_count generation idle_worker_num input_bytes max_conn max_fd message_count min_fd peak_connection_num peak_queue_bytes peak_queued_bytes protocol_error_count publish_count push_count push_full_count push_gone_count queued_bytes redis_bad_count redis_connected redis_down_count redis_message_count refused_address_count refused_compression_count refused_connection_count refused_input_count refused_memory_count refused_origin_count refused_request_count refused_task_count refused_tls_count request_count response_count session_round start_time subscription_count task_count task_idle_worker_num task_queue_num task_worker_num tasking_num timeout_count topic_count total_recv_bytes total_send_bytes user_worker_num worker_id worker_num worker_request_count worker_response_count
[0,true,true,true,true]
