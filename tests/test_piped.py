"""Standard input on a real terminal: what is piped in is read, and the keyboard still works."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo terminals", allow_module_level=True)

from tests.benchmarks.terminal import Program

QUOTH = f"{shlex.quote(sys.executable)} -m tui --private"
TEXT = "Zebra crossings will stay.\n\n“We like them,” said Ann Lee, the mayor of Norvik, on Monday.\n"
PAGE = f"""<!doctype html><html><head><title>Zebra crossings will stay</title></head><body><article>
<h1>Zebra crossings will stay</h1>{"<p>“We like them,” said Ann Lee, the mayor of Norvik, on Monday.</p>" * 6}
</article></body></html>"""
FEED = """<rss version="2.0"><channel><title>Zebra crossings</title><link>https://a.example/</link>
<item><title>Norvik</title><link>/1</link></item></channel></rss>"""


@pytest.mark.parametrize(
    ("command", "content"),
    [("cat {} | {}", TEXT), ("cat {} | {} -", PAGE), ("{1} < {0}", FEED)],
    ids=["text", "page", "feed"],
)
def test_it_is_read_and_keys_work(command: str, content: str, tmp_path: Path) -> None:
    file = tmp_path / "given"
    file.write_text(content, encoding="utf-8")
    line = command.format(shlex.quote(str(file)), QUOTH)
    program = Program(["/bin/sh", "-c", line], str(tmp_path))
    try:
        program.until(b"Zebra")
        program.until(b"Norvik")
        program.press(b"q")
        program.ended()
    finally:
        program.close()
