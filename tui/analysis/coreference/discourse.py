"""Who is being talked about at each point of an article, and whom a pronoun there means.

The referents mentioned last are kept in order of recency, and each pronoun is given to the one that scores best by
gender and salience. A resolved pronoun counts as a mention, and is evidence of the referent's gender.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import exp, log

from tui.analysis.coreference import clauses
from tui.analysis.coreference.salience import OTHER_WEIGHTS, SOURCE_WEIGHTS, Salience, weigh
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
NARRATOR = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})

_MAX_CANDIDATES = 12  # referents mentioned last that a pronoun is tried on
_DESCRIBED_PENALTY = -1.0  # a pronoun is likelier to mean somebody named
_BINDING_PENALTY = -4.0  # for somebody named in the pronoun's own statement
_MODIFIER_PENALTY = -1.8  # for whom only a noun before another names
_CONTRAST_PENALTY = -6.0  # for who was called by the other pronoun before, in the same paragraph
_CLAUSE_BONUS = 3.0  # for whom the pronoun's clause is about: "the man who shone when he shouted"
_GOING_ON_BONUS = 1.2  # for whoever spoke last, where nobody else did anything since
_PAPERS = {f"{noun}s" for noun in words("documents")} | {"polls", "surveys", "results", "figures", "data"}
_PLURAL_FIT = {"group": 2.0, "ORG": 1.0, "NORP": 1.0, "GPE": 0.0, "": -2.5}
_SINGULAR_THEY_FIT = 2.0  # for somebody just described whose gender is not said: "a reader … they wrote"
_SPOKEN_FIT = -1.5  # for "it" of what is only described and spoke
_UNLABELLED_FIT = -3.0
_ORGANISATION_WORDS = words("words of organisations") | words("small words")
_THINGS = frozenset({"ORG", "GPE", "FAC", "NORP", "LAW", "WORK_OF_ART", "PRODUCT", "EVENT", "LOC"})
_NEUTER_FIT = dict.fromkeys(_THINGS, 0.0) | {"ORG": 1.0, "GPE": 0.8, "WORK_OF_ART": 0.5}
_SILENT = frozenset({"EVENT", "LOC"})  # things that say nothing
_EVENTS = words("heads of events") | {"bang", "conference", "day", "week", "weekend"}
_MUTE = _EVENTS | words("heads of laws") | words("heads of undertakings") | {"partnership"}
_OBJECTS = frozenset({"dative", "ROOT"})
_PARTAKING = frozenset({"with", "by", "from", "to"})
_MAX_PARAGRAPHS_AHEAD = 3
_MAX_PARAGRAPHS_ON = 2  # up to a pronoun from the last words of whoever goes on speaking
_KNOWN = 2.0  # the log-odds from which a gender is known, and whoever has the other is not meant
_SUGGESTED = 2.5  # the log-odds of the gender of somebody described, after the first he or she
_CONTRADICTED = 0.5  # the log-odds from which pronouns before suggest the other gender


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


class Discourse:
    """The state of attention while an article is read from its first token to its last."""

    def __init__(self, parsed: ParsedArticle, referents: list[Referent], quoted: bytearray) -> None:
        self.parsed = parsed
        self.referents = referents
        self.quoted = quoted  # for each token, whether it stands inside quotation marks
        self.recent: list[int] = []
        self.traces: dict[int, Trace] = {}
        self.last_speaker: int | None = None
        self._called: dict[int, tuple[float, int]] = {}  # the sign of the last he or she, and its paragraph
        self.last_speaker_paragraph = -1
        self.speakers: set[int] = set()
        self.pronoun_referents: dict[int, int] = {}  # by the pronoun's token
        self.quoted_before = _quoted_sentences(parsed, quoted)
        self.paragraph_of = [0] * len(parsed.sentences)
        for number, (begin, end) in enumerate(parsed.paragraphs):
            if begin < end:
                for sentence in range(parsed.sentence[begin], parsed.sentence[end - 1] + 1):
                    self.paragraph_of[sentence] = number

    def add_mention(self, referent: int, token: int, *, pronoun: bool = False) -> None:
        """Note that a name of `referent`, or a pronoun that means it, stands at `token`."""
        sentence = self.parsed.sentence[token]
        subject = clauses.is_subject(self.parsed, token)
        possessive = self.parsed.dep[token] in ("poss", "compound")
        quoted = bool(self.quoted[token])
        embedded = clauses.is_embedded_subject(self.parsed, token)
        paragraph = self.paragraph_of[sentence]
        trace = self.traces.get(referent)
        if trace is None:
            self.traces[referent] = Trace(
                sentence, paragraph, subject, possessive, quoted, pronoun, token, embedded=embedded
            )
        else:
            if trace.sentence == sentence and not quoted:
                embedded = embedded and (trace.embedded or not trace.subject)
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
        self.last_speaker_paragraph = self.paragraph_of[self.parsed.sentence[token]]

    def resolve_pronoun(
        self,
        token: int,
        word: str,
        *,
        source: bool = True,
        unlikely: Container[int] = (),
        likely: int | None = None,
    ) -> Antecedent | None:
        """Return whom the pronoun `word` at `token` means, or None if nobody fits.

        `source` tells that it is the source of an attribution; `unlikely` holds referents that it hardly means,
        `likely` is one of whom its clause is said.
        """
        sign = 1.0 if word in FEMALE else -1.0 if word in MALE else 0.0
        plural, neuter = word in PLURAL, word in NEUTER
        scored: list[tuple[float, int]] = []
        subject_like = source and self.parsed.dep[token] != "poss"
        going_on = likely is None and subject_like and sign != 0.0 and self._goes_on(token, sign)
        for number in self.recent:
            fit = _agreement(self.referents[number], sign, plural, neuter)
            if fit is None and plural and self._is_somebody_just_described(number, token):
                fit = _SINGULAR_THEY_FIT
            if fit is None and neuter and not self.referents[number].label and number in self.speakers:
                fit = _SPOKEN_FIT  # "the US military said … It did not reveal"
            if self._acts_on(number, token):
                continue  # "the partner told them": they are others
            if fit is not None and not (source and self._cannot_speak(number, token, plural, neuter)):
                fit += _BINDING_PENALTY * (number in unlikely) + _CLAUSE_BONUS * (number == likely)
                if sign and number == self.last_speaker and self._spoke_here(number, token):
                    fit -= _DESCRIBED_PENALTY  # "The trick, the baker said, is heat. “Just wait,” he added."
                if sign and self._was_called(number, token) * sign < 0:
                    fit += _CONTRAST_PENALTY  # “No,” he said. “You did,” she replied.
                if going_on and number == self.last_speaker:
                    fit += _GOING_ON_BONUS
                if self._is_modifier(number):
                    fit += _MODIFIER_PENALTY  # "Jane Doe, a Roe supporter, was sorry for her remark": Doe's
                scored.append((fit + self.salience(number, token, source=subject_like), number))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best = scored[0]
        margin = score - (scored[1][0] if len(scored) > 1 else min(score - 3.0, -1.0))
        referent = self.referents[best]
        if sign:
            self._called[best] = (sign, self.paragraph_of[self.parsed.sentence[token]])
        contradicted = sign * referent.gender < -_CONTRADICTED
        if sign and referent.is_person and abs(referent.gender) < 6:
            referent.gender += sign * min(0.6, max(0.0, margin / 4))
        elif sign:
            self.note_gender(best, sign)
        reason = self._reason(best, token, sign) if source else ""
        return Antecedent(best, margin, reason, contradicted=contradicted)

    def _was_called(self, number: int, token: int) -> float:
        """Return the sign of the pronoun by which a referent was called before in this paragraph, 0 for none."""
        sign, paragraph = self._called.get(number, (0.0, -1))
        return sign if paragraph == self.paragraph_of[self.parsed.sentence[token]] else 0.0

    def note_gender(self, number: int, sign: float) -> None:
        """Note that somebody who is only described was called he or she ("One voter asked. She said …")."""
        referent = self.referents[number]
        if referent.label == "somebody" and not referent.gender:
            referent.gender = _SUGGESTED * sign

    def resolve_forwards(self, token: int, word: str, following: Sequence[Mention]) -> int | None:
        """Return whom "he" or "she" at the top means, before anybody is named: the first subject named after it.

        Or whom the first sentence with a name is about: It was a new tone for Jane Doe.

        `following` are the mentions after the pronoun. None if a person was named before it.
        """
        sign = 1.0 if word in FEMALE else -1.0 if word in MALE else 0.0
        if not sign or any(self.referents[n].is_person for n in self.traces):
            return None
        last = self.paragraph_of[self.parsed.sentence[token]] + _MAX_PARAGRAPHS_AHEAD
        for mention in following:
            referent = self.referents[mention.referent]
            head = clauses.head_token(self.parsed, mention.begin, mention.end)
            if self.paragraph_of[self.parsed.sentence[head]] > last:
                return None
            if referent.is_person and (
                clauses.is_subject(self.parsed, head) or clauses.is_topic(self.parsed, head)
            ):
                return mention.referent if sign * referent.known_gender > -_KNOWN else None
        return None

    def _acts_on(self, number: int, token: int) -> bool:
        """Tell whether a referent is the subject of the verb whose object is the pronoun at `token`."""
        dep, head = self.parsed.dep, self.parsed.head
        subject = self.traces[number].token
        return (
            dep[token] in ("dobj", "dative")
            and dep[subject] in ("nsubj", "nsubjpass")
            and head[subject] == head[token]
            and not self.parsed.word[token].endswith(("self", "selves"))
        )

    def _goes_on(self, token: int, sign: float) -> bool:
        """Tell whether a quotation opens the sentence of a pronoun, and nobody did anything since the last one.

        "“No,” said Doe. ¶ Would it be wiser than Roe? ¶ “Perhaps,” he said.": he is Doe.
        """
        last = self.last_speaker
        here = self.parsed.sentence[token]
        if last is None or last not in self.traces or not self.quoted[self.parsed.sentences[here][0]]:
            return False
        since = self.traces[last].sentence
        if self.paragraph_of[here] - self.last_speaker_paragraph > _MAX_PARAGRAPHS_ON:
            return False
        people = ((self.referents[n], self.traces[n]) for n in self.recent if n != last)
        others = (t for r, t in people if r.is_person and sign * r.known_gender > -_KNOWN)
        return not any(t.sentence > since and not t.quoted and self._takes_part(t) for t in others)

    def _takes_part(self, trace: Trace) -> bool:
        """Tell whether whoever was mentioned did something, or something was done to them: not "wiser than Roe"."""
        dep, at = self.parsed.dep, trace.token
        return trace.subject or dep[at] in _OBJECTS or self.parsed.word[self.parsed.head[at]] in _PARTAKING

    def _spoke_here(self, number: int, token: int) -> bool:
        """Tell whether it is somebody only described, who spoke in this paragraph."""
        here = self.paragraph_of[self.parsed.sentence[token]]
        return self.referents[number].label == "somebody" and self.last_speaker_paragraph == here

    def _is_modifier(self, number: int) -> bool:
        """Tell whether it was last mentioned only to say what a common noun is of: a Roe supporter."""
        token = self.traces[number].token
        noun = self.parsed.head[token]
        return self.parsed.dep[token] == "compound" and self.parsed.pos[noun] == "NOUN"

    def _is_somebody_just_described(self, number: int, token: int) -> bool:
        """Tell whether it is a person without a name or gender of whom the sentence before speaks.

        "A spokesperson for the union said it was late. “We were not asked,” they added."
        """
        referent = self.referents[number]
        return referent.label == "somebody" and not referent.gender and self.distance_to(number, token) <= 1

    def _cannot_speak(self, number: int, token: int, plural: bool, neuter: bool) -> bool:
        """Tell whether it is nothing that "they" or "it" can mean where it is the source of an attribution."""
        if not (plural or neuter):
            return False
        referent = self.referents[number]
        if referent.label in _SILENT or not _EVENTS.isdisjoint(referent.key[-2:]):
            return True  # "the Lisbon Summit", whatever the recogniser takes it for
        if not _MUTE.isdisjoint(referent.key[-1:]) and number not in self.speakers:
            return True  # "the Ocean Trade Partnership"
        if not referent.label and number not in self.speakers:
            return True  # "the Big Bang"
        if plural:
            return self._is_mere_place(number) or not _PAPERS.isdisjoint(referent.key)
        # "The club sued the town of Leeds. It called …": a place that is named in passing says nothing
        return self._is_mere_place(number) and not self.traces[number].subject

    def _is_mere_place(self, number: int) -> bool:
        """Tell whether it is a place that has not spoken, or was only named to say where somebody belongs.

        "Doe, a scientist at Yale": "they" is not Yale.
        """
        if self.referents[number].label == "GPE":
            return number not in self.speakers
        head, dep, pos = self.parsed.head, self.parsed.dep, self.parsed.pos
        trace = self.traces[number]
        if trace.count > 1 or dep[trace.token] != "pobj" or self.referents[number].is_person:
            return False
        noun = head[head[trace.token]]
        return pos[noun] == "PROPN" or (pos[noun] == "NOUN" and dep[noun] == "appos")

    def salience(self, number: int, token: int, *, source: bool = True) -> float:
        """Return how present a referent mentioned before is at `token`, in log-odds up to a constant."""
        return weigh(self.features(number, token), SOURCE_WEIGHTS if source else OTHER_WEIGHTS)

    def features(self, number: int, token: int) -> Salience:
        """Return what speaks for a referent mentioned before to be meant at `token`."""
        trace = self.traces[number]
        paragraph = self.paragraph_of[self.parsed.sentence[token]]
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

    def _reason(self, number: int, token: int, sign: float) -> str:
        trace = self.traces[number]
        distance = self.distance_to(number, token)
        if distance > 1:
            reason = f"{'subject' if trace.subject else 'named'} {distance} sentences before"
        else:
            where = "the sentence before" if distance else "the same sentence"
            reason = f"{'subject of' if trace.subject else 'named in'} {where}"
        if sign and sign * self.referents[number].gender > 0:
            reason += ", same gender"
        if number == self.last_speaker:
            reason += ", spoke last"
        return reason


def _agreement(referent: Referent, sign: float, plural: bool, neuter: bool) -> float | None:
    """Return how well a referent agrees with a pronoun in gender and number, in log-odds; None for not at all.

    `sign` is above 0 for a woman's pronoun, below 0 for a man's and 0 for any other.
    """
    if sign:
        if (
            not referent.label
            and referent.mentions  # not what is only described: "the election-year push"
            and 2 <= len(referent.key) <= 3
            and _ORGANISATION_WORDS.isdisjoint(referent.key)
        ):
            return _UNLABELLED_FIT  # a name that the recogniser does not know: "Quorra Vex … she"
        if not referent.is_person and referent.label != "somebody":
            return None
        if sign * referent.known_gender <= -_KNOWN:
            return None  # "Mrs Marlow asked. “I am certain,” he said.": he is somebody else
        described = _DESCRIBED_PENALTY if referent.label == "somebody" else 0.0
        agreement = max(-8.0, min(8.0, 1.2 * sign * referent.gender))
        return described - log(1 + exp(-agreement - 0.3 * (sign < 0)))
    if plural:
        return _PLURAL_FIT.get(referent.label)
    return _NEUTER_FIT.get(referent.label) if neuter else 0.0


def _quoted_sentences(parsed: ParsedArticle, quoted: bytearray) -> list[int]:
    """Return for every sentence, and the end, how many before it stand wholly inside quotation marks."""
    out = [0]
    for begin, end in parsed.sentences:
        out.append(out[-1] + (quoted[begin] and quoted[end - 1]))
    return out
