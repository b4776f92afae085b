"""A Markdown file in the reader: drawn, searched and copied without its marks."""

from __future__ import annotations

import pytest
from textual.app import App

from tests.screens.driving import drawn, reader
from tui.analysis.analysis import Analysis, Attribution, Kind, Speaker, Stance
from tui.article.files import from_bytes
from tui.article.spans import Span

TEXT = """\
---
title: The ferry
author: Jane Doe
---

# The **ferry** stays

“It is *our* [ferry](https://a.example/f),” **Ann Marsh** said.

| Town | Share |
|------|------:|
| Rome | **52** |
"""


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


ARTICLE = from_bytes(TEXT.encode(), "ferry.md")
QUOTE = Attribution(
    "q1",
    Kind.DIRECT,
    Stance.SPEECH,
    (span("“It is *our* [ferry](https://a.example/f),”"),),
    (span("said"),),
    (span("Ann Marsh"),),
    "s1",
    0.9,
)
ANALYSIS = Analysis((QUOTE,), (Speaker("s1", "Ann Marsh", mentions=(span("Ann Marsh"),)),))


async def test_marks_are_not_drawn_found_or_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    arrived: list[str] = []
    monkeypatch.setenv("SSH_TTY", "/dev/pts/9")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    monkeypatch.setattr(App, "copy_to_clipboard", lambda self, text: arrived.append(text))
    async with reader((120, 40), ARTICLE, ANALYSIS) as (screen, pilot):

        async def copied(*keys: str) -> str:
            await pilot.press(*keys)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            return arrived[-1]

        lines = "\n".join(drawn(screen))
        assert "“It is our ferry,” Ann Marsh said." in lines
        assert not any(mark in lines for mark in ("**", "](", "a.example", "author:", "|--"))
        assert "Town\xa0│\xa0Share" in lines
        assert await copied("n", "y") == "“It is our ferry,”"
        assert (await copied("Y")).startswith(
            "> “It is our ferry,”\n>\n> — Ann Marsh, in *The ferry*, Jane Doe"
        )
        assert await copied("v", "l", "l", "y") == "“It is our"
        assert await copied("g", "escape", "v", "right_curly_bracket", "right_curly_bracket", "y") == (
            "The ferry stays\n\n“It is our ferry,” Ann Marsh said."
        )
        await pilot.press("s", *"our ferry")
        await pilot.pause()
        assert "1 of 1" in "\n".join(drawn(pilot.app.screen))
        await pilot.press("escape", "l")
        await pilot.pause()
        assert "https://a.example/f" in "\n".join(drawn(pilot.app.screen))
