// node node-ws.js PORT: the same script for npm's ws (NODE_PATH=/usr/share/nodejs for Debian's).
const http = require('http');
const { WebSocketServer } = require('ws');

const ROOM = 5;
const rooms = [];
let count = 0;

const server = http.createServer((request, response) => {
	const url = new URL(request.url, 'http://localhost');
	response.setHeader('Content-Type', 'text/plain');
	if (url.pathname !== '/push') {
		response.end('ok\n');
		return;
	}
	const message = url.searchParams.get('n');
	const room = url.searchParams.get('room');
	let told = 0;
	for (const client of room === null ? sockets.clients : rooms[room]) {
		client.send(message);
		told++;
	}
	response.end(`told ${told}\n`);
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (client) => {
	const room = Math.floor(count++ / ROOM);
	(rooms[room] ??= []).push(client);
	client.on('message', (data, binary) => client.send(data, { binary }));
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
