"""Bodies that are compressed, too large or never end: a page or a sentence, with little memory."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest

from tests.article.http.refusing import OK, PAGE, refused, refused_by
from tests.article.loopback import Visitor, serving
from tui.article.http.fetching import fetch
from tui.article.http.limits import Limits


def deflated(data: bytes, wbits: int) -> bytes:
    machine = zlib.compressobj(wbits=wbits)
    return machine.compress(data) + machine.flush()


COMPRESSED = {
    "gzip": gzip.compress(PAGE),
    "X-GZip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    " deflate": deflated(PAGE, -15),
    "br": brotli.compress(PAGE),
    "gzip, br": brotli.compress(gzip.compress(PAGE)),
    "gzip,gzip": gzip.compress(gzip.compress(PAGE)),
    "identity, gzip": gzip.compress(PAGE),
}


@pytest.mark.parametrize("encoding", COMPRESSED)
def test_compressed_pages(encoding: str) -> None:
    with serving(lambda v: v.answer(COMPRESSED[encoding], content_encoding=encoding)) as server:
        assert fetch(server.url).data == PAGE


def test_several_members_of_gzip_and_rubbish_behind_them() -> None:
    data = gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]) + b"\0\0rubbish"
    with serving(lambda v: v.answer(data, content_encoding="gzip")) as server:
        assert fetch(server.url).data == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", " deflate", "br", "gzip, br"])
def test_a_compressed_page_that_is_cut_short(encoding: str) -> None:
    data = COMPRESSED[encoding][:-6]
    assert "broke off" in refused_by(lambda v: v.answer(data, content_encoding=encoding))


@pytest.mark.parametrize(
    ("encoding", "data", "words"),
    [
        ("gzip", PAGE, "not compressed as it says"),
        ("br", b"\xff" * 50, "not compressed as it says"),
        ("deflate", b"\x78\x9c" + b"\xff" * 50, "not compressed as it says"),
        ("zstd", PAGE, "does not know (zstd)"),
        ("gzip, gzip, gzip", PAGE, "3 times over"),
        (", ".join(["gzip"] * 1000), PAGE, "1000 times over"),
    ],
)
def test_what_cannot_be_unpacked(encoding: str, data: bytes, words: str) -> None:
    assert words in refused_by(lambda v: v.answer(data, content_encoding=encoding))


def small_bomb(kind: str) -> bytes:
    """Return 64 MB of nothing, packed small."""
    if kind == "br":
        return brotli.compress(bytes(64_000_000), quality=1)
    data = deflated(bytes(64_000_000), 31)
    return gzip.compress(data) if kind == "gzip, gzip" else data


@pytest.mark.parametrize("encoding", ["gzip", "br", "gzip, gzip"])
def test_a_bomb_stops_at_the_limit_with_little_memory(encoding: str) -> None:
    data = small_bomb(encoding)
    with serving(lambda v: v.answer(data, content_encoding=encoding)) as server:
        tracemalloc.start()
        try:
            message = refused(server.url)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert "more than 1 MB" in message
    assert peak < 8_000_000


def endless(head: bytes, piece: bytes) -> Callable[[Visitor], None]:
    def behave(visitor: Visitor) -> None:
        visitor.send(head)
        while visitor.send(piece):
            pass

    return behave


@pytest.mark.parametrize(
    ("head", "piece", "words"),
    [
        (OK + b"\r\n", bytes(60_000), "more than 1 MB"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"ea60\r\n" + bytes(60_000) + b"\r\n", "more than 1 MB"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffff\r\n", bytes(60_000), "more than 1 MB"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1" * 60_000, "as a web server"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n1;", b"1" * 60_000, "as a web server"),
        (OK, b"X-Header: and another\r\n", "as a web server"),
        (OK + b"X: ", b"x" * 60_000, "as a web server"),
        (b"", b"H" * 60_000, "as a web server"),
        (OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b""), "more than 1 MB"),
        (OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0", b"n" * 60_000, "more than 1 MB"),
    ],
    ids="body chunks chunk size extension headers header status members name".split(),
)
def test_what_never_ends(head: bytes, piece: bytes, words: str) -> None:
    tracemalloc.start()
    try:
        message = refused_by(endless(head, piece))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert words in message
    assert peak < 8_000_000


@pytest.mark.parametrize(
    ("head", "piece"),
    [(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), (OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n")],
    ids=["going on", "trailers"],
)
def test_what_never_ends_and_is_thrown_away_ends_with_the_time(head: bytes, piece: bytes) -> None:
    limits = Limits(whole=0.3)
    assert "not done within 0.3 seconds" in refused_by(endless(head, piece * 50), limits=limits)


def test_a_length_beyond_the_limit_is_not_waited_for() -> None:
    def behave(visitor: Visitor) -> None:
        visitor.send(OK + b"Content-Length: 1000001\r\n\r\n")
        visitor.wait()

    assert "more than 1 MB" in refused_by(behave, limits=Limits(size=1_000_000))
