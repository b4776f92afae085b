"""Recognise posts of social media that an article shows among its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.article.html.class_hints import Region, hints
from tui.article.html.text_blocks import Element, TextBlock

_LONGEST_POST = 3000  # characters
_MOST_BOXES = 4  # boxes round a post that hold nothing else
_HANDLE = re.compile(r"[—–-]\s?[^()\n]{1,60}\(@[\w.-]{1,40}\)")
_PLACES = re.compile(
    r"https?://(?:\w+\.)?(?:twitter|x|instagram|facebook|tiktok|threads|linkedin|truthsocial)\.com/|https?://bsky\.app/"
    r"|https?://t\.co/|https?://[\w.-]+/@\w+/\d",
    re.IGNORECASE,
)


def is_post_among(block: TextBlock, most: Collection[Element]) -> bool:
    """Tell whether a block is of a post that stands beside the paragraphs, whose elements are `most`.

    A post in a box of several, "From our accounts", does not.
    """
    box = next((e for e in block.ancestors if any(says is Region.EMBED for _, says in hints(e))), None)
    if box is None:
        return False
    words = box.text_content()
    if len(words) > _LONGEST_POST:
        return False
    signed = _HANDLE.search(words) or any(_PLACES.match(a.get("href") or "") for a in box.iter("a"))
    if not signed:
        return False
    above = box.getparent()
    for _ in range(_MOST_BOXES):
        if above is None or above in most:
            break
        if len(above.text_content().strip()) > len(words.strip()):
            return False
        above = above.getparent()
    return above is not None and above in most
