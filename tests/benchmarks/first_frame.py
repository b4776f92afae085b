"""How long from the command to a readable article, beside an empty Textual app.

    python tests/benchmarks/first_frame.py [--pairs 12] [--json FILE] [ARTICLE]

Both are whole processes on a pseudo terminal of 120×40, started in turn; a run ends when the awaited words have
been drawn (the article's first, or the one word that the otherwise empty app shows). Printed: the median, the
95th percentile and, pair by pair, the ratio. Nothing is kept between runs (QUOTH_HOME is a new folder each
time), so the analysis process starts in every one of them. POSIX only, for want of pseudo terminals elsewhere.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?:<=>]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\)|[@-Z\\-_])", re.S)
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""


def run(command: list[str], awaited: bytes, home: str) -> float:
    """Seconds from starting `command` on a pseudo terminal until `awaited` is on its screen."""
    import fcntl
    import pty
    import struct
    import termios

    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not each time
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(
            TERM="xterm-256color", COLORTERM="truecolor", QUOTH_HOME=home, COLUMNS="120", LINES="40"
        )
        os.execv(command[0], command)  # noqa: S606
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = b""
    try:
        while awaited not in ESCAPES.sub(b"", seen):
            seen += os.read(terminal, 65536)
        return time.perf_counter() - started
    finally:
        os.kill(pid, signal.SIGTERM)
        os.close(terminal)
        os.waitpid(pid, 0)


def main() -> None:
    """Run the pairs and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", type=Path, default=next((ROOT / "seeds").glob("*.txt")))
    parser.add_argument("--pairs", type=int, default=12)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    first = " ".join(args.article.read_text(encoding="utf-8").split()[:5]).encode()
    ours, empty = [], []
    for pair in range(args.pairs + 1):
        with tempfile.TemporaryDirectory() as home:
            a = run([sys.executable, "-m", "tui", str(args.article)], first, home)
            b = run([sys.executable, "-c", EMPTY], b"READY", home)
        if pair:  # the first pair only warms the disk's cache
            ours.append(a)
            empty.append(b)
    ratios = [a / b for a, b in zip(ours, empty, strict=True)]
    result = {
        name: {"median": statistics.median(values), "p95": statistics.quantiles(values, n=20)[-1]}
        for name, values in (("quoth", ours), ("empty app", empty), ("ratio", ratios))
    }
    print(f"{'':<12}{'median':>10}{'p95':>10}   ({len(ratios)} pairs, {args.article.name})")
    for name, row in result.items():
        print(f"{name:<12}{row['median']:>10.3f}{row['p95']:>10.3f}")
    if args.json:
        args.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
