"""`quoth text`, and how commands take folders, feeds and addresses."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.commands.immediate_process import analyse_at_once
from tui.analysis.analysis import Analysis
from tui.analysis.process.events import AnalysisComplete
from tui.article import sources
from tui.article.errors import CannotRead, NoArticle
from tui.article.files import from_bytes
from tui.article.listing import Item, Listing, ListingKind
from tui.cli import main

Out = pytest.CaptureFixture[str]
FEED = "https://paper.example/rss"
STORY, OTHER, GONE, EMPTY = (f"https://paper.example/{name}" for name in ("story", "other", "gone", "empty"))


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write two articles into a folder and return it."""
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/2.txt").write_text("Second.", encoding="utf-8")
    Path("news/10.txt").write_text("Tenth – «ü».", encoding="utf-8")


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool, str | None]]:
    """Stand in a net with a feed of three items, one of which is gone; return what was asked of it, by whom."""
    asked: list[tuple[str, bool, str | None]] = []
    feed = Listing(
        FEED, "Paper", ListingKind.FEED, (Item(GONE, "Gone"), Item(STORY, "Story"), Item(OTHER, "Other"))
    )
    empty = Listing(EMPTY, "None", ListingKind.FEED)
    feeds = Listing("https://paper.example/opml", "All", ListingKind.FEEDS, (Item(FEED, "Paper"),))

    def read(source: str, *, typed: bool = True, came_from: str | None = None, **_: object) -> object:
        asked.append((source, typed, came_from))
        if source == GONE:
            raise CannotRead("“paper.example” has no page at this address (404).")
        if source == "wall":
            raise NoArticle("“wall” holds no article.", from_bytes(b"Accept all", source))
        found = {FEED: feed, EMPTY: empty, feeds.source: feeds}.get(source)
        return found or from_bytes(f"Read {source}.".encode(), source)

    monkeypatch.setattr(sources, "read", read)
    return asked


def test_files_and_folders(articles: None, capsys: Out) -> None:
    assert main(["text", "news", "none.txt", "news/2.txt"]) == 1
    out, err = capsys.readouterr()
    assert out == "Second.\n\n\nTenth – «ü».\n\n\nSecond.\n"
    assert err.count("\n") == 1
    assert "“none.txt”" in err


def test_lines_of_json(articles: None, capsys: Out) -> None:
    assert main(["text", "--format", "jsonl", "news"]) == 0
    assert [json.loads(line)["source"] for line in capsys.readouterr().out.splitlines()] == [
        str(Path("news/2.txt")),
        str(Path("news/10.txt")),
    ]


def test_standard_input(articles: None, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“Hi,” said Ann.".encode())))
    assert main(["text", "-"]) == 0
    assert capsys.readouterr().out == "“Hi,” said Ann.\n"


def test_what_is_piped_in_needs_no_name(articles: None, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("news/2.txt").open() as piped:
        monkeypatch.setattr(sys, "stdin", piped)
        assert main(["text"]) == 0
    assert capsys.readouterr().out == "Second.\n"
    with pytest.raises(SystemExit):
        main(["text"])


def test_output_goes_to_a_new_file(articles: None, capsys: Out) -> None:
    assert main(["text", "news", "-o", "all.txt"]) == 0
    assert Path("all.txt").read_text(encoding="utf-8") == "Second.\n\n\nTenth – «ü».\n"
    assert main(["text", "news", "-o", "all.txt"]) == 2
    assert main(["text", "none", "-o", "no.txt"]) == 1
    assert not Path("no.txt").exists()
    assert capsys.readouterr().out == ""


def test_a_feed_prints_its_items(net: list[tuple[str, bool, str | None]], capsys: Out) -> None:
    assert main(["text", FEED]) == 0
    assert capsys.readouterr().out == f"-\tGone\t{GONE}\n-\tStory\t{STORY}\n-\tOther\t{OTHER}\n"
    assert net == [(FEED, True, None)]
    assert main(["text", "https://paper.example/opml"]) == 0
    assert capsys.readouterr().out == f"-\tPaper\t{FEED}\n"


def test_a_feed_without_items_says_so(net: object, capsys: Out) -> None:
    for options in ([], ["--articles"]):
        assert main(["text", *options, EMPTY]) == 0
        assert capsys.readouterr() == (
            "",
            f"quoth: “{EMPTY}” lists nothing that can be opened; try again later.\n",
        )


def test_names_in_messages_are_short_and_hold_no_login(capsys: Out) -> None:
    assert main(["text", "http://me:secret@[bad/", "http://news.example/" + "x" * 9000]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert "secret" not in first
    assert len(second) < 300


def test_or_fetches_them_one_by_one_as_a_feed_may(
    net: list[tuple[str, bool, str | None]], capsys: Out
) -> None:
    assert main(["text", "--articles", FEED]) == 1
    out, err = capsys.readouterr()
    assert out == f"Read {STORY}.\n\n\nRead {OTHER}.\n"
    assert err == f"quoth: {GONE}: “paper.example” has no page at this address (404).\n"
    assert net == [(FEED, True, None), (GONE, False, FEED), (STORY, False, FEED), (OTHER, False, FEED)]


def test_a_list_of_feeds_is_not_fetched_whole(net: list[tuple[str, bool, str | None]], capsys: Out) -> None:
    assert main(["text", "--articles", "https://paper.example/opml"]) == 1
    assert "name the feeds" in capsys.readouterr().err
    assert len(net) == 1


def test_a_page_without_an_article(net: object, capsys: Out) -> None:
    assert main(["text", "wall", STORY]) == 1
    out, err = capsys.readouterr()
    assert (out, err) == (
        f"Read {STORY}.\n",
        "quoth: “wall” holds no article. quoth text --raw prints that text.\n",
    )
    assert main(["text", "--raw", "wall"]) == 0
    assert capsys.readouterr().out == "Accept all\n"


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every analysis an empty one."""
    analyse_at_once(monkeypatch, lambda _: AnalysisComplete(Analysis()))


def test_quotes_of_a_feed_are_those_of_its_articles(net: object, analysed: None, capsys: Out) -> None:
    assert main(["quotes", "--format", "json", FEED]) == 1
    out, err = capsys.readouterr()
    assert [each["source"] for each in json.loads(out)] == [STORY, OTHER]
    assert GONE in err
    assert main(["quotes", "--format", "json", STORY]) == 0
    assert json.loads(capsys.readouterr().out)["source"] == STORY
    assert main([FEED]) == 1  # a report, here without a terminal
    assert "story" in capsys.readouterr().out


def test_quotes_of_a_folder(articles: None, analysed: None, capsys: Out) -> None:
    assert main(["quotes", "--format", "json", "-o", "q.json", "news"]) == 0
    assert len(json.loads(Path("q.json").read_text(encoding="utf-8"))) == 2


def test_what_is_on_the_clipboard(
    net: list[tuple[str, bool, str | None]], analysed: None, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, shown in ((f" {STORY}\n", "story"), ("Words of somebody.", "pasted text")):
        monkeypatch.setattr("tui.session.copying.system_clipboard.read_clipboard", lambda text=text: text)
        assert main(["--paste"]) == 0
        assert shown in capsys.readouterr().out
    assert [source for source, _, _ in net] == [STORY]
