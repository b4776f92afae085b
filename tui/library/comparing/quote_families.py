"""Families of quotes: the same words, whole, shortened, cut or slightly changed.

A family grows from its closest pair. Two families become one where at least half of the pairs between them
are the same words, so that a whole speech does not make one family of all that was taken from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import prod

from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.same_words_rule import are_same_words
from tui.library.comparing.shingles import shingles
from tui.library.comparing.word_alignment import align

_MOST = 60
"""A run of words in more quotes than this is a common phrase and no reason to compare them all."""


def find_families(quotes: Sequence[ComparedQuote]) -> list[list[int]]:
    """Return the families of quotes, each as indices in order; a quote without a match is in none."""
    by_words: dict[tuple[str, ...], list[int]] = {}
    for at, quote in enumerate(quotes):
        if quote.words.keys:
            by_words.setdefault(quote.words.keys, []).append(at)
    different = list(by_words.values())
    families = _joined(different, _same_pairs(quotes, different))
    out = []
    for family in families:
        found = sorted(index for node in family for index in different[node])
        if len(found) > 1 and (len(family) > 1 or _tells_enough(quotes, found)):
            out.append(found)
    return sorted(out)


def _tells_enough(quotes: Sequence[ComparedQuote], same: list[int]) -> bool:
    """Tell whether quotes with exactly the same words are a family rather than a phrase that several people use."""
    first, *others = (quotes[at] for at in same)
    return any(are_same_words(align(first.words, each.words), first.has_speaker_of(each)) for each in others)


def _same_pairs(
    quotes: Sequence[ComparedQuote], different: Sequence[Sequence[int]]
) -> dict[tuple[int, int], float]:
    """Return the pairs of wordings that count as the same words, each with its similarity."""
    by_run: dict[int, list[int]] = {}
    for node, those in enumerate(different):
        for run in shingles(quotes[those[0]].words.keys):
            by_run.setdefault(run, []).append(node)
    shared: Counter[tuple[int, int]] = Counter()
    for nodes in by_run.values():
        if 1 < len(nodes) <= _MOST:
            shared.update(combinations(nodes, 2))
    out = {}
    for one, other in shared:
        alignment = align(quotes[different[one][0]].words, quotes[different[other][0]].words)
        if are_same_words(alignment, _same_speaker(quotes, different[one], different[other])):
            out[one, other] = alignment.share
    return out


def _same_speaker(quotes: Sequence[ComparedQuote], some: Sequence[int], others: Sequence[int]) -> bool | None:
    """Tell whether any of some quotes has the speaker of any of the others; None if that is not known."""
    told = {quotes[a].has_speaker_of(quotes[b]) for a in some[:_MOST] for b in others[:_MOST]}
    return True if True in told else None if None in told else False


def _joined(different: Sequence[Sequence[int]], same: dict[tuple[int, int], float]) -> Iterable[list[int]]:
    """Return the families of nodes, joined pair by pair, the closest first."""
    members = {node: [node] for node in range(len(different))}
    family_of = list(range(len(different)))
    for one, other in sorted(same, key=lambda pair: (-same[pair], pair)):
        a, b = family_of[one], family_of[other]
        if a == b:
            continue
        between = sum(
            len(different[x]) * len(different[y])
            for x in members[a]
            for y in members[b]
            if (min(x, y), max(x, y)) in same
        )
        if 2 * between >= prod(sum(len(different[node]) for node in members[each]) for each in (a, b)):
            for node in members[b]:
                family_of[node] = a
            members[a] += members.pop(b)
    return members.values()
