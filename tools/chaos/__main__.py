"""Torments a server with several workers and reload_mode 'keep' for some time, and says what it did wrong.

    tools/chaos [--extension FILE] [--redis-exact] [MINUTES [SEED]]

Clients check every message while workers are reloaded, become more or fewer, are killed, stopped and made to crash or
to hang, scripts are broken, Redis goes away, the disk is full and descriptors run out. Others vanish, send rubbish, or
never read. At the end everybody who is connected must have the last state of each topic; the list of connections, a
Table and the Registry must hold exactly those that live; and memory and descriptors must be what they were at the
beginning. Nothing is judged by how long it takes: what never comes is given up after a minute.

The seed decides which of these come, in which order, and when. The last line is a summary. Exit status 1, and each
fault with what happened before, if there was one. A folder with the log is left then.
"""
import asyncio
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import traceback

import clients
import strangers
import wire
import world as worlds

FAST, SLOW, STREAMS, STRANGERS = 12, 4, 4, 10
ABSENT_S = 2  # some of the processes, which the supervisor starts again after up to ten seconds
CALM = 1 / 6  # of the time, at its end
# More than the system's malloc keeps of answers of megabytes that strangers did not take.
GROWTH, GROWTH_KB = 1.2, {'supervisor': 3072, 'worker': 24576}


class Director:
    """Does one thing after another, of those that the seed chose."""

    def __init__(self, world, redis):
        self.world, self.redis = world, redis
        self.random = world.random('director')
        self.continuing = set()
        self.kept = clients.Kept(world)
        self.what = {
            self.reload: 8, self.stop_in_move: 4, self.break_script: 2, self.kill: 3, self.end_by_itself: 4,
            self.kill_in_reload: 2, self.kill_while_broken: 1, self.pause: 2, self.restart_redis: 1, self.cut_redis: 1,
            self.rotate: 1, self.fill_disk: 2, self.use_up_descriptors: 1, self.leave_alone: 1}

    async def run(self, seconds):
        end = self.world.now() + seconds
        while True:
            await asyncio.sleep(min(0.2 + self.random.random() * 1.8, max(0, end - self.world.now())))
            if self.world.now() >= end:
                break
            act, = self.random.choices(list(self.what), list(self.what.values()))
            self.world.counts['actions'] += 1
            self.world.note(act.__name__.replace('_', ' '))
            await act(self.random.random(), self.random.random())
        await asyncio.gather(*self.continuing)
        self.kept.close()

    async def leave_alone(self, how_long, _):
        """So that workers become older."""
        await asyncio.sleep(3 + how_long * 7)

    async def reload(self, twice, when):
        if self.random.random() < 0.4:
            self.world.set_workers(self.random.randrange(1, 5), self.random.randrange(3))
            self.world.note(f'{self.world.worker_num} workers and {self.world.task_num} task workers from now on')
        self.world.reload()
        if twice > 0.7:
            await asyncio.sleep(when * 0.2)
            self.world.reload()

    async def stop_in_move(self, which, when):
        """Connections are on their way to workers that do not take them; then some are killed, or none."""
        before, served = self.world.workers(), self.world.said('generation .* serves')
        for pid in before:
            self.world.signal(signal.SIGSTOP, pid)
        self.world.reload()
        began = self.world.now()
        while self.world.said('generation .* serves') == served and self.world.now() < began + 5:
            await asyncio.sleep(0.005)
            if self.world.now() > began + 2:
                self.world.kills.append(self.world.now())  # the supervisor may give those up that are stopped
        others = [pid for pid in self.world.workers() if pid not in before]
        for pid in others:
            self.world.signal(signal.SIGSTOP, pid)
        for pid in before:
            self.world.signal(signal.SIGCONT, pid)
        await asyncio.sleep(when * 0.2)
        victims = ([], [], others, others[:1], before, before[:1], [*before, *others])[int(which * 7)]
        self.world.note(f'of {before} and {others}, {victims or "none"} are killed')
        for pid in victims:
            self.world.kill(pid)
        await asyncio.sleep(when * 0.2)
        for pid in others:
            self.world.signal(signal.SIGCONT, pid)

    async def break_script(self, which, _):
        """A reload with a script that does not start; the workers before serve on."""
        name = list(worlds.BROKEN)[int(which * len(worlds.BROKEN))]
        self.world.note(f'the script is broken: {name}')
        before = self.world.said('reload failed|nobody serves')
        self.world.write_script(worlds.BROKEN[name])
        self.world.reload()
        # A worker that is not there yet after a kill is started with this script instead.
        await self.world.wait(lambda: self.world.said('reload failed|nobody serves') > before, 60, 'a reload has failed')
        self.world.write_script()
        self.world.note('the script is mended')

    def kill_one(self, which):
        workers = self.world.workers()
        if workers:
            number = int(which * len(workers))
            how = self.random.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGSEGV))
            self.world.note(f'{how.name} for {number + 1} of {len(workers)}')
            self.world.kill(workers[number], how)

    async def kill(self, which, _):
        self.kill_one(which)

    async def end_by_itself(self, which, how):
        """exit(), a fatal error, or a callback that never returns."""
        how = ('exit', 'fatal', 'memory', 'loop')[int(how * 4)]
        worker = int(which * (self.world.worker_num + self.world.task_num))
        self.world.note(f'worker {worker} ends by {how}')
        if os.path.exists(self.world.path('ends')):
            os.unlink(self.world.path('ends'))
        self.world.kills.append(self.world.now())
        done = asyncio.create_task(self.kept.ask(f'/end?worker={worker}&how={how}'))
        # During a reload nobody may get the message, since that one is about to end.
        await self.world.end_of_one(done)
        await done

    async def kill_in_reload(self, which, when):
        self.world.reload()
        await asyncio.sleep(when * when * 0.5)
        self.kill_one(which)

    async def kill_while_broken(self, which, when):
        self.world.write_script(worlds.BROKEN['exit'])
        self.kill_one(which)
        await asyncio.sleep(when)
        self.world.write_script()
        self.world.note('the script is mended')

    async def pause(self, which, seconds):
        """Goes on while other things happen."""
        pids = [self.world.server.pid, *self.world.workers()]
        pid = pids[int(which * len(pids))]
        self.world.note(f'{"supervisor" if pid == self.world.server.pid else "worker"} stopped for {seconds:.2f} s')
        self.world.signal(signal.SIGSTOP, pid)

        async def go_on():
            await asyncio.sleep(seconds)
            self.world.signal(signal.SIGCONT, pid)
            self.world.note('it goes on')
        task = asyncio.create_task(go_on())
        self.continuing.add(task)
        task.add_done_callback(self.continuing.discard)

    async def restart_redis(self, *_):
        self.world.redis_troubles.append(self.world.now())
        await self.world.restart_redis()
        self.world.redis_troubles.append(self.world.now())

    async def cut_redis(self, *_):
        self.world.redis_troubles.append(self.world.now())
        await self.redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub')

    async def rotate(self, *_):
        self.world.rotate()

    async def fill_disk(self, what, when):
        self.world.fill_disk()
        if what < 0.4:
            self.world.reload()
        elif what < 0.7:
            self.kill_one(what / 0.7)
        elif what < 0.85:
            self.world.signal(signal.SIGHUP)
        await asyncio.sleep(0.5 + when * 2)
        self.world.free_disk()
        self.world.note('the disk has room again')

    async def use_up_descriptors(self, *_):
        crowd = []
        end = self.world.now() + 1
        while self.world.now() < end:
            self.world.floods.append(self.world.now())
            if len(crowd) < worlds.DESCRIPTORS * self.world.worker_num + 50:
                try:
                    crowd.append(await wire.Connection(self.world.open).open(self.world.port))
                except ConnectionError:
                    pass
                self.world.floods.append(self.world.now())  # it may have had to wait
            else:
                await asyncio.sleep(0.02)
        for one in crowd:
            one.close()
        # If all workers are away, those that come find the crowd, although it has left: until somebody is answered.
        answered, since = False, self.world.now()
        while not answered and self.world.now() < since + clients.PATIENCE_S:
            asked = asyncio.create_task(self.kept.ask('/page'))
            while not asked.done():
                self.world.floods.append(self.world.now())
                await asyncio.sleep(0.02)
            answered = await asked is not None
            self.world.floods.append(self.world.now())
            await asyncio.sleep(0.02)


class ServerEnded(Exception):
    pass


class Run:
    def __init__(self, world):
        self.world = world
        self.published = clients.Published()
        self.publisher = clients.Publisher(world, self.published)
        self.late = clients.Publisher(world, self.published, is_late=True)
        self.redis = clients.RedisPublisher(world, self.published)
        self.clients = [clients.Client(world, self.published, i) for i in range(FAST)]
        self.clients += [clients.Client(world, self.published, i, slow=True) for i in range(SLOW)]
        self.clients += [clients.Listener(world, self.published, i) for i in range(STREAMS)]
        self.strangers = [strangers.Stranger(world, i) for i in range(STRANGERS)]

    def measure(self):
        """Of the supervisor, and of the largest worker."""
        return {'supervisor': self.world.memory(self.world.server.pid),
                'worker': max(self.world.memory(pid) for pid in self.world.workers())}

    async def watch(self):
        """The supervisor never ends."""
        complete = looked = self.world.now()
        while not self.world.is_over:
            self.world.tick()
            if self.world.now() > looked + 0.5:
                looked = self.world.now()
                if len(self.world.workers()) >= self.world.worker_num + self.world.task_num:
                    complete = looked
                elif looked > complete + ABSENT_S:
                    # Who comes meanwhile, and leaves, is a crowd that those find that are started at last.
                    self.world.floods.append(looked)
            if self.world.server.poll() is not None:
                raise ServerEnded(f'the supervisor has ended: status {self.world.server.returncode}')
            await asyncio.sleep(0.1)

    async def stats(self):
        said = await self.publisher.kept.ask('/stats')
        return json.loads(said) if said else {}

    async def measure_descriptors(self):
        """Those of the supervisor, and those of the workers without their connections."""
        async def subscribed():
            while not await self.redis.subscribed():
                await asyncio.sleep(0.02)
        await asyncio.wait_for(subscribed(), 60)
        return (self.world.descriptors(self.world.server.pid),
                sum(self.world.descriptors(pid) for pid in self.world.workers()) - len(self.world.open))

    async def begin(self):
        await self.stats()
        await self.world.reload_and_wait()
        await self.stats()
        self.at_first = self.world.worker_num, self.world.task_num
        self.descriptors = await self.descriptors_settled()
        self.staying = [asyncio.create_task(one.run()) for one in self.clients]
        self.going = [asyncio.create_task(one.run()) for one in 
                      [self.publisher, self.late, self.redis, *self.strangers]]
        await asyncio.sleep(2)
        await self.world.reload_and_wait()
        await asyncio.sleep(1)
        self.memory = self.measure()

    async def descriptors_settled(self):
        """When they have been the same for a second, but for half a minute at most."""
        last, same = None, 0
        for _ in range(300):
            now = await self.measure_descriptors()
            same = same + 1 if now == last else 0
            if same == 10:
                break
            last = now
            await asyncio.sleep(0.1)
        return last

    async def settle(self):
        self.world.note('settles')
        self.world.runs = False
        await asyncio.gather(*self.going)
        self.late.kept.close()
        await asyncio.sleep(3)
        await self.connected()
        await self.check_tasks()
        self.check_memory()
        self.world.set_workers(*self.at_first)
        await self.world.reload_and_wait()
        # A worker that is late may have been replaced once more.
        await self.connected()

    async def check_tasks(self):
        await self.world.wait(lambda: not any(one.checker.lost_tasks() for one in self.clients if one.checker), 60,
                              'all tasks have come back')
        for one in self.clients:
            if one.checker and (lost := one.checker.lost_tasks()):
                self.world.fault(f'{one.name}: nothing has come of its tasks {lost}')

    async def connected(self):
        await self.world.wait(lambda: all(one.checker and one.checker.first_at_most for one in self.clients), 60,
                              'all clients are connected')

    async def check_last_states(self):
        for _ in range(100):
            if await self.redis.subscribed():
                break
            await asyncio.sleep(0.1)
        await self.publisher.all_once()
        for topic in self.published.news:
            await self.redis.publish(topic)
        await self.world.wait(lambda: not any(one.missing() for one in self.clients), 60, 'all have the last states')
        for one in self.clients:
            if missing := one.missing():
                self.world.fault(f'{one.name} misses {missing}')

    async def check_counts(self):
        for _ in range(300):
            stats = await self.stats()
            found = [stats.get(name) for name in ('count', 'connection_num', 'living')]
            descriptors = await self.measure_descriptors()
            if found == [len(self.world.open)] * 3 and descriptors == self.descriptors:
                return
            await asyncio.sleep(0.1)
        if found != [len(self.world.open)] * 3:
            self.world.fault(f'{len(self.world.open)} connections are open; the server says count, connection_num and '
                             f'rows of the table: {found}')
        if descriptors != self.descriptors:
            self.world.fault(f'descriptors of the supervisor, and of the workers without their connections: '
                             f'{descriptors}, at the beginning {self.descriptors}')

    async def check_topics(self):
        """Strangers have left, and what workers that were killed had does not count."""
        topics = sorted({topic for one in self.clients for topic in one.topics})
        expected = [sum(topic in one.topics for one in self.clients) for topic in topics]
        for _ in range(300):
            said = await self.publisher.kept.ask('/subscribers?topics=' + ','.join(topics))
            found = json.loads(said) if said else None
            if found == expected:
                return
            await asyncio.sleep(0.1)
        self.world.fault(f'{topics} have {expected} subscribers, and subscriberCount() says {found}')

    async def check_registry(self):
        """What workers that were killed have registered ends with their lease."""
        for key in self.published.shows:
            expected = sorted(one.checker.fd for one in self.clients if key in one.topics)
            for _ in range(300):
                said = await self.publisher.kept.ask(f'/watchers?key={key}')
                found = sorted(json.loads(said)) if said else None
                if found == expected:
                    break
                await asyncio.sleep(0.1)
            else:
                self.world.fault(f'{key} is watched by {expected}, and the Registry says {found}')

    def check_memory(self):
        for who, now in self.measure().items():
            if now > self.memory[who] * GROWTH + GROWTH_KB[who]:
                self.world.fault(f'the {who} has {now} kB, at the beginning {self.memory[who]} kB')

    async def check_stop(self):
        self.world.note('SIGTERM')
        self.world.stops = True
        self.world.signal(signal.SIGTERM)
        await self.world.wait(lambda: self.world.server.poll() is not None, 60, 'the server has ended')
        if self.world.server.returncode != 0:
            self.world.fault(f'exit status {self.world.server.returncode}')
        if left := self.world.group():
            self.world.fault(f'processes are left: {left}')

    def check_log(self):
        for line in self.world.log():
            if ' ERROR ' in line and not worlds.EXPECTED.search(line):
                self.world.fault(f'in the log: {line}')
        if (crashes := self.world.said('ended by signal 11 ')) > self.world.counts['crashes']:
            self.world.fault(f'{crashes} workers have crashed, and {self.world.counts["crashes"]} were to')
        with open(self.world.path('said'), errors='replace') as file:
            for line in file:
                if 'Sanitizer' in line or 'runtime error' in line or (
                        'broken on purpose' not in line and 'server.php' not in line and 'PHP ' in line):
                    self.world.fault(f'said: {line.strip()}')

    async def while_it_runs(self, seconds):
        await self.begin()
        await Director(self.world, self.redis).run(seconds * (1 - CALM))
        # Workers that become older, so that what leaks in them shows.
        self.world.note('only clients from now on')
        await asyncio.sleep(seconds * CALM)
        await self.settle()
        await self.check_last_states()
        await self.check_topics()
        await self.check_registry()
        await self.check_counts()
        self.check_memory()

    async def all(self, seconds):
        await self.world.start()
        self.world.ticked = self.world.now()
        work, watch = asyncio.create_task(self.while_it_runs(seconds)), asyncio.create_task(self.watch())
        done, _ = await asyncio.wait([work, watch], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        watch.cancel()
        self.world.ticked = float('inf')
        await self.check_stop()
        self.check_log()
        self.world.is_over = True
        for task in self.staying:
            task.cancel()
        await asyncio.gather(*self.staying, return_exceptions=True)


def mount_alone():
    """Begins again where this process may mount, and nobody else sees it, if the system lets it."""
    if 'CHAOS_MAY_MOUNT' not in os.environ:
        how = ['unshare', '-m' if os.getuid() == 0 else '-rm']
        may = shutil.which('unshare') and subprocess.run([*how, 'true'], stderr=subprocess.DEVNULL).returncode == 0
        os.environ['CHAOS_MAY_MOUNT'] = '1' if may else '0'
        if may:
            os.execvp('unshare', [*how, sys.executable, '-B', *sys.argv])


def main():
    words = sys.argv[1:]
    extension, redis_is_exact = 'out/dev/modules/seatpush.so', False
    while words and words[0].startswith('--'):
        if words[0] == '--redis-exact':
            redis_is_exact = True
        elif words[0] == '--extension' and len(words) > 1:
            extension = words.pop(1)
        else:
            sys.exit(__doc__)
        words.pop(0)
    minutes = float(words[0]) if words else 2
    seed = int(words[1]) if len(words) > 1 else random.randrange(1000000)
    mount_alone()
    print(f'chaos: {minutes:g} minutes, seed {seed}', flush=True)
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    world = worlds.World(os.path.abspath(extension), seed, redis_is_exact)
    try:
        asyncio.run(Run(world).all(minutes * 60))
    except Exception as error:
        world.fault(f'{type(error).__name__}: {error}')
        if not isinstance(error, ServerEnded):
            traceback.print_exc()
    finally:
        world.end()
    counts = world.counts
    if counts['stalls']:
        print(f'chaos: this machine stood still {counts["stalls"]} times; what was noticed within 5 s of that does not count')
    print(f'chaos: {minutes:g} minutes, seed {seed}: {counts["actions"]} actions, {counts["reloads"]} reloads, '
          f'{counts["kills"]} kills, {counts["published"]} messages published over HTTP and {counts["redis"]} through '
          f'Redis, {counts["strangers"]} strangers, {counts["adopted"]} moves, {counts["ended"]} connections ended, '
          f'{counts["messages"]} messages, {counts["answers"]} answers and {counts["tasks"]} tasks checked, {len(world.faults)} faults')
    if world.faults:
        sys.exit(f'chaos: the logs are in {world.folder}; once more: ./dev chaos {minutes:g} {seed}')
    shutil.rmtree(world.folder)


main()
