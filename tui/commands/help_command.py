"""`quoth help [TOPIC]`: pages of help, one for each topic."""

from __future__ import annotations

import argparse
import sys

from tui.commands.arguments import Parser
from tui.session.help_topics import TOPICS, read_topic
from tui.session.settings import Settings

_WIDEST = 100
"""The most cells of a line: longer lines are hard to read, however wide the terminal."""


def parser() -> Parser:
    """Return the parser of `quoth help`."""
    parser = Parser(
        prog="quoth help",
        description="Show a page of help; without a topic, list the topics.",
    )
    parser.add_argument("topic", nargs="?", choices=TOPICS, metavar="TOPIC", help=", ".join(TOPICS))
    parser.add_argument("--man", action="store_true", help="print the manual page, for man")
    return parser


def run(arguments: argparse.Namespace, _: Settings) -> int:
    """Show the topic, drawn on a terminal and as Markdown elsewhere, and return the exit status."""
    if arguments.man:
        from tui.commands.man_page import manual

        sys.stdout.write(manual())
    elif arguments.topic is None:
        lines = (f"  quoth help {topic.name:<12} {topic.title}" for topic in map(read_topic, TOPICS))
        sys.stdout.write("\n".join(("quoth help TOPIC shows one of these pages.", "", *lines, "")))
    elif sys.stdout.isatty():
        _draw(read_topic(arguments.topic).text)
    else:
        sys.stdout.write(read_topic(arguments.topic).text)
    return 0


def _draw(text: str) -> None:
    """Draw a page of Markdown on the terminal."""
    from rich.console import Console

    from tui.session.help_page import HelpPage

    console = Console()
    console.print(HelpPage(text), width=min(console.width, _WIDEST))
