"""The turns of a transcript: "PENCE: …", "Q: …", "Smith (D-Ohio): …", "**Name:** …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.attribution.label_names import NAME, PARTY, is_name, speaker_key
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.name_parts import QUESTION_LABELS, SPEAKER_LABELS
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

_LABEL = re.compile(
    rf"[\s>*_\[“\"]{{0,6}}(?P<label>{NAME})(?P<party>{PARTY})(?:,\s[^:.\n]{{1,40}})?[*_\]]{{0,3}}(?P<colon>:)[*_\]]{{0,3}}"
    r"(?=\s|[“\"‘']|\Z)"
)
_QUESTION = re.compile(
    r"[\s>*_“\"]{0,6}(?P<label>Q|A|Question|Answer)[*_]{0,3}(?P<colon>[.:])[*_]{0,3}(?=\s)"
)
_CAPITAL_LABEL = re.compile(
    r"(?:(?<=[“\"‘'])|(?<=[.!?…\])”\"]\s))(?:(?:MS|MR|MRS|DR|SEN|REP|GOV)\.\s)?"
    r"(?P<label>[A-Z][A-Z’'\-]+(?:\s[A-Z][A-Z’'\-]+){0,3}|[QA])"
    r"(?P<colon>:)\s"
)
_MAX_QUOTED = 20_000  # characters of a quotation
_STAGE = re.compile(r"[(\[][^()\[\]]{1,80}[)\]][.…]?\Z|[.…\s*]+\Z|https?://\S+\Z")
_TURNS = frozenset({BlockKind.PARAGRAPH, BlockKind.TURN, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM})
_CONTINUES = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM})
_SENTENCE_ENDS = tuple(".!?…—–-])")
_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_MAX_FIGURES = 80  # characters of a row of figures
_MAX_UNIT_WORDS = 2  # words of a unit: "per cent", "million pounds"
_MAX_UNLABELLED = 3  # paragraphs without a label between two turns


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words: `content` has a span for each paragraph."""

    label: Span
    colon: Span
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _LabelledBlock:
    block: int
    label: Span
    colon: Span
    key: str
    has_words: bool  # letters follow the label
    is_sentence: bool  # what follows ends like a sentence
    is_turn: bool  # the block was marked as a turn, and its label names a speaker
    is_figures: bool  # only figures and their units follow: "48 per cent"


def find(text: str, blocks: Sequence[Block]) -> list[Turn]:
    """Return the turns of an article's transcripts.

    A paragraph without a label between two turns continues the first of them; after the last turn the narration
    is taken to resume.
    """
    items = _without_tables(list(_labelled_blocks(text, blocks)))
    certain = [item for item in items if item.is_turn and item.has_words]
    labelled = sorted({*certain, *_alternating(text, items)}, key=lambda item: item.block)
    turns: list[Turn] = []
    for n, item in enumerate(labelled):
        following = labelled[n + 1].block if n + 1 < len(labelled) else item.block + 1
        content = [_trim(text, Span(item.colon.end, blocks[item.block].span.end))]
        between = range(item.block + 1, following)
        for i in between if len(between) <= _MAX_UNLABELLED else ():
            if blocks[i].kind not in _CONTINUES or _STAGE.match(blocks[i].span.of(text)):
                break
            content.append(_trim(text, blocks[i].span))
        said = tuple(span for span in content if any(c.isalpha() for c in span.of(text)))
        if said:
            turns.append(Turn(item.label, item.colon, said))
    return turns


def find_quoted(text: str, quotations: Sequence[Quotation]) -> list[Turn]:
    """Return the turns of transcripts that stand inside one pair of marks: “GUEST: Good day. MS. DOE: Good day.”

    Two different labels in capitals at least, the first at the beginning, each of the others after a sentence.
    """
    turns: list[Turn] = []
    for quotation in quotations:
        start, end = quotation.span
        labels = list(_CAPITAL_LABEL.finditer(text, start, min(end, start + _MAX_QUOTED)))
        first = labels and not any(map(str.isalnum, text[start : labels[0].start("label")]))
        if not first or len({label["label"] for label in labels}) < 2:
            continue
        stops = [*(label.start() for label in labels[1:]), end - quotation.closed]
        for label, stop in zip(labels, stops, strict=True):
            content = _trim(text, Span(label.end(), stop))
            if any(map(str.isalpha, content.of(text))):
                turns.append(Turn(Span(*label.span("label")), Span(*label.span("colon")), (content,)))
    return turns


def _alternating(text: str, labelled: Sequence[_LabelledBlock]) -> list[_LabelledBlock]:
    """Return the labels of speakers who take turns, without the headings of a list or a table."""
    spoken = [item for item in labelled if item.has_words]
    counts = Counter(item.key for item in spoken)
    sentences = sum(item.is_sentence for item in spoken)
    # A monologue, headings over nothing ("Ingredients:"), and notes ("Venue: Leeds") are no transcript.
    if len(counts) < 2 or len(spoken) * 2 < len(labelled) or sentences * 2 < len(spoken):
        return []
    again = [count for count in counts.values() if count > 1]
    # A list may repeat one of its headings, or have two entries under a few of many: "Oregon: Ferries are free."
    if len(again) < 2 or (max(again) == 2 and sum(again) <= len(counts) - len(again)):
        spoken = [item for item in spoken if item.label.of(text).isupper()]
    # Whoever speaks only once must do so right beside another speaker.
    return [item for n, item in enumerate(spoken) if counts[item.key] > 1 or _has_neighbour(spoken, n)]


def _without_tables(items: Sequence[_LabelledBlock]) -> list[_LabelledBlock]:
    """Return the blocks without rows of figures: "California: 48 per cent", "Texas: 51 per cent".

    A single figure among other turns is an answer.
    """
    return [
        item
        for n, item in enumerate(items)
        if not item.is_figures or not any(other.is_figures for other in _neighbours(items, n))
    ]


def _is_figures(said: str) -> bool:
    """Tell whether a line begins with a figure and has at most a unit after each: "48 per cent, 2 seats"."""
    if len(said) > _MAX_FIGURES:
        return False
    words = _MAX_UNIT_WORDS
    for token in _TOKEN.findall(said):
        words = 0 if token[0].isdigit() else words + 1
        if words > _MAX_UNIT_WORDS:
            return False
    return any(map(str.isdigit, said))


def _is_speaker_label(label: str) -> bool:
    """Tell whether a label is a full name or a role: "Jane Doe", "Interviewer", "Q"."""
    first, *rest = label.casefold().split()
    return (
        first in QUESTION_LABELS
        or (bool(rest) and is_first_name(first))
        or (rest or [first])[-1] in SPEAKER_LABELS
    )


def _has_neighbour(items: Sequence[_LabelledBlock], n: int) -> bool:
    """Tell whether another label stands at most two blocks away."""
    return bool(_neighbours(items, n))


def _neighbours(items: Sequence[_LabelledBlock], n: int) -> list[_LabelledBlock]:
    """Return the labels before and after, where they stand at most two blocks away."""
    beside = (*items[max(0, n - 1) : n], *items[n + 1 : n + 2])
    return [other for other in beside if abs(other.block - items[n].block) <= 2]


def _labelled_blocks(text: str, blocks: Sequence[Block]) -> Iterator[_LabelledBlock]:
    for index, block in enumerate(blocks):
        if block.kind not in _TURNS:
            continue
        stop = min(block.span.end, block.span.start + 120)
        match = _QUESTION.match(text, block.span.start, stop) or _LABEL.match(text, block.span.start, stop)
        if match is None:
            continue
        if is_name(match["label"]):
            is_turn = block.kind is BlockKind.TURN and _is_speaker_label(match["label"])
            label, colon = Span(*match.span("label")), Span(*match.span("colon"))
            said = text[colon.end : block.span.end]
            spoken, sentence = any(map(str.isalpha, said)), said.rstrip("*_\"”’') \t")[-1:] in _SENTENCE_ENDS
            figures = _is_figures(said)
            yield _LabelledBlock(
                index, label, colon, speaker_key(label.of(text)), spoken, sentence, is_turn, figures
            )


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "*_]"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Span(start, end)
