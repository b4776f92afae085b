"""The analysis of an article: parse its blocks, those on the screen first, then find who said what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.analysis import Analysis, Attribution, Kind, Stance, Step
from tui.analysis.attribution import quotations, weights
from tui.analysis.coreference import speakers
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.parser_input import parsable, split
from tui.analysis.raw_attribution import RawAttribution
from tui.analysis.segments import RawAttributions, drained, find, joined
from tui.article.article import Article
from tui.article.language import looks_english
from tui.article.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int], None]
"""Called with the characters read so far, and all that there are to read."""

NOT_ENGLISH = "This does not look like English: words in quotation marks are shown, but not who said them."

_AT_ONCE = 6_000  # characters; an article this short is read in one go
_BATCH = 12_000  # characters parsed between two looks at what the reader wants: about half a second
_LOOKS = 3  # times what was read that partial analyses may have looked at, before the screen gets one more
_STOPPED = re.compile(r"[.!?。！？]\W?\Z")
_LOW = 0.3  # the certainty of words that stand in quotation marks, in a language that is not read


def analysis_of(
    parsed: ParsedArticle,
    article: Article,
    model: str,
    *,
    drafts: Sequence[RawAttribution] | None = None,
    complete: bool = True,
) -> Analysis:
    """The Analysis of the blocks of `article` that `parsed` holds; `model` is the label it is to carry.

    `drafts` are the attributions in it, where they have been found already.
    """
    if drafts is None:
        drafts = find(parsed, article)
    said, who, named = speakers.resolve(parsed, article, drafts)
    return Analysis(said, who, named, model=model, complete=complete)


class Analyser:
    """Analyses one article after another with a loaded pipeline."""

    def __init__(self, nlp: Language) -> None:
        weights.loaded()  # now, not when the first article waits
        self._nlp = nlp
        self._strings: dict[str, str] = {}
        self.model = models.label(f"{nlp.lang}_{nlp.meta.get('name', '')}", str(nlp.meta.get("version", "")))
        self.focus: Span | None = None
        """What the reader is looking at; may be set from another thread while `run` goes on."""

    def run(
        self, article: Article, focus: Span | None = None, on_progress: Progress | None = None
    ) -> Iterator[Analysis]:
        """Analyse `article`; the last Analysis that comes is the complete one.

        With a `focus` the blocks in it are read first and partial analyses come before the complete one: when
        all in focus has been read, there or where `self.focus` was set to, and each time twice as much has been
        read. Together they look at no more than four times what was read, so time stays linear in the
        article's length, as memory does. Without a focus only the complete one comes.
        """
        self.focus = focus
        self._strings = {}
        if not looks_english(article.text):
            yield _only_marks(article, self.model)
            return
        article = split(article)
        sizes = {i: b.span.end - b.span.start for i, b in enumerate(article.blocks) if b.kind.speaks}
        left = list(sizes)
        total = sum(sizes.values())
        done = shown = looked_at = 0
        on_screen = False  # whether something in focus was read since the last partial analysis
        parts: dict[int, ParsedArticle] = {}
        drafts = RawAttributions(article)
        while left:
            first = focus is not None and not done and total > _AT_ONCE
            for i, part in self._parse(article, self._next(article, left, only_focus=first)):
                parts[i] = part
                done += sizes[i]
                on_screen = on_screen or self._in_focus(article, i)
            left = [i for i in left if i not in parts]
            if on_progress is not None:
                on_progress(done, total)
            if focus is None:
                continue
            on_screen_now = on_screen and not any(self._in_focus(article, i) for i in left)
            wanted = on_screen_now and looked_at <= _LOOKS * done and total - done > _BATCH
            if wanted or (done >= 2 * shown and done < 0.8 * total):
                shown, on_screen = done, False
                looked_at += done
                yield self._analysis(article, parts, drafts, complete=False)
        yield self._analysis(article, parts, drafts, complete=True)

    def _analysis(
        self, article: Article, parts: dict[int, ParsedArticle], drafts: RawAttributions, *, complete: bool
    ) -> Analysis:
        found = drafts.of(parts)
        text = article.text
        parsed = drained(text, parts) if complete else joined(text, parts, sorted(parts))
        return analysis_of(parsed, article, self.model, drafts=found, complete=complete)

    def _next(self, article: Article, left: Sequence[int], *, only_focus: bool) -> list[int]:
        """The blocks to parse next: from the focus on to the end, then from the beginning."""
        focus = self.focus
        spans = {i: article.blocks[i].span for i in left}
        at = 0 if focus is None else bisect_right(left, focus.start, key=lambda i: spans[i].end)
        batch: list[int] = []
        size = 0
        for i in chain(left[at:], left[:at]):
            if batch and (size >= _BATCH or (only_focus and focus and not spans[i].overlaps(focus))):
                break
            batch.append(i)
            size += spans[i].end - spans[i].start
        return batch

    def _in_focus(self, article: Article, block: int) -> bool:
        return self.focus is not None and article.blocks[block].span.overlaps(self.focus)

    def _parse(self, article: Article, batch: Sequence[int]) -> Iterator[tuple[int, ParsedArticle]]:
        given = [parsable(article.text, article.blocks[i]) for i in batch]
        docs = self._nlp.pipe(words for words, _ in given)
        for i, doc, (_, left_out) in zip(batch, docs, given, strict=True):
            part = ParsedArticle(article.text)
            part.add(doc, article.blocks[i].span.start, i, left_out)
            for strings in (part.word, part.lemma, part.pos, part.tag, part.dep, part.entity):
                strings[:] = [self._strings.setdefault(s, s) for s in strings]
            yield i, part


def _is_said(quoted: str) -> bool:
    """Whether these words with their marks are more than a title or a name: long enough, or a sentence."""
    return (
        len(quoted.split()) > 3
        or _STOPPED.search(quoted) is not None
        or sum(c > "\u2e7f" for c in quoted) > 6  # Chinese and Japanese set no space between words
    )


def _only_marks(article: Article, model: str) -> Analysis:
    """What can be said of a text that is not read: which words stand in quotation marks."""
    reason = Step("The article is not in English: only its quotation marks were read")
    text = article.text
    found = [q.pieces for q in quotations.find(text, article.blocks)]
    found = [pieces for pieces in found if len(pieces) > 1 or _is_said(pieces[0].of(text))]
    attributions = tuple(
        Attribution(
            f"q{n}",
            Kind.DIRECT,
            Stance.SPEECH,
            (Span(p[0].start, p[-1].end),),
            certainty=_LOW,
            evidence=(reason,),
        )
        for n, p in enumerate(found, 1)
    )
    return replace(Analysis(attributions), model=model, notices=(NOT_ENGLISH,))
