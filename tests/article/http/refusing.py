"""What tests of fetching share: pages, limits, and the one sentence that a fetch ends with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.article.loopback import Visitor, serving
from tui.article.errors import CannotRead
from tui.article.http.fetching import fetch
from tui.article.http.limits import Limits

PAGE = "<p>“We can’t sail,” said Zoë Café.</p>".encode()
SMALL = Limits(size=1_000_000)
SHORT = Limits(connect=60, read=0.15)
PUBLIC, PRIVATE = "93.184.216.34", "10.0.0.7"


def refused(address: str, **options: object) -> str:
    """Return the sentence that fetching `address` ends with."""
    with pytest.raises(CannotRead) as caught:
        fetch(address, **{"limits": SMALL, **options})  # type: ignore[arg-type]
    message = caught.value.message
    assert message.endswith(".")
    assert message.isprintable()
    assert "secret" not in message
    assert "a fault of quoth" not in message
    return message


def refused_by(behaviour: Callable[[Visitor], object], path: str = "/", **options: object) -> str:
    with serving(behaviour) as server:
        return refused(server.url + path, **options)


def raw(*pieces: bytes) -> Callable[[Visitor], None]:
    def behave(visitor: Visitor) -> None:
        for piece in pieces:
            visitor.send(piece)

    return behave


OK = b"HTTP/1.1 200 OK\r\n"
