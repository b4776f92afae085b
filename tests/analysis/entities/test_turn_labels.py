"""The labels of a transcript are people, whatever the recogniser takes them for."""

from __future__ import annotations

import pytest

from tests.spoken import model
from tui.analysis.analysis import Analysis
from tui.analysis.pipeline import Analyser
from tui.article.files import from_bytes

TALK = """The harbour master talks

Oona Tarrant, the harbour master, was asked about the breakwater on Tuesday.

INTERVIEWER: How long will the harbour be closed?

OONA TARRANT: Six weeks, if the weather holds. We cannot wait for another winter.

INTERVIEWER: And who pays?

TARRANT: The county pays half of it. The White House was not asked.
"""


def analysed(text: str) -> Analysis:
    *_, analysis = Analyser(model()).run(from_bytes(text.encode(), "talk.txt"))
    return analysis


def spoken(text: str) -> list[tuple[str, str, str]]:
    """Return for each turn its speaker, the speaker's kind, and its first word."""
    analysis = analysed(text)
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    turns = [a for a in analysis.attributions if a.cue and a.cue[0].of(text) == ":"]
    said = [(speakers[a.speaker or ""], a.content[0].of(text).split()[0]) for a in turns]
    return [(speaker.name, str(speaker.kind), word) for speaker, word in said]


def test_labels_are_people_by_name_or_by_role() -> None:
    assert spoken(TALK) == [
        ("Interviewer", "person", "How"),
        ("Oona Tarrant", "person", "Six"),
        ("Interviewer", "person", "And"),
        ("Oona Tarrant", "person", "The"),
    ]
    assert {entity.name: entity.label for entity in analysed(TALK).entities}.get("INTERVIEWER") is None


def test_questions_and_answers_are_people() -> None:
    talk = "A talk\n\nQ: Who pays?\n\nA: The county does.\n\nQ: All of it?\n\nA: Half of it, I think.\n"
    assert spoken(talk) == [
        ("Interviewer", "person", "Who"),
        ("Interviewee", "person", "The"),
        ("Interviewer", "person", "All"),
        ("Interviewee", "person", "Half"),
    ]


@pytest.mark.parametrize("label", ["WHITE HOUSE", "HARBOUR COUNCIL"])
def test_a_label_that_names_an_organisation_is_no_person(label: str) -> None:
    talk = f"{TALK}\n{label}: No comment.\n"
    assert spoken(talk)[-1][1] != "person"


def test_a_verb_before_a_name_and_a_colon_is_no_name() -> None:
    talk = "A talk\n\nRoger Stane spoke.\n\nStated Stane:\n\n“It is late.”\n\nAdded Stane: “It is cold.”\n"
    assert {speaker.name for speaker in analysed(talk).speakers} == {"Roger Stane"}
    talk = "A talk\n\nAdded Marlow: “It is late.”\n\nReplied Quill: “No.”\n\nTom Marlow and Ada Quill left.\n"
    assert {speaker.name for speaker in analysed(talk).speakers} == {"Tom Marlow", "Ada Quill"}
