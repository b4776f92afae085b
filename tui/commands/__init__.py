"""What the command line can be asked for, one command a file."""

NAMES = (
    "corrections",
    "help",
    "library",
    "quotes",
    "schema",
    "text",
)
"""First words that are commands; any other is a source. Each is a module here with `parser` and `run`."""
