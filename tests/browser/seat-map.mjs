/*
 * examples/seat-map in a real browser: two tabs, one buys, the other shows it; keyboard, touch sizes, reconnect;
 * pictures at phone and desktop size, light and dark. All of it with one process, and with four workers, where the tabs
 * are at different ones.
 *
 *     node tests/browser/seat-map.mjs [extension.so] [folder for the pictures]
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { check, click, goTo, newTab, open, php, picture, press, reload, root, run, size, start, stop, thisTab, until } from './browser.mjs';

const button = name => `[data-seat=${name}]`;
const seat = name => `document.querySelector('${button(name)}')`;
const isSeat = (name, state) => `${seat(name)}?.classList.contains('${state}')`;
const isLive = "document.body.classList.contains('live')";

async function startHall(port, workers) {
    const hall = await start(/Open (http:\/\/127\.0\.0\.1:(\d+)\/)/, php(join(root, 'examples/seat-map/server.php'), port, '127.0.0.1', String(workers)));
    await fetch(hall.match[1]);    // when one serves, all do
    const { pid } = hall.program;
    hall.workers = workers === 1 ? [] : readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    assert.equal(hall.workers.length, workers === 1 ? 0 : workers);
    return hall;
}

/**
 * Opens the page. Then it connects again while all workers are stopped except for one, which so gets it: the browser
 * would fetch the page through a connection that it has already, but a WebSocket is always a new one.
 */
async function openAt(hall, number) {
    await open(hall.match[1]);
    await until(isLive);
    const others = hall.workers.filter((_, i) => i !== number);
    others.forEach(worker => process.kill(worker, 'SIGSTOP'));
    await run('socket.onclose = null; socket.close(); connect();');
    await until('socket.readyState === WebSocket.OPEN');
    others.forEach(worker => process.kill(worker, 'SIGCONT'));
}

const story = workers => async () => {
    console.log(workers === 1 ? 'one process' : `${workers} workers`);
    const hall = await startHall('0', workers);
    const ada = await thisTab();
    await size(1280, 800, false);
    await openAt(hall, 0);
    const bob = await newTab();
    await size(390, 844, true);
    await openAt(hall, 1);
    await until("document.getElementById('watching').textContent === '2 watching'");
    console.log('ok two tabs are live and know of each other');

    await goTo(ada);
    await click(button('D4'));
    await until(isSeat('D4', 'yours'));
    await goTo(bob);
    await until(isSeat('D4', 'sold'));
    assert.equal(await run(`return ${seat('D4')}.getAttribute('aria-label')`), 'Row D, seat 4, sold');
    console.log('ok one buys, the other shows it sold');

    await click(button('E5'));
    await until(isSeat('E5', 'yours'));
    await goTo(ada);
    await until(isSeat('E5', 'sold'));
    console.log('ok and the other way round');

    // The page of the loser still showed the seat as free: it asks for it as if the news had not arrived.
    await run("socket.send(JSON.stringify({ buy: 'E5' }))");
    await until("document.getElementById('toast').textContent === 'E5: that seat was just taken'");
    assert(await run(`return ${isSeat('E5', 'sold')}`));
    console.log('ok the loser is told');

    await run(`${seat('D4')}.focus()`);
    await press('\uE012', '\uE015', '\uE007');    // left, down, Enter
    await until(isSeat('E3', 'yours'));
    assert.equal(await run("return document.activeElement.dataset.seat"), 'E3');
    console.log('ok arrow keys and Enter');

    await goTo(bob);
    await until(isSeat('E3', 'sold'));
    for (const width of [360, 390, 430]) {
        await size(width, 844, true);
        const small = await run(`return [...document.querySelectorAll('.seat')].map(s => s.getBoundingClientRect())
            .filter(r => r.width < 40 || r.height < 40 || r.left < 0 || r.right > innerWidth).length`);
        assert.equal(small, 0, `at ${width}: all seats are on the screen and at least 40 by 40`);
        assert.equal(await run('return document.documentElement.scrollWidth - innerWidth'), 0, `at ${width}: nothing sticks out`);
    }
    console.log('ok every seat is large enough for a finger');

    for (const name of ['C3', 'C4', 'D6', 'F4', 'F5']) { await click(button(name)); await until(isSeat(name, 'yours')); }
    await goTo(ada);
    for (const name of ['G2', 'G3', 'D5']) { await click(button(name)); await until(isSeat(name, 'yours')); }
    await picture(`desktop-${workers}`);
    await goTo(bob);
    await size(390, 844, true);
    await picture(`phone-${workers}`);

    await reload();
    await until(isLive);
    assert(await run(`return ${isSeat('C3', 'yours')} && ${isSeat('D4', 'sold')}`));
    console.log('ok after a reload the seats are still yours');

    await stop(hall.program);
    await until(`!${isLive}`);
    await click(button('A1'));
    await until("document.getElementById('toast').textContent.startsWith('Not connected')");
    await picture(`phone-lost-${workers}`);
    await startHall(hall.match[2], workers);
    await until(isLive);
    await until(isSeat('C3', 'free'));    // a new hall
    await goTo(ada);
    await until(isLive);
    await until(isSeat('D4', 'free'));
    console.log('ok both come back by themselves when the server does, and show its hall');
};

await check(story(1));
await check(story(4));
