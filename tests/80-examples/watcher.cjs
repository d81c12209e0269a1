/*
 * A WebSocket client that nobody here wrote (npm ws), moved by lines.
 *
 *     node watcher.cjs URL
 *
 * In:  "send TEXT", "ping TEXT", "close", "vanish" (the connection breaks, with no close frame).
 * Out: "open", "text TEXT", "pong TEXT", "close CODE", "error TEXT".
 */
'use strict';

const { WebSocket } = require('ws');
const { createInterface } = require('node:readline');

const socket = new WebSocket(process.argv[2]);
const say = line => process.stdout.write(line + '\n');

socket.on('open', () => { say('open'); obey(); });
socket.on('message', (data, isBinary) => say((isBinary ? 'binary ' : 'text ') + data));
socket.on('pong', data => say('pong ' + data));
socket.on('error', error => say('error ' + error.message));
socket.on('close', code => { say('close ' + code); process.exit(0); });

function obey() {
    createInterface({ input: process.stdin }).on('line', line => {
        const [verb, ...rest] = line.split(' ');
        switch (verb) {
            case 'send': return socket.send(rest.join(' '));
            case 'ping': return socket.ping(rest.join(' '));
            case 'close': return socket.close();
            case 'vanish': return socket.terminate();
        }
    }).on('close', () => socket.terminate());
}
