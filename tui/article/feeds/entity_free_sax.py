"""A SAX parser for which a document that declares entities of its own is broken: none is ever expanded.

feedparser takes the modules of the parsers that it is to prefer; what is broken it reads by other means, which
leave the names of such entities as they stand.
"""

from __future__ import annotations

from xml.sax import SAXException
from xml.sax.expatreader import ExpatParser


def create_parser() -> ExpatParser:
    """Return a parser; `xml.sax.make_parser` asks a module for it by this name."""
    return _Parser()


class _Parser(ExpatParser):
    def reset(self) -> None:
        """Begin with another document."""
        super().reset()
        self._parser.EntityDeclHandler = _refuse  # type: ignore[attr-defined]


def _refuse(*_: object) -> None:
    raise SAXException("it declares entities of its own")
