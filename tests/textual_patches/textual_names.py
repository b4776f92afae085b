"""Finds the private names of Textual in our source code."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import textual

ROOT = Path(__file__).parents[2]
PATCHES = ROOT / "tui" / "textual_patches"


class PrivateName(NamedTuple):
    """A private name of Textual, and where it stands: "folder/file.py:line"."""

    name: str
    place: str


def is_private(name: str) -> bool:
    """Tell whether a name begins with one underscore."""
    return name.startswith("_") and not name.startswith("__")


@cache
def names_in_textual() -> frozenset[str]:
    """Return every private attribute, method and module that Textual's source defines."""
    found: set[str] = set()
    for path in Path(textual.__file__).parent.rglob("*.py"):
        found.add(path.stem)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                found.add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
    return frozenset(filter(is_private, found))


def defined_here(tree: ast.AST) -> set[str]:
    """Return the private names that a module gives to attributes and functions of its own."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value):
            found.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


def textual_bases(path: Path) -> dict[str, frozenset[str]]:
    """Return for each class of a module the private names that its bases in Textual define."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    found = {}
    for name, kind in vars(module).items():
        if inspect.isclass(kind) and kind.__module__ == module.__name__:
            bases = [base for base in kind.__mro__ if base.__module__.partition(".")[0] == "textual"]
            found[name] = frozenset().union(*map(private_attributes, bases))
    return found


def _is_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


@cache
def private_attributes(kind: type) -> frozenset[str]:
    """Return the private names of a class: its own, and those that its methods give to `self`."""
    found = set(vars(kind)) | set(getattr(kind, "__annotations__", ()))
    for node in ast.walk(ast.parse(inspect.cleandoc("\n" + inspect.getsource(kind)))):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value):
            found.add(node.attr)
    return frozenset(filter(is_private, found))


def private_names(path: Path, source: str = "") -> Iterator[PrivateName]:
    """Yield the private names of Textual that a module imports, reads, overrides or rebinds."""
    source = source or path.read_text(encoding="utf-8")
    if "textual" not in source:
        return
    tree = ast.parse(source)
    own = defined_here(tree)
    modules = {alias for node in ast.walk(tree) for alias in _textual_modules(node)}

    def at(node: ast.AST) -> str:
        return f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"

    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "textual":
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from (PrivateName(part, at(node)) for part in parts if is_private(part))
        elif isinstance(node, ast.Attribute):
            base = node.value
            of_module = isinstance(base, ast.Name) and base.id in modules
            if of_module and isinstance(node.ctx, ast.Store):
                yield PrivateName(node.attr, at(node))
            elif _is_self(base) or not is_private(node.attr):
                continue  # what is private of `self` is looked at class by class, below
            elif node.attr in names_in_textual() and node.attr not in own:
                yield PrivateName(node.attr, at(node))
    bases = textual_bases(path)
    for class_node in ast.walk(tree):
        if isinstance(class_node, ast.ClassDef):
            # A class inside a function cannot be looked at: anything that Textual calls so, too, is taken for its.
            inherited = bases.get(class_node.name, names_in_textual())
            for name, node in _of_self(class_node):
                if name in inherited:
                    yield PrivateName(name, at(node))


def _textual_modules(node: ast.AST) -> Iterator[str]:
    """Yield the names under which a statement imports modules of Textual."""
    if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "textual":
        for alias in node.names:
            if _is_module(f"{node.module}.{alias.name}"):
                yield alias.asname or alias.name


@cache
def _is_module(name: str) -> bool:
    path = Path(textual.__file__).parent.joinpath(*name.split(".")[1:])
    return path.is_dir() or path.with_suffix(".py").is_file()


def _of_self(class_node: ast.ClassDef) -> Iterator[tuple[str, ast.AST]]:
    """Yield the private names that a class defines, or uses of `self` and `super()`."""
    for node in ast.walk(class_node):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and is_private(node.name):
            yield node.name, node
        elif isinstance(node, ast.Attribute) and is_private(node.attr) and _is_self(node.value):
            yield node.attr, node
