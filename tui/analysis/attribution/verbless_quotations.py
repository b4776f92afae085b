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
from tui.analysis.attribution.claimed_text import ClaimedText
from tui.analysis.attribution.quotation_runs import RUN_KINDS, SKIPPED_KINDS, in_reading_order
from tui.analysis.attribution.quoted_sentences import is_fragment, is_short_answer, is_whole_sentence
from tui.analysis.attribution.repeated_words import RepeatedWords
from tui.analysis.attribution.sentence_subjects import (
    QUESTIONING,
    asked_person,
    described_person,
    is_spoken_of,
    names_somebody,
    only_person,
)
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_headed
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.analysis.title_case import is_title_case
from tui.article.article import Article, BlockKind
from tui.article.spans import Span

PROBABILITY = 0.5
"""How sure it is that a quotation is that of the last speaker, or of the person just described."""

_SHORTEST_PULLED = 8  # tokens, marks included


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
    claimed = ClaimedText(parsed.text, attributions)
    run = _Run(attributions, parsed)
    repeated = RepeatedWords(parsed.text, [span for a in attributions for span in a.content])
    for n, unit in enumerate(arrays.quote_units):
        span = arrays.quotes[n]
        first, last = arrays.unit_start[unit], arrays.unit_end[unit]
        if claimed.holds_any_of(span) or is_headed(parsed.word, first):
            continue
        block = parsed.blocks[arrays.paragraph_of[first]]
        kind = article.blocks[block].kind
        headline = not block or kind is BlockKind.HEADLINE
        short = is_short_answer(arrays, first, last)
        if short or is_whole_sentence(arrays, first, last, is_headline=headline):
            begin, end = parsed.paragraphs[arrays.paragraph_of[first]]
            # a pull quote, which stands in the article again; “How do you know?” may be asked twice
            pulled_out = (first, last) == (begin, end) and last - first >= _SHORTEST_PULLED
            if not pulled_out or not repeated.holds(span):
                _add_sentence(run, arrays, article, n, kind, short=short)
        elif kind in RUN_KINDS and is_fragment(arrays, first, last):
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
    # “We sailed,” a comma leads to whoever said so, and so does “We are here!” came the answer
    led_on = parsed.word[last - 2] == "," or parsed.word[last : last + 1] == ["came"]
    paragraph = arrays.paragraph_of[first]
    begin = parsed.paragraphs[paragraph][0]
    # "How high?" "High enough," Doe replied: another voice, but for one that goes on from the paragraph above
    touching = first > begin and answered and parsed.start[last] - span.end < 2
    if kind not in RUN_KINDS or led_on or touching:
        run.add(nobody)
        return
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
        described = described_person(arrays, sentence, run.named) if in_sentence is None else ()
        if parsed.pos[first - 1] in ("NOUN", "PROPN"):
            # Anna Holt, a baker “…”; a caption's words go on with nothing, nor are they Tom Bell / The Herald's
            before, described = None, described if "," in parsed.word[sentence[0] : first] else ()
        if before is not None and described and not names_somebody(arrays, described[0]):
            described = ()  # “It is loud,” Doe said. The driver was fined. “It keeps me up.”
        if described and is_spoken_of(arrays, described[0], first):
            described = ()
        if described:
            run.add(replace(nobody, source=parsed.spans(described)))
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
    asked = any(parsed.lemma[i] in QUESTIONING for i in range(*sentence) if arrays.quote_of[i] < 0) and (
        asked_person(arrays, sentence) or described_person(arrays, sentence, run.named)
    )
    if asked and before is not None and run.all[before].kind is Kind.INDIRECT:
        before = None  # Doe was asked about the count. / “It was a bad night.”
    if before is not None:
        run.add(_continuing(span, before))
        return
    alone = last == parsed.paragraphs[paragraph][1]
    about = asked or (
        (described_person(arrays, sentence, run.named) or only_person(arrays, sentence, (first, last)))
        if alone
        else ()
    )
    if about and not asked and is_spoken_of(arrays, about[0], first):
        about = ()
    run.add(replace(nobody, source=parsed.spans(about)) if about else nobody)


def _continuing(span: Span, before: int) -> RawAttribution:
    return RawAttribution(Kind.DIRECT, Stance.SPEECH, (span,), (), (), PROBABILITY, continues=before)


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
