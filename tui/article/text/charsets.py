"""Names of charsets as servers and pages write them, to Python's codecs; only those that web pages are in.

Labels mean what they mean in the WHATWG's encoding standard: "iso-8859-1" and "ascii" are windows-1252.
"""

from __future__ import annotations

import codecs
import re

_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
_OTHER_NAMES = {"x-sjis": "cp932", "x-gbk": "gb18030", "x-mac-roman": "mac_roman", "macintosh": "mac_roman"}
# Codecs of text that no page is written in, and that read something else, or take long, on hostile bytes.
_NEVER = frozenset(
    "utf-7 idna punycode unicode-escape raw-unicode-escape undefined mbcs oem palmos charmap".split()
)
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,39}")
_PARAMETER = re.compile(
    r";\s*charset\s*=\s*(?:\"([^\"]{0,60})\"|'([^']{0,60})'|([^\s;\"']{1,60}))", re.IGNORECASE
)


def codec(label: str | None) -> str | None:
    """Python's name of the codec for a charset's label; None where there is none that pages are written in."""
    label = (label or "").strip().strip("\"'").lower()
    if _LABEL.fullmatch(label) is None:
        return None
    label = _OTHER_NAMES.get(label, label.removeprefix("x-"))
    try:
        found = codecs.lookup(label)
        "".encode(label)  # LookupError: a codec, but not of text
    except (LookupError, UnicodeError, ValueError):
        return None
    name = found.name
    return None if name.replace("_", "-") in _NEVER else _AS_BROWSERS_DO.get(name, name)


def of_header(content_type: str) -> tuple[str, str | None]:
    """Media type ("text/html", or "") and codec of a Content-Type header; never raises."""
    content_type = content_type[:1000]
    media = content_type.partition(";")[0].strip().lower()
    if re.fullmatch(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,80}", media) is None:
        media = ""
    found = _PARAMETER.search(content_type)
    return media, codec(next(filter(None, found.groups()), None)) if found else None
