"""The unlabelled questions of an interview, set in bold or on their own, and the answers to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tui.analysis.attribution.label_names import SPEECH
from tui.analysis.attribution.quotation_runs import SKIPPED_KINDS
from tui.article.article import Block, BlockKind
from tui.article.spans import Span
from tui.article.text_markup import Emphasis, EmphasisedWords

_MIN_QUESTIONS = 2  # one question in bold may be the writer's own, to the reader
_MIN_PLAIN = 3  # questions that are not in bold, each a whole paragraph
_MIN_WORDS = 2
_MAX_PLAIN = 250  # characters in such a question
_ANSWER = 600  # characters of an answer that are examined
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_ANSWERING = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM})
_NARRATED = re.compile(rf"\s*[“‘\"'].*?[”’\"'],?\s(?:[\w’-]{{1,40}}\s){{0,3}}{SPEECH}\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")


def find(text: str, blocks: Sequence[Block], emphasis: Sequence[EmphasisedWords]) -> list[Span]:
    """Return the paragraphs that are wholly bold, end in a question mark and have an answer below them.

    Return none if there are fewer than two, or if hardly any says "you" or is answered with "I": the headings of
    an explainer (What happens next?) look the same, and nobody asks them of anybody. Where nothing is bold, a
    question is a whole short paragraph without quotation marks; then there must be three, with both "you" and "I".
    """
    strong = sorted(each.span for each in emphasis if each.emphasis is Emphasis.STRONG)
    plain = len(strong) < _MIN_QUESTIONS

    def asks(span: Span) -> bool:
        return _is_plain(text, span) if plain else _is_strong(text, span, strong)

    found = []
    asked = answered = personal = 0
    for n, block in enumerate(blocks[:-1]):
        answer = blocks[n + 1]
        if (
            block.kind in (BlockKind.PARAGRAPH, BlockKind.SUBHEADING)
            and answer.kind in (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE)
            and text[block.span.start : block.span.end].rstrip("*_ ”\"’'").endswith("?")
            and len(block.span.of(text).split()) >= _MIN_WORDS
            and asks(block.span)
            and not asks(answer.span)
        ):
            found.append(block.span)
            you = _YOU.search(block.span.of(text)) is not None
            i = _I.search(_QUOTED.sub("", answer.span.of(text)[:_ANSWER])) is not None
            asked, answered, personal = asked + you, answered + i, personal + (you or i)
    if plain:
        return found if len(found) >= _MIN_PLAIN and 2 * min(asked, answered) >= len(found) else []
    return found if len(found) >= _MIN_QUESTIONS and 2 * personal >= len(found) else []


def find_answers(text: str, blocks: Sequence[Block], questions: Sequence[Span]) -> list[tuple[Span, ...]]:
    """Return the paragraphs of each answer to the questions that `find` found, without the narration among them.

    Return none if hardly any says "I" or "we": those of a guide (How do you apply?) do not. Below the last question
    a paragraph without "I" or "we", except the first, may be the writer's again.
    """
    asked = {span: n for n, span in enumerate(questions)}
    answers: list[list[Span]] = [[] for _ in questions]
    current: int | None = None
    for block in blocks:
        if block.span in asked:
            current = asked[block.span]
        elif current is None or block.kind in SKIPPED_KINDS:
            continue
        elif block.kind not in _ANSWERING:
            current = None
        else:
            words = block.span.of(text)
            last = current + 1 == len(questions) and bool(answers[current])
            if last and not _I.search(_QUOTED.sub("", words[:_ANSWER])):
                current = None
            elif not _NARRATED.match(words[:_ANSWER]):
                answers[current].append(block.span)
    found = [tuple(spans) for spans in answers if spans]
    personal = sum(
        any(_I.search(_QUOTED.sub("", span.of(text))) is not None for span in spans) for spans in found
    )
    return found if 2 * personal >= len(found) else []


def _is_plain(text: str, span: Span) -> bool:
    """Tell whether a span is a short question without quotation marks and not the writer's own (Am I mad?)."""
    words = text[span.start : span.end] if span.end - span.start <= _MAX_PLAIN else ""
    return words.endswith("?") and _QUOTED.search(words) is None and _I.search(words) is None


def _is_strong(text: str, span: Span, strong: Sequence[Span]) -> bool:
    """Tell whether all the letters of a span stand in one stretch of bold words."""
    at = bisect_right(strong, Span(span.start + 4, len(text))) - 1
    if at < 0:
        return False
    start, end = strong[at]
    outside = text[span.start : max(start, span.start)] + text[min(end, span.end) : span.end]
    return end > span.start and not any(map(str.isalnum, outside))
