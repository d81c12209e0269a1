"""The server and its redis-server in a folder of their own, and what has happened to them."""
import asyncio
import collections
import glob
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time

KILL_S = 3.0  # for so long after a worker's end, connections may end; the more, the later the loop of this tool is
REFUSAL_S = 3.0  # the same of refusals, after descriptors were used up
STALL_S = 2.0  # when this tool does not run for so long, the whole machine does not
DESCRIPTORS = 256  # of each process of the server
DISK_BYTES = 32 << 20
HERE = os.path.dirname(os.path.abspath(__file__))

# Lines of level ERROR that a kill or a broken script explain.
EXPECTED = re.compile(
    r'worker \d+ \(process \d+\) ended, and all of its connections with it: (it was ended by signal (9|11) '
    r'|it ended with status (7|255)|its loop did not turn for)'
    r'|task worker \d+ \(process \d+\) ended: (it was ended by signal (9|11) |it ended with status (7|255))'
    r'|serves on \(max_request\): the one that was to follow did not start'
    r'|reload failed, and the generation before serves on'
    r'|nobody serves: the new worker did not start'
    r'|worker \d+ is missing: the new one did not start'
    r'|worker \d+ retired, but not in order: it (was ended by signal (9|11) |ended with status (7|255))'
    r'|broken on purpose|Allowed memory size'
    r'|.\[20\d\d-\d\d-\d\d ')  # a line that a full disk has cut
TOO_LATE = r'reload failed, .* within \d+ s \(reload_timeout\)'
TASKS_LOST = r'that it had begun: they are not run again|nobody gets their results|is lost to worker'
BROKEN = {
    'syntax': '<?php\n$server = new (;\n',
    'exception': "<?php\nthrow new Exception('broken on purpose');\n",
    'exit': '<?php\nexit(3);\n',
    'option': "<?php\n$server = new SeatPush\\Server('127.0.0.1', 0);\n$server->set(['no_such_option' => 1]);\n",
    'hang': '<?php\nsleep(100);\n',
}


def processes():
    """(id, parent, process group, state) of each that runs."""
    for name in glob.glob('/proc/[0-9]*/stat'):
        try:
            with open(name) as file:
                said = file.read()
        except OSError:
            continue
        rest = said[said.rindex(')') + 2:].split()
        if rest[0] != 'Z':
            yield int(said.split(' ', 1)[0]), int(rest[1]), int(rest[2]), rest[0]


class World:
    def __init__(self, extension, seed, redis_is_exact):
        self.seed, self.redis_is_exact = seed, redis_is_exact
        self.folder = tempfile.mkdtemp(prefix='seatpush-chaos-')
        # A build meanwhile would write over what the server's processes have mapped.
        self.extension = shutil.copy(extension, self.path('seatpush.so'))
        self.began = time.monotonic()
        self.counts = collections.Counter()
        self.faults = []
        self.history = collections.deque(maxlen=200)
        self.open = set()  # connections
        self.kills, self.floods, self.redis_troubles = [-100.0], [-100.0], [-100.0]
        self.reloads, self.stalls = [-100.0], [-100.0]
        self.ticked = 0.0
        self.lags = collections.deque([0.0], maxlen=100)  # of this tool's loop, in the last ten seconds
        chance = self.random('workers')
        self.worker_num, self.task_num = 1 + chance.randrange(4), chance.randrange(3)
        self.max_request = chance.choice((0, 300))
        self.tasks_last_lost = -100.0  # by a reload without task workers, or by something that the log tells of
        self.disk_is_small = False
        self.runs = True  # false when clients shall stay, but do nothing more
        self.stops = self.is_over = False
        self.told_of_tasks = 0
        self.rotations = 0
        self.lines, self.log_files, self.counted = [], {}, {}  # by inode; by pattern: how often, and in how many lines

    def random(self, *name):
        return random.Random(f'{self.seed} {name}')

    def now(self):
        return time.monotonic() - self.began

    def note(self, what):
        self.history.append((self.now(), what))

    def tick(self):
        """To be called ten times a second."""
        gap = self.now() - self.ticked
        self.lags.append(gap)
        if gap > STALL_S:
            self.note(f'this machine stood still for {gap:.1f} s')
            self.counts['stalls'] += 1
            self.stalls.append(self.now())
        self.ticked = self.now()
        if self.said(TASKS_LOST) != self.told_of_tasks:
            self.told_of_tasks = self.said(TASKS_LOST)
            self.tasks_last_lost = self.now()

    def fault(self, what):
        self.tick()
        if self.is_over or self.was(self.stalls, 5):
            return  # time-outs were over on both sides
        now = self.now()
        before = [f'{when:.3f} {text}' for when, text in self.history if when > now - 6]
        self.faults.append(f'{now:.3f} {what}')
        if len(self.faults) <= 20:
            print(f'FAULT at {now:.3f}: {what}\n    before: ' + ('\n            '.join(before) or 'nothing'), flush=True)

    def was(self, times, within):
        """Give or take how late this tool is."""
        return self.now() - times[-1] < within + 5 * max(self.lags)

    def may_end(self):
        """A connection may end now, without a fault of its own."""
        return self.was(self.kills, KILL_S) or self.stops or self.is_over or (
            # The new workers may not have descriptors for all.
            self.was(self.floods, REFUSAL_S) and self.was(self.reloads, REFUSAL_S + 2))

    def may_refuse(self):
        return self.was(self.floods, REFUSAL_S) or self.may_end()

    # Files

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, text):
        """Whole at once, as deployments do."""
        with open(self.path('new'), 'w') as file:
            file.write(text)
        os.rename(self.path('new'), self.path(name))

    def set_workers(self, number, tasks):
        """For the next reload."""
        self.without = 0 in (tasks, self.task_num)
        self.worker_num, self.task_num = number, tasks
        self.write('workers', f'{number} {tasks} {self.max_request}')

    def write_script(self, text=None):
        if text is None:
            with open(os.path.join(HERE, 'script.php')) as file:
                text = file.read()
        self.write('server.php', text)

    def make_disk(self):
        """A small one of its own for the log and the state file, if this process may mount it."""
        os.mkdir(self.path('disk'))
        self.disk_is_small = os.environ.get('CHAOS_MAY_MOUNT') == '1' and subprocess.run(
            ['mount', '-t', 'tmpfs', '-o', f'size={DISK_BYTES}', 'chaos', self.path('disk')],
            stderr=subprocess.DEVNULL).returncode == 0

    def fill_disk(self):
        if self.disk_is_small:
            try:
                with open(self.path('disk', 'much'), 'wb', buffering=0) as file:
                    while file.write(b'm' * 65536) == 65536:
                        pass
            except OSError:
                pass
        else:
            self.rotate('/dev/full')

    def free_disk(self):
        if self.disk_is_small:
            os.unlink(self.path('disk', 'much'))
        else:
            os.unlink(self.path('disk', 'log'))
            self.signal(signal.SIGHUP)

    def rotate(self, link=None):
        """As logrotate does."""
        self.rotations += 1
        os.rename(self.path('disk', 'log'), self.path('disk', f'log.{self.rotations}'))
        if link is not None:
            os.symlink(link, self.path('disk', 'log'))
        self.signal(signal.SIGHUP)

    def log(self):
        """All lines up to now, also of the files that were the log before."""
        path = self.path('disk', 'log')
        if os.path.exists(path) and not os.path.islink(path) and os.stat(path).st_ino not in self.log_files:
            self.log_files[os.stat(path).st_ino] = open(path, 'rb')
        for file in self.log_files.values():
            while line := file.readline():
                if not line.endswith(b'\n'):
                    file.seek(-len(line), os.SEEK_CUR)  # the disk is full
                    break
                self.lines.append(line[:-1].decode(errors='replace'))
        return self.lines

    def said(self, pattern):
        lines = self.log()
        count, seen = self.counted.get(pattern, (0, 0))
        count += sum(1 for line in lines[seen:] if re.search(pattern, line))
        self.counted[pattern] = count, len(lines)
        return count

    async def wait(self, condition, seconds, what):
        """False, and a fault, if that does not come true in time."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                self.fault(f'within {seconds} s: not {what}')
                return False
            await asyncio.sleep(0.02)
        return True

    # Processes

    def start_redis(self):
        self.redis = subprocess.Popen(
            ['redis-server', '--save', '', '--dir', self.folder, '--port', '0', '--unixsocket', self.path('redis')],
            stdin=subprocess.DEVNULL, stdout=open(self.path('redis.log'), 'a'), stderr=subprocess.STDOUT)

    async def restart_redis(self):
        self.redis.kill()
        self.redis.wait()
        if os.path.exists(self.path('redis')):
            os.unlink(self.path('redis'))
        self.start_redis()
        await self.wait(lambda: os.path.exists(self.path('redis')), 10, 'redis-server is there')

    async def start(self):
        self.start_redis()
        await self.wait(lambda: os.path.exists(self.path('redis')), 10, 'redis-server is there')
        self.make_disk()
        self.write_script()
        self.set_workers(self.worker_num, self.task_num)

        def limit():
            resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTORS, DESCRIPTORS))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        self.server = subprocess.Popen(
            ['php', '-n', '-d', 'extension=' + self.extension, self.path('server.php'), self.folder, self.path('disk')],
            stdin=subprocess.DEVNULL, stdout=open(self.path('said'), 'a'), stderr=subprocess.STDOUT, cwd=self.folder,
            start_new_session=True, preexec_fn=limit)

        def has_port():
            return os.path.exists(self.path('port')) and os.path.getsize(self.path('port')) > 0
        if not await self.wait(has_port, 60, 'the server listens'):
            with open(self.path('said')) as file:
                raise SystemExit(file.read() + '\n'.join(self.log()))
        with open(self.path('port')) as file:
            self.port = int(file.read())

    def workers(self):
        return sorted(number for number, parent, _, _ in processes() if parent == self.server.pid)

    def group(self):
        return [number for number, _, group, _ in processes() if group == self.server.pid]

    def signal(self, number, pid=None):
        try:
            os.kill(self.server.pid if pid is None else pid, number)
            return True
        except ProcessLookupError:
            return False

    def kill(self, pid, number=9):
        self.kills.append(self.now())
        self.counts['kills'] += self.signal(number, pid)
        self.counts['crashes'] += number == signal.SIGSEGV
        self.kills.append(self.now())

    async def end_of_one(self, asked):
        """Until the worker is gone that says that it ends; whom it is asked of may have to wait, or to pass it on. Meanwhile
        connections may end."""
        pid, since = None, self.now()
        while pid in self.workers() if pid else not asked.done() or self.now() < since + 5:
            if self.now() > since + 120:
                self.fault(f'worker {pid} does not end')
                break
            self.kills.append(self.now())
            if os.path.exists(self.path('ends')) and os.path.getsize(self.path('ends')) > 0:
                with open(self.path('ends')) as file:
                    pid = int(file.read())
            await asyncio.sleep(0.05)
        self.kills.append(self.now())

    def reload(self):
        self.reloads.append(self.now())
        if self.without:
            self.tasks_last_lost = self.now()  # the callbacks of a worker that retires are not waited for
        self.counts['reloads'] += 1
        self.signal(signal.SIGUSR1)

    async def reload_and_wait(self):
        """Until the workers of a new generation serve, and no others are left."""
        before, late = self.said('reload: generation .* serves'), self.said(TOO_LATE)

        def ended():
            nonlocal late
            if self.said(TOO_LATE) > late:  # on a busy machine even a sound script may not start in time: ask again
                late = self.said(TOO_LATE)
                self.reload()
            return self.said('reload: generation .* serves') > before
        self.reload()
        return await self.wait(ended, 60, 'a reload has ended') \
            and await self.wait(lambda: len(self.workers()) == self.worker_num + self.task_num, 60,
                                f'{self.worker_num} workers and {self.task_num} task workers')

    @staticmethod
    def memory(pid):
        """What only this process has, in kB. The memory that workers share is a ring that fills."""
        with open(f'/proc/{pid}/smaps_rollup') as file:
            found = dict(re.findall(r'(\w+):\s+(\d+) kB', file.read()))
        return int(found['Pss_Anon'])

    @staticmethod
    def descriptors(pid):
        return len(os.listdir(f'/proc/{pid}/fd'))

    def end(self):
        """Whatever is left, by force."""
        self.is_over = True
        for pid in self.group() if hasattr(self, 'server') else []:
            self.signal(signal.SIGKILL, pid)
        if hasattr(self, 'redis'):
            self.redis.kill()
            self.redis.wait()
        if self.disk_is_small:
            shutil.copytree(self.path('disk'), self.path('logs'), ignore=shutil.ignore_patterns('much'))
            subprocess.run(['umount', '-l', self.path('disk')])
