"""Where servers send on to, and how far a page may lead; proxies."""

from __future__ import annotations

import contextlib
import socket
from threading import Thread
from typing import Any

import pytest

from tests.article.http.refusing import PAGE, PRIVATE, PUBLIC, SHORT, refused, refused_by
from tests.article.loopback import MadeUp, Server, Visitor, pages, serving, to
from tui.article.http.fetching import fetch


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
    assert "not a web page" in refused_by(to(location))


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
        known: Any = {"network": network, "private_origins": set()}

        def follow(came_from: str | None) -> bytes:
            return fetch("http://two.example/", typed=False, came_from=came_from, **known).data

        for came_from in (None, "http://news.example/", "http://one.example/", "-", "/a/file.html"):
            assert "is in a private network, and the link to it came from outside" in refused(
                "http://two.example/", typed=False, came_from=came_from, **known
            )
        assert not server.visitors
        fetch("http://one.example/", **known)
        fetch("http://news.example/", **known)
        assert follow("http://one.example/some/page") == PAGE
        assert "came from outside" in refused(
            "http://two.example/", typed=False, came_from="http://news.example/", **known
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
        assert "is in a private network, and the link to it came from outside" in refused(
            "http://10.0.0.7/", typed=False
        )
        assert "is in a private network, and the link to it came from outside" in refused(
            "http://printer.local/", typed=False
        )
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
                    with contextlib.suppress(OSError):  # whoever is done first may reset the connection
                        while data := inner.recv(65536):
                            visitor.send(data)

                thread = Thread(target=back, daemon=True)
                thread.start()
                with contextlib.suppress(OSError):
                    while data := visitor.sock.recv(65536):
                        inner.sendall(data)
                    inner.shutdown(socket.SHUT_WR)
                thread.join(120)

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
        assert "not an http proxy" in refused("http://news.example/")
    monkeypatch.setenv("all_proxy", "http://proxy.example:3128")
    assert "is the proxy, and cannot be found" in refused("http://news.example/", network=MadeUp({}, 0))
