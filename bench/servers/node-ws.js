// node node-ws.js PORT: the same script for npm's ws (NODE_PATH=/usr/share/nodejs for Debian's).
const http = require('http');
const { WebSocketServer } = require('ws');

const server = http.createServer((request, response) => {
	const url = new URL(request.url, 'http://localhost');
	if (url.pathname !== '/push') {
		response.end('ok\n');
		return;
	}
	const message = url.searchParams.get('n');
	let told = 0;
	for (const client of sockets.clients) {
		client.send(message);
		told++;
	}
	response.setHeader('Content-Type', 'text/plain');
	response.end(`told ${told}\n`);
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (client) => {
	client.on('message', (data, binary) => client.send(data, { binary }));
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
