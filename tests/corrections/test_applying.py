"""Applying corrections to an analysis, and to every later analysis of the same text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corrections.corrected import NEW, Q, S, at, by, correct, name_of, said
from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT, span
from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance
from tui.article.article import Article
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.applying import apply
from tui.corrections.correction import (
    Correction,
    EntityReference,
    SpeakerReference,
    entity_reference,
    passages,
    quote_reference,
    speaker_reference,
)
from tui.corrections.editable_analysis import CORRECTED
from tui.json_codec import decode, encode


def test_changing_the_speaker() -> None:
    found = correct(Correction(Action.SPEAKER, at("q3"), to=by("s1")))
    quote = said(found, "q3")
    assert quote.speaker == "s1"
    assert quote.corrected
    assert quote.certainty == 1.0
    assert quote.evidence[0].reason.startswith(CORRECTED)
    assert [a for a in found.attributions if a.id != "q3"] == [
        a for a in ANALYSIS.attributions if a.id != "q3"
    ]
    assert found.speakers == ANALYSIS.speakers


def test_a_new_speaker_takes_the_mentions_of_the_entity_with_that_name() -> None:
    found = correct(
        Correction(Action.SPEAKER, at("q4"), to=SpeakerReference("Norvik Shipping", "organisation"))
    )
    made = found.speaker(said(found, "q4").speaker)
    assert made is not None
    assert (made.name, made.kind, made.corrected) == ("Norvik Shipping", "organisation", True)
    assert made.mentions == (span("Norvik Shipping"),)


def test_removing_the_speaker() -> None:
    assert said(correct(Correction(Action.SPEAKER, at("q1"))), "q1").speaker is None


def test_rejecting_a_quote() -> None:
    found = correct(Correction(Action.REJECT, at("q2")))
    assert [a.id for a in found.attributions] == ["q1", "q3", "q4", "q5"]


def test_changing_kind_and_stance() -> None:
    it = Correction(Action.KIND, at("q5"), kind=Kind.MIXED, stance=Stance.SPEECH)
    quote = said(correct(it), "q5")
    assert (quote.kind, quote.stance, quote.corrected) == (Kind.MIXED, Stance.SPEECH, True)


def test_a_corrected_content_that_the_analysis_now_finds_is_not_doubled() -> None:
    """Keep one of two quotes that share too few words to be taken for the same one."""
    words = span("Okafor said the council had ignored its own engineers")
    short = (replace(at("q3")[0], content=passages(TEXT, [span("ignored")])),)
    it = Correction(Action.CONTENT, short, spans=passages(TEXT, [words]), kind=Kind.INDIRECT)
    other = replace(Q["q3"], content=(words,))
    found = correct(it, analysis=replace(ANALYSIS, attributions=(Q["q1"], other)))
    assert [a.content for a in found.attributions] == [Q["q1"].content, (words,)]
    assert found.attributions[1].corrected
    assert found.attributions[1].id == "q3"


def test_extending_a_quote_to_the_words_of_another_replaces_that_one() -> None:
    it = Correction(Action.CONTENT, at("q3"), spans=passages(TEXT, Q["q4"].content), kind=Kind.MIXED)
    assert [a.id for a in correct(it).attributions] == ["q1", "q2", "q3", "q5"]


def test_trimming_a_quote() -> None:
    less = span("the council had ignored")
    it = Correction(Action.CONTENT, at("q3"), spans=passages(TEXT, [less]), kind=Kind.INDIRECT)
    assert said(correct(it), "q3").content == (less,)


def test_quotes_stay_in_reading_order() -> None:
    later = span("Nothing else.”")
    it = Correction(Action.CONTENT, at("q1"), spans=passages(TEXT, [later]), kind=Kind.DIRECT)
    starts = [a.start for a in correct(it).attributions]
    assert starts == sorted(starts)


def test_changing_cue_and_source() -> None:
    cue, source = passages(TEXT, [span("disagreed")]), passages(TEXT, [span("Tom Okafor")])
    found = correct(
        Correction(Action.CUE, at("q2"), spans=cue), Correction(Action.SOURCE, at("q2"), spans=source)
    )
    assert said(found, "q2").cue == (span("disagreed"),)
    assert said(found, "q2").source == (span("Tom Okafor"),)


def test_adding_a_missed_quote() -> None:
    content = passages(TEXT, [span("according to her office")])
    it = Correction(Action.ADD, (replace(at("q5")[0], content=content, kind=Kind.INDIRECT),), to=NEW)
    found = correct(it)
    assert len(found.attributions) == 6
    assert found.attributions[-1].content == (span("according to her office"),)
    assert found.attributions[-1].corrected
    assert found.speaker(found.attributions[-1].speaker) is not None


def test_merging_two_speakers() -> None:
    found = correct(Correction(Action.MERGE, speaker=by("s1"), to=by("s2")))
    assert [s.name for s in found.speakers] == ["Tom Okafor"]
    assert found.speakers[0].corrected
    assert found.speakers[0].role == "Mayor"
    assert set(found.speakers[0].mentions) == {*S["s1"].mentions, *S["s2"].mentions}
    assert [name_of(found, q) for q in Q] == ["Tom Okafor", "Tom Okafor", "Tom Okafor", None, "Tom Okafor"]
    assert said(found, "q1").corrected
    assert not said(found, "q2").corrected


def test_dividing_a_speaker() -> None:
    found = correct(Correction(Action.DIVIDE, at("q3"), speaker=by("s2"), to=NEW))
    assert name_of(found, "q3") == "Ada Novak"
    assert name_of(found, "q2") == "Tom Okafor"
    new = found.speaker(said(found, "q3").speaker)
    old = found.speaker("s2")
    assert new is not None
    assert old is not None
    assert new.mentions == (span("Okafor", 2),)
    assert old.mentions == (span("Tom Okafor"),)


@pytest.mark.parametrize("to", [SpeakerReference("éloïse brandt"), replace(by("s1"), role=None), by("s1")])
@pytest.mark.parametrize("action", [Action.DIVIDE, Action.SPEAKER])
def test_a_merged_speaker_who_is_named_again_is_restored(action: Action, to: SpeakerReference) -> None:
    joined = Correction(Action.MERGE, speaker=by("s1"), to=by("s2"))
    found = correct(joined, Correction(action, at("q1"), speaker=by("s2"), to=to))
    new, old = found.speaker(said(found, "q1").speaker), found.speaker("s2")
    assert new is not None
    assert old is not None
    assert (new.name, new.role, new.mentions) == (to.name, S["s1"].role, S["s1"].mentions)
    assert (old.name, old.role, old.mentions) == ("Tom Okafor", None, S["s2"].mentions)
    assert name_of(found, "q5") == "Tom Okafor"


def test_a_speaker_merged_twice_is_restored_from_the_last_merge() -> None:
    third = Correction(Action.SPEAKER, at("q4"), to=NEW)
    joins = [Correction(Action.MERGE, speaker=by("s1"), to=by("s2"))]
    joins.append(Correction(Action.MERGE, speaker=by("s2"), to=replace(NEW, role=None)))
    found = correct(third, *joins, Correction(Action.SPEAKER, at("q1"), to=by("s1")))
    new, old = found.speaker(said(found, "q1").speaker), found.speaker(said(found, "q4").speaker)
    assert new is not None
    assert old is not None
    assert (new.name, new.role, old.name, old.role) == ("Éloïse Brandt", "Mayor", "Ada Novak", "engineer")
    assert not {*new.mentions} & {*old.mentions}


def test_changing_name_and_role() -> None:
    found = correct(
        Correction(Action.NAME, speaker=by("s2"), to=SpeakerReference("T. B. Okafor", "person", "councillor"))
    )
    assert found.speaker("s2") == replace(S["s2"], name="T. B. Okafor", role="councillor", corrected=True)
    assert not said(found, "q2").corrected


def test_renaming_a_speaker_to_the_name_of_another_merges_them() -> None:
    found = correct(Correction(Action.NAME, speaker=by("s2"), to=SpeakerReference("éloïse brandt")))
    assert len(found.speakers) == 1
    assert name_of(found, "q2") == name_of(found, "q1") == "éloïse brandt"


def test_corrections_are_applied_in_order() -> None:
    first = Correction(Action.SPEAKER, at("q3"), to=by("s1"))
    second = Correction(Action.SPEAKER, at("q3"), to=NEW)
    assert name_of(correct(first, second), "q3") == "Ada Novak"
    assert name_of(correct(second, first), "q3") == "Éloïse Brandt"
    assert [s.name for s in correct(second, first).speakers] == ["Éloïse Brandt", "Tom Okafor"]


# Another analysis of the same text


def test_a_later_analysis_may_have_other_ids_and_ends() -> None:
    it = Correction(Action.SPEAKER, at("q2"), to=by("s1"))
    other = replace(
        ANALYSIS,
        attributions=tuple(
            replace(a, id=f"x{n}", content=(Span(a.start, a.end - 3),))
            for n, a in enumerate(ANALYSIS.attributions)
        ),
        speakers=tuple(reversed(ANALYSIS.speakers)),
    )
    assert said(correct(it, analysis=other), "x1").speaker == "s1"


def test_a_corrected_quote_that_is_no_longer_found_is_put_back() -> None:
    it = Correction(Action.SPEAKER, at("q2"), to=by("s1"))
    found = correct(it, analysis=replace(ANALYSIS, attributions=(Q["q1"], Q["q5"])))
    assert [a.content for a in found.attributions] == [Q["q1"].content, Q["q2"].content, Q["q5"].content]
    assert (found.attributions[1].cue, found.attributions[1].source) == (Q["q2"].cue, Q["q2"].source)
    assert found.attributions[1].speaker == "s1"


def test_a_renamed_speaker_is_found_by_a_mention() -> None:
    other = replace(ANALYSIS, speakers=(replace(S["s1"], name="Brandt"), S["s2"]))
    found = correct(Correction(Action.SPEAKER, at("q3"), to=by("s1")), analysis=other)
    assert said(found, "q3").speaker == "s1"
    assert len(found.speakers) == 2


def test_a_correction_that_a_later_analysis_already_agrees_with_counts_as_placed() -> None:
    only = replace(ANALYSIS, speakers=(S["s2"],))
    correct(Correction(Action.MERGE, speaker=by("s1"), to=by("s2")), analysis=only)
    correct(Correction(Action.NAME, speaker=by("s1"), to=by("s2")), analysis=only)
    correct(Correction(Action.REJECT, at("q2")), analysis=replace(ANALYSIS, attributions=()))
    nobody = replace(ANALYSIS, speakers=())
    for action in (Action.MERGE, Action.NAME):
        done = apply(ARTICLE, nobody, [Correction(action, speaker=by("s1"), to=by("s2"))])
        assert len(done.unplaced) == 1


# Random texts, analyses and corrections

WORDS = st.lists(
    st.sampled_from(["“Yes,”", "no", "said", "Ann", "Bob.", "\n", "it", "“", "ß", "İ", "“Yes.”", "-"])
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    return " ".join(draw(WORDS))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def analysed(draw: st.DrawFn, text: str) -> Analysis:
    if not text:
        return Analysis()
    speakers = tuple(
        Speaker(
            f"s{n}", draw(st.sampled_from("ABC")), mentions=tuple(draw(st.lists(spans(text), max_size=2)))
        )
        for n in range(draw(st.integers(0, 3)))
    )
    quotes = [
        Attribution(
            "",
            draw(st.sampled_from(Kind)),
            draw(st.sampled_from(Stance)),
            (draw(spans(text)),),
            tuple(draw(st.lists(spans(text), max_size=1))),
            tuple(draw(st.lists(spans(text), max_size=1))),
            draw(st.sampled_from([None, *(s.id for s in speakers)])),
            0.5,
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    quotes.sort(key=lambda quote: quote.start)
    entities = tuple(
        Entity(
            f"e{n}", draw(st.sampled_from("ABC")), draw(st.sampled_from(["GPE", "ORG"])), (draw(spans(text)),)
        )
        for n in range(draw(st.integers(0, 3)))
    )
    return Analysis(tuple(replace(q, id=f"q{n}") for n, q in enumerate(quotes)), speakers, entities)


@st.composite
def corrections(draw: st.DrawFn, text: str, analysis: Analysis) -> list[Correction]:
    out: list[Correction] = []
    people = [
        SpeakerReference("A"),
        SpeakerReference("Z"),
        *(speaker_reference(text, s) for s in analysis.speakers),
    ]
    named = [EntityReference("A", "GPE"), *(entity_reference(text, e) for e in analysis.entities)]
    quotes = [quote_reference(text, q, analysis.speaker(q.speaker)) for q in analysis.attributions]
    for _ in range(draw(st.integers(0, 5)) if quotes else 0):
        some = draw(st.lists(st.sampled_from(quotes), min_size=1, max_size=3))
        action = draw(st.sampled_from(Action))
        out.append(
            Correction(
                action,
                tuple(some if action is Action.DIVIDE else some[:1]),
                draw(st.sampled_from(people)),
                draw(st.sampled_from(people)),
                passages(text, [draw(spans(text))]),
                draw(st.sampled_from(Kind)),
                draw(st.sampled_from(Stance)),
                draw(st.sampled_from(named)),
                draw(st.sampled_from(named)),
            )
        )
    return out


@given(st.data())
def test_applying_never_raises_and_all_spans_are_inside_the_text(data: st.DataObject) -> None:
    text = data.draw(texts())
    analysis = data.draw(analysed(text))
    its = data.draw(corrections(text, analysis))
    now = data.draw(st.one_of(st.just(text), texts()))
    on = analysis if now == text else data.draw(analysed(now))
    article = Article(now, "x")
    done = apply(article, on, its)
    assert sorted([*done.placed, *(u.correction for u in done.unplaced)], key=its.index) == its
    found = done.analysis
    starts = [quote.start for quote in found.attributions]
    assert starts == sorted(starts)
    ids = [quote.id for quote in found.attributions]
    assert len(set(ids)) == len(ids)
    people = [speaker.id for speaker in found.speakers]
    assert len(set(people)) == len(people)
    for quote in found.attributions:
        assert quote.content
        assert quote.speaker is None or quote.speaker in people
        for one in (*quote.content, *quote.cue, *quote.source):
            assert 0 <= one.start < one.end <= len(now)
    named = [entity.id for entity in found.entities]
    assert len(set(named)) == len(named)
    for mentions in [*(s.mentions for s in found.speakers), *(e.mentions for e in found.entities)]:
        for one in mentions:
            assert 0 <= one.start < one.end <= len(now)
    if now == text:
        assert not [u for u in done.unplaced if "text" in u.reason]
    # The same again changes nothing; nor does the way through JSON.
    assert apply(article, found, its) == done
    assert decode(Analysis, encode(found)).applied == found.applied
    assert apply(article, on, its) == done


@settings(max_examples=30)
@given(st.data())
def test_uncorrected_quotes_are_unchanged(data: st.DataObject) -> None:
    text = data.draw(texts())
    analysis = data.draw(analysed(text))
    its = data.draw(corrections(text, analysis))
    found = apply(Article(text, "x"), analysis, its).analysis
    old = {quote.id: quote for quote in analysis.attributions}
    for quote in found.attributions:
        assert quote.corrected or quote == old[quote.id]
    assert apply(Article(text, "x"), analysis, []).analysis is analysis
