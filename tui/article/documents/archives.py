"""ZIP archives, as office documents and e-books are, unpacked within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from lxml import etree

from tui.article.documents.draft import Refused

MOST_UNPACKED = 120_000_000
"""Unpacked bytes of all parts that are read; more is not a document but a bomb."""

DAMAGED = "is damaged; open it elsewhere, and save it again"


class Archive:
    """A ZIP archive whose parts are read by name. Raises Refused if it is damaged or too large."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Refused(DAMAGED) from None
        self._left = MOST_UNPACKED

    def __contains__(self, name: str) -> bool:
        return name in self._file.NameToInfo

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._file.NameToInfo)

    def read(self, name: str) -> bytes:
        """Return a part, unpacked."""
        try:
            with self._file.open(name) as part:
                data = part.read(self._left + 1)
        except KeyError:
            raise Refused(DAMAGED) from None
        except RuntimeError:  # zipfile's word for a part with a password
            raise Refused("is encrypted; save a copy without its password first") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise Refused(DAMAGED) from None
        self._left -= len(data)
        if self._left < 0:
            raise Refused("holds more than a document can; open it elsewhere")
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part that is XML."""
        return self.parsed(self.read(name))

    @staticmethod
    def parsed(data: bytes) -> etree._Element:
        """Return the root of XML. Entities that it declares are not expanded."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ParseError, ValueError):
            raise Refused(DAMAGED) from None
        if root is None:
            raise Refused(DAMAGED)
        return root
