"""The extraction process: reads pages from standard input, writes articles to standard output, one at a time.

A request is a line of JSON ({"size", "source", "url", "charset"}) and `size` bytes; the answer is a line of
JSON, ASCII only. The first line, {"ready": true}, says that everything is loaded.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import IO, Any

from tui.article.article import Article

GIVE_UP = 20  # seconds a page, long after the reader has given up waiting
MEMORY = 480 * 1024 * 1024  # bytes of address space, where the system can hold a process to that


def main() -> None:
    """Serve until standard input ends."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    from tui.article.html import page as html_page
    from tui.article.html.dom import NoTree

    _limit_memory()
    _send(outgoing, {"ready": True})
    while line := incoming.readline():
        request = json.loads(line)
        data = incoming.read(request["size"])
        if len(data) < request["size"]:
            return
        _alarm(GIVE_UP)
        try:
            page = html_page.read_page(data, request["source"], request["url"], request["charset"])
        except NoTree as error:
            _send(outgoing, {"no_page": error.what})
        except MemoryError:
            _send(outgoing, {"no_memory": True})
            return  # what is left of the memory is anybody's guess; the next page gets a fresh process
        except Exception as error:
            _send(outgoing, {"failed": f"{type(error).__name__}: {error}"[:300]})
        else:
            _send(outgoing, {"article": to_json(page.article), "sentence": page.sentence})
        _alarm(0)


def _alarm(seconds: int) -> None:
    """End this process in so many seconds, 0 for not: should the reader die first, no page runs on for ever."""
    if hasattr(signal, "alarm"):  # not on Windows
        signal.alarm(seconds)


def _send(outgoing: IO[bytes], message: dict[str, Any]) -> None:
    outgoing.write(json.dumps(message).encode("ascii") + b"\n")
    outgoing.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows; there the time limit alone holds
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):  # macOS refuses limits below what is mapped already
        return


def to_json(article: Article) -> dict[str, Any]:
    """The article as the answer carries it."""
    return {
        "text": article.text,
        "blocks": [[str(b.kind), b.span.start, b.span.end] for b in article.blocks],
        "links": [[link.span.start, link.span.end, link.address] for link in article.links],
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "encoding": article.encoding,
        "site": article.site,
    }
