"""The turns of a transcript: "PENCE: …", "Q: …", "Smith (D-Ohio): …", "**Name:** …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.attribution.label_names import NAME, PARTY, QUESTIONS, is_name, key
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.name_parts import SPEAKER_LABELS
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

_LABEL = re.compile(
    rf"[\s>*_\[“\"]{{0,6}}(?P<label>{NAME})(?P<party>{PARTY})(?:,\s[^:.\n]{{1,40}})?[*_\]]{{0,3}}(?P<colon>:)[*_\]]{{0,3}}"
    r"(?=\s|[“\"‘']|\Z)"
)
_QUESTION = re.compile(
    r"[\s>*_“\"]{0,6}(?P<label>Q|A|Question|Answer)[*_]{0,3}(?P<colon>[.:])[*_]{0,3}(?=\s)"
)
_STAGE = re.compile(r"[(\[][^()\[\]]{1,80}[)\]][.…]?\Z|[.…\s*]+\Z|https?://\S+\Z")
_TURNS = frozenset({BlockKind.PARAGRAPH, BlockKind.TURN, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM})
_GOES_ON = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM})
_ENDS = tuple(".!?…—–-])")
_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_FIGURES = 80  # characters that a line of figures has at most
_UNITS = 2  # words that go with a figure at most: "per cent", "million pounds"
_GAP = 3  # paragraphs without a label between two turns, at most, where labels are few


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words: `content` has one span for each stretch that no stage direction breaks."""

    label: Span
    colon: Span
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Labelled:
    block: int
    label: Span
    colon: Span
    key: str
    words: bool  # letters follow it
    sentence: bool  # what follows ends as a sentence does
    sure: bool  # the article has it as a turn
    figures: bool  # nothing follows it but figures, with what they count


def find(text: str, blocks: Sequence[Block]) -> list[Turn]:
    """The turns of an article's transcripts. A paragraph without a label between two turns goes on with the
    first of them; after the last turn the article is taken to go on by itself."""
    items = _but_of_tables(list(_labelled(text, blocks)))
    sure = [item for item in items if item.sure and item.words]
    labelled = sorted({*sure, *_of_a_transcript(text, items)}, key=lambda item: item.block)
    turns: list[Turn] = []
    for n, item in enumerate(labelled):
        following = labelled[n + 1].block if n + 1 < len(labelled) else item.block + 1
        content = [_trimmed(text, Span(item.colon.end, blocks[item.block].span.end))]
        between = range(item.block + 1, following)
        for i in between if len(between) <= _GAP else ():
            if blocks[i].kind not in _GOES_ON or _STAGE.match(blocks[i].span.of(text)):
                break
            content.append(_trimmed(text, blocks[i].span))
        said = tuple(span for span in content if any(c.isalpha() for c in span.of(text)))
        if said:
            turns.append(Turn(item.label, item.colon, said))
    return turns


def _of_a_transcript(text: str, labelled: Sequence[_Labelled]) -> list[_Labelled]:
    """Those of the labels that are speakers taking turns, and not the headings of a list or of a table."""
    spoken = [item for item in labelled if item.words]
    counts = Counter(item.key for item in spoken)
    sentences = sum(item.sentence for item in spoken)
    if len(counts) < 2 or len(spoken) * 2 < len(labelled) or sentences * 2 < len(spoken):
        return []
    if sum(count > 1 for count in counts.values()) < 2:  # a list may repeat one of its headings
        spoken = [item for item in spoken if item.label.of(text).isupper()]
    return [item for n, item in enumerate(spoken) if counts[item.key] > 1 or _beside(spoken, n)]


def _but_of_tables(items: Sequence[_Labelled]) -> list[_Labelled]:
    """All but the lines of figures that stand beside another one: "California: 48 per cent", "Texas: 51 per cent".

    Among others, a figure is an answer.
    """
    return [
        item
        for n, item in enumerate(items)
        if not item.figures or not any(other.figures for other in _near(items, n))
    ]


def _are_figures(said: str) -> bool:
    """Whether it begins with a figure, and no figure has more words after it than what it counts takes."""
    if len(said) > _FIGURES:
        return False
    words = _UNITS
    for token in _TOKEN.findall(said):
        words = 0 if token[0].isdigit() else words + 1
        if words > _UNITS:
            return False
    return any(map(str.isdigit, said))


def _is_somebody(label: str) -> bool:
    """Whether a label is somebody's full name or says what somebody is: "Jane Doe", "Interviewer", "Q"."""
    first, *rest = label.casefold().split()
    return (
        first in QUESTIONS or (bool(rest) and is_first_name(first)) or (rest or [first])[-1] in SPEAKER_LABELS
    )


def _beside(items: Sequence[_Labelled], n: int) -> bool:
    """Whether another label stands at most two blocks away."""
    return bool(_near(items, n))


def _near(items: Sequence[_Labelled], n: int) -> list[_Labelled]:
    """The labels before and after, where they stand at most two blocks away."""
    beside = (*items[max(0, n - 1) : n], *items[n + 1 : n + 2])
    return [other for other in beside if abs(other.block - items[n].block) <= 2]


def _labelled(text: str, blocks: Sequence[Block]) -> Iterator[_Labelled]:
    for index, block in enumerate(blocks):
        if block.kind not in _TURNS:
            continue
        stop = min(block.span.end, block.span.start + 120)
        match = _QUESTION.match(text, block.span.start, stop) or _LABEL.match(text, block.span.start, stop)
        if match is None:
            continue
        if is_name(match["label"]):
            sure = block.kind is BlockKind.TURN and _is_somebody(match["label"])
            label, colon = Span(*match.span("label")), Span(*match.span("colon"))
            said = text[colon.end : block.span.end]
            spoken, sentence = any(map(str.isalpha, said)), said.rstrip("*_\"”’') \t")[-1:] in _ENDS
            figures = _are_figures(said)
            yield _Labelled(index, label, colon, key(label.of(text)), spoken, sentence, sure, figures)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "*_]"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Span(start, end)
