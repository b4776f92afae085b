"""Speakers are sound whatever the parser says, and however broken the attributions are."""

from __future__ import annotations

import random

import pytest

from tui.analysis.analysis import Kind, Stance
from tui.analysis.coreference.speakers import resolve
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span

WORDS = (
    *(
        "Mr",
        "Mrs",
        "and",
        "the",
        "he",
        "who",
        "Jane",
        "’s",
        "-",
        "(",
        ")",
        "“",
        ",",
        "I",
        "von",
        "der",
        "of",
        "23",
    ),
    *("Jr.", "&", "campaign", "president", "said", "US", "[", "his", "old", "year"),
)
POS = "PROPN NOUN PRON VERB ADP PUNCT DET ADJ NUM AUX CCONJ".split()
DEPS = "nsubj conj appos relcl poss compound pobj prep ROOT acl det cc punct nsubjpass advcl".split()
TAGS = ["NNP", "NN", "NNS", "PRP", "PRP$", "VBD", "VBG", "POS", "``", "''", "WP", "NNPS"]
LABELS = ["", "", "", "PERSON", "ORG", "GPE", "NORP", "DATE", "WORK_OF_ART"]


def nonsense(chance: random.Random) -> ParsedArticle:
    """Return tokens with random tags and labels; only the heads form trees, as a parser's do."""
    parsed, text = ParsedArticle(""), ""
    for block in range(chance.randint(0, 3)):
        first = len(parsed)
        for _ in range(chance.randint(0, 3)):
            begin, size = len(parsed), chance.randint(1, 12)
            for _ in range(size):
                word = chance.choice(WORDS)
                parsed.start.append(len(text))
                text += word
                parsed.end.append(len(text))
                text += " " * chance.randint(0, 1)
                parsed.word.append(word)
                parsed.lemma.append(word.lower())
                parsed.pos.append(chance.choice(POS))
                parsed.tag.append(chance.choice(TAGS))
                parsed.dep.append(chance.choice(DEPS))
                parsed.entity.append(chance.choice(LABELS))
                parsed.entity_begins.append(chance.random() < 0.5)
                parsed.sentence.append(len(parsed.sentences))
            order = list(range(begin, begin + size))
            chance.shuffle(order)
            heads = dict.fromkeys(order, order[0])
            heads.update({order[i]: order[chance.randrange(i)] for i in range(1, size)})
            parsed.head += [heads[i] for i in range(begin, begin + size)]
            parsed.sentences.append((begin, len(parsed)))
        parsed.paragraphs.append((first, len(parsed)))
        parsed.blocks.append(block)
        text += "\n"
    parsed.text = text
    return parsed


def random_attributions(chance: random.Random, length: int) -> list[RawAttribution]:
    """Return attributions anywhere, some beyond the end of the text."""

    def span() -> Span:
        start = chance.randint(0, length)
        return Span(start, start + chance.randint(0, 30))

    return [
        RawAttribution(
            chance.choice(list(Kind)),
            Stance.SPEECH,
            tuple(sorted(span() for _ in range(chance.randint(1, 2)))),
            tuple(span() for _ in range(chance.randint(0, 1))),
            tuple(sorted(span() for _ in range(chance.randint(0, 2)))),
            chance.random(),
            chance.choice([None, None, 0]),
        )
        for _ in range(chance.randint(0, 5))
    ]


@pytest.mark.parametrize("seed", range(0, 500, 25))
def test_random_parses_give_sound_speakers_and_entities(seed: int) -> None:
    for number in range(seed, seed + 25):
        chance = random.Random(number)
        parsed = nonsense(chance)
        wanted = random_attributions(chance, len(parsed.text))
        byline = chance.choice([None, "By Jane Doe", ""])
        attributions, speakers, entities = resolve(
            parsed, Article(parsed.text, "test", byline=byline), wanted
        )
        assert sorted(a.content for a in attributions) == sorted(d.content for d in wanted)
        assert {a.speaker for a in attributions} - {None} == {s.id for s in speakers}
        assert all(0 <= a.certainty <= 1 for a in attributions)
        assert all(s.name for s in speakers)
        mentions = [m for s in speakers for m in s.mentions] + [m for e in entities for m in e.mentions]
        assert all(0 <= m.start < m.end <= len(parsed.text) for m in mentions)


def test_ten_thousand_of_one_surname_are_resolved() -> None:
    parsed, at = ParsedArticle(""), 0
    for n in range(10_000):
        first = "".join(chr(97 + n // 26**k % 26) for k in range(3)).capitalize()
        for place, (word, pos, dep, label) in enumerate(
            [
                (first, "PROPN", "compound", "PERSON"),
                ("Smith", "PROPN", "nsubj", "PERSON"),
                ("said", "VERB", "ROOT", ""),
            ]
        ):
            me = len(parsed)
            parsed.start.append(at)
            parsed.end.append(at + len(word))
            parsed.word.append(word)
            parsed.lemma.append(word.lower())
            parsed.pos.append(pos)
            parsed.tag.append("NNP" if pos == "PROPN" else "VBD")
            parsed.dep.append(dep)
            parsed.head.append(me + 1 if place < 2 else me)
            parsed.entity.append(label)
            parsed.entity_begins.append(place == 0)
            parsed.sentence.append(n)
            at += len(word) + 1
        parsed.sentences.append((3 * n, 3 * n + 3))
        parsed.paragraphs.append((3 * n, 3 * n + 3))
        parsed.blocks.append(n)
        parsed.text += f"{first} Smith said\n"
    said = [
        RawAttribution(
            Kind.INDIRECT,
            Stance.SPEECH,
            (Span(parsed.start[i + 2], parsed.end[i + 2]),),
            (),
            (Span(parsed.start[i], parsed.end[i + 1]),),
            1.0,
        )
        for i in range(0, 300, 3)
    ]
    attributions, speakers, _ = resolve(parsed, Article(parsed.text, "test"), said)
    assert len(attributions) == 100
    assert all(s.name.endswith("Smith") for s in speakers)
