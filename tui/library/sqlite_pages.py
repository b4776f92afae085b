"""Rows read from the pages of an SQLite file, without SQLite: for files that it refuses.

Follows the file format (https://sqlite.org/fileformat2.html, sections 1.6 b-tree pages, 2.1 record format and 4
write-ahead log). Which table a row is of is not known here; rows of deleted content may come up again.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_LEAF = 0x0D  # a leaf of a table that has rowids
_PAGE = 4096
_LONGEST = 1 << 30  # bytes of a row

Value = int | float | str | bytes | None


def rows(data: bytes, log: bytes = b"") -> Iterator[tuple[int, list[Value]]]:
    """Rowid and values of every row in `data`, a file's bytes, its write-ahead log applied.

    Raises nothing: what makes no sense is passed over.
    """
    size = int.from_bytes(data[16:18], "big") if data[:16] == b"SQLite format 3\0" else _PAGE
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1):
        size = _PAGE
    pages = _Pages(data, log, size)
    for number in range(1, pages.count + 1):
        page = pages.get(number)
        head = 100 if number == 1 else 0
        if len(page) < size or page[head] != _LEAF:
            continue
        for at in range(int.from_bytes(page[head + 3 : head + 5], "big")):
            place = head + 8 + 2 * at
            try:
                yield _cell(pages, page, int.from_bytes(page[place : place + 2], "big"))
            except (IndexError, ValueError, struct.error):
                continue


class _Pages:
    def __init__(self, data: bytes, log: bytes, size: int) -> None:
        self.size = size
        self._data = data
        self._newer = _frames(log, size)
        self.count = max(-(-len(data) // size), max(self._newer, default=0))

    def get(self, number: int) -> bytes:
        """The page with this number, counted from 1; short or empty past the end."""
        return self._newer.get(number) or self._data[(number - 1) * self.size : number * self.size]


def _frames(log: bytes, size: int) -> dict[int, bytes]:
    """The newest form of each page in a write-ahead log, as far as transactions were finished."""
    out: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for at in range(32, len(log) - 24 - size + 1, 24 + size):
        number, committed = struct.unpack(">II", log[at : at + 8])
        if log[at + 8 : at + 16] != log[16:24]:
            break  # left over from before the log was begun anew
        waiting[number] = log[at + 24 : at + 24 + size]
        if committed:
            out |= waiting
            waiting = {}
    return out


def _cell(pages: _Pages, page: bytes, at: int) -> tuple[int, list[Value]]:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    if not 0 < length < _LONGEST:
        raise ValueError("no row")
    usable = pages.size
    local = length
    if length > usable - 35:
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        if local > usable - 35:
            local = least
    payload = bytearray(page[at : at + local])
    following = int.from_bytes(page[at + local : at + local + 4], "big") if local < length else 0
    seen = set()
    while len(payload) < length:
        if following in seen or not (more := pages.get(following) if following else b""):
            raise ValueError("cut off")
        seen.add(following)
        payload += more[4 : 4 + length - len(payload)]
        following = int.from_bytes(more[:4], "big")
    return rowid, _record(bytes(payload))


def _record(payload: bytes) -> list[Value]:
    end, at = _varint(payload, 0)
    types = []
    while at < end:
        kind, at = _varint(payload, at)
        types.append(kind)
    at = end
    out: list[Value] = []
    for kind in types:
        length = _LENGTHS[kind] if kind < 12 else (kind - 12) // 2
        part = payload[at : at + length]
        if len(part) < length:
            raise ValueError("cut off")
        at += length
        out.append(_value(kind, part))
    return out


_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)


def _value(kind: int, part: bytes) -> Value:
    if kind == 0 or kind in (10, 11):
        return None
    if kind <= 6:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", part)[0])
    if kind <= 9:
        return kind - 8
    return part.decode("utf-8") if kind % 2 else part  # UnicodeDecodeError is a ValueError


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[at + step]
        if step == 8:
            value = value << 8 | byte
            return (value - (1 << 64) if value >= 1 << 63 else value), at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + step + 1
    raise ValueError("no number")
