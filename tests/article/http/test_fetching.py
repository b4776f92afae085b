"""tui.article.http.fetching: pages are got, what servers answer is said, giving up ends it at once."""

from __future__ import annotations

from threading import Event, Thread

import pytest

import tui
from tests.article.http.refusing import OK, PAGE, PUBLIC, raw, refused_by
from tests.article.loopback import MadeUp, Visitor, serving
from tui.article.errors import Cancelled
from tui.article.http.fetching import Fetched, fetch


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


# What servers answer


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("204 No Content", "without a page"),
        ("206 Partial", "only a part"),
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


# Given up


def test_it_can_be_given_up_while_a_name_is_looked_up_or_a_connection_made() -> None:
    cancel, free, stuck = Event(), Event(), Event()

    class Stuck(MadeUp):
        def look_up(self, host: str, port: int) -> list[str]:
            stuck.set()
            free.wait(120)
            return [PUBLIC]

    def give_up() -> None:
        stuck.wait(120)
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
        assert server.visitors[0].gone.wait(120)


def test_it_can_be_given_up_in_the_middle_of_a_handshake() -> None:
    cancel = Event()

    def behave(visitor: Visitor) -> None:
        cancel.set()
        visitor.wait()

    with serving(behave, mute=True) as server:
        with pytest.raises(Cancelled):
            fetch(server.url.replace("http:", "https:"), cancel=cancel)
        assert server.visitors[0].gone.wait(120)


def test_what_is_being_done_is_told_in_the_calling_thread() -> None:
    told: list[tuple[str, int, int | None]] = []
    heard = Event()

    def behave(visitor: Visitor) -> None:
        visitor.send(OK + b"Content-Length: 70000\r\n\r\n" + bytes(100))
        heard.wait(120)
        visitor.send(bytes(69900))

    def on_progress(what: str, done: int, total: int | None) -> None:
        told.append((what, done, total))
        if done:
            heard.set()

    with serving(behave) as server:
        assert len(fetch(server.url, on_progress=on_progress).data) == 70000
    assert (f"Reading localhost:{server.port}", 100, 70000) in told
