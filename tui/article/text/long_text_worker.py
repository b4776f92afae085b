"""The process that reads long texts: see `tui.article.text.long_text`.

A request is {"charset", "url", "name", "kind"} with the bytes of the text. The answer is {"article"} with bytes, as
`tui.article.article_transport` packs them, or {"sentence"} for what cannot be read.
"""

from __future__ import annotations

from tui.article.article_transport import packed
from tui.article.errors import CannotRead
from tui.article.files import from_bytes
from tui.article.source_kind import SourceKind
from tui.worker.serving import Message, serve, take_stdout


def main() -> None:
    """Serve until standard input ends."""
    serve(take_stdout(), _answer)


def _answer(request: Message, data: bytes) -> Message:
    try:
        article = from_bytes(
            data,
            request["name"],
            charset=request["charset"],
            url=request["url"],
            kind=SourceKind(request["kind"]),
        )
    except CannotRead as error:
        return {"sentence": error.message}
    message, packed_article = packed(article)
    return {"article": message, "data": packed_article}
