"""Attributions that stand in the layout."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.analysis import Kind, Stance
from tui.analysis.draft import Draft
from tui.analysis.quoting import labels, quotations
from tui.article.article import Block, BlockKind
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks

BODY = "The chair of the council, Ada Quill, said on Monday that rents would fall. Nobody asked her when."


def found(text: str, *kinds: BlockKind) -> list[Draft]:
    """With a kind for each line; without any, the blocks are found as in an article."""
    blocks: tuple[Block, ...] = find_blocks(text)
    if kinds:
        spans, at = [], 0
        for line in text.split("\n"):
            spans.append(Span(at, at + len(line)))
            at += len(line) + 1
        blocks = tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True))
    return labels.find(text, blocks, quotations.find(text, blocks))


def said(text: str, *kinds: BlockKind) -> list[tuple[str, str, str]]:
    """Source, cue and content of each, as text; the pieces of a content with … between."""
    return [
        (
            " … ".join(s.of(text) for s in draft.source),
            " … ".join(s.of(text) for s in draft.cue),
            " … ".join(s.of(text) for s in draft.content),
        )
        for draft in found(text, *kinds)
    ]


# Transcripts


def test_shouted_turns_go_on_over_paragraphs_without_a_label() -> None:
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
    assert {draft.kind for draft in found(text)} == {Kind.INDIRECT}
    assert {draft.stance for draft in found(text)} == {Stance.SPEECH}


@pytest.mark.parametrize(("q", "a", "cue"), [("Q:", "A:", ":"), ("Q.", "A.", "."), ("**Q:**", "**A:**", ":")])
def test_questions_and_answers(q: str, a: str, cue: str) -> None:
    text = f"{q} How did it begin?\n{a} By chance.\n{q} And now?\n{a} Now we wait.\nWe shall see."
    assert said(text, *(BlockKind.PARAGRAPH,) * 5) == [
        ("Q", cue, "How did it begin?"),
        ("A", cue, "By chance."),
        ("Q", cue, "And now?"),
        ("A", cue, "Now we wait."),
    ]
    assert all(draft.turn for draft in found(text, *(BlockKind.PARAGRAPH,) * 5))


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


def test_two_shouted_turns_make_a_transcript() -> None:
    assert said("HOST: Are you well?\n\nGUEST: Quite well.") == [
        ("HOST", ":", "Are you well?"),
        ("GUEST", ":", "Quite well."),
    ]


def test_the_kind_of_a_turn_is_read_off_its_marks() -> None:
    text = "DOE: “I never said it.”\n\nROE: You said “never” twice.\n\nDOE: No.\n\nROE: Yes."
    assert [draft.kind for draft in found(text)] == [Kind.DIRECT, Kind.MIXED, Kind.INDIRECT, Kind.INDIRECT]


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
        "It was 10:30 in the morning.\n\nIt was 11:45 at last.",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert said(text) == []


# Signatures


@pytest.mark.parametrize("dash", ["—", "–", "-", "--", "―"])
def test_a_dash_and_a_name_after_the_quotation(dash: str) -> None:
    text = f"“The river took everything we had, and then it took the road.” {dash} Ada Quill, farmer"
    assert said(text) == [
        ("Ada Quill", dash, "“The river took everything we had, and then it took the road.”")
    ]
    assert found(text)[0].kind is Kind.DIRECT


def test_a_dash_and_a_name_on_a_line_of_its_own() -> None:
    text = f"{BODY}\n\n“We lost the lot. All of it.”\n\n― Lena Marsh, reader from Leeds\n\n{BODY}"
    assert said(text) == [("Lena Marsh", "―", "“We lost the lot. All of it.”")]


@pytest.mark.parametrize(
    ("line", "name"),
    [("— Lena Marsh.", "Lena Marsh"), ("- Marsh.", "Marsh"), ("– Lena Marsh Jr.", "Lena Marsh Jr.")],
)
def test_the_stop_after_a_signature_is_not_its_name_s(line: str, name: str) -> None:
    text = f"{BODY}\n“We lost the lot. All of it.”\n{line}"
    assert [source for source, _, _ in said(text, *(BlockKind.PARAGRAPH,) * 3)] == [name]


def test_a_pull_quote_that_closes_after_its_speaker() -> None:
    text = f'{BODY}\n"We lost the lot. All of it.\nLena Marsh, farmer."\n{BODY}'
    (draft,) = found(text, *(BlockKind.PARAGRAPH,) * 4)
    assert draft.source[0].of(text) == "Lena Marsh"
    assert draft.content[0].of(text) == '"We lost the lot. All of it.'
    assert draft.probability < 0.5


def test_a_signature_under_a_block_quote_without_marks() -> None:
    text = "> We lost the lot.\n> And nobody came.\n\n— Lena Marsh"
    (draft,) = found(text)
    assert draft.source[0].of(text) == "Lena Marsh"
    assert "We lost the lot." in draft.content[0].of(text)
    assert draft.kind is Kind.INDIRECT


def test_a_signature_under_a_run_of_re_opened_marks_takes_all_of_it() -> None:
    text = "“We lost the lot.\n“And nobody came.”\n— Lena Marsh"
    kinds = (BlockKind.PARAGRAPH,) * 3
    assert said(text, *kinds) == [("Lena Marsh", "—", "“We lost the lot.\n“And nobody came.”")]


@pytest.mark.parametrize(
    "text",
    [
        "“The lot,” she said — Ada Quill had left by then.",
        "He called it “the lot” – London had heard worse.",
        f"{BODY}\n\n— Ada Quill",
        "- Milk\n- Bread\n- Ada Quill",
        "“We lost the lot,” she said.\n\nAda Quill left.",
    ],
)
def test_what_is_no_signature(text: str) -> None:
    assert said(text) == []


def test_a_tweet_and_its_issuer() -> None:
    text = "Rents will fall. I mean it. #rents https://t.co/abc — Ada Quill (@adaquill) May 5, 2016"
    assert said(text) == [("Ada Quill (@adaquill)", "—", "Rents will fall. I mean it. #rents")]


def test_the_issuer_of_a_tweet_on_a_line_of_its_own() -> None:
    text = "Rents will fall. I mean it.\n— Ada Quill (@adaquill) May 5, 2016"
    kinds = (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    assert said(text, *kinds) == [("Ada Quill (@adaquill)", "—", "Rents will fall. I mean it.")]


# Headlines


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Quill: Rents will fall by June", ("Quill", ":", "Rents will fall by June")),
        ("Ada Quill: ‘Rents will fall’", ("Ada Quill", ":", "‘Rents will fall’")),
        ("EXCLUSIVE – Ada Quill: Rents Will Fall", ("Ada Quill", ":", "Rents Will Fall")),
        ("Quill on rents: ‘They will fall’", ("Quill", ":", "‘They will fall’")),
        ("Quill To Council: ‘Rents Will Fall’", ("Quill", ":", "‘Rents Will Fall’")),
        ("Police: two men held after fire", ("Police", ":", "two men held after fire")),
        ("I will cut the rents: Quill", ("Quill", ":", "I will cut the rents")),
        ("‘Rents will fall soon’: Ada Quill", ("Ada Quill", ":", "‘Rents will fall soon’")),
        ("“Rents will fall soon” – Ada Quill", ("Ada Quill", "–", "“Rents will fall soon”")),
    ],
)
def test_headlines_that_name_a_speaker(headline: str, expected: tuple[str, str, str]) -> None:
    text = f"{headline}\n{BODY}"
    assert said(text, BlockKind.HEADLINE, BlockKind.PARAGRAPH) == [expected]


@pytest.mark.parametrize(
    "headline",
    [
        "The Latest: council meets on rents",
        "Live: rents fall across the valley",
        "Rents: what happens next",
        "Valley floods: hundreds leave their homes",
        "Ada Quill: saint or sinner?",
        "Breaking: rents fall in the valley",
        "What we know: rents, floods and fires",
    ],
)
def test_headlines_whose_label_is_a_topic(headline: str) -> None:
    assert said(f"{headline}\n{BODY}", BlockKind.HEADLINE, BlockKind.PARAGRAPH) == []


# Introductions


@pytest.mark.parametrize(
    ("lead", "source", "cue"),
    [
        ("In a statement on Monday, Ada Quill said:", "Ada Quill", "said"),
        ("Ms. Quill, the chair of the council, later wrote:", "Ms. Quill", "wrote"),
        ("It rained. Then she added:", "she", "added"),
        ("As Ada Quill, then still a child, wrote to the king:", "Ada Quill", "wrote"),
        ("Replied Quill:", "Quill", "Replied"),
        ("The Northport Trust website notes:", "The Northport Trust website", "notes"),
        ("In an email, the council wrote:", "the council", "wrote"),
        ("As announced by wire, wrote Ada Quill:", "Ada Quill", "wrote"),
        ("According to Ada Quill:", "Ada Quill", "According to"),
        ("Ada Quill later issued the following statement:", "Ada Quill", "issued"),
        ("The council released a long statement on its site:", "The council", "released"),
        ("Here is the full statement from Ada Quill, chair of the council:", "Ada Quill", "statement"),
    ],
)
def test_a_block_quote_under_a_sentence_that_ends_in_a_colon(lead: str, source: str, cue: str) -> None:
    text = f"{lead}\nRents will fall.\nThey must.\n{BODY}"
    kinds = (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH)
    assert said(text, *kinds) == [(source, cue, "Rents will fall.\nThey must.")]
    assert found(text, *kinds)[0].probability > 0.8


def test_a_quotation_in_the_next_paragraph() -> None:
    text = (
        f"Ada Quill told reporters outside the hall:\n“Rents will fall.\n“They must.” Then it rained.\n{BODY}"
    )
    kinds = (BlockKind.PARAGRAPH,) * 4
    assert said(text, *kinds) == [("Ada Quill", "told", "“Rents will fall.\n“They must.”")]


def test_a_bare_paragraph_is_less_sure() -> None:
    text = f"Ada Quill wrote:\nRents will fall, and soon.\n{BODY}"
    (draft,) = found(text, *(BlockKind.PARAGRAPH,) * 3)
    assert draft.content[0].of(text) == "Rents will fall, and soon."
    assert draft.probability < 0.5


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rents fell again. Ada Quill: “They must.”", "Ada Quill"),
        ("Quill: “They must.” Marsh left.", "Quill"),
        ("RENTS FALL – Ada Quill: “They must.”", "Ada Quill"),
        ("It went on. More from Quill: “They must.”", "Quill"),
    ],
)
def test_a_name_and_a_colon_before_a_quotation(text: str, source: str) -> None:
    assert said(text, BlockKind.PARAGRAPH) == [(source, ":", "“They must.”")]


@pytest.mark.parametrize(
    "text",
    [
        "He said of Ms. Quill: “She must.”",
        "They came from Mexico: “They must.”",
        "Note: “This” was edited.",
        "Read more: “Rents fall” and others",
    ],
)
def test_a_name_that_is_not_the_speaker(text: str) -> None:
    assert said(text, BlockKind.PARAGRAPH) == []


# Properties

PARTS = st.sampled_from(
    [
        "DOE:",
        "Q:",
        "A:",
        "Ann Smith",
        "said",
        ":",
        "“",
        "”",
        "—",
        "(@ann)",
        "\n",
        " ",
        "Note:",
        "> ",
        "he",
        ".",
        "I",
        "*",
    ]
)
TEXTS = st.lists(PARTS, max_size=40).map(" ".join) | st.lists(PARTS, max_size=40).map("".join)


@given(TEXTS, st.lists(st.sampled_from(list(BlockKind)), min_size=41, max_size=41))
def test_drafts_are_in_order_inside_the_text_and_do_not_overlap(text: str, kinds: list[BlockKind]) -> None:
    drafts = found(text, *kinds[: text.count("\n") + 1])
    contents = [span for draft in drafts for span in draft.content]
    for first, second in pairwise(sorted(contents)):
        assert first.end <= second.start
    assert [draft.content[0] for draft in drafts] == sorted(draft.content[0] for draft in drafts)
    for draft in drafts:
        assert len(draft.source) == len(draft.cue) == 1
        for span in (*draft.content, *draft.cue, *draft.source):
            assert 0 <= span.start < span.end <= len(text)
        assert not any(span.overlaps(other) for span in draft.source for other in draft.content)
        assert 0.0 < draft.probability < 1.0


@given(TEXTS)
def test_nothing_is_found_in_blocks_that_do_not_speak(text: str) -> None:
    kinds = [k for k in BlockKind if not k.speaks] * 41
    assert found(text, *kinds[: text.count("\n") + 1]) == []


@given(st.text())
def test_no_text_raises(text: str) -> None:
    found(text)


def test_ten_thousand_turns() -> None:
    assert len(found("DOE: Yes.\n\nROE: No.\n\n" * 5_000)) == 10_000
