"""Compressed bodies unpacked a piece at a time: never more in memory than a piece, however small the bomb.

urllib3 can unpack, too; here an end that is missing is told, which it passes over, and no step is unbounded.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

PIECE = 65536  # bytes that come out of one step
KNOWN = ("gzip", "deflate", "br")
_CHAIN = 2  # codings one on the other; nobody needs more than one

_MODES = {"x-gzip": "gzip", "gzip": "gzip", "deflate": "deflate", "br": "br"}
_FOREIGN = frozenset({"zstd", "compress", "x-compress", "dcb", "dcz", "bzip2", "xz"})


class CannotUnpack(ValueError):
    """The body is not what its Content-Encoding says; `what` says what is wrong, as the end of a sentence."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the bytes under the codings of a Content-Encoding header, in pieces of about `PIECE` bytes.

    Codings nobody knows are passed over, as browsers do. Raises CannotUnpack.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    if foreign := _FOREIGN.intersection(names):
        raise CannotUnpack(f"is compressed in a way quoth does not know ({min(foreign)})")
    modes = [_MODES[name] for name in names if name in _MODES]
    if len(modes) > _CHAIN:
        raise CannotUnpack(f"is compressed {len(modes)} times over, as no honest page is")
    for mode in reversed(modes):
        pieces = _UNPACK[mode](pieces)
    return iter(pieces)


def _gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    machine = zlib.decompressobj(31)
    members, begun = 0, False
    for piece in pieces:
        data = piece
        while data:
            begun = True
            if machine.eof:  # another member, or rubbish after the last, which all clients overlook
                machine = zlib.decompressobj(31)
                members += 1
            try:
                yield from _pressed_out(machine, data)
            except zlib.error:
                if members:
                    return
                raise CannotUnpack("is not compressed as it says (gzip)") from None
            data = machine.unused_data if machine.eof else b""
    if begun and not machine.eof and not members:
        raise CannotUnpack("broke off before its end")


def _deflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    machine = None
    begun = b""
    for piece in pieces:
        begun += piece
        if machine is None:
            if len(begun) < 2:
                continue
            # Meant is zlib's format (RFC 1950); servers that send the bare stream are told by its lacking head.
            headed = begun[0] & 15 == 8 and int.from_bytes(begun[:2], "big") % 31 == 0
            machine = zlib.decompressobj(15 if headed else -15)
        try:
            yield from _pressed_out(machine, begun)
        except zlib.error:
            raise CannotUnpack("is not compressed as it says (deflate)") from None
        begun = b""
        if machine.eof:
            return
    if machine is not None or begun:
        raise CannotUnpack("broke off before its end")


def _pressed_out(machine: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    while True:
        out = machine.decompress(data, PIECE)
        if out:
            yield out
        data = machine.unconsumed_tail
        # Without more to put in there may still be some inside, when as much came out as may.
        if machine.eof or (not data and len(out) < PIECE):
            return


def _brotli(pieces: Iterable[bytes]) -> Iterator[bytes]:
    import brotli

    machine = brotli.Decompressor()
    begun = False
    for piece in pieces:
        data = piece
        while data or begun:
            begun = True
            try:
                out = machine.process(data, output_buffer_limit=PIECE)
            except brotli.error:
                raise CannotUnpack("is not compressed as it says (br)") from None
            if out:
                yield out
            data = b""
            if machine.is_finished():
                return
            if machine.can_accept_more_data():
                break
    if begun:
        raise CannotUnpack("broke off before its end")


_UNPACK = {"gzip": _gzip, "deflate": _deflate, "br": _brotli}
