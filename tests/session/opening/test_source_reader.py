"""Reading beside the screen."""

from __future__ import annotations

import queue
import threading

import pytest

from tui.article.article import Article
from tui.article.errors import Cancelled, CannotRead, NoArticle
from tui.session.opening.source_reader import (
    MAX_NAME,
    Event,
    ReadDone,
    ReadFailed,
    ReadProgress,
    SourceReader,
    source_reader,
    spelling,
    text_reader,
)

ARTICLE = Article("Words.", "a")


def events_of(reader: SourceReader, many: int) -> list[Event]:
    heard: queue.Queue[Event] = queue.Queue()
    reader.start(heard.put)
    return [heard.get(timeout=120) for _ in range(many)]


def test_progress_and_result_are_heard() -> None:
    def work(cancel: threading.Event, progress: object) -> Article:
        progress("Fetching\x1b[2J", 1, 2)  # type: ignore[operator]
        return ARTICLE

    assert events_of(SourceReader("a", work), 2) == [ReadProgress("Fetching␛[2J", 1, 2), ReadDone(ARTICLE)]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (CannotRead("No.\x07"), ReadFailed("No.␇")),
        (NoArticle("None here.", ARTICLE), ReadFailed("None here.", ARTICLE)),
        (
            KeyError("x"),
            ReadFailed("“a” could not be read, which is a fault of quoth (KeyError: 'x'); please report it."),
        ),
    ],
)
def test_whatever_goes_wrong_is_a_sentence(error: Exception, expected: ReadFailed) -> None:
    def work(*_: object) -> Article:
        raise error

    assert events_of(SourceReader("a", work), 1) == [expected]


def test_nothing_is_heard_after_giving_up() -> None:
    begun, going = threading.Event(), threading.Event()
    heard: list[Event] = []
    threads: list[threading.Thread] = []

    def work(cancel: threading.Event, progress: object) -> Article:
        threads.append(threading.current_thread())
        begun.set()
        going.wait(120)
        assert cancel.is_set()
        raise Cancelled("given up")

    reader = SourceReader("a", work)
    reader.start(heard.append)
    assert begun.wait(120)
    reader.cancel()
    going.set()
    threads[0].join(120)
    assert not threads[0].is_alive()
    assert heard == []


def test_files_and_pasted_texts_are_read(tmp_path: object) -> None:
    (got,) = events_of(text_reader("He said: “Grüße”."), 1)
    assert isinstance(got, ReadDone)
    assert isinstance(got.result, Article)
    assert (got.result.text, got.result.source) == ("He said: “Grüße”.", "pasted text")
    (refused,) = events_of(source_reader("no/such/file.txt"), 1)
    assert isinstance(refused, ReadFailed)
    assert "no/such/file.txt" in refused.sentence


def test_one_spelling() -> None:
    assert spelling("HTTP://me:pw@Example.org:80/a b#c") == "http://example.org/a%20b"
    assert spelling("papers/A.txt") == "papers/A.txt"
    assert source_reader("https://me:pw@example.org/x").name == "https://example.org/x"


def test_no_name_shows_a_login_or_fills_the_screen() -> None:
    login = source_reader("http://me:secret@[bad/?secret")
    assert "secret" not in login.name + login.address
    long = source_reader("https://news.example/" + "x" * 5_000)
    assert len(long.name) == MAX_NAME
    assert long.name.startswith("https://news.example/xx")
    assert len(long.address) > 5_000
