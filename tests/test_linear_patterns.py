"""Every pattern of quoth takes time linear in the text it is given, or is given only so much text."""

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from tests.fuzzing.hostile_strings import slow_attack
from tests.fuzzing.patterns import Use, all_modules, all_uses
from tui.analysis.attribution import label_names
from tui.article.html import page_errors
from tui.article.text import text_boilerplate
from tui.library import full_text_search
from tui.session.reading import text_search
from tui.widgets.article import flow, text_selection, wrapping

# Patterns that are given no more than so many characters, and what sees to it.
BOUNDED = {
    "analysis.attribution.content_rules:_DATELINE": (120, "strip_dateline gives it so much of a line"),
    "analysis.attribution.signatures:_DASH_NAME": (161, "the rest of a block, 160 characters at most"),
    "analysis.attribution.signatures:_NAME_BEFORE_MARK": (161, "a block of 160 characters at most"),
    "article.text.text_boilerplate:_BYLINE": (160, "byline_names refuses longer lines"),
    "article.text.text_boilerplate:_FULL_NAME": (60, "is_name_over_role refuses longer lines"),
    "article.text.text_boilerplate:_LINKS": (60, "heads_links refuses longer lines"),
    "article.text.text_boilerplate:_ADDRESS": (600, "is_link refuses longer lines"),
    "article.text.text_boilerplate:_INLINE_LINK": (160, "is_link refuses longer lines"),
    "article.text.text_boilerplate:_CAPTION": (500, "is_caption refuses longer lines"),
    "article.text.text_boilerplate:_CREDIT": (160, "is_caption gives it the end of a line"),
    "article.text.text_boilerplate:_NEWSLETTER": (400, "is_newsletter refuses longer lines"),
    "article.text.text_boilerplate:_TIME": (40, "is_time refuses longer lines"),
    "article.html.html_boilerplate:_LINK": (220, "the caller refuses longer lines"),
    "article.html.html_boilerplate:_RELATED_HEADING": (60, "the caller refuses longer lines"),
    "article.html.html_boilerplate:_CREDIT": (160, "the caller refuses longer lines"),
    "article.html.html_boilerplate:_NEWSLETTER": (500, "the caller refuses longer lines"),
}
# Patterns whose source is known only while the program runs: the calls of `re` that make them, and examples.
HELPED = "article.html.html_boilerplate:pattern"  # of _matches: the patterns it is given are globals
MAKERS = {"re", "regex", "re2", "sre_compile"}
FROM_THE_MODEL = "analysis.model_loading:pattern"  # spaCy's own tokenizer, given words of bounded length


@contextmanager
def recorded() -> Iterator[list[Use]]:
    """Yield the list of patterns that the functions of `re` are called with."""
    found: list[Use] = []
    wrapped = []
    compiled = re.compile
    for method in ("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"):
        real = getattr(re, method)

        def record(pattern: Any, *rest: Any, method: str = method, real: Any = real, **named: Any) -> Any:
            flags = named.get("flags") or next((f for f in rest if isinstance(f, re.RegexFlag)), 0)
            if isinstance(pattern, str):
                used = frozenset({"search" if method == "compile" else method})
                found.append(Use("made", pattern[:60], compiled(pattern, flags), used))
            return real(pattern, *rest, **named)

        wrapped.append(mock.patch.object(re, method, record))
    for patch in wrapped:
        patch.start()
    try:
        yield found
    finally:
        for patch in wrapped:
            patch.stop()


def made_while_running() -> dict[str, Callable[[], object]]:
    """Return a call that makes each pattern that is put together while the program runs."""
    return {
        "analysis.attribution.label_names:pattern": lambda: label_names.is_said_to_speak("said Ann", "Ann"),
        "analysis.attribution.label_names:f'": lambda: label_names.is_named_in("with Jane Doe", "Doe"),
        "article.text.text_boilerplate:pattern": lambda: text_boilerplate.date_in(""),
        "article.html.page_errors:words": lambda: [re.search(w, "", re.I) for _, w in page_errors._WALLS],
        'library.full_text_search:f"': lambda: full_text_search.read_words('"two words" beg').pattern,
        "session.reading.text_search:": lambda: text_search.TextSearch("a text", "two words").places,
        "widgets.article.flow:pattern": lambda: [re.compile(p) for p in (flow._SENTENCE_END, flow._SPACES)],
        "widgets.article.text_selection:": lambda: [
            re.compile(p) for p in text_selection._UNIT_PATTERNS.values()
        ],
        "widgets.article.wrapping:f'": lambda: wrapping._line_pattern.__wrapped__(66),
    }


@cache
def uses() -> tuple[Use, ...]:
    known = [*all_uses()[0]]
    for made, call in made_while_running().items():
        with recorded() as found:
            call()
        assert found, made
        known += [Use(made.split(":")[0], use.name, use.pattern, use.methods) for use in found]
    return tuple(known)


def test_each_pattern_that_is_put_together_while_running_is_made_here() -> None:
    made = [each.replace('"', "'") for each in made_while_running()]
    for key in all_uses()[1]:
        known = key in (HELPED, FROM_THE_MODEL) or key.replace('"', "'").startswith(tuple(made))
        assert known, f"{key} is put together while the program runs: add a call that makes it"


def test_patterns_are_made_by_calls_of_re_alone() -> None:
    """Under another name, or by another library, a pattern would not be found here."""
    for module in all_modules():
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module not in MAKERS, module.__name__
            elif isinstance(node, ast.Import):
                renamed = [each.name for each in node.names if each.name == "re" and each.asname]
                others = [each.name for each in node.names if each.name in MAKERS - {"re"}]
                assert not renamed + others, module.__name__


def names_of_modules() -> list[str]:
    return sorted({module.__name__ for module in all_modules() if _has_patterns(module.__file__)})


def _has_patterns(file: str | None) -> bool:
    with Path(str(file)).open(encoding="utf-8") as source:
        return "import re\n" in source.read()


@pytest.mark.parametrize("module", names_of_modules())
def test_patterns_take_linear_time(module: str) -> None:
    found = [use for use in uses() if use.module in (module, module.removeprefix("tui."))]
    slow = [
        f"{use.key}: {attack}"
        for use in found
        if (attack := slow_attack(use, *((BOUNDED[use.key][0],) if use.key in BOUNDED else (100_000,))))
    ]
    assert not slow, "\n".join(slow)


def test_no_class_lists_characters_beyond_the_first_plane_one_by_one() -> None:
    """`re` looks at each of them in turn for each character of the text: the tag characters took 0.6 µs."""
    for use in uses():
        if isinstance(source := use.pattern.pattern, str):
            assert sum(char > "\uffff" for char in source) < 20, use.key


def test_a_quadratic_and_an_exponential_pattern_are_found_out() -> None:
    for bad in (r"\s+#.*\Z", r"(?:\s*(?:<!--.*?-->|\?>))*<", r"a*a*b", r"a+b", r"(?:https?://\S+\s?)*x"):
        assert slow_attack(Use("m", bad, re.compile(bad), frozenset({"search"})), 100_000), bad
