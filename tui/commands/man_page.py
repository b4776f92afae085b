"""The manual page quoth(1), made from the parsers and the pages of `quoth help`."""

from __future__ import annotations

import re
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterator
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.token import Token

import tui
from tui.commands import NAMES
from tui.commands.arguments import open_parser, summary_of
from tui.session.help_topics import TOPICS, read_topic


def manual() -> str:
    """Return the manual page as roff with man's macros (man(7))."""
    parser = open_parser()
    parser.formatter_class = partial(RawDescriptionHelpFormatter, width=78)  # not this terminal's
    options = parser.format_help().partition("\noptions:\n")[2].partition("\n\n")[0]
    return "\n".join(
        [
            f'.TH QUOTH 1 "" "quoth {tui.__version__}" "User Commands"',
            ".SH NAME",
            r"quoth \- read news in the terminal and see who said what",
            ".SH SYNOPSIS",
            r".B quoth",
            r"[options] [\fISOURCE\fR...]",
            ".br",
            r".B quoth",
            r"\fICOMMAND\fR [arguments]",
            ".SH OPTIONS",
            *_verbatim(options),
            ".SH COMMANDS",
            *(
                line
                for name in NAMES
                for line in (".TP", rf".B quoth {name}", _escaped(f"{summary_of(name)}."))
            ),
            ".PP",
            r"Each has its options in \fBquoth\fR \fICOMMAND\fR \fB\-\-help\fR.",
            *(line for name in TOPICS for line in _section(read_topic(name).text)),
            "",
        ]
    )


def _section(markdown: str) -> Iterator[str]:
    """Turn a page of help into roff, its title into a section and its headings into subsections."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    heading = ""
    cells: list[str] = []
    for token in tokens:
        match token.type:
            case "heading_open":
                heading = ".SH" if token.tag == "h1" else ".SS"
            case "inline" if heading:
                title = _inline(token)
                yield f"{heading} {title.upper() if heading == '.SH' else title}"
                heading = ""
            case "tr_open":
                cells = []
            case "th_open" | "td_open":
                cells.append("")
            case "inline" if cells:
                cells[-1] = _inline(token)
            case "tr_close":
                yield from (".TP", cells[0] or r"\&", r" \(bu ".join(filter(None, cells[1:])))
                cells = []
            case "paragraph_open":
                yield ".PP"
            case "inline":
                yield from _inline(token).splitlines()
            case "code_block" | "fence":
                yield from _verbatim(token.content)


def _inline(token: Token) -> str:
    """Return the text of a line with its code in bold and its emphasis in italics."""
    out = []
    for child in token.children or ():
        match child.type:
            case "text":
                out.append(_escaped(child.content))
            case "code_inline":
                out.append(rf"\fB{_escaped(child.content)}\fR")
            case "em_open" | "strong_open":
                out.append(r"\fI")
            case "em_close" | "strong_close":
                out.append(r"\fR")
            case "softbreak" | "hardbreak":
                out.append("\n")
    return _guarded("".join(out))


def _verbatim(text: str) -> list[str]:
    """Return lines that are shown as they stand."""
    return [".PP", ".nf", ".RS 4", *_guarded(_escaped(text.rstrip("\n"))).splitlines(), ".RE", ".fi"]


def _escaped(text: str) -> str:
    """Escape what has a meaning in roff: backslashes, and hyphens, which it would turn into typographical ones."""
    return text.replace("\\", r"\e").replace("-", r"\-")


def _guarded(text: str) -> str:
    """Keep lines that begin with a dot or an apostrophe from being read as requests."""
    return re.sub(r"(?m)^(?=[.'])", r"\\&", text)
