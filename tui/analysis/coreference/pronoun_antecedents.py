"""Whom a pronoun means: of those mentioned last, the one that fits best by gender, number and salience.

A pronoun that is resolved is evidence of the referent's gender.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from tui.analysis.coreference import clauses, subject_antecedents
from tui.analysis.coreference.discourse import Antecedent, Discourse, Trace
from tui.analysis.coreference.pronoun_agreement import DESCRIBED_PENALTY, KNOWN, agreement
from tui.analysis.coreference.pronoun_words import NEUTER, PLURAL, sign_of
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.word_lists import words

_BINDING_PENALTY = -4.0  # for somebody named in the pronoun's own statement
_INSIDE_PENALTY = -2.0  # for somebody named in the words whose source the pronoun is
_MODIFIER_PENALTY = -1.8  # for whom only a noun before another names
_CONTRAST_PENALTY = -6.0  # for who was called by the other pronoun before, in the same paragraph
_INTRODUCED_BONUS = 1.8  # for whom the paragraph began with, where who spoke last is not in it
_ANSWERED_PENALTY = -3.0  # for whom nobody called so, and who did something to somebody called so
_CLAUSE_BONUS = 3.0  # for whom the pronoun's clause is about: "the man who shone when he shouted"
_GOING_ON_BONUS = 1.2  # for whoever spoke last, where nobody else did anything since
_PAPERS = {f"{noun}s" for noun in words("documents")} | {"polls", "surveys", "results", "figures", "data"}
_SINGULAR_THEY_FIT = 2.0  # for somebody just described whose gender is not said: "a reader … they wrote"
_SPOKEN_FIT = -1.5  # for "it" of what is only described and spoke
_SILENT = frozenset({"EVENT", "LOC"})  # things that say nothing
_EVENTS = words("heads of events") | {"bang", "conference", "day", "week", "weekend"}
_MUTE = _EVENTS | words("heads of laws") | words("heads of undertakings") | {"partnership"}
_FAR = 4  # sentences back to a body that has said nothing
_CRITICS = ("critic", "reviewer")
_OBJECTS = frozenset({"dative", "ROOT"})
_PARTAKING = frozenset({"with", "by", "from", "to"})
_MAX_PARAGRAPHS_AHEAD = 3
_MAX_PARAGRAPHS_ON = 2  # up to a pronoun from the last words of whoever goes on speaking
_SUGGESTED = 2.5  # the log-odds of the gender of somebody described, after the first he or she
_CONTRADICTED = 0.5  # the log-odds from which pronouns before suggest the other gender


class PronounAntecedents:
    """Finds whom pronouns mean, in the order in which they stand."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._parsed = discourse.parsed
        self._referents = discourse.referents
        self._called: dict[int, tuple[float, int]] = {}  # the sign of the last he or she, and its paragraph

    def resolve(
        self,
        token: int,
        word: str,
        *,
        source: bool = True,
        unlikely: Container[int] = (),
        inside: Container[int] = (),
        likely: int | None = None,
    ) -> Antecedent | None:
        """Return whom the pronoun `word` at `token` means, or None if nobody fits.

        `source` tells that it is the source of an attribution; `unlikely` holds referents that it hardly means,
        `inside` those that the words name whose source it is, `likely` is one of whom its clause is said.
        """
        sign = sign_of(word)
        plural, neuter = word in PLURAL, word in NEUTER
        scored: list[tuple[float, int]] = []
        subject_like = source and self._parsed.dep[token] != "poss"
        going_on = likely is None and subject_like and sign != 0.0 and self._goes_on(token, sign)
        for number in self._discourse.recent:
            fit = agreement(self._referents[number], sign, plural, neuter)
            if fit is None and plural and self._is_somebody_just_described(number, token):
                fit = _SINGULAR_THEY_FIT
            spoke = number in self._discourse.speakers
            if fit is None and neuter and spoke and not self._referents[number].label:
                fit = _SPOKEN_FIT  # "the US military said … It did not reveal"
            if subject_antecedents.acts_on(self._discourse, number, token):
                continue  # "the partner told them": they are others
            if number in inside and number not in self._discourse.narrated:
                continue  # A guard wept. “Doe left us,” he said.
            if sign and self._referents[number].label == "somebody" and self._stands_for_paper(number):
                continue  # "The Herald's critic found it dull. … “Thanks,” she said."
            if fit is not None and not (source and self._cannot_speak(number, token, plural, neuter)):
                fit += _INSIDE_PENALTY * (number in inside)
                fit += _BINDING_PENALTY * (number in unlikely) + _CLAUSE_BONUS * (number == likely)
                if sign and number == self._discourse.last_speaker and self._spoke_here(number, token):
                    fit -= DESCRIBED_PENALTY  # "The trick, the baker said, is heat. “Just wait,” he added."
                if sign and self._was_called(number, token) * sign < 0:
                    fit += _CONTRAST_PENALTY  # “No,” he said. “You did,” she replied.
                if going_on and number == self._discourse.last_speaker:
                    fit += _GOING_ON_BONUS
                if (
                    sign
                    and source
                    and subject_antecedents.is_introduced_here(self._discourse, number, token, sign)
                ):
                    fit += _INTRODUCED_BONUS
                if sign and source and subject_antecedents.was_answered(self._discourse, number, token, sign):
                    fit += _ANSWERED_PENALTY  # "The judge told her to sit. “I will not,” she said."
                if self._is_modifier(number):
                    fit += _MODIFIER_PENALTY  # "Jane Doe, a Roe supporter, was sorry for her remark": Doe's
                scored.append((fit + self._discourse.salience(number, token, source=subject_like), number))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best = scored[0]
        margin = score - (scored[1][0] if len(scored) > 1 else min(score - 3.0, -1.0))
        referent = self._referents[best]
        if sign:
            self._called[best] = (sign, self._discourse.paragraph_at(token))
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
        return sign if paragraph == self._discourse.paragraph_at(token) else 0.0

    def note_gender(self, number: int, sign: float) -> None:
        """Note that somebody who is only described was called he or she ("One voter asked. She said …")."""
        referent = self._referents[number]
        if referent.label == "somebody" and not referent.gender:
            referent.gender = _SUGGESTED * sign

    def resolve_forwards(self, token: int, word: str, following: Sequence[Mention]) -> int | None:
        """Return whom "he" or "she" at the top means, before anybody is named: the first subject named after it.

        Or whom the first sentence with a name is about: It was a new tone for Jane Doe.

        `following` are the mentions after the pronoun. None if a person was named before it.
        """
        sign = sign_of(word)
        if not sign or any(self._referents[n].is_person for n in self._discourse.traces):
            return None
        if self._goes_on_described(token):
            return None  # "Norway's number 1 admitted it. “True,” he said. Doe agreed.": he is not Doe
        last = self._discourse.paragraph_at(token) + _MAX_PARAGRAPHS_AHEAD
        for mention in following:
            referent = self._referents[mention.referent]
            head = clauses.head_token(self._parsed, mention.begin, mention.end)
            if self._discourse.paragraph_at(head) > last:
                return None
            if referent.is_person and clauses.is_subject(self._parsed, head):
                return mention.referent if sign * referent.known_gender > -KNOWN else None
        return None

    def _goes_on_described(self, token: int) -> bool:
        """Tell whether one who is only described spoke last, in this paragraph or the one before."""
        last = self._discourse.last_speaker
        near = self._discourse.paragraph_at(token) - self._discourse.last_speaker_paragraph <= 1
        return near and last is not None and self._referents[last].label in ("", "somebody")

    def _goes_on(self, token: int, sign: float) -> bool:
        """Tell whether a quotation opens the sentence of a pronoun, and nobody did anything since the last one.

        "“No,” said Doe. ¶ Would it be wiser than Roe? ¶ “Perhaps,” he said.": he is Doe. Not so in "Roe, whose
        partner Doe expects a child, was glad. ¶ “Yes,” he said."
        """
        last = self._discourse.last_speaker
        here = self._parsed.sentence[token]
        if (
            last is None
            or last not in self._discourse.traces
            or not self._discourse.quoted[self._parsed.sentences[here][0]]
        ):
            return False
        if self._discourse.traces[last].embedded:
            return False
        since = self._discourse.traces[last].sentence
        if self._discourse.paragraph_of[here] - self._discourse.last_speaker_paragraph > _MAX_PARAGRAPHS_ON:
            return False
        people = (
            (self._referents[n], self._discourse.traces[n]) for n in self._discourse.recent if n != last
        )
        others = (t for r, t in people if r.is_person and sign * r.known_gender > -KNOWN)
        return not any(t.sentence > since and not t.quoted and self._takes_part(t) for t in others)

    def _takes_part(self, trace: Trace) -> bool:
        """Tell whether whoever was mentioned did something, or something was done to them: not "wiser than Roe"."""
        dep, at = self._parsed.dep, trace.token
        return trace.subject or dep[at] in _OBJECTS or self._parsed.word[self._parsed.head[at]] in _PARTAKING

    def _spoke_here(self, number: int, token: int) -> bool:
        """Tell whether it is somebody only described, who spoke in this paragraph."""
        here = self._discourse.paragraph_at(token)
        return self._referents[number].label == "somebody" and self._discourse.last_speaker_paragraph == here

    def _stands_for_paper(self, number: int) -> bool:
        """Tell whether somebody is described as a paper's critic, of whom no article goes on to speak."""
        name = self._referents[number].name.casefold()
        return name.endswith(_CRITICS) and ("’s " in name or "'s " in name)

    def _is_modifier(self, number: int) -> bool:
        """Tell whether it was last mentioned only to say what a common noun is of: a Roe supporter."""
        token = self._discourse.traces[number].token
        noun = self._parsed.head[token]
        return self._parsed.dep[token] == "compound" and self._parsed.pos[noun] == "NOUN"

    def _is_somebody_just_described(self, number: int, token: int) -> bool:
        """Tell whether it is a person without a name or gender of whom the sentence before speaks.

        "A spokesperson for the union said it was late. “We were not asked,” they added."
        """
        referent = self._referents[number]
        return (
            referent.label == "somebody"
            and not referent.gender
            and self._discourse.distance_to(number, token) <= 1
        )

    def _cannot_speak(self, number: int, token: int, plural: bool, neuter: bool) -> bool:
        """Tell whether it is nothing that "they" or "it" can mean where it is the source of an attribution."""
        if not (plural or neuter):
            return False
        referent = self._referents[number]
        if referent.label in _SILENT or not _EVENTS.isdisjoint(referent.key[-2:]):
            return True  # "the Lisbon Summit", whatever the recogniser takes it for
        if not _MUTE.isdisjoint(referent.key[-1:]) and number not in self._discourse.speakers:
            return True  # "the Ocean Trade Partnership"
        if not referent.label and number not in self._discourse.speakers:
            return True  # "the Big Bang"
        trace = self._discourse.traces[number]
        if (
            plural
            and number not in self._discourse.speakers
            and self._discourse.distance_to(number, token) > _FAR
        ):
            return True
        # "The Harbour Party's Jane Doe spoke. … “No,” they chorused."
        if (
            plural
            and trace.possessive
            and number not in self._discourse.speakers
            and self._discourse.distance_to(number, token) > 1
        ):
            return True
        if plural:
            return self._is_mere_place(number) or not _PAPERS.isdisjoint(referent.key)
        # "The club sued the town of Leeds. It called …": a place that is named in passing says nothing
        return self._is_mere_place(number) and not self._discourse.traces[number].subject

    def _is_mere_place(self, number: int) -> bool:
        """Tell whether it is a place that has not spoken, or was only named to say where somebody belongs.

        "Doe, a scientist at Yale": "they" is not Yale.
        """
        if self._referents[number].label == "GPE":
            return number not in self._discourse.speakers
        head, dep, pos = self._parsed.head, self._parsed.dep, self._parsed.pos
        trace = self._discourse.traces[number]
        if trace.count > 1 or dep[trace.token] != "pobj" or self._referents[number].is_person:
            return False
        noun = head[head[trace.token]]
        return pos[noun] == "PROPN" or (pos[noun] == "NOUN" and dep[noun] == "appos")

    def _reason(self, number: int, token: int, sign: float) -> str:
        trace = self._discourse.traces[number]
        distance = self._discourse.distance_to(number, token)
        if distance > 1:
            reason = f"{'subject' if trace.subject else 'named'} {distance} sentences before"
        else:
            where = "the sentence before" if distance else "the same sentence"
            reason = f"{'subject of' if trace.subject else 'named in'} {where}"
        if sign and sign * self._referents[number].gender > 0:
            reason += ", same gender"
        if number == self._discourse.last_speaker:
            reason += ", spoke last"
        return reason
