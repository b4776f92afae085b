"""Introductions that end in a colon: 'Smith said:' above a block quote, 'Smith: "…"' in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.attribution.label_names import NAME, PARTY, SPEECH, is_name
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.word_lists import words
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

_BODY = (
    r"(?:\s(?:website|site|campaign|committee|team|office|government|administration|council|spokesman|spokeswoman"
    r"|spokesperson|statement|report|family|editors|editorial|staff|officials))?"
)
_WHO = rf"(?P<who>{NAME}{_BODY}|[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s[a-z]+(?:\s[a-z]+)?)"
_SAID = re.compile(
    rf"\b{_WHO}{PARTY}(?:,\s[^,:“”\"]{{1,80}},)?\s(?:(?:has|had|have|also|then|later|further|once)\s){{0,2}}(?P<cue>{SPEECH})\b"
    r"(?P<rest>[^:“”\"\n]{0,160}):\s*\Z"
)
_INVERTED = re.compile(rf"\b(?P<cue>(?i:{SPEECH}))\s(?P<who>{NAME}){PARTY}(?P<rest>[^:“”\"\n]{{0,60}}):\s*\Z")
_ACCORDING = re.compile(
    rf"\b(?P<cue>[Aa]ccording\sto)\s(?P<who>{NAME}){PARTY}(?P<rest>[^:“”\"\n]{{0,60}}):\s*\Z"
)
_ISSUED = re.compile(
    rf"\b{_WHO}{PARTY}(?:,\s[^,:“”\"]{{1,80}},)?\s(?:(?:has|had|also|then|later)\s){{0,2}}"
    r"(?P<cue>released|issued|published|sent|shared|gave|made|put\sout|offered)\s(?:[\w’'\-]+\s){0,3}?"
    r"(?:statement|letter|e-?mail|message|memo|note|post|comment|remark|promise|plea|apology|explanation|reply|response|answer|warning)"
    r"(?P<rest>[^:“”\"\n]{0,80}):\s*\Z"
)
_FROM = re.compile(
    r"\b(?P<cue>[Ss]tatement|[Ll]etter|[Ee]-?mail|[Mm]essage|[Mm]emo|[Pp]ost|[Tt]weet|[Rr]esponse)\s"
    rf"(?:\w+\s)?(?:from|by)\s(?P<who>{NAME}){PARTY}(?P<rest>[^:“”\"\n]{{0,60}}):\s*\Z"
)
_NAMED = re.compile(
    r"(?:\A|[.!?…)\]”\"’']\s|[-–—]\s)(?:(?:More\s)?[Ff]rom\s|[Hh]ere[’']s\s)?"
    rf"(?P<who>{NAME}){PARTY}(?P<cue>:)\s*\Z"
)
_SPEAKING = re.compile(
    r"\A(?:[A-Z][\w’'\-]+\s(?:[\w’'\-]+\s){0,4}?(?P<role>[a-z\-]+)\s)?"
    rf"(?P<who>{NAME}){PARTY}(?:,\sspeaking)?\s(?:on|in|at|to)\s[^:.“”\"\n]{{2,60}}(?P<cue>:)\s*\Z"
)
_ROLES = TITLES | words("people")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Rev|Sgt|Lt|Col|Capt|Jr|Sr|[A-Z])\.\Z")
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s")
_PRONOUNS = ("He", "She", "They")
_ITEMS = 12  # list items or block quotes after one introduction
_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})


@dataclass(frozen=True, slots=True)
class Introduction:
    """Words and who is said to say them.

    `rule` is what follows ("quotation", "block quote", "list", "paragraph") or "named" (Name: "…")."""

    rule: str
    content: tuple[Span, ...]
    cue: Span
    source: Span


def find(text: str, blocks: Sequence[Block], quotations: Sequence[Quotation]) -> list[Introduction]:
    """Return every introduction of an article, in reading order."""
    leading = {q.blocks[0]: q for q in reversed(quotations)}  # the first quotation of each block
    found: list[Introduction] = []
    for quotation in quotations:
        block = blocks[quotation.blocks[0]]
        before = text[max(block.span.start, quotation.span.start - 90) : quotation.span.start]
        if not before.rstrip().endswith(":") or block.kind is BlockKind.HEADLINE:
            continue
        cut = quotation.span.start - len(before)
        # A label right before the quotation: Doe: “…”, or: Striker Jane Doe on the radio: “…”
        match = _NAMED.search(before) or (_speaker_and_place(before) if cut == block.span.start else None)
        if match is None or not is_name(match["who"]) or _TITLE.search(before[: match.start() + 1]):
            continue
        if match.start() or cut == block.span.start:
            found.append(
                Introduction(
                    "named", (quotation.span,), _group_span(cut, match, "cue"), _group_span(cut, match, "who")
                )
            )
    for index, block in enumerate(blocks[:-1]):
        if block.kind in _PARAGRAPHS and text[block.span.end - 1] == ":":
            follows = _introduced_content(text, blocks, index + 1, leading.get(index + 1))
            if follows is None:
                continue
            rule, content = follows
            source = _cue_and_source(text, block, strictly=rule in ("paragraph", "list"))
            if source is not None:
                found.append(Introduction(rule, content, *source))
    return sorted(found, key=lambda item: item.content[0])


def _speaker_and_place(words_before: str) -> re.Match[str] | None:
    """Match a name with the place where it speaks: "Striker Jane Doe on the radio: …"."""
    match = _SPEAKING.match(words_before)
    if match is None or " " not in match["who"] or (match["role"] and match["role"] not in _ROLES):
        return None
    return match if match["role"] or is_first_name(match["who"].split()[0]) else None


def _cue_and_source(text: str, block: Block, strictly: bool) -> tuple[Span, Span] | None:
    """Return cue and source of a paragraph that ends in a colon; `strictly` wants it right after them."""
    start = max(block.span.start, block.span.end - 300)
    stops = [match.end() for match in _STOP.finditer(text, start, block.span.end - 1)]
    # "Mr. Smith said:" holds a full stop, so two sentences are searched
    sentence = text[(stops[-2] if len(stops) > 1 else start) : block.span.end]
    cut = block.span.end - len(sentence)
    for pattern in (_SAID, _INVERTED, _ACCORDING, _ISSUED, _FROM):
        match = pattern.search(sentence)
        if match is None or (strictly and len(match["rest"].split()) > 2):
            continue
        cue, source = _group_span(cut, match, "cue"), _group_span(cut, match, "who")
        if match["who"][0].islower() or match["who"] in _PRONOUNS:
            return cue, source
        first, _, rest = match["who"].partition(" ")
        if rest and first != "The" and not is_name(first):  # "As Jane Doe wrote:"
            source = Span(source.end - len(rest), source.end)
        if is_name(text[source.start : source.end].removeprefix("The ")):
            return cue, source
    return None


def _introduced_content(
    text: str, blocks: Sequence[Block], index: int, quotation: Quotation | None
) -> tuple[str, tuple[Span, ...]] | None:
    block = blocks[index]
    if block.kind not in _PARAGRAPHS:
        return None
    if quotation is not None and not any(c.isalnum() for c in text[block.span.start : quotation.span.start]):
        return "quotation", (quotation.span,)
    if block.kind is BlockKind.PARAGRAPH:
        return ("paragraph", (block.span,)) if text[block.span.end - 1] != ":" else None
    last = index
    while last + 1 < len(blocks) and blocks[last + 1].kind is block.kind and last - index < _ITEMS - 1:
        last += 1
    if block.kind is BlockKind.BLOCK_QUOTE:
        return "block quote", (Span(block.span.start, blocks[last].span.end),)
    return "list", tuple(blocks[i].span for i in range(index, last + 1))


def _group_span(cut: int, match: re.Match[str], group: str) -> Span:
    start, end = match.span(group)
    return Span(cut + start, cut + end)
