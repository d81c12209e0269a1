"""A WebSocket client that nobody here wrote (Python websockets), moved by the same lines as watcher.cjs."""

import asyncio
import sys

from websockets.exceptions import ConnectionClosed

try:
    from websockets.legacy.client import WebSocketClientProtocol, connect
except ImportError:
    from websockets import WebSocketClientProtocol, connect


def say(line):
    print(line, flush=True)


class Socket(WebSocketClientProtocol):
    """Says messages in the order of the wire: one that came before a pong is said before it."""

    def connection_open(self):
        say("open")
        super().connection_open()

    async def read_message(self):
        message = await super().read_message()
        if message is not None:
            say("text " + message if isinstance(message, str) else "binary " + message.decode("latin-1"))
        return message


async def pong(waiter, text):
    await waiter
    say("pong " + text)


async def obey(socket):
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    pongs = set()
    while line := await lines.readline():
        verb, _, rest = line.decode().rstrip("\n").partition(" ")
        if verb == "send":
            await socket.send(rest)
        elif verb == "ping":
            pongs.add(asyncio.create_task(pong(await socket.ping(rest), rest)))
        elif verb == "close":
            await socket.close()
        elif verb == "vanish":
            socket.transport.abort()
    socket.transport.abort()


async def main(url):
    socket = await connect(url, ping_interval=None, create_protocol=Socket)
    obeying = asyncio.create_task(obey(socket))
    try:
        async for _ in socket:
            pass
    except ConnectionClosed:
        pass
    say(f"close {socket.close_code}")
    obeying.cancel()


try:
    asyncio.run(main(sys.argv[1]))
except OSError as error:
    say(f"error {error}")
