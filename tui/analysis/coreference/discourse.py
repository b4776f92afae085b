"""Who is being talked about at each point of an article, and whom a pronoun there means.

Those named last are kept in order of recency, and each pronoun is given to the one of them that scores best:
gender, grammatical role, distance, who spoke last (after Lappin and Leass, "An algorithm for pronominal
anaphora resolution", 1994). A pronoun once understood counts as a mention, and says something of the gender.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from math import exp, log
from operator import mul

from tui.analysis.coreference import clauses
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle

_DESCRIBED_PENALTY = -1.0  # a pronoun sooner means somebody named
_PLURAL_FIT = {"group": 2.0, "ORG": 1.0, "NORP": 1.0, "GPE": 0.0, "": -2.5}
_BINDING_PENALTY = -4.0  # a name in what a pronoun says is somebody else's
_MAX_CANDIDATES = 12
"""How many of those named last a pronoun is tried on."""

FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
Weights = tuple[float, ...]
SOURCE_WEIGHTS: Weights = (
    -0.72,
    -0.20,
    -0.33,
    -0.57,
    1.80,
    -0.06,
    -0.66,
    -0.10,
    -0.03,
    0.19,
    0.59,
    0.85,
    0.29,
    -0.9,
)
OTHER_WEIGHTS: Weights = (
    -0.75,
    0.76,
    -0.68,
    0.00,
    0.58,
    0.28,
    0.22,
    -0.03,
    0.22,
    0.51,
    -0.14,
    -0.36,
    0.32,
    0.0,
)
"""Of log distance in sentences, same sentence, paragraphs between, subject, subject near by, possessor, inside a
quotation, subject of the sentence before too, last met as a pronoun, log of mentions, spoke last, spoke last and
near by, met last, subject near by of a clause inside another; for pronouns that are somebody's source, and for
others.

Fitted by conditional logistic regression to pronouns of PolNeAR's training part whose gender alone leaves one
candidate among several (350 sources, 1,673 others), gender itself not among the features; checked by five-fold
cross-validation: .90 of sources right, .81 of others. The last weight was added by hand, where it did best on 144
sources of the same sort.
"""

NEUTER = frozenset({"it", "its", "itself"})
NARRATOR = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})

_THINGS = frozenset({"ORG", "GPE", "FAC", "NORP", "LAW", "WORK_OF_ART", "PRODUCT", "EVENT", "LOC"})


@dataclass(slots=True)
class Trace:
    """Where a referent was met last, and how."""

    sentence: int
    paragraph: int
    subject: bool
    possessive: bool
    quoted: bool
    pronoun: bool
    token: int
    count: int = 1
    subject_before: bool = False  # subject of the sentence before that one, too
    embedded: bool = False  # the subject of a clause inside another: "she believes Doe is right"


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means, how far ahead of the next candidate (log-odds), and why."""

    referent: int
    margin: float
    reason: str
    sure: bool = True  # the article says so; False where nobody better was found


class Discourse:
    """The state of attention while an article is walked from its first token to its last."""

    def __init__(self, parsed: ParsedArticle, referents: list[Referent], quoted: bytearray) -> None:
        self.parsed = parsed
        self.referents = referents
        self.quoted = quoted
        self.recent: list[int] = []
        self.traces: dict[int, Trace] = {}
        self.speaker: int | None = None
        self.speaker_paragraph = -1
        self.former_speakers: set[int] = set()
        self.quoted_before = _quoted_sentences(parsed, quoted)
        self.paragraph_of = [0] * len(parsed.sentences)
        for number, (begin, end) in enumerate(parsed.paragraphs):
            if begin < end:
                for sentence in range(parsed.sentence[begin], parsed.sentence[end - 1] + 1):
                    self.paragraph_of[sentence] = number

    def add_mention(self, referent: int, token: int, *, pronoun: bool = False) -> None:
        """A mention of `referent` (a name, or a pronoun that means it) stands at `token`."""
        sentence = self.parsed.sentence[token]
        trace = self.traces.get(referent)
        subject = clauses.is_subject(self.parsed, token)
        possessive = self.parsed.dep[token] in ("poss", "compound")
        quoted = bool(self.quoted[token])
        embedded = clauses.is_embedded_subject(self.parsed, token)
        if trace is None:
            paragraph = self.paragraph_of[sentence]
            trace = Trace(sentence, paragraph, subject, possessive, quoted, pronoun, token, embedded=embedded)
            self.traces[referent] = trace
        else:
            if trace.sentence == sentence and not quoted:
                embedded = embedded and (trace.embedded or not trace.subject)
                subject = subject or trace.subject  # once the subject of a sentence, always of that sentence
                possessive = possessive and trace.possessive
            else:
                trace.subject_before = (
                    trace.subject and self._sentences_between(trace.sentence, sentence) <= 1
                )
            trace.sentence, trace.subject = sentence, subject
            trace.paragraph = self.paragraph_of[sentence]
            trace.possessive, trace.quoted, trace.pronoun = possessive, quoted, pronoun
            trace.token, trace.embedded = token, embedded
            trace.count += 1
        if self.recent and self.recent[-1] == referent:
            return
        if referent in self.recent:
            self.recent.remove(referent)
        elif len(self.recent) >= _MAX_CANDIDATES:
            del self.recent[0]
        self.recent.append(referent)

    def distance_to(self, number: int, token: int) -> int:
        """How many sentences lie between the last mention of a referent met before and `token`."""
        return self._sentences_between(self.traces[number].sentence, self.parsed.sentence[token])

    def _sentences_between(self, earlier: int, later: int) -> int:
        """How many sentences lie between two, those not counted that stand wholly inside quotation marks."""
        if later <= earlier:
            return 0
        return later - earlier - (self.quoted_before[later] - self.quoted_before[earlier + 1])

    def set_speaker(self, referent: int | None, token: int) -> None:
        """The source at `token` was found to be `referent`."""
        self.speaker = referent
        if referent is not None:
            self.former_speakers.add(referent)
        self.speaker_paragraph = self.paragraph_of[self.parsed.sentence[token]]

    def resolve_pronoun(
        self, token: int, word: str, *, source: bool = True, others: Container[int] = ()
    ) -> Antecedent | None:
        """Whom the pronoun `word` at `token` means, hardly one of `others`; None where nobody fits."""
        sign = 1.0 if word in FEMALE else -1.0 if word in MALE else 0.0
        plural, neuter = word in PLURAL, word in NEUTER
        sentence = self.parsed.sentence[token]
        scored: list[tuple[float, int]] = []
        subject_like = source and self.parsed.dep[token] != "poss"
        for number in self.recent:
            referent = self.referents[number]
            fit = self._fit(referent, sign, plural, neuter)
            if fit is not None and not (plural and source and self._is_mere_place(number)):
                fit += _BINDING_PENALTY * (number in others)
                scored.append((fit + self.salience(number, token, source=subject_like), number))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best = scored[0]
        second = scored[1][0] if len(scored) > 1 else min(score - 3.0, -1.0)
        if sign and self.referents[best].is_person and abs(self.referents[best].gender) < 6:
            self.referents[best].gender += sign * min(0.6, max(0.0, (score - second) / 4))
        return Antecedent(best, score - second, self._reason(best, sentence, sign) if source else "")

    def _is_mere_place(self, number: int) -> bool:
        """Whether it is a place that has said nothing yet, or was named only to say where somebody belongs.

        ("Doe, a scientist at Yale")
        """
        if self.referents[number].label == "GPE":
            return number not in self.former_speakers
        head, dep, pos = self.parsed.head, self.parsed.dep, self.parsed.pos
        trace = self.traces[number]
        if trace.count > 1 or dep[trace.token] != "pobj" or self.referents[number].is_person:
            return False
        noun = head[head[trace.token]]
        return pos[noun] == "PROPN" or (pos[noun] == "NOUN" and dep[noun] == "appos")

    @staticmethod
    def _fit(referent: Referent, sign: float, plural: bool, neuter: bool) -> float | None:
        if sign:
            if not referent.is_person and referent.label != "somebody":
                return None
            described = _DESCRIBED_PENALTY if referent.label == "somebody" else 0.0
            agreement = max(-8.0, min(8.0, 1.2 * sign * referent.gender))
            return described - log(1 + exp(-agreement - 0.3 * (sign < 0)))
        if plural:
            return _PLURAL_FIT.get(referent.label)
        if neuter:
            return (
                {"ORG": 1.0, "GPE": 0.8, "WORK_OF_ART": 0.5}.get(referent.label, 0.0)
                if referent.label in _THINGS
                else None
            )
        return 0.0

    def salience(self, number: int, token: int, *, source: bool = True) -> float:
        """How much a referent met before is in mind at `token` (log-odds, up to a constant)."""
        return float(sum(map(mul, SOURCE_WEIGHTS if source else OTHER_WEIGHTS, self.features(number, token))))

    def features(self, number: int, token: int) -> tuple[float, ...]:
        """What speaks for a referent met before, in the order of the weights."""
        trace = self.traces[number]
        sentence = self.parsed.sentence[token]
        distance = self._sentences_between(trace.sentence, sentence)
        paragraphs = self.paragraph_of[sentence] - trace.paragraph
        spoke = number == self.speaker
        near = self.paragraph_of[sentence] - self.speaker_paragraph <= 1
        quoted = trace.quoted and not self.quoted[token]
        return (
            log(1 + distance),
            distance == 0,
            min(paragraphs, 4),
            trace.subject,
            trace.subject and distance <= 1,
            trace.possessive,
            quoted,
            trace.subject_before,
            trace.pronoun,
            log(trace.count),
            spoke,
            spoke and near,
            number == self.recent[-1],
            trace.subject and distance <= 1 and trace.embedded,
        )

    def _reason(self, number: int, sentence: int, sign: float) -> str:
        trace = self.traces[number]
        distance = self._sentences_between(trace.sentence, sentence)
        role = "subject of" if trace.subject else "named in"
        where = {0: "the same sentence", 1: "the sentence before"}.get(
            distance, f"{distance} sentences before"
        )
        if distance > 1:
            role = "subject" if trace.subject else "named"
        reason = f"{role} {where}"
        referent = self.referents[number]
        if sign and sign * referent.gender > 0:
            reason += ", same gender"
        if number == self.speaker:
            reason += ", spoke last"
        return reason


def _quoted_sentences(parsed: ParsedArticle, quoted: bytearray) -> list[int]:
    """For every sentence, and the end, how many before it stand wholly inside quotation marks."""
    out = [0]
    for begin, end in parsed.sentences:
        out.append(out[-1] + (quoted[begin] and quoted[end - 1]))
    return out
