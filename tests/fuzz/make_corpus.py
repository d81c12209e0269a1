#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the seed corpus of the fuzz targets to corpus/<target>/, beside this file.

An input for ws_message, http_request, server_bytes and deflate: settings, number of sizes, the sizes, the bytes.
An input for session: the same, and the bytes begin with five that plan (fuzz_session.c).
An input for proxy: which parser, the text.
An input for tls_peer: what comes first, then steps of what, how much, its octets.
An input for event_stream: lengths of name and id, both, the data.
An input for utf8: size of the first piece, the text.
"""

import pathlib
import struct
import zlib

MASK = bytes([0x37, 0xFA, 0x21, 0x3D])


def frame(first, payload=b"", length=None):
    """A masked frame; length lies about the payload's when given."""
    length = len(payload) if length is None else length
    if length < 126:
        header = bytes([first, 0x80 | length])
    elif length < 65536:
        header = bytes([first, 0x80 | 126]) + struct.pack(">H", length)
    else:
        header = bytes([first, 0x80 | 127]) + struct.pack(">Q", length)
    return header + MASK + bytes(b ^ MASK[i % 4] for i, b in enumerate(payload))


def cut(data, settings=0, sizes=(3, 1, 7)):
    return bytes([settings, len(sizes), *sizes]) + data


def head(*lines, start="GET /seats?row=7 HTTP/1.1", host="Host: example.com"):
    return "\r\n".join([start, host, *lines, "", ""]).encode("latin-1")


WS = {
    "text": frame(0x81, b"Hello"),
    "fragments": frame(0x01, b"Hel") + frame(0x89, b"ping") + frame(0x80, b"lo"),
    "euro": frame(0x01, b"\xe2\x82") + frame(0x80, b"\xac") + frame(0x81, b"\xf0\x90\x8d\x88"),
    "close": frame(0x81) + frame(0x88, b"\x03\xe8bye"),
    "long": frame(0x82, bytes(200)) + frame(0x8A),
    "announced": frame(0x82, b"x", 70000),
    "compressed": frame(0xC1, b"\xff") + frame(0x81, b"plain"),
}

WISH = ("Upgrade: websocket", "Connection: keep-alive, Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13")

HTTP = {
    "get": head() + head("Connection: close"),
    "post": head("Content-Length: 5", start="POST / HTTP/1.1") + b"Hello" + head(),
    "chunked": head("Transfer-Encoding: chunked", start="POST / HTTP/1.1")
    + b"5;a=b\r\nHello\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n" + head(),
    "upgrade": head(*WISH, "Sec-WebSocket-Protocol: chat, mqtt", "Origin: https://example.com"),
    "absolute": head(start="GET http://[::1]:80/a?b HTTP/1.1") + head(start="OPTIONS * HTTP/1.1"),
    "old": head("Connection: keep-alive", start="HEAD / HTTP/1.0") + head("Expect: 100-continue"),
    "folded": b"\r\n" + head("X: a", " b"),
}

def session(data, settings=0, answer=0, upgrade=0, message=0, silent=0, tick=0):
    return cut(bytes([answer, upgrade, message, silent, tick]) + data, settings)


POST = head("Content-Length: 5", "Expect: 100-continue", start="POST / HTTP/1.1") + b"Hello"
HELLO = frame(0x81, b"Hello")
HELLO_DEFLATED = b"\xf2\x48\xcd\xc9\xc9\x07\x00"
FRAGMENTS = frame(0x01, b"Hel") + frame(0x89, b"ping") + frame(0x80, b"lo")
BYE = frame(0x88, b"\x03\xe8bye")

SESSION = {
    "at_once": session(head() + POST + HTTP["chunked"]),
    "later": session(head() + POST + head("Connection: close") + head(), answer=1),
    "by_turns": session(head() * 4 + b"GET", answer=3, tick=50),
    "in_parts": session(HTTP["old"] + head(), answer=0x80),
    "end": session(head() + head(), answer=4),
    "too_long": session(head("X: " + "y" * 300), settings=1),
    "half": session(POST[:-2], settings=8),
    "stretched": session(head() + POST, settings=128, answer=3, silent=0xF8),
    "upgrade": session(HTTP["upgrade"] + HELLO + FRAGMENTS + BYE + HELLO, message=1),
    "late_upgrade": session(HTTP["upgrade"] + HELLO + BYE, upgrade=1, tick=100),
    "refused": session(HTTP["upgrade"] + HELLO, upgrade=4),
    "foreign": session(head(*WISH, "Origin: https://b.com"), settings=64),
    "many_fields": session(head(*["X: y"] * 9), settings=64),
    "bad_chunk": session(head("Transfer-Encoding: chunked", start="POST / HTTP/1.1")
                         + b"5\r\nHello!"),
    "ended": session(head(), settings=8 | 32),
    "many": session(HELLO * 6, settings=16 | 64),
    "websocket_only": session(head(), upgrade=0xF0),
    "http_only": session(HELLO, settings=16, upgrade=0xE0),
    "cookies": session(head(*WISH, "Origin: https://b.com", "Cookie: a=b") + HELLO),
    "own_page": session(head(*WISH, "Origin: https://example.com") + HELLO, settings=64),
    "announced": session(POST.replace(b": 5", b": 21"), settings=2),
    "late_body": session(POST[:-2], settings=64),
    "close_told": session(HELLO + BYE, settings=16 | 4, message=2, silent=1),
    "welcome": session(HELLO + BYE, settings=16, upgrade=2),
    "closed": session(HELLO * 3 + FRAGMENTS + BYE, settings=16, upgrade=2, message=3, silent=1),
    "gone": session(HELLO * 3 + BYE, settings=16, message=4, silent=1),
    "told": session(FRAGMENTS + frame(0x8A) + BYE, settings=16 | 4, message=1),
    "flood": session(frame(0x89) * 5 + BYE, settings=16 | 64),
    "deaf": session(frame(0x89, b"x" * 100) * 3, settings=16 | 32),
    "too_big": session(frame(0x82, b"x", 70), settings=16 | 2),
    "compressed": session(frame(0xC1, HELLO_DEFLATED) + frame(0x41, HELLO_DEFLATED[:3]) + frame(0x89)
                          + frame(0x80, HELLO_DEFLATED[3:]) + BYE, settings=16, upgrade=0xD0, message=1),
    "too_long_inflated": session(frame(0xC2, b"\x62\x60\x18\x05\xa3\x60\x14\x0c\x77\x00\x00"),
                                 settings=16 | 2, upgrade=0xD0),
    "not_deflated": session(HELLO + frame(0xC1, b"\xff\xff") + HELLO, settings=16, upgrade=0xD0, message=1),
    "offered": session(head(*WISH, "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9")
                       + frame(0xC1, HELLO_DEFLATED), upgrade=0xD0, message=1),
    "stream": session(head() + head() + b"x" * 300, answer=5),
    "stream_ends": session(head() + b"x" * 5000, settings=32, answer=5),
    "bad": session(HELLO + frame(0x83, b"x") + BYE, settings=16 | 8, message=2),
}

TLS_PEER = {
    "talk": b"\x01\x01\x05hello\x06\x00\x02\x04dear\x03\x00\x05\x00\x06\x00",
    "old": b"\x03\x01\x05hello\x06\x00\x02\x04dear\x03\x00\x05\x00\x06\x00",
    "updates": b"\x01\x04\x00\x04\x00\x06\x00\x06\x00\x06\x00\x01\x01x\x06\x00\x02\x01y\x03\x00",
    "disturbed": b"\x01\x01\x05hello\x00\x06\x17\x03\x03\x00\x01x\x01\x05again\x06\x00\x06\x00",
    "http": b"\x00\x00\x12GET / HTTP/1.1\r\n\r\n\x06\x00",
    "hello": b"\x00\x00\x0b\x16\x03\x01\x00\x06\x01\x00\x00\x02\x03\x03\x06\x00",
}

EVENTS = {
    "all": b"\x04\x02seat17row 5\r\nseat 7\n\rdata: x",
    "data": b"\xff\xff a\n",
    "empty": b"\x00\x00",
}

UTF8 = {
    "kosme": "a\u03ba\u1f79\u03c3\u03bc\u03b5 \U00010348".encode(),
    "ascii": b"0123456789abcdef0123456789abcdef\xe2\x82\xac",
    "surrogate": b"x\xed\xa0\x80",
    "overlong": b"\xf0\x80\x80\xaf",
    "open": b"\xf4\x8f\xbf",
}

def answer(*lines, start="HTTP/1.1 403 No"):
    return "\r\n".join([start, *lines, "", ""]).encode("latin-1")


SWITCH = answer("Upgrade: websocket", "Sec-WebSocket-Extensions: permessage-deflate", start="HTTP/1.1 101 x")
SERVER = {
    "frames": cut(SWITCH + b"\x81\x05Hello\x89\x00\x01\x01a\x80\x01b\x88\x05\x03\xe8bye"),
    "deflated": cut(b"\xc1\x01\xff\x41\x00\x80\x00\x82\x7e\x00\x7e", settings=5),
    "masked": cut(b"\x81\x00\x81\x81abcd", settings=4),
    "announced": cut(b"\x82\x7f\x40\x00\x00\x00\x00\x00\x00\x00", settings=6),
    "close": cut(b"\x88\x03\x03\xe8\xff", settings=4),
    "length": cut(answer("Content-Length: 3") + b"abcdef"),
    "chunked": cut(answer("Transfer-Encoding: chunked") + b"3\r\nabc\r\nFFFFFFFFFFFFFFFF\r\nabc"),
    "interim": cut(answer(start="HTTP/1.1 103 Hints") + answer() + b"to the end"),
    "log": cut(b"\x1b[31m\n[2026] \xc2\x9b\xe2\x80\xae\xff\r\n\r\t", settings=4),
}

# Three texts each, with NULs between them.
TEXTS = {
    "origin": b"https://*.a.example\0https://b.a.example\0a.example",
    "self": b"self\0https://a.example:8080\0a.example:8080",
    "address": b"redis://me:p%40w@[::1]:6380/3\0x\0bye",
    "socket": b"unix:///run/redis.sock?db=2\0\0",
    "field": b"X-Seat\0a, b ,c\0malformed request line",
    "type": b"/map/plan.PNG\0\0" + "\u03ba".encode() * 70,
}

OFFER = b"permessage-deflate"


def zipped(data, window=15):
    with_window = zlib.compressobj(wbits=-window)
    return (with_window.compress(data) + with_window.flush(zlib.Z_SYNC_FLUSH))[:-4]


# Odd settings: offers; even ones: messages.
DEFLATE = {
    "browser": cut(OFFER + b"; client_max_window_bits", settings=13),
    "quoted": cut(OFFER + b";server_max_window_bits=\"1\\0\" , x; y=\"z\", " + OFFER, settings=13),
    "second": cut(OFFER + b"; server_max_window_bits=8, " + OFFER + b"; client_no_context_takeover", settings=5),
    "answer": cut(OFFER + b"; client_no_context_takeover; server_max_window_bits=9", settings=1),
    "text": cut(zipped(b"row 7 seat 8, " * 40), settings=12),
    "small_window": cut(zipped(bytes(range(256)) * 9, 9)),
    "zeros": cut(zipped(bytes(30000)), settings=14),
    "blocks": cut(b"\x03\x00\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00"),
    "stored": cut(b"\x00\x05\x00\xfa\xffHello\x00"),
}

# Odd settings: Accept-Encoding, and what there is; even ones: a body, its coding and level.
COMPRESS = {
    "chrome": cut(b"gzip, deflate, br, zstd", settings=15),
    "safari": cut(b"gzip, deflate, br", settings=3),
    "weights": cut(b"br;q=0.501 , zstd;\tq=0,gzip;q=1.000,*;q=0", settings=15),
    "identity": cut(b"identity;q=0, x-gzip;q=0.1, *;q=1.", settings=7),
    "types": cut(b"text/*,*+json", settings=1),
    "gzip": cut(b"row 7 seat 8, " * 40),
    "br": cut(bytes(range(256)) * 9, settings=2),
    "zstd": cut(bytes(30000), settings=4),
    "zstd_small": cut(b"row 7 seat 8, " * 40, settings=68),
    "br_small": cut(b"row 7 seat 8, " * 40, settings=66),
    "noise": cut(zipped(bytes(range(256)) * 3), settings=6),
}

V2 = b"\r\n\r\n\0\r\nQUIT\n"
V4_BLOCK = bytes([192, 0, 2, 1, 198, 51, 100, 1, 0xDC, 4, 1, 0xBB])

# The first byte chooses: a head of the PROXY protocol, X-Forwarded-For, Forwarded.
PROXY = {
    "v1": b"\0PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\nGET",
    "v1_v6": b"\0PROXY TCP6 2001:db8::1 ::1 1 2\r\n",
    "v1_unknown": b"\0PROXY UNKNOWN\r\n",
    "v2": b"\0" + V2 + b"\x21\x11\0\x10" + V4_BLOCK + b"\x04\0\x01\0GET",
    "v2_v6": b"\0" + V2 + b"\x21\x21\0\x24" + bytes(36),
    "v2_local": b"\0" + V2 + b"\x20\0\0\0",
    "x_forwarded_for": b"\x011.1.1.1:80, [fd00::1]:9,2001:db8::1, 10.0.0.1",
    "forwarded": b"\x02for=1.1.1.1;host=\"a,\\\"b\";by=_x, For=\"[2001:db8::1]:47\", ,for=10.0.0.1",
}

# Three texts each, with NULs between them; how long the last one is chooses the size of the file.
FILE_REQUEST = {
    "path": b"/a/b%20c/d.html\0/a, /x\0",
    "up": b"/.well-known/%2e%2e/a\0/\0",
    "location": b"/a/b/\0/a/b\0",
    "range": b"bytes=0-4, 10-,-5\0\"a\"\0 three",
    "short": b"bytes=-99999999999999999999\0*\0a",
    "etags": b"W/\"x,y\", \"a\"\0bytes=0-0\0ab",
    "fixdate": b"Sun, 06 Nov 1994 08:49:37 GMT\0Tue, 14 Nov 2023 22:13:10 GMT\0",
    "rfc850": b"Sunday, 06-Nov-94 08:49:37 GMT\0bytes=1-\0",
    "asctime": b"Sun Nov  6 08:49:37 1994\0\0",
}


def main():
    corpus = pathlib.Path(__file__).parent / "corpus"
    inputs = {
        "ws_message": {name: cut(data, settings=name == "compressed") for name, data in WS.items()},
        "http_request": {name: cut(data) for name, data in HTTP.items()},
        "session": SESSION,
        "server_bytes": SERVER,
        "deflate": DEFLATE,
        "compress": COMPRESS,
        "proxy": PROXY,
        "texts": TEXTS,
        "file_request": FILE_REQUEST,
        "event_stream": EVENTS,
        "tls_peer": TLS_PEER,
        "utf8": {name: b"\x02" + data for name, data in UTF8.items()},
    }
    for target, files in inputs.items():
        folder = corpus / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
