"""tui.analysis.parsed_article against spaCy's own objects."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from tui.analysis.parsed_article import ParsedArticle

VOCAB = spacy.blank("en").vocab


def doc_of(words: list[str], heads: list[int], starts: list[bool]) -> Doc:
    """Return a Doc whose heads stay inside their sentences."""
    firsts, first = [], 0
    for i, starting in enumerate(starts):
        first = i if starting else first
        firsts.append(first)
    heads = [max(firsts[i], min(head, i)) for i, head in enumerate(heads)]
    doc = Doc(
        VOCAB,
        words=words,
        heads=heads,
        deps=["ROOT" if head == i else "dep" for i, head in enumerate(heads)],
        pos=["SPACE" if word.isspace() else "NOUN" for word in words],
        tags=["_SP" if word.isspace() else "NN" for word in words],
        lemmas=[word.upper() for word in words],
    )
    if len(words) > 2 and not words[1].isspace():
        doc.set_ents([Span(doc, 1, 2, label="PERSON")])
    return doc


token = st.sampled_from(["Ann", "said", "“", "so", ".", " ", "  ", "\t"])


@settings(max_examples=80)
@given(
    st.lists(st.tuples(token, st.integers(0, 12), st.booleans()), min_size=1, max_size=12), st.integers(0, 50)
)
def test_columns_are_those_of_the_tokens(rows: list[tuple[str, int, bool]], offset: int) -> None:
    doc = doc_of([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
    parsed = ParsedArticle(" " * 200)
    parsed.add(doc, offset, 4)
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    assert parsed.word == [t.text for t in kept]
    assert parsed.start == [offset + t.idx for t in kept]
    assert parsed.end == [offset + t.idx + len(t.text) for t in kept]
    assert parsed.lemma == [t.lemma_.lower() for t in kept]
    assert parsed.pos == [t.pos_ for t in kept]
    assert parsed.tag == [t.tag_ for t in kept]
    assert parsed.dep == [t.dep_ for t in kept]
    assert parsed.entity == [t.ent_type_ for t in kept]
    assert parsed.entity_begins == [t.ent_iob_ == "B" for t in kept]
    for n, t in enumerate(kept):
        head = t.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        assert parsed.head[n] == place.get(head.i, n)
    assert parsed.paragraphs == [(0, len(kept))]
    assert parsed.blocks == [4]
    held = [[t.i for t in sentence if not t.is_space] for sentence in doc.sents]
    assert [list(range(a, b)) for a, b in parsed.sentences] == [[place[i] for i in s] for s in held if s]
    assert all(a <= n < b for n, (a, b) in enumerate(parsed.sentences[k] for k in parsed.sentence))


def test_blocks_are_appended() -> None:
    parsed = ParsedArticle("Ann said\nso")
    parsed.add(doc_of(["Ann", "said"], [0, 0], [True, False]), 0, 0)
    parsed.add(doc_of(["so"], [0], [True]), 9, 2)
    assert parsed.head == [0, 0, 2]
    assert parsed.sentence == [0, 0, 1]
    assert parsed.paragraphs == [(0, 2), (2, 3)]
    assert parsed.children() == [[1], [], []]


def test_an_empty_doc_is_an_empty_paragraph() -> None:
    parsed = ParsedArticle("")
    parsed.add(spacy.blank("en")(""), 0, 0)
    assert len(parsed) == 0
    assert parsed.paragraphs == [(0, 0)]


def test_a_head_that_is_white_space_is_skipped() -> None:
    parsed = ParsedArticle("a  b")
    parsed.add(doc_of(["a", "  ", "b"], [0, 0, 1], [True, False, False]), 0, 0)
    assert parsed.head == [0, 0]


def test_characters_left_out_shift_the_offsets_after_them() -> None:
    text = "Pe\u00adter said so.\u00ad"  # one inside a word, one at the end, before nothing
    parsed = ParsedArticle("xx" + text)
    doc = Doc(VOCAB, words=["Peter", "said", "so."], heads=[1, 1, 1], deps=["nsubj", "ROOT", "advmod"])
    parsed.add(doc, 2, 0, [2])
    where = [parsed.text[a:b] for a, b in zip(parsed.start, parsed.end, strict=True)]
    assert where == ["Pe\u00adter", "said", "so."]
    assert parsed.word == ["Peter", "said", "so."]


@pytest.mark.parametrize(
    ("words", "tags", "pos"),
    [
        (["May", "said", "so"], ["MD", "VBD", "RB"], "PROPN"),
        (["Will", "says", "so"], ["MD", "VBZ", "RB"], "PROPN"),
        (["May", "I", "go"], ["MD", "PRP", "VB"], "AUX"),
        (["May", "peace", "come"], ["MD", "NN", "VB"], "AUX"),
        (["may", "said", "so"], ["MD", "VBD", "RB"], "AUX"),
        (["Can", "was", "late"], ["MD", "VBD", "JJ"], "AUX"),
    ],
)
def test_a_modal_before_a_finite_verb_is_a_name(words: list[str], tags: list[str], pos: str) -> None:
    doc = Doc(
        VOCAB, words=words, tags=tags, pos=["AUX", "VERB", "ADV"], heads=[1, 1, 1], deps=["aux", "ROOT", "x"]
    )
    parsed = ParsedArticle(" ".join(words))
    parsed.add(doc, 0, 0)
    assert parsed.pos[0] == pos
    assert parsed.dep[0] == ("nsubj" if pos == "PROPN" else "aux")


@pytest.mark.parametrize(
    ("words", "deps", "lemmas", "active"),
    [
        ("He 's called Doe mad", "nsubjpass auxpass ROOT dobj oprd", "he be call Doe mad", True),
        ("He ’s told Doe lies", "nsubjpass auxpass ROOT dobj ccomp", "he be tell Doe lie", True),
        ("He 's called mad today", "nsubjpass auxpass ROOT oprd npadvmod", "he be call mad today", False),
        ("He 's given books today", "nsubjpass auxpass ROOT dobj npadvmod", "he be give book today", False),
        ("He is called Doe mad", "nsubjpass auxpass ROOT dobj oprd", "he be call Doe mad", False),
    ],
)
def test_has_that_was_read_as_is_makes_no_passive(
    words: str, deps: str, lemmas: str, *, active: bool
) -> None:
    split = words.split()
    doc = Doc(VOCAB, words=split, lemmas=lemmas.split(), heads=[2] * len(split), deps=deps.split())
    parsed = ParsedArticle(" ".join(split))
    parsed.add(doc, 0, 0)
    assert parsed.dep[:2] == (["nsubj", "aux"] if active else ["nsubjpass", "auxpass"])
