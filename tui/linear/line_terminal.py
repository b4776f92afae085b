"""The lines that go in and out: what is typed, what is printed."""

from __future__ import annotations

import sys
from contextlib import suppress


class LineTerminal:
    """Prints lines and asks for commands on standard input and output; nothing is wrapped or coloured."""

    def write(self, line: str = "") -> None:
        """Print a line at once. Raises OSError where standard output is closed."""
        print(line, flush=True)

    def ask(self) -> str | None:
        """Return the next command; None at the end of the input."""
        with suppress(ImportError):
            import readline  # noqa: F401 (input() then knows the arrow keys and what was typed before)
        try:
            return input("> ")
        except EOFError:
            self.write()
            return None

    @property
    def takes_sequences(self) -> bool:
        """Whether escape sequences of quoth's own, such as a copy, reach a terminal."""
        return sys.stdout.isatty()

    def send(self, sequence: str) -> None:
        """Send an escape sequence of quoth's own to the terminal."""
        sys.stdout.write(sequence)
        sys.stdout.flush()
