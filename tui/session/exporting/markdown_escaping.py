"""Escaping of text so that Markdown shows it literally.

CommonMark 0.31, section 2.4 (backslash escapes), and what acts in running text in other dialects. GitHub's adds
tables, strikethrough, mathematics and addresses that become links by themselves; Obsidian's and Zettlr's add tags,
comments, highlights, ids of blocks, citations and definitions.
"""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`*_\[\]<>|~]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(?=:)|(www)(?=\.)")
_AT_START = re.compile(r"^(?:[#+\-=](?=\s|$|[#+\-=])|\d{1,9}(?=[.)](?:\s|$)))")
_DIALECTS = re.compile(r"\\.|#(?=\S|$)|%(?=%)|(?<=%)%|=(?==)|(?<==)=|\^|@(?=\w)|^:")
_NOT_IN_ADDRESS = re.compile(r"[^!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]")


def escape_markdown(text: str) -> str:
    """Return one line of text, without a line end in it, as Markdown that may stand at the beginning of a line."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _ENTITY.sub(r"\\&", text)
    text = _LINK.sub(lambda found: f"{found[0]}\\", text)
    if text.count("$") > 1:
        text = text.replace("$", "\\$")
    if start := _AT_START.match(text):
        text = f"{start[0]}\\{text[start.end() :]}" if start[0].isdigit() else f"\\{text}"
    # What is escaped already is matched first, and so is not escaped twice.
    return _DIALECTS.sub(lambda found: found[0] if found[0][0] == "\\" else f"\\{found[0]}", text)


def autolink(url: str) -> str:
    """Return a web address as a link that shows itself, any other as plain text."""
    if not re.match(r"(?i)https?://[^/\s]", url):
        return escape_markdown(url)
    safe = _NOT_IN_ADDRESS.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), url
    )
    return f"<{safe}>"
