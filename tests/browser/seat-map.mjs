/*
 * examples/seat-map in a real browser: two tabs, one buys, the other shows it; keyboard, touch sizes, reconnect;
 * pictures at phone and desktop size, light and dark.
 *
 *     node tests/browser/seat-map.mjs [extension.so] [folder for the pictures]
 */

import { join } from 'node:path';
import assert from 'node:assert/strict';
import { check, click, goTo, newTab, open, php, picture, press, reload, root, run, size, start, stop, thisTab, until } from './browser.mjs';

const button = name => `[data-seat=${name}]`;
const seat = name => `document.querySelector('${button(name)}')`;
const isSeat = (name, state) => `${seat(name)}?.classList.contains('${state}')`;
const isLive = "document.body.classList.contains('live')";
const startHall = port => start(/Open http:\/\/127\.0\.0\.1:(\d+)\//, php(join(root, 'examples/seat-map/server.php'), port));

await check(async () => {
    const hall = await startHall('0');
    const url = `http://127.0.0.1:${hall.match[1]}/`;
    const ada = await thisTab();
    await open(url);
    await size(1280, 800, false);
    await until(isLive);
    const bob = await newTab();
    await open(url);
    await size(390, 844, true);
    await until(isLive);
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
    await picture('desktop');
    await goTo(bob);
    await size(390, 844, true);
    await picture('phone');

    await reload();
    await until(isLive);
    assert(await run(`return ${isSeat('C3', 'yours')} && ${isSeat('D4', 'sold')}`));
    console.log('ok after a reload the seats are still yours');

    await stop(hall.program);
    await until(`!${isLive}`);
    await click(button('A1'));
    await until("document.getElementById('toast').textContent.startsWith('Not connected')");
    await picture('phone-lost');
    await startHall(hall.match[1]);
    await until(isLive);
    await until(isSeat('C3', 'free'));    // a new hall
    await goTo(ada);
    await until(isLive);
    await until(isSeat('D4', 'free'));
    console.log('ok both come back by themselves when the server does, and show its hall');
});
