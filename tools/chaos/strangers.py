"""Clients that come and go: some ask for a page, some vanish, some mean harm."""
import asyncio

import wire
from clients import PATIENCE_S

BAD = {  # what is sent behind a handshake, and the close code that it gets
    'not masked': (b'\x81\x02hi', 1002),
    'a reserved bit': (b'\xc1\x80\0\0\0\0', 1002),
    'an unknown opcode': (wire.frame(b'x', 5), 1002),
    'a long ping': (wire.frame(b'x' * 126, wire.PING), 1002),
    'a ping in parts': (wire.frame(b'x', wire.PING, fin=False), 1002),
    'the end of nothing': (wire.frame(b'x', 0), 1002),
    'no UTF-8': (wire.frame(b'say \xff'), 1007),
    'too much in parts': (wire.frame(b'say ' + b'x' * 60000, fin=False) + wire.frame(b'x' * 60000, 0, fin=False), 1009),
    'too long': (b'\x81\xff\0\0\0\x7f\xff\xff\xff\xff\0\0\0\0', 1009),
    'a bad close code': (wire.frame(b'\x03\xed', wire.CLOSE), 1002),
    'a flood of pings': (wire.frame(b'', wire.PING) * 1000, 1008),
}
HEADS = {  # what is sent instead of a request, and its status
    'no HTTP': (b'\x16\x03\x01\x02\0\x01\0\x01\xfc\r\n\r\n', 400),
    'a huge head': (b'GET / HTTP/1.1\r\nHost: x\r\nX: ' + b'x' * 8000 + b'\r\n\r\n', 431),
    'many fields': (b'GET / HTTP/1.1\r\nHost: x\r\n' + b'X: y\r\n' * 200 + b'\r\n', 431),
    'no host': (b'GET / HTTP/1.1\r\n\r\n', 400),
    'two lengths': (b'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400),
    'a huge body': (b'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n', 413),
}


class Stranger:
    def __init__(self, world, number):
        self.world, self.name = world, f'stranger {number}'
        self.random = world.random(self.name)

    async def run(self):
        kinds = (self.asks, self.asks, self.asks, self.vanishes, self.sends_bad, self.sends_bad_head, self.drips,
                 self.sends_noise, self.never_reads)
        while self.world.runs:
            kind = self.random.choice(kinds)
            self.at = kind.__name__
            self.world.counts['strangers'] += 1
            connection = wire.WebSocket(self.world.open)
            try:
                await connection.open(self.world.port, 4096 if kind == self.never_reads else None)
                await asyncio.wait_for(kind(connection), PATIENCE_S)
            except wire.Refused as error:
                self.world.may_refuse() or self.world.fault(f'{self.name} {self.at}: refused with {error}')
            except (wire.Ended, ConnectionError) as error:
                self.world.may_refuse() or self.world.fault(f'{self.name} {self.at}: {error!r}')
            except (wire.Wrong, asyncio.TimeoutError) as error:
                self.world.fault(f'{self.name} {self.at}: {error!r}')
            finally:
                if hasattr(connection, 'writer'):
                    connection.close(reset=self.random.random() < 0.3)
            await asyncio.sleep(self.random.random() * 0.1)

    async def asks(self, connection):
        """Some requests, perhaps at once, and perhaps each in two parts."""
        count = self.random.randrange(1, 5)
        pipelined = self.random.random() < 0.3
        asked, expected = b'', []
        for n in range(count):
            path = self.random.choice(('/page', '/page', '/wait'))
            body = self.random.choice((None, b'b' * 10, b'b' * 5000))
            asked += wire.request(f'{path}?n={n}&ms={self.random.choice((1, 50, 300))}', body)
            expected.append(f'{path} {n} {len(body or b"")}'.encode())
            if not pipelined or n == count - 1:
                cut = self.random.randrange(len(asked))
                connection.write(asked[:cut])
                await asyncio.sleep(self.random.random() * 0.1)
                connection.write(asked[cut:])
                asked = b''
                while expected:
                    said = await connection.answer()
                    if said[0] == 500 and expected[0].startswith(b'/wait') and self.world.may_end():
                        raise wire.Ended('sleep() threw, since the new worker was killed and this one stops')
                    if said != (200, expected[0]):
                        raise wire.Wrong(f'{said} instead of {expected[0]}')
                    del expected[0]
                    self.world.counts['answers'] += 1

    async def vanishes(self, connection):
        """In the middle of what it says, or of what it is told."""
        how = self.random.randrange(5)
        if how == 1:
            whole = wire.upgrade('/seat_0,exact_0')
            connection.write(whole[:self.random.randrange(1, len(whole))])
        elif how > 1:
            await connection.shake('/seat_0,exact_0,news_0')
            whole = wire.frame(b'wait 100 ' + b'v' * 70000)
            connection.write(whole if how == 4 else whole[:self.random.randrange(len(whole))])
        await asyncio.sleep(self.random.random() * 2)

    async def sends_bad(self, connection):
        name = self.random.choice(list(BAD))
        self.at = name
        data, code = BAD[name]
        await connection.shake('/seat_0')
        await asyncio.sleep(self.random.random() * 0.3)
        connection.write(data)
        try:
            while True:
                await connection.receive()
        except wire.Ended as ended:
            # A flood that is still on its way when the connection is closed makes that a reset.
            if ended.code != code and not (name == 'a flood of pings' and ended.code is None):
                raise

    async def sends_bad_head(self, connection):
        name = self.random.choice(list(HEADS))
        self.at = name
        data, status = HEADS[name]
        connection.write(data)
        said, _ = await connection.answer()
        if said != status:
            raise wire.Wrong(f'{said} instead of {status}')

    async def sends_noise(self, connection):
        """What comes of it depends on the noise."""
        if self.random.random() < 0.7:
            await connection.shake('/seat_0')
        for _ in range(self.random.randrange(1, 20)):
            connection.write(self.random.randbytes(self.random.choice((1, 10, 1000, 50000))))
            await asyncio.sleep(self.random.random() * 0.05)

    async def never_reads(self, connection):
        """Asks for more than the sockets hold."""
        if self.random.random() < 0.5:
            connection.write(wire.request('/big') * self.random.randrange(1, 4))
        else:
            connection.write(wire.upgrade('/seat_0,exact_0,exact_1,news_0'))
            await asyncio.sleep(0.1)  # what is sent before the answer is no WebSocket yet
            for _ in range(self.random.randrange(200)):
                connection.write(wire.frame(b'say ' + b'n' * 50000))
                await asyncio.sleep(0)
        await asyncio.sleep(self.random.random() * 3)

    async def drips(self, connection):
        """One byte after another."""
        for data in wire.request('/page?n=1'), wire.upgrade('/seat_0'):
            for i in range(len(data)):
                connection.write(data[i:i + 1])
                await asyncio.sleep(0.002 if i < 50 else 0)
            if data.startswith(b'GET /page'):
                if (said := await connection.answer()) != (200, b'/page 1 0'):
                    raise wire.Wrong(said)
        if (await connection.head())[0] != 101:
            raise wire.Wrong('no 101')
