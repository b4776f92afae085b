"""The commands of the command line, one in each file."""

NAMES = tuple("archive config corrections diff help library quotes schema text watch".split())
"""First words that are commands; any other is a source. Each is a module here with `parser` and `run`."""
