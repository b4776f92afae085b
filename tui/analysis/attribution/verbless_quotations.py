"""Whole sentences in quotation marks that no verb of speech claims.

“It keeps me up,” Doe said. The road was built in May. “I count the cars.” The last quotation is Doe's, too: it
goes on with the run. One after "Tom Bell is angry." is Bell's, and one that nobody is near is nobody's, but is
shown all the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution.inscriptions import is_slogan
from tui.analysis.attribution.quotation_runs import RUN_KINDS, SKIPPED_KINDS, in_reading_order
from tui.analysis.attribution.repeated_words import RepeatedWords
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case, is_announced_as_name
from tui.analysis.entities.name_parts import SPEAKER_LABELS
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import FINITE, ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.analysis.title_case import is_title_case
from tui.article.article import Article, BlockKind
from tui.article.spans import Span

PROBABILITY = 0.5
"""How sure it is that a quotation is that of the last speaker, or of the person just described."""

_MIN_WORDS = 3
_ENDS = frozenset({".", "?", "!", "…", "..."})
_BEHIND_HEADLINE = frozenset({":", "—", "–", "--", "-"})
_BEGINS_AFTER = _ENDS | {":", "—", "–", "--"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANSWERS = frozenset(
    {"answer", "reply", "response", "message", "verdict", "conclusion", "explanation", "advice"}
)
_PERSONS = SPEAKER_LABELS | words("kin") | words("nobody in particular")
_MOVING = frozenset(
    """
    alarm amaze amuse anger annoy appal astonish baffle bother concern delight devastate disappoint disgust enrage
    frighten frustrate gall horrify hurt infuriate irritate move outrage please puzzle sadden scare shock stun
    surprise thrill trouble upset worry
    """.split()
)
_HE_OR_SHE = frozenset({"he", "she"})
_QUESTIONING = frozenset({"ask", "press", "question", "quiz"})
_MAX_SUBJECT = 12  # tokens
_MIN_TITLE = 6  # words of a sentence in title case
_PAST_SPEECH = frozenset({"said", "told", "wrote"})


class _Run:
    """The attributions so far, and which of them ends last before a place; `named` are the words of names."""

    def __init__(self, attributions: Sequence[RawAttribution], parsed: ParsedArticle) -> None:
        self.all = list(attributions)
        small = set(filter(str.islower, parsed.word))
        begins = {begin for begin, _ in parsed.sentences}
        # "Eels are rare" names nobody where "eels" stands as well
        self.named = {
            word
            for i, (word, entity) in enumerate(zip(parsed.word, parsed.entity, strict=True))
            if entity == "PERSON" and not (i in begins and word.casefold() in small)
        }
        self._ends: list[tuple[int, int]] = sorted(
            (_end(attribution), n) for n, attribution in enumerate(attributions) if _is_spoken(attribution)
        )

    def add(self, attribution: RawAttribution) -> None:
        self.all.append(attribution)
        if _is_spoken(attribution):
            row = (_end(attribution), len(self.all) - 1)
            self._ends.insert(bisect_left(self._ends, row), row)

    def last_between(self, start: int, end: int) -> int | None:
        """Return the attribution that ends last in `[start, end]`."""
        at = bisect_right(self._ends, (end, len(self.all))) - 1
        return self._ends[at][1] if at >= 0 and self._ends[at][0] > start else None


def _end(attribution: RawAttribution) -> int:
    return max(span.end for span in (*attribution.content, *attribution.cue, *attribution.source))


def _is_spoken(attribution: RawAttribution) -> bool:
    """Tell whether somebody spoke, whose next words may follow."""
    named = bool(attribution.source) or attribution.continues is not None
    return named and attribution.stance is Stance.SPEECH and not attribution.turn


def add(
    attributions: Sequence[RawAttribution], arrays: TokenArrays, article: Article
) -> list[RawAttribution]:
    """Return the attributions together with those of the sentences in quotation marks that none claims."""
    parsed = arrays.parsed
    taken = bytearray(len(parsed.text) + 1)
    for attribution in attributions:
        for span in attribution.content:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    run = _Run(attributions, parsed)
    repeated = RepeatedWords(parsed.text, [span for a in attributions for span in a.content])
    for n, unit in enumerate(arrays.quote_units):
        span = arrays.quotes[n]
        if any(taken[span.start : span.end]):
            continue
        first, last = arrays.unit_start[unit], arrays.unit_end[unit]
        block = parsed.blocks[arrays.paragraph_of[first]]
        kind = article.blocks[block].kind
        headline = not block or kind is BlockKind.HEADLINE
        short = _is_short_answer(arrays, first, last)
        if short or _is_whole_sentence(arrays, first, last, is_headline=headline):
            begin, end = parsed.paragraphs[arrays.paragraph_of[first]]
            pulled_out = (first, last) == (begin, end)  # a pull quote, which stands in the article again
            if not pulled_out or not repeated.holds(span):
                _add_sentence(run, arrays, article, n, kind, short=short)
        elif kind in RUN_KINDS and _is_fragment(arrays, first, last):
            paragraph = parsed.paragraphs[arrays.paragraph_of[first]]
            before = run.last_between(parsed.start[paragraph[0]], span.start)
            if before is not None:
                run.add(_continuing(span, before))
    return in_reading_order(run.all)


def _add_sentence(
    run: _Run, arrays: TokenArrays, article: Article, quote: int, kind: BlockKind, *, short: bool
) -> None:
    """Add a sentence to the run; a short answer only where it is known whose it is."""
    parsed = arrays.parsed
    span = arrays.quotes[quote]
    unit = arrays.quote_units[quote]
    first, last = arrays.unit_start[unit], arrays.unit_end[unit]
    nobody = RawAttribution(Kind.DIRECT, Stance.SPEECH, (span,), (), (), PROBABILITY)
    answered = last < arrays.count and arrays.quote_of[last] >= 0
    if kind not in RUN_KINDS or (answered and parsed.start[last] - span.end < 2):
        run.add(nobody)  # "How high?" "High enough," Doe replied: another voice
        return
    paragraph = arrays.paragraph_of[first]
    begin = parsed.paragraphs[paragraph][0]
    if first > begin:
        sentence = parsed.sentences[parsed.sentence[first - 1]]
        before = run.last_between(parsed.start[begin], span.start)
        in_sentence = run.last_between(parsed.start[sentence[0]], span.start)
        if in_sentence is not None and parsed.word[first - 1] not in (":", "—", "–"):
            whose = run.all[in_sentence]
            # “We sail,” Doe said. “Nobody stays.” is one attribution in two pieces
            heading = is_title_case(parsed.text[parsed.start[sentence[0]] : span.start])
            # Doe Joked That It Was “Risky” To Toast Brewers. “It is risky to stand here.”: so is this
            joined = whose.kind is Kind.DIRECT or (heading and whose.kind is Kind.MIXED)
            if joined and whose.cue and whose.continues is None:
                run.all[in_sentence] = replace(whose, content=(*whose.content, span))
                return
        described = _described_person(arrays, sentence, run.named) if in_sentence is None else ()
        if before is not None and described and not _names_somebody(arrays, described[0]):
            described = ()  # “It is loud,” Doe said. The driver was fined. “It keeps me up.”
        if described:
            run.add(replace(nobody, source=_spans(arrays, described)))
        elif before is not None:
            run.add(_continuing(span, before))
        elif not short:
            run.add(nobody)
        return
    above = _paragraph_above(article, arrays, paragraph)
    if above is None:
        run.add(nobody)
        return
    sentence = parsed.sentences[parsed.sentence[parsed.paragraphs[above][1] - 1]]
    before = run.last_between(parsed.start[sentence[0]], span.start)
    asked = any(
        parsed.lemma[i] in _QUESTIONING for i in range(*sentence) if arrays.quote_of[i] < 0
    ) and _described_person(arrays, sentence, run.named)
    if asked and before is not None and run.all[before].kind is Kind.INDIRECT:
        before = None  # Doe was asked about the count. / “It was a bad night.”
    if before is not None:
        run.add(_continuing(span, before))
        return
    alone = last == parsed.paragraphs[paragraph][1]
    about = asked or (_described_person(arrays, sentence, run.named) if alone else ())
    run.add(replace(nobody, source=_spans(arrays, about)) if about else nobody)


def _continuing(span: Span, before: int) -> RawAttribution:
    return RawAttribution(Kind.DIRECT, Stance.SPEECH, (span,), (), (), PROBABILITY, continues=before)


def _is_whole_sentence(arrays: TokenArrays, first: int, last: int, *, is_headline: bool) -> bool:
    """Tell whether a quotation stands as a sentence of its own: it begins and ends as one and has a verb."""
    parsed = arrays.parsed
    inside = parsed.word[first + 1 : last - 1]
    said = sum(word[0].isalnum() for word in inside)
    # "How high?" "High enough," Doe replied: what is answered is a sentence, however short
    answered = said > 1 and inside[-1] == "?" and last < arrays.count and arrays.quote_of[last] >= 0
    if not inside or not inside[0][0].isupper() or (said < _MIN_WORDS and not answered):
        return False
    # “Stop building here.”; not a slogan: “Fish for all.”
    orders = parsed.pos[first + 1] == "VERB" and inside[-1] in _ENDS and not is_slogan(parsed, first)
    if FINITE.isdisjoint(parsed.tag[first + 1 : last - 1]) and not answered and not orders:
        return False
    begin, end = parsed.paragraphs[arrays.paragraph_of[first]]
    outside = parsed.word[last] if last < end else ""
    # ‘I thought it was a joke’: man wins £5m
    heads = first == begin and outside in _BEHIND_HEADLINE and is_headline
    if inside[-1] not in _ENDS and outside not in _ENDS and last < end and not heads:
        return False
    if in_title_case(inside) or is_announced_as_name(parsed.word, first, last):
        return False
    # “Enough is enough.” on a banner is no sentence of its own, though it has a full stop
    starts = first == begin or parsed.word[first - 1] in _BEGINS_AFTER or arrays.quote_of[first - 1] >= 0
    goes_on = last < end and outside not in _ENDS and parsed.word[last][0].islower()
    return starts and not goes_on


def _is_short_answer(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether a quotation of a word or two is all of a sentence behind another: She shrugged. “Not yet.”"""
    parsed = arrays.parsed
    inside = parsed.word[first + 1 : last - 1]
    begin, end = parsed.paragraphs[arrays.paragraph_of[first]]
    if not inside or not inside[0][0].isupper() or inside[-1] not in _ENDS:
        return False
    said = sum(word[0].isalnum() for word in inside)
    behind = first > begin and parsed.word[first - 1] in _ENDS and arrays.quote_of[first - 1] < 0
    return 0 < said < _MIN_WORDS and behind and (last == end or parsed.word[last][0].isupper())


def _is_fragment(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether a quotation ends a sentence that has no verb outside it: Even so, “that is no reason.”"""
    parsed = arrays.parsed
    begin, end = parsed.sentences[parsed.sentence[first]]
    if first == begin or parsed.word[first - 1] != "," or parsed.word[last - 2] not in _ENDS or end > last:
        return False
    outside = [i for i in range(begin, first) if arrays.quote_of[i] < 0]
    return (
        len(outside) == first - begin
        and all(parsed.pos[i] not in ("VERB", "AUX") for i in outside)
        and all(parsed.pos[i] != "PROPN" or parsed.entity[i] in ("GPE", "LOC", "DATE") for i in outside)
        and not FINITE.isdisjoint(parsed.tag[first + 1 : last - 1])
    )


def _described_person(
    arrays: TokenArrays, sentence: tuple[int, int], named: set[str]
) -> tuple[tuple[int, int], ...]:
    """Return whom a sentence is about: the last subject of its main clauses that is a person, named or not.

    Tom Bell is angry; it is hard, and she knows it; the mayor walked out; for Tom Bell, the answer is simple. Of
    "Doe’s answer was short" it is Doe, of "Her neighbour, Jane Doe, was not" all of it.
    """
    parsed = arrays.parsed
    begin, end = sentence
    for i in range(end - 1, begin - 1, -1):
        if parsed.dep[i] not in _SUBJECTS or arrays.quote_of[i] >= 0 or not _is_main(arrays, parsed.head[i]):
            continue
        answer = parsed.lemma[i] in _ANSWERS
        whose = next((c for c in arrays.children[i] if answer and parsed.dep[c] == "poss"), -1)
        if whose >= 0 and (parsed.word[whose] in named or parsed.word[whose].casefold() in ("his", "her")):
            return ((arrays.left[whose], whose + 1),)
        known = parsed.word[i] in named and (parsed.entity[i] == "PERSON" or parsed.pos[i] == "PROPN")
        role = parsed.pos[i] == "NOUN" and parsed.lemma[i] in _PERSONS
        if known or role or parsed.word[i].casefold() in _HE_OR_SHE:
            left, right = arrays.left[i], arrays.right[i] + 1
            return ((left, right),) if right - left <= _MAX_SUBJECT else ((i, i + 1),)
    if parsed.word[begin] in ("For", "To") and begin + 1 < end and parsed.entity[begin + 1] == "PERSON":
        name_end = begin + 1
        while name_end < end and parsed.entity[name_end] == "PERSON":
            name_end += 1
        if name_end < end and parsed.word[name_end] == ",":
            return ((begin + 1, name_end),)
    return _moved_person(arrays, sentence) or _title_case_subject(parsed, sentence)


def _moved_person(arrays: TokenArrays, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the person whom something moved, who ends a sentence: The decision angered | Jane Doe."""
    parsed = arrays.parsed
    begin, end = sentence
    last = end - 1
    while last > begin and parsed.pos[last] == "PUNCT":
        last -= 1
    at = last + 1
    while at > begin and (parsed.entity[at - 1] == "PERSON" or parsed.pos[at - 1] == "PROPN"):
        at -= 1
    moved = any(
        parsed.lemma[i] in _MOVING or parsed.word[i].removesuffix("ed") in _MOVING for i in range(begin, at)
    )
    return ((at, last + 1),) if begin < at <= last and moved else ()


def _names_somebody(arrays: TokenArrays, tokens: tuple[int, int]) -> bool:
    """Tell whether a subject is more than a role: a name, or he or she."""
    parsed = arrays.parsed
    return any(
        parsed.pos[i] in ("PROPN", "PRON") or parsed.entity[i] == "PERSON" for i in range(*tokens)
    ) and (parsed.word[tokens[0]].casefold() not in ("his", "her") or parsed.pos[tokens[1] - 1] != "NOUN")


def _is_main(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether a verb is that of a sentence's main clause, or is joined to it."""
    parsed = arrays.parsed
    while parsed.dep[verb] == "conj" and parsed.head[verb] != verb:
        verb = parsed.head[verb]
    return parsed.head[verb] == verb


def _title_case_subject(parsed: ParsedArticle, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the name before the verb of a sentence in title case, whose parse says little.

    Jane Doe Thanked The Mill For Its Welcome. “The tea is cold.”
    """
    first, last = sentence
    words = [word for word in parsed.word[first:last] if word[0].isalpha()]
    if len(words) < _MIN_TITLE or sum(word[0].isupper() for word in words) < 0.8 * len(words):
        return ()
    for at in range(first + 1, min(last, first + _MAX_SUBJECT)):
        word = parsed.word[at].casefold()
        if word.endswith("ed") or word in _PAST_SPEECH:
            named = all(w[0].isupper() for w in parsed.word[first:at])
            return ((first, at),) if named and at - first > 1 else ()
    return ()


def _paragraph_above(article: Article, arrays: TokenArrays, paragraph: int) -> int | None:
    """Return the paragraph right above one; links and a newsletter's box between them do not count."""
    parsed = arrays.parsed
    block = parsed.blocks[paragraph] - 1
    while block >= 0 and article.blocks[block].kind in SKIPPED_KINDS:
        block -= 1
    above = paragraph - 1
    while above >= 0 and parsed.blocks[above] > block:
        above -= 1
    beside = above >= 0 and parsed.blocks[above] == block and article.blocks[block].kind in RUN_KINDS
    return above if beside else None


def _spans(arrays: TokenArrays, ranges: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    parsed = arrays.parsed
    return tuple(Span(parsed.start[a], parsed.end[b - 1]) for a, b in ranges)
