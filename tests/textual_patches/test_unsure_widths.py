"""Words whose width terminals do not agree on leave what stands beside them alone."""

from __future__ import annotations

import re
from unicodedata import category

from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from tui.textual_patches.compositor import ChangedStrips

_PART = re.compile(r"\x1b\[(\d+)?(?:;(\d+))?([HG])|\x1b\[[\d;]*m|(.)", re.DOTALL)


def screen(sent: str, width: int) -> str:
    """Return the first line of a terminal that gives vowel signs of Tamil a cell of their own, as tmux does."""
    cells = ["#"] * width
    column = 0
    for found in _PART.finditer(sent):
        if found[3] == "H":
            column = int(found[2]) - 1
        elif found[3] == "G":
            column = int(found[1]) - 1
        elif found[4] is not None:
            if category(found[4]) == "Mn":
                cells[column - 1] += found[4]
            else:
                cells[column] = found[4]
                column += 1
    return "".join(cells)


def drawn(*strips: tuple[int, list[str]], width: int = 24) -> str:
    console = Console(width=width, color_system=None, force_terminal=True, legacy_windows=False)
    changed = [(0, x, Strip([Segment(text) for text in texts])) for x, texts in strips]
    return screen(ChangedStrips(changed).render_segments(console), width)


def test_a_widget_beside_tamil_stays_in_its_place() -> None:
    words = "மாலை"  # two cells for Textual, four here
    padding = " " * (10 - Segment(words).cell_length)
    assert drawn((0, [words, padding]), (10, ["|panel", " " * 8])) == f"{words}      |panel        "


def test_drawing_the_words_anew_covers_nothing_beside_them() -> None:
    words = "மாலை"
    padding = " " * (10 - Segment(words).cell_length)
    assert drawn((10, ["|panel", " " * 8])).startswith("##########|panel")
    assert drawn((0, [words, padding])) == f"{words}      {'#' * 14}"


def test_a_number_at_the_right_edge_stays_there() -> None:
    words = "மாலை"
    padding = " " * (12 - Segment(words).cell_length)
    assert drawn((0, [words, padding, "7 "]), width=14) == f"{words}        7 "


def test_parts_of_one_word_follow_one_another() -> None:
    assert drawn((0, ["மா", "லை", " " * 18]), width=20).rstrip() == "மாலை"


def test_other_lines_are_written_at_once() -> None:
    assert drawn((0, ["plain ", "words "]), (12, ["|panel      "])) == "plain words |panel      "
