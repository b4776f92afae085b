"""The finder of attributions with the bundled weights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import quotations
from tui.analysis.attribution.attribution_finder import find
from tui.analysis.attribution.layout_merging import merge
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks


@pytest.fixture(scope="module")
def nlp() -> Any:
    from tui.analysis.model_loading import load

    return load()


@dataclass(frozen=True)
class Read:
    kind: Kind
    source: str
    cue: str
    content: tuple[str, ...]


def read(nlp: Any, text: str) -> list[Read]:
    article = Article(text, "x", find_blocks(text))
    parsed = ParsedArticle(text)
    for n, block in enumerate(article.blocks):
        if block.kind.speaks:
            parsed.add(nlp(block.span.of(text)), block.span.start, n)
    attributions = find(parsed, article, quotations.find(text, article.blocks))
    assert all(0 < attribution.probability <= 1 for attribution in attributions)
    return [
        Read(
            attribution.kind,
            " ".join(span.of(text) for span in attribution.source),
            " ".join(span.of(text) for span in attribution.cue),
            tuple(span.of(text) for span in attribution.content),
        )
        for attribution in attributions
    ]


D, M, I = Kind.DIRECT, Kind.MIXED, Kind.INDIRECT  # noqa: E741

CASES = {
    "after": ("“The harbour is closed,” Ms Doe said.", D, "Ms Doe", "said", ("“The harbour is closed,”",)),
    "inverted": ("“The harbour is closed,” said Jane Doe.", D, "Jane Doe", "said", ("“The harbour is closed,”",)),
    "pieces": (
        "“The harbour is closed,” Ms Doe said. “It will open again on Monday.”",
        D, "Ms Doe", "said", ("“The harbour is closed,”", "“It will open again on Monday.”"),
    ),
    "straight": ('"The harbour is closed," Ms Doe said.', D, "Ms Doe", "said", ('"The harbour is closed,"',)),
    "single": ("‘The harbour is closed,’ Ms Doe said.", D, "Ms Doe", "said", ("‘The harbour is closed,’",)),
    "colon": ("The mayor said: “The harbour is closed.”", D, "The mayor", "said:", ("“The harbour is closed.”",)),
    "that": (
        "The minister said that the harbour would be closed until Monday.",
        I, "The minister", "said", ("that the harbour would be closed until Monday",),
    ),
    "mixed": (
        "The minister said the harbour was “closed to everybody” until Monday.",
        M, "The minister", "said", ("the harbour was “closed to everybody” until Monday",),
    ),
    "according": (
        "The harbour will be closed until Monday, according to the police.",
        I, "the police", "according to", ("The harbour will be closed until Monday",),
    ),
    "has said": (
        "The government has said it will rebuild the harbour.",
        I, "The government", "has said", ("it will rebuild the harbour",),
    ),
    "reopened": (
        "The mayor said: “The harbour is closed. Nobody may go out.\n\n“We shall see about the boats tomorrow.”",
        D, "The mayor", "said:",
        ("“The harbour is closed. Nobody may go out.\n\n“We shall see about the boats tomorrow.”",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_one_attribution(nlp: Any, case: tuple[str, Kind, str, str, tuple[str, ...]]) -> None:
    text, kind, source, cue, content = case
    found = read(nlp, text)
    assert len(found) == 1
    assert (found[0].kind, found[0].source, found[0].content) == (kind, source, content)
    assert found[0].cue.rstrip(":") == cue.rstrip(":")


@pytest.mark.parametrize(
    "text",
    [
        "The “harbour of dreams” was closed on Monday after the storm.",
        "The storm moved north on Tuesday. Four boats were raised in the afternoon.",
        "",
    ],
)
def test_text_without_speech_has_no_attribution(nlp: Any, text: str) -> None:
    assert read(nlp, text) == []


def attribution(start: int, end: int, probability: float, cue: int) -> RawAttribution:
    content, source = (Span(start, end),), (Span(max(0, cue - 3), cue),)
    return RawAttribution(Kind.INDIRECT, Stance.SPEECH, content, (Span(cue, cue + 1),), source, probability)


def test_the_likelier_of_grammar_and_layout_wins() -> None:
    text = "." * 100
    weak, strong, apart = (
        attribution(10, 20, 0.4, 5),
        attribution(15, 30, 0.9, 5),
        attribution(60, 70, 0.5, 50),
    )
    assert merge([weak, apart], [strong], text) == [strong, apart]
    assert merge([strong, apart], [weak], text) == [strong, apart]


def test_a_turn_belongs_to_its_speaker_as_a_whole() -> None:
    text = "ANN: " + "." * 95
    turn, inner = replace(attribution(5, 90, 0.6, 3), turn=True), attribution(20, 40, 0.99, 15)
    assert merge([inner], [turn], text) == [turn]


def test_a_headline_label_is_not_a_turn() -> None:
    text = "ANN: " + "." * 95
    label, inner = attribution(5, 90, 0.6, 3), attribution(20, 40, 0.99, 15)
    assert merge([inner], [label], text) == [inner]


def test_the_first_person_inside_a_quote_is_not_another_speaker() -> None:
    text = "Ann said: This is hard. I would ask you all to wait."
    whole, inner = attribution(10, 51, 0.4, 8), replace(attribution(36, 51, 0.9, 32), source=(Span(24, 25),))
    assert merge([inner], [whole], text) == [whole]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Jane Doe was told she must pay the fine by Monday.", "she must pay the fine by Monday"),
        ("The man was warned that he could lose his job.", "that he could lose his job"),
        ("Jane Doe was told by the judge that she was lucky.", "that she was lucky"),
    ],
)
def test_whoever_is_told_is_no_part_of_what_is_said(nlp: Any, text: str, content: str) -> None:
    (found,) = read(nlp, text)
    assert found.content == (content,)


def test_whoever_something_is_said_of_is_part_of_it(nlp: Any) -> None:
    (found,) = read(nlp, "Jane Doe was said to have planned it for years.")
    assert found.content[0] == "Jane Doe"
