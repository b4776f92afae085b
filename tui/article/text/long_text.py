"""Read texts that are so long that they would hold up the screen in a separate process."""

from __future__ import annotations

import threading
from dataclasses import replace

from tui.article.article import Article
from tui.article.article_transport import unpacked
from tui.article.errors import CannotRead, named
from tui.article.source_kind import SourceKind
from tui.article.source_process import SourceLimits, SourceProcess

LIMITS = SourceLimits(
    seconds=30.0, memory=480 * 1024 * 1024, what="long texts", advice="split it and read the parts"
)


def read_text(
    data: bytes,
    source: str,
    *,
    charset: str | None = None,
    url: str | None = None,
    name: str | None = None,
    kind: SourceKind,
    cancel: threading.Event | None = None,
) -> Article:
    """Return what `tui.article.files.from_bytes` returns for the same arguments.

    Raises CannotRead as it does, and if the text exceeds `LIMITS`; Cancelled after `cancel.set()`.
    """
    told = name or source
    request = {"charset": charset, "url": url, "name": told, "kind": kind.value}
    answer = PROCESS.ask(request, data, named(told), cancel)
    if "sentence" in answer:
        raise CannotRead(answer["sentence"])
    if "no_memory" in answer:
        raise CannotRead(
            f"{named(told)} takes more memory to read than quoth allows itself; {LIMITS.advice}."
        )
    return replace(unpacked(answer["article"], answer["data"]), source=source)


def stop() -> None:
    """End the process; the next long text starts another."""
    PROCESS.stop()


PROCESS = SourceProcess("tui.article.text.long_text_worker", LIMITS)
