"""HTTP and WebSocket as a client speaks them, on asyncio's streams. It shares no code with the server."""
import asyncio
import socket
import struct

KEY = b'dGhlIHNhbXBsZSBub25jZQ=='
ACCEPT = b's3pPLMBiTxaQ9kYGzzhZRbK+xOo='
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Ended(Exception):
    """The connection ended, with a close code if there was one."""

    def __init__(self, how, code=None):
        super().__init__(how if code is None else f'{how}, close code {code}')
        self.code = code


class Refused(Exception):
    """503 or 429 instead of what was asked for."""


class Wrong(Exception):
    """Something that the server must not send."""


def upgrade(path):
    return (f'GET {path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
            f'Sec-WebSocket-Key: {KEY.decode()}\r\nSec-WebSocket-Version: 13\r\n\r\n').encode()


def request(path, body=None):
    method = 'GET' if body is None else 'POST'
    length = '' if body is None else f'Content-Length: {len(body)}\r\n'
    return f'{method} {path} HTTP/1.1\r\nHost: x\r\n{length}\r\n'.encode() + (body or b'')


def frame(data, opcode=TEXT, mask=b'\x0f\xa5\x3c\x81', fin=True):
    size = len(data)
    head = bytes([(0x80 if fin else 0) | opcode])
    if size < 126:
        head += bytes([0x80 | size])
    elif size < 65536:
        head += bytes([0x80 | 126]) + struct.pack('>H', size)
    else:
        head += bytes([0x80 | 127]) + struct.pack('>Q', size)
    number = int.from_bytes(data, 'big') ^ int.from_bytes((mask * (size // 4 + 1))[:size], 'big')
    return head + mask + number.to_bytes(size, 'big')


class Connection:
    """One that counts as open, in `among`, until it has been closed by either side."""

    def __init__(self, among):
        self.among = among
        self.closing = False

    async def open(self, port, receive_bytes=None):
        sock = socket.socket()
        sock.setblocking(False)
        if receive_bytes is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        try:
            await asyncio.get_running_loop().sock_connect(sock, ('127.0.0.1', port))
        except BaseException:
            sock.close()
            raise
        limit = 65536 if receive_bytes is None else receive_bytes
        self.reader, self.writer = await asyncio.open_connection(sock=sock, limit=limit)
        self.among.add(self)
        return self

    def write(self, data):
        if not self.writer.transport.is_closing():
            self.writer.write(data)  # otherwise who reads will notice

    async def read(self, size):
        try:
            return await self.reader.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise Ended(type(error).__name__) from None

    async def line(self):
        try:
            return await self.reader.readuntil(b'\r\n')
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            if getattr(error, 'partial', b''):
                raise Wrong(f'half a line: {error.partial!r}') from None
            raise Ended(type(error).__name__) from None

    async def head(self):
        """The status, and a dictionary of the fields."""
        first = await self.line()
        fields = {}
        while (line := await self.line()) != b'\r\n':
            name, _, value = line.decode().partition(':')
            fields[name.lower()] = value.strip()
        return int(first.split(b' ')[1]), fields

    async def answer(self):
        """The status and the body."""
        status, fields = await self.head()
        body = await self.read(int(fields.get('content-length', 0)))
        if status in (503, 429):
            raise Refused(status)
        return status, body

    def close(self, reset=False):
        if self.among is not None:
            self.among.discard(self)
            self.among = None
            if reset and not self.writer.transport.is_closing():
                sock = self.writer.get_extra_info('socket')
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
                self.writer.transport.abort()
            else:
                self.writer.close()


class WebSocket(Connection):
    def __init__(self, among):
        super().__init__(among)
        self.owed = None  # pongs, while half a frame is written

    async def write_in_parts(self, data, cut, seconds):
        self.owed = b''
        self.write(data[:cut])
        await asyncio.sleep(seconds)
        self.write(data[cut:] + self.owed)
        self.owed = None

    async def shake(self, path):
        self.write(upgrade(path))
        status, fields = await self.head()
        if status in (503, 429):
            raise Refused(status)
        if status != 101 or fields.get('sec-websocket-accept') != ACCEPT.decode():
            raise Wrong(f'handshake: {status} {fields}')
        return self

    def say(self, text):
        self.write(frame(text.encode()))

    async def receive(self):
        """The next text. Pings are answered, and pongs left out. Ended when a close frame comes, which is answered."""
        while True:
            first, second = await self.read(2)
            size = second & 127
            if size == 126:
                size, = struct.unpack('>H', await self.read(2))
            elif size == 127:
                size, = struct.unpack('>Q', await self.read(8))
            if first & 0x70 or not first & 0x80 or second & 0x80:
                raise Wrong(f'a frame that begins with {first:02x} {second:02x}')
            data = await self.read(size)
            if first & 15 == TEXT:
                return data.decode()
            if first & 15 == PING:
                if self.owed is None:
                    self.write(frame(data, PONG))
                else:
                    self.owed += frame(data, PONG)
            elif first & 15 == CLOSE:
                code = struct.unpack('>H', data[:2])[0] if len(data) >= 2 else 1005
                if not self.closing:
                    self.write(frame(data[:2], CLOSE))
                raise Ended('close frame', code)
            elif first & 15 != PONG:
                raise Wrong(f'opcode {first & 15}')


class EventStream(Connection):
    """Server-sent events, which only come."""

    async def shake(self, path):
        self.write(request('/events' + path))
        status, fields = await self.head()
        if status in (503, 429):
            raise Refused(status)
        if status != 200 or fields.get('content-type') != 'text/event-stream':
            raise Wrong(f'stream: {status} {fields}')
        return self

    async def receive(self):
        """The data of the next event. Comments are left out."""
        data = []
        while (line := await self.event_line()) != b'\n' or not data:
            if line.startswith(b'data: '):
                data.append(line[6:-1].decode())
            elif line not in (b':\n', b'\n') and not line.startswith(b'retry: '):
                raise Wrong(f'a line {line[:80]!r}')
        return '\n'.join(data)

    async def event_line(self):
        try:
            return await self.reader.readuntil(b'\n')
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise Ended(type(error).__name__) from None  # also in the middle of an event, which does not count then
