"""The pipeline: parse the blocks of an article, those on the screen first, then find who said what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.analysis import Analysis, Attribution, Kind, Stance, Step
from tui.analysis.attribution import quotations, weights
from tui.analysis.coreference import speakers
from tui.analysis.markup_removal import unmarked, with_marks
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.parser_input import parsable, split_long_blocks
from tui.analysis.raw_attribution import RawAttribution
from tui.analysis.segments import RawAttributions, find, join, join_and_clear
from tui.article.article import Article, Block, BlockKind
from tui.article.language import looks_english
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text_markup import ShownText

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int], None]
"""Called with the characters read so far, and all that there are to read."""

OnStep = Callable[[Sequence[int], int], None]
"""Called before each step with the indices of the blocks that it looks at, and how many characters they have."""

NOT_ENGLISH = "This does not look like English: words in quotation marks are shown, but not who said them."

_SHORT_ARTICLE = 6_000  # characters of an article that is read in one go
_BATCH = 12_000  # characters parsed between two checks of the focus: about half a second
_MAX_REREADS = 3  # partial analyses may look again at so many times what was read
_SENTENCE_END = re.compile(r"[.!?。！？]\W?\Z")
_UNREAD_CERTAINTY = 0.3  # the certainty of quotations in a text that is not English


def analysis_of(
    parsed: ParsedArticle,
    article: Article,
    model: str,
    *,
    attributions: Sequence[RawAttribution] | None = None,
    complete: bool = True,
) -> Analysis:
    """Return the Analysis of the blocks of `article` that `parsed` holds, labelled `model`.

    `attributions` are those in it, if they have been found already.
    """
    if attributions is None:
        attributions = find(parsed, article)
    said, who, named = speakers.resolve(parsed, article, attributions)
    return Analysis(said, who, named, model=model, complete=complete)


class Analyser:
    """Analyses one article after another with a loaded pipeline."""

    def __init__(self, nlp: Language) -> None:
        weights.load_bundled()  # before an article waits for them
        self._nlp = nlp
        self._strings: dict[str, str] = {}
        self.model = models.label(f"{nlp.lang}_{nlp.meta.get('name', '')}", str(nlp.meta.get("version", "")))
        self.focus: Span | None = None
        """The span that the reader is looking at; another thread may set it while `run` goes on."""
        self._shown: ShownText | None = None

    def run(
        self,
        article: Article,
        focus: Span | None = None,
        on_progress: Progress | None = None,
        *,
        on_step: OnStep | None = None,
        left_out: Collection[int] = (),
    ) -> Iterator[Analysis]:
        """Analyse `article` as it is shown, without its markup; the last Analysis that comes is the complete one.

        With a `focus` the blocks in it are read first and partial analyses come before the complete one: when
        all in focus has been read, there or where `self.focus` was set to, and each time twice as much has been
        read. Together they look at no more than four times what was read, so time stays linear in the
        article's length, as memory does. Without a focus only the complete one comes.

        Blocks are numbered as `split_long_blocks` divides the article. Those in `left_out` are not looked at, which
        a notice says.
        """
        self._shown = None
        if not article.markup:
            yield from self._run(article, focus, on_progress, on_step=on_step, left_out=left_out)
            return
        article, shown = unmarked(article)
        self._shown = shown
        for analysis in self._run(article, focus, on_progress, on_step=on_step, left_out=left_out):
            yield with_marks(analysis, shown)

    @property
    def _focus(self) -> Span | None:
        """The focus, where it stands in what is read."""
        focus, shown = self.focus, self._shown
        return focus if focus is None or shown is None else shown.shown_span(focus)

    def _run(
        self,
        article: Article,
        focus: Span | None = None,
        on_progress: Progress | None = None,
        *,
        on_step: OnStep | None = None,
        left_out: Collection[int] = (),
    ) -> Iterator[Analysis]:
        self.focus = focus
        self._strings = {}
        if not looks_english(article.text):
            yield _quotations_only(article, self.model)
            return
        article = split_long_blocks(article)
        notices = _left_out_notices(article, left_out)
        unread = tuple(article.blocks[i].span for i in sorted(left_out))
        article = _without(article, left_out)
        sizes = {i: b.span.end - b.span.start for i, b in enumerate(article.blocks) if b.kind.speaks}
        left = list(sizes)
        total = sum(sizes.values())

        def begin(blocks: Sequence[int]) -> None:
            if on_step is not None:
                on_step(blocks, sum(sizes[i] for i in blocks))

        begin(left)
        done = shown = reread = 0
        focus_read = False  # whether something in focus was read since the last partial analysis
        parts: dict[int, ParsedArticle] = {}
        attributions = RawAttributions(article)
        while left:
            first = focus is not None and not done and total > _SHORT_ARTICLE
            batch = self._next(article, left, only_focus=first)
            begin(batch)
            for i, part in self._parse(article, batch):
                parts[i] = part
                done += sizes[i]
                focus_read = focus_read or self._in_focus(article, i)
            left = [i for i in left if i not in parts]
            if on_progress is not None:
                on_progress(done, total)
            if focus is None:
                continue
            focus_complete = focus_read and not any(self._in_focus(article, i) for i in left)
            wanted = focus_complete and reread <= _MAX_REREADS * done and total - done > _BATCH
            if wanted or (done >= 2 * shown and done < 0.8 * total):
                shown, focus_read = done, False
                reread += done
                yield self._analysis(article, parts, attributions, begin, complete=False)
        analysis = self._analysis(article, parts, attributions, begin, complete=True)
        yield replace(analysis, notices=notices, left_out=unread)

    def probe(
        self, article: Article, blocks: Iterable[int], left_out: Collection[int] = ()
    ) -> Iterator[tuple[int, int]]:
        """Analyse each of some blocks with the block before it alone, after yielding its index.

        Beside the index stands how many characters the two have. So it is known which block an analysis does not
        come to an end with.
        """
        article = _without(split_long_blocks(unmarked(article)[0] if article.markup else article), left_out)
        for i in blocks:
            pair = article.blocks[max(0, i - 1) : i + 1]
            if i >= len(article.blocks) or not any(block.kind.speaks for block in pair):
                continue
            start = pair[0].span.start
            yield i, pair[-1].span.end - start
            moved = tuple(Block(b.kind, Span(b.span.start - start, b.span.end - start)) for b in pair)
            part = Article(article.text[start : pair[-1].span.end], article.source, moved)
            parts = dict(self._parse(part, [n for n, block in enumerate(moved) if block.kind.speaks]))
            analysis_of(join_and_clear(part.text, parts), part, self.model)

    def _analysis(
        self,
        article: Article,
        parts: dict[int, ParsedArticle],
        attributions: RawAttributions,
        begin: Callable[[Sequence[int]], None],
        *,
        complete: bool,
    ) -> Analysis:
        found = attributions.found_in(parts, begin)
        begin(sorted(parts))
        text = article.text
        parsed = join_and_clear(text, parts) if complete else join(text, parts, sorted(parts))
        return analysis_of(parsed, article, self.model, attributions=found, complete=complete)

    def _next(self, article: Article, left: Sequence[int], *, only_focus: bool) -> list[int]:
        """Return the blocks to parse next: from the focus to the end, then from the beginning."""
        focus = self._focus
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
        focus = self._focus
        return focus is not None and article.blocks[block].span.overlaps(focus)

    def _parse(self, article: Article, batch: Sequence[int]) -> Iterator[tuple[int, ParsedArticle]]:
        given = [parsable(article.text, article.blocks[i]) for i in batch]
        docs = self._nlp.pipe(words for words, _ in given)
        for i, doc, (_, left_out) in zip(batch, docs, given, strict=True):
            part = ParsedArticle(article.text)
            part.add(doc, article.blocks[i].span.start, i, left_out)
            for strings in (part.word, part.lemma, part.pos, part.tag, part.dep, part.entity):
                strings[:] = [self._strings.setdefault(s, s) for s in strings]
            yield i, part


def _without(article: Article, left_out: Collection[int]) -> Article:
    """Return the article with some blocks made into ones in which nothing is looked for."""
    if not left_out:
        return article
    blocks = (
        Block(BlockKind.NEWSLETTER, block.span) if i in left_out else block
        for i, block in enumerate(article.blocks)
    )
    return replace(article, blocks=tuple(blocks))


def _left_out_notices(article: Article, left_out: Collection[int]) -> tuple[str, ...]:
    """Return what the reader is told of blocks that are left out, which are named by their first words."""
    if not left_out:
        return ()
    words = one_line(article.blocks[min(left_out)].span.of(article.text)[:200])
    named = f"“{words if len(words) <= 40 else words[:39].rstrip() + '…'}”"
    if len(left_out) == 1:
        return (f"One paragraph could not be analysed: {named}.",)
    return (f"{len(left_out)} paragraphs could not be analysed; the first begins {named}.",)


def _is_more_than_name(quoted: str) -> bool:
    """Tell whether a quotation is more than a title or a name: long enough, or a sentence."""
    return (
        len(quoted.split()) > 3
        or _SENTENCE_END.search(quoted) is not None
        or sum(c > "\u2e7f" for c in quoted) > 6  # Chinese and Japanese set no space between words
    )


def _quotations_only(article: Article, model: str) -> Analysis:
    """Return the analysis of a text in another language: the words in quotation marks."""
    reason = Step("The article is not in English: only its quotation marks were read")
    text = article.text
    found = [q.pieces for q in quotations.find(text, article.blocks)]
    found = [pieces for pieces in found if len(pieces) > 1 or _is_more_than_name(pieces[0].of(text))]
    attributions = tuple(
        Attribution(
            f"q{n}",
            Kind.DIRECT,
            Stance.SPEECH,
            (Span(p[0].start, p[-1].end),),
            certainty=_UNREAD_CERTAINTY,
            evidence=(reason,),
        )
        for n, p in enumerate(found, 1)
    )
    return replace(Analysis(attributions), model=model, notices=(NOT_ENGLISH,))
