"""What makes a referent likely to be meant again, and how much each of it weighs.

The features follow Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994). Their weights were
fitted by conditional logistic regression to pronouns of PolNeAR's training part whose gender alone leaves one
candidate among several (350 sources of attributions, 1,673 others), without gender among the features. Five-fold
cross-validation finds .90 of the sources and .81 of the others. The weight of `embedded_subject` was set by hand,
where it did best on 144 sources of the same sort.
"""

from __future__ import annotations

from operator import mul
from typing import NamedTuple


class Salience(NamedTuple):
    """A number for each feature of a referent's last mention: the features themselves, or their weights."""

    distance: float  # log of the sentences between
    same_sentence: float
    paragraphs: float  # paragraphs between, at most four
    subject: float
    subject_nearby: float  # a subject at most one sentence before
    possessor: float
    quoted: float  # inside a quotation, where the pronoun is not
    repeated_subject: float  # the subject of the sentence before its last one, too
    pronoun: float
    mentions: float  # log of how often it was mentioned
    last_speaker: float
    last_speaker_nearby: float  # spoke last, and in this paragraph or the one before
    most_recent: float
    embedded_subject: float  # a subject near by, of a clause inside another


SOURCE_WEIGHTS = Salience(
    distance=-0.72,
    same_sentence=-0.20,
    paragraphs=-0.33,
    subject=-0.57,
    subject_nearby=1.80,
    possessor=-0.06,
    quoted=-0.66,
    repeated_subject=-0.10,
    pronoun=-0.03,
    mentions=0.19,
    last_speaker=0.59,
    last_speaker_nearby=0.85,
    most_recent=0.29,
    embedded_subject=-0.9,
)
"""For pronouns that are the source of an attribution."""

OTHER_WEIGHTS = Salience(
    distance=-0.75,
    same_sentence=0.76,
    paragraphs=-0.68,
    subject=0.00,
    subject_nearby=0.58,
    possessor=0.28,
    quoted=0.22,
    repeated_subject=-0.03,
    pronoun=0.22,
    mentions=0.51,
    last_speaker=-0.14,
    last_speaker_nearby=-0.36,
    most_recent=0.32,
    embedded_subject=0.0,
)
"""For all other pronouns."""


def weigh(features: Salience, weights: Salience) -> float:
    """Return the log-odds, up to a constant, that these features speak for."""
    return float(sum(map(mul, weights, features)))
