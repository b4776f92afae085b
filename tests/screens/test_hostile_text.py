"""Nothing that an article holds acts on the terminal, whatever part of the screen shows it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.screens.driving import drawn, reader
from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.screens.reader.reader_screen import ReaderScreen

HOSTILE = {
    "escape sequences and control characters": (
        "\x1b[2J\x1b[31mRed\x1b]0;owned\x07 \x1b]52;c;aGk=\x07 \x9b5m \x1bP+q\x1b\\"
        "a\x00b\x01c\x07d\x08e\x7ff\x0b\x0cg\x85h"
    ),
    "directions, separators, tags and fillers": (
        "user\u202etxt.exe\u202c \u2066isolated\u2069 \u200fright \u061c one\u2028two\u2029three\rfour"
        "\U000e0041\U000e007f \u3164 \u115f \ufeff \ufff9"
    ),
    "markup": "[/] [b]bold[/b] [@click=app.quit]press[/] [[ ]] \\[x] [" * 3,
    "nested brackets": "[" * 10_000 + "]" * 10_000,
    "wide and joined": "漢字かな交じり 👩‍👩‍👧‍👦 🇺🇦 e\u0301\u0302\u0303\u0304\u0305\u0306 \u200bzero\u200dwidth ﷽",
    "marks": "“ ” ‘ ’ \" '' `` „ « »" * 5,
}
# Drawn on purpose: none of Cc, Cf (but for joiners inside emoji), Zl, Zp, Cs.
JOINERS = {"\u200d", "\u200c"}


def harmless(screen: ReaderScreen) -> None:
    for line in drawn(screen):
        for character in line:
            assert character in JOINERS or unicodedata.category(character) not in (
                "Cc",
                "Cf",
                "Zl",
                "Zp",
                "Cs",
            ), f"U+{ord(character):04X} is drawn"


def everything_of(text: str) -> Analysis:
    """Return an analysis in which the hostile text is content, cue, source, name, role, entity and reason."""
    whole = Span(0, len(text))
    return Analysis(
        attributions=(
            Attribution(
                "q1",
                Kind.DIRECT,
                Stance.SPEECH,
                (whole,),
                (whole,),
                (whole,),
                "s1",
                0.9,
                (Step(text, whole),),
            ),
        ),
        speakers=(Speaker("s1", text, "person", text, (whole,)),),
        entities=(Entity("e1", text, text, (whole,)),),
        model=text,
        notices=(text[:200],),
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_text_is_drawn_as_text_everywhere(text: str) -> None:
    article = Article(
        f"{text}\n\nMore of it: {text}", text[:80], find_blocks(f"{text}\n\nMore of it: {text}"), title=text
    )
    async with reader(article=article, analysis=everything_of(text)) as (screen, pilot):
        harmless(screen)
        screen.adopt(everything_of(text))
        for key in (
            "n",
            "w",
            "escape",
            "tab",
            "j",
            "tab",
            "tab",
            "j",
            "e",
            "escape",
            "y",
            "c",
            "escape",
            "escape",
        ):
            await pilot.press(key)
            await pilot.pause()
            for line in drawn(pilot.app.screen):
                assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") for c in line)
        harmless(screen)


@given(text=st.text(min_size=1, max_size=300))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_control_character_is_ever_drawn(text: str) -> None:
    article = Article(text, text, find_blocks(text), title=text)
    async with reader(article=article, analysis=everything_of(text)) as (screen, pilot):
        await pilot.press("n")
        harmless(screen)
