"""The tokens of an article, with what the model said of each, in parallel lists.

The finding of attributions and speakers reads these lists and not spaCy's objects: they are several times
quicker to walk in Python, can be made from any Doc, and outlive the Docs they came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tui.analysis.abbreviations import ABBREVIATED_TITLES
from tui.article.spans import Span

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = [
    *"IDX LENGTH ORTH LEMMA POS TAG HEAD DEP ENT_TYPE ENT_IOB IS_SPACE".split(),
]
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""The tags of finite verbs: said, says, say, will."""
_MODAL_NAMES = frozenset({"May", "Will"})
_WITH_TWO_OBJECTS = frozenset("ask award charge deny give grant hand offer pay send show teach tell".split())
_ENTITY_BEGINS = 3  # spaCy's code for the first token of an entity


@dataclass(slots=True)
class ParsedArticle:
    """The tokens of some blocks of one article, in reading order.

    Offsets (`start`, `end`) are characters of `text`, the whole article's. `head[i]` is the index of token
    i's head, i itself at the root of a sentence. `entity[i]` is the label of the named entity that i is
    part of, "" outside; `entity_begins[i]` whether one begins there. `sentences` and `paragraphs` hold
    half-open ranges of token indices; a sentence never crosses a paragraph, and each paragraph is one block
    of the article that was analysed, `blocks` its index there.
    """

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    word: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    entity: list[str] = field(default_factory=list)
    entity_begins: list[bool] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)

    def word_at(self, token: int) -> str:
        """Return the word of a token, or "" past the last: a text may be cut off behind “…,” he said."""
        return self.word[token] if token < len(self.word) else ""

    def add(self, doc: Doc, offset: int, block: int, left_out: Sequence[int] = ()) -> None:
        """Append the tokens of `doc`, which stands at character `offset` and is block `block`.

        `left_out` are the places of the block's characters that `doc` was not given to read, in order. Tokens
        that are only white space are left out; what depended on one depends on its head instead.
        """
        first = len(self.start)
        columns = doc.to_array(_COLUMNS)
        head = (np.arange(len(doc)) + columns[:, 6].astype(np.int64)).tolist()
        space = (columns[:, 10] != 0).tolist()
        if any(space):
            head = _past_spaces(head, space)
            kept = [i for i, blank in enumerate(space) if not blank]
            at = dict(zip(kept, range(first, first + len(kept)), strict=True))
            head = [at.get(head[i], at[i]) for i in kept]
            columns = columns[kept]
        else:
            head = [first + h for h in head]
        name = _Names(doc.vocab.strings)
        first_char = columns[:, 0].astype(np.int64)
        last_char = first_char + columns[:, 1].astype(np.int64) - 1
        if left_out:
            gaps = np.array(left_out) - np.arange(len(left_out))  # where in the doc each is missing
            first_char += np.searchsorted(gaps, first_char, side="right")
            last_char += np.searchsorted(gaps, last_char, side="right")
        begins = (first_char + offset).tolist()
        self.start += begins
        self.end += (last_char + offset + 1).tolist()
        self.word += [name[key] for key in columns[:, 2].tolist()]
        self.lemma += [name[key].lower() for key in columns[:, 3].tolist()]
        self.pos += [name[key] for key in columns[:, 4].tolist()]
        self.tag += [name[key] for key in columns[:, 5].tolist()]
        self.dep += [name[key] for key in columns[:, 7].tolist()]
        self.head += head
        self.entity += [name[key] for key in columns[:, 8].tolist()]
        self.entity_begins += (columns[:, 9] == _ENTITY_BEGINS).tolist()
        self._retag_names(first)
        self._read_has(first)
        # The first token of a sentence may be white space and left out; the sentence begins all the same.
        sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s} if any(space) else None
        starts = (
            [i for i, n in enumerate(map(sentence.__getitem__, kept)) if not i or n != sentence[kept[i - 1]]]
            if sentence is not None
            else [s.start for s in doc.sents]
        )
        # the parse may part a long title from its bearer: Quay District Commander Col. | Jane Doe
        starts = [
            i
            for i in starts
            if not i
            or self.word[first + i - 1] not in ABBREVIATED_TITLES
            or self.entity[first + i] != "PERSON"
        ]
        for begin, end in pairwise([*starts, len(begins)]):
            self.sentence += [len(self.sentences)] * (end - begin)
            self.sentences.append((first + begin, first + end))
        self.paragraphs.append((first, len(self.start)))
        self.blocks.append(block)

    def _retag_names(self, first: int) -> None:
        """Make names of what was read as modals from token `first` on: May said. No finite verb follows a modal."""
        for i in range(first, len(self.word) - 1):
            if self.word[i] in _MODAL_NAMES and self.pos[i] == "AUX" and self.tag[i + 1] in ("VBD", "VBZ"):
                self.pos[i], self.tag[i] = "PROPN", "NNP"
                if self.dep[i] == "aux":
                    self.dep[i] = "nsubj"

    def _read_has(self, first: int) -> None:
        """Make "has" of what was read as the "is" of a passive from token `first` on: He's described Doe as mad.

        A passive has no object, but for verbs with two: He's given a book. He's told reporters that it was has one
        and a clause.
        """
        here = range(first, len(self.word))
        objects = {self.head[i] for i in here if self.dep[i] == "dobj"}
        clauses = {self.head[i] for i in here if self.dep[i] in ("ccomp", "xcomp")}
        for i in here:
            verb = self.head[i]
            active = verb in objects and (verb in clauses or self.lemma[verb] not in _WITH_TWO_OBJECTS)
            if active and self.dep[i] == "auxpass" and self.word[i] in ("'s", "’s"):
                self.dep[i] = "aux"
                if self.dep[i - 1] == "nsubjpass":
                    self.dep[i - 1] = "nsubj"

    def extend(self, other: ParsedArticle) -> None:
        """Append the tokens of `other`, which stand after all of these in the same article."""
        tokens, sentences = len(self.start), len(self.sentences)
        self.start += other.start
        self.end += other.end
        self.word += other.word
        self.lemma += other.lemma
        self.pos += other.pos
        self.tag += other.tag
        self.dep += other.dep
        self.head += [tokens + head for head in other.head]
        self.entity += other.entity
        self.entity_begins += other.entity_begins
        self.sentence += [sentences + sentence for sentence in other.sentence]
        self.sentences += [(tokens + begin, tokens + end) for begin, end in other.sentences]
        self.paragraphs += [(tokens + begin, tokens + end) for begin, end in other.paragraphs]
        self.blocks += other.blocks

    def span(self, begin: int, end: int) -> Span:
        """Return where the tokens `[begin, end)`, at least one, stand in the article."""
        return Span(self.start[begin], self.end[end - 1])

    def spans(self, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return where each of several ranges of tokens stands."""
        return tuple(self.span(begin, end) for begin, end in ranges)

    def children(self) -> list[list[int]]:
        """Return the dependents of every token, in reading order; computed anew at each call."""
        out: list[list[int]] = [[] for _ in self.start]
        for i, head in enumerate(self.head):
            if head != i:
                out[head].append(i)
        return out


class _Names(dict[int, str]):
    """The strings of a vocabulary's keys, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        name = self[key] = self.strings[key]
        return name


def _past_spaces(head: list[int], space: list[bool]) -> list[int]:
    """Return the heads, white space replaced by the first of its own heads that is not."""
    out = []
    for h in head:
        while space[h] and head[h] != h:
            h = head[h]
        out.append(h)
    return out
