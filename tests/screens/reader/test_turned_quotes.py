"""Quotes that were denied, refused or asked: how they are shown and what y and Y copy of them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.screens.driving import drawn, reader
from tui.analysis.analysis import Analysis, Attribution, Kind, Polarity, Speaker, Stance
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.library.clippings import Clippings
from tui.library.library import Library
from tui.textual_patches.app_internals import notifications

TEXT = "Bartholomew Featherstonehaugh-Smith refused to confirm that he had stolen the money."
WORDS, CUE, SOURCE = (
    "that he had stolen the money",
    "refused to confirm",
    "Bartholomew Featherstonehaugh-Smith",
)


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _article(polarity: Polarity) -> tuple[Article, Analysis]:
    quote = Attribution(
        id="q1",
        kind=Kind.INDIRECT,
        stance=Stance.SPEECH,
        content=(_span(WORDS),),
        cue=(_span(CUE),),
        source=(_span(SOURCE),),
        speaker="s1",
        certainty=0.9,
        polarity=polarity,
    )
    speaker = Speaker("s1", SOURCE, mentions=(_span(SOURCE),))
    article = Article(text=TEXT, source="story.txt", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),))
    return article, Analysis((quote,), (speaker,))


@pytest.mark.parametrize("polarity", [Polarity.DENIED, Polarity.REFUSED, Polarity.ASKED])
async def test_a_long_name_is_cut_before_the_cue_and_polarity_is_a_word(polarity: Polarity) -> None:
    async with reader((120, 40), *_article(polarity)) as (screen, pilot):
        line = next(line for line in drawn(screen) if "●" in line)
        assert CUE in line
        assert line.count(polarity) == 1  # a cue that says it is enough
        assert f"B {CUE} · " in line  # no name is cut to a letter or two: there is the speaker's own
        await pilot.resize_terminal(200, 50)
        assert any(f"… · {CUE} · " in line for line in drawn(screen))


async def test_a_refusal_to_comment_stands_with_its_verb() -> None:
    text = "Anna Holt declined to comment."
    quote = Attribution(
        id="q1",
        kind=Kind.INDIRECT,
        stance=Stance.SPEECH,
        content=(Span(19, 29),),
        cue=(Span(10, 18),),
        source=(Span(0, 9),),
        speaker="s1",
        certainty=0.9,
        polarity=Polarity.REFUSED,
    )
    article = Article(text=text, source="story.txt", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    analysis = Analysis((quote,), (Speaker("s1", "Anna Holt", mentions=(Span(0, 9),)),))
    async with reader((120, 40), article, analysis) as (screen, _):
        assert any(line.rstrip().endswith("declined to comment") for line in drawn(screen))


@pytest.mark.parametrize(
    ("polarity", "copied"),
    [
        (Polarity.AFFIRMED, WORDS),
        (Polarity.DENIED, TEXT),
        (Polarity.REFUSED, TEXT),
        (Polarity.ASKED, TEXT),
    ],
)
async def test_y_copies_no_words_that_would_mislead(polarity: Polarity, copied: str) -> None:
    async with reader((120, 40), *_article(polarity)) as (screen, pilot):
        await pilot.press("n", "y")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.app.copier.last == copied  # type: ignore[attr-defined]
        (toast,) = notifications(pilot.app)  # one, however much there is to say
        assert ("with its cue (" in toast.message) == (polarity is not Polarity.AFFIRMED)


async def test_a_cue_that_is_the_polarity_stands_there_once() -> None:
    article, analysis = _article(Polarity.DENIED)
    denied = "Bartholomew Featherstonehaugh-Smith has since denied that he had stolen the money."
    at = denied.index("denied")
    quote = replace(
        analysis.attributions[0],
        content=(Span(denied.index(WORDS), denied.index(WORDS) + len(WORDS)),),
        cue=(Span(at, at + len("denied")),),
    )
    article = replace(article, text=denied, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(denied))),))
    for width in (120, 60, 40):
        async with reader((width, 40), article, replace(analysis, attributions=(quote,))) as (screen, pilot):
            await pilot.press("n", "tab", "tab")
            line = next(line for line in drawn(screen) if " · denied" in line)
            assert line.count("denied") == 1


async def test_m_a_and_e_keep_the_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Library.open()) as library:
        async with reader((120, 40), *_article(Polarity.REFUSED), library=library) as (screen, pilot):
            await pilot.press("n", "A")
            await pilot.app.workers.wait_for_complete()
            assert f"> {TEXT}\n" in screen.app.copier.last  # type: ignore[attr-defined]
            await pilot.press("m")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert screen.reading.clipped
            (clipping,) = Clippings(library).all()
            assert clipping.cited == TEXT
            await pilot.press("e", "enter", "enter")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
    assert f"> {TEXT}\n" in Path("story-quotes.md").read_text(encoding="utf-8")  # noqa: ASYNC240


async def test_y_with_a_citation_copies_the_sentence() -> None:
    async with reader((120, 40), *_article(Polarity.REFUSED)) as (screen, pilot):
        await pilot.press("n", "Y")
        await pilot.app.workers.wait_for_complete()
        assert TEXT in screen.app.copier.last  # type: ignore[attr-defined]
