"""The place of a token in its clause, on parses of the real model."""

from __future__ import annotations

import pytest

from tests.spoken import parse
from tui.analysis.coreference import clauses
from tui.analysis.entities.mention_clustering import cluster
from tui.analysis.entities.mentions import find_mentions

TEXT = "The mayor, Ann Quill, and Tom Roe believe that Mark Dunn saw Paul Weir."


@pytest.mark.parametrize(
    ("word", "subject", "embedded"),
    [
        ("mayor", True, False),
        ("Quill", True, False),  # in apposition to a subject
        ("Roe", True, False),  # joined to one
        ("Dunn", True, True),
        ("Weir", False, False),
        ("believe", False, False),
    ],
)
def test_subjects_of_main_and_of_embedded_clauses(word: str, subject: bool, embedded: bool) -> None:
    parsed = parse(TEXT)
    token = parsed.word.index(word)
    assert clauses.is_subject(parsed, token) is subject
    assert clauses.is_embedded_subject(parsed, token) is embedded


def test_the_head_is_the_token_on_which_the_others_depend() -> None:
    parsed = parse(TEXT)
    begin = parsed.word.index("Mark")
    assert parsed.word[clauses.head_token(parsed, begin, begin + 2)] == "Dunn"
    assert parsed.word[clauses.head_token(parsed, 0, len(parsed))] == "believe"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("He believes that Mark Dunn is right.", {"Mark Dunn"}),
        ("He says Mark Dunn told Paul Weir so. Carl Moss left.", {"Mark Dunn", "Paul Weir"}),
        ("Mark Dunn left, and he says so.", set()),
        ("He calls Mark Dunn a hero – a word that Paul Weir seldom uses.", {"Mark Dunn"}),
        ("Because he believes it, Mark Dunn left.", set()),
        ("They told him that Mark Dunn is right.", set()),  # no subject
    ],
)
def test_a_pronoun_does_not_mean_anybody_named_in_its_own_statement(text: str, others: set[str]) -> None:
    parsed = parse(text)
    mentions = find_mentions(parsed)
    referents = cluster(parsed, mentions)
    token = next(i for i, word in enumerate(parsed.word) if word.casefold() in ("he", "him"))
    following = [mention for mention in mentions if mention.begin > token]
    found = clauses.named_in_complement(parsed, token, following)
    assert {referents[number].name for number in found} == others
