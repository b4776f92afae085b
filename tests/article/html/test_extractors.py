"""What trafilatura is asked, and for how long."""

from __future__ import annotations

import signal
import sys

import pytest
import trafilatura

from tui.article.html import extractors
from tui.article.html.dom import parse
from tui.article.html.text_blocks import pieces

LINE = "The harbour at Wexcombe will close for six weeks, the council decided on Tuesday."
PAGE = parse(f"<body><article>{f'<p>{LINE}</p>' * 5}</article></body>")


def test_both_modes_are_heard_and_the_tree_stays_as_it_is() -> None:
    before = [piece.text for piece in pieces(PAGE)]
    strict, generous = extractors.hear(PAGE, pieces(PAGE))
    assert LINE in strict
    assert LINE in generous
    assert [piece.text for piece in pieces(PAGE)] == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such timer")
def test_what_lasts_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object, **__: object) -> str:
        while True:
            try:
                sum(range(1000))
            except Exception:
                return "caught"

    monkeypatch.setattr(extractors, "_LONGEST", 0.01)
    monkeypatch.setattr(trafilatura, "extract", endless)
    before = signal.getsignal(signal.SIGVTALRM)
    assert extractors.hear(PAGE, pieces(PAGE)) == ("", "")
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_what_fails_is_heard_as_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> str:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "extract", fails)
    assert extractors.hear(PAGE, pieces(PAGE)) == ("", "")


def test_a_page_larger_than_any_article_is_not_put_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: "asked")
    monkeypatch.setattr(extractors, "_MOST_PIECES", 4)
    assert extractors.hear(PAGE, pieces(PAGE)) == ("", "")
