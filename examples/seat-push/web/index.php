<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Pick a seat · SeatPush</title>
<link rel="icon" href="data:,">
<style>
    :root { --page: #f5f3ef; --card: #fffefb; --ink: #211e1a; --soft: #665f55; --edge: #8d8578; --sold: #e4e0d8; --accent: #0b62c4; --line: #ddd8cf; --cell: clamp(40px, (100vw - 48px) / 8, 54px); }
    @media (prefers-color-scheme: dark) {
        :root { --page: #121116; --card: #1b1a21; --ink: #eeecf3; --soft: #a5a1b0; --edge: #85808f; --sold: #2b2932; --accent: #7db4ff; --line: #33313c; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 560px; padding: 20px 8px; background: var(--page); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
    header { display: flex; justify-content: space-between; align-items: center; margin: 0 8px; }
    h1 { margin: 0; font-size: 1.35rem; }
    #link { padding: 3px 11px; border: 1px solid var(--line); border-radius: 99px; background: var(--card); font-size: .875rem; }
    p  { margin: 4px 8px 16px; color: var(--soft); }
    #seats { display: grid; grid-template-columns: repeat(8, var(--cell)); justify-content: center; padding: 16px 0; background: var(--card); border: 1px solid var(--line); border-radius: 16px; }
    button { height: max(44px, calc(var(--cell) * .9)); padding: 3px; border: 0; background: none; color: var(--ink); font: inherit; font-size: .8rem; cursor: pointer; touch-action: manipulation; }
    button span { display: grid; place-content: center; height: 100%; border: 1.5px solid var(--edge); border-bottom-width: 3px; border-radius: 14px 14px 9px 9px; }
    button:focus { outline: none; }
    button:focus-visible span { outline: 3px solid var(--accent); outline-offset: 2px; }
    button:disabled { color: var(--soft); font-size: 1.3rem; cursor: default; }
    button:disabled span { background: var(--sold); border-color: var(--sold) var(--sold) var(--line); }
    #says { display: block; min-height: 3em; margin: 12px 8px; font-weight: 550; }
</style>
</head>
<body>
<header><h1>Pick a seat</h1><span id="link">Connecting…</span></header>
<p>Merchant <span id="merchant"></span>. Open this page twice: what one buys, the other sees sold.</p>
<div id="seats" role="group" aria-label="Seats"></div>
<output id="says"></output>

<script>
'use strict';

const $ = id => document.getElementById(id);
const merchant = new URLSearchParams(location.search).get('merchant') ?? '7';    // /?merchant=8 is another hall
$('merchant').textContent = merchant;

const post = (url, fields) => fetch(url, { method: 'POST', body: new URLSearchParams(fields) }).then(answer => answer.json());

// The long connection, step by step as in the published page.
function listen() {
    const ws = new WebSocket(location.origin.replace(/^http/, 'ws').replace(/:\d+$/, '') + ':<?= (int) (getenv('SEATPUSH_PORT') ?: 9501) ?>/');
    ws.onopen = async () => {
        console.log('the socket is open');
        const d = await post('/mercha/merchant/find', { merchant });    // the id comes from the web server ...
        ws.send('merchantId_' + d.data.id);                             // ... and goes to the push server
        $('link').textContent = 'Live';
        load();
    };
    ws.onmessage = event => { if (event.data === 'refresh') load(); };
    ws.onclose = () => {
        $('link').textContent = 'Reconnecting…';
        setTimeout(listen, 1000 + Math.random() * 2000);
    };
}

// The message only says that something has changed; the web server says what is sold now.
async function load() {
    const { data } = await fetch(`/seats?merchant=${encodeURIComponent(merchant)}`).then(answer => answer.json());
    for (const button of $('seats').children) {
        const sold = data.sold.includes(button.id);
        button.disabled = sold;
        button.firstChild.textContent = sold ? '×' : button.id;
        button.setAttribute('aria-label', `Seat ${button.id}, ${sold ? 'sold' : 'free'}`);
    }
}

async function buy(seat) {
    const answer = await post('/buy', { merchant, seat });
    $('says').textContent = answer.error ? `${seat}: ${answer.error}` : `${seat} is yours`;
    load();
}

for (const row of 'ABCDEF') {
    for (let number = 1; number <= 8; number++) {
        const button = document.createElement('button');
        button.id = row + number;
        button.onclick = () => buy(button.id);
        button.append(document.createElement('span'));
        $('seats').append(button);
    }
}
load();
listen();
</script>
</body>
</html>
