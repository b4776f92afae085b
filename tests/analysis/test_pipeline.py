"""tui.analysis.pipeline: batches, partial analyses, and offsets that hold."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest

from tui.analysis import pipeline
from tui.analysis.analysis import Analysis, Kind
from tui.analysis.model import identify
from tui.analysis.model_loading import load
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.pipeline import NOT_ENGLISH, Analyser
from tui.article.article import Article
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.json_codec import decode, encode

PARAGRAPH = (
    "The harbour master, Jane Doe, said the ferry to Northport would stay where it was. “It is not safe,” "
    "she told the passengers who had waited since Monday, and some of them went home at once."
)
LINKS = "Read more:\nWhy the ferry matters\nThe long night"
LONG = "\n\n".join([PARAGRAPH, *([PARAGRAPH.replace("Jane Doe", "Ann Poe"), LINKS] * 36)])


def article(text: str) -> Article:
    return Article(text, "x", find_blocks(text))


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load()


@pytest.fixture
def analyser(nlp: Any) -> Analyser:
    return Analyser(nlp)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[ParsedArticle]:
    """Record what is parsed when, without finding attributions."""
    parsed: list[ParsedArticle] = []

    def analysis_of(found: ParsedArticle, *_: Any, complete: bool = True, **__: Any) -> Analysis:
        parsed.append(found)
        return Analysis(complete=complete)

    monkeypatch.setattr(pipeline, "analysis_of", analysis_of)
    return parsed


def test_a_short_article_whole(analyser: Analyser) -> None:
    text = "Ferry stays in port\r\n\r\n" + PARAGRAPH + "\r\n\r\n" + LINKS
    (analysis,) = analyser.run(article(text), Span(0, 30))
    assert analysis.complete
    assert analysis.model == identify()
    said = [a for a in analysis.attributions if a.kind is Kind.DIRECT]
    assert [[s.of(text) for s in a.content] for a in said] == [["“It is not safe,”"]]
    assert analysis.speaker(said[0].speaker) is not None
    assert any(entity.name == "Northport" for entity in analysis.entities)


def test_offsets_hold_whatever_stands_between_the_words(
    analyser: Analyser, seen: list[ParsedArticle]
) -> None:
    text = "\ufeff\n  The\tferry\xa0stays\x00 put,\u2028in port.  She\x1b[31m said so\u200b twice."
    text += "\r\n\r\n> We\r\n> wait here."
    list(analyser.run(article(text)))
    (parsed,) = seen
    words = [text[start:end] for start, end in zip(parsed.start, parsed.end, strict=True)]
    assert {"The", "ferry", "stays", "port", "said", "We", "wait", "here"} <= set(words)
    assert not any(word.isspace() for word in parsed.word)
    assert parsed.blocks == sorted(parsed.blocks)


@pytest.mark.parametrize("focus", [None, Span(0, 500), Span(4000, 4400), Span(len(LONG) - 5, len(LONG))])
def test_reading_order_whatever_is_read_first(
    analyser: Analyser, seen: list[ParsedArticle], focus: Span | None
) -> None:
    story = article(LONG)
    speaking = [i for i, block in enumerate(story.blocks) if block.kind.speaks]
    *partial, complete = analyser.run(story, focus)
    whole = seen[-1]
    assert complete.complete
    assert not any(analysis.complete for analysis in partial)
    assert whole.blocks == speaking
    for parsed in seen:
        assert parsed.start == sorted(parsed.start)
        assert parsed.blocks == sorted(parsed.blocks)
        assert [LONG[s:e] for s, e in zip(parsed.start, parsed.end, strict=True)] == parsed.word
        for begin, end in parsed.sentences:
            assert all(begin <= head < end for head in parsed.head[begin:end])
            assert {parsed.sentence[i] for i in range(begin, end)} == {parsed.sentences.index((begin, end))}
        assert [at for pair in parsed.paragraphs for at in pair][1:-1:2] == [
            p[1] for p in parsed.paragraphs[:-1]
        ]


def test_the_focus_comes_first_and_the_rest_in_doublings(
    analyser: Analyser, seen: list[ParsedArticle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 1000)
    story = article(LONG)
    middle = story.blocks[31].span
    progress: list[tuple[int, int]] = []
    found = list(analyser.run(story, middle, lambda done, total: progress.append((done, total))))
    assert seen[0].blocks == [31]
    sizes = [len(parsed) for parsed in seen]
    assert len(found) == len(seen) > 2
    assert all(after >= 2 * before for before, after in pairwise(sizes[:-1]))
    assert progress == sorted(progress)
    assert (
        progress[-1][0]
        == progress[-1][1]
        == sum(e - s for s, e in (b.span for b in story.blocks if b.kind.speaks))
    )


def test_without_a_focus_only_the_complete_one_comes(analyser: Analyser, seen: list[ParsedArticle]) -> None:
    assert [analysis.complete for analysis in analyser.run(article(LONG))] == [True]


def test_a_new_focus_is_read_next(
    analyser: Analyser, seen: list[ParsedArticle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 1000)
    order: list[int] = []
    parse = analyser._parse

    def watched(story: Article, batch: list[int]) -> Iterator[tuple[int, ParsedArticle]]:
        order.extend(batch)
        return parse(story, batch)

    monkeypatch.setattr(analyser, "_parse", watched)
    story = article(LONG)
    run = analyser.run(story, story.blocks[0].span)
    next(run)
    analyser.focus = story.blocks[51].span
    list(run)
    speaking = [i for i, block in enumerate(story.blocks) if block.kind.speaks]
    at = speaking.index(51)
    assert order == [speaking[0], *speaking[at:], *speaking[1:at]]


def test_a_new_focus_is_shown_as_soon_as_it_is_read(
    analyser: Analyser, seen: list[ParsedArticle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 500)
    story = article(LONG)
    run = analyser.run(story, story.blocks[0].span)
    for _ in range(4):
        next(run)
    jump = (len(seen[-1].blocks) + 30) | 1
    assert jump not in seen[-1].blocks
    analyser.focus = story.blocks[jump].span
    before = len(seen[-1])
    next(run)
    assert jump in seen[-1].blocks
    assert len(seen[-1]) < 2 * before
    analyser.focus = story.blocks[0].span  # read long ago: nothing to show
    assert next(run).complete or len(seen[-1]) >= 2 * len(seen[-2])


def test_a_restless_reader_does_not_slow_it_down(
    analyser: Analyser, seen: list[ParsedArticle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_BATCH", 200)
    story = article(LONG)
    speaking = [block.span for block in story.blocks if block.kind.speaks]
    calls: list[int] = []

    def jump(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) % 2:
            analyser.focus = speaking[-len(calls)]

    list(analyser.run(story, speaking[0], jump))
    assert len(calls) > 2 * len(seen)
    assert sum(map(len, seen)) <= 6 * len(seen[-1])


def test_focus_changes_nothing_in_the_end(analyser: Analyser) -> None:
    text = "\n".join([PARAGRAPH, PARAGRAPH.replace("Jane Doe", "Ann Poe")] * 15)
    *_, focused = analyser.run(article(text), Span(3000, 3100))
    (plain,) = analyser.run(article(text))
    assert focused == plain


def test_partial_analyses_of_real_text_are_made_of_what_was_read(analyser: Analyser) -> None:
    story = article(LONG)
    middle = story.blocks[31].span
    first = next(iter(analyser.run(story, middle)))
    assert not first.complete
    assert first.attributions
    assert all(middle.contains(span) for found in first.attributions for span in found.content)


def test_a_text_that_is_not_english_shows_its_quotations(analyser: Analyser) -> None:
    text = (
        "Le capitaine du port a déclaré vendredi : “Nous ne partirons pas avant demain.” " * 5
        + "Le “bac” attend."
    )
    (analysis,) = analyser.run(article(text), Span(0, 10))
    assert analysis.notices == (NOT_ENGLISH,)
    assert analysis.complete
    assert not analysis.speakers
    assert [a.content[0].of(text) for a in analysis.attributions] == [
        "“Nous ne partirons pas avant demain.”"
    ] * 5
    assert all(a.certainty < 0.5 and a.speaker is None for a in analysis.attributions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Die Ministerin warnt am Montag in Berlin vor weiteren Kürzungen im Haushalt. „Jedes Jahr zählt“, rief "
            "jemand. „Es reicht.“ Die Opposition nennt den Entwurf eine „Mogelpackung“ und geht nach Hause.",
            ["„Es reicht.“"],
        ),
        (
            "市長は月曜日、記者団に対し「住民の安全を守ることが最優先だ」と述べた。計画は「白紙」になる。",
            ["「住民の安全を守ることが最優先だ」"],
        ),
    ],
    ids=["German", "Japanese"],
)
def test_speech_is_told_from_titles_without_counting_spaces(
    analyser: Analyser, text: str, said: list[str]
) -> None:
    (analysis,) = analyser.run(article(text))
    assert analysis.notices == (NOT_ENGLISH,)
    assert [a.content[0].of(text) for a in analysis.attributions] == said


@pytest.mark.parametrize(
    "text",
    ["x", "“ x", "[/b]" * 300, "a" * 12_000, "He said “no. " * 200],
    ids=["letter", "mark", "markup", "long word", "open marks"],
)
def test_odd_texts(analyser: Analyser, text: str) -> None:
    *_, analysis = analyser.run(article(text), Span(0, 10))
    assert analysis.complete
    for attribution in analysis.attributions:
        for span in (*attribution.content, *attribution.cue, *attribution.source):
            assert 0 <= span.start < span.end <= len(text)


def test_an_article_without_anything_to_read(analyser: Analyser) -> None:
    (analysis,) = analyser.run(article("https://example.org/a"), Span(0, 1))
    assert analysis == Analysis(model=identify())


def test_a_paragraph_that_is_left_out_is_named_and_kept_by_its_place(analyser: Analyser) -> None:
    article = from_bytes(
        b'The ferry stays.\n\n"We wait," said Ann Lee on Monday.\n\nIt was good for the town.', "-"
    )
    *_, analysis = analyser.run(article, left_out=[1])
    assert analysis.attributions == ()
    assert [span.of(article.text) for span in analysis.left_out] == ['"We wait," said Ann Lee on Monday.']
    assert analysis.notices == ('One paragraph could not be analysed: “"We wait," said Ann Lee on Monday.”.',)
    assert decode(Analysis, encode(analysis)) == analysis


NESTED: dict[str, Callable[[int], str]] = {
    "in one another": lambda n: "“He said “she said " * n + "it was late." + "””" * n,
    "in turns": lambda n: "“he said ‘she said " * n + "it was late.",
    "without marks": lambda n: "He said that " + "she said that he said that " * n + "it was late.",
}


@pytest.mark.parametrize("kind", NESTED)
def test_calls_grow_no_faster_than_nested_quotations(analyser: Analyser, kind: str) -> None:
    def calls(text: str) -> int:
        count = 0

        def counted(frame: FrameType, event: str, _: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        read = from_bytes(text.encode(), "x")
        before = sys.getprofile()
        sys.setprofile(counted)
        try:
            _ = list(analyser.run(read))
        finally:
            sys.setprofile(before)
        return count

    few, many = calls(NESTED[kind](120)), calls(NESTED[kind](480))
    assert many < 6 * few  # four times the text
