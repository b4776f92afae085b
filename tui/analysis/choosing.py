"""Choosing among the labellings of each cue, and among cues: how likely are content and source both right?

What the tagger holds possible is judged by boosted trees (`trees`) that see what it could not: the whole
content and the whole source, and what other cues claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.analysis import hashing
from tui.analysis.chains import Path
from tui.analysis.hashing import Floats, Ints, code
from tui.analysis.layout import Layout
from tui.analysis.tagging import KINDS, LABELS, Cues
from tui.analysis.windows import Window

_CONTENT, _SOURCE = 1, 2
_WH = frozenset({"who", "what", "when", "where", "why", "how", "whether", "if", "which"})

Pieces = tuple[tuple[int, int], ...]
"""Half-open ranges of tokens, in reading order."""


@dataclass(slots=True)
class Candidate:
    """One way to read one cue: `cue` is its index among the cues; pieces are ranges of tokens."""

    cue: int
    rank: int
    short: float
    lead: float  # how far the next labelling falls short of the best
    many: int
    content: Pieces
    source: Pieces
    marked: Pieces  # the words of the cue itself


def candidates(windows: Sequence[Window], paths: Sequence[Sequence[Path]]) -> list[Candidate]:
    """All labellings that have a content."""
    found = []
    for n, (window, ways) in enumerate(zip(windows, paths, strict=True)):
        for rank, path in enumerate(ways):
            content = _pieces(window, path.labels, _CONTENT)
            if content:
                lead = ways[1].short if len(ways) > 1 else 9.0
                source = _pieces(window, path.labels, _SOURCE)
                marked = _cue_pieces(window, path.labels)
                found.append(Candidate(n, rank, path.short, lead, len(ways), content, source, marked))
    return found


def _pieces(window: Window, labels: Sequence[int], kind: int) -> Pieces:
    out: list[tuple[int, int]] = []
    for first, last, label in zip(window.starts, window.ends, labels, strict=True):
        if KINDS[label] == kind:
            if out and out[-1][1] == first:
                out[-1] = (out[-1][0], last)
            else:
                out.append((first, last))
    return tuple(out)


_CUE = LABELS.index("U")


def _cue_pieces(window: Window, labels: Sequence[int]) -> Pieces:
    out: list[tuple[int, int]] = []
    for first, last, label in zip(window.starts, window.ends, labels, strict=True):
        if label == _CUE or first <= window.token < last == first + 1:
            if out and out[-1][1] == first:
                out[-1] = (out[-1][0], last)
            else:
                out.append((first, last))
    return tuple(out)


FEATURES = (
    "log_odds rank short lead many size pieces quotes quoted kind before after distance ends_sentence stop_after "
    "that to wh starts_quote source_size no_source pronoun entity source_distance source_before is_subject "
    "inside_quote claimed_by claimed_p same_p cues_inside best_inside between stolen sentence_size place paragraph "
    "left_quotes others pair comma_before quote_cut odds_gap relative_who source_pieces rival_source top_ccomp top_dobj top_prep"
).split()


def features(
    layout: Layout, cues: Cues, windows: Sequence[Window], found: Sequence[Candidate], pair: Floats
) -> Floats:
    """One row a candidate, one column each of `FEATURES`; `pair` is what `pair_buckets`' weights say of it."""
    parsed = layout.parsed
    quote_of, unit_of, depth = layout.quote_of, layout.unit_of, layout.depth
    word, pos = parsed.word, parsed.pos
    probability = cues.probability.tolist()
    odds = np.log(np.clip(cues.probability, 1e-6, 1 - 1e-6) / np.clip(1 - cues.probability, 1e-6, 1)).tolist()
    # What the best labelling of each cue claims: for each token the two most probable claims.
    first_of: dict[int, Candidate] = {}
    for candidate in found:
        first_of.setdefault(candidate.cue, candidate)
    claims: dict[int, list[tuple[float, int]]] = {}
    for n, candidate in first_of.items():
        if probability[n] >= 0.2:
            for first, last in candidate.content:
                for i in range(first, last) if last - first < 200 else (first, last - 1):
                    claims.setdefault(i, []).append((probability[n], n))
    sources: dict[int, float] = {}
    for n, candidate in first_of.items():
        for first, last in candidate.source:
            for i in range(first, last):
                sources[i] = max(sources.get(i, 0.0), probability[n])
    strong = sorted((t, p) for t, p in zip(cues.tokens, probability, strict=True) if p >= 0.3)
    strong_at = [t for t, _ in strong]
    subjects = [layout.subject(t)[0] for t in cues.tokens]
    rows = np.zeros((len(found), len(FEATURES)), dtype=np.float32)
    from bisect import bisect_left

    last_cue = -1
    siblings: dict[int, int] = {}
    for candidate in found:
        siblings[candidate.cue] = siblings.get(candidate.cue, 0) + 1
    for k, candidate in enumerate(found):
        n = candidate.cue
        token = cues.tokens[n]
        content, source = candidate.content, candidate.source
        begin, finish = content[0][0], content[-1][1]
        size = sum(b - a for a, b in content)
        quoted = sum(1 for a, b in content for i in range(a, b) if quote_of[i] >= 0)
        quotes = len({quote_of[i] for a, b in content for i in (a, b - 1)} - {-1})
        sentence = parsed.sentences[parsed.sentence[token]]
        claimed = [c for c in claims.get(token, ()) if c[1] != n]
        middle = [
            c for a, b in content for i in (a, (a + b) // 2, b - 1) for c in claims.get(i, ()) if c[1] != n
        ]
        inside = [
            strong[j][1]
            for a, b in content
            for j in range(bisect_left(strong_at, a), bisect_left(strong_at, b))
            if strong_at[j] != token
        ]
        gap = (token + 1, begin) if begin > token else (finish, token)
        near = gap[1] - gap[0]
        between = bisect_left(strong_at, gap[1]) - bisect_left(strong_at, gap[0]) if near > 0 else 0
        head = min((i for a, b in content for i in range(a, min(b, a + 60))), key=depth.__getitem__)
        lead = word[begin].lower()
        own = source[0][0] if source else -1
        source_head = (
            min((i for a, b in source for i in range(a, b)), key=depth.__getitem__) if source else -1
        )
        view = windows[n]
        left_quotes = sum(
            1
            for a, b in zip(view.starts, view.ends, strict=True)
            if b - a > 1 and not any(x <= a < y for x, y in content)
        )
        after = word[finish] if finish < layout.count else "."
        subject = subjects[n]
        rows[k] = (
            odds[n],
            candidate.rank,
            candidate.short,
            candidate.lead,
            candidate.many,
            min(size, 120),
            len(content),
            quotes,
            quoted / size,
            0 if not quoted else 2 if quoted == size else 1,
            begin < token,
            finish > token,
            min(near, 40),
            finish >= sentence[1] - 1,
            0 if after in {".", "?", "!", ";"} else 1 if after == "," else 2 if not after[0].isalnum() else 3,
            lead == "that",
            lead == "to",
            lead in _WH,
            quote_of[begin] >= 0,
            sum(b - a for a, b in source),
            not source,
            source_head >= 0 and pos[source_head] == "PRON",
            source_head >= 0 and bool(parsed.entity[source_head]),
            min(abs(own - token), 40) if source else 50,
            own < token,
            2 if any(a <= subject < b for a, b in source) else 1 if subject < 0 else 0,
            quote_of[token] >= 0,
            len({c[1] for c in claimed}),
            max((c[0] for c in claimed), default=0.0),
            max((c[0] for c in middle), default=0.0),
            len(inside),
            max(inside, default=0.0),
            between,
            sum(1 for c in middle if c[0] > probability[n]),
            min(sentence[1] - sentence[0], 80),
            min(token - sentence[0], 40),
            min(layout.paragraph_of[token], 10),
            left_quotes,
            siblings[n],
            pair[k],
            word[begin - 1] == "," if begin else False,
            sum(
                1
                for a, b in content
                for i in (a - 1, b)
                if 0 <= i < layout.count
                and quote_of[i] >= 0
                and (quote_of[i] == quote_of[a] or quote_of[i] == quote_of[b - 1])
            ),
            odds[n] - candidate.short,
            source_head >= 0 and word[source_head].lower() == "who",
            len(source),
            max((sources.get(i, 0.0) for i in (token,)), default=0.0),
            parsed.dep[head] == "ccomp",
            parsed.dep[head] in {"dobj", "attr"},
            parsed.dep[head] in {"pobj", "prep"},
        )
        last_cue = n
    return rows


PAIR_COLUMNS = (
    "cue cue_dep top_dep first last last_tag after source_tag source_lemma size quoted side pieces head_lemma head_pos "
    "first_tag before subject rank how"
).split()


def pair_slots(layout: Layout, cues: Cues, found: Sequence[Candidate]) -> Ints:
    """What the hashed features of a candidate are made of."""
    parsed, depth = layout.parsed, layout.depth
    rows = []
    for candidate in found:
        token = cues.tokens[candidate.cue]
        content, source = candidate.content, candidate.source
        begin, finish = content[0][0], content[-1][1]
        size = sum(b - a for a, b in content)
        head = min((i for a, b in content for i in range(a, min(b, a + 60))), key=depth.__getitem__)
        source_head = (
            min((i for a, b in source for i in range(a, b)), key=depth.__getitem__) if source else -1
        )
        quoted = sum(1 for a, b in content for i in range(a, b) if layout.quote_of[i] >= 0)
        subject, how = layout.subject(token)
        rows.append(
            (
                code(parsed.lemma[token]),
                code(parsed.dep[token]),
                code(parsed.dep[head]) + (1 if parsed.head[head] == token else 0),
                code(parsed.lemma[begin]),
                code(parsed.lemma[finish - 1]),
                code(parsed.tag[finish - 1]),
                code(parsed.word[finish].lower()) if finish < layout.count else 0,
                code(parsed.tag[source_head]) if source else 0,
                code(parsed.lemma[source_head]) if source else 0,
                min(size, 3) if size < 4 else 4 + (size > 8) + (size > 16) + (size > 32),
                0 if not quoted else 2 if quoted == size else 1,
                (begin < token) + 2 * (finish > token),
                len(content),
                code(parsed.lemma[head]),
                code(parsed.pos[head]),
                code(parsed.tag[begin]),
                code(parsed.word[begin - 1].lower()) if begin else 0,
                2 if any(a <= subject < b for a, b in source) else 1 if subject < 0 else 0,
                min(candidate.rank, 2),
                code(how),
            )
        )
    return np.array(rows, dtype=np.int64).reshape(-1, len(PAIR_COLUMNS))


def pair_buckets(layout: Layout, cues: Cues, found: Sequence[Candidate]) -> NDArray[np.int32]:
    """The hashed features of each candidate."""
    return hashing.buckets(pair_slots(layout, cues, found), PAIR_TEMPLATES)


def _templates() -> list[list[int]]:
    at = {name: n for n, name in enumerate(PAIR_COLUMNS)}
    rows = [
        "rank", "cue", "cue top_dep", "cue top_dep side", "cue first", "cue size", "cue quoted side", "cue head_lemma", "cue head_pos",
        "cue source_tag", "cue source_lemma", "cue pieces", "cue after", "top_dep first", "top_dep size", "top_dep quoted side",
        "top_dep side pieces", "last", "last_tag after", "last after", "first before", "first_tag top_dep", "after", "before",
        "source_tag subject", "source_lemma", "source_lemma size", "subject how", "size quoted", "size pieces quoted", "head_lemma",
        "head_pos top_dep size", "cue_dep side quoted", "cue_dep top_dep", "pieces side", "cue first size", "first size", "last size",
        "head_lemma size", "rank size", "rank subject", "cue rank",
    ]  # fmt: skip
    return [[at[name] for name in row.split()] for row in rows]


PAIR_TEMPLATES = _templates()


def apart(found: Sequence[Candidate], probability: NDArray[np.float64], least: float) -> list[int]:
    """The candidates to report: the best of each cue, none claiming much of what a likelier one claims."""
    kept: list[int] = []
    used: set[int] = set()
    taken: set[int] = set()
    for n in np.argsort(-probability, kind="stable").tolist():
        if probability[n] < least:
            break
        candidate = found[n]
        if candidate.cue in used:
            continue
        mine = {i for first, last in candidate.content for i in range(first, last)}
        if len(mine & taken) <= 0.3 * len(mine):
            used.add(candidate.cue)
            taken |= mine
            kept.append(n)
    return kept
