"""Finding the words of a correction again in a text that has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corrections.corrected import NEW, Q, S, at, by, correct
from tests.session.article_with_quotes import ARTICLE, TEXT, span
from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.applying import apply
from tui.corrections.correction import Correction, passages, quote_reference


def changed(old: str, new: str) -> tuple[Article, Analysis]:
    """Return the article with `old` replaced by `new`, and an empty analysis."""
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
def test_a_correction_follows_its_words_when_they_move(old: str, new: str) -> None:
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
def test_a_quote_is_found_again_when_a_word_or_two_have_changed(new: str) -> None:
    text = TEXT.replace("Nothing else", LONG)
    content = (Q["q2"].content[0], Span(at_ := text.index(LONG) - 1, at_ + len(LONG) + 3))
    it = Correction(
        Action.SPEAKER, (quote_reference(text, replace(Q["q2"], content=content), S["s2"]),), to=NEW
    )
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
def test_a_quote_with_more_changes_is_not_found_again(new: str) -> None:
    text = TEXT.replace("Nothing else", LONG)
    content = (Q["q2"].content[0], Span(at_ := text.index(LONG) - 1, at_ + len(LONG) + 3))
    it = Correction(
        Action.SPEAKER, (quote_reference(text, replace(Q["q2"], content=content), S["s2"]),), to=NEW
    )
    assert apply(Article(text.replace(LONG, new), "x"), Analysis(), [it]).unplaced


def test_a_changed_quote_needs_the_same_neighbours_and_a_single_place() -> None:
    it = Correction(Action.SPEAKER, at("q3"), to=NEW)
    typing = TEXT.replace("ignored its own", "ignord its own")
    for text in (
        typing.replace("Okafor said", "A speaker of the party said"),
        typing.replace("engineers.\nOfficials", "engineers, it was heard.\nOfficials"),
        f"{typing}\n{typing}",
    ):
        assert apply(Article(text, "x"), Analysis(), [it]).unplaced, text
    assert not apply(Article(typing, "x"), Analysis(), [it]).unplaced


def test_the_beginning_and_end_of_the_text_count_as_neighbours() -> None:
    text = "“We will recieve them all in May,” said Ann Bell of the town council."
    whole = replace(Q["q1"], content=(Span(0, 34),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quote_reference(text, whole, None),), to=NEW)
    now = text.replace("recieve", "receive")
    assert (
        correct(it, analysis=Analysis(), article=Article(now, "x")).attributions[0].content == whole.content
    )
    assert apply(Article(f"So far. {now}", "x"), Analysis(), [it]).unplaced
    last = replace(whole, content=(Span(40, len(text)),))
    it = Correction(Action.SPEAKER, (quote_reference(text, last, None),), to=NEW)
    now = text.replace("council", "counsil")
    assert correct(it, analysis=Analysis(), article=Article(now, "x")).attributions[0].content == last.content
    assert apply(Article(f"{now} That was all that she said.", "x"), Analysis(), [it]).unplaced


def test_punctuation_alone_does_not_count_as_a_neighbour() -> None:
    text = (
        "So it began. " + "* " * 30 + "“We will recieve them all in May,” said Ann Bell of the town council."
    )
    start = text.index("“We")
    quote = replace(Q["q1"], content=(Span(start, start + 34),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quote_reference(text, quote, None),), to=NEW)
    now = text[start:].replace("recieve", "receive")
    assert apply(Article(now, "x"), Analysis(), [it]).unplaced


REPEATED = "Ann Bell came in. " + "“We will wait,” said Ann Bell on Monday. " * 3 + "Then she left."


@pytest.mark.parametrize("nth", range(3))
@pytest.mark.parametrize("before", ["", "More than a line was put at the head of it, and then another. " * 3])
def test_context_tells_repeated_words_apart(nth: int, before: str) -> None:
    start = [n for n in range(len(REPEATED)) if REPEATED.startswith("“We will", n)][nth]
    quote = replace(Q["q1"], content=(Span(start, start + 15),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quote_reference(REPEATED, quote, None),), to=NEW)
    article = Article(before + REPEATED, "x")
    (found,) = correct(it, analysis=Analysis(), article=article).attributions
    assert found.content == (Span(len(before) + start, len(before) + start + 15),)


def test_repeated_words_without_distinct_context_have_no_place() -> None:
    text = "At first. “We will wait,” said Ann Bell of Oslo. The middle of it. That was all of it that day."
    quote = replace(Q["q1"], content=(Span(10, 25),), cue=(), source=())
    it = Correction(Action.SPEAKER, (quote_reference(text, quote, None),), to=NEW)
    twice = "A. “We will wait,” said Ann Bell of Oslo. B. “We will wait,” said Ann Bell of Oslo. C."
    done = apply(Article(twice, "x"), Analysis(), [it])
    assert [u.correction for u in done.unplaced] == [it]


@pytest.mark.parametrize("new", ["“It is a present to Norvik Shipping,”", ""])
def test_corrections_whose_words_are_gone_are_unplaced(new: str) -> None:
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


def test_a_short_passage_is_found_only_beside_its_old_neighbours() -> None:
    text = "Nothing at all of it.\n“Nothing else.”\nBut that is another story."
    one = replace(at("q2")[0], content=passages(TEXT, [span("“Nothing else.”")]))
    done = apply(Article(text, "x"), Analysis(), [Correction(Action.SPEAKER, (one,), to=NEW)])
    assert len(done.unplaced) == 1


@given(st.data())
def test_unchanged_words_are_found_wherever_they_moved(data: st.DataObject) -> None:
    """Grow, shrink and repeat the text around a quote; its own words and one neighbour are unchanged."""
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
def test_changes_of_white_space_and_punctuation_are_ignored(data: st.DataObject) -> None:
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
