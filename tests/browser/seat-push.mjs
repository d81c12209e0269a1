/*
 * examples/seat-push in a real browser, with a real Redis and phpredis: three tabs on two merchants, one buys.
 *
 *     node tests/browser/seat-push.mjs [extension.so] [folder for the pictures]
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { check, click, goTo, newTab, open, php, picture, root, run, size, start, thisTab, until } from './browser.mjs';

const isLive = "document.getElementById('link').textContent === 'Live'";
const isSold = seat => `document.getElementById('${seat}').disabled`;
const example = join(root, 'examples/seat-push');
const folder = mkdtempSync(join(tmpdir(), 'seatpush-'));

await check(async () => {
    await start(/ready to accept connections/i,
        ['redis-server', '--port', '0', '--unixsocket', join(folder, 'redis'), '--save', '', '--appendonly', 'no', '--dir', folder]);
    const { match: [, port] } = await start(/Push server on ws:\/\/127\.0\.0\.1:(\d+)\//, php(join(example, 'server.php')),
        { REDIS: join(folder, 'redis'), SEATPUSH_PORT: '0' });
    const { match: [, shop] } = await start(/\((http:\/\/127\.0\.0\.1:\d+)\) started/,
        [process.env.PHP ?? 'php', '-S', '127.0.0.1:0', '-t', join(example, 'web'), join(example, 'web/router.php')],
        { SEATPUSH_PORT: port, SEAT_STORE: join(folder, 'store.json') });

    const ada = await thisTab();
    await open(shop);
    await until(isLive);
    const bob = await newTab();
    await open(shop);
    await until(isLive);
    const eve = await newTab();
    await open(`${shop}/?merchant=8`);
    await until(isLive);
    console.log('ok three pages are registered');

    await goTo(ada);
    await size(1280, 800, false);
    await click('#C4');
    await until(isSold('C4'));
    await until("document.getElementById('says').textContent === 'C4 is yours'");
    await goTo(bob);
    await until(isSold('C4'));
    console.log('ok one buys, the other on the same merchant sees it sold');

    await goTo(eve);
    await click('#C5');
    await until(isSold('C5'));
    assert.equal(await run(`return ${isSold('C4')}`), false);
    console.log('ok the other merchant has a hall of its own');

    await goTo(bob);
    await size(390, 844, true);
    await run("buy('C4')");
    await until("document.getElementById('says').textContent === 'C4: that seat was just taken'");
    assert.equal(await run("return [...document.querySelectorAll('button')].map(b => b.getBoundingClientRect()).filter(r => r.width < 40 || r.height < 40).length"), 0);
    console.log('ok the loser is told');
    await picture('push-phone');
    await goTo(ada);
    await picture('push-desktop');
});
rmSync(folder, { recursive: true, force: true });
