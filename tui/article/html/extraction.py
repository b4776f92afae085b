"""Extract articles from web pages in a separate process.

No page can thus hang the reader, use up its memory or crash it, and lxml and trafilatura are not imported here.
"""

from __future__ import annotations

import threading
from dataclasses import replace

from tui.article.article import Article
from tui.article.article_transport import unpacked
from tui.article.errors import CannotRead, NoArticle, named
from tui.article.sanitising import one_line
from tui.article.source_process import SourceLimits, SourceProcess
from tui.worker.serving import Message

LARGEST = 20 * 1024 * 1024  # bytes of a page
LIMITS = SourceLimits(seconds=4.5, memory=480 * 1024 * 1024, what="pages", advice="open it in the browser")


def extract(
    data: bytes,
    source: str,
    *,
    url: str | None = None,
    charset: str | None = None,
    cancel: threading.Event | None = None,
) -> Article:
    """Return the article of the HTML page `data`.

    `source` is what the user named, `url` the address of the page, against which relative links are resolved,
    and `charset` what the server said. May be called from several threads; pages wait for one another. Raises
    NoArticle for a page without one (`raw` is all its text); CannotRead for data that is not a page, or exceeds
    `LARGEST` or `LIMITS`; Cancelled after `cancel.set()`. The next page can be read whatever happened to this
    one.
    """
    answer = _ask({"source": source, "url": url, "charset": charset, "saved": False}, data, cancel)
    return _article(answer, source)


def extract_saved(data: bytes, source: str, *, cancel: threading.Event | None = None) -> Article | None:
    """Return the article of a page that a browser saved as one file, None if the file holds no page.

    The file is taken apart in the process, too. Raises what `extract` raises.
    """
    answer = _ask({"source": source, "url": None, "charset": None, "saved": True}, data, cancel)
    return None if "nothing_saved" in answer else _article(answer, source)


def extract_fragment(
    html: str, source: str, *, title: str | None, url: str | None, cancel: threading.Event | None = None
) -> Article:
    """Return the article that some HTML is, all of it, as a feed gives it. Raises what `extract` raises."""
    data = html.encode("utf-8", "replace")
    return _article(_ask({"source": source, "url": url, "fragment": title or ""}, data, cancel), source)


def _ask(request: Message, data: bytes, cancel: threading.Event | None) -> Message:
    """Return the answer to a request. Raises CannotRead if it holds no page."""
    name = named(request["source"])
    if len(data) > LARGEST:
        raise CannotRead(
            f"{name} is larger than {LARGEST >> 20} MB, which is too large for a page; open it in the browser."
        )
    answer = PROCESS.ask(request, data, name, cancel)
    if "no_page" in answer:
        raise CannotRead(
            f"{name} is {one_line(answer['no_page'])}, not a page that can be read; open it elsewhere."
        )
    if "no_memory" in answer:
        raise CannotRead(f"{name} takes more memory to read than a page may; open it in the browser.")
    if "failed" in answer:
        reason = one_line(answer["failed"])
        raise CannotRead(f"{name} cannot be read as a page ({reason}); open it in the browser.")
    return answer


def _article(answer: Message, source: str) -> Article:
    """Return the article in an answer. Raises NoArticle if the page holds none."""
    article = replace(unpacked(answer["article"], answer["data"]), source=source, page=True)
    if answer["sentence"] is not None:
        raise NoArticle(
            one_line(answer["sentence"]),
            article if article.text.strip() else None,
            is_list=answer["is_list"],
        )
    return article


def stop() -> None:
    """End the process; the next page starts another."""
    PROCESS.stop()


PROCESS = SourceProcess("tui.article.html.extraction_worker", LIMITS)
