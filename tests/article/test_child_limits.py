"""Whatever takes a source apart does so in a process whose memory is limited."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.article.documents.made_documents import docx
from tui.article import sources
from tui.article.documents import document_reading
from tui.article.feeds import feed_parsing
from tui.article.html import extraction
from tui.article.text import long_text
from tui.worker import spawning

MOST = 500 * 1024 * 1024  # bytes
READER = 80 * 1000 * 1000  # bytes that the reader itself holds
PAGE = b"<html><body><article><h1>A storm</h1>" + b"<p>The storm came on Monday, and it was long.</p>" * 20
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>A storm</title><link>https://example.org/1</link></item></channel></rss>"""
SOURCES = {
    "page": (PAGE, "a.html"),
    "long text": (b"The storm came on Monday, and it was long.\n\n" * 15_000, "a.txt"),
    "document": (docx(1).data, "a.docx"),
    "feed": (FEED, "a.xml"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="limits are read in /proc")
@pytest.mark.parametrize("kind", SOURCES)
def test_the_process_that_reads_a_source_has_a_limit(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, int]] = []
    spawn = spawning.spawn

    def recorded(module: str, *arguments: str, memory: int = 0) -> object:
        started.append((module, memory))
        return spawn(module, *arguments, memory=memory)

    monkeypatch.setattr(spawning, "spawn", recorded)
    for module in (extraction, long_text, document_reading):
        module.stop()
    data, name = SOURCES[kind]
    sources.read_bytes(data, name)
    ((_, memory),) = started
    assert 0 < memory <= MOST
    pids = [module.PROCESS.pid for module in (extraction, long_text, document_reading)]
    for pid in filter(None, pids):
        assert _address_space(pid) <= MOST
    assert any(pids) or kind == "feed"  # a feed's process ends with its feed
    assert feed_parsing.MEMORY_LIMIT <= MOST
    assert kind != "document" or memory + READER <= 500_000_000


def _address_space(pid: int) -> int:
    """Return the bytes of address space that a process may have."""
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("Max address space"))
    return int(line.split()[3])
