"""Hashed features of a cue reading: pairs of what stands in it, whose summed weights are one figure for the judge.

`rerank_features` has all the other columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution import feature_hashing
from tui.analysis.attribution.crf_features import Cues
from tui.analysis.attribution.cue_readings import CueReading
from tui.analysis.attribution.feature_hashing import IntArray
from tui.analysis.attribution.token_arrays import TokenArrays

COLUMNS = (
    "cue cue_dep top_dep first last last_tag after source_tag source_lemma size quoted side pieces "
    "head_lemma head_pos first_tag before subject rank how"
).split()


def _values(arrays: TokenArrays, cues: Cues, readings: Sequence[CueReading]) -> IntArray:
    """Return the values that the hashed features of each reading are made of, one column each of `COLUMNS`."""
    if not readings:
        return np.zeros((0, len(COLUMNS)), dtype=np.int64)
    rows = []
    for reading in readings:
        content, source = reading.content, reading.source
        token = cues.tokens[reading.cue]
        subject = cues.subjects[reading.cue]
        size = quoted = 0
        for a, b in content:
            size += b - a
            quoted += arrays.quoted_until[b] - arrays.quoted_until[a]
        rows.append(
            (
                token,
                reading.top,
                content[0][0],
                content[-1][1] - 1,
                reading.source_top,
                min(size, 3) if size < 4 else 4 + (size > 8) + (size > 16) + (size > 32),
                0 if not quoted else 2 if quoted == size else 1,
                (content[0][0] < token) + 2 * (content[-1][1] > token),
                len(content),
                2 if any(a <= subject < b for a, b in source) else 1 if subject < 0 else 0,
                min(reading.rank, 2),
                reading.cue,
            )
        )
    token, top, begin, finish, source_top, *others, cue = np.array(rows, dtype=np.int64).T
    sized, marked, side, pieces, subjected, rank = others
    after = np.minimum(finish + 1, arrays.count - 1)
    named = source_top >= 0
    columns = [
        arrays.lemma[token],
        arrays.dep[token],
        arrays.dep[top] + (arrays.head[top] == token),
        arrays.lemma[begin],
        arrays.lemma[finish],
        arrays.tag[finish],
        np.where(finish + 1 < arrays.count, arrays.word[after], 0),
        np.where(named, arrays.tag[source_top], 0),
        np.where(named, arrays.lemma[source_top], 0),
        sized,
        marked,
        side,
        pieces,
        arrays.lemma[top],
        arrays.pos[top],
        arrays.tag[begin],
        arrays.word[np.maximum(begin - 1, 0)],
        subjected,
        rank,
        cues.how[cue],
    ]
    return np.stack(columns, axis=1)


def buckets(arrays: TokenArrays, cues: Cues, readings: Sequence[CueReading]) -> NDArray[np.int32]:
    """Return the buckets of each reading's hashed features."""
    return feature_hashing.buckets(_values(arrays, cues, readings), TEMPLATES)


def _templates() -> list[list[int]]:
    at = {name: n for n, name in enumerate(COLUMNS)}
    rows = [
        "rank", "cue", "cue top_dep", "cue top_dep side", "cue first", "cue size", "cue quoted side",
        "cue head_lemma", "cue head_pos", "cue source_tag", "cue source_lemma", "cue pieces", "cue after",
        "top_dep first", "top_dep size", "top_dep quoted side", "top_dep side pieces", "last",
        "last_tag after", "last after", "first before", "first_tag top_dep", "after", "before",
        "source_tag subject", "source_lemma", "source_lemma size", "subject how", "size quoted",
        "size pieces quoted", "head_lemma", "head_pos top_dep size", "cue_dep side quoted",
        "cue_dep top_dep", "pieces side", "cue first size", "first size", "last size", "head_lemma size",
        "rank size", "rank subject", "cue rank",
    ]  # fmt: skip
    return [[at[name] for name in row.split()] for row in rows]


TEMPLATES = _templates()
