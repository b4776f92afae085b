"""Questions that an interview sets in bold belong to whoever asks."""

from __future__ import annotations

import re

from tests.analysis.readers import Reader, as_read
from tui.analysis.analysis import Kind
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.article.text_markup import Emphasis, EmphasisedWords

PRESENTED = "Anna Holt has kept the weir at Marlow for thirty years. We met her on the bank."
INTERVIEW = (
    f"{PRESENTED}\n\n_How did it begin?_\n\nBy chance. I was selling nets, and somebody had to do it.\n\n"
    "_What has changed since then?_\n\nEverything. We had boats here.\n\n_Would you do it again?_\n\nTomorrow."
)


def bold(marked: str, byline: str | None = "Jo Marsh") -> Article:
    """An article in which what stands between underscores is bold."""
    parts = marked.split("_")
    text = "".join(parts)
    spans = [
        Span(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer("_[^_]+_", marked))
    ]
    strong = tuple(EmphasisedWords(span, Emphasis.STRONG) for span in spans)
    return Article(text, "test", find_blocks(text), byline=byline, emphasis=strong)


def asked(reader: Reader, article: Article) -> list[tuple[str, str | None]]:
    analysis, text = reader.read(article)
    rows = [as_read(each, analysis, text) for each in analysis.attributions if each.kind is Kind.DIRECT]
    return [(row.words[0], row.speaker) for row in rows]


def test_the_author_asks_what_is_bold(reader: Reader) -> None:
    assert asked(reader, bold(INTERVIEW)) == [
        ("How did it begin?", "Jo Marsh"),
        ("What has changed since then?", "Jo Marsh"),
        ("Would you do it again?", "Jo Marsh"),
    ]


def test_nobody_named_asks_without_a_byline(reader: Reader) -> None:
    assert {speaker for _, speaker in asked(reader, bold(INTERVIEW, None))} == {"Interviewer"}


def test_headings_of_an_explainer_are_nobodys(reader: Reader) -> None:
    text = (
        f"{PRESENTED}\n\n_What happens next?_\n\nThe court meets on Monday.\n\n"
        "_Why is the weir shut?_\n\nThe gates are broken."
    )
    assert asked(reader, bold(text)) == []


def test_one_question_may_be_the_writers_own(reader: Reader) -> None:
    assert asked(reader, bold(f"{PRESENTED}\n\n_Do you swim?_\n\nI do not.")) == []
