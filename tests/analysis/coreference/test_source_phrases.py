"""The words of a source that name the speaker, and the subject of a cue without a source."""

from __future__ import annotations

from tests.spoken import parse
from tui.analysis.coreference import source_phrases
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def head(text: str, words: str) -> str:
    """Return the head of the source that stands in `words`."""
    parsed = parse(text)
    source = source_phrases.from_spans(parsed, [span(text, words)])
    assert source is not None
    return parsed.word[source.head]


def subject(text: str, cue: str, content: str) -> str | None:
    """Return the head of the cue's subject."""
    parsed = parse(text)
    found = source_phrases.subject_of_cue(parsed, [span(text, cue)], [span(text, content)])
    return None if found is None else parsed.word[found.head]


def test_the_head_of_a_source_is_the_word_on_which_the_rest_depends() -> None:
    assert head("Palace spokesperson Jane Quill said so.", "Palace spokesperson Jane Quill") == "Quill"
    assert head("Jane Doe, the mayor of Leeds, said so.", "Jane Doe, the mayor of Leeds,") == "Doe"
    assert head("It was a shame, according to the mayor.", "to the mayor") == "mayor"


def test_a_source_that_holds_only_the_verb_is_its_subject() -> None:
    assert head("Jane Doe said that it was late.", "said") == "Doe"


def test_spans_without_a_token_hold_no_source() -> None:
    assert source_phrases.from_spans(ParsedArticle("Jane"), [Span(0, 4)]) is None
    assert source_phrases.from_spans(parse("Jane Doe spoke."), []) is None


def test_a_cue_without_a_source_inherits_its_subject() -> None:
    text = "Jane Doe sat down on Monday and said that it was late."
    assert subject(text, "said", "that it was late") == "Doe"


def test_the_subject_of_a_passive_is_no_source() -> None:
    text = "Jane Doe was accused of lying about the money."
    assert subject(text, "was accused of", "lying about the money") is None
