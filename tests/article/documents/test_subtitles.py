"""Subtitles: turns with their speakers, no times in the words."""

from __future__ import annotations

import pytest

from tests.article.documents import made_documents as made
from tui.article.documents.subtitles import read_subtitles
from tui.article.source_kind import SourceKind, source_kind


@pytest.mark.parametrize("vtt", [False, True])
def test_turns_with_their_speakers(vtt: bool) -> None:
    document = made.subtitles(1, vtt=vtt)
    assert [each.text for each in read_subtitles(document.data).paragraphs] == document.paragraphs


def said(*cues: str) -> list[str]:
    stamped = (f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{cue}\n" for n, cue in enumerate(cues, 1))
    return [each.text for each in read_subtitles("\n".join(stamped).encode()).paragraphs]


@pytest.mark.parametrize(
    "data",
    [
        "WEBVTT\n\nab-1/12-0\n0:0:0.0 --> 0:0:3.540\n<v Ann Holt>We close.</v>\n",
        "00:00:00.500 --> 00:00:07.000\nAnn Holt: We close.\n",
        "0:00:00.378,0:00:11.378\nAnn Holt: We close.\n",
        "1\n00:00:00,500 --> 00:00:07,000\nAnn Holt: We close.\n",
    ],
    ids=["Teams", "WebVTT without its first line", "SBV", "SubRip"],
)
def test_times_are_written_in_several_ways(data: str) -> None:
    assert source_kind(data.encode()) is SourceKind.SUBTITLES
    assert [each.text for each in read_subtitles(data.encode()).paragraphs] == ["Ann Holt: We close."]


@pytest.mark.parametrize("text", ["0:00:03, Ann Holt was first.\n", "10:02 We close, said Ann Holt.\n"])
def test_a_time_at_the_beginning_makes_no_subtitles(text: str) -> None:
    assert source_kind(text.encode()) is SourceKind.TEXT


def test_a_dash_or_arrows_change_the_speaker_and_sounds_are_left_out() -> None:
    assert said(">> We close.", "at noon.", ">> Why?", "- Money.", "[APPLAUSE]", "(sighs) That is all.") == [
        "We close. at noon.",
        "Why?",
        "Money. That is all.",
    ]


def test_marks_of_layout_and_repeated_lines_go() -> None:
    assert said("<i>We &amp; they</i>", "We & they", "{\\an8}close.") == ["We & they close."]


def test_long_speech_of_nobody_in_particular_is_parted_after_a_sentence() -> None:
    found = said(*(f"This is sentence number {n} of a long speech." for n in range(40)))
    assert 2 < len(found) < 8
    assert all(each.endswith("speech.") for each in found)
