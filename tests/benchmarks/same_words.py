"""How well and how quickly the same words are found elsewhere.

    python tests/benchmarks/same_words.py [--json FILE] [--rounds 6] [--home FOLDER] [--articles 10000]

First precision and recall: `made_up_speeches` are printed by several papers, each in its own way (shorter, cut by
an ellipsis, begun in the middle, in other marks, a word changed, a bracket put in, a tense mended, split by “he
said”), beside other sentences of the same speeches and phrases that everybody says. Then how long `=` takes, and
an article of 30 quotes, in a library of 10,000 articles and 200,000 quotes, and what the index takes of a quote.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.library import filled
from tests.benchmarks.made_up_speeches import AGENCY_PHRASES, CONTINUATIONS, PARALLELS, PHRASES, SPEECHES
from tests.benchmarks.measuring import HEAD, Figure, row
from tui.analysis.analysis import Analysis, Attribution, Kind, Speaker, Stance
from tui.article.article import Article
from tui.article.spans import Span
from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import compared_words
from tui.library.library import FILE, Library
from tui.library.same_words import SameWords
from tui.library.same_words_index import quote_words

_TENSES = (
    *(("is", "was"), ("are", "were"), ("will", "would"), ("have", "had"), ("has", "had"), ("can", "could")),
    *(("want", "wanted"), ("wants", "wanted"), ("need", "needed"), ("pays", "paid"), ("told", "had told")),
)
_OTHER_WORDS = dict(
    pair.split("/")
    for pair in "nobody/none because/since people/persons whole/entire often/frequently before/until told/informed "
    "small/little began/started men/workers sent/given firm/company close/shut gone/lost still/yet".split()
)
_BRACKETS = {
    "it": "[the plan]",
    "they": "[the owners]",
    "them": "[the guests]",
    "we": "[the council]",
    "us": "[the island]",
    "that": "[this]",
}
_MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"))


class Printed(NamedTuple):
    """A quote in an article: its pieces (two if it is split by “she said”), who is said to have said it."""

    pieces: tuple[str, ...]
    speaker: str
    family: int | None
    """Which words these are; None for a phrase, which is nobody's."""
    way: str


def _shorter(chance: random.Random, words: list[str]) -> list[str]:
    return words[: chance.randint(max(6, len(words) // 3), len(words) - 1)] if len(words) > 7 else words


def _begun_in_the_middle(chance: random.Random, words: list[str]) -> list[str]:
    return words[chance.randint(1, min(len(words) - 7, 2 * len(words) // 3)) :] if len(words) > 8 else words


def _cut(chance: random.Random, words: list[str]) -> list[str]:
    if len(words) < 11:
        return words
    start = chance.randint(4, len(words) - 6)
    end = chance.randint(start + 1, len(words) - 4)
    return [*words[:start], chance.choice(("…", "...", "[…]")), *words[end:]]


def _changed(chance: random.Random, words: list[str]) -> list[str]:
    places = [at for at, word in enumerate(words) if word.lower() in _OTHER_WORDS]
    at = chance.choice(places) if places else chance.randrange(len(words))
    return [*words[:at], _OTHER_WORDS.get(words[at].lower(), "really"), *words[at + 1 :]]


def _bracketed(chance: random.Random, words: list[str]) -> list[str]:
    places = [at for at, word in enumerate(words) if word.lower() in _BRACKETS]
    if not places:
        at = chance.randrange(1, len(words))
        return [*words[:at], "[sic]", *words[at:]]
    at = chance.choice(places)
    return [*words[:at], _BRACKETS[words[at].lower()], *words[at + 1 :]]


def _tense(_: random.Random, words: list[str]) -> list[str]:
    tenses = dict(_TENSES)
    return [tenses.get(word, word) for word in words]


def _same(_: random.Random, words: list[str]) -> list[str]:
    return words


_WAYS: dict[str, Callable[[random.Random, list[str]], list[str]]] = {
    "other marks": _same,
    "shorter": _shorter,
    "begun in the middle": _begun_in_the_middle,
    "cut by an ellipsis": _cut,
    "a word changed": _changed,
    "a bracket put in": _bracketed,
    "a tense mended": _tense,
    "split": _same,
    "another speaker": _same,
    "nobody named": _same,
}
_SPEAKERS = {"another speaker": "Rosalind Okafor", "nobody named": ""}


def printed(seed: int) -> list[Printed]:
    """Return what the papers print of the speeches: of each sentence, or two together, every way once, and two at a
    time; phrases with what follows them."""
    chance = random.Random(seed)
    out: list[Printed] = []
    family = 0
    speakers = list(SPEECHES)
    alike = [(speakers[at % len(speakers)], group) for at, group in enumerate(PARALLELS)]
    for speaker, sentences in [*SPEECHES.items(), *alike]:
        at = 0
        while at < len(sentences):
            size = 1 if sentences in PARALLELS else chance.choice((1, 1, 2))
            words = " ".join(sentences[at : at + size]).split()
            at += size
            family += 1
            out.append(Printed((" ".join(words),), speaker, family, "whole"))
            names = [*_WAYS, "two ways"]
            for name in names:
                chosen = [name] if name in _WAYS else chance.sample(list(_WAYS), 2)
                said = words
                for way in chosen:
                    said = _WAYS[way](chance, said)
                pieces: tuple[str, ...] = (" ".join(said),)
                if "split" in chosen:
                    half = chance.randint(3, len(said) - 3)
                    pieces = (" ".join(said[:half]) + ",", " ".join(said[half:]))
                who = next((_SPEAKERS[way] for way in chosen if way in _SPEAKERS), speaker.split()[-1])
                out.append(Printed(pieces, who, family, name))
    for phrase, more in zip(PHRASES, chance.sample(CONTINUATIONS, len(PHRASES)), strict=True):
        for phrased, speaker in zip(
            (phrase, phrase, f"{phrase[:-1]}, {more}."), chance.sample(speakers, 3), strict=True
        ):
            out.append(Printed((phrased,), speaker, None, "phrase"))
    for phrase in AGENCY_PHRASES:
        for speaker in chance.sample(speakers, 2):
            out.append(Printed((phrase,), speaker, None, "phrase"))
    return out


def article_of(quote: Printed, number: int, chance: random.Random) -> tuple[Article, Analysis]:
    """Return an article with one quote, in the paper's own marks."""
    opening, closing = chance.choice(_MARKS)
    text = f"Paper {number} reports\n\n"
    content = []
    for at, piece in enumerate(quote.pieces):
        start = len(text)
        text += f"{opening}{piece}{closing}"
        content.append(Span(start, len(text)))
        text += f" {quote.speaker} said. " if not at else " "
    cue = Span(content[0].end + len(quote.speaker) + 2, content[0].end + len(quote.speaker) + 6)
    source = Span(content[0].end + 1, content[0].end + 1 + len(quote.speaker))
    who = "s1" if quote.speaker else None
    attribution = Attribution("q1", Kind.DIRECT, Stance.SPEECH, tuple(content), (cue,), (source,), who, 0.9)
    address = f"https://paper{number}.example/story"
    article = Article(text, address, title=f"Paper {number}", published="2026-11-20", url=address)
    speaker = Speaker("s1", quote.speaker, "person", None, (source,))
    return article, Analysis((attribution,), (speaker,) if quote.speaker else ())


class Counted(NamedTuple):
    """What was found, of what is to be found."""

    right: int
    wrong: int
    missed: int
    missed_ways: Counter[str]
    wrong_pairs: list[tuple[str, str]]

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The part of what is to be found that was."""
        return self.right / max(1, self.right + self.missed)


def found(seed: int) -> Counted:
    """Ask a library of `printed` for the words of each sentence, and of each variant for the whole."""
    chance = random.Random(seed)
    quotes = printed(seed)
    right = wrong = missed = 0
    ways: Counter[str] = Counter()
    wrong_pairs = []
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / FILE)
        articles = [article_of(quote, number, chance) for number, quote in enumerate(quotes)]
        for article, analysis in articles:
            library.keep(article, analysis)
        same = SameWords(library)
        for number, quote in enumerate(quotes):
            pieces = " … ".join(
                span.of(articles[number][0].text) for span in articles[number][1].attributions[0].content
            )
            asked = ComparedQuote(compared_words(pieces), quote.speaker or None)
            answers = {
                int(re.findall(r"\d+", each.occurrence.title)[0])
                for each in same.elsewhere(asked, articles[number][0])
            }
            if quote.way == "whole":
                wanted = {at for at, each in enumerate(quotes) if each.family == quote.family} - {number}
            else:  # two shortened ones need share nothing
                wanted = {at for at, e in enumerate(quotes) if e.family == quote.family and e.way == "whole"}
            if quote.family is None:
                wanted = set()
            right += len(wanted & answers)
            missed += len(wanted - answers)
            ways.update(quotes[at].way if quote.way == "whole" else quote.way for at in wanted - answers)
            false = {at for at in answers if quote.family is None or quotes[at].family != quote.family}
            wrong += len(false)
            wrong_pairs += [(" ".join(quote.pieces), " ".join(quotes[at].pieces)) for at in false]
        library.close()
    return Counted(right, wrong, missed, ways, wrong_pairs)


def asking(home: Path, articles: int) -> list[Figure]:
    """Measure `=` for quotes of the library, some that twenty articles have, and all of an article of 30."""
    library = Library.open(home / FILE)
    same = SameWords(library)
    chance = random.Random(5)
    numbers = [chance.randint(1, articles) << 20 | chance.randrange(20) for _ in range(400)]
    words = library.query(lambda db: quote_words(db, numbers)) or {}
    taken, worked, whole, whole_worked = [], [], [], []
    quotes = [ComparedQuote(each) for each in words.values()]
    for at, each in enumerate(quotes):
        beside = [
            *quotes[at + 1 : at + 30],
            *quotes[: max(0, at + 30 - len(quotes))],
        ]  # those of its article, of which two stand elsewhere
        begun, before = time.perf_counter(), time.process_time()
        same.elsewhere(each, None, beside, beside[:2])
        taken.append(time.perf_counter() - begun)
        worked.append(time.process_time() - before)
    some = list(words.items())
    for at in range(0, len(some) - 30, 30):
        asked = {quote: ComparedQuote(each) for quote, each in some[at : at + 30]}
        begun, before = time.perf_counter(), time.process_time()
        same.counts(asked, None)
        whole.append(time.perf_counter() - begun)
        whole_worked.append(time.process_time() - before)
    library.close()
    return [
        Figure("= of a quote", taken, 0.05, judged="p95"),
        Figure("= of a quote, CPU", worked, 0.05, "s CPU", judged="p95"),
        Figure("an article of 30 quotes", whole, 0.15, judged="p95"),
        Figure("an article of 30 quotes, CPU", whole_worked, 0.15, "s CPU", judged="p95"),
    ]


def bytes_a_quote(home: Path, articles: int) -> float:
    """Measure what the index takes of the library's file, in bytes a quote."""
    library = Library.open(home / FILE)
    size = "SELECT sum(pgsize) FROM dbstat WHERE name = 'quote_words' OR name LIKE 'quote_runs%'"
    taken = library.query(lambda db: db.execute(size).fetchone()[0])
    library.close()
    return (taken or 0) / (articles * 20)


def main() -> int:
    """Take the figures; returns 1 when one of them is not what it should be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=6, help="seeds of the variants")
    parser.add_argument("--articles", type=int, default=10_000, help="0: precision and recall alone")
    parser.add_argument("--home", type=Path, metavar="FOLDER")
    parser.add_argument("--verbose", action="store_true", help="print what was found wrongly")
    args = parser.parse_args()
    counted = [found(seed) for seed in range(args.rounds)]
    right, wrong, missed = (
        sum(getattr(each, name) for each in counted) for name in ("right", "wrong", "missed")
    )
    ways: Counter[str] = sum((each.missed_ways for each in counted), Counter())
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    print(f"precision {precision:.4f}, recall {recall:.4f} ({right} right, {wrong} wrong, {missed} missed)")
    print(f"missed: {', '.join(f'{way} {count}' for way, count in ways.most_common()) or 'none'}")
    if args.verbose:
        for each in counted:
            for pair in each.wrong_pairs:
                print("wrong:", *pair, sep="\n    ")
    good = precision >= 0.98 and recall >= 0.95
    taken: dict[str, object] = {"precision": precision, "recall": recall, "missed": ways}
    if args.articles:
        with tempfile.TemporaryDirectory() as temporary:
            home = args.home or Path(temporary)
            filled(home, args.articles, 20)
            print(HEAD)
            for figure in asking(home, args.articles):
                print(row(figure), flush=True)
                good &= figure.met
                taken[figure.what] = figure.to_json()
            taken["bytes_a_quote"] = size = bytes_a_quote(home, args.articles)
            print(f"the index: {size:.0f} bytes a quote")
            good &= size <= 300
    if args.json:
        args.json.write_text(json.dumps(taken, indent=1), encoding="utf-8")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
