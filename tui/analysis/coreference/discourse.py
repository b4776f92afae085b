"""Who is being talked about at each point of an article: the referents mentioned last, and how salient each is.

A resolved pronoun or description counts as a mention.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from math import log

from tui.analysis.coreference import clauses
from tui.analysis.coreference.salience import OTHER_WEIGHTS, SOURCE_WEIGHTS, Salience, weigh
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle

_MAX_QUOTED = 4  # sentences inside quotation marks between narration and a pronoun
_MAX_CANDIDATES = 12  # referents mentioned last that a pronoun is tried on


@dataclass(slots=True)
class Trace:
    """Where and how a referent was mentioned last."""

    sentence: int
    paragraph: int
    subject: bool
    possessive: bool
    quoted: bool
    pronoun: bool
    token: int
    count: int = 1
    repeated_subject: bool = False  # the subject of the sentence before that one, too
    embedded: bool = False  # the subject of a clause inside another: "she believes Doe is right"


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The referent that a pronoun or description means, and why."""

    referent: int
    margin: float  # how far ahead of the next candidate, in log-odds
    reason: str
    sure: bool = True  # the article says so; False if nobody better was found
    contradicted: bool = False  # what is guessed of the referent's gender speaks against it


def likeliest(scored: list[tuple[float, int, bool]], stated: str, assumed: str) -> Antecedent | None:
    """Return the referent with the highest score, None of none; each comes with whether the article says it is it.

    The reason is `stated` where the article says so, else `assumed`, which is less sure.
    """
    if not scored:
        return None
    (score, best, is_stated), *others = sorted(scored, reverse=True)
    margin = score - others[0][0] if others else 2.0
    return (
        Antecedent(best, margin, stated) if is_stated else Antecedent(best, margin - 1.0, assumed, sure=False)
    )


class Discourse:
    """The state of attention while an article is read from its first token to its last."""

    def __init__(self, parsed: ParsedArticle, referents: list[Referent], quoted: bytearray) -> None:
        self.parsed = parsed
        self.referents = referents
        self.quoted = quoted  # for each token, whether it stands inside quotation marks
        self.recent: list[int] = []
        self.traces: dict[int, Trace] = {}
        self.last_speaker: int | None = None
        self.last_speaker_paragraph = -1
        self.speakers: set[int] = set()
        self.narrated: set[int] = set()  # who was mentioned outside quotation marks
        self.pronoun_referents: dict[int, int] = {}  # by the pronoun's token
        self.spoken_of: Mapping[int, Set[int]] = {}  # for a source's head, who is named in its own words
        self.quoted_before = _quoted_sentences(parsed, quoted)
        self.paragraph_of = [0] * len(parsed.sentences)
        for number, (begin, end) in enumerate(parsed.paragraphs):
            if begin < end:
                for sentence in range(parsed.sentence[begin], parsed.sentence[end - 1] + 1):
                    self.paragraph_of[sentence] = number

    def add_mention(self, referent: int, token: int, *, pronoun: bool = False) -> None:
        """Note that a name of `referent`, or a pronoun that means it, stands at `token`."""
        sentence = self.parsed.sentence[token]
        subject = clauses.is_subject(self.parsed, token) or clauses.is_according_to(self.parsed, token)
        possessive = self.parsed.dep[token] in ("poss", "compound")
        quoted = bool(self.quoted[token])
        embedded = clauses.is_embedded_subject(self.parsed, token)
        paragraph = self.paragraph_of[sentence]
        if not quoted:
            self.narrated.add(referent)
        trace = self.traces.get(referent)
        if trace is None:
            self.traces[referent] = Trace(
                sentence, paragraph, subject, possessive, quoted, pronoun, token, embedded=embedded
            )
        else:
            if trace.sentence == sentence and not quoted:
                # The guard said Doe was tired of his work: "his" leaves Doe the subject of the clause inside
                embedded = (
                    trace.embedded if not subject else embedded and (trace.embedded or not trace.subject)
                )
                subject = subject or trace.subject  # once the subject of a sentence, always of that sentence
                possessive = possessive and trace.possessive
            else:
                near = self._sentences_between(trace.sentence, sentence) <= 1
                trace.repeated_subject = trace.subject and near
            trace.sentence, trace.paragraph, trace.token = sentence, paragraph, token
            trace.subject, trace.embedded, trace.possessive = subject, embedded, possessive
            trace.quoted, trace.pronoun = quoted, pronoun
            trace.count += 1
        if self.recent and self.recent[-1] == referent:
            return
        if referent in self.recent:
            self.recent.remove(referent)
        elif len(self.recent) >= _MAX_CANDIDATES:
            del self.recent[0]
        self.recent.append(referent)

    def paragraph_at(self, token: int) -> int:
        """Return the number of the paragraph in which a token stands."""
        return self.paragraph_of[self.parsed.sentence[token]]

    def narration_before(self, token: int) -> int | None:
        """Return the sentence before that of `token`, or a few before, that is not wholly in quotation marks.

        "A policeman knocked. “Who is there?” he asked."
        """
        here = self.parsed.sentence[token]
        for number in range(here - 1, max(-1, here - 2 - _MAX_QUOTED), -1):
            begin, end = self.parsed.sentences[number]
            if not all(self.quoted[begin:end]):
                return number
        return None

    def distance_to(self, number: int, token: int) -> int:
        """Return how many sentences lie between the last mention of a referent and `token`."""
        return self._sentences_between(self.traces[number].sentence, self.parsed.sentence[token])

    def _sentences_between(self, earlier: int, later: int) -> int:
        """Count the sentences from one to another, without those wholly inside quotation marks."""
        if later <= earlier:
            return 0
        return later - earlier - (self.quoted_before[later] - self.quoted_before[earlier + 1])

    def set_speaker(self, referent: int | None, token: int) -> None:
        """Note that the source at `token` is `referent`, or nobody named."""
        self.last_speaker = referent
        if referent is not None:
            self.speakers.add(referent)
        self.last_speaker_paragraph = self.paragraph_at(token)

    def salience(self, number: int, token: int, *, source: bool = True) -> float:
        """Return how present a referent mentioned before is at `token`, in log-odds up to a constant."""
        return weigh(self.features(number, token), SOURCE_WEIGHTS if source else OTHER_WEIGHTS)

    def features(self, number: int, token: int) -> Salience:
        """Return what speaks for a referent mentioned before to be meant at `token`."""
        trace = self.traces[number]
        paragraph = self.paragraph_at(token)
        distance = self.distance_to(number, token)
        spoke_last = number == self.last_speaker
        return Salience(
            distance=log(1 + distance),
            same_sentence=distance == 0,
            paragraphs=min(paragraph - trace.paragraph, 4),
            subject=trace.subject,
            subject_nearby=trace.subject and distance <= 1,
            possessor=trace.possessive,
            quoted=trace.quoted and not self.quoted[token],
            repeated_subject=trace.repeated_subject,
            pronoun=trace.pronoun,
            mentions=log(trace.count),
            last_speaker=spoke_last,
            last_speaker_nearby=spoke_last and paragraph - self.last_speaker_paragraph <= 1,
            most_recent=number == self.recent[-1],
            embedded_subject=trace.subject and distance <= 1 and trace.embedded,
        )


def _quoted_sentences(parsed: ParsedArticle, quoted: bytearray) -> list[int]:
    """Return for every sentence, and the end, how many before it stand wholly inside quotation marks."""
    out = [0]
    for begin, end in parsed.sentences:
        out.append(out[-1] + (quoted[begin] and quoted[end - 1]))
    return out
