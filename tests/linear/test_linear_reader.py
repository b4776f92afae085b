"""`quoth --linear`: what is printed for each command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.samples import seed_analysis, seed_article
from tui.analysis.model import identify
from tui.article.errors import CannotRead
from tui.library.library import Library
from tui.linear.line_terminal import LineTerminal
from tui.linear.linear_reader import COMMANDS, LinearReader
from tui.session.settings import Settings


class Lines(LineTerminal):
    """Types some commands, and collects what is printed for each."""

    def __init__(self, commands: Sequence[str]) -> None:
        self._commands = iter(commands)
        self.printed: list[list[str]] = [[]]

    def write(self, line: str = "") -> None:
        self.printed[-1].append(line)

    def ask(self) -> str | None:
        self.printed.append([])
        return next(self._commands, None)

    @property
    def takes_sequences(self) -> bool:
        return False


@pytest.fixture
def seed(tmp_path: Path) -> str:
    """Return the seed article as a file, with its analysis kept, so that no process is needed."""
    article = seed_article()
    file = tmp_path / "seed.txt"
    file.write_text(article.text, encoding="utf-8")
    library = Library.open()
    library.keep(article, replace(seed_analysis(), model=identify()))
    library.close()
    return str(file)


def typed(source: str | Sequence[str], *commands: str) -> list[list[str]]:
    """Return what is printed at the start, then for each command."""
    lines = Lines(commands)
    sources = [source] if isinstance(source, str) else source
    assert LinearReader(Settings(), lines).run(sources) == 0
    return lines.printed


def test_enter_reads_on_paragraph_by_paragraph_and_the_place_is_kept(seed: str) -> None:
    start, first, second, again, back, _ = typed(seed, "", "", "r", "p")
    assert "8 quotes" in start[-1]
    assert first[0].startswith("Donald Trump has said he is")
    assert second == again
    assert back == first
    typed(seed, "", "")
    _, on, _ = typed(seed, "")
    assert on == second


def test_paragraphs_are_counted_as_citations_count_them(seed: str) -> None:
    start, _, quote, _, cited, paragraph, beyond, _ = typed(seed, "f zelenskyy", "n", "Y", "c", "12", "99")
    number = re.search(r"Paragraph (\d+)", quote[0])
    assert number
    assert cited[-1].endswith(f"paragraph {number[1]}")
    assert paragraph[0].startswith("Dmitry Peskov said, quote: Overall")
    assert start[-1].startswith("19 paragraphs, ")
    assert beyond == ["The article has 19 paragraphs."]


def test_quotes_speakers_and_the_filter(seed: str) -> None:
    _, n, w, f, n2, everybody, filtered, none, _ = typed(
        seed, "n", "w", "f peskov", "n", "f", "/ cue:refused", "/ zebra"
    )
    assert n[0].startswith("Quote 1 of 8")
    assert w[0].startswith("Donald Trump")
    assert f[0].startswith("Only Dmitry Peskov, Kremlin spokesperson. 2 of 8 quotes match")
    assert n2[1].startswith("Dmitry Peskov refused to say who")
    assert everybody[0].startswith("Everybody.")
    assert filtered == ["1 of 8 quotes match the filter cue:refused."]
    assert none == ["0 of 8 quotes match the filter zebra."]


def test_searching_goes_to_the_paragraph(seed: str) -> None:
    _, found, further, nothing, _ = typed(seed, "s Istanbul", "s", "s zebra")
    assert found[0] == "2 places; s goes to the next."
    assert "Istanbul" in found[1]
    assert "Istanbul" in further[0]
    assert further != found[1:]
    assert nothing == ["“zebra” is not in this article."]


def test_a_copy_can_be_printed_and_a_quote_clipped_and_exported(seed: str, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    _, _, y, c, m, m2, e, again, bad, _ = typed(
        seed, "n", "Y", "c", "m", "m", f"e {target}", f"e {target}", "e out.xyz"
    )
    assert "c prints it" in y[0] or "Copied" in y[0]
    assert "Donald Trump" in c[0]
    assert (m, m2) == (["Clipped."], ["Clipping removed."])
    assert e == [f"8 quotes written to {target}."]
    assert "Peskov" in target.read_text(encoding="utf-8")
    assert "exists" in again[0]
    assert ".md" in bad[0]


def test_lists_of_what_there_is(seed: str) -> None:
    _, speakers, quotes, names, _ = typed(seed, "speakers", "quotes", "names")
    assert any(line.startswith("Dmitry Peskov, Kremlin spokesperson: 2 quotes") for line in speakers)
    assert len(quotes) == 16
    assert any("Turkey" in line for line in names)


def test_several_sources_are_a_list_to_move_through(seed: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing is said here.", encoding="utf-8")
    start, early, opened, further, end, shown, wrong, _ = typed(
        [seed, str(other)], "n", "1", "]", "]", "list", "o 7"
    )
    assert start[1:] == ["1. seed.txt", "2. other.txt"]
    assert early == ["Type the number of an article, or ? for help."]
    assert opened[0] == "seed.txt"
    assert further[0] == "other.txt"
    assert "This is the last article of the list" in end[0]
    assert shown == start
    assert wrong == ["The list has 2 articles."]


def test_what_cannot_be_read_is_a_sentence(seed: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    _, opened, after, unknown, helped, _ = typed(seed, f"o {missing}", "n", "zebra", "?")
    assert "missing.txt" in opened[0]
    assert after[0].startswith("Quote 1 of 8")
    assert unknown == ["There is no command “zebra”; ? lists them."]
    assert len(helped) == len(COMMANDS)
    with pytest.raises(CannotRead):
        typed(missing)
