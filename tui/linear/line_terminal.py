"""Line-by-line input and output: what is typed and what is printed."""

from __future__ import annotations

import sys
from contextlib import suppress

from tui.session.exporting.atomic_writing import CannotWrite
from tui.standard_streams import discard


class LineTerminal:
    """Prints lines and asks for commands on standard input and output; nothing is wrapped or coloured."""

    def write(self, line: str = "") -> None:
        """Print a line at once. Raises CannotWrite if standard output is closed or its disk is full."""
        try:
            print(line, flush=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            discard(sys.stdout)
            raise CannotWrite(f"The output cannot be written: {error.strerror or error}.") from None

    def ask(self) -> str | None:
        """Return the next command; None at the end of the input or if it is closed."""
        if sys.stdin is None:
            return None
        with suppress(ImportError):
            import readline  # noqa: F401 (input() then knows the arrow keys and what was typed before)
        try:
            return input("> ")
        except EOFError:
            self.write()
            return None

    @property
    def takes_sequences(self) -> bool:
        """Tell whether escape sequences of quoth's own, such as a copy, reach a terminal."""
        return sys.stdout.isatty()

    def send(self, sequence: str) -> None:
        """Send an escape sequence of quoth's own to the terminal."""
        sys.stdout.write(sequence)
        sys.stdout.flush()
