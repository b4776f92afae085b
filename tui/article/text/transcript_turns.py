"""The turns of a transcript: paragraphs that begin with a label, "KATE SMITH: We sail." or "Q. And then?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tui.article.text import headings
from tui.article.text.text_boilerplate import turn_label


def turns_in(paragraphs: Mapping[int, str]) -> list[int]:
    """Return the numbers of the paragraphs that are turns; none of a text in which few begin with a label."""
    labels = {i: label for i, text in paragraphs.items() if (label := turn_label(text)) is not None}
    if not {"Q", "Q."}.intersection(labels.values()):
        labels = {i: label for i, label in labels.items() if label != "A."}  # an initial
    counts = Counter(map(_called, labels.values()))
    shouted = {label for label in labels.values() if label.isupper()}
    if all(counts[_called(label)] < 2 for label in shouted):
        shouted = set()
    named = {
        label
        for label in labels.values()
        if counts[_called(label)] > 1
        and all(word[0].isupper() for word in label.split() if word[0].isalpha())
    }
    if sum(label in named | shouted for label in labels.values()) < 4:
        named = set()
    said = [paragraphs[i] for i, label in labels.items() if label in named | shouted]
    ends = [headings.is_full(text) or text[-1] in "?-–—" for text in said]
    if sum(ends) * 2 < len(ends):  # a table: "Oregon: 52 per cent"
        return []
    # A list, "Oregon: Ferries are free now." and so on for many states, of which some have two entries.
    times = counts.values()
    if not shouted and max(times, default=0) <= 2 and len(said) <= sum(count == 1 for count in times):
        return []
    turns = []
    for i, label in labels.items():
        if i == 0 and shouted and label not in shouted:
            continue  # "Doe: the port is shut" above DOE: and ROE: is a headline
        after = paragraphs[i].partition(":")[2].lstrip()[:1]
        if label in shouted or (label in named and after not in ("“", '"', "‘")):
            turns.append(i)
    return turns


def _called(label: str) -> str:
    """Return what the labels of one speaker share: the last word ("KATE SMITH", "Smith")."""
    return label.split()[-1].strip(".").casefold()
