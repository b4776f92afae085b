"""Servers that are slow, break off or cannot be trusted: one clear sentence in time."""

from __future__ import annotations

import itertools
import socket
import struct

import pytest

from tests.article.http.refusing import OK, PAGE, PUBLIC, SHORT, raw, refused, refused_by
from tests.article.loopback import CERTIFICATES, MadeUp, Visitor, serving
from tui.article.http.fetching import fetch
from tui.article.http.limits import Limits

# Too slow


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 200", OK, OK + b"\r\nhalf a", OK + b"Content-Length: 9\r\n\r\nhalf"]
)
def test_a_server_that_falls_silent(said: bytes) -> None:
    def behave(visitor: Visitor) -> None:
        visitor.send(said)
        visitor.wait()

    assert "sent nothing for 0.15 seconds" in refused_by(behave, limits=SHORT)


@pytest.mark.parametrize("said", [b"", OK, OK + b"\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n"])
def test_a_drip_ends_when_the_whole_time_is_up(said: bytes) -> None:
    def behave(visitor: Visitor) -> None:
        visitor.send(said)
        drip = itertools.cycle([b"X", b":", b" ", b"\r\n"] if said == OK else [b"1"])
        while visitor.send(next(drip)) and not visitor.gone.wait(0.02):
            pass

    with serving(behave) as server:
        assert "not done within 0.4 seconds" in refused(server.url, limits=Limits(read=5, whole=0.4))
        assert server.visitors[0].gone.wait(120)  # the connection is not left behind


def test_time_that_began_before_counts() -> None:
    with serving(Visitor.wait) as server:
        assert "not done within 60 seconds" in refused(server.url, limits=Limits(), until=0.0)


def test_nobody_answers_in_time() -> None:
    class Silent(MadeUp):
        def connect(self, *_: object) -> socket.socket:
            raise TimeoutError

    assert "did not answer within 60 seconds" in refused(
        "http://news.example/", network=Silent({"news.example": [PUBLIC]}, 0), limits=SHORT
    )


# Broken off


def test_a_length_that_never_comes() -> None:
    assert "before the page was whole" in refused_by(lambda v: v.answer(PAGE, content_length="5000"))


@pytest.mark.parametrize("body", [b"", b"5", b"5\r\n<p>", b"5\r\n<p>on\r\n", b"5\r\n<p>on", b"xyz\r\n<p>"])
def test_chunks_that_break_off_or_are_none(body: bytes) -> None:
    assert "before the page was whole" in refused_by(raw(OK, b"Transfer-Encoding: chunked\r\n\r\n", body))


def half_closed(visitor: Visitor) -> None:
    visitor.send(OK + b"Content-Length: 500\r\n\r\n<p>")
    visitor.sock.shutdown(socket.SHUT_WR)
    visitor.wait()


def reset(visitor: Visitor) -> None:
    visitor.send(OK)
    visitor.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_connections_that_are_closed() -> None:
    assert "without an answer" in refused_by(lambda v: None)
    assert "before the page was whole" in refused_by(half_closed)
    assert "connection" in refused_by(reset)


@pytest.mark.parametrize(
    "said", [b"SSH-2.0-OpenSSH_9.6\r\n", b"\x15\x03\x01\0\x02\x02", b"HTTP/9\r\n\r\n", b"\n\n"]
)
def test_what_is_no_web_server(said: bytes) -> None:
    assert "as a web server" in refused_by(raw(said))


def test_refused_and_unknown() -> None:
    with serving(lambda v: None) as server:
        pass
    assert "refuses the connection" in refused(server.url)
    assert "nobody knows" in refused("http://no.such.example/", network=MadeUp({}, 0))


def test_a_name_service_that_is_not_there() -> None:
    class Offline(MadeUp):
        def look_up(self, host: str, port: int) -> list[str]:
            raise socket.gaierror(socket.EAI_AGAIN, "try again")

    assert "is online" in refused("http://news.example/", network=Offline({}, 0))


# TLS


def test_a_certificate_that_is_trusted() -> None:
    with serving(lambda v: v.answer(PAGE), certificate="trusted") as server:
        assert fetch(server.url).data == PAGE


@pytest.mark.parametrize(
    ("certificate", "words"),
    [
        ("expired", "has expired"),
        ("early", "not valid yet"),
        ("other", "of another host"),
        ("selfsigned", "only it itself vouches"),
    ],
)
def test_certificates_that_are_not(certificate: str, words: str) -> None:
    with serving(lambda v: v.answer(PAGE), certificate=certificate) as server:
        assert words in refused(server.url)
        assert server.paths in ([], [""])  # nothing was asked of it


def test_a_certificate_of_an_issuer_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "selfsigned.pem"))
    with serving(lambda v: v.answer(PAGE), certificate="trusted") as server:
        assert "issuer is not known here" in refused(server.url)


def test_a_handshake_has_the_time_of_connecting() -> None:
    with serving(Visitor.wait, mute=True) as server:
        address = server.url.replace("http:", "https:")
        assert "did not answer within 0.15 seconds" in refused(address, limits=Limits(connect=0.15, read=5))


def test_what_speaks_no_tls_though_it_should() -> None:
    for said in (b"HTTP/1.1 400 Bad\r\n\r\n", b"\x16\x03\x03\0\x05rubbish", b""):
        with serving(raw(said), mute=True) as server:
            refused(server.url.replace("http:", "https:"))
