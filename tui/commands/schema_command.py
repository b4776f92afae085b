"""`quoth schema FORMAT`: print the JSON Schema of a command's JSON output."""

from __future__ import annotations

import argparse
import sys

from tui.commands.arguments import Parser
from tui.resources import folder
from tui.session.settings import Settings

NAMES = ("quotes", "text")


def parser() -> Parser:
    """Return the parser of `quoth schema`."""
    parser = Parser(
        prog="quoth schema",
        description="Print the JSON Schema (draft 2020-12) of what a command prints as JSON.",
    )
    parser.add_argument("name", choices=NAMES, metavar="COMMAND", help="quotes or text")
    return parser


def run(arguments: argparse.Namespace, _: Settings) -> int:
    """Print the schema and return the exit status."""
    file = folder("schemas") / f"{arguments.name}.schema.json"
    sys.stdout.write(file.read_text(encoding="utf-8"))
    return 0
