"""How long a key waits while the reader reads a text of 20 MB; prints the worst wait for each kind of text.

    python tests/benchmarks/reading_stalls.py [KIND ...]

The text is read in a thread, as the reader does it, while this one looks at the clock every two milliseconds. What
counts is the CPU time that this process took between two looks: the rest of a wait was another program's.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tui.article import sources
from tui.article.errors import CannotRead

SIZE = 20_000_000  # bytes
MOST = 0.1  # seconds that a key may wait
EVERY = 0.002  # seconds
PROSE = "“We shall see,” said Ann Lee, the mayor of Oxley, on Monday – it was good for the town. " * 5


def of(piece: str | bytes, before: bytes = b"", after: bytes = b"") -> Callable[[], bytes]:
    """Return what makes a text of `SIZE` bytes: a piece over and over, between a beginning and an end."""
    data = piece.encode() if isinstance(piece, str) else piece
    return lambda: before + (data * (SIZE // len(data)))[: SIZE - len(before) - len(after)] + after


HEADINGS = b"# A\n# B\n# C\n"
LINE = "the town and the people in it were glad of what she had said and went to the"
KINDS: dict[str, Callable[[], bytes]] = {
    "prose": of(PROSE + "\n\n"),
    "one paragraph": of(PROSE),
    "one word": of("a"),
    "short lines": of("a" * 72 + "\n"),
    "wrapped, old Mac": of(LINE + "\r"),
    "wrapped, U+2028": of(LINE + "\u2028"),
    "turns": of("ANN LEE: it was good for the town and the people in it, and so we went there.\n"),
    "spaces": of(" ", b"a", b"b"),
    "lines of spaces": of(" " * 70 + "\n", b"", b"b"),
    "damaged UTF-8": of(b"\xff abc def ghi said the man"),
    "Cyrillic": of("Мэр города сказал, что всё хорошо. ".encode("cp1251") * 5 + b"\n\n"),
    "UTF-16": of((PROSE + "\n\n").encode("utf-16-le")),
    "Japanese": of("日本語のニュース。 ".encode("iso2022_jp")),
    "combining marks": of("a" + "\u0301" * 50),
    "front matter": of(" ", b"---\ntitle: a", b"b\nauthor: x\n---\n\nText."),
    "plain front matter": of("x", b"Title: a", b"\nauthor: x\n\nText."),
    "Markdown": of("> a [b](https://c.example/d) **said** `x` " + LINE * 2 + "\n\n", HEADINGS),
    "Markdown links": of("[a](", HEADINGS),
    "Markdown code": of(PROSE + "\n\n", HEADINGS + b"```\n"),
    "a page": of(f"<p>{PROSE}</p>", b"<!doctype html><html><body><article>"),
    "comments": of("<!---->"),
    "an object": of("a", b"{"),
}


def wait(data: bytes) -> tuple[float, float, str]:
    """Return the worst wait and the whole time in seconds, and the sentence for what cannot be read."""
    said = ""

    def read() -> None:
        nonlocal said
        try:
            sources.read_bytes(data, "a.txt")
        except CannotRead as error:
            said = error.message

    thread = threading.Thread(target=read)
    begun = last = time.perf_counter()
    cpu = time.process_time()
    worst = 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(EVERY)
        now, now_cpu = time.perf_counter(), time.process_time()
        worst = max(worst, min(now - last - EVERY, now_cpu - cpu))
        last, cpu = now, now_cpu
    return worst, time.perf_counter() - begun, said


def main() -> int:
    """Print a line for each kind of text; the exit status is 1 if a key would have waited too long."""
    status = 0
    for kind in sys.argv[1:] or KINDS:
        worst, whole, said = wait(KINDS[kind]())
        status |= worst > MOST
        print(f"{kind:20} {worst * 1000:5.0f} ms of {whole:5.1f} s  {said}", flush=True)
    return status


if __name__ == "__main__":
    raise SystemExit(main())
