"""Training articles: parsed texts with the attributions marked in them by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution import crf_features, cue_classifier, quotations
from tui.analysis.attribution.cue_readings import CueReading
from tui.analysis.attribution.cue_windows import CueWindow
from tui.analysis.attribution.feature_hashing import IntArray
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.coreference.source_phrases import tokens_of
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.training.gold import GoldAttribution
from tui.article.article import Article
from tui.article.text.blocks import find_blocks

_EMPTY = frozenset("the a an of and mr mrs ms dr sir in for on s 's ’s at by to".split())


@dataclass(slots=True)
class TrainingArticle:
    """One article with its gold attributions, and what the steps of training have made of it so far."""

    name: str
    arrays: TokenArrays
    gold: list[GoldAttribution]
    by_cue: dict[int, GoldAttribution] = field(default_factory=dict)
    tokens: list[int] = field(default_factory=list)
    values: IntArray = field(
        default_factory=lambda: np.zeros((0, len(cue_classifier.COLUMNS)), dtype=np.int64)
    )
    probability: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    readings: list[CueReading] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    @property
    def publisher(self) -> str:
        """The part of the name that folds are made by."""
        return self.name.partition("_")[0]


def parse(texts: dict[str, str], model: str) -> dict[str, tuple[Article, ParsedArticle]]:
    """Parse each text as the reader would."""
    from tui.analysis.model_loading import load
    from tui.analysis.parser_input import parsable, split_long_blocks

    nlp = load(model)
    out = {}
    for name, text in texts.items():
        article = split_long_blocks(Article(text, name, find_blocks(text)))
        spoken = [i for i, block in enumerate(article.blocks) if block.kind.speaks]
        parsed = ParsedArticle(text)
        given = [parsable(text, article.blocks[i]) for i in spoken]
        for i, doc, (_, left_out) in zip(spoken, nlp.pipe(words for words, _ in given), given, strict=True):
            parsed.add(doc, article.blocks[i].span.start, i, left_out)
        out[name] = (article, parsed)
    return out


def training_articles(
    gold: dict[str, tuple[str, list[GoldAttribution]]],
    parses: dict[str, tuple[Article, ParsedArticle]],
) -> list[TrainingArticle]:
    """Bring texts, parses and gold together."""
    out = []
    for name, (text, marked) in gold.items():
        article, parsed = parses[name]
        arrays = TokenArrays(parsed, [q.span for q in quotations.find(text, article.blocks)])
        example = TrainingArticle(name, arrays, marked)
        for one in marked:
            token = cue_token(parsed, one)
            if token is not None:
                example.by_cue.setdefault(token, one)
        out.append(example)
    return out


def cue_token(parsed: ParsedArticle, one: GoldAttribution) -> int | None:
    """Return the token that a gold cue is found by: its highest verb, else its highest word."""
    inside = set(tokens_of(parsed, one.cue))
    tops = [i for i in sorted(inside) if parsed.head[i] not in inside or parsed.head[i] == i]
    ranks = {"VERB": 0, "AUX": 0, "NOUN": 1, "ADJ": 1, "ADP": 1}
    return min(tops, key=lambda i: (ranks.get(parsed.pos[i], 2), i), default=None)


def labels(parsed: ParsedArticle, cue_window: CueWindow, one: GoldAttribution) -> list[int] | None:
    """Return the labels of a window's units; None if less than half of the content lies in it."""
    content, source, cue = (set(tokens_of(parsed, spans)) for spans in (one.content, one.source, one.cue))
    inside = set(range(cue_window.starts[0], cue_window.ends[-1]))
    if 2 * len(content & inside) <= len(content):
        return None
    out: list[int] = []
    last = "O"
    for first, end in zip(cue_window.starts, cue_window.ends, strict=True):
        here = range(first, end)
        now = "O"
        for label, tokens in (("C", content), ("S", source), ("U", cue)):
            if 2 * sum(i in tokens for i in here) > len(here):
                now = label
                break
        out.append(crf_features.LABELS.index(now.lower() if now == last and now in "CS" else now))
        last = now
    return out


def are_right(
    parsed: ParsedArticle, gold: Sequence[GoldAttribution], readings: Sequence[CueReading]
) -> list[bool]:
    """Tell for each reading whether its content (half of the letters) and source (a word) are right."""
    letters = [sum(map(str.isalnum, word)) for word in parsed.word]
    at_content: dict[int, list[int]] = defaultdict(list)
    contents = [set(tokens_of(parsed, one.content)) for one in gold]
    sources = [set(tokens_of(parsed, one.source)) for one in gold]
    sizes = [sum(letters[i] for i in content) for content in contents]
    for n, content in enumerate(contents):
        for i in content:
            at_content[i].append(n)
    out = []
    for reading in readings:
        common: Counter[int] = Counter()
        size = 0
        for first, last in reading.content:
            for i in range(first, last):
                size += letters[i]
                for n in at_content.get(i, ()):
                    common[n] += letters[i]
        said = {
            i
            for first, last in reading.source
            for i in range(first, last)
            if letters[i] and parsed.word[i].lower() not in _EMPTY
        }
        out.append(
            any(
                2 * shared >= size + sizes[n] - shared and (said & sources[n] or not (said or sources[n]))
                for n, shared in common.items()
            )
        )
    return out
