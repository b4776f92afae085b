"""What trafilatura and htmldate are asked, and for how long."""

from __future__ import annotations

import signal
import sys

import pytest
import trafilatura

from tui.article.html import extractors
from tui.article.html.dom import parse
from tui.article.html.text_blocks import split_into_blocks

LINE = "The harbour at Wexcombe will close for six weeks, the council decided on Tuesday."
PAGE = parse(f"<body><p class=byline>By Ann Lee</p><article>{f'<p>{LINE}</p>' * 5}</article></body>")
BLOCKS = split_into_blocks(PAGE)


def test_both_bodies_are_found_and_the_tree_stays_as_it_is() -> None:
    precise, default = extractors.extract_bodies(PAGE, BLOCKS)
    assert LINE in precise
    assert LINE in default
    assert extractors.find_byline(PAGE) == "Ann Lee"
    assert extractors.find_day(PAGE, "https://post.example/2025/05/20/harbour") == "2025-05-20"
    assert [block.text for block in split_into_blocks(PAGE)] == [block.text for block in BLOCKS]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such timer")
def test_a_call_that_lasts_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object, **__: object) -> str:
        while True:
            try:
                sum(range(1000))
            except Exception:
                return "caught"

    monkeypatch.setattr(extractors, "_TIME_LIMIT", 0.01)
    monkeypatch.setattr(trafilatura, "extract", endless)
    before = signal.getsignal(signal.SIGVTALRM)
    assert extractors.extract_bodies(PAGE, BLOCKS) == ("", "")
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_a_call_that_fails_gives_no_body(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> str:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "extract", fails)
    assert extractors.extract_bodies(PAGE, BLOCKS) == ("", "")


def test_trafilatura_is_not_given_a_page_larger_than_any_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: "asked")
    monkeypatch.setattr(extractors, "_MOST_BLOCKS", 4)
    assert extractors.extract_bodies(PAGE, BLOCKS) == ("", "")
