"""The turns of transcripts, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.article.text.ferry import LEAD, LONG, MORE, kinds
from tui.article.article import BlockKind


@pytest.mark.parametrize("labels", [("Q", "A"), ("JANE DOE", "HOST"), ("Jane Doe", "Host")])
def test_turns_of_a_transcript(labels: tuple[str, str]) -> None:
    turns = [f"{label}: {words}" for label, words in zip(labels * 2, [MORE, LEAD] * 2, strict=True)]
    assert kinds("\n".join([LONG, *turns])) == [
        (BlockKind.PARAGRAPH, LONG),
        *((BlockKind.TURN, turn) for turn in turns),
    ]


@pytest.mark.parametrize(
    "turns",
    [
        ["KATE SMITH: Why not debate?", f"TOM REED: {MORE}", "REED: No"],
        ["Kate Smith: Why not debate?", f"Tom Reed: {MORE}", "Smith: And now?", "Reed: No"],
        ["Q. Why not debate?", f"A. {MORE}", "Q. And now?", "A. No"],
    ],
)
def test_a_short_turn_is_no_subheading(turns: list[str]) -> None:
    assert kinds("\n\n".join([LONG, *turns]))[1:] == [(BlockKind.TURN, turn) for turn in turns]


def test_an_initial_is_no_turn() -> None:
    lines = [f"A. Smith wrote to us. {MORE}", f"A. Reed wrote to us. {LEAD}"]
    assert {kind for kind, _ in kinds("\n\n".join([LONG, *lines]))} == {BlockKind.PARAGRAPH}


def test_what_somebody_is_may_stand_behind_a_name_in_capitals() -> None:
    turns = [
        "JANE DOE, HOST: Why not sail?",
        f"TOM REED, HARBOUR MASTER: {MORE}",
        "DOE: And now?",
        "REED: No.",
    ]
    assert kinds("\n\n".join([LONG, *turns]))[1:] == [(BlockKind.TURN, turn) for turn in turns]
    said = ["In Wexcombe, he said: “Not today.”", "In Harwich, she said: “Not at all.”"] * 2
    assert BlockKind.TURN not in {kind for kind, _ in kinds("\n\n".join([LONG, *said]))}


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("shout", [str, str.upper])
def test_a_table_of_places_is_no_transcript(between: str, shout: type[str]) -> None:
    lines = [f"{shout(name)}: {n} per cent" for n in (48, 52) for name in ("Oregon", "California", "Utah")]
    found = kinds("\n\n".join([LONG, between.join(lines), MORE]))
    assert BlockKind.TURN not in {kind for kind, _ in found}


def test_a_headline_above_a_transcript_is_no_turn() -> None:
    headline = "Doe: It Is Late for the Ferry"
    turns = [f"JANE DOE: {MORE}", f"ROE: {LEAD}", "DOE: And now?", "ROE: No."]
    found = kinds("\n\n".join([headline, LONG, *turns]))
    assert found[0] == (BlockKind.HEADLINE, headline)
    assert [kind for kind, _ in found[2:]] == [BlockKind.TURN] * 4
