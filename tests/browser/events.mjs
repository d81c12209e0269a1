/*
 * Event streams in a real browser: EventSource on the same site and on another, lines, names, ids, and coming back.
 *
 *     node tests/browser/events.mjs [extension.so] [folder for the pictures]
 */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { check, open, php, root, run, start, thisTab, until } from './browser.mjs';

const seen = async (expected, what) => {
    await until(`seen.length >= ${expected.length}`);
    assert.deepEqual(await run('return seen'), expected);
    console.log(`ok ${what}`);
};
const post = (port, path, body) => fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body });

await check(async () => {
    const { match: [, own, other] } = await start(/ports (\d+) (\d+)/, php(join(root, 'tests/browser/events.php')));
    await thisTab();
    await open(`http://127.0.0.1:${own}/`);
    await run(`listen('/events')`);
    await seen([['seen', 'nothing', '1']], 'an event with a name and an id');
    await post(own, '/publish', 'two\r\nlines and a sëat \u{1F39F}');
    await post(own, '/publish', ' begins with a blank');
    await post(own, '/publish', '');
    const said = [['message', 'two\nlines and a sëat \u{1F39F}'], ['message', ' begins with a blank'], ['message', '']];
    await seen([['seen', 'nothing', '1'], ...said], 'messages of a topic');
    await post(own, '/end', '');
    await seen([['seen', 'nothing', '1'], ...said, ['error', 0], ['seen', '1', '2']], 'it comes back, and says what it saw last');

    await open(`http://127.0.0.1:${own}/`);
    await run(`listen('http://127.0.0.1:${other}/events')`);
    await seen([['seen', 'nothing', '3']], 'a page of another site that is listed');
    await open(`http://127.0.0.1:${other}/`);
    await run(`listen('http://127.0.0.1:${own}/events')`);
    await seen([['error', 2]], 'one that the browser does not let read');
    await open(`http://localhost:${own}/`);
    await run(`listen('http://127.0.0.1:${other}/events')`);
    await seen([['error', 2]], 'one that is not listed');
});
