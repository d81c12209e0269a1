"""Clients that behave, and check all that they are told; and who publishes."""
import asyncio
import urllib.parse

import wire

KEYS = ('a', 'b', 'c')
EXACT, SEATS, NEWS, SHOWS = 2, 3, 2, 2  # topics, and keys of the Registry
PATIENCE_S = 60  # a worker that keeps dying is started again after up to ten seconds


class Published:
    """What was published last, and what perhaps was not."""

    def __init__(self):
        self.exact = {f'exact_{i}': 0 for i in range(EXACT)}
        self.lost = {topic: set() for topic in self.exact}  # numbers whose answer did not come
        # By topic and number: over which connection it was published. Two connections may be at two workers, and then
        # either message may come first.
        self.through = {}
        self.seats = {(f'seat_{i}', key): 0 for i in range(SEATS) for key in KEYS}
        self.news = {f'news_{i}': 0 for i in range(NEWS)}
        self.shows = {f'show_{i}': 0 for i in range(SHOWS)}

    def may_overtake(self, topic, n, earlier):
        return self.through[topic, n] != self.through[topic, earlier]


class Checker:
    """What one connection was told so far."""

    def __init__(self, world, published, topics, name):
        self.world, self.published, self.topics, self.name = world, published, topics, name
        self.echoes = []
        self.tasks = {}  # when each was asked for that has not come back
        self.state = ''
        self.first_at_most = None  # of each exact topic: the next number when "hello" came
        self.fd = None
        self.exact, self.seats, self.news, self.shows = {}, {}, {}, {}
        self.begins = {}  # the first number of each exact topic
        self.overtaken = {topic: set() for topic in published.exact}  # numbers that are still to come

    def wrong(self, what):
        raise wire.Wrong(what)

    def take(self, text):
        verb, _, rest = text.partition(' ')
        self.world.counts['messages'] += 1
        if verb == 'hello':
            if self.first_at_most is not None:
                self.wrong('a second hello')
            self.fd = int(rest)
            self.first_at_most = {topic: n + 1 for topic, n in self.published.exact.items()}
        elif verb == 'echo':
            if not self.echoes or rest != self.echoes[0]:
                self.wrong(f'echo {rest[:60]!r} instead of {self.echoes[:1]!r:.80}')
            self.echoes.pop(0)
            if rest.startswith('state '):
                self.state = rest.split(' ')[1]
        elif verb == 'done':
            if self.tasks.pop(rest.split(' ')[0], None) is None:
                self.wrong(f'a second result of {text[:80]!r}')
            self.world.counts['tasks'] += 1
        elif verb == 'adopted':
            self.world.counts['adopted'] += 1
            if rest != f'{self.state} {",".join(sorted(self.topics))}':
                self.wrong(f'adopted with {rest!r} instead of {self.state!r} {self.topics}')
        elif verb in self.topics:
            self.take_number(verb, rest)
        else:
            self.wrong(f'told {text[:80]!r}')

    def take_number(self, topic, rest):
        words = rest.split(' ')
        if topic.startswith('seat'):
            key, n = words[0], int(words[1])
            last = self.seats.get((topic, key), 0)
            if n <= last and (n == last or not self.published.may_overtake((topic, key), last, n)):
                self.wrong(f'{topic} {key} {n} after {last}')
            self.seats[topic, key] = max(n, last)
        elif topic.startswith('news'):
            self.take_news(topic, int(words[0]))
        elif topic.startswith('show'):
            self.shows[topic] = max(int(words[0]), self.shows.get(topic, 0))
        else:
            self.take_exact(topic, int(words[0]))

    def take_exact(self, topic, n):
        overtaken, last = self.overtaken[topic], self.exact.get(topic)
        if last is None:
            self.begins[topic] = n
            first = n if self.first_at_most is None else min(n, self.first_at_most[topic])
            last = first - 1
        if n in overtaken:
            overtaken.discard(n)
        elif n <= last:
            if n >= self.begins[topic] or not self.published.may_overtake(topic, last, n):
                self.wrong(f'{topic} {n} after {last}')
        else:
            overtaken.update(range(last + 1, n))
            self.exact[topic] = n
        for i in overtaken:
            if i < n and i not in self.published.lost[topic] and not self.published.may_overtake(topic, n, i):
                self.wrong(f'{topic} {n} instead of {i}')

    def take_news(self, topic, n):
        last = self.news.get(topic)
        if self.world.redis_is_exact and last is not None:
            # While the server was not subscribed, messages are lost, as with any subscriber.
            if n <= last or (n > last + 1 and not self.world.was(self.world.redis_troubles, 15)
                             and not self.world.was(self.world.kills, 15)):
                self.wrong(f'{topic} {n} after {last}')
        self.news[topic] = n

    def lost_tasks(self):
        """Those that nothing explains."""
        if self.world.task_num == 0:
            return []  # a worker that retires does not wait for its own
        since = max(self.world.kills[-1], self.world.tasks_last_lost)
        return [task for task, asked in self.tasks.items() if asked > since + 1]

    def missing(self):
        """What it should have been told, and was not."""
        for topic in self.topics:
            if topic.startswith('exact'):
                if self.exact.get(topic) != self.published.exact[topic]:
                    return f'{topic} {self.published.exact[topic]}, the last is {self.exact.get(topic)}'
                if left := self.overtaken[topic] - self.published.lost[topic]:
                    return f'{topic} {sorted(left)}'
            elif topic.startswith('news'):
                if self.news.get(topic) != self.published.news[topic]:
                    return f'{topic} {self.published.news[topic]}, the last is {self.news.get(topic)}'
            elif topic.startswith('show'):
                if self.shows.get(topic) != self.published.shows[topic]:
                    return f'{topic} {self.published.shows[topic]}, the last is {self.shows.get(topic)}'
            else:
                for key in KEYS:
                    if self.seats.get((topic, key)) != self.published.seats[topic, key]:
                        return (f'{topic} {key} {self.published.seats[topic, key]}, '
                                f'the last is {self.seats.get((topic, key))}')
        return f'{len(self.echoes)} echoes' if self.echoes else None


class Client:
    """One that is connected whenever it can be. Slow ones read little, and have only topics that may leave out."""
    kind, suffix = wire.WebSocket, ''

    def __init__(self, world, published, number, slow=False):
        self.world, self.published, self.slow = world, published, slow
        self.name = f'{"slow" if slow else "fast"}{self.suffix} {number}'
        self.random = world.random(self.name)
        self.checker = None
        topics = [f'seat_{number % SEATS}']
        if not slow:
            topics += [f'exact_{number % EXACT}', f'news_{number % NEWS}', f'show_{number % SHOWS}']
        self.topics = topics

    def missing(self):
        return self.checker.missing() if self.checker else 'its connection'

    async def run(self):
        while not self.world.is_over:
            try:
                await self.live()
            except wire.Wrong as error:
                self.world.fault(f'{self.name}: {error}')
            except wire.Refused as error:
                self.world.counts['refused'] += 1
                self.world.may_refuse() or self.world.fault(f'{self.name}: refused with {error}')
            except (wire.Ended, ConnectionError) as error:
                self.world.counts['ended'] += 1
                excused = self.world.may_end() if self.checker else self.world.may_refuse()
                # One that reads little notices late.
                excused = excused or (self.slow and self.world.kills[-1] > self.began)
                excused or self.world.fault(f'{self.name}: {error!r}')
            except asyncio.TimeoutError:
                self.world.fault(f'{self.name}: no handshake within {PATIENCE_S} s')
            await asyncio.sleep(self.random.random() * 0.2)

    async def live(self):
        self.checker = None
        self.began = self.world.now()
        web = await self.kind(self.world.open).open(self.world.port, 4096 if self.slow else None)
        writing = None
        try:
            await asyncio.wait_for(web.shake('/' + ','.join(self.topics)), PATIENCE_S)
            self.checker = Checker(self.world, self.published, self.topics, self.name)
            writing = asyncio.create_task(self.write(web))
            await self.read(web)
        finally:
            self.checker = self.checker and Checker(self.world, self.published, self.topics, self.name)
            web.close()
            if writing is not None:
                writing.cancel()

    async def read(self, web):
        checker = self.checker
        rest = 0
        try:
            while True:
                if self.slow and rest == 0 and self.world.runs:
                    await asyncio.sleep(self.random.random() * 2)
                    rest = self.random.choice((1, 20, 2000))
                rest = max(rest - 1, 0)
                checker.take(await web.receive())
        except wire.Ended as ended:
            if not web.closing:
                raise
            if ended.code != 1000 and not self.world.may_end():
                self.world.fault(f'{self.name}: left, and got {ended} instead of 1000')

    async def write(self, web):
        """Sends one message after another, and may leave."""
        leaves_at = self.world.now() + self.random.choice((1, 3, 10, 1000, 1000))
        n = 0
        while True:
            if self.world.runs and self.world.now() > leaves_at and not self.checker.echoes:
                web.closing = True
                web.write(wire.frame(b'\x03\xe8', wire.CLOSE))
                return
            if self.world.runs and len(self.checker.echoes) < 20:
                n += 1
                await self.send(web, n)
            await asyncio.sleep(self.random.random() * (2 if self.slow else 0.2))

    async def send(self, web, n):
        kind = self.random.choice(('say', 'say', 'say', 'long', 'wait 5', 'wait 150', 'state', 'task'))
        text = f'{kind} {n} {"x" * self.random.choice((0, 10, 300))}'
        if kind == 'long':
            text += 'y' * 20000
        self.checker.echoes.append(text)
        if kind == 'task':
            self.checker.tasks[str(n)] = self.world.now()
        data = text.encode()
        how = self.random.randrange(4)
        if how == 0:
            cut = self.random.randrange(len(data))
            whole = wire.frame(data[:cut], fin=False) + wire.frame(b'ping', wire.PING) + wire.frame(data[cut:], opcode=0)
        else:
            whole = wire.frame(data)
        if how <= 1:
            await web.write_in_parts(whole, self.random.randrange(1, len(whole)), self.random.random() * 0.1)
        else:
            web.write(whole)


class Listener(Client):
    """The same with an event stream: it says nothing."""
    kind, suffix = wire.EventStream, ' stream'

    async def write(self, web):
        pass


class Kept:
    """An HTTP connection for one request after another."""

    def __init__(self, world):
        self.world, self.connection = world, None
        self.opened = 0  # connections

    async def ask(self, path, body=None):
        """The body of the answer. None: the connection ended, or was refused, and the request may have been done."""
        try:
            if self.connection is None:
                self.connection = await wire.Connection(self.world.open).open(self.world.port)
                self.opened += 1
            self.connection.write(wire.request(path, body))
            status, said = await asyncio.wait_for(self.connection.answer(), PATIENCE_S)
            if status == 500 and self.world.may_end():
                raise wire.Ended('sleep() threw, since the worker stops')
            if status != 200:
                raise wire.Wrong(status)
            return said
        except wire.Refused as error:
            self.world.may_refuse() or self.world.fault(f'{path}: refused with {error}')
        except (wire.Ended, ConnectionError) as error:
            self.world.may_refuse() or self.world.fault(f'{path}: {error!r}')
        except (wire.Wrong, asyncio.TimeoutError) as error:
            self.world.fault(f'{path}: {error!r}')
        self.close()
        return None

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


class Publisher:
    """Publishes over HTTP, one message after the answer to the one before. What the late one publishes comes when
    its callback has waited, so that others are moving at that moment, or have moved."""

    def __init__(self, world, published, is_late=False):
        self.world, self.published, self.is_late = world, published, is_late
        self.exact = [topic for i, topic in enumerate(published.exact) if (i == 0) == is_late]
        self.random = world.random('publisher', is_late)
        self.kept = Kept(world)

    async def publish(self, topic, key=None):
        if key is None:
            self.published.exact[topic] += 1
            n = self.published.exact[topic]
            text = f'{topic} {n}'
        else:
            self.published.seats[topic, key] += 1
            text = f'{topic} {key} {self.published.seats[topic, key]}'
        text += ' ' + 'z' * self.random.choice((0, 100, 1500))
        ms = self.random.randrange(500) if self.is_late else 0
        query = urllib.parse.urlencode({'topic': topic, 'key': key or '', 'ms': ms})
        told = self.published.exact[topic] if key is None else self.published.seats[topic, key]
        self.published.through[topic if key is None else (topic, key), told] = (
            self.kept.opened + (self.kept.connection is None))
        done = await self.kept.ask('/publish?' + query, text.encode()) is not None
        if not done and key is None:
            self.published.lost[topic].add(n)
        return done

    async def show(self, key):
        self.published.shows[key] += 1
        return await self.kept.ask(f'/show?topic={key}', f'{key} {self.published.shows[key]}'.encode()) is not None

    async def run(self):
        while self.world.runs:
            if not self.is_late and self.random.random() < 0.1:
                done = await self.show(self.random.choice(list(self.published.shows)))
            elif self.is_late or self.random.random() < 0.4:
                done = await self.publish(self.random.choice(self.exact))
            else:
                done = await self.publish(*self.random.choice(list(self.published.seats)))
            self.world.counts['published'] += done
            await asyncio.sleep(self.random.random() * (0.01 if done else 0.2))

    async def all_once(self):
        for topic in self.published.exact:
            await self.publish(topic)
        for topic, key in self.published.seats:
            await self.publish(topic, key)
        for key in self.published.shows:
            await self.show(key)


class RedisPublisher:
    """Publishes through Redis."""

    def __init__(self, world, published):
        self.world, self.published = world, published
        self.random = world.random('redis')
        self.writer = None
        self.lock = asyncio.Lock()

    async def command(self, *words):
        """The answer's first line. None: Redis is away."""
        async with self.lock:
            return await self.ask(words)

    async def ask(self, words):
        try:
            if self.writer is None:
                self.reader, self.writer = await asyncio.open_unix_connection(self.world.path('redis'))
            self.writer.write(b'*%d\r\n' % len(words) + b''.join(
                b'$%d\r\n%s\r\n' % (len(word), word.encode()) for word in words))
            line = await self.reader.readuntil(b'\r\n')
            if line[:1] == b'-':
                self.world.fault(f'Redis: {words}: {line}')
            return line[1:-2]
        except (OSError, asyncio.IncompleteReadError):
            self.close()
            return None

    def close(self):
        if self.writer is not None:
            self.writer.close()
            self.writer = None

    async def publish(self, topic):
        self.published.news[topic] += 1
        return await self.command('PUBLISH', f'chaos:{topic}', f'{topic} {self.published.news[topic]}')

    async def run(self):
        while self.world.runs:
            done = await self.publish(self.random.choice(list(self.published.news)))
            self.world.counts['redis'] += done is not None
            await asyncio.sleep(self.random.random() * 0.05)

    async def subscribed(self):
        return await self.command('PUBSUB', 'NUMPAT') == b'1'
