"""Titles of works in quotation marks."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted
from tests.analysis.readers import Reader
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_work_title
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span


def arrays(words: list[str]) -> TokenArrays:
    parsed = ParsedArticle(" ".join(words))
    for n, word in enumerate(words):
        parsed.start.append(sum(len(w) + 1 for w in words[:n]))
        parsed.end.append(parsed.start[-1] + len(word))
        parsed.head.append(0)
        parsed.sentence.append(0)
    parsed.word = words
    for column in (parsed.lemma, parsed.pos, parsed.tag, parsed.dep, parsed.entity):
        column.extend(words)
    parsed.entity_begins = [False] * len(words)
    parsed.sentences = parsed.paragraphs = [(0, len(words))]
    parsed.blocks = [0]
    opens = [n for n, word in enumerate(words) if word == "“"]
    shuts = [n for n, word in enumerate(words) if word == "”"]
    return TokenArrays(
        parsed, [Span(parsed.start[a], parsed.end[b]) for a, b in zip(opens, shuts, strict=True)]
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("“ Yellow Moon ”", True),
        ("“ The Lord of the Boats ”", True),
        ("“ Yellow Moon ” and “ Stay ” all night", True),
        ("“ Go Home Now ! ”", False),
        ("“ go home ”", False),
        ("“ Yellow Moon ” and “ nothing else ”", False),
        ("the rest of us would rather hear “ Stay ”", False),
        ("no marks", False),
    ],
)
def test_titles_of_works(words: str, name: bool) -> None:
    rows = words.split()
    assert is_work_title(arrays(rows), ((0, len(rows)),)) is name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“It is late,” Anna Holt wrote in a note headed “Melting”.", [("“It is late,”", "Anna Holt")]),
        ("In a post titled “Why I sail,” Anna Holt wrote: “I am bored.”", [("“I am bored.”", "Anna Holt")]),
        ("The Courier ran a piece headlined “The trouble with gulls”.", []),
        ("Her essay, headed “We are all to blame”, was read by thousands.", []),
        ("The Courier published it under the headline “Port faces winter shut.”", []),
        ("A column, headlined “The tea that harms,” was Anna Holt’s.", []),
        # what must stay
        ("“It is late,” Anna Holt wrote on a card.", [("“It is late,”", "Anna Holt")]),
        ("Anna Holt headed home. “It is late,” she said.", [("“It is late,”", "Anna Holt")]),
    ],
)
def test_a_heading_is_nobody_s_words(reader: Reader, text: str, told: Told) -> None:
    assert quoted(reader, text) == told
