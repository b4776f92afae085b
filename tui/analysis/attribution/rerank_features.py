"""Features of a cue reading: are its content and its source right?

The tagger sees one unit at a time. The boosted trees that judge its readings see what it could not: the whole
content, the whole source, and what other cues claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import numpy as np

from tui.analysis.attribution.crf_features import Cues
from tui.analysis.attribution.cue_readings import CueReading, TokenRanges
from tui.analysis.attribution.cue_windows import CueWindow
from tui.analysis.attribution.feature_hashing import FloatArray
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_work_title

_WH = frozenset({"who", "what", "when", "where", "why", "how", "whether", "if", "which"})
_STOPS = frozenset({".", "?", "!", ";"})
_OBJECTS = frozenset({"dobj", "attr"})
_PREPOSITIONAL = frozenset({"pobj", "prep"})
_STRONG = 0.3  # a probability from which another cue is a rival
_CLAIMING = 0.2  # a probability from which a cue's best reading claims its words

FEATURES = (
    "log_odds rank short lead many size pieces quotes quoted kind before after distance ends_sentence stop_after "
    "that to wh starts_quote source_size no_source pronoun entity source_distance source_before is_subject "
    "inside_quote claimed_by claimed_p same_p cues_inside best_inside between stolen sentence_size place paragraph "
    "left_quotes others pair comma_before quote_cut odds_gap relative_who source_pieces is_source top_ccomp "
    "top_object top_prep ratio same_source title utters nearer"
).split()
"""The columns of `features`. The trees know them by their place: the order must stay."""

_Claim = tuple[float, int]  # the probability of a cue, and its index
_Row = dict[str, float]


def features(
    arrays: TokenArrays,
    cues: Cues,
    windows: Sequence[CueWindow],
    readings: Sequence[CueReading],
    pair: FloatArray,
) -> FloatArray:
    """Return one row a reading and one column each of `FEATURES`.

    `pair` is the sum of the weights of each reading's `pair_features.buckets`.
    """
    if not readings:
        return np.zeros((0, len(FEATURES)), dtype=np.float32)
    context = _Context(arrays, cues, windows, readings)
    rows = []
    for reading, score in zip(readings, pair.tolist(), strict=True):
        row = (
            context.labelling(reading)
            | context.cue(reading)
            | context.content(reading)
            | context.source(reading)
            | context.rivals(reading)
        )
        row["pair"] = score
        rows.append([row[name] for name in FEATURES])
    return np.array(rows, dtype=np.float32)


class _Context:
    """What the readings of one article are compared with, worked out once."""

    def __init__(
        self,
        arrays: TokenArrays,
        cues: Cues,
        windows: Sequence[CueWindow],
        readings: Sequence[CueReading],
    ) -> None:
        self.arrays, self.cues, self.windows = arrays, cues, windows
        self.probability: list[float] = cues.probability.tolist()
        clipped = np.clip(cues.probability, 1e-6, 1 - 1e-6)
        self.log_odds: list[float] = np.log(clipped / (1 - clipped)).tolist()
        self.claims, self.sources = _claims(arrays, readings, self.probability)
        strong = sorted((t, p) for t, p in zip(cues.tokens, self.probability, strict=True) if p >= _STRONG)
        self.strong_tokens = [token for token, _ in strong]
        self.strong_probabilities = [probability for _, probability in strong]
        self.readings_of_cue = Counter(reading.cue for reading in readings)
        self.first_size: dict[int, int] = {}
        self.first_source: dict[int, TokenRanges] = {}

    def labelling(self, reading: CueReading) -> _Row:
        """Return how sure the classifier and the tagger were."""
        log_odds = self.log_odds[reading.cue]
        return {
            "log_odds": log_odds,  # "said" is surely a cue, "found" hardly
            "rank": reading.rank,
            "short": reading.shortfall,
            "lead": reading.margin,
            "many": reading.alternatives,
            "others": self.readings_of_cue[reading.cue],
            "odds_gap": log_odds - reading.shortfall,
        }

    def cue(self, reading: CueReading) -> _Row:
        """Return where the cue stands, and who else makes use of its words."""
        arrays, n = self.arrays, reading.cue
        token = self.cues.tokens[n]
        first, last = arrays.parsed.sentences[arrays.parsed.sentence[token]]
        claimed = self._claims_by_others(arrays.unit_of[token], n)
        return {
            "inside_quote": arrays.quote_of[token] >= 0,  # “He said no,” Doe said: the first "said"
            # Doe said Roe thought it was late: "thought" stands in the content of "said".
            "claimed_by": len(claimed),
            "claimed_p": max(claimed, default=0.0),
            # The company that said so is sorry: a cue in the source of another reading is rarely one.
            "is_source": self.sources.get(token, 0.0),
            "sentence_size": min(last - first, 80),
            "place": min(token - first, 40),
            "paragraph": min(arrays.paragraph_of[token], 10),
            "utters": arrays.parsed.lemma[token] in SPEECH_WORDS,
        }

    def content(self, reading: CueReading) -> _Row:
        """Return the size, place and edges of the content, and how much of it is quoted."""
        arrays, n = self.arrays, reading.cue
        word, dep, quote_of = arrays.parsed.word, arrays.parsed.dep, arrays.quote_of
        token, content = self.cues.tokens[n], reading.content
        begin, end = content[0][0], content[-1][1]
        size = sum(b - a for a, b in content)
        quoted = sum(arrays.quoted_until[b] - arrays.quoted_until[a] for a, b in content)
        quotes = {quote_of[i] for a, b in content for i in (a, b - 1)} - {-1}
        # A quotation cut in two: “We sail | tomorrow,” is never what somebody said.
        cut = sum(a > 0 and quote_of[a] >= 0 and quote_of[a] == quote_of[a - 1] for a, _ in content)
        cut += sum(
            b < arrays.count and quote_of[b] >= 0 and quote_of[b] == quote_of[b - 1] for _, b in content
        )
        # Quotations of the window that the reading leaves to nobody.
        left_quotes = -len(quotes)
        if quoted or self.windows[n].quotes:
            window = self.windows[n]
            left_quotes += sum(b - a > 1 for a, b in zip(window.starts, window.ends, strict=True))
        gap = begin - token - 1 if begin > token else token - end
        lead = word[begin].lower()
        after = word[end] if end < arrays.count else "."
        return {
            "size": min(size, 120),
            "pieces": len(content),  # “We sail,” Doe said, “tomorrow.” has two
            "quotes": len(quotes),
            "quoted": quoted / size,
            "kind": 0 if not quoted else 2 if quoted == size else 1,
            "before": begin < token,
            "after": end > token,
            "distance": min(gap, 40),
            # An indirect content goes on to where the sentence does: said it would rain.
            "ends_sentence": end >= arrays.parsed.sentences[arrays.parsed.sentence[token]][1] - 1,
            "stop_after": 0 if after in _STOPS else 1 if after == "," else 2 if not after[0].isalnum() else 3,
            "that": lead == "that",  # said that it would rain
            "to": lead == "to",  # promised to sail
            "wh": lead in _WH,  # asked whether it would rain
            "starts_quote": quote_of[begin] >= 0,
            "left_quotes": left_quotes,
            "comma_before": begin > 0 and word[begin - 1] == ",",
            "quote_cut": cut,
            # The content's highest word: a clause (said it RAINED), an object (denied the CLAIM), a phrase
            # (spoke of the RAIN).
            "top_ccomp": dep[reading.top] == "ccomp",
            "top_object": dep[reading.top] in _OBJECTS,
            "top_prep": dep[reading.top] in _PREPOSITIONAL,
            "ratio": size / self.first_size.setdefault(n, size),
            "title": bool(quoted) and is_work_title(arrays, content),  # sang “The Long Night”: nobody's words
        }

    def source(self, reading: CueReading) -> _Row:
        """Return what the source is, and where it stands."""
        parsed, source, top = self.arrays.parsed, reading.source, reading.source_top
        token, subject = self.cues.tokens[reading.cue], self.cues.subjects[reading.cue]
        begin = source[0][0] if source else -1
        return {
            "source_size": sum(b - a for a, b in source),
            "no_source": not source,
            "source_pieces": len(source),
            "pronoun": top >= 0 and parsed.pos[top] == "PRON",
            "entity": top >= 0 and bool(parsed.entity[top]),
            "relative_who": top >= 0
            and parsed.word[top].lower() == "who",  # Doe, WHO said …: the source is Doe
            "source_distance": min(abs(begin - token), 40) if source else 50,
            "source_before": begin < token,
            # The parser's subject of the cue stands in the source (2), elsewhere (0), or there is none (1).
            "is_subject": 1 if subject < 0 else 2 if any(a <= subject < b for a, b in source) else 0,
            "same_source": source == self.first_source.setdefault(reading.cue, source),
        }

    def rivals(self, reading: CueReading) -> _Row:
        """Return how much other cues have to do with the words of the content."""
        arrays, n, content = self.arrays, reading.cue, reading.content
        token, strong = self.cues.tokens[n], self.strong_tokens
        begin, end = content[0][0], content[-1][1]
        others: list[float] = []
        inside: list[float] = []
        nearer = 0
        for a, b in content:
            for i in (a, (a + b) // 2, b - 1):
                others += self._claims_by_others(arrays.unit_of[i], n)
            low, high = bisect_left(strong, a), bisect_left(strong, b)
            if arrays.quote_of[a] >= 0:
                # “We sail,” Doe said. Roe agreed: “Yes.” Another strong cue is nearer to the quotation.
                distance = a - token if a > token else token - b + 1
                nearer += low > 0 and strong[low - 1] != token and a - strong[low - 1] < distance
                nearer += high < len(strong) and strong[high] != token and strong[high] - b + 1 < distance
            inside += (self.strong_probabilities[j] for j in range(low, high) if strong[j] != token)
        gap = (token + 1, begin) if begin > token else (end, token)
        between = bisect_left(strong, gap[1]) - bisect_left(strong, gap[0]) if gap[1] > gap[0] else 0
        return {
            "same_p": max(others, default=0.0),
            "cues_inside": len(inside),  # said he THOUGHT it would rain: may be right; two sentences are not
            "best_inside": max(inside, default=0.0),
            "between": between,
            "stolen": sum(p > self.probability[n] for p in others),
            "nearer": nearer,
        }

    def _claims_by_others(self, unit: int, cue: int) -> list[float]:
        """Return the probabilities of the other cues that claim a unit."""
        return [probability for probability, n in self.claims.get(unit, ()) if n != cue]


def _claims(
    arrays: TokenArrays, readings: Sequence[CueReading], probability: Sequence[float]
) -> tuple[dict[int, list[_Claim]], dict[int, float]]:
    """Return who claims each unit as content, and how probable the cue is that has a token in its source.

    Only the best reading of each cue claims anything.
    """
    claims: dict[int, list[_Claim]] = {}
    sources: dict[int, float] = {}
    last = -1
    for reading in readings:
        n = reading.cue
        if n == last or probability[n] < _CLAIMING:
            continue
        last = n
        for first, end in reading.content:
            for unit in range(arrays.unit_of[first], arrays.unit_of[end - 1] + 1):
                claims.setdefault(unit, []).append((probability[n], n))
        for first, end in reading.source:
            for i in range(first, end):
                sources[i] = max(sources.get(i, 0.0), probability[n])
    return claims, sources
