"""JSON that is safe to print and to read line by line: without control characters and line separators."""

from __future__ import annotations

import json
import re
from functools import cache

from tui.article.characters import INVISIBLE_RANGE, SURROGATE_RANGE

# Characters that would act on a terminal, end a line for some reader, or cannot be written as UTF-8.
_ACTIVE = re.compile(f"[\x7f-\x9f\u2028\u2029{INVISIBLE_RANGE}{SURROGATE_RANGE}]")


def dump_json(data: object, indent: int | None = None) -> str:
    """Return `data` as JSON in UTF-8; invisible characters are escaped."""
    return _ACTIVE.sub(lambda found: _escaped(found[0]), json.dumps(data, ensure_ascii=False, indent=indent))


@cache  # a hostile text may hold millions of them
def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1]
