"""Every pattern that quoth matches with, and how it is used."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
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


@cache
def all_uses() -> tuple[list[Use], list[str]]:
    """Return every pattern in use, and the calls whose pattern can be known only while the program runs."""
    modules = _matching(all_modules())
    found = {module.__name__: _methods_by_name(module) for module in modules}
    private = {name: _without_handing_on(called) for name, called in found.items()}
    together: dict[str, set[str]] = {}
    for called in found.values():
        for name, methods in called.items():
            together.setdefault(name, set()).update(methods)
    shared = _without_handing_on(together)
    uses: dict[tuple[str, str], Use] = {}
    unknown = []
    for module in modules:
        for name, pattern, bound in _patterns_in(module):
            short = name.split(".")[-1].split("[")[0]
            called = private[module.__name__] if short.startswith("_") else shared
            own = {bound} if bound else called.get(short, set())
            uses[module.__name__, name] = Use(module.__name__, name, pattern, frozenset(own or {"search"}))
        for node in _nodes(module):
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
def _nodes(module: ModuleType) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(_source(module))))


@cache
def _source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def _matching(modules: list[ModuleType]) -> list[ModuleType]:
    """Return the modules that use `re`, or name a pattern of another module."""
    shared = {
        name for module in modules for name, value in vars(module).items() if any(_patterns_of(name, value))
    }
    return [
        module
        for module in modules
        if not shared.isdisjoint(words := set(re.findall(r"\w+", _source(module)))) or "re" in words
    ]


def _method_of_re(node: ast.AST) -> str | None:
    """Return which function of `re` a node calls, None for anything else."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
    return node.func.attr if is_re and node.func.attr in ANCHORED | SCANNING | {"compile"} else None


def _helped(call: ast.Call, module: ModuleType) -> Use | None:
    """Return the pattern of `_matches(PATTERN, text)` and `_search(PATTERN, text)`, which ignore case."""
    if not (isinstance(call.func, ast.Name) and call.func.id in HELPERS):
        return None
    given = call.args[0]
    name = ast.unparse(given)
    source = given.value if isinstance(given, ast.Constant) else vars(module).get(name)
    if not isinstance(source, str):
        return None
    return Use(module.__name__, name, re.compile(source, re.IGNORECASE), frozenset({HELPERS[call.func.id]}))


def _methods_by_name(module: ModuleType) -> dict[str, set[str]]:
    """Return, for each name in a module, the methods of patterns that it is called with, and "handed on"."""
    called: dict[str, set[str]] = {}
    receivers = set()
    for node in _nodes(module):
        if isinstance(node, ast.Attribute) and node.attr in ANCHORED | SCANNING | {"pattern"}:
            name = _name_of(node.value)
            if name:
                called.setdefault(name, set()).add(node.attr)
                receivers.add(id(node.value))
    for node in _nodes(module):
        name = _name_of(node)
        if name and id(node) not in receivers and isinstance(getattr(node, "ctx", None), ast.Load):
            called.setdefault(name, set()).add("handed on")
    return called


def _without_handing_on(called: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the methods of each name: what is handed on is searched for, as what becomes of it is not known."""
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
        elif not name.startswith("__") and (found := list(_patterns_of(name, value))):
            yield from () if name in _imported(module) else found


@cache
def _imported(module: ModuleType) -> frozenset[str]:
    """Return the names that the module imports from others rather than making their values itself."""
    imports = (node for node in _nodes(module) if isinstance(node, ast.ImportFrom))
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
