"""Strings made of a pattern's own pieces, and how its time grows with their length."""

import itertools
import random
import re
import time
from collections.abc import Callable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from tests.fuzzing.patterns import Use


def pieces(pattern: "re.Pattern[Any]") -> list[str]:
    """Return the samples of a pattern's parts: its literals, its classes, its groups and runs of these."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found: dict[str, None] = {}
    _collect(list(tree), found, 0)
    return [piece for piece in found if piece]


def _collect(items: list[Any], found: dict[str, None], depth: int) -> None:
    samples = [_sample(item, least=True) for item in items]
    for number, item in enumerate(items):
        for one in _samples(item):
            found.setdefault(one)
        if number + 1 < len(items):
            found.setdefault(samples[number] + samples[number + 1])
        for inner in _inner(item):
            _collect(inner, found, depth + 1)
    found.setdefault("".join(samples))


def _inner(item: Any) -> list[list[Any]]:
    operation, value = item
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [list(value[2])]
    if operation is codes.SUBPATTERN:
        return [list(value[3])]
    if operation is codes.ATOMIC_GROUP:
        return [list(value)]
    if operation is codes.BRANCH:
        return [list(branch) for branch in value[1]]
    if operation in (codes.ASSERT, codes.ASSERT_NOT):
        return [list(value[1])]
    return []


def _samples(item: Any) -> list[str]:
    """Return samples of one item: each character class in several characters, each branch."""
    operation, value = item
    if operation is codes.IN:
        return _members(value)
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and len(value[2]) == 1:
        return _samples(value[2][0])
    if operation is codes.BRANCH:
        return ["".join(_sample(one, least=False) for one in branch) for branch in value[1]]
    return [_sample(item, least=False)]


CHARACTERS = "a A1 .,:;-—_'\"’”“`()[]{}<>/\\@#%*=&?!|~^+$\n\t\ré\u0301\x00"


def _members(value: Any) -> list[str]:
    matcher = _class(value)
    return [c for c in CHARACTERS if matcher(c)][:6] or [_first_member(value)]


def _class(value: Any) -> "Callable[[str], bool]":
    def is_in(character: str) -> bool:
        point, result, negated = ord(character), False, False
        for operation, inner in value:
            if operation is codes.NEGATE:
                negated = True
            elif operation is codes.LITERAL:
                result |= point == inner
            elif operation is codes.RANGE:
                result |= inner[0] <= point <= inner[1]
            elif operation is codes.CATEGORY:
                result |= _category(inner, character)
        return result != negated

    return is_in


def _category(category: Any, character: str) -> bool:
    name = str(category).removeprefix("CATEGORY_")
    kind = name.removeprefix("NOT_")
    inside = {
        "DIGIT": character.isdigit(),
        "SPACE": character.isspace(),
        "WORD": character.isalnum() or character == "_",
    }.get(kind, False)
    return inside != name.startswith("NOT_")


def _first_member(value: Any) -> str:
    for operation, inner in value:
        if operation is codes.LITERAL:
            return chr(inner)
        if operation is codes.RANGE:
            return chr(inner[0])
    return "\u2003"


def _sample(item: Any, least: bool) -> str:
    operation, value = item
    if operation is codes.LITERAL:
        return chr(value)
    if operation is codes.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if operation is codes.ANY:
        return "a"
    if operation is codes.IN:
        return _members(value)[0]
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        times = value[0] if least or value[0] else 1
        return "".join(_sample(one, least) for one in value[2]) * min(times, 4000)
    if operation is codes.BRANCH:
        return "".join(_sample(one, least) for one in value[1][0])
    if operation in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
        inner = value[3] if operation is codes.SUBPATTERN else value
        return "".join(_sample(one, least) for one in inner)
    return ""


def leads(pattern: "re.Pattern[Any]") -> list[str]:
    """Return the least samples of what stands before each of a pattern's top-level parts."""
    tree = list(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    samples = [_sample(item, least=True) for item in _flat(tree)]
    found = dict.fromkeys("".join(samples[:number]) for number in range(len(samples) + 1))
    return list(found)[:8]


def _flat(items: list[Any]) -> list[Any]:
    flat = []
    for item in items:
        inner = list(item[1][3]) if item[0] is codes.SUBPATTERN else None
        flat += _flat(inner) if inner is not None and not any(i[0] is codes.BRANCH for i in inner) else [item]
    return flat


ENDS = ("", "!", "\x01")


def attacks(pattern: "re.Pattern[Any]") -> list[tuple[str, str, str]]:
    """Return (lead, repeated, end) of every hostile string for a pattern."""
    repeated = pieces(pattern)
    before = leads(pattern)
    chance = random.Random(1)
    plain = [("", piece, ENDS[-1]) for piece in repeated]
    found = list(itertools.product(before, repeated, ENDS))
    return plain + chance.sample(found, min(len(found), MOST_LED))


CALLS: dict[str, "Callable[[re.Pattern[Any], Any], object]"] = {
    "search": lambda pattern, text: pattern.search(text),
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "sub": lambda pattern, text: pattern.sub(text[:0], text),
    "subn": lambda pattern, text: pattern.subn(text[:0], text),
    "split": lambda pattern, text: pattern.split(text),
    "findall": lambda pattern, text: pattern.findall(text),
    "finditer": lambda pattern, text: [None for _ in pattern.finditer(text)],
}
REPEATS = (10, 14, 18, 22, 26)
MOST_LED = 20  # attacks with something before what is repeated
LEAST_RATE = 60e-9  # seconds a character: under this a rate is noise
NOISE = 0.005  # seconds
GROWTH = 10  # times the rate of a short string; a quadratic one reaches 25 and more
EXPONENTIAL = 0.03  # seconds for a string of some hundred characters
SIZES = (1_000, 4_000, 16_000, 100_000)  # characters
# A longer string is tried only where the last two show that the rate grows: a time of a·n² + b·n that is over the
# limit for 100,000 characters has b < 10,800 a, so that its rate is by a quarter higher for 4,000 than for 1,000.
GROWING = 1.2


def seconds(run: "Callable[[], object]") -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


def slow_attack(use: Use, most: int) -> str | None:
    """Return a description of the first string for which the pattern's time grows faster than its length."""
    for method in sorted(use.methods):
        call = CALLS[method]
        for lead, piece, end in attacks(use.pattern):

            def text(size: int, lead: str = lead, piece: str = piece, end: str = end, times: int = 0) -> Any:
                made = lead + piece * (times or size // len(piece) + 1) + end
                return made.encode("latin-1", "replace") if isinstance(use.pattern.pattern, bytes) else made

            label = f"{method} of {use.pattern.pattern!r:.300} on {lead!r:.60} + {piece!r:.60} * n + {end!r}"
            if len(piece) > most:
                continue
            for times in REPEATS:
                if len(piece) * times > most:
                    break
                sample = text(0, times=times)
                taken = min_seconds(call, use.pattern, sample, EXPONENTIAL)
                if taken > EXPONENTIAL + len(sample) * 5e-6:
                    return f"{label}: {taken:.2f} s for n = {times}"
            if most <= 500:
                continue
            rate = max(min_seconds(call, use.pattern, text(250), 0) / 250, LEAST_RATE)
            before = 0.0
            for size in SIZES:
                sample = text(min(size, most))
                limit = rate * len(sample) * GROWTH + NOISE
                taken = min_seconds(call, use.pattern, sample, limit if before else 0)
                if taken > limit:
                    return f"{label}: {taken:.3f} s for {len(sample)} characters"
                if taken / len(sample) < before * GROWING:
                    break
                before = taken / len(sample)
    return None


def min_seconds(call: Any, pattern: Any, sample: Any, limit: float) -> float:
    """Return the CPU seconds of the fastest of up to three runs; one under or far over the limit will do."""
    best = float("inf")
    for _ in range(3):
        best = min(best, seconds(lambda: call(pattern, sample)))
        if best <= limit or best > 10 * limit + 0.1:
            break
    return best
