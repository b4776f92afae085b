"""What the mentions of an article stand for, and the forms in which its names are written.

Mentions are clustered by their form, and forms by a word that they share, so that the work grows linearly with the
number of mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container
from dataclasses import dataclass, field

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import Key

BUCKET = 24
"""How many names that share a word are compared at most with one another; news has fewer."""

LEAST_WEIGHT = 0.45
"""What must speak for the likeliest label of a name."""


@dataclass(slots=True)
class Referent:
    """A person or thing mentioned, under its fullest name.

    `gender` is log-odds, a woman's above 0, and grows with the pronouns that were taken to mean the referent.
    `known_gender` is what the article says of it by a title, a noun or a first name, 0 where it says nothing.
    """

    name: str
    key: Key
    label: str
    mentions: list[int] = field(default_factory=list)  # into the list of Mentions
    gender: float = 0.0
    known_gender: float = 0.0
    labels: Counter[str] = field(default_factory=Counter)
    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    common: bool = False  # named by common words
    weighed: int = 0  # mentions that `weights` are the sum of

    @property
    def is_person(self) -> bool:
        """Tell whether it is a named person."""
        return self.label == "PERSON"


@dataclass(slots=True)
class Form:
    """One way of writing a name, with the mentions that are written so."""

    key: Key
    text: str
    labels: Counter[str]
    mentions: list[int]
    titled: int = 0
    with_honorific: int = 0  # with "Mr", "Ms", "Sir" … before it
    definite: int = 0
    as_source: int = 0  # the source of an attribution
    common: bool = False  # no name, but common words with capitals
    persons: int = 0  # mentions that speak, think, or are followed by an age, "who" or "his"
    places: int = 0  # mentions after "in", "near" …
    ways: int = 0  # mentions after "from", "to", "via" …
    introduced: int = 0  # mentions that ", who" or an age follows
    of_person: int = 0  # mentions after a person and "of": "Jane Doe of ADPL"
    described: Counter[str] = field(default_factory=Counter)  # labels that nouns beside it say
    listed: Counter[str] = field(default_factory=Counter)  # labels of what it is enumerated with
    opening: int = 0  # mentions at the head of a sentence
    governing: int = 0  # mentions of a president or premier before "administration"
    one_of_many: int = 0  # mentions after "a" or "an": "a Libertarian"
    weights: dict[str, float] = field(default_factory=dict)  # what speaks for each label (see name_kinds)

    def share(self, *labels: str) -> float:
        """Return the share of its mentions that the recogniser gave one of these labels."""
        return sum(self.labels[label] for label in labels) / self.labels.total()

    @property
    def personal(self) -> int:
        """How many of its mentions do what only people do, or are described as people."""
        return self.persons + self.described["PERSON"]

    @property
    def likeliest(self) -> str:
        """The label for which most speaks, "" if nothing does."""
        label, weight = max(self.weights.items(), key=lambda item: item[1], default=("", 0.0))
        return label if weight > LEAST_WEIGHT else ""


def group_by_form(mentions: list[Mention], source_heads: Container[int] = ()) -> dict[Key, Form]:
    """Return the forms in which the mentions are written, in capitals only where every mention is.

    `source_heads` holds the tokens on which the sources of attributions depend.
    """
    forms: dict[Key, Form] = {}
    for i, mention in enumerate(mentions):
        key = mention.key
        if mention.honorific and len(key) == 1 and place_class(key):
            key = ("ms" if mention.honorific > 0 else "mr", *key)  # "Mr Washington" is not the town
        form = forms.get(key)
        if form is None:
            form = forms[key] = Form(key, mention.text, Counter(), [])
        elif form.text.isupper() and not mention.text.isupper():
            form.text = mention.text
        form.labels[mention.label] += 1
        form.mentions.append(i)
        form.titled += mention.titled
        form.as_source += mention.end - 1 in source_heads
        form.with_honorific += mention.honorific != 0
        form.definite += mention.definite
    return forms
