// node faulty.js PORT FAULT: a server that does one thing wrong, for bench/check. FAULT is one of
// lose, double, mangle (every hundredth message), refuse (every hundredth upgrade), hangup, wrong (what
// it answers), none.
const http = require('http');
const net = require('net');
const { WebSocketServer } = require('ws');

const fault = process.argv[3];
let count = 0;

function send(client, message) {
	const now = ++count % 100 === 0;
	if (now && fault === 'hangup') {
		client.terminate();
		return;
	}
	if (now && fault === 'lose') {
		return;
	}
	client.send(now && fault === 'mangle' ? 'x' + message : message);
	if (now && fault === 'double') {
		client.send(message);
	}
}

function tell(message) {
	for (const client of sockets.clients) {
		send(client, message);
	}
}

const server = http.createServer((request, response) => {
	const url = new URL(request.url, 'http://localhost');
	if (url.pathname !== '/push') {
		response.end(fault === 'wrong' ? 'no\n' : 'ok\n');
		return;
	}
	tell(url.searchParams.get('n'));
	response.end(`told ${sockets.clients.size}\n`);
});
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
	if (fault === 'refuse' && ++count % 100 === 0) {
		socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
		return;
	}
	sockets.handleUpgrade(request, socket, head, (client) => {
		client.on('message', (data) => send(client, data.toString()));
	});
});
if (process.env.BENCH_REDIS) {
	const redis = net.connect(process.env.BENCH_REDIS.slice('unix://'.length));
	redis.write('PSUBSCRIBE seatpush:*\r\n');
	redis.setEncoding('latin1').on('data', (data) => {
		for (const [, message] of data.matchAll(/\r\nseatpush:all\r\n\$\d+\r\n(.*)\r\n/g)) {
			tell(message);
		}
	});
}
server.listen(Number(process.argv[2]), '127.0.0.1');
