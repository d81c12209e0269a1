// A server by npm ws, with TLS if a certificate and its key are given. What a client says is what is done.
const { WebSocketServer } = require('ws');
const fs = require('fs');
const [cert, key] = process.argv.slice(2);
const server = cert ? require('https').createServer({ cert: fs.readFileSync(cert), key: fs.readFileSync(key) }) : require('http').createServer();
new WebSocketServer({ server, maxPayload: 1 << 26, perMessageDeflate: { threshold: 100, serverNoContextTakeover: true } }).on('connection', (socket, request) => {
    socket.on('message', (data, binary) => {
        const [what, n] = data.toString().split(' ');
        if (what === 'text') {
            for (let i = 0, text = ''; i <= n; i++, text += i % 7 + String.fromCharCode(97 + (i * i) % 26)) {
                socket.send(text);
            }
        } else if (what === 'random') {
            const bytes = Buffer.alloc(+n);
            for (let i = 0, x = 1; i < n; i++, x = (x * 16807) % 2147483647) {
                bytes[i] = x >> 16;
            }
            socket.send(bytes);
        } else if (what === 'fragments') {
            for (let i = 0; i < n; i++) {
                socket.send('part' + i + ' '.repeat(i), { fin: false });
                socket.ping('between');
                socket.pong('between');
            }
            socket.send('', { fin: true });
        } else if (what === 'bomb') {
            socket.send('0'.repeat(n));
        } else if (what === 'close') {
            socket.close(+n, 'as asked');
        } else {
            socket.send(data, { binary });
        }
    });
    socket.on('error', () => {});
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
