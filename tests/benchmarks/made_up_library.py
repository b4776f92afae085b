"""Articles by the thousand for a library, made up from a seed: sentences of a vocabulary that thins out as a
language's does (Zipf), people and bodies who speak, some of them in many articles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.analysis.model import identify
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

_COMMON = (
    "the of to and in a that for on was with it as is be by at had from he they but which his an are not she "
    "has this have were their we would been who will there more when about after last than new up all year out "
    "its over people could also one said other some two if what time first them just into now year's so can "
    "government minister police state party country council city week home world against before still made "
    "between three months part work plan public day make under most being where since like while court health "
    "through money around system local national president leader company war election report school family"
).split()
_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl st str t th tr v w".split()
_VOWELS = "a e i o u ai ea ee ou".split()
_CODAS = ["", "", "n", "r", "l", "s", "t", "d", "m", "nd", "st", "ck", "ng"]
_ENDS = ["", "", "s", "ed", "ing", "ly", "er", "ion", "al", "ment"]
_ROLES = ("mayor", "minister", "spokeswoman", "chief executive", "doctor", "union leader", "", "", "")
_VERBS = ("said", "told reporters", "added", "warned", "announced")


class _Words:
    """A vocabulary of `size` words: the common ones, then made-up ones, each rarer than the last."""

    def __init__(self, chance: random.Random, size: int = 30_000) -> None:
        seen = dict.fromkeys(_COMMON)
        while len(seen) < size:
            syllables = chance.choice((1, 2, 2, 3))
            word = "".join(
                chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
                for _ in range(syllables)
            )
            seen.setdefault(word + chance.choice(_ENDS))
        self.all = list(seen)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.all))))
        self._chance = chance

    def some(self, count: int) -> list[str]:
        """Return so many words, as often as each is used."""
        return self._chance.choices(self.all, cum_weights=self._weights, k=count)


def _people(chance: random.Random, words: _Words, count: int) -> list[tuple[str, str, str | None]]:
    """Return names with kind and role; some surnames are borne by several."""
    surnames = [chance.choice(words.all[200:]).capitalize() for _ in range(count // 2)]
    firsts = [chance.choice(words.all[200:]).capitalize() for _ in range(300)]
    out: list[tuple[str, str, str | None]] = []
    for _ in range(count):
        if chance.random() < 0.2:
            out.append((f"{chance.choice(surnames)} Council", "organisation", None))
        else:
            role = chance.choice(_ROLES) or None
            out.append((f"{chance.choice(firsts)} {chance.choice(surnames)}", "person", role))
    return out


def made_up_library(
    articles: int = 10_000, quotes: int = 20, *, seed: int = 1
) -> Iterator[tuple[Article, Analysis]]:
    """Yield so many articles with so many quotes each, and their analyses; the same for the same seed."""
    chance = random.Random(seed)
    words = _Words(chance)
    people = _people(chance, words, max(20, articles))
    often = list(accumulate(1 / (rank + 10) for rank in range(len(people))))
    model = identify()
    for number in range(articles):
        cast = list(dict.fromkeys(chance.choices(people, cum_weights=often, k=max(2, quotes // 4))))
        yield _article(chance, words, cast, number, quotes, model)


def _article(
    chance: random.Random,
    words: _Words,
    cast: list[tuple[str, str, str | None]],
    number: int,
    quotes: int,
    model: str,
) -> tuple[Article, Analysis]:
    text = title = " ".join(words.some(7)).capitalize()
    blocks = [Block(BlockKind.HEADLINE, Span(0, len(text)))]
    mentions: list[list[Span]] = [[] for _ in cast]
    attributions = []
    for at in range(quotes):
        start = len(text) + 2
        who = chance.randrange(len(cast))
        said = " ".join(words.some(chance.randint(8, 30))).capitalize()
        content = f"“{said},”"
        verb, name = chance.choice(_VERBS), cast[who][0]
        text += f"\n\n{content} {verb} {name}. {' '.join(words.some(chance.randint(5, 25))).capitalize()}."
        cue = Span(start + len(content) + 1, start + len(content) + 1 + len(verb))
        source = Span(cue.end + 1, cue.end + 1 + len(name))
        mentions[who].append(source)
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
        attributions.append(
            Attribution(
                f"q{at + 1}",
                Kind.DIRECT,
                Stance.SPEECH,
                (Span(start, start + len(content)),),
                (cue,),
                (source,),
                f"s{who + 1}",
                round(chance.uniform(0.6, 1), 3),
                (Step(f"{name}: the subject of “{verb}”", source),),
            )
        )
    speakers = tuple(
        Speaker(f"s{at + 1}", name, kind, role, tuple(found))
        for at, ((name, kind, role), found) in enumerate(zip(cast, mentions, strict=True))
    )
    entities = tuple(
        Entity(f"e{at + 1}", s.name, "PERSON" if s.kind == "person" else "ORG", s.mentions)
        for at, s in enumerate(speakers)
    )
    day = f"20{10 + number % 15}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    article = Article(
        text,
        f"https://news.example/{number}",
        tuple(blocks),
        title=title,
        byline=cast[0][0],
        published=day,
        url=f"https://news.example/{number}",
        language="en",
        site="News Example",
    )
    return article, Analysis(tuple(attributions), speakers, entities, model=model)
