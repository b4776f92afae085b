"""The report for where there is no screen."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.session.exporting.report import print_report


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(
    article: Article = ARTICLE, analysis: Analysis = ANALYSIS, terminal: bool = False, **environ: str
) -> str:
    file = Terminal() if terminal else io.StringIO()
    print_report(article, analysis, file, width=60 if terminal else None, environ=environ)
    return file.getvalue()


def test_the_whole_report() -> None:
    assert printed() == (
        "Harbour plan divides Ostende\n"
        "2031-03-04\n"
        "2 speakers · 4 quotes\n"
        "\n"
        "Tom Okafor\n"
        "  “It is a gift to Norvik Shipping,” … “Nothing else.”\n"
        "      said · direct\n"
        "  Tom Okafor said the council had ignored its own engineers.\n"
        "      said · indirect\n"
        "\n"
        "Éloïse Brandt, Mayor\n"
        "  “We’ve waited ten years for this harbour.\n"
        "  “I will not wait another ten.”\n"
        "      said · direct\n"
        "\n"
        "Speaker not named\n"
        "  Officials said a “small” delay was likely.\n"
        "      Officials · said · mixed · unsure\n"
        "\n"
        "Left out: 1 attitude (wants, backs, fears …)\n"
        "\n"
        "Entities\n"
        "  Organisations         Norvik Shipping\n"
        "  Countries and cities  Ostende\n"
    )


def test_nothing_found() -> None:
    assert printed(analysis=Analysis()) == "Harbour plan divides Ostende\n2031-03-04\n0 speakers · 0 quotes\n"


@pytest.mark.parametrize(("columns", "width"), [(None, 80), ("40", 40), ("200", 200), ("wide", 80)])
def test_it_wraps_at_the_width_that_is_known_else_at_80(columns: str | None, width: int) -> None:
    long = replace(ARTICLE, title="word " * 100)
    environ: dict[str, Any] = {"COLUMNS": columns} if columns else {}
    lines = printed(long, **environ).splitlines()
    assert width - 5 <= max(map(len, lines)) <= width


def test_colour_only_on_a_terminal_and_only_if_wanted() -> None:
    assert "\x1b[" not in printed()
    assert "\x1b[1m" in printed(terminal=True, TERM="xterm")
    assert "\x1b[" not in printed(terminal=True, TERM="xterm", NO_COLOR="1")
    assert "\x1b[" not in printed(terminal=True, TERM="dumb")
    assert "\x1b[1m" in printed(FORCE_COLOR="1")


def test_nothing_of_the_article_acts() -> None:
    hostile = "[/b] [red]x[/red] \x1b[31m\x1b]0;t\x07 \u202e :smile: \x9b"
    speaker = replace(ANALYSIS.speakers[0], name=hostile, role=hostile)
    entity = replace(ANALYSIS.entities[0], name=hostile, label=hostile)
    analysis = replace(ANALYSIS, speakers=(speaker,), entities=(entity,))
    text = printed(replace(ARTICLE, title=hostile, byline=hostile), analysis, COLUMNS="500")
    assert not set(text) & set("\x1b\x07\u202e\x9b")
    assert text.count("[/b] [red]x[/red] [31m]0;t :smile:") == 5  # shown to the letter, each time
