"""Corrections hold for every later analysis, and follow their words where the text has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT, span
from tui.analysis.analysis import Analysis, Attribution, Kind, Speaker, Stance
from tui.analysis.correcting.correction import Action, Correction, Named, named, passages, quoted
from tui.analysis.correcting.corrections import CORRECTED, apply
from tui.article.article import Article
from tui.article.spans import Span

Q = {quote.id: quote for quote in ANALYSIS.attributions}
S = {speaker.id: speaker for speaker in ANALYSIS.speakers}


def at(quote: str) -> tuple:
    return (quoted(TEXT, Q[quote], S.get(Q[quote].speaker or "")),)


def by(speaker: str) -> Named:
    return named(TEXT, S[speaker])


def correct(*corrections: Correction, analysis: Analysis = ANALYSIS, article: Article = ARTICLE) -> Analysis:
    done = apply(article, analysis, corrections)
    assert done.unplaced == ()
    assert done.placed == corrections
    return done.analysis


def said(analysis: Analysis, quote: str) -> Attribution:
    return next(a for a in analysis.attributions if a.id == quote)


def name_of(analysis: Analysis, quote: str) -> str | None:
    speaker = analysis.speaker(said(analysis, quote).speaker)
    return speaker.name if speaker else None


NEW = Named("Ada Novak", "person", "engineer")


def test_someone_else_said_it() -> None:
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


def test_a_new_name_makes_a_speaker_with_the_mentions_of_the_entity_of_that_name() -> None:
    found = correct(Correction(Action.SPEAKER, at("q4"), to=Named("Norvik Shipping", "organisation")))
    made = found.speaker(said(found, "q4").speaker)
    assert made is not None
    assert (made.name, made.kind, made.corrected) == ("Norvik Shipping", "organisation", True)
    assert made.mentions == (span("Norvik Shipping"),)


def test_nobody_said_it() -> None:
    assert said(correct(Correction(Action.SPEAKER, at("q1"))), "q1").speaker is None


def test_not_a_quote() -> None:
    found = correct(Correction(Action.REJECT, at("q2")))
    assert [a.id for a in found.attributions] == ["q1", "q3", "q4", "q5"]


def test_kind_and_stance() -> None:
    it = Correction(Action.KIND, at("q5"), kind=Kind.MIXED, stance=Stance.SPEECH)
    quote = said(correct(it), "q5")
    assert (quote.kind, quote.stance, quote.corrected) == (Kind.MIXED, Stance.SPEECH, True)


def test_an_analysis_that_found_the_right_words_by_itself_has_them_once() -> None:
    """What it found has little in common with what was corrected, so that this is not among its quotes."""
    words = span("Okafor said the council had ignored its own engineers")
    short = (replace(at("q3")[0], content=passages(TEXT, [span("ignored")])),)
    it = Correction(Action.CONTENT, short, spans=passages(TEXT, [words]), kind=Kind.INDIRECT)
    other = replace(Q["q3"], content=(words,))
    found = correct(it, analysis=replace(ANALYSIS, attributions=(Q["q1"], other)))
    assert [a.content for a in found.attributions] == [Q["q1"].content, (words,)]
    assert found.attributions[1].corrected
    assert found.attributions[1].id == "q3"


def test_extended_until_it_is_another_quote_there_is_one_of_them() -> None:
    it = Correction(Action.CONTENT, at("q3"), spans=passages(TEXT, Q["q4"].content), kind=Kind.MIXED)
    assert [a.id for a in correct(it).attributions] == ["q1", "q2", "q3", "q5"]


def test_trimmed() -> None:
    less = span("the council had ignored")
    it = Correction(Action.CONTENT, at("q3"), spans=passages(TEXT, [less]), kind=Kind.INDIRECT)
    assert said(correct(it), "q3").content == (less,)


def test_where_a_quote_begins_decides_its_place() -> None:
    later = span("it is, of course") if "it is, of course" in TEXT else span("Nothing else.”")
    it = Correction(Action.CONTENT, at("q1"), spans=passages(TEXT, [later]), kind=Kind.DIRECT)
    starts = [a.start for a in correct(it).attributions]
    assert starts == sorted(starts)


def test_cue_and_source() -> None:
    cue, source = passages(TEXT, [span("disagreed")]), passages(TEXT, [span("Tom Okafor")])
    found = correct(
        Correction(Action.CUE, at("q2"), spans=cue), Correction(Action.SOURCE, at("q2"), spans=source)
    )
    assert said(found, "q2").cue == (span("disagreed"),)
    assert said(found, "q2").source == (span("Tom Okafor"),)


def test_a_missed_quote() -> None:
    content = passages(TEXT, [span("according to her office")])
    it = Correction(Action.ADD, (replace(at("q5")[0], content=content, kind=Kind.INDIRECT),), to=NEW)
    found = correct(it)
    assert len(found.attributions) == 6
    assert found.attributions[-1].content == (span("according to her office"),)
    assert found.attributions[-1].corrected
    assert found.speaker(found.attributions[-1].speaker) is not None


def test_two_speakers_are_one() -> None:
    found = correct(Correction(Action.MERGE, speaker=by("s1"), to=by("s2")))
    assert [s.name for s in found.speakers] == ["Tom Okafor"]
    assert found.speakers[0].corrected
    assert found.speakers[0].role == "Mayor"
    assert set(found.speakers[0].mentions) == {*S["s1"].mentions, *S["s2"].mentions}
    assert [name_of(found, q) for q in Q] == ["Tom Okafor", "Tom Okafor", "Tom Okafor", None, "Tom Okafor"]
    assert said(found, "q1").corrected
    assert not said(found, "q2").corrected


def test_one_speaker_is_two() -> None:
    found = correct(Correction(Action.DIVIDE, at("q3"), speaker=by("s2"), to=NEW))
    assert name_of(found, "q3") == "Ada Novak"
    assert name_of(found, "q2") == "Tom Okafor"
    new = found.speaker(said(found, "q3").speaker)
    old = found.speaker("s2")
    assert new is not None
    assert old is not None
    assert new.mentions == (span("Okafor", 2),)
    assert old.mentions == (span("Tom Okafor"),)


def test_name_and_role() -> None:
    found = correct(
        Correction(Action.NAME, speaker=by("s2"), to=Named("T. B. Okafor", "person", "councillor"))
    )
    assert found.speaker("s2") == replace(S["s2"], name="T. B. Okafor", role="councillor", corrected=True)
    assert not said(found, "q2").corrected


def test_a_name_that_another_has_makes_them_one() -> None:
    found = correct(Correction(Action.NAME, speaker=by("s2"), to=Named("éloïse brandt")))
    assert len(found.speakers) == 1
    assert name_of(found, "q2") == name_of(found, "q1") == "éloïse brandt"


def test_order_counts() -> None:
    first = Correction(Action.SPEAKER, at("q3"), to=by("s1"))
    second = Correction(Action.SPEAKER, at("q3"), to=NEW)
    assert name_of(correct(first, second), "q3") == "Ada Novak"
    assert name_of(correct(second, first), "q3") == "Éloïse Brandt"
    assert [s.name for s in correct(second, first).speakers] == ["Éloïse Brandt", "Tom Okafor"]


# Another analysis of the same text


def test_ids_and_ends_may_differ() -> None:
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


def test_a_quote_that_is_no_longer_found_is_put_back() -> None:
    it = Correction(Action.SPEAKER, at("q2"), to=by("s1"))
    found = correct(it, analysis=replace(ANALYSIS, attributions=(Q["q1"], Q["q5"])))
    assert [a.content for a in found.attributions] == [Q["q1"].content, Q["q2"].content, Q["q5"].content]
    assert (found.attributions[1].cue, found.attributions[1].source) == (Q["q2"].cue, Q["q2"].source)
    assert found.attributions[1].speaker == "s1"


def test_a_speaker_is_known_by_a_mention_when_its_name_is_another() -> None:
    other = replace(ANALYSIS, speakers=(replace(S["s1"], name="Brandt"), S["s2"]))
    found = correct(Correction(Action.SPEAKER, at("q3"), to=by("s1")), analysis=other)
    assert said(found, "q3").speaker == "s1"
    assert len(found.speakers) == 2


def test_what_a_later_analysis_found_out_by_itself_is_placed() -> None:
    only = replace(ANALYSIS, speakers=(S["s2"],))
    correct(Correction(Action.MERGE, speaker=by("s1"), to=by("s2")), analysis=only)
    correct(Correction(Action.NAME, speaker=by("s1"), to=by("s2")), analysis=only)
    correct(Correction(Action.REJECT, at("q2")), analysis=replace(ANALYSIS, attributions=()))
    nobody = replace(ANALYSIS, speakers=())
    for action in (Action.MERGE, Action.NAME):
        done = apply(ARTICLE, nobody, [Correction(action, speaker=by("s1"), to=by("s2"))])
        assert len(done.unplaced) == 1


# Another text


def changed(old: str, new: str) -> tuple[Article, Analysis]:
    """The article with other words in one place, and an analysis that found nothing there."""
    assert old in TEXT
    return Article(TEXT.replace(old, new), ARTICLE.source), Analysis()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Harbour plan", "The new harbour plan that everybody has waited for"),
        ("Read more:\nWhy the old pier fell\n", ""),
        ("“It is a gift to Norvik Shipping,” he", "'It is  a gift\nto Norvik Shipping', he"),
        ("“It is a gift", "“IT IS a gift"),
        ("he said. “Nothing", "he said, in the hall, on Monday. “Nothing"),
        ("Her rival", "“It is a gift to Norvik Shipping,” they wrote. Her rival"),
    ],
)
def test_it_moves_with_its_words(old: str, new: str) -> None:
    article, analysis = changed(old, new)
    found = correct(Correction(Action.SPEAKER, at("q2"), to=by("s1")), analysis=analysis, article=article)
    (quote,) = found.attributions
    assert "gift" in quote.content[0].of(article.text)
    assert quote.content[1].of(article.text) == "“Nothing else.”"
    assert not quote.content[0].of(article.text)[0].isalnum()
    assert "he said" in article.text[quote.content[0].end : quote.content[1].start]
    assert [span.of(article.text) for span in (*quote.cue, *quote.source)] == ["said", "he"]


LONG = "We have said that we will recieve all of them in the town hall on Monday"


@pytest.mark.parametrize(
    "new",
    [
        LONG.replace("recieve", "receive"),
        LONG.replace("the town", "the old town"),
        LONG.replace("Monday", "Tuesday"),
        LONG.replace(" all", ""),
        LONG.replace("We have", "we’ve").replace("recieve", "receive").replace("of them", "of them"),
    ],
)
def test_a_word_or_two_changed_between_the_same_neighbours_do_no_harm(new: str) -> None:
    text = TEXT.replace("Nothing else", LONG)
    content = (Q["q2"].content[0], Span(at_ := text.index(LONG) - 1, at_ + len(LONG) + 3))
    it = Correction(Action.SPEAKER, (quoted(text, replace(Q["q2"], content=content), S["s2"]),), to=NEW)
    article = Article(text.replace(LONG, new), "x")
    found = correct(it, analysis=Analysis(), article=article)
    (quote,) = found.attributions
    assert quote.content[1].of(article.text) == f"“{new}.”"
    assert LONG in quote.evidence[-1].reason
    assert found.speaker(quote.speaker) is not None


@pytest.mark.parametrize(
    "new",
    [
        LONG.replace("said that we will recieve all", "never"),
        LONG.replace("recieve", "reject").replace("Monday", "Sunday").replace("all", "none"),
        "No",
        "",
    ],
)
def test_more_than_that_is_another_quote(new: str) -> None:
    text = TEXT.replace("Nothing else", LONG)
    content = (Q["q2"].content[0], Span(at_ := text.index(LONG) - 1, at_ + len(LONG) + 3))
    it = Correction(Action.SPEAKER, (quoted(text, replace(Q["q2"], content=content), S["s2"]),), to=NEW)
    assert apply(Article(text.replace(LONG, new), "x"), Analysis(), [it]).unplaced


def test_a_changed_word_is_not_known_again_between_other_neighbours_or_in_two_places() -> None:
    it = Correction(Action.SPEAKER, at("q3"), to=NEW)
    typing = TEXT.replace("ignored its own", "ignord its own")
    for text in (
        typing.replace("Okafor said", "A speaker of the party said"),
        typing.replace("engineers.\nOfficials", "engineers, it was heard.\nOfficials"),
        f"{typing}\n{typing}",
    ):
        assert apply(Article(text, "x"), Analysis(), [it]).unplaced, text
    assert not apply(Article(typing, "x"), Analysis(), [it]).unplaced


def test_at_the_ends_of_the_text_its_border_is_the_neighbour() -> None:
    text = "“We will recieve them all in May,” said Ann Bell of the town council."
    whole = replace(Q["q1"], content=(Span(0, 34),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quoted(text, whole, None),), to=NEW)
    now = text.replace("recieve", "receive")
    assert (
        correct(it, analysis=Analysis(), article=Article(now, "x")).attributions[0].content == whole.content
    )
    assert apply(Article(f"So far. {now}", "x"), Analysis(), [it]).unplaced
    last = replace(whole, content=(Span(40, len(text)),))
    it = Correction(Action.SPEAKER, (quoted(text, last, None),), to=NEW)
    now = text.replace("council", "counsil")
    assert correct(it, analysis=Analysis(), article=Article(now, "x")).attributions[0].content == last.content
    assert apply(Article(f"{now} That was all that she said.", "x"), Analysis(), [it]).unplaced


def test_marks_alone_are_no_neighbours() -> None:
    text = (
        "So it began. " + "* " * 30 + "“We will recieve them all in May,” said Ann Bell of the town council."
    )
    start = text.index("“We")
    quote = replace(Q["q1"], content=(Span(start, start + 34),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quoted(text, quote, None),), to=NEW)
    now = text[start:].replace("recieve", "receive")
    assert apply(Article(now, "x"), Analysis(), [it]).unplaced


REPEATED = "Ann Bell came in. " + "“We will wait,” said Ann Bell on Monday. " * 3 + "Then she left."


@pytest.mark.parametrize("nth", range(3))
@pytest.mark.parametrize("before", ["", "More than a line was put at the head of it, and then another. " * 3])
def test_of_words_that_stand_several_times_the_right_ones_are_meant(nth: int, before: str) -> None:
    start = [n for n in range(len(REPEATED)) if REPEATED.startswith("“We will", n)][nth]
    quote = replace(Q["q1"], content=(Span(start, start + 15),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quoted(REPEATED, quote, None),), to=NEW)
    article = Article(before + REPEATED, "x")
    (found,) = correct(it, analysis=Analysis(), article=article).attributions
    assert found.content == (Span(len(before) + start, len(before) + start + 15),)


def test_where_nothing_tells_which_of_them_is_meant_none_is() -> None:
    text = "At first. “We will wait,” said Ann Bell of Oslo. The middle of it. That was all of it that day."
    quote = replace(Q["q1"], content=(Span(10, 25),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quoted(text, quote, None),), to=NEW)
    twice = "A. “We will wait,” said Ann Bell of Oslo. B. “We will wait,” said Ann Bell of Oslo. C."
    done = apply(Article(twice, "x"), Analysis(), [it])
    assert [u.correction for u in done.unplaced] == [it]


@pytest.mark.parametrize("new", ["“It is a present to Norvik Shipping,”", ""])
def test_words_that_are_gone_are_listed(new: str) -> None:
    article, analysis = changed("“It is a gift to Norvik Shipping,”", new)
    its = [
        Correction(Action.SPEAKER, at("q2"), to=by("s1")),
        Correction(Action.REJECT, at("q2")),
        Correction(Action.DIVIDE, (*at("q2"), *at("q3")), speaker=by("s2"), to=NEW),
        Correction(Action.SPEAKER, at("q3"), to=by("s1")),
    ]
    done = apply(article, analysis, its)
    assert [each.correction for each in done.unplaced] == its[:3]
    assert "1 of its 2 quotes" in done.unplaced[2].reason
    assert done.placed == (its[3],)
    assert [quote.content[0].of(article.text) for quote in done.analysis.attributions] == [
        "the council had ignored its own engineers"
    ]


def test_short_words_without_their_neighbours_are_not_taken_for_the_same() -> None:
    text = "Nothing at all of it.\n“Nothing else.”\nBut that is another story."
    one = replace(at("q2")[0], content=passages(TEXT, [span("“Nothing else.”")]))
    done = apply(Article(text, "x"), Analysis(), [Correction(Action.SPEAKER, (one,), to=NEW)])
    assert len(done.unplaced) == 1


# Whatever comes

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
    return Analysis(tuple(replace(q, id=f"q{n}") for n, q in enumerate(quotes)), speakers)


@st.composite
def corrections(draw: st.DrawFn, text: str, analysis: Analysis) -> list[Correction]:
    out: list[Correction] = []
    people = [Named("A"), Named("Z"), *(named(text, s) for s in analysis.speakers)]
    quotes = [quoted(text, q, analysis.speaker(q.speaker)) for q in analysis.attributions]
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
            )
        )
    return out


@settings(max_examples=60)
@given(st.data())
def test_it_never_raises_and_every_span_is_inside_the_text(data: st.DataObject) -> None:
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
    for speaker in found.speakers:
        for one in speaker.mentions:
            assert 0 <= one.start < one.end <= len(now)
    if now == text:
        assert not [u for u in done.unplaced if "text" in u.reason]
    # The same again changes nothing; nor does the way through JSON.
    assert apply(article, found, its) == done
    assert Analysis.from_json(found.to_json()).applied == found.applied
    assert apply(article, on, its) == done


@settings(max_examples=30)
@given(st.data())
def test_what_is_not_corrected_stays_as_it_was(data: st.DataObject) -> None:
    text = data.draw(texts())
    analysis = data.draw(analysed(text))
    its = data.draw(corrections(text, analysis))
    found = apply(Article(text, "x"), analysis, its).analysis
    old = {quote.id: quote for quote in analysis.attributions}
    for quote in found.attributions:
        assert quote.corrected or quote == old[quote.id]
    assert apply(Article(text, "x"), analysis, []).analysis is analysis


@given(st.data())
def test_words_that_stand_are_found_wherever_they_went(data: st.DataObject) -> None:
    """The text around a quote grows, shrinks and repeats; its own words and one neighbour stay."""
    start, end = Q["q2"].start - 12, Q["q2"].end + 12
    around = st.text(alphabet="abc “”.\n", max_size=200)
    before = data.draw(st.one_of(st.just(TEXT[:start]), around))
    after = data.draw(st.one_of(st.just(TEXT[end:]), around))
    text = before + TEXT[start:end] + after
    done = apply(Article(text, "x"), Analysis(), [Correction(Action.SPEAKER, at("q2"), to=by("s1"))])
    assert not done.unplaced
    (quote,) = done.analysis.attributions
    shift = len(before) - start
    assert quote.content == tuple(Span(s.start + shift, s.end + shift) for s in Q["q2"].content)


@settings(max_examples=20)
@given(st.data())
def test_white_space_and_marks_do_no_harm(data: st.DataObject) -> None:
    space = st.sampled_from([" ", "\n", "\u00a0", "  ", "\r\n", "\t"])
    text = "".join(data.draw(space) if c == " " else c for c in TEXT)
    straight = data.draw(st.booleans())
    if straight:
        text = text.translate(str.maketrans("“”’", '""\''))
    done = apply(Article(text, "x"), Analysis(), [Correction(Action.SPEAKER, at("q2"), to=by("s1"))])
    assert not done.unplaced
    (quote,) = done.analysis.attributions
    words = [" ".join(span.of(text).split()) for span in quote.content]
    wanted = ["“It is a gift to Norvik Shipping,”", "“Nothing else.”"]
    assert words == [w.translate(str.maketrans("“”", '""')) if straight else w for w in wanted]
