"""Who and what the names of an article stand for: mentions gathered under their fullest name.

Names are gathered by their forms, then each form by its last or first word, so that the work grows with the
number of mentions and never with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field

from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import Key

BUCKET = 24
"""How many names that share a word are compared with one another; more is not news."""


@dataclass(slots=True)
class Referent:
    """Somebody or something named: `name` its fullest form; `gender` in log-odds, a woman's above 0."""

    name: str
    key: Key
    label: str
    mentions: list[int] = field(default_factory=list)  # into the list of Mentions
    gender: float = 0.0
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def is_person(self) -> bool:
        """Whether it is somebody."""
        return self.label == "PERSON"


@dataclass(slots=True)
class Form:
    """One way of writing a name, and where the article does."""

    key: Key
    text: str
    labels: Counter[str]
    mentions: list[int]
    titled: int = 0
    with_honorific: int = 0  # with "Mr", "Ms", "Sir" … before it
    definite: int = 0
    speaking: int = 0  # as somebody's source

    def share(self, *labels: str) -> float:
        """The share of its mentions that the recogniser gave one of these labels."""
        return sum(self.labels[label] for label in labels) / self.labels.total()


def group_by_form(mentions: list[Mention], source_heads: Container[int] = ()) -> dict[Key, Form]:
    """The forms the mentions are written in; what is shown is not in capitals where any mention is not.

    `source_heads` holds the tokens on which the sources of attributions hang.
    """
    forms: dict[Key, Form] = {}
    for i, mention in enumerate(mentions):
        form = forms.get(mention.key)
        if form is None:
            form = forms[mention.key] = Form(mention.key, mention.text, Counter(), [])
        elif form.text.isupper() and not mention.text.isupper():
            form.text = mention.text
        form.labels[mention.label] += 1
        form.mentions.append(i)
        form.titled += mention.titled
        form.speaking += mention.end - 1 in source_heads
        form.with_honorific += mention.honorific != 0
        form.definite += mention.definite
    return forms
