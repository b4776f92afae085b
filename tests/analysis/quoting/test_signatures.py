"""tui.analysis.quoting.signatures: how much work they are (what they find: test_labels)."""

from __future__ import annotations

from typing import Any

from tui.analysis.quoting import signatures
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

LINE = "— Jane Doe"


class Counted(list[Block]):
    """Blocks that count how often one of them is asked for."""

    asked = 0

    def __getitem__(self, which: Any) -> Any:
        self.asked += 1
        return super().__getitem__(which)


def test_twice_the_block_quotes_are_twice_the_work() -> None:
    count = 2_000
    text = f"{LINE}\n" * count
    starts = range(0, len(text), len(LINE) + 1)
    blocks = Counted(Block(BlockKind.BLOCK_QUOTE, Span(at, at + len(LINE))) for at in starts)
    found = signatures.find(text, blocks, [])
    assert [signed.content[0] for signed in found] == [Span(0, blocks[n].span.end) for n in range(count - 1)]
    assert blocks.asked < 10 * count
