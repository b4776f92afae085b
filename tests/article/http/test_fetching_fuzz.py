"""Fetching, handed anything at all for an answer: a page or one clear sentence, no fault of quoth."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.loopback import Server, serving
from tui.article.errors import CannotRead
from tui.article.http.fetching import fetch
from tui.article.http.limits import Limits

NAMES = (
    "Content-Type Content-Length Content-Encoding Transfer-Encoding Location Set-Cookie Retry-After Connection "
    "WWW-Authenticate Trailer Upgrade Keep-Alive Content-Disposition"
).split()
VALUES = (
    "text/html; charset=utf-8|0|5|-1|99999999999999999999|1e3|5, 5|5, 6|gzip|br|deflate|chunked|chunked, gzip|"
    "identity|/|/a|//|?|#|http://|http://[::1|https://localhost:1/|file:///x|javascript:x|a=b; Path=/|=|;|close|"
    "keep-alive|h2c|\x1b[31m|\x00|\xff|é|,|,,,|\ud83d"
).split("|")
bodies = st.one_of(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"5\r\nwords\r\n0\r\n\r\n",
            b"5\r\nwo",
            b"-5\r\nwords\r\n",
            b"0\r\n\r\n",
            b"\x1f\x8b\x08\0",
            b"\x78\x9c",
        ]
    ),
)
headers = st.tuples(
    st.one_of(st.sampled_from(NAMES), st.text(st.characters(max_codepoint=255), max_size=9)),
    st.sampled_from([": ", ":", " : ", ""]),
    st.one_of(st.sampled_from(VALUES), st.text(max_size=40)),
    st.sampled_from(["\r\n", "\n", "\r\n ", "\r"]),
)
statuses = st.one_of(
    st.sampled_from(
        ["HTTP/1.1 200 OK", "HTTP/1.0 200", "HTTP/1.1 302 Found", "HTTP/2 200", "ICY 200 OK", "", "HTTP/1.1"]
    ),
    st.integers(-1, 1000).map("HTTP/1.1 {}".format),
    st.text(max_size=20),
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(lambda visitor: None) as found:
        yield found


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(statuses, st.lists(headers, max_size=6), st.sampled_from(["\r\n", "\n", ""]), bodies)
def test_any_answer(
    server: Server, status: str, head: list[tuple[str, str, str, str]], end: str, body: bytes
) -> None:
    text = f"{status}\r\n" + "".join("".join(parts) for parts in head) + end
    server.behaviour = lambda visitor: visitor.send(text.encode("utf-8", "replace") + body)
    try:
        found = fetch(server.url, limits=Limits(connect=60, read=60, whole=120, size=1000))
    except CannotRead as error:
        message = error.message
    else:
        assert len(found.data) <= 1000
        assert found.url.isascii()
        assert found.url.isprintable()
        return
    assert message.endswith(".")
    assert message.isprintable()
    assert "a fault of quoth" not in message
