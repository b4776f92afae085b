"""Fast loading of the parts of a spaCy pipeline that quoth reads.

A reader waits for it. spaCy makes a tokenizer with more than a thousand exceptions three times: for the language,
for the saved model, and again when its patterns change. Here it is made once.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tui.analysis import model as models
from tui.analysis.abbreviations import ABBREVIATED_TITLES
from tui.analysis.model import CannotAnalyse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

_EXCLUDED = ["senter", "textcat", "textcat_multilabel", "entity_linker", "spancat", "span_ruler", "quoth"]
_REQUIRED = {"DEP": "a parser", "TAG": "a tagger", "ENT_IOB": "a named entity recognizer"}
_GLUED_MARKS = (
    "[“”„«»]",
    r"(?<=[\w.,:;!?)])\"(?=\w)",
    r"(?<=[\w.,:;!?)])''(?=\w)",
    r"(?<=\w)[:.,!?](?=[“”\"]\w)",
    r"(?<=[\w.,!?])(?:—|–|--)(?=[“\"‘'])",
    r"(?<=[”\"’'])(?:—|–|--)(?=\w)",
)
_USUAL_TOKENIZER = re.compile(
    r'^(tokenizer *= *\{ *"@tokenizers" *: *|\[nlp\.tokenizer\]\s+@tokenizers *= *)"spacy\.Tokenizer\.v1" *\}?$',
    re.M,
)
"""How a model's settings name the tokenizer that `FastTokenizer` can replace; others stay as they are."""
_DOWNLOADED = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
"""The English pipelines that spaCy's own command downloads; they are not on PyPI."""
_TOKENIZER = "quoth.Tokenizer.v1"
_PATTERNS = {
    "prefix_search": "search",
    "suffix_search": "search",
    "infix_finditer": "finditer",
    "token_match": "match",
    "url_match": "match",
}


def load(model: str = models.DEFAULT) -> Language:
    """Load the spaCy pipeline `model` (an installed package or a folder) without the parts nothing reads.

    Its tokenizer cuts at quotation marks and dashes that are glued to words on both sides, too. Raises
    CannotAnalyse when it is not installed or lacks the parser, tagger or named entity recognizer.
    """
    spacy = import_spacy()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp: Language = spacy.load(model, exclude=_EXCLUDED, config=_config(model))
    except OSError:
        raise CannotAnalyse(_how_to_get(model)) from None
    except Exception as error:  # a package may raise anything
        raise CannotAnalyse(
            f"The spaCy model “{model}” cannot be loaded ({error}); install it again."
        ) from error
    try:
        doc = nlp("He said so.")
        missing = [what for key, what in _REQUIRED.items() if not doc.has_annotation(key)]
    except Exception as error:
        raise CannotAnalyse(
            f"The spaCy model “{model}” does not work ({error}); install it again."
        ) from error
    if missing:
        raise CannotAnalyse(
            f"The spaCy model “{model}” does not have {missing[0]}, which quoth needs; use another."
        )
    _split_at_marks(nlp.tokenizer)
    _keep_abbreviations(nlp.tokenizer)
    _part_units(nlp.tokenizer)
    return nlp


def _how_to_get(model: str) -> str:
    """Return what to do about a model that is not there, in one sentence whose command works."""
    if "/" in model or "\\" in model or os.path.exists(model):
        return f"There is no spaCy pipeline in the folder “{model}”; check the setting “model”."
    missing = f"The spaCy model “{model}” is not installed; "
    if model == models.DEFAULT:
        return f"{missing}install it with: python -m pip install {model.replace('_', '-')}"
    if model in _DOWNLOADED:
        return f"{missing}install it with: python -m spacy download {model}"
    from difflib import get_close_matches

    near = get_close_matches(model, (*_DOWNLOADED, models.DEFAULT), n=1)
    meant = f"did you mean “{near[0]}”?" if near else f"use one that is, or {', '.join(_DOWNLOADED)}."
    return f"{missing}{meant}"


def import_spacy() -> ModuleType:
    """Import spaCy without its command line, which takes a fifth of the time and is not used here."""
    left_out = ("spacy.cli", "spacy.cli.info")
    if "spacy" not in sys.modules:
        for name in left_out:
            sys.modules[name] = module = ModuleType(name)
            module.__dict__["info"] = None  # spaCy's __init__ imports it
    try:
        import spacy
    finally:
        for name in left_out:  # a later import gets the real one
            if name in sys.modules and sys.modules[name].__spec__ is None:
                del sys.modules[name]
    _sort_entry_points()
    return spacy


def _sort_entry_points() -> None:
    """Sort the entry points of packages by group: spaCy searches the whole list some 200 times."""
    import catalogue

    points: Any = getattr(catalogue, "AVAILABLE_ENTRY_POINTS", None)
    if hasattr(points, "select"):  # catalogue also reads a mapping
        catalogue.AVAILABLE_ENTRY_POINTS = {
            group: [*points.select(group=group)]
            for group in points.groups
            if group.startswith(("spacy", "thinc"))
        }


def _config(model: str) -> dict[str, Any]:
    """Return the overrides of the model's settings: how its tokenizer is made."""
    if not _USUAL_TOKENIZER.search(models.read_settings(model)):
        return {}
    _register_tokenizer()
    return {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}}


def _register_tokenizer() -> None:
    """Register the tokenizer that is made once."""
    import srsly
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    if registry.has("tokenizers", _TOKENIZER):
        return

    class FastTokenizer(Tokenizer):  # type: ignore[misc]
        """spaCy's tokenizer, empty until it reads its saved state; it also splits at glued marks."""

        def from_bytes(self, bytes_data: bytes, *, exclude: object = ()) -> FastTokenizer:
            """Read the state that `Tokenizer.to_bytes` wrote."""
            saved: Mapping[str, Any] = srsly.msgpack_loads(bytes_data)
            self.rules: Mapping[str, Any] = {}  # set before the patterns, each of which re-sorts them
            for name, how in _PATTERNS.items():
                pattern = saved.get(name)
                if name == "infix_finditer" and pattern is not None:
                    pattern = _add_marks(pattern)
                setattr(self, name, getattr(re.compile(pattern), how) if pattern is not None else None)
            self.faster_heuristics = saved.get("faster_heuristics", True)
            self.rules = saved.get("exceptions") or {}
            return self

    def make() -> Callable[[Language], Tokenizer]:
        return lambda nlp: FastTokenizer(nlp.vocab)

    registry.tokenizers(_TOKENIZER, func=make)


def _split_at_marks(tokenizer: Any) -> None:
    """Make a tokenizer split at glued marks, unless it has no infix pattern or already does."""
    known = getattr(getattr(tokenizer, "infix_finditer", None), "__self__", None)
    if isinstance(known, re.Pattern) and (pattern := _add_marks(known.pattern)) != known.pattern:
        tokenizer.infix_finditer = re.compile(pattern).finditer


def _keep_abbreviations(tokenizer: Any) -> None:
    """Make a tokenizer keep the point of titles that it cuts off, where a sentence would end: Sgt. | Jane Doe."""
    if hasattr(tokenizer, "add_special_case"):
        for title in sorted(ABBREVIATED_TITLES):
            tokenizer.add_special_case(title, [{"ORTH": title}])


def _part_units(tokenizer: Any) -> None:
    """Make a tokenizer cut the point off units of one letter: It cost £9m. | Jane Doe said …"""
    if hasattr(tokenizer, "add_special_case"):
        for unit in ("g", "m", "t"):
            tokenizer.add_special_case(f"{unit}.", [{"ORTH": unit}, {"ORTH": "."}])


def _add_marks(pattern: str) -> str:
    return pattern if pattern.endswith(_GLUED_MARKS[-1]) else "|".join([pattern, *_GLUED_MARKS])
