"""tui.session.versions.quote_changes: quotes that are new, changed, gone."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.analysis.analysis import Analysis, Attribution, Kind, Polarity, Speaker, Stance
from tui.article.article import Article
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.session.versions.changes_export import counted_quotes, marked, quote_lines, summary
from tui.session.versions.quote_changes import QuoteChange, compare_quotes
from tui.session.versions.text_changes import compare

WHO = re.compile(r"“[^”]*”(?: (said|denied) (\w+))?")


def read(text: str) -> tuple[Article, Analysis]:
    """Return an article and its quotes: “Words” said Doe."""
    article = from_bytes(text.encode(), "story.txt")
    quotes: list[Attribution] = []
    names: dict[str, Speaker] = {}
    for n, found in enumerate(WHO.finditer(article.text)):
        words = Span(found.start(), article.text.index("”", found.start()) + 1)
        name = found[2]
        if name:
            names.setdefault(name, Speaker(f"s{name}", name))
        cue = (Span(*found.span(1)),) if found[1] else ()
        polarity = Polarity.DENIED if found[1] == "denied" else Polarity.AFFIRMED
        speaker = f"s{name}" if name else None
        quotes.append(
            Attribution(f"q{n}", Kind.DIRECT, Stance.SPEECH, (words,), cue, (), speaker, polarity=polarity)
        )
    return article, Analysis(tuple(quotes), tuple(names.values()))


def changed(old: str, new: str) -> tuple[QuoteChange, ...]:
    return compare_quotes(*read(old), *read(new))


def kinds(changes: tuple[QuoteChange, ...]) -> list[str]:
    return [str(each.kind) for each in changes]


OLD = "“We sail on Monday, whatever the weather” said Doe. “No bread today” said Hill. “It rains” said Poe."


def test_the_same_in_another_place_is_the_same() -> None:
    new = (
        "“It rains” said Poe. “No bread today” said Hill. “We sail on Monday, whatever the weather” said Doe."
    )
    assert kinds(changed(OLD, new)) == ["same"] * 3
    assert counted_quotes(changed(OLD, new)) == ""


def test_new_changed_and_gone() -> None:
    new = (
        "“We sail on Tuesday, whatever the weather” said Doe. “No bread today” said Hill. “Look” said Marsh."
    )
    changes = changed(OLD, new)
    assert kinds(changes) == ["changed", "same", "new", "gone"]
    assert marked(changes[0].pieces) == "“We sail on [-Monday-]{+Tuesday+}, whatever the weather”"
    assert [(each.old, each.new) for each in changes] == [(0, 0), (1, 1), (None, 2), (2, None)]
    assert counted_quotes(changes) == "1 quote changed, 1 new, 1 gone"
    assert summary(compare(read(OLD)[0], read(new)[0]), changes) == "1 quote changed, 1 new, 1 gone"


def test_another_speaker_of_the_same_words_is_a_change() -> None:
    (change,) = changed("“No bread today” said Hill.", "“No bread today” said Marsh.")
    assert str(change.kind) == "changed"
    assert (
        "".join(words for _, words in list(quote_lines([change]))[1])
        == "~ “No bread today” — [-Hill-]{+Marsh+}, said"
    )


def test_words_that_are_now_denied_are_a_change() -> None:
    (change,) = changed("“No bread today” said Hill.", "“No bread today” denied Hill.")
    assert (str(change.kind), change.old_cue, change.new_cue) == ("changed", "said", "denied")


def test_a_quote_cut_short_is_the_same_one_changed() -> None:
    (change,) = changed(
        "“We sail on Monday, whatever the weather may bring, and nobody will stop us” said Doe.",
        "“We sail on Monday, whatever the weather” said Doe.",
    )
    assert marked(change.pieces) == (
        "“We sail on Monday, whatever the weather[- may bring, and nobody will stop us-]”"
    )


def test_other_words_of_the_same_speaker_are_not_the_same_quote() -> None:
    assert kinds(changed("“It rains here” said Poe.", "“The sun is out” said Poe.")) == ["new", "gone"]


def test_the_same_words_twice_are_two_quotes() -> None:
    assert kinds(changed("“Yes” said Poe. “Yes” said Poe.", "“Yes” said Poe.")) == ["same", "gone"]


def test_attitudes_are_left_out() -> None:
    article, analysis = read("“Yes” said Poe.")
    wants = replace(analysis, attributions=(replace(analysis.attributions[0], stance=Stance.ATTITUDE),))
    assert compare_quotes(article, wants, article, Analysis()) == ()
