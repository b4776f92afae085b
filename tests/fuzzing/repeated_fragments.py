"""Fuzz every rule over text from outside with repeated fragments.

    python tests/fuzzing/repeated_fragments.py --minutes 60 --seed 1

Each round makes a text of a beginning, one or more fragments repeated some thousand times, and an end, and hands it
to one rule. The rule may not raise, may not take time that grows faster than the text (in CPU seconds, measured
again before it counts), and may not give offsets outside the text. What is found is printed with all that is
needed to repeat it; the exit status is 1 if there was anything.
"""

import argparse
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzzing import comparing_rules, document_rules, text_rules
from tests.fuzzing.hostile_strings import pieces
from tests.fuzzing.patterns import all_uses
from tests.fuzzing.text_rules import Rule
from tui.article.errors import CannotRead

FRAGMENTS = Path(__file__).with_name("fragments.txt")
BEGINNINGS = (
    *("", "", "", "---\ntitle: a", "---\nauthor:\n- ", "Title: a\nAuthor: ", "# A\n\n", "Ann Lee said: "),
    *("By Ann", "“", "<html><body><p>", "<rss version='2.0'><channel>", "http://a.b/"),
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
    "A headline\n\nWe will do this, said Ann Lee. It was good for the town and the people in it.\n\n",
)
ENDS = (
    *("", "", "!", "\n", " x", "\n---\n\nText.", "”", "</p>", "\n\n— Ann Lee"),
    " — Ann Lee (@ann) January 3, 2020",
)
SIZES = (1_000, 4_000, 16_000)
LONGEST = 64_000
RULES = {**text_rules.RULES, **comparing_rules.RULES, **document_rules.RULES}
HEAVY = {"analysis": 16}
"""By how much the texts for a rule are shorter: the parser takes some 80 microseconds a character."""
GROWTH = 6  # times the time a character takes in a short text
LEAST = 1.5e-6  # seconds a character; less is noise
NOISE = 0.03  # seconds under which nothing is looked at
STUCK = 20  # CPU seconds after which a rule is stopped


class Stuck(BaseException):
    """A rule took too long."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise Stuck in the body after so many CPU seconds; a regular expression is interrupted, too."""

    def stop(*_: object) -> None:
        raise Stuck

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def cost(rule: Rule, text: str) -> float:
    """Return the CPU seconds of one call; infinity where it is stuck."""
    start = time.process_time()
    try:
        with at_most(STUCK):
            rule(text)
    except CannotRead:
        pass
    except Stuck:
        return float("inf")
    return time.process_time() - start


def problem(rule: Rule, make: Callable[[int], str], shorter: int = 1) -> str | None:
    """Return what is wrong with a rule on texts that `make` makes of so many characters, `shorter` times as few."""
    sizes, longest = [size // shorter for size in SIZES], LONGEST // shorter
    try:
        for repeats in (12, 24, 36):  # exponential time shows in a short text
            if (taken := cost(rule, make(repeats * 4))) > 1.5 and cost(rule, make(repeats * 4)) > 1.5:
                return f"{taken:.1f} s for {repeats * 4} characters"
        base = max(LEAST, min(cost(rule, make(sizes[0])) for _ in range(2)) / sizes[0])
        for size in (*sizes[1:], longest):
            limit = max(NOISE, base * size * GROWTH)
            taken = cost(rule, make(size))
            if taken <= limit:
                if size == sizes[-1] and taken < limit / 3:
                    return None
                continue
            base = max(base, min(cost(rule, make(sizes[0])) for _ in range(3)) / sizes[0])
            again = min(cost(rule, make(size)) for _ in range(2))
            if again > max(NOISE, base * size * GROWTH) and (size == longest or again > 2):
                return f"{again:.2f} s for {size} characters, {base * sizes[0]:.4f} s for {sizes[0]}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def text_of(begin: str, parts: list[str], end: str) -> Callable[[int], str]:
    """Return what makes a text of so many characters."""
    middle = "".join(parts)
    return lambda size: begin + middle * max(1, size // max(1, len(middle))) + end


def fragment_pool() -> list[str]:
    """Return the fragments: those above, and the pieces of every pattern of quoth."""
    words = FRAGMENTS.read_text(encoding="utf-8").partition("\n")[2].split()
    written = [_unescaped(word.replace("\\s", " ")) for word in words]
    uses, _ = all_uses()
    own = {piece for use in uses for piece in pieces(use.pattern) if len(piece) < 200}
    return [*written * 3, *sorted(own)]


def _unescaped(word: str) -> str:
    return word.encode("ascii", "backslashreplace").decode("unicode_escape") if "\\" in word else word


def main() -> int:
    """Fuzz for the time asked for, and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--rule", choices=RULES, action="append", help="only this rule; may be given again")
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.randrange(10**6)
    chance = random.Random(seed)
    pool = fragment_pool()
    rules = {name: RULES[name] for name in arguments.rule or RULES}
    print(f"seed {seed}, {len(pool)} fragments, {len(rules)} rules", flush=True)
    end_at = time.monotonic() + arguments.minutes * 60
    rounds = 0
    found: dict[tuple[str, str], int] = {}
    while time.monotonic() < end_at:
        begin, end = chance.choice(BEGINNINGS), chance.choice(ENDS)
        parts = [chance.choice(pool) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
        name = chance.choice(list(rules))
        rounds += 1
        if (what := problem(rules[name], text_of(begin, parts, end), HEAVY.get(name, 1))) is not None:
            key = (name, what.partition(" for ")[0][-12:] if "Error" not in what else what[:60])
            found[key] = found.get(key, 0) + 1
            print(f"{name}: {what}\n    text_of({begin!r}, {parts!r}, {end!r})", flush=True)
    print(f"{rounds} rounds, {sum(found.values())} findings, seed {seed}", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
