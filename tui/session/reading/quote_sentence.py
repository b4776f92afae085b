"""Indirect and mixed speech as one sentence: its speaker, the cue as it stands in the article, its words.

The words alone may say the opposite of the article: "John Smith denied that he had stolen the money" must never
become "that he had stolen the money". What stands between speaker, cue and words is therefore taken over as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.analysis import Kind, Polarity
from tui.article.article import Article, Block
from tui.article.cleaning import clean
from tui.article.spans import Span
from tui.article.text_markup import ShownText
from tui.session.reading.quote_text import paragraphs, words

if TYPE_CHECKING:
    from tui.analysis.analysis import Attribution, Speaker

_LONGEST_GAP = 160  # characters between speaker, cue and words; over more it is no longer one clause
_LOOK_BACK = 80  # characters before a speaker in which "Not once did" is looked for

_AUXILIARIES = frozenset(
    "am are is was were be been being do does did has have had will would shall should can could may might "
    "must cannot to".split()
)
_TURNING = frozenset(
    "no not never nor neither none nobody nothing hardly scarcely barely without few if unless whether".split()
)
_POSSESSIVE = frozenset("his her their its".split())
_BRACKETED = frozenset("i we you they my our your".split())
"""Pronouns whose verb would not agree with a name: "We have said" is "We [Acme Corp] have said"."""
_ARTICLES = frozenset("the a an one some another many several".split())
_RELATIVE = frozenset("who whom which that whose".split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ENDS_SENTENCE = re.compile(r"[.!?…][”\"’')]*\s|[“”\"]|[;]")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|[A-Z])\.(?=\s)")
_APPOSITION = re.compile(r"\s*,(?P<dropped>[^“”\"]*),(?P<rest>[^,]*)$", re.DOTALL)
_CLAUSE_START = re.compile(r"[.,;:!?—–“”\"()\n]\s*(?=[^.,;:!?—–“”\"()\n]*$)")
_CLOSING_MARKS = "”’\"')»"


def needs_sentence(attribution: Attribution) -> bool:
    """Tell whether the words of a quote are not to be shown or copied without their cue.

    Direct speech stands by itself, unless it is part of what was denied or refused: denied taking “the money”.
    """
    if attribution.kind is Kind.DIRECT:
        return attribution.polarity in (Polarity.DENIED, Polarity.REFUSED)
    return True


def sentence(article: Article, attribution: Attribution, speaker: Speaker | None) -> str | None:
    """Return a quote as a sentence, a line a paragraph; None if it needs none or none can be made safely."""
    if not needs_sentence(attribution) or not attribution.source or not attribution.cue:
        return None
    said = words(article, attribution)
    if article.markup:
        article, attribution = _as_shown(article, attribution)
    text = article.text
    cue = Span(attribution.cue[0].start, attribution.cue[-1].end)
    source = Span(attribution.source[0].start, attribution.source[-1].end)
    content = attribution.content[0]
    if source.overlaps(cue) or any(
        span.overlaps(source) or span.overlaps(cue) for span in attribution.content
    ):
        return None
    leads = max(source.end, cue.end) <= content.start
    lead = Span(min(source.start, cue.start), max(source.end, cue.end))
    if not leads and any(lead.overlaps(span) for span in attribution.content):
        return None  # the words stand between speaker and cue: Smith, “angry”, denied
    whole = Span(lead.start, content.start if leads else lead.end)
    if len(paragraphs(article, whole)) > 1 or "\n\n" in whole.of(text):
        return None
    if source.end <= cue.start:
        between = _between(text[source.end : cue.start])
        name = _name(text, source, cue, speaker)
        if between is None or name is None:
            return None
        if "," in source.of(text).strip(" ,") and "," not in name:
            # Anna Holt, the harbour master, said: the apposition is left out, and the comma after it
            between = f" {between.lstrip().removeprefix(',').lstrip()}"
        before = _turned_before(text, source.start, _block_start(article, source.start))
        lead_words = f"{before}{name}{between}{cue.of(text)}"
    else:
        inverted = _inverted(text, source, cue, speaker)
        if inverted is None:
            return None
        lead_words = inverted
    if leads:
        gap = text[lead.end : content.start]
        if not _is_one_clause(gap):
            return None
        return _finished(clean(f"{lead_words}{gap}"), said, " " if gap[-1:].isspace() else "")
    return _finished(clean(lead_words), said, ": ")


def _as_shown(article: Article, attribution: Attribution) -> tuple[Article, Attribution]:
    """Return what is shown of the article round a quote, and the quote in it."""
    spans = (*attribution.content, *attribution.cue, *attribution.source)
    around = Span(max(0, min(spans).start - 10 * _LOOK_BACK), max(span.end for span in spans))
    shown = ShownText(article.text, article.markup, around)

    def moved(those: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(map(shown.shown_span, those))

    blocks = tuple(
        Block(block.kind, shown.shown_span(block.span))
        for block in article.blocks
        if block.span.overlaps(around)
    )
    quote = replace(
        attribution,
        content=moved(attribution.content),
        cue=moved(attribution.cue),
        source=moved(attribution.source),
    )
    return Article(shown.text, article.source, blocks), quote


def _finished(lead: str, said: str, joint: str) -> str:
    out = f"{lead[:1].upper()}{lead[1:]}{joint}{said}" if lead else said
    bare = out.rstrip(_CLOSING_MARKS)
    if bare.endswith((".", "!", "?", "…")) or (bare.endswith(",") and bare != out):
        return out
    return f"{out.rstrip(' ,;:')}."


def _name(text: str, source: Span, cue: Span, speaker: Speaker | None) -> str | None:
    """Return the name that takes the place of the source's words; these themselves where they have to stay."""
    here = clean(source.of(text)).strip(" ,:;")
    found = {word.casefold() for word in _WORD.findall(here)}
    name = clean(speaker.name) if speaker is not None else ""
    if not name:
        return None if not here or found <= _RELATIVE else here
    if not _TURNING.isdisjoint(found):
        return here  # no official, neither of them
    before = here[: -len(name)]
    described = here.casefold().endswith(name.casefold()) and "," not in before
    if described and here.split()[0].casefold() in _ARTICLES:
        return here  # the mayor, where nobody is named
    if found & _BRACKETED and len(found) == 1:
        return f"{here} [{name}]"
    owns = len(found) == 1 and found <= _POSSESSIVE and source.end < cue.start
    # Smith’s denial that …: the source may take its ’s along
    return f"{name}’s" if owns or (here.endswith(("’s", "'s")) and not name.endswith(("’s", "'s"))) else name


def _between(gap: str) -> str | None:
    """Return what stands between a speaker and the cue, without an apposition; None if it is no one clause."""
    if len(gap) > 2 * _LONGEST_GAP:
        return None
    found = _APPOSITION.match(gap)
    if found:
        dropped = {word.casefold() for word in _WORD.findall(found["dropped"])}
        # Smith, a former mayor, said; but not: Roe, who left, did not, in a letter, deny
        turned = dropped & (_TURNING | _AUXILIARIES - {"to"})
        if not turned and not any(word.endswith(("n’t", "n't")) for word in dropped):
            return f" {found['rest'].strip()} ".replace("  ", " ")
    return gap if _is_one_clause(gap) else None


def _is_one_clause(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and not _ENDS_SENTENCE.search(_TITLE.sub("", gap.rstrip("“‘\"' ")))


def _block_start(article: Article, at: int) -> int:
    """Return where the block that holds an offset begins; 0 where none does."""
    n = bisect_right(article.blocks, at, key=lambda block: block.span.start) - 1
    return article.blocks[n].span.start if n >= 0 else 0


def _turned_before(text: str, start: int, least: int) -> str:
    """Return the words before a speaker that turn the clause round: Not once did, Nor has, If; else "".

    They are looked for in the same block, which begins at `least`.
    """
    back = text[max(least, start - _LOOK_BACK) : start]
    found = _CLAUSE_START.search(back)
    clause = back[found.end() :] if found else back if start - least <= _LOOK_BACK else ""
    last = _WORD.findall(clause or back)[-1:]
    word = last[0].casefold() if last else ""
    turns = word in (_TURNING | _AUXILIARIES) or word.endswith(("n’t", "n't"))
    if not turns or not back[-1:].isspace() or not back.rstrip()[-1:].isalpha():
        return ""
    return clause or f"{last[0]} "


def _inverted(text: str, source: Span, cue: Span, speaker: Speaker | None) -> str | None:
    """Return cue and speaker where the cue stands first: according to Smith; said Smith; was denied by Smith."""
    name = _name(text, source, cue, speaker)
    gap = text[cue.end : source.start]
    if name is None or not _is_one_clause(gap):
        return None
    start = _cue_start(text, cue.start)
    verb = clean(text[start : cue.end])
    before = clean(gap)
    last = _WORD.findall(f"{verb} {before}")[-1:]
    if last and last[0].casefold() in ("to", "by", "from", "for", "of", "with", "per"):
        return f"{verb} {before} {name}"
    if before:
        return None
    # said Smith that …: the words go on from the name, in the article as here
    return f"{name} {verb}"


def _cue_start(text: str, start: int) -> int:
    """Return where the auxiliaries and the negation begin that stand right before a cue: was not | denied."""
    back = text[max(0, start - _LOOK_BACK) : start]
    end = len(back)
    for found in reversed(list(_WORD.finditer(back))):
        word = found[0].casefold()
        turns = word in _AUXILIARIES or word in _TURNING or word.endswith(("n’t", "n't"))
        if not turns or back[found.end() : end].strip():
            break
        end = found.start()
    return start - (len(back) - end) if end < len(back) else start
