"""The labels of charsets in headers and pages, and the codecs of Python that they stand for.

Labels mean what they mean in the WHATWG's encoding standard, and only its encodings are known: "iso-8859-1" and
"ascii" are windows-1252, and "utf-7" is unknown.
"""

from __future__ import annotations

import re

import webencodings

_WIDER = {"gbk": "gb18030"}  # the standard decodes the one as the other, which holds all of it
_NEVER = ("x-user-defined", "replacement", "hz")  # what scripts read bytes by; what browsers have given up
_MEDIA = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,80}")
_PARAMETER = re.compile(
    r";\s*charset\s*=\s*(?:\"([^\"]{0,60})\"|'([^']{0,60})'|([^\s;\"']{1,60}))", re.IGNORECASE
)


def codec(label: str | None) -> str | None:
    """Return Python's name of the codec for a charset's label; None for a label that pages do not use."""
    found = webencodings.lookup((label or "").strip().strip("\"'"))
    name: str = found.codec_info.name if found is not None else "replacement"
    return None if name in _NEVER else _WIDER.get(name, name)


def parse_content_type(content_type: str) -> tuple[str, str | None]:
    """Return media type ("text/html", or "") and codec of a Content-Type header; never raises."""
    content_type = content_type[:1000]
    media = content_type.partition(";")[0].strip().lower()
    found = _PARAMETER.search(content_type)
    label = next(filter(None, found.groups()), None) if found else None
    return media if _MEDIA.fullmatch(media) else "", codec(label)
