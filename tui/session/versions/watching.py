"""Watching pages: when each is read again, and what is kept of it in between."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.errors import CannotRead, ServerRefused
from tui.article.http.fetching import Validators, fetch
from tui.article.http.robots import RobotsRules
from tui.article.http.urls import normalise_url
from tui.article.sources import read_bytes
from tui.library.content_keys import text_hash
from tui.library.source_versions import versions_of
from tui.session.versions.text_changes import compare

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.session.versions.text_changes import TextChanges

LEAST = 60.0
"""The fewest seconds between two readings of a page."""
_LONGEST_WAIT = 7 * 86_400.0  # seconds; a server that asks for longer is asked again after that
_GONE = (404, 410)
_WAITS = (429, 503)
_DEFAULT_WAIT = 900.0  # seconds, where a server that is asked too often does not say


@dataclass(frozen=True, slots=True)
class WatchState:
    """What is kept of a page. Times are seconds since 1970; `text` is the hash of its text, "" without one."""

    read: float = 0.0
    not_before: float = 0.0
    url: str = ""
    etag: str | None = None
    modified: str | None = None
    text: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class PageChange:
    """What happened to a page: “changed”, “gone”, “back”. `old` and `new` are None if there is no text."""

    what: str
    address: str
    old: Article | None = None
    new: Article | None = None
    changes: TextChanges | None = None
    status: int | None = None


class PageWatcher:
    """Reads pages again. Without a library it remembers them only as long as it lives."""

    def __init__(self, library: Library | None, now: Callable[[], float]) -> None:
        """Watch pages; `now` returns the time in seconds since 1970."""
        self._library = library
        self._now = now
        self._robots = RobotsRules()
        self._states: dict[str, WatchState] = {}
        self._articles: dict[str, Article] = {}

    def due(self, address: str, every: float) -> float:
        """Return when to read a page next, in seconds since 1970; `every` is the interval asked for."""
        state = self._state(address)
        if not state.read:
            return state.not_before
        pause = max(LEAST, every, self._robots.delay(address))
        return max(state.read + pause, state.not_before)

    def read(self, address: str) -> PageChange | None:
        """Read a page, and return what happened to it since it was read last; None for nothing.

        Raises CannotRead, also where the site's rules do not allow it.
        """
        address = normalise_url(address)
        self._keep(address, state := replace(self._state(address), read=self._now()))
        if not self._robots.allow(address):
            raise CannotRead(f"The site does not allow that “{address}” is read automatically (robots.txt).")
        known = Validators(state.url, state.etag, state.modified) if state.url and not state.gone else None
        try:
            page = fetch(address, validators=known)
        except ServerRefused as error:
            return self._refused(address, state, error)
        if page.is_unchanged:
            return None
        article = read_bytes(
            page.data,
            address,
            url=page.url,
            charset=page.charset,
            content_type=page.content_type,
        )
        if not isinstance(article, Article):
            raise CannotRead(f"“{address}” is a list of several articles; watch one of them.")
        old = self._article(address, state)
        validators = page.validators or Validators(page.url)
        after = replace(
            state,
            url=validators.url,
            etag=validators.etag,
            modified=validators.modified,
            text=text_hash(article.text).hex(),
            gone=False,
            not_before=0.0,
        )
        changes = compare(old, article) if old is not None else None
        if changes or old is None or state.gone:
            self._remember(article)
        else:
            after = replace(after, text=state.text)  # only furniture has changed
        self._keep(address, after)
        if state.gone:
            return PageChange("back", address, old, article, changes)
        return PageChange("changed", address, old, article, changes) if changes else None

    def _refused(self, address: str, state: WatchState, error: ServerRefused) -> PageChange | None:
        if error.status in _GONE:
            self._keep(address, replace(state, gone=True))
            if state.gone:
                return None
            return PageChange("gone", address, self._article(address, state), status=error.status)
        if error.status in _WAITS:
            wait = _seconds(error.retry_after, self._now())
            self._keep(address, replace(state, not_before=self._now() + min(_LONGEST_WAIT, wait)))
        raise CannotRead(error.message)

    # What is kept

    def _state(self, address: str) -> WatchState:
        address = normalise_url(address)
        if address not in self._states:
            kept = self._library.preference(_name(address)) if self._library is not None else None
            self._states[address] = _read_state(kept)
        return self._states[address]

    def _keep(self, address: str, state: WatchState) -> None:
        self._states[address] = state
        if self._library is not None:
            self._library.set_preference(_name(address), json.dumps(asdict(state)))

    def _article(self, address: str, state: WatchState) -> Article | None:
        """Return what was read last; for a page not watched before, what was read in the reader."""
        if not state.text:
            if self._library is None or not (found := versions_of(self._library, address, 1)):
                return None
            return self._library.article(found[-1].text_hash)
        if self._library is not None:
            return self._library.article(bytes.fromhex(state.text))
        return self._articles.get(state.text)

    def _remember(self, article: Article) -> None:
        if self._library is not None:
            self._library.keep_watched(article)
        else:
            self._articles[text_hash(article.text).hex()] = article


def _name(address: str) -> str:
    return f"watched {address}"


def _read_state(kept: str | None) -> WatchState:
    try:
        data = json.loads(kept) if kept else {}
        state = WatchState(**{each.name: data[each.name] for each in fields(WatchState) if each.name in data})
        bytes.fromhex(state.text)
        return replace(state, read=float(state.read), not_before=float(state.not_before))
    except (ValueError, TypeError, AttributeError):
        return WatchState()


def _seconds(retry_after: str | None, now: float) -> float:
    """Return the seconds that a Retry-After header asks to wait: a number or a date."""
    wanted = (retry_after or "").strip()
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 10:
        return float(wanted)
    try:
        when = parsedate_to_datetime(wanted)
    except (ValueError, TypeError):
        return _DEFAULT_WAIT
    return max(0.0, (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - now)


def moment(seconds: float) -> str:
    """Return a time in seconds since 1970 as ISO 8601 in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
