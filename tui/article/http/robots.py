"""What a site's robots.txt allows programs that read by themselves (RFC 9309)."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from tui.article.errors import CannotRead, ServerRefused
from tui.article.http.fetching import fetch
from tui.article.http.limits import Limits
from tui.article.http.urls import parse_url

AGENT = "quoth"
"""The name that the rules are looked up for."""
_LIMITS = Limits(size=500_000, whole=20)


class RobotsRules:
    """The rules of each site, fetched once."""

    def __init__(self) -> None:
        self._sites: dict[str, RobotFileParser] = {}

    def allow(self, address: str) -> bool:
        """Tell whether an address may be read automatically. Raises CannotRead if the rules cannot be had."""
        return self._rules(address).can_fetch(AGENT, address)

    def delay(self, address: str) -> float:
        """Return the seconds that a site wants between two readings; 0 if it says nothing, or was not asked."""
        rules = self._sites.get(parse_url(address).origin)
        return float(rules.crawl_delay(AGENT) or 0) if rules is not None else 0.0

    def _rules(self, address: str) -> RobotFileParser:
        origin = parse_url(address).origin
        if origin not in self._sites:
            self._sites[origin] = _fetched(origin)
        return self._sites[origin]


def _fetched(origin: str) -> RobotFileParser:
    rules = RobotFileParser()
    try:
        page = fetch(f"{origin}/robots.txt", limits=_LIMITS)
    except ServerRefused as error:
        if error.status == 429 or error.status >= 500:  # RFC 9309: then nothing may be read
            raise CannotRead(f"{error.message} Its robots.txt was asked for.") from None
        rules.parse([])  # there are no rules
    else:
        rules.parse(page.data.decode("utf-8", "replace").splitlines())
    return rules
