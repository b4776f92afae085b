"""Every pattern that quoth matches with, how it is used, and hostile strings made of its own pieces."""

import ast
import importlib
import itertools
import pkgutil
import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, cast

import tui

ANCHORED = {"match", "fullmatch"}
HELPERS = {"_matches": "match", "_search": "search"}
SCANNING = {"search", "sub", "subn", "split", "findall", "finditer", "scanner"}


@dataclass(frozen=True)
class Use:
    """One pattern of one module and the methods it is called with."""

    module: str
    name: str  # the global, or the source of the expression that makes the pattern
    pattern: "re.Pattern[Any]"
    methods: frozenset[str]

    @property
    def key(self) -> str:
        return f"{self.module.removeprefix('tui.')}:{self.name}"


def all_modules() -> list[ModuleType]:
    """Import and return every module of quoth except its entry point."""
    names = [info.name for info in pkgutil.walk_packages(tui.__path__, "tui.")]
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def all_uses() -> tuple[list[Use], list[str]]:
    """Return every pattern in use, and the calls whose pattern can be known only while the program runs."""
    modules = all_modules()
    trees = {module.__name__: _tree(module) for module in modules}
    private = {name: _methods_by_name([tree]) for name, tree in trees.items()}
    shared = _methods_by_name(trees.values())
    uses: dict[tuple[str, str], Use] = {}
    unknown = []
    for module in modules:
        for name, pattern, bound in _patterns_in(module):
            short = name.split(".")[-1].split("[")[0]
            called = private[module.__name__] if short.startswith("_") else shared
            own = {bound} if bound else called.get(short, set())
            uses[module.__name__, name] = Use(module.__name__, name, pattern, frozenset(own or {"search"}))
        for node in ast.walk(trees[module.__name__]):
            if isinstance(node, ast.Call) and (helped := _helped(node, module)) is not None:
                uses[module.__name__, helped.name] = helped
            if (method := _method_of_re(node)) is None:
                continue
            call = cast(ast.Call, node)
            source = ast.unparse(call.args[0])
            flags = next((ast.unparse(k.value) for k in call.keywords if k.arg == "flags"), "0")
            at = {"compile": 1, "search": 2, "match": 2, "fullmatch": 2, "findall": 2, "finditer": 2}.get(
                method
            )
            if at is not None and len(call.args) > at:
                flags = ast.unparse(call.args[at])
            try:
                made = eval(source, dict(vars(module)))  # noqa: S307 - our own source
                pattern = re.compile(made, eval(flags, dict(vars(module))))  # noqa: S307
            except NameError:
                unknown.append(f"{module.__name__.removeprefix('tui.')}:{source}")
                continue
            if method == "compile":
                if any(use.pattern is pattern or use.pattern == pattern for use in uses.values()):
                    continue  # a global: counted with the methods it is called with
                method = "search"
            before = uses.get((module.__name__, source))
            methods = {method} | (before.methods if before else set())
            uses[module.__name__, source] = Use(module.__name__, source, pattern, frozenset(methods))
    return list(uses.values()), unknown


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _method_of_re(node: ast.AST) -> str | None:
    """Return which function of `re` a node calls, None for anything else."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
    return node.func.attr if is_re and node.func.attr in ANCHORED | SCANNING | {"compile"} else None


def _helped(call: ast.Call, module: ModuleType) -> Use | None:
    """Return the pattern of `_matches(PATTERN, text)` and `_search(PATTERN, text)`, which ignore case."""
    if not (
        isinstance(call.func, ast.Name) and call.func.id in HELPERS and isinstance(call.args[0], ast.Name)
    ):
        return None
    source = vars(module).get(call.args[0].id)
    if not isinstance(source, str):
        return None
    method = frozenset({HELPERS[call.func.id]})
    return Use(module.__name__, call.args[0].id, re.compile(source, re.IGNORECASE), method)


def _methods_by_name(trees: "Any") -> dict[str, set[str]]:
    """Return, for each name, the methods of patterns that it is called with; "search" where it is handed on."""
    called: dict[str, set[str]] = {}
    for tree in trees:
        receivers = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in ANCHORED | SCANNING | {"pattern"}:
                name = _name_of(node.value)
                if name:
                    called.setdefault(name, set()).add(node.attr)
                    receivers.add(id(node.value))
        for node in ast.walk(tree):
            name = _name_of(node)
            if name and id(node) not in receivers and isinstance(getattr(node, "ctx", None), ast.Load):
                called.setdefault(name, set()).add("handed on")
    return {name: {"search"} if "handed on" in own else own - {"pattern"} for name, own in called.items()}


def _name_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else None


def _patterns_in(module: ModuleType) -> Iterator[tuple[str, "re.Pattern[Any]", str]]:
    for name, value in list(vars(module).items()):
        if isinstance(value, type) and value.__module__ == module.__name__:
            for attribute, inner in vars(value).items():
                if isinstance(inner, re.Pattern):
                    yield f"{name}.{attribute}", inner, ""
        elif not name.startswith("__") and name not in _imported(module):
            yield from _patterns_of(name, value)


@cache
def _imported(module: ModuleType) -> frozenset[str]:
    """Return the names that the module imports from others rather than making their values itself."""
    imports = (node for node in ast.walk(_tree(module)) if isinstance(node, ast.ImportFrom))
    return frozenset(alias.asname or alias.name for node in imports for alias in node.names)


def _patterns_of(name: str, value: object) -> Iterator[tuple[str, "re.Pattern[Any]", str]]:
    if isinstance(value, re.Pattern):
        yield name, value, ""
    elif isinstance(getattr(value, "__self__", None), re.Pattern):
        yield name, value.__self__, value.__name__  # type: ignore[attr-defined]
    elif isinstance(value, dict):
        for inner in (*value.keys(), *value.values()):
            yield from _patterns_of(f"{name}[…]", inner) if not isinstance(inner, str) else ()
    elif isinstance(value, tuple | list):
        for number, inner in enumerate(value):
            if isinstance(inner, re.Pattern | tuple | list):
                yield from _patterns_of(f"{name}[{number}]", inner)


# -- hostile strings


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
    return chance.sample(plain, min(len(plain), MOST_ATTACKS // 2)) + chance.sample(
        found, min(len(found), MOST_ATTACKS // 2)
    )


# -- measuring

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
MOST_ATTACKS = 40
LEAST_RATE = 60e-9  # seconds a character: under this a rate is noise
NOISE = 0.005  # seconds
GROWTH = 10  # times the rate of a short string; a quadratic one reaches 25 and more
EXPONENTIAL = 0.03  # seconds for a string of some hundred characters


def seconds(run: "Callable[[], object]") -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


def slow_attack(use: Use, most: int, longest: int = 100_000) -> str | None:
    """Return a description of the first string for which the pattern's time grows faster than its length."""
    for method in sorted(use.methods):
        call = CALLS[method]
        rated = []
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
            for size in (1_000, 4_000, 16_000):
                sample = text(min(size, most))
                limit = rate * len(sample) * GROWTH + NOISE
                taken = min_seconds(call, use.pattern, sample, limit)
                if taken > limit:
                    return f"{label}: {taken:.3f} s for {len(sample)} characters"
            rated.append((taken / len(sample), rate, label, text))
        rated.sort(key=lambda one: -one[0])
        for _, rate, label, text in rated[:2]:
            sample = text(min(longest, most))
            taken = min_seconds(call, use.pattern, sample, rate * len(sample) * GROWTH)
            if taken > rate * len(sample) * GROWTH + NOISE:
                return f"{label}: {taken:.2f} s for {len(sample)} characters"
    return None


def min_seconds(call: Any, pattern: Any, sample: Any, limit: float) -> float:
    """Return the CPU seconds of the fastest of up to three runs; one run under the limit is enough."""
    best = float("inf")
    for _ in range(3):
        best = min(best, seconds(lambda: call(pattern, sample)))
        if best <= limit or best > 10 * limit + 1:
            break
    return best
