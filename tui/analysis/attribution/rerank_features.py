"""What is known of each reading of a cue: is its content right, and its source?

What the tagger holds possible is judged by boosted trees (`trees`) that see what it could not: the whole
content and the whole source, and what other cues claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution import feature_hashing
from tui.analysis.attribution.crf_features import Cues
from tui.analysis.attribution.cue_readings import CueReading, TokenRanges
from tui.analysis.attribution.cue_windows import CueWindow
from tui.analysis.attribution.feature_hashing import FloatArray, IntArray
from tui.analysis.attribution.stance import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_work_title

_WH = frozenset({"who", "what", "when", "where", "why", "how", "whether", "if", "which"})

FEATURES = (
    "log_odds rank short lead many size pieces quotes quoted kind before after distance ends_sentence stop_after "
    "that to wh starts_quote source_size no_source pronoun entity source_distance source_before is_subject "
    "inside_quote claimed_by claimed_p same_p cues_inside best_inside between stolen sentence_size place paragraph "
    "left_quotes others pair comma_before quote_cut odds_gap relative_who source_pieces is_source top_ccomp "
    "top_object top_prep ratio same_source title utters nearer"
).split()


def features(
    arrays: TokenArrays,
    cues: Cues,
    windows: Sequence[CueWindow],
    readings: Sequence[CueReading],
    pair: FloatArray,
) -> FloatArray:
    """One row a candidate, one column each of `FEATURES`; `pair` is what `pair_buckets`' weights say of it."""
    if not readings:
        return np.zeros((0, len(FEATURES)), dtype=np.float32)
    parsed = arrays.parsed
    quote_of, unit_of = arrays.quote_of, arrays.unit_of
    word, pos, dep = parsed.word, parsed.pos, parsed.dep
    probability = cues.probability.tolist()
    sure = np.clip(cues.probability, 1e-6, 1 - 1e-6)
    odds = np.log(sure / (1 - sure)).tolist()
    claims, sources = _claims(arrays, readings, probability)
    strong = sorted((t, p) for t, p in zip(cues.tokens, probability, strict=True) if p >= 0.3)
    strong_at = [t for t, _ in strong]
    siblings = Counter(reading.cue for reading in readings)
    first_size: dict[int, int] = {}
    first_source: dict[int, TokenRanges] = {}
    nobody: list[tuple[float, int]] = []
    rows: list[tuple[float, ...]] = []
    for k, said in enumerate(pair.tolist()):
        reading = readings[k]
        n = reading.cue
        token = cues.tokens[n]
        content, source, top = reading.content, reading.source, reading.source_top
        begin, finish = content[0][0], content[-1][1]
        size = quoted = cut = 0
        inner = best_inner = 0.0
        met: set[int] = set()
        middle: list[float] = []
        nearer = 0
        for a, b in content:
            size += b - a
            quoted += arrays.quoted_until[b] - arrays.quoted_until[a]
            met.add(quote_of[a])
            met.add(quote_of[b - 1])
            cut += a > 0 and quote_of[a] >= 0 and quote_of[a] == quote_of[a - 1]
            cut += b < arrays.count and quote_of[b] >= 0 and quote_of[b] == quote_of[b - 1]
            for i in (a, (a + b) // 2, b - 1):
                middle += [c[0] for c in claims.get(unit_of[i], nobody) if c[1] != n]
            if quote_of[a] >= 0:
                own = a - token if a > token else token - b + 1
                j = bisect_left(strong_at, a)
                nearer += j > 0 and strong_at[j - 1] != token and a - strong_at[j - 1] < own
                j = bisect_left(strong_at, b)
                nearer += j < len(strong_at) and strong_at[j] != token and strong_at[j] - b + 1 < own
            for j in range(bisect_left(strong_at, a), bisect_left(strong_at, b)):
                if strong_at[j] != token:
                    inner += 1
                    best_inner = max(best_inner, strong[j][1])
        first, last = parsed.sentences[parsed.sentence[token]]
        claimed = [c[0] for c in claims.get(unit_of[token], nobody) if c[1] != n]
        gap = (token + 1, begin) if begin > token else (finish, token)
        near = gap[1] - gap[0]
        between = bisect_left(strong_at, gap[1]) - bisect_left(strong_at, gap[0]) if near > 0 else 0
        margin = word[begin].lower()
        own = source[0][0] if source else -1
        view = windows[n]
        left_quotes = -len(met - {-1})
        for a, b in zip(view.starts, view.ends, strict=True) if quoted or view.quotes else ():
            left_quotes += b - a > 1
        after = word[finish] if finish < arrays.count else "."
        subject = cues.subjects[n]
        rows.append(
            (
                odds[n],
                reading.rank,
                reading.shortfall,
                reading.margin,
                reading.alternatives,
                min(size, 120),
                len(content),
                len(met - {-1}),
                quoted / size,
                0 if not quoted else 2 if quoted == size else 1,
                begin < token,
                finish > token,
                min(near, 40),
                finish >= last - 1,
                0 if after in _STOPS else 1 if after == "," else 2 if not after[0].isalnum() else 3,
                margin == "that",
                margin == "to",
                margin in _WH,
                quote_of[begin] >= 0,
                sum(b - a for a, b in source),
                not source,
                top >= 0 and pos[top] == "PRON",
                top >= 0 and bool(parsed.entity[top]),
                min(abs(own - token), 40) if source else 50,
                own < token,
                1 if subject < 0 else 2 if any(a <= subject < b for a, b in source) else 0,
                quote_of[token] >= 0,
                len(claimed),
                max(claimed, default=0.0),
                max(middle, default=0.0),
                inner,
                best_inner,
                between,
                sum(1 for p in middle if p > probability[n]),
                min(last - first, 80),
                min(token - first, 40),
                min(arrays.paragraph_of[token], 10),
                left_quotes,
                siblings[n],
                said,
                begin > 0 and word[begin - 1] == ",",
                cut,
                odds[n] - reading.shortfall,
                top >= 0 and word[top].lower() == "who",
                len(source),
                sources.get(token, 0.0),
                dep[reading.top] == "ccomp",
                dep[reading.top] in _OBJECTS,
                dep[reading.top] in _PHRASES,
                size / first_size.setdefault(n, size),
                source == first_source.setdefault(n, source),
                bool(quoted) and is_work_title(arrays, content),
                parsed.lemma[token] in SPEECH_WORDS,
                nearer,
            )
        )
    return np.array(rows, dtype=np.float32)


_STOPS = frozenset({".", "?", "!", ";"})
_OBJECTS = frozenset({"dobj", "attr"})
_PHRASES = frozenset({"pobj", "prep"})


def _claims(
    arrays: TokenArrays, readings: Sequence[CueReading], probability: Sequence[float]
) -> tuple[dict[int, list[tuple[float, int]]], dict[int, float]]:
    """For each unit the cues whose best reading has it in its content, with their probability; and for each
    token the highest probability of a cue that has it in its source."""
    claims: dict[int, list[tuple[float, int]]] = {}
    sources: dict[int, float] = {}
    last = -1
    for reading in readings:
        n = reading.cue
        if n == last or probability[n] < 0.2:
            continue
        last = n
        claim = (probability[n], n)
        for first, end in reading.content:
            for unit in range(arrays.unit_of[first], arrays.unit_of[end - 1] + 1):
                claims.setdefault(unit, []).append(claim)
        for first, end in reading.source:
            for i in range(first, end):
                sources[i] = max(sources.get(i, 0.0), probability[n])
    return claims, sources


PAIR_COLUMNS = (
    "cue cue_dep top_dep first last last_tag after source_tag source_lemma size quoted side pieces "
    "head_lemma head_pos first_tag before subject rank how"
).split()


def _pair_values(arrays: TokenArrays, cues: Cues, readings: Sequence[CueReading]) -> IntArray:
    """What the hashed features of a candidate are made of."""
    if not readings:
        return np.zeros((0, len(PAIR_COLUMNS)), dtype=np.int64)
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


def pair_buckets(arrays: TokenArrays, cues: Cues, readings: Sequence[CueReading]) -> NDArray[np.int32]:
    """The hashed features of each candidate."""
    return feature_hashing.buckets(_pair_values(arrays, cues, readings), PAIR_TEMPLATES)


def _templates() -> list[list[int]]:
    at = {name: n for n, name in enumerate(PAIR_COLUMNS)}
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


PAIR_TEMPLATES = _templates()
