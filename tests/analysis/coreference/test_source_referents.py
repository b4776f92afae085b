"""Whom pronouns, descriptions and other sources mean, with the real model."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader
from tests.spoken import parse, resolved
from tui.analysis.analysis import Kind, Stance
from tui.analysis.coreference.speakers import resolve
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span


def test_the_head_of_a_source_with_a_hyphen() -> None:
    spoken = resolved("⟦Marsh’s co-author, Luis Ortega of the Harbour Institute,|Luis Ortega⟧ said no.")
    assert spoken.found == spoken.expected


@pytest.mark.parametrize(
    "source",
    ["Priya Raman, a scientist at the University of Leeds", "Priya Raman of the University of Leeds"],
)
def test_they_are_not_where_somebody_works(source: str) -> None:
    text = f"“It is old,” said ⟦{source}|Priya Raman⟧.\n\nThe findings, ⟦they|⟧ write, “change everything.”"
    assert resolved(text).found == resolved(text).expected


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Director General of the Harborus Company Vladimir Kalnins", "Vladimir Kalnins"),
        ("A tall guard named Carl Moss", "Carl Moss"),
        ("The girl, now a retired nurse named Clara Reed,", "Clara Reed"),
        ("A lawyer for a man named Carl Moss", "Lawyer for a man named Carl Moss"),
        ("A woman, who has a dog named Bella,", "Woman"),
        (
            "Professor of Botany at UCX and Botanist at Leeds University Maternity Hospital Laura Penny",
            "Laura Penny",
        ),
        ("Chairperson of the Bank of Latvia Ilze Kalnina", "Ilze Kalnina"),
        ("Chairman of the Works and Bridges Committee Carl Moss", "Carl Moss"),
        ("Head of the Norwegian Food and Fish Council, Clara Reed,", "Clara Reed"),
        ("the Minister for Foreign Affairs and Trade, Clara Reed,", "Clara Reed"),
        ("Supporters of the Norwegian Food Council, Clara Reed,", "Supporters of the Norwegian Food Council"),
        ("The Bureau of Meteorology's Clara Reed", "Clara Reed"),
        ("The Office of Rural Affairs’ Clara Reed", "Clara Reed"),
        ("Office of Management and Budget Director Carl Moss today", "Carl Moss"),
        ("U.S. Coast Corps of Divers Quay District Commander Col. Carl Moss", "Carl Moss"),
        (
            "A spokesman for the Bureau of Meteorology's Clara Reed",
            "Spokesman for the Bureau of Meteorology's Clara Reed",
        ),
        ("The Friends of Mayor Tom Reed", "Friends of Mayor Tom Reed"),
        ("A spokesman for Sen. Clara Reed", "Spokesman for Sen. Clara Reed"),
        ("A lawyer for Sgt. Carl Moss", "Lawyer for Sgt. Carl Moss"),
        ("The chairman of the Joint Chiefs of Staff Gen. Carl Moss", "Carl Moss"),
        ("The Bureau of Meteorology", "Bureau of Meteorology"),
        ("Lawyer for Tom Reed", "Lawyer for Tom Reed"),
        ("Director of the Tom Reed Museum", "Director of the Tom Reed Museum"),
        ("Supporters of Tom Reed", "Supporters of Tom Reed"),
    ],
)
def test_a_title_with_what_it_is_of_before_a_name(source: str, speaker: str) -> None:
    spoken = resolved(f"“It is late,” ⟦{source}|{speaker}⟧ said on Thursday.")
    assert spoken.found == spoken.expected


def test_two_who_speak_together_are_one_group() -> None:
    spoken = resolved(
        "Mr. Grey and Ada Quill agreed. ⟦Grey and Quill|Grey and Ada Quill⟧ said the rents must fall."
    )
    assert spoken.found == spoken.expected
    assert spoken.speakers[0].kind == "group"


def test_a_pronoun_that_nobody_fits_has_no_speaker() -> None:
    spoken = resolved("⟦She|⟧ said that it was late.")
    assert spoken.found == spoken.expected
    assert spoken.attributions[0].certainty < 0.7


def test_a_quote_that_stands_alone_keeps_its_runs_speaker_and_says_so() -> None:
    spoken = resolved(
        "⟦Ada Quill|Ada Quill⟧ said: “The rents are too high.”\n\n“They have doubled in a year.”", alone=True
    )
    first, second = spoken.attributions
    assert second.speaker == first.speaker is not None
    assert second.certainty < first.certainty
    assert "continues" in second.evidence[0].reason


def test_evidence_leads_from_the_pronoun_to_the_fullest_form() -> None:
    spoken = resolved("""
        Mayor Adam Quill came to the hall on Monday.

        Mr Quill opened the meeting. ⟦He|Adam Quill⟧ said: “The rents are too high.”
    """)
    steps = spoken.attributions[0].evidence
    assert [step.span.of(spoken.text) for step in steps if step.span] == ["He", "Mr Quill", "Adam Quill"]
    assert steps[0].reason == "“He”: subject of the sentence before, same gender"
    assert "fullest form" in steps[-1].reason


def test_whoever_is_named_in_what_a_pronoun_says_is_somebody_else() -> None:
    spoken = resolved("""
        Mark Dunn spoke first on Monday. Paul Weir, despite his doubts, clapped.

        ⟦He|Paul Weir⟧ believes that Dunn is right. ⟦He|Mark Dunn⟧ says that Weir is wrong.
    """)
    assert spoken.found == spoken.expected


def test_an_unsure_choice_is_less_certain_than_a_name() -> None:
    spoken = resolved("""
        Mark Dunn met Paul Weir and Carl Moss in the square.

        ⟦Dunn|Mark Dunn⟧ said it was cold.

        Paul Weir nodded to Carl Moss. ⟦He|Paul Weir⟧ said so too.
    """)
    by_source = {a.source[0].of(spoken.text): a.certainty for a in spoken.attributions}
    assert by_source["He"] < by_source["Dunn"]


def test_of_a_source_in_two_places_the_one_next_to_the_cue_speaks() -> None:
    text = "Rents and wages rose in May, but Ada Quill said that it would end."
    parsed = parse(text)
    spans = {
        word: Span(text.index(word), text.index(word) + len(word)) for word in ("Rents", "Ada Quill", "said")
    }
    content = Span(text.index("that"), len(text) - 1)
    draft = RawAttribution(
        Kind.INDIRECT, Stance.SPEECH, (content,), (spans["said"],), (spans["Rents"], spans["Ada Quill"]), 1.0
    )
    _, speakers, _ = resolve(parsed, Article(text, "test"), [draft])
    assert [s.name for s in speakers] == ["Ada Quill"]


@pytest.mark.parametrize("source", ["You", "One", "Those", "We", "I", "They"])
def test_nobody_is_called_by_a_pronoun(source: str) -> None:
    spoken = resolved(f"⟦{source}|⟧ said that the boats were lost. ⟦{source}|⟧ said so.")
    assert spoken.found == spoken.expected
    assert spoken.speakers == ()


def test_they_are_people_and_no_place_near_by() -> None:
    text = """
        Scientists at the survey have mapped the ridge near Holt Crater for a year. ⟦They|Scientists⟧ said the
        ground was moving.

        Residents left the town of Brackwater. ⟦They|Residents⟧ said the river had never been so high.
    """
    for article in (text, "The team walked for two days to Holt Crater. ⟦They|⟧ said the ground was moving."):
        spoken = resolved(article)
        assert spoken.found == spoken.expected


def test_who_says_it_stays_in_mind_before_whom_it_is_said_of() -> None:
    spoken = resolved("""
        Joan Petrie met Ada Quill in Leeds on Monday. ⟦Quill|Ada Quill⟧ says she believes that Petrie is right.

        “We go on together,” ⟦she|Ada Quill⟧ said.
    """)
    assert spoken.found == spoken.expected


@pytest.mark.parametrize(
    "article",
    [
        "⟦Ada Quill Backs Tom Marsh|Ada Quill⟧: I Am Tired\n\nAda Quill spoke. Tom Marsh is the mayor.",
        "⟦Ada Quill Slams Tom Marsh|Ada Quill⟧: ‘Enough’\n\nAda Quill spoke. Tom Marsh is the mayor.",
        "⟦Ada Quill and Tom Marsh|Ada Quill and Tom Marsh⟧: We Are Tired\n\nAda Quill met Tom Marsh.",
        "⟦Quill aide Tom Marsh|Tom Marsh⟧: “I am tired.” Ada Quill left.",
        "Ada Quill left. ⟦Quill Sunday night|Ada Quill⟧ recounted it.",
        "Ada Quill left. ⟦Quill on Sunday|Ada Quill⟧ recounted it.",
        "Marsh met Quill. To, now, ⟦Marsh, Quill|Ada Quill⟧ said. Ada Quill is a poet, Tom Marsh is not.",
        "Gold-Z is a company. They left Gold-Z in May. ⟦Gold-Z|Gold-Z⟧ said no.",
    ],
)
def test_of_several_names_in_a_source_one_speaks(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "As they queued, the Quill campaign sent an email with a picture of Mrs Marsh and her husband, Tom "
            "Marsh, and accused the Marsh camp of being “cowards”.",
            "Quill campaign",
        ),
        ("In an essay last week, Ada Quill acknowledged that it was “late”.", "Ada Quill"),
    ],
)
def test_of_a_source_in_pieces_the_subject_of_the_cue_speaks(
    reader: Reader, sentence: str, speaker: str
) -> None:
    assert reader.quotes(sentence)[-1].speaker == speaker


@pytest.mark.parametrize(
    "article",
    [
        "For hours, Ottway ate with his Dutch counterpart Wen Lai, ⟦who|Wen Lai⟧ said no. Rex Ottway left.",
        "Rex Tiller met Wanda Yi, ⟦who|Wanda Yi⟧ said it was late.",
        "Rex Tiller, ⟦who|Rex Tiller⟧ said it was late, met Wanda Yi.",
    ],
)
def test_who_is_the_one_right_before(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
