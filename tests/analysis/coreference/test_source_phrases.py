"""Which words of a source name whoever spoke, and what a cue without one belongs to."""

from __future__ import annotations

from tests.spoken import parse
from tui.analysis.coreference import source_phrases
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def head(text: str, words: str) -> str:
    """The word on which the source `words` hangs."""
    parsed = parse(text)
    source = source_phrases.from_spans(parsed, [span(text, words)])
    assert source is not None
    return parsed.word[source.head]


def subject(text: str, cue: str, content: str) -> str | None:
    """The subject of the cue."""
    parsed = parse(text)
    found = source_phrases.subject_of_cue(parsed, [span(text, cue)], [span(text, content)])
    return None if found is None else parsed.word[found.head]


def test_the_head_of_a_source_is_what_the_rest_hangs_on() -> None:
    assert head("Palace spokesperson Jane Quill said so.", "Palace spokesperson Jane Quill") == "Quill"
    assert head("Jane Doe, the mayor of Leeds, said so.", "Jane Doe, the mayor of Leeds,") == "Doe"
    assert head("It was a shame, according to the mayor.", "to the mayor") == "mayor"


def test_a_source_put_on_the_verb_is_the_verbs_subject() -> None:
    assert head("Jane Doe said that it was late.", "said") == "Doe"


def test_a_source_of_no_token_is_no_source() -> None:
    assert source_phrases.from_spans(ParsedArticle("Jane"), [Span(0, 4)]) is None
    assert source_phrases.from_spans(parse("Jane Doe spoke."), []) is None


def test_a_cue_without_a_source_inherits_its_subject() -> None:
    text = "Jane Doe sat down on Monday and said that it was late."
    assert subject(text, "said", "that it was late") == "Doe"


def test_a_passive_has_no_speaker() -> None:
    text = "Jane Doe was accused of lying about the money."
    assert subject(text, "was accused of", "lying about the money") is None
