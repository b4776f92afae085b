"""Features of the linear-chain CRF that tags content and source in the window of a cue.

A unit is described by how the parse connects it with the cue (its branch of the tree, and how far above the cue
that branch leaves), by its neighbours, and by other cues. All windows of an article are tagged together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution import cue_classifier
from tui.analysis.attribution.cue_windows import CueWindow
from tui.analysis.attribution.dependency_paths import branches
from tui.analysis.attribution.feature_hashing import IntArray, buckets, code
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case

LABELS = ("O", "U", "C", "c", "S", "s")
"""Other, cue, content and source; a capital letter begins a span, a small one continues it."""

LABEL_CLASSES = (0, 0, 1, 1, 2, 2)
"""Labels of the same class make the same content and source."""

_STRONG = 0.5  # a probability from which another word counts as a cue of its own

COLUMNS = (
    "side dep lemma_top pos_top relative edge own_dep pos lemma tag before after before_pos after_pos distance "
    "sentence quote cue cue_dep cue_pos cue_shape certain near other between subject entity quotes_between part "
    "head_lemma word path subject_kind rank before2 after2 level depth_cue own_cue is_first rival "
    "sub sub_lemma sub_edge"
).split()
_AT = {name: n for n, name in enumerate(COLUMNS)}


@dataclass(slots=True)
class Cues:
    """The cues to tag, with their probability and some of the classifier's features, a row a cue.

    `shape`, `near`, `subject_kind` and `how` are codes of its features; `subjects` are tokens, -1 for none.
    """

    tokens: list[int]
    probability: NDArray[np.float64]
    shape: IntArray
    near: IntArray
    subject_kind: IntArray
    how: IntArray
    subjects: list[int]

    @classmethod
    def from_values(
        cls,
        arrays: TokenArrays,
        tokens: list[int],
        probability: NDArray[np.float64],
        feature_values: IntArray,
    ) -> Cues:
        """Make cues from the values that `cue_classifier.feature_values` gives for the same tokens."""
        column = {name: feature_values[:, n] for n, name in enumerate(cue_classifier.COLUMNS)}
        return cls(
            tokens,
            probability,
            column["clause"] ^ (column["object_pos"] * 3),
            (column["quotes_left"] * 3) ^ column["quotes_right"],
            column["subject"],
            column["how"],
            [arrays.subject(token)[0] for token in tokens],
        )


def feature_values(arrays: TokenArrays, cues: Cues, windows: Sequence[CueWindow]) -> IntArray:
    """Return a row a unit, window after window, and one column each of `COLUMNS`."""
    lengths = [len(w.starts) for w in windows]
    total = sum(lengths)
    table = np.zeros((total, len(COLUMNS)), dtype=np.int64)
    if not total:
        return table
    other = np.zeros(arrays.count, dtype=np.float64)
    other[cues.tokens] = cues.probability
    strong_until = np.concatenate([[0], np.cumsum(other >= _STRONG)])
    quotes_until = np.concatenate([[0], np.cumsum(arrays.unit_is_quote)])
    starts = np.fromiter((i for w in windows for i in w.starts), dtype=np.int64, count=total)
    ends = np.fromiter((i for w in windows for i in w.ends), dtype=np.int64, count=total)
    heads = np.fromiter((i for w in windows for i in w.heads), dtype=np.int64, count=total)
    number = np.repeat(np.arange(len(windows)), lengths)
    cue = np.array([w.token for w in windows])[number]
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    place = np.arange(total) - offsets[number]
    cue_place = np.array([w.cue for w in windows])[number]
    tops, levels, subjects, subs = branches(arrays, windows, heads, offsets, cues.subjects)
    depth = np.array(arrays.depth)
    sentence = np.array(arrays.parsed.sentence)
    unit_of = np.array(arrays.unit_of)
    long = ends - starts > 1
    quote_code = np.array(_quote_codes(arrays, starts, ends, long))
    word = np.where(long, _QUOTE, arrays.word[starts])
    lemma = np.where(long, _QUOTE, arrays.lemma[heads])
    pos = np.where(long, _QUOTE, arrays.pos[heads])

    def shifted(values: IntArray, by: int) -> IntArray:
        """Return the values of units `by` further on; 1 before and 2 after the window."""
        out = np.zeros(total, dtype=np.int64)
        if by < 0:
            out[-by:] = values[:by]
            out[place < -by] = 1
        else:
            out[:-by] = values[by:]
            out[np.array(lengths)[number] - place <= by] = 2
        return out

    within = tops >= 0
    top = np.where(within, tops, heads)
    same_before = shifted(tops * 16 + levels, -1) == tops * 16 + levels
    same_after = shifted(tops * 16 + levels, 1) == tops * 16 + levels
    gap = place - cue_place
    low, high = np.minimum(heads, cue), np.maximum(heads, cue)
    between = np.clip(strong_until[high] - strong_until[low + 1], 0, 3)
    between = np.where(heads == cue, 0, between)
    unit_low = np.minimum(unit_of[heads], unit_of[cue])
    unit_high = np.maximum(unit_of[heads], unit_of[cue])
    quotes_between = np.clip(
        quotes_until[unit_high] - quotes_until[np.minimum(unit_low + 1, unit_high)],
        0,
        2,
    )
    under = subs >= 0
    edges = np.array(arrays.left)
    # The examples are of the cue "said" in: “We sail,” Jane Doe, the mayor, said when it cleared.
    columns = {
        # The unit: its own words and tags.
        "word": word,
        "lemma": lemma,
        "pos": pos,
        "tag": arrays.tag[heads],
        "entity": arrays.entity[heads],
        "own_dep": arrays.dep[heads],
        "head_lemma": arrays.lemma[arrays.head[heads]],
        "own_cue": (heads == cue) + 1,
        "quote": quote_code,  # size, closing mark and shape of a quotation
        # What stands beside it.
        "before": shifted(word, -1),
        "after": shifted(word, 1),
        "before2": shifted(word, -2),
        "after2": shifted(word, 2),
        "before_pos": shifted(pos, -1),
        "after_pos": shifted(pos, 1),
        "is_first": (place == 0) + 1,
        # The branch that it stands in: "mayor" in that of "Doe", "cleared" in one of its own.
        "side": np.sign(top - cue) * 16
        + np.where(within, levels, 12 + np.sign(sentence[heads] - sentence[cue])),
        "level": np.where(within, levels, 12),  # 0: the branch hangs on the cue, 1: on the cue's head …
        "dep": np.where(within, arrays.dep[top], 0),
        "lemma_top": np.where(within, arrays.lemma[top], 0),
        "pos_top": np.where(within, arrays.pos[top], 0),
        "relative": np.where(within, np.clip(depth[heads] - depth[top], 0, 3), 5),  # "mayor" is 1 below "Doe"
        "edge": same_before * 2 + same_after + 1,  # spans begin and end where branches do
        "path": arrays.dep[cue] ^ np.where(levels > 0, arrays.dep[arrays.head[cue]], 0),
        # The branch one below, so that "Doe" can be the source without "the mayor".
        "sub": np.where(under, arrays.dep[subs], 0),
        "sub_lemma": np.where(under, arrays.lemma[edges[subs]], 0),
        "sub_edge": (shifted(subs, -1) == subs) * 2 + (shifted(subs, 1) == subs) + 1,
        # Words of the cue itself: the "has" of "has said", the "to" of "according to".
        "part": np.where(within & (levels == 0) & (depth[heads] <= depth[cue] + 1), arrays.dep[heads], 0),
        # How far the cue is, in units, sentences and quotations.
        "distance": np.sign(gap) * np.digitize(np.abs(gap), [1, 2, 3, 4, 6, 9, 14, 22, 40]),
        "sentence": np.sign(sentence[heads] - sentence[cue]) + 2,
        "quotes_between": quotes_between + 1,
        "rank": np.where(long, np.sign(gap) * (quotes_between + 1), 0),  # the first quotation after the cue …
        # The cue: what it is, and how sure the classifier is of it.
        "cue": arrays.lemma[cue],
        "cue_dep": arrays.dep[cue],
        "cue_pos": arrays.tag[cue],
        "cue_shape": cues.shape[number],
        "depth_cue": np.clip(depth[cue], 0, 2) + 1,
        "certain": np.digitize(cues.probability[number], [0.3, 0.6, 0.85, 0.96]) + 1,
        "near": cues.near[number],
        # Its subject is most often the source.
        "subject": subjects,
        "subject_kind": cues.subject_kind[number],
        # Other cues, which claim words of their own: “We sail,” Doe said. “Why?” Roe asked.
        "other": np.digitize(other[heads], [0.1, 0.3, 0.6, 0.9]) * ~long + 1,
        "between": between + 1,
        "rival": _rivals(arrays, cues, unit_of, heads, cue),
    }
    for name, values in columns.items():
        table[:, _AT[name]] = values
    return table


_QUOTE = code('"…"')


def _rivals(arrays: TokenArrays, cues: Cues, unit_of: IntArray, heads: IntArray, cue: IntArray) -> IntArray:
    """Return a code of whether another strong cue stands nearer to a unit than its window's own, and how near.

    1 means no, 2 to 5 nearer than the own cue, 6 to 9 within 12 units but not nearer; 16 is added on the left.
    """
    strong = unit_of[[t for t, p in zip(cues.tokens, cues.probability, strict=True) if p >= _STRONG]]
    if not len(strong):
        return np.ones(len(heads), dtype=np.int64)
    unit, own = unit_of[heads], unit_of[cue]
    strong = np.concatenate([[-1000], strong, [len(arrays.unit_start) + 1000]])
    after = np.searchsorted(strong, unit, side="right")
    before = np.searchsorted(strong, unit, side="left") - 1
    to_right = np.where(strong[after] == own, 1000, strong[after] - unit)
    to_left = np.where(strong[before] == own, 1000, unit - strong[before])
    distance = np.abs(unit - own)
    near = np.minimum(to_right, to_left)
    size = np.digitize(near, [3, 6, 12])
    kind: IntArray = np.where(near < distance, 2 + size, np.where(near < 12, 6 + size, 1)) + 16 * (
        to_left < to_right
    )
    return kind


def _quote_codes(arrays: TokenArrays, starts: IntArray, ends: IntArray, long: NDArray[np.bool_]) -> list[int]:
    """Return a code of each quotation's size and shape, 0 for other units."""
    word, pos = arrays.parsed.word, arrays.parsed.pos
    titles: dict[int, bool] = {}
    out = [0] * len(starts)
    for n in np.flatnonzero(long).tolist():
        a, b = int(starts[n]), int(ends[n])
        last = word[b - 2] if b - a > 2 else ""
        first = word[a + 1] if b - a > 1 else ""
        size = 0 if b - a <= 4 else 1 if b - a <= 7 else 2 if b - a <= 12 else 3
        shut = last if last in {",", ".", "?", "!"} else ""
        if a not in titles:
            titles[a] = in_title_case(word[a + 1 : b - 1])
        verbal = "VERB" in pos[a:b] or "AUX" in pos[a:b]
        out[n] = code(f"{size} {shut} {first[:1].isupper()} {verbal} {titles[a]}")
    return out


def _templates() -> list[list[int]]:
    rows = [
        "side dep", "side dep cue", "side dep relative", "side dep edge", "side dep cue_dep",
        "side dep cue_pos", "side dep cue_shape", "side dep cue_shape cue_dep", "level own_dep side",
        "pos side", "lemma", "lemma side dep", "tag level dep", "before", "after", "before pos",
        "after pos", "before_pos pos after_pos", "before2 before", "after after2", "distance",
        "distance pos", "distance cue", "distance near", "sentence quote", "quote near", "quote cue",
        "quote distance", "quote rank between", "quote side dep", "quote before", "quote after",
        "other side dep", "other own_dep", "between side", "between distance", "between quotes_between",
        "subject", "subject cue", "subject side dep", "subject cue_dep cue_shape", "subject edge",
        "subject entity", "entity side dep", "quotes_between side", "quotes_between quote",
        "lemma_top side dep", "lemma_top cue", "lemma_top cue side dep", "pos_top side dep", "edge before",
        "edge after", "edge dep level before", "edge dep level after", "own_dep relative dep",
        "path side dep", "path subject", "cue cue_shape side", "certain side dep", "certain subject",
        "subject_kind subject", "subject_kind side dep", "own_cue", "part", "part cue", "part lemma",
        "part lemma cue", "is_first pos", "is_first quote", "word before", "word after", "lemma cue",
        "lemma cue distance", "head_lemma own_dep", "head_lemma cue", "relative own_dep dep level",
        "depth_cue side dep", "sentence side", "sentence distance", "sentence pos before", "near side dep",
        "near quote side", "cue_shape quote distance", "cue quote rank", "pos tag edge", "word",
        "rival quote", "rival side dep", "rival near quote", "rival pos", "sub side dep",
        "sub sub_lemma dep level", "sub sub_edge dep level", "sub cue", "sub_lemma cue side", "sub before",
        "sub dep relative", "sub entity dep",
    ]  # fmt: skip
    return [[_AT[name] for name in row.split()] for row in rows]


TEMPLATES = _templates()


def feature_buckets(arrays: TokenArrays, cues: Cues, windows: Sequence[CueWindow]) -> NDArray[np.int32]:
    """Return the feature buckets of every unit of every window."""
    return buckets(feature_values(arrays, cues, windows), TEMPLATES)
