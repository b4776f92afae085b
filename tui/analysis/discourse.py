"""Who is being talked about at each point of an article, and whom a pronoun there means.

Those named last are kept in order of recency, and each pronoun is given to the one of them that scores best:
gender, grammatical role, distance, who spoke last (after Lappin and Leass, "An algorithm for pronominal
anaphora resolution", 1994). A pronoun once understood counts as a mention, and says something of the gender.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from tui.analysis.parsed import Parsed
from tui.analysis.referents import Referent

_KEPT = 12
"""How many of those named last a pronoun is tried on."""

FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
NARRATOR = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_THINGS = frozenset({"ORG", "GPE", "FAC", "NORP", "LAW", "WORK_OF_ART", "PRODUCT", "EVENT", "LOC"})


@dataclass(slots=True)
class Trace:
    """Where a referent was met last."""

    token: int
    sentence: int
    paragraph: int
    subject: bool
    possessive: bool
    quoted: bool
    count: int = 1
    before: bool = False  # subject of the sentence before, too


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a pronoun means, how far ahead of the next candidate (log-odds), and why."""

    referent: int
    margin: float
    reason: str


class Discourse:
    """The state of attention while an article is walked from its first token to its last."""

    def __init__(self, parsed: Parsed, referents: list[Referent], quoted: bytearray) -> None:
        self.parsed = parsed
        self.referents = referents
        self.quoted = quoted
        self.recent: list[int] = []
        self.traces: dict[int, Trace] = {}
        self.speaker: int | None = None
        self.speaker_paragraph = -1
        self.paragraph_of = [0] * len(parsed.sentences)
        for number, (begin, end) in enumerate(parsed.paragraphs):
            if begin < end:
                for sentence in range(parsed.sentence[begin], parsed.sentence[end - 1] + 1):
                    self.paragraph_of[sentence] = number

    def head_of(self, begin: int, end: int) -> int:
        """The token of `[begin, end)` that the others hang on."""
        head = self.parsed.head
        at = end - 1
        while begin <= head[at] < end and head[at] != at:
            at = head[at]
        return at

    def is_subject(self, token: int) -> bool:
        """Whether the token is a subject, or joined to one by "and"."""
        dep, head = self.parsed.dep, self.parsed.head
        for _ in range(3):
            if dep[token] in _SUBJECTS:
                return True
            if dep[token] not in ("conj", "appos") or head[token] == token:
                return False
            token = head[token]
        return False

    def met(self, referent: int, token: int) -> None:
        """A mention of `referent` (a name, or a pronoun that means it) stands at `token`."""
        sentence = self.parsed.sentence[token]
        trace = self.traces.get(referent)
        subject, possessive = self.is_subject(token), self.parsed.dep[token] == "poss"
        quoted = bool(self.quoted[token])
        if trace is None:
            self.traces[referent] = Trace(
                token, sentence, self.paragraph_of[sentence], subject, possessive, quoted
            )
        else:
            if trace.sentence == sentence and not quoted:
                subject = subject or trace.subject  # once the subject of a sentence, always of that sentence
                possessive = possessive and trace.possessive
            trace.before = trace.subject and trace.sentence == sentence - 1
            trace.token, trace.sentence, trace.subject = token, sentence, subject
            trace.paragraph = self.paragraph_of[sentence]
            trace.possessive, trace.quoted = possessive, quoted
            trace.count += 1
        if self.recent and self.recent[-1] == referent:
            return
        if referent in self.recent:
            self.recent.remove(referent)
        elif len(self.recent) >= _KEPT:
            del self.recent[0]
        self.recent.append(referent)

    def spoke(self, referent: int | None, token: int) -> None:
        """The source at `token` was found to be `referent`."""
        self.speaker = referent
        self.speaker_paragraph = self.paragraph_of[self.parsed.sentence[token]]

    def who(self, token: int, word: str) -> Choice | None:
        """Whom the pronoun `word` at `token` means; None where nobody fits."""
        sign = 1.0 if word in FEMALE else -1.0 if word in MALE else 0.0
        plural, neuter = word in PLURAL, word in NEUTER
        sentence = self.parsed.sentence[token]
        paragraph = self.paragraph_of[sentence]
        scored: list[tuple[float, int]] = []
        for number in self.recent:
            referent = self.referents[number]
            fit = self._fit(referent, sign, plural, neuter)
            if fit is not None:
                scored.append((fit + self.salience(number, token), number))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best = scored[0]
        second = scored[1][0] if len(scored) > 1 else min(score - 3.0, -1.0)
        if sign and self.referents[best].person and abs(self.referents[best].gender) < 6:
            self.referents[best].gender += sign * min(0.6, max(0.0, (score - second) / 4))
        return Choice(best, score - second, self._reason(best, token, sentence, sign))

    @staticmethod
    def _fit(referent: Referent, sign: float, plural: bool, neuter: bool) -> float | None:
        if sign:
            if not referent.person:
                return None
            return max(-6.0, min(2.0, sign * referent.gender))
        if plural:
            return {"group": 2.0, "ORG": 1.0, "NORP": 1.0, "GPE": 0.0}.get(
                referent.label, -1.5 if referent.person else -0.5
            )
        if neuter:
            return (
                {"ORG": 1.0, "GPE": 0.8, "WORK_OF_ART": 0.5}.get(referent.label, 0.0)
                if referent.label in _THINGS
                else None
            )
        return 0.0

    def salience(self, number: int, token: int) -> float:
        """How much a referent met before is in mind at `token` (log-odds, up to a constant)."""
        trace = self.traces[number]
        sentence = self.parsed.sentence[token]
        paragraph = self.paragraph_of[sentence]
        distance = sentence - trace.sentence
        score = -0.8 * log(1 + distance) - 0.3 * (paragraph - trace.paragraph)
        score += (
            1.3 * trace.subject - 0.6 * trace.possessive - 1.2 * (trace.quoted and not self.quoted[token])
        )
        score += 0.4 * trace.before + 0.25 * log(trace.count)
        if number == self.speaker:
            score += 1.0 if paragraph - self.speaker_paragraph <= 1 else 0.4
        return score

    def _reason(self, number: int, token: int, sentence: int, sign: float) -> str:
        trace = self.traces[number]
        distance = sentence - trace.sentence
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
