"""An article as its tokens: what the model said of each, in parallel lists.

The finding of attributions and speakers reads these lists and not spaCy's objects: they are several times
quicker to walk in Python, can be made from any Doc, and outlive the Docs they came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Parsed:
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

    def add(self, doc: Doc, offset: int, block: int) -> None:
        """Append the tokens of `doc`, which stands at character `offset` and is block `block`.

        Tokens that are only white space are left out; what hung on one hangs on its head instead.
        """
        first = len(self.start)
        keep = [not t.is_space for t in doc]
        at = [0] * len(keep)
        count = first
        for i, kept in enumerate(keep):
            at[i] = count
            count += kept
        for sent in doc.sents:
            begin = len(self.start)
            for token in sent:
                if not keep[token.i]:
                    continue
                head = token.head
                while not keep[head.i] and head.head.i != head.i:
                    head = head.head
                me = len(self.start)
                self.start.append(offset + token.idx)
                self.end.append(offset + token.idx + len(token.text))
                self.word.append(token.text)
                self.lemma.append(token.lemma_.lower())
                self.pos.append(token.pos_)
                self.tag.append(token.tag_)
                self.dep.append(token.dep_)
                self.head.append(at[head.i] if keep[head.i] else me)
                self.entity.append(token.ent_type_)
                self.entity_begins.append(token.ent_iob_ == "B")
                self.sentence.append(len(self.sentences))
            if len(self.start) > begin:
                self.sentences.append((begin, len(self.start)))
        self.paragraphs.append((first, len(self.start)))
        self.blocks.append(block)

    def children(self) -> list[list[int]]:
        """For every token the tokens whose head it is, in reading order. Made anew at each call."""
        out: list[list[int]] = [[] for _ in self.start]
        for i, head in enumerate(self.head):
            if head != i:
                out[head].append(i)
        return out
