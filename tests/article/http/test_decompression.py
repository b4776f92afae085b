"""tui.article.http.decompression: what was packed comes out, in whatever pieces it came, and nothing else does."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.http.decompression import PIECE, CannotUnpack, unpacked


def bare(data: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": bare,
    "br": brotli.compress,
    "deflate, br": lambda data: brotli.compress(zlib.compress(data)),
    "identity": bytes,
    "": bytes,
}


def cut(data: bytes, sizes: list[int]) -> list[bytes]:
    pieces, at = [], 0
    for size in sizes:
        pieces.append(data[at : at + size])
        at += size
    return [*pieces, data[at:]]


@pytest.mark.parametrize("encoding", PACK)
@given(st.binary(), st.integers(0, 3000), st.lists(st.integers(0, 40)))
def test_there_and_back(encoding: str, data: bytes, times: int, sizes: list[int]) -> None:
    data = data * times
    pieces = list(unpacked(cut(PACK[encoding](data), sizes), encoding))
    assert b"".join(pieces) == data
    if encoding not in ("", "identity"):
        assert all(0 < len(piece) <= 2 * PIECE for piece in pieces)  # brotli may give some bytes more


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "Deflate", "br"])
@given(data=st.binary(min_size=1), at=st.integers(1))
def test_what_is_cut_off_is_told(encoding: str, data: bytes, at: int) -> None:
    packed = PACK[encoding](data)
    with pytest.raises(CannotUnpack):
        list(unpacked([packed[: 1 + at % (len(packed) - 1)]], encoding))


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "gzip, br", "deflate, gzip"])
@given(st.lists(st.binary()))
def test_rubbish_is_told_or_comes_out_somehow(encoding: str, pieces: list[bytes]) -> None:
    with suppress(CannotUnpack):
        assert all(len(piece) <= PIECE for piece in unpacked(pieces, encoding))


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "Deflate", "br"])
def test_nothing_at_all_is_an_empty_page(encoding: str) -> None:
    for pieces in ([], [b""]):
        assert not list(unpacked(pieces, encoding))
