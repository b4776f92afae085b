"""Which words are cues: said, according to, a colon before a quotation, and hundreds of rarer ones.

A logistic classifier over the word, what hangs on it in the parse, and the quotations near it; its weights are
learned (see `train`). Words that hardly ever were a cue in training are not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from tui.analysis.hashing import Ints, code
from tui.analysis.layout import Layout

VERBAL = frozenset({"VERB", "AUX"})
_COMPLEMENTS = ("ccomp", "xcomp", "advcl", "dobj", "attr", "acomp", "oprd", "pcomp", "acl", "relcl")
_NEAR = 12  # tokens; beyond it a quotation is far


def key(layout: Layout, i: int) -> int:
    """What a word's habit of being a cue is kept under: its lemma and coarse part of speech."""
    pos = layout.parsed.pos[i]
    return code(layout.parsed.lemma[i]) ^ code("VERB" if pos in VERBAL else pos)


def unseen(layout: Layout, i: int) -> bool:
    """Whether a word never met in training is worth a look: a verb with a clause or a quotation beside it."""
    parsed = layout.parsed
    if parsed.pos[i] != "VERB":
        return False
    if any(parsed.dep[c] in {"ccomp", "xcomp"} for c in layout.children[i]):
        return True
    unit = layout.unit_of[i]
    return any(
        layout.unit_end[u] - layout.unit_start[u] > 1
        for u in range(max(unit - 3, 0), min(unit + 4, len(layout.unit_start)))
    )


def candidates(layout: Layout, seen: Callable[[int], bool | None]) -> list[int]:
    """The tokens worth classifying. `seen` says of a key whether it has been a cue, None when it is unknown."""
    found = []
    for i, pos in enumerate(layout.parsed.pos):
        if pos == "DET" or pos == "SPACE":
            continue
        known = seen(key(layout, i))
        if known or (known is None and pos == "VERB" and unseen(layout, i)):
            found.append(i)
    return found


# The columns of `slots`, by name.
COLUMNS = (
    "lemma word pos tag dep before after before_pos after_pos head head_pos head_dep subject how side "
    "clause clause_word second prep prep2 object object_pos modal negated particle adverb mark quotes_left quotes_right "
    "inside touching_left touching_right after2 signature place entity sentence_quotes before2 child_pos"
).split()


def slots(layout: Layout, tokens: Sequence[int]) -> Ints:
    """One row a candidate, one column each of `COLUMNS`."""
    parsed, rows = layout.parsed, []
    word, lemma, pos, dep, tag = parsed.word, parsed.lemma, parsed.pos, parsed.dep, parsed.tag
    count = layout.count
    starts = {first for first, _ in parsed.paragraphs}
    for i in tokens:
        head = parsed.head[i]
        clause = clause_word = second = prep = prep2 = obj = obj_pos = modal = negated = ""
        particle = adverb = mark = child_pos = ""
        deps: list[str] = []
        for c in layout.children[i]:
            d = dep[c]
            deps.append(d if c > i else "<" + d)
            if d in _COMPLEMENTS:
                first = layout.left[c]
                link = lemma[first] if first > i and pos[first] in {"SCONJ", "PART", "ADV", "PRON"} else ""
                if d == "dobj" or d == "attr" or d == "acomp":
                    obj, obj_pos = lemma[c], pos[c] + ("<" if c < i else ">")
                if not clause or d in {"ccomp", "xcomp"}:
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
        subject, how = layout.subject(i)
        unit = layout.unit_of[i]
        inside = layout.quote_of[i] >= 0
        left, right, touching_left, touching_right = _quotes_near(layout, i, unit)
        sentence = parsed.sentences[parsed.sentence[i]]
        rows.append(
            (
                lemma[i],
                word[i].lower(),
                pos[i],
                tag[i],
                dep[i],
                lemma[i - 1] if i > sentence[0] else "^",
                lemma[i + 1] if i + 1 < sentence[1] else "$",
                pos[i - 1] if i > sentence[0] else "^",
                pos[i + 1] if i + 1 < sentence[1] else "$",
                lemma[head] if head != i else "",
                pos[head] if head != i else "",
                dep[head] if head != i else "",
                _subject_kind(layout, subject),
                how,
                "" if subject < 0 else "<" if subject < i else ">",
                clause,
                clause_word,
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
                left,
                right,
                str(inside),
                touching_left,
                touching_right,
                lemma[i + 2] if i + 2 < min(count, sentence[1]) else "$",
                " ".join(sorted(set(deps))),
                _place(layout, i, sentence, starts),
                parsed.entity[i],
                left[:1] + right[:1],
                lemma[i - 2] if i - 1 > sentence[0] else "^",
                child_pos,
            )
        )
    return np.array([[code(value) for value in row] for row in rows], dtype=np.int64).reshape(
        -1, len(COLUMNS)
    )


def _quotes_near(layout: Layout, i: int, unit: int) -> tuple[str, str, str, str]:
    """How far the next quotation stands to the left and right, its size, and what touches the cue's unit."""
    parsed = layout.parsed
    out = []
    for step in (-1, 1):
        near, touching = "", ""
        for distance in range(1, _NEAR + 1):
            u = unit + step * distance
            if not 0 <= u < len(layout.unit_start):
                break
            first, last = layout.unit_start[u], layout.unit_end[u]
            if last - first > 1:
                size = min(3, (last - first) // 4)
                near = f"{min(distance, 4) if distance < 7 else 7} {size}"
                closing = parsed.word[last - 2] if step < 0 else parsed.word[first - 1] if first else ""
                touching = closing if not closing.isalnum() else "a"
                break
            if parsed.word[first] in {".", "?", "!"}:
                near = "." if distance > 1 or step < 0 else near
                if step < 0 or distance > 1:
                    following = u + step
                    if 0 <= following < len(layout.unit_start):
                        a, b = layout.unit_start[following], layout.unit_end[following]
                        if b - a > 1:
                            near = ".q"
                break
        out.append((near, touching))
    return out[0][0], out[1][0], out[0][1], out[1][1]


def _subject_kind(layout: Layout, i: int) -> str:
    if i < 0:
        return ""
    parsed = layout.parsed
    if parsed.pos[i] == "PRON":
        return parsed.lemma[i]
    return (
        (parsed.entity[i] or parsed.tag[i]) if parsed.pos[i] == "PROPN" else parsed.tag[i] + parsed.entity[i]
    )


def _place(layout: Layout, i: int, sentence: tuple[int, int], starts: set[int]) -> str:
    return f"{min(3, i - sentence[0])} {min(3, sentence[1] - 1 - i)} {sentence[0] in starts}"


def _templates() -> list[list[int]]:
    at = {name: n for n, name in enumerate(COLUMNS)}
    singles = [[n] for n in range(len(COLUMNS))]
    with_lemma = [
        [at["lemma"], at[name]]
        for name in COLUMNS
        if name not in {"lemma", "head", "before2", "after2", "clause_word", "sentence_quotes", "entity"}
    ]
    joined = [
        "dep clause", "pos clause", "subject clause", "head_dep dep clause", "how clause", "dep head_pos",
        "quotes_left quotes_right", "touching_left quotes_left", "touching_right quotes_right", "lemma clause subject",
        "lemma prep object_pos", "lemma quotes_left quotes_right", "pos quotes_left quotes_right side",
        "dep quotes_left quotes_right", "lemma inside clause", "inside clause dep", "tag dep clause", "side clause dep",
        "lemma modal negated", "tag modal negated", "head dep", "prep prep2", "object object_pos", "before after",
        "lemma after prep", "lemma object", "dep signature", "pos signature", "clause clause_word", "tag how",
        "lemma tag dep", "lemma tag clause", "subject modal", "lemma before after", "clause child_pos", "lemma clause child_pos",
        "inside quotes_left", "place dep", "clause second", "head head_dep dep", "lemma side quotes_left", "lemma how clause",
    ]  # fmt: skip
    return singles + with_lemma + [[at[name] for name in row.split()] for row in joined]


TEMPLATES = _templates()
