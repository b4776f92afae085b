"""tui.analysis.attribution.transcripts, in attributions."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.laid_out import found, said
from tui.analysis.analysis import Kind, Stance
from tui.article.article import BlockKind


def test_turns_in_capitals_continue_over_paragraphs_without_a_label() -> None:
    text = (
        "A partial transcript of the debate follows.\n\n"
        "JANE DOE: Good evening. Senator, will you vote for it?\n\n"
        "ROE: I will not.\n\n"
        "And I shall tell you why.\n\n"
        "(APPLAUSE)\n\n"
        "DOE: Why?\n\n"
        "ROE: It is a bad law.\n\n"
        "The two will meet again on Thursday in the capital, where the vote is to be held."
    )
    assert said(text) == [
        ("JANE DOE", ":", "Good evening. Senator, will you vote for it?"),
        ("ROE", ":", "I will not. … And I shall tell you why."),
        ("DOE", ":", "Why?"),
        ("ROE", ":", "It is a bad law."),
    ]
    assert {attribution.kind for attribution in found(text)} == {Kind.DIRECT}
    assert {attribution.stance for attribution in found(text)} == {Stance.SPEECH}


@pytest.mark.parametrize(("q", "a", "cue"), [("Q:", "A:", ":"), ("Q.", "A.", "."), ("**Q:**", "**A:**", ":")])
def test_questions_and_answers(q: str, a: str, cue: str) -> None:
    text = f"{q} How did it begin?\n{a} By chance.\n{q} And now?\n{a} Now we wait.\nWe shall see."
    assert said(text, *(BlockKind.PARAGRAPH,) * 5) == [
        ("Q", cue, "How did it begin?"),
        ("A", cue, "By chance."),
        ("Q", cue, "And now?"),
        ("A", cue, "Now we wait."),
    ]
    assert all(attribution.turn for attribution in found(text, *(BlockKind.PARAGRAPH,) * 5))


def test_full_names_first_and_surnames_after_with_a_party_in_brackets() -> None:
    text = (
        "Rep. Ann Smith (D-Ohio): The figures are wrong.\n\n"
        "Bob Jones, analyst: They are right.\n\n"
        "Smith: They were made up.\n\n"
        "Jones: By whom?"
    )
    assert said(text) == [
        ("Rep. Ann Smith", ":", "The figures are wrong."),
        ("Bob Jones", ":", "They are right."),
        ("Smith", ":", "They were made up."),
        ("Jones", ":", "By whom?"),
    ]


def test_labels_in_bold_and_the_interviewer() -> None:
    text = (
        "**Interviewer:** Why?\n\n**Lena Marsh:** Why not?\n\n**Interviewer:** All?\n\n**Marsh:** Yes, all."
    )
    assert said(text) == [
        ("Interviewer", ":", "Why?"),
        ("Lena Marsh", ":", "Why not?"),
        ("Interviewer", ":", "All?"),
        ("Marsh", ":", "Yes, all."),
    ]


def test_turns_that_stand_far_apart() -> None:
    text = "\n".join(
        [
            "Doe: It began by chance.",
            "We were young.",
            "It was dark.",
            "Roe: And then?",
            "It rained.",
            "It blew.",
            "Doe: Then we left.",
            "That was all.",
            "It was enough.",
            "Roe: I see.",
        ]
    )
    kinds = (BlockKind.PARAGRAPH,) * 10
    assert said(text, *kinds) == [
        ("Doe", ":", "It began by chance. … We were young. … It was dark."),
        ("Roe", ":", "And then? … It rained. … It blew."),
        ("Doe", ":", "Then we left. … That was all. … It was enough."),
        ("Roe", ":", "I see."),
    ]


def test_two_turns_in_capitals_make_a_transcript() -> None:
    assert said("HOST: Are you well?\n\nGUEST: Quite well.") == [
        ("HOST", ":", "Are you well?"),
        ("GUEST", ":", "Quite well."),
    ]


def test_a_turn_is_direct_with_and_without_marks() -> None:
    # A transcript gives what was said word for word, whether or not it sets quotation marks.
    text = "DOE: “I never said it.”\n\nROE: You said “never” twice.\n\nDOE: No.\n\nROE: Yes."
    assert [attribution.kind for attribution in found(text)] == [Kind.DIRECT] * 4


@pytest.mark.parametrize(
    "text",
    [
        "Delegates so far\n\nQuill: 12.\n\nMarsh: 9.\n\nQuill: 14 in all.\n\nMarsh: 10.",
        "Note: this was edited.\n\nCorrection: the year was 1990.\n\nNote: so was this.",
        "Updated: 5pm\n\nRead more: rents fall again\n\nWarning: pictures may upset you.",
        "Photo: AP\n\nVideo: a flood in the valley\n\nPhoto: Reuters",
        "Date: Monday\n\nPlace: the old mill by the river\n\nPrice: nothing at all",
        "The rule is simple: pay.\n\nThe fine is high: a lot.\n\nThe rule is old: a century.",
        "See http://example.org: it is all there.\n\nSee https://example.org: it is all there too.",
        "Northport: Reed, Poe, Marsh\n\nSubs: Roe, Doe\n\nSouthby: Lamb, Lane\n\nSubs: Pike, Ray",
        "GOAL: Reed from the left.\n\nCHANCE: Poe misses.\n\nGOAL: Reed again.\n\nCHANCE: Poe hits it.",
        "Northport: second from the top\n\nSouthby: third\n\nNorthport: first again\n\nSouthby: fourth",
        "Northport: Ferries are free.\n\nSouthby: The quay is shut.\n\nWestern: Dogs may swim.\n\nNorthport: So are"
        " trams.\n\nEasting: No news.\n\nSouthby: The mill opens.\n\nMidland: Shops close.\n\nUpton: Rents fall.",
        "It was 10:30 in the morning.\n\nIt was 11:45 at last.",
    ],
)
def test_other_colons_are_not_labels(text: str) -> None:
    assert said(text) == []


LINES = "California: 48 per cent.\n\nTexas: 51 per cent.\n\n"


def test_a_table_of_figures_is_not_speech() -> None:
    text = f"Who voted in person.\n\n{LINES}By mail it was another matter.\n\n{LINES.replace('5', '3')}"
    assert said(text) == []
    assert said(text.replace("per cent", "of them went there")) != []


def test_a_figure_among_turns_is_an_answer() -> None:
    text = "DOE: How many voted?\n\nROE: 48 per cent.\n\nDOE: And by mail?\n\nROE: 12.5 per cent."
    assert [words for _, _, words in said(text)] == [
        "How many voted?",
        "48 per cent.",
        "And by mail?",
        "12.5 per cent.",
    ]


def test_a_transcript_inside_quotation_marks() -> None:
    text = "The two met. “GUEST: Good evening, Senator. I am late. MS. DOE: You are. GUEST: I know.” [CNB, 4 May]"
    assert said(text) == [
        ("GUEST", ":", "Good evening, Senator. I am late."),
        ("DOE", ":", "You are."),
        ("GUEST", ":", "I know."),
    ]


@pytest.mark.parametrize(
    "text",
    ["The sign said “NOTE: Do not feed the fish.”", "She wrote “DOE: I am tired. I am late.” on the wall."],
)
def test_one_label_inside_marks_is_no_transcript(text: str) -> None:
    assert said(text) == []
