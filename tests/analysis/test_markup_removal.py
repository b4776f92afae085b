"""Markdown is analysed as it is shown, and what is found stands where it does in the file."""

from __future__ import annotations

import pytest

from tests.spoken import model
from tui.analysis.analysis import Analysis
from tui.analysis.markup_removal import unmarked
from tui.analysis.pipeline import Analyser
from tui.article.article import Article, BlockKind
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.session.exporting.quotes_export import Selected, json_object
from tui.session.reading.quote_sentence import sentence

MARKED = """\
---
title: "The ferry"
author: Peter Pan, president
---

# The **ferry** stays

“It is *our* ferry,” [Ann Marsh](https://a.example/says "“No,” said Ed Roe.") told the paper.
“We will **not** let it go.”

[Ann Marsh][m] **denied** that she had [stolen the *money*](https://a.example/money).

> **“We are ready,”** said
> Tom Okafor.

| Says | Votes |
|------|------:|
| “We won,” said Ed Roe | 52 |

```
“Never,” said Peter Pan.
```

[m]: https://a.example/marsh "said"
"""
PLAIN = """\
The ferry stays

“It is our ferry,” Ann Marsh told the paper. “We will not let it go.”

Ann Marsh denied that she had stolen the money.

“We are ready,” said Tom Okafor.
"""


def analysed(article: Article, focus: Span | None = None) -> Analysis:
    *_, analysis = Analyser(model()).run(article, focus)
    return analysis


def found(article: Article, analysis: Analysis) -> list[tuple[str | None, str, str, str]]:
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    return [
        (
            names.get(quote.speaker or ""),
            " … ".join(" ".join(article.shown(span).split()) for span in quote.content),
            " ".join(article.shown(span) for span in quote.cue),
            str(quote.polarity),
        )
        for quote in analysis.attributions
    ]


def test_marks_disturb_nothing() -> None:
    marked, plain = from_bytes(MARKED.encode(), "a.md"), from_bytes(PLAIN.encode(), "a.txt")
    in_marked, in_plain = analysed(marked), analysed(plain)
    assert found(marked, in_marked) == found(plain, in_plain)
    assert {speaker.name for speaker in in_marked.speakers} == {"Ann Marsh", "Tom Okafor"}
    assert "Ed Roe" not in {entity.name for entity in in_marked.entities}  # a table, and a link's title


def test_offsets_are_the_files_own() -> None:
    article = from_bytes(MARKED.encode(), "a.md")
    analysis = analysed(article, Span(0, 10))
    ours = analysis.attributions[0]
    assert [span.of(MARKED) for span in ours.content] == [
        "“It is *our* ferry,”",
        "“We will **not** let it go.”",
    ]
    assert [span.of(MARKED) for span in ours.source] == ["Ann Marsh"]
    ready = next(quote for quote in analysis.attributions if "ready" in quote.content[0].of(MARKED))
    assert ready.content[0].of(MARKED) == "“We are ready,”"


def test_words_are_clean_wherever_they_go() -> None:
    article = from_bytes(MARKED.encode(), "a.md")
    analysis = analysed(article)
    quotes = json_object(Selected(article, analysis, range(len(analysis.attributions))))["quotes"]
    assert quotes[0]["text"] == "“It is our ferry,” … “We will not let it go.”"
    denied = next(quote for quote in analysis.attributions if str(quote.polarity) == "denied")
    assert sentence(article, denied, analysis.speaker(denied.speaker)) == (
        "Ann Marsh denied that she had stolen the money."
    )


@pytest.mark.parametrize("start", [0, 40, len(MARKED) - 5])
def test_blocks_stay_one_for_one(start: int) -> None:
    article = from_bytes(MARKED.encode(), "a.md")
    plain, shown = unmarked(article)
    assert [block.kind for block in plain.blocks] == [block.kind for block in article.blocks]
    assert [b.span.of(plain.text) for b in plain.blocks] == [article.shown(b.span) for b in article.blocks]
    assert shown.shown_at(start) <= len(plain.text)
    assert BlockKind.TABLE in {block.kind for block in plain.blocks}
