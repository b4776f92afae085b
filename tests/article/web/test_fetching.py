"""tui.article.web.fetching against servers that are slow, broken or hostile: a page, or one clear sentence."""

from __future__ import annotations

import gzip
import itertools
import socket
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from threading import Event, Thread

import brotli
import pytest

import tui
from tests.article.loopback import CERTIFICATES, MadeUp, Server, Visitor, pages, serving, to
from tui.article.errors import Cancelled, CannotRead
from tui.article.web import fetching
from tui.article.web.fetching import Fetched, Limits, fetch

PAGE = "<p>“We can’t sail,” said Zoë Café.</p>".encode()
SMALL = Limits(size=1_000_000)
SHORT = Limits(connect=0.15, read=0.15)
PUBLIC, PRIVATE = "93.184.216.34", "10.0.0.7"


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "ca.pem"))
    fetching._own_places.clear()


def refused(address: str, **options: object) -> str:
    """The one sentence that fetching `address` ends with."""
    with pytest.raises(CannotRead) as caught:
        fetch(address, **{"limits": SMALL, **options})  # type: ignore[arg-type]
    message = caught.value.message
    assert message.endswith(".")
    assert message.isprintable()
    assert "secret" not in message
    assert "a fault of quoth" not in message
    return message


def refused_by(behaviour: Callable[[Visitor], object], path: str = "/", **options: object) -> str:
    with serving(behaviour) as server:
        return refused(server.url + path, **options)


def raw(*pieces: bytes) -> Callable[[Visitor], None]:
    def behave(visitor: Visitor) -> None:
        for piece in pieces:
            visitor.send(piece)

    return behave


OK = b"HTTP/1.1 200 OK\r\n"


# Pages


def test_a_page_is_got_with_what_its_server_says_of_it() -> None:
    with serving(lambda v: v.answer(PAGE, content_type="Text/HTML; Charset=ISO-8859-1")) as server:
        found = fetch(server.url + "/a b?q=ä#here")
    assert found == Fetched(f"{server.url}/a%20b?q=%C3%A4", PAGE, "text/html", "cp1252")
    [visitor] = server.visitors
    assert visitor.path == "/a%20b?q=%C3%A4"
    assert visitor.header("User-Agent") == f"quoth/{tui.__version__}"
    assert visitor.header("Host") == f"localhost:{server.port}"
    assert visitor.header("Accept-Encoding") == "gzip, deflate, br"
    assert visitor.header("Authorization") is None


@pytest.mark.parametrize(
    "head",
    [
        b"",  # its end is the end of the connection
        b"Content-Length: rubbish\r\n",
        b"Content-Length: -5\r\n",
        b"Content-Type\r\n",
        b"Content-Encoding: utf-8\r\n",
        b"Content-Encoding: identity\r\n",
        b"X: \xff\xfe\r\n",
    ],
)
def test_heads_that_are_odd_and_do_no_harm(head: bytes) -> None:
    with serving(raw(OK, head, b"\r\n", PAGE)) as server:
        assert fetch(server.url).data == PAGE


def test_a_chunked_page() -> None:
    body = b"5;x=y\r\n<p>on\r\n3\r\ne!\n\r\n0\r\nTrailer: x\r\n\r\n"
    with serving(raw(OK, b"Transfer-Encoding: chunked\r\n\r\n", body)) as server:
        assert fetch(server.url).data == b"<p>one!\n"


def test_too_short_a_length_is_taken_at_its_word() -> None:
    with serving(lambda v: v.answer(PAGE, content_length="3")) as server:
        assert fetch(server.url).data == PAGE[:3]


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


# Too much


def small_bomb(kind: str) -> bytes:
    """64 MB of nothing, packed small."""
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
        assert server.visitors[0].gone.wait(10)  # the connection is not left behind


def test_time_that_began_before_counts() -> None:
    with serving(Visitor.wait) as server:
        assert "not done within 60 seconds" in refused(server.url, limits=Limits(), until=0.0)


def test_nobody_answers_in_time() -> None:
    class Silent(MadeUp):
        def connect(self, *_: object) -> socket.socket:
            raise TimeoutError

    assert "did not answer within 0.15 seconds" in refused(
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


# What servers answer


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("204 No Content", "without a page"),
        ("206 Partial", "part only"),
        ("304 Not Modified", "without saying where"),
        ("302 Found", "without saying where"),
        ("400 Bad", "check the address"),
        ("401 Unauthorized", "name and a password"),
        ("402 Payment Required", "payment"),
        ("403 Forbidden", "browser"),
        ("404 Not Found", "no page"),
        ("410 Gone", "archive"),
        ("418 Teapot", "browser"),
        ("429 Too Many", "later"),
        ("451 Law", "legal"),
        ("499 Odd", "browser"),
        ("500 Oops", "try again later"),
        ("503 \x1b[31mDown\x07", "try again later"),
        ("999 Denied", "(999)"),
        ("103 Early Hints", "(103)"),
    ],
)
def test_statuses(status: str, words: str) -> None:
    message = refused_by(lambda v: v.answer(PAGE, status))
    assert words in message
    assert status[:3] in message


def test_when_to_ask_again() -> None:
    assert "in 120 seconds" in refused_by(lambda v: v.answer(b"", "429 No", retry_after="120"))
    assert "later" in refused_by(lambda v: v.answer(b"", "429 No", retry_after="\x1b]0;x\x07"))


@pytest.mark.parametrize("media", ["image/png", "video/mp4", "application/pdf", "application/vnd.ms-excel"])
def test_what_can_be_no_article(media: str) -> None:
    assert media in refused_by(lambda v: v.answer(b"....", content_type=media))


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


# Sent on


def test_redirects_are_followed() -> None:
    with serving(pages()) as server:
        server.behaviour = pages(
            a=to("/b?x=1"),
            b=to("c", "301 Moved"),
            c=to(f"//localhost:{server.port}/d#x", "308 Moved"),
            d=PAGE,
        )
        assert fetch(server.url + "/a").url == server.url + "/d"
        assert server.paths == ["/a", "/b?x=1", "/c", "/d"]


def test_redirects_end() -> None:
    assert "more than 10 times" in refused_by(to("/"))


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://x/",
        "http://[",
        "http://a b/",
        "",
    ],
)
def test_redirects_that_lead_to_no_page(location: str) -> None:
    assert "no web page" in refused_by(to(location))


def made_up(server: Server, **hosts: str) -> MadeUp:
    return MadeUp({name.replace("_", "."): ips.split() for name, ips in hosts.items()}, server.port)


def test_a_name_is_looked_up_once_and_that_address_connected_to() -> None:
    with serving(pages(front=PAGE)) as server:
        network = made_up(server, news_example=PUBLIC)
        assert fetch("http://news.example/", network=network).data == PAGE
    assert network.looked_up == ["news.example"]
    assert network.connected == [[PUBLIC]]


@pytest.mark.parametrize(
    "near",
    ["127.0.0.1", PRIVATE, "::1", "169.254.169.254", "100.64.0.1", "::ffff:10.0.0.1", "fe80::1", "::"],
)
@pytest.mark.parametrize("target", ["http://inside.example/x", "http://127.0.0.1/x", "http://[::1]:8080/x"])
def test_no_redirect_leads_from_outside_to_inside(near: str, target: str) -> None:
    with serving(pages(front=to(target), x=PAGE)) as server:
        network = made_up(server, news_example=PUBLIC, inside_example=near)
        network.hosts |= {"127.0.0.1": ["127.0.0.1"], "::1": ["::1"]}
        message = refused("http://news.example/", network=network)
    assert "which a page from outside may not do" in message
    assert network.connected == [[PUBLIC]]
    assert server.paths == ["/"]


def test_of_a_name_with_addresses_inside_and_outside_only_those_outside_are_connected_to() -> None:
    with serving(pages(front=to("http://both.example/x"), x=PAGE)) as server:
        network = made_up(server, news_example=PUBLIC, both_example=f"127.0.0.1 {PUBLIC} {PRIVATE}")
        assert fetch("http://news.example/", network=network).data == PAGE
    assert network.connected == [[PUBLIC], [PUBLIC]]


def test_from_a_typed_address_inside_to_another_and_to_the_outside_and_not_back() -> None:
    with serving(pages(x=PAGE)) as server:
        network = made_up(server, one_example=PRIVATE, two_example="192.168.1.1", news_example=PUBLIC)
        assert fetch("http://two.example/x", network=network).data == PAGE
        server.behaviour = pages(front=to("http://two.example/x"), x=PAGE)
        assert fetch("http://one.example/", network=network).data == PAGE
        server.behaviour = pages(
            front=to("http://news.example/in"), **{"in": to("http://two.example/x")}, x=PAGE
        )
        assert "from outside" in refused("http://one.example/", network=network)


def test_what_was_not_typed_may_lead_inside_only_from_inside() -> None:
    with serving(pages(front=PAGE)) as server:
        network = made_up(server, one_example=PRIVATE, two_example="192.168.1.1", news_example=PUBLIC)

        def follow(came_from: str | None) -> bytes:
            return fetch("http://two.example/", typed=False, came_from=came_from, network=network).data

        for came_from in (None, "http://news.example/", "http://one.example/", "-", "/a/file.html"):
            assert "came from outside" in refused(
                "http://two.example/", typed=False, came_from=came_from, network=network
            )
        assert not server.visitors
        fetch("http://one.example/", network=network)
        fetch("http://news.example/", network=network)
        assert follow("http://one.example/some/page") == PAGE
        assert "came from outside" in refused(
            "http://two.example/", typed=False, came_from="http://news.example/", network=network
        )
        assert fetch("http://news.example/", typed=False, network=network).data == PAGE


def test_from_https_to_http_is_tried_with_https_and_said_where_that_fails() -> None:
    with serving(to("http://localhost/"), certificate="trusted") as server:
        server.behaviour = pages(front=to("http://news.example/x"), x=PAGE)
        network = made_up(server, localhost="127.0.0.1", news_example=PRIVATE)
        assert fetch("https://localhost/", network=network).url == "https://news.example/x"
        server.behaviour = pages(front=to("http://news.example/none"))
        assert "from https to plain http at “news.example”" in refused("https://localhost/", network=network)
        server.behaviour = pages(front=to("http://localhost/"))
        assert "from https to plain http" in refused("https://localhost/", network=network)
        server.behaviour = pages(front=to("http://news.example:8080/"))
        assert "from https to plain http" in refused("https://localhost/", network=network)


def test_a_login_is_for_the_host_it_was_typed_for() -> None:
    site = pages(front=to("/again"), again=to("http://other.example/x"), x=PAGE)
    with serving(site) as server:
        network = made_up(server, news_example=PUBLIC, other_example=PUBLIC)
        found = fetch("http://me:p%40ss@news.example/", network=network)
    assert found.url == "http://other.example/x"
    sent = [visitor.header("Authorization") for visitor in server.visitors]
    assert sent == ["Basic bWU6cEBzcw==", "Basic bWU6cEBzcw==", None]


def test_no_message_shows_a_login_or_what_is_asked_for() -> None:
    with serving(lambda v: v.answer(b"", "401 No")) as server:
        message = refused(f"http://me:secret@localhost:{server.port}/secret?token=secret")
    assert "does not accept the name and password" in message
    refused("http://me:secret@[bad/?secret")
    refused("http://me:secret@news.example/", network=MadeUp({}, 0))


def test_cookies_go_back_to_their_own_server_within_the_fetch_alone() -> None:
    def front(visitor: Visitor) -> None:
        if visitor.header("Cookie") == "seen=1; b=2":
            visitor.answer(b"", "302 Found", location="http://other.example/x")
        else:
            visitor.send(
                b"HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: seen=1; Path=/; Domain=example\r\n"
                b"Set-Cookie: b=2\r\nSet-Cookie: c=\x1b[2J\r\nSet-Cookie: rubbish\r\n\r\n"
            )

    with serving(pages(front=front, x=PAGE)) as server:
        network = made_up(server, news_example=PUBLIC, other_example=PUBLIC)
        for _ in range(2):
            assert fetch("http://news.example/", network=network).data == PAGE
    assert [v.header("Cookie") for v in server.visitors] == [None, "seen=1; b=2", None] * 2


# Proxies


def test_a_proxy_is_asked_for_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda v: v.answer(PAGE)) as proxy:
        monkeypatch.setenv("http_proxy", f"http://me:secret@localhost:{proxy.port}")
        assert fetch("http://news.example/a?b").data == PAGE
        [visitor] = proxy.visitors
        assert visitor.path == "http://news.example/a?b"
        assert visitor.header("Host") == "news.example"
        assert visitor.header("Proxy-Authorization") == "Basic bWU6c2VjcmV0"
        monkeypatch.setenv("no_proxy", "news.example")
        assert "nobody knows" in refused("http://news.example/", network=MadeUp({}, 0))
        monkeypatch.setenv("no_proxy", "")
        assert "came from outside" in refused("http://10.0.0.7/", typed=False)
        assert "came from outside" in refused("http://printer.local/", typed=False)
        proxy.behaviour = to("http://169.254.169.254/")
        assert "from outside may not" in refused("http://news.example/")
        proxy.behaviour = Visitor.wait
        assert "sent nothing" in refused("http://news.example/", limits=SHORT)
    assert "the proxy “localhost" in refused("http://news.example/")


def test_a_proxy_carries_https_through(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda v: v.answer(PAGE), certificate="trusted") as server:

        def tunnel(visitor: Visitor) -> None:
            visitor.send(b"HTTP/1.1 200 Connected\r\n\r\n")
            with socket.create_connection(("127.0.0.1", server.port)) as inner:

                def back() -> None:
                    while data := inner.recv(65536):
                        visitor.send(data)

                thread = Thread(target=back, daemon=True)
                thread.start()
                while data := visitor.sock.recv(65536):
                    inner.sendall(data)
                inner.shutdown(socket.SHUT_WR)
                thread.join(10)

        with serving(tunnel) as proxy:
            monkeypatch.setenv("HTTPS_PROXY", f"localhost:{proxy.port}")
            assert fetch("https://news.example/").data == PAGE
            assert proxy.visitors[0].request.startswith(b"CONNECT news.example:443 ")
            assert "of another host" in refused("https://elsewhere.example/")
            proxy.behaviour = lambda v: v.answer(b"", "407 No")
            assert "through the proxy" in refused("https://news.example/")


def test_a_proxy_that_quoth_cannot_use(monkeypatch: pytest.MonkeyPatch) -> None:
    for proxy in ("socks5://localhost:1080", "http://[", "http://:0"):
        monkeypatch.setenv("all_proxy", proxy)
        assert "no http proxy" in refused("http://news.example/")
    monkeypatch.setenv("all_proxy", "http://proxy.example:3128")
    assert "is the proxy, and cannot be found" in refused("http://news.example/", network=MadeUp({}, 0))


# Given up


def test_it_can_be_given_up_while_a_name_is_looked_up_or_a_connection_made() -> None:
    cancel, free, stuck = Event(), Event(), Event()

    class Stuck(MadeUp):
        def look_up(self, host: str, port: int) -> list[str]:
            stuck.set()
            free.wait(30)
            return [PUBLIC]

    def give_up() -> None:
        stuck.wait(30)
        cancel.set()

    Thread(target=give_up, daemon=True).start()
    with pytest.raises(Cancelled):
        fetch("http://news.example/", cancel=cancel, network=Stuck({}, 0))
    free.set()


@pytest.mark.parametrize("said", [b"", OK, OK + b"\r\n<p>", OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\n"])
def test_it_can_be_given_up_while_a_server_is_silent(said: bytes) -> None:
    cancel = Event()

    def behave(visitor: Visitor) -> None:
        visitor.send(said)
        cancel.set()
        visitor.wait()

    with serving(behave) as server:
        with pytest.raises(Cancelled):
            fetch(server.url, cancel=cancel)
        assert server.visitors[0].gone.wait(10)


def test_it_can_be_given_up_in_the_middle_of_a_handshake() -> None:
    cancel = Event()

    def behave(visitor: Visitor) -> None:
        cancel.set()
        visitor.wait()

    with serving(behave, mute=True) as server:
        with pytest.raises(Cancelled):
            fetch(server.url.replace("http:", "https:"), cancel=cancel)
        assert server.visitors[0].gone.wait(10)


def test_what_is_being_done_is_told_in_the_calling_thread() -> None:
    told: list[tuple[str, int, int | None]] = []
    heard = Event()

    def behave(visitor: Visitor) -> None:
        visitor.send(OK + b"Content-Length: 70000\r\n\r\n" + bytes(100))
        heard.wait(30)
        visitor.send(bytes(69900))

    def on_progress(what: str, done: int, total: int | None) -> None:
        told.append((what, done, total))
        if done:
            heard.set()

    with serving(behave) as server:
        assert len(fetch(server.url, on_progress=on_progress).data) == 70000
    assert (f"Reading localhost:{server.port}", 100, 70000) in told
