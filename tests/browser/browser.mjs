/*
 * A real browser for the checks beside this file: Debian's chromium and chromedriver, moved by plain fetch() (WebDriver),
 * so that no npm package is needed. Every wait ends.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const extension = resolve(process.argv[2] ?? join(root, 'out/release/modules/seatpush.so'));
const pictures = resolve(process.argv[3] ?? join(root, 'out/browser'));
const BOUND = 30_000;    // how long anything may take before it counts as failed

/* ---- programs ---- */

const programs = [];    // { program, said }

/** Starts a program and resolves with it and the match once a line of its output fits the pattern. */
export function start(pattern, [command, ...args], environment = {}) {
    return new Promise((done, fail) => {
        const program = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
        const said = [];
        programs.push({ program, said });
        const late = setTimeout(() => fail(new Error(`${command}: nothing like ${pattern} in:\n${said.join('\n')}`)), BOUND);
        for (const stream of [program.stdout, program.stderr]) {
            createInterface({ input: stream }).on('line', line => {
                said.push(line);
                const match = pattern.exec(line);
                if (match) { clearTimeout(late); done({ program, match }); }
            });
        }
        program.on('error', fail);
        program.on('exit', code => {
            clearTimeout(late);
            fail(new Error(`${command} ended with ${code}:\n${said.join('\n')}`));
        });
    });
}

/** Ends a program: TERM, at the end of all patience KILL. */
export function stop(program) {
    return new Promise(done => {
        if (program.exitCode !== null || program.signalCode !== null) return done();
        const late = setTimeout(() => program.kill('SIGKILL'), BOUND);
        program.once('exit', () => { clearTimeout(late); done(); });
        program.kill('SIGTERM');
    });
}

/** The command line that runs a PHP script with the extension. */
export const php = (...args) => [process.env.PHP ?? 'php', '-d', `extension=${extension}`, ...args];

/* ---- the browser ---- */

let driver;

async function call(method, path, body) {
    const answer = await fetch(driver + path, {
        method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(2 * BOUND),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.message}`);
    return value;
}
const cdp = (cmd, params) => call('POST', '/goog/cdp/execute', { cmd, params });
export const run = (script, ...args) => call('POST', '/execute/sync', { script, args });
export const goTo = tab => call('POST', '/window', { handle: tab });

/** Waits in the page until an expression is true. */
export async function until(expression) {
    const good = await call('POST', '/execute/async', {
        script: `const done = arguments[0], end = Date.now() + ${BOUND / 2};
                 (function look() { if (${expression}) done(true); else if (Date.now() > end) done(false); else setTimeout(look, 20); })();`,
        args: [],
    });
    assert(good, `never true: ${expression}`);
}

export async function newTab() {
    const { handle } = await call('POST', '/window/new', { type: 'tab' });
    await goTo(handle);
    return handle;
}
export const thisTab = () => call('GET', '/window');
export const open = url => call('POST', '/url', { url });
export const reload = () => call('POST', '/refresh', {});

/** Clicks as a user would: the element has to be on the screen, with nothing over it. */
export async function click(selector) {
    const element = await run(`return document.querySelector('${selector}')`);
    await call('POST', `/element/${Object.values(element)[0]}/click`, {});
}

/** Keys by their WebDriver names: \uE007 is Enter. */
export async function press(...keys) {
    const actions = keys.flatMap(value => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}

export async function size(width, height, mobile) {
    await cdp('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: mobile ? 2 : 1, mobile });
    await cdp('Emulation.setTouchEmulationEnabled', { enabled: mobile });
}

/** Two PNG files of what the tab shows: light and dark. */
export async function picture(name) {
    for (const scheme of ['light', 'dark']) {
        await cdp('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }] });
        writeFileSync(join(pictures, `${name}-${scheme}.png`), Buffer.from(await call('GET', '/screenshot'), 'base64'));
    }
    await cdp('Emulation.setEmulatedMedia', { features: [] });
}

/** Runs a check from the browser's start to its end, and sets the exit status. */
export async function check(story) {
    mkdirSync(pictures, { recursive: true });
    const profile = mkdtempSync(join(tmpdir(), 'seatpush-browser-'));
    let session;
    try {
        const { match } = await start(/started successfully on port (\d+)/, ['chromedriver', '--port=0']);
        driver = `http://127.0.0.1:${match[1]}`;
        session = (await call('POST', '/session', {
            capabilities: { alwaysMatch: { browserName: 'chrome', 'goog:chromeOptions': { args: [
                '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
                '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', `--user-data-dir=${profile}`,
            ] } } },
        })).sessionId;
        driver += `/session/${session}`;
        await story();
        console.log(`pictures in ${pictures}`);
    } catch (error) {
        console.error(`FAILED: ${error.message}`);
        for (const { program, said } of programs) console.error(`--- ${program.spawnargs.join(' ')}\n${said.slice(-20).join('\n')}`);
        process.exitCode = 1;
    } finally {
        if (session) await call('DELETE', '').catch(() => {});
        for (const { program } of programs) await stop(program);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
}
