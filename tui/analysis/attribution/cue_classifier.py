"""The classifier of cues: said, according to, a colon before a quotation, and hundreds of rarer ones.

A logistic regression over the word, its dependents in the parse, and the quotations near it (see `train`). Words
that were hardly ever a cue in training are not classified.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution.feature_hashing import IntArray, code, codes
from tui.analysis.attribution.token_arrays import TokenArrays

_COMPLEMENTS = frozenset("ccomp xcomp advcl dobj attr acomp oprd pcomp acl relcl".split())
_NEAR = 12  # units; a quotation farther away does not count


def word_keys(arrays: TokenArrays) -> IntArray:
    """Return the key of each token in `Weights.cue_words`: its lemma and coarse part of speech."""
    pos = np.where(arrays.pos == code("AUX"), code("VERB"), arrays.pos)
    return arrays.lemma ^ pos


def _may_be_cue(arrays: TokenArrays, i: int) -> bool:
    """Tell whether a word not met in training may be a cue: a verb with a clause or a quotation beside it."""
    parsed = arrays.parsed
    if parsed.pos[i] != "VERB":
        return False
    if any(parsed.dep[c] in {"ccomp", "xcomp"} for c in arrays.children[i]):
        return True
    unit = arrays.unit_of[i]
    return any(
        arrays.unit_end[u] - arrays.unit_start[u] > 1
        for u in range(max(unit - 3, 0), min(unit + 4, len(arrays.unit_start)))
    )


def candidate_tokens(arrays: TokenArrays, is_cue_word: Callable[[int], bool | None]) -> list[int]:
    """Return the tokens to classify. `is_cue_word` tells whether a key has been a cue, None if it is unknown."""
    known = [is_cue_word(key) for key in word_keys(arrays).tolist()]
    pos = arrays.parsed.pos
    return [
        i
        for i, yes in enumerate(known)
        if yes or (yes is None and pos[i] == "VERB" and _may_be_cue(arrays, i))
    ]


_CONTEXT_COLUMNS = (
    "lemma word pos tag dep before after before2 after2 before_pos after_pos head head_pos head_dep entity inside "
    "quotes_left quotes_right touching_left touching_right"
).split()
_SYNTAX_COLUMNS = (
    "subject how side clause clause_word child_pos second prep prep2 object object_pos modal negated particle "
    "adverb mark signature place"
).split()

COLUMNS = (*_CONTEXT_COLUMNS, *_SYNTAX_COLUMNS)
"""The columns of `feature_values`: those taken from the arrays, and those made token by token."""


def feature_values(arrays: TokenArrays, tokens: Sequence[int]) -> IntArray:
    """Return a row a token and one column each of `COLUMNS`."""
    table = np.zeros((len(tokens), len(COLUMNS)), dtype=np.int64)
    if len(tokens):
        for n, values in enumerate(_context_values(arrays, np.array(tokens))):
            table[:, n] = values
        made = codes(value for i in tokens for value in _syntax_values(arrays, i))
        table[:, len(_CONTEXT_COLUMNS) :] = np.array(made, dtype=np.int64).reshape(
            len(tokens), len(_SYNTAX_COLUMNS)
        )
    return table


def _context_values(arrays: TokenArrays, at: IntArray) -> list[IntArray]:
    sentences = np.array(arrays.parsed.sentences)[np.array(arrays.parsed.sentence)[at]]
    first, last = sentences[:, 0], sentences[:, 1] - 1

    def beside(values: IntArray, by: int) -> IntArray:
        place = at + by
        return np.where(
            (place < first) | (place > last),
            1 - np.sign(by),
            values[np.clip(place, first, last)],
        )

    head = arrays.head[at]
    top = head == at
    return [
        arrays.lemma[at],
        arrays.word[at],
        arrays.pos[at],
        arrays.tag[at],
        arrays.dep[at],
        beside(arrays.lemma, -1),
        beside(arrays.lemma, 1),
        beside(arrays.lemma, -2),
        beside(arrays.lemma, 2),
        beside(arrays.pos, -1),
        beside(arrays.pos, 1),
        np.where(top, 0, arrays.lemma[head]),
        np.where(top, 0, arrays.pos[head]),
        np.where(top, 0, arrays.dep[head]),
        arrays.entity[at],
        np.array(arrays.quote_of)[at] >= 0,
        *_quotes_near(arrays, np.array(arrays.unit_of)[at]),
    ]


def _quotes_near(arrays: TokenArrays, unit: IntArray) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return distance and size of the next quotation on each side, and the mark at its near edge.

    A full stop between the two hides a quotation, unless it stands right after the stop.
    """
    starts, ends = np.array(arrays.unit_start), np.array(arrays.unit_end)
    count = len(starts)
    index = np.arange(count)
    quote = ends - starts > 1
    stop = np.isin(arrays.word[starts], _STOPS) & ~quote

    def nearest(where: NDArray[np.bool_], back: bool) -> IntArray:
        """Return the nearest unit in `where` strictly before (or after) each of `unit`, far away if none is."""
        if back:
            reach = np.maximum.accumulate(np.where(where, index, -1000))
            return np.concatenate([[-1000], reach])[unit]
        reach = np.minimum.accumulate(np.where(where, index, count + 1000)[::-1])[::-1]
        return np.concatenate([reach, [count + 1000]])[unit + 1]

    out: list[IntArray] = []
    touching: list[IntArray] = []
    for back in (True, False):
        to_quote, to_stop = nearest(quote, back), nearest(stop, back)
        distance, until = np.abs(unit - to_quote), np.abs(unit - to_stop)
        there = np.clip(to_quote, 0, count - 1)
        size = np.minimum(3, (ends[there] - starts[there]) // 4)
        seen = (distance < until) & (distance <= _NEAR)
        stopped = (until < distance) & (until <= _NEAR)
        near = np.where(distance < 7, np.minimum(distance, 4), 5) * 4 + size + 1
        out.append(
            np.where(
                seen,
                near,
                np.where(stopped, np.where(distance == until + 1, 101, 100), 0),
            )
        )
        mark = arrays.word[np.maximum(ends[there] - 2, 0) if back else np.maximum(starts[there] - 1, 0)]
        touching.append(np.where(seen, np.where(np.isin(mark, _TOUCHING), mark, 1), 0))
    return out[0], out[1], touching[0], touching[1]


_STOPS = np.array([code(mark) for mark in ".?!"])
_TOUCHING = np.array([code(mark) for mark in [",", ".", "?", "!", ":", ";", "(", "—", "–", "-", "…", "--"]])


def _syntax_values(arrays: TokenArrays, i: int) -> tuple[str, ...]:
    parsed = arrays.parsed
    lemma, pos, dep, tag = parsed.lemma, parsed.pos, parsed.dep, parsed.tag
    clause = clause_word = second = prep = prep2 = obj = obj_pos = modal = negated = ""
    particle = adverb = mark = child_pos = ""
    deps: set[str] = set()
    for c in arrays.children[i]:
        d = dep[c]
        deps.add(d if c > i else "<" + d)
        if d in _COMPLEMENTS:
            first = arrays.left[c]
            link = lemma[first] if first > i and pos[first] in _LINKS else ""
            if d in _OBJECTS:
                obj, obj_pos = lemma[c], pos[c] + ("<" if c < i else ">")
            if not clause or d in _CLAUSES:
                clause, second = d + ("<" if c < i else ">") + link, clause
                clause_word, child_pos = lemma[c], tag[c]
        elif d == "prep":
            prep, prep2 = prep or lemma[c], lemma[c] if prep else prep2
        elif d == "aux":
            modal += " " + lemma[c]
        elif d == "neg":
            negated = "not"
        elif d == "prt":
            particle = lemma[c]
        elif d == "advmod":
            adverb = lemma[c]
        elif d == "mark":
            mark = lemma[c]
    subject, how = arrays.subject(i)
    first, last = parsed.sentences[parsed.sentence[i]]
    opens = first == parsed.paragraphs[arrays.paragraph_of[i]][0]
    return (
        _subject_kind(arrays, subject),
        how,
        "" if subject < 0 else "<" if subject < i else ">",
        clause,
        clause_word,
        child_pos,
        second,
        prep,
        prep2,
        obj,
        obj_pos,
        modal,
        negated,
        particle,
        adverb,
        mark,
        " ".join(sorted(deps)),
        f"{min(3, i - first)} {min(3, last - 1 - i)} {opens}",
    )


_LINKS = frozenset({"SCONJ", "PART", "ADV", "PRON"})
_OBJECTS = frozenset({"dobj", "attr", "acomp"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def _subject_kind(arrays: TokenArrays, i: int) -> str:
    if i < 0:
        return ""
    parsed = arrays.parsed
    if parsed.pos[i] == "PRON":
        return parsed.lemma[i]
    return (
        (parsed.entity[i] or parsed.tag[i]) if parsed.pos[i] == "PROPN" else parsed.tag[i] + parsed.entity[i]
    )


def _templates() -> list[list[int]]:
    at = {name: n for n, name in enumerate(COLUMNS)}
    singles = [[n] for n in range(len(COLUMNS))]
    with_lemma = [
        [at["lemma"], at[name]]
        for name in COLUMNS
        if name not in {"lemma", "head", "before2", "after2", "clause_word", "entity"}
    ]
    join = [
        "dep clause", "pos clause", "subject clause", "head_dep dep clause", "how clause", "dep head_pos",
        "quotes_left quotes_right", "touching_left quotes_left", "touching_right quotes_right",
        "lemma clause subject", "lemma prep object_pos", "lemma quotes_left quotes_right",
        "pos quotes_left quotes_right side", "dep quotes_left quotes_right", "lemma inside clause",
        "inside clause dep", "tag dep clause", "side clause dep", "lemma modal negated",
        "tag modal negated", "head dep", "prep prep2", "object object_pos", "before after",
        "lemma after prep", "lemma object", "dep signature", "pos signature", "clause clause_word",
        "tag how", "lemma tag dep", "lemma tag clause", "subject modal", "lemma before after",
        "clause child_pos", "lemma clause child_pos", "inside quotes_left", "place dep", "clause second",
        "head head_dep dep", "lemma side quotes_left", "lemma how clause",
    ]  # fmt: skip
    return singles + with_lemma + [[at[name] for name in row.split()] for row in join]


TEMPLATES = _templates()
