"""Tell the people in a byline from the outlet or agency that stands beside them: "A. Person | Paper"."""

from __future__ import annotations

import re

_AGENCIES = frozenset(
    "ap|afp|reuters|pa|upi|dpa|efe|ansa|tass|xinhua|bloomberg|bbc|bbc news|cnn|npr|pbs|abc news|cbs news|nbc news"
    "|fox news|sky news|itv news|associated press|the associated press|agence france-presse|press association"
    "|pa media|thomson reuters|bloomberg news|united press international|canadian press|the canadian press"
    "|australian associated press|aap|ians|pti|ani|press trust of india|kyodo news|yonhap|anadolu agency|interfax"
    "|deutsche welle|propublica|kff health news|the conversation|tribune news service|tca|states newsroom"
    "|inter press service|al jazeera|voice of america".split("|")
)
_OUTLET_END = re.compile(
    r"\b(?:news|times|post|press|herald|journal|tribune|gazette|chronicle|guardian|observer|telegraph|standard|mail|agency|magazine"
    r"|review|radio|tv|television|network|media|wire|service|dispatch|examiner|globe|sentinel|register|republic|inquirer"
    r"|independent|echo|argus|courier|citizen|advertiser|express|mirror|bulletin|monitor|newspaper|daily|weekly|online|today)\Z"
    r"|\.(?:com|org|net|co\.uk|info|news)\Z",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|staff|journalist|producer|analyst|contributor|photographer|author)\b|@",
    re.IGNORECASE,
)
_APART = re.compile(r"\s[|•·]\s|\s?\|\s?|\s[–—/-]\s")
_BESIDE = re.compile(r"(?<=[\w.]),\s|(?<=[^\W\d_]{2})\.\s|/|\s(?:for|For|FOR)\s(?=[Tt]he\s|THE\s)")
_IN_BRACKETS = re.compile(r"\s?\(([^()]{2,40})\)\Z")
_NOBODY = frozenset("admin administrator webmaster editor author root user guest staff anonymous".split())
_LONGEST = 200  # characters


def people_and_outlet(byline: str, site: str | None = None) -> tuple[str, str | None]:
    """Return the people of a byline, and the outlet or agency beside them, None if it names none.

    `site` is the page's own outlet. A byline that is an outlet's name alone stays as it is: "Reuters".
    """
    text = byline.strip()[:_LONGEST]
    outlet = None
    if (found := _IN_BRACKETS.search(text)) is not None and found.start() and _is_outlet(found[1], site):
        outlet, text = found[1], text[: found.start()]
    people, *others = _APART.split(text)
    if others and people.strip() and not _is_outlet(people, site):
        named = [each.strip() for each in others if each.strip() and not _ROLE.search(each)]
        dashed = "|" not in text and "•" not in text and "·" not in text
        if not dashed or all(_is_outlet(each, site) for each in named):
            outlet = outlet or next(iter(named), None)
            text = people
    while (cut := _last(_BESIDE, text)) is not None:
        people, other = text[: cut.start()].strip(), text[cut.end() :].strip(" .")
        if not people or not _is_named_outlet(
            other, site, is_sure="for" in cut[0].casefold() or cut[0][0] == "."
        ):
            break
        outlet, text = outlet or other, people
    return text.strip(" ,|-–—"), outlet


def is_nobody(byline: str) -> bool:
    """Tell whether a byline is what no person is called: "admin"."""
    return byline.casefold() in _NOBODY


def is_agency(outlet: str) -> bool:
    """Tell whether an outlet is an agency or broadcaster that writes for others."""
    return outlet.casefold() in _AGENCIES


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _is_outlet(name: str, site: str | None) -> bool:
    return _is_named_outlet(name.strip(), site, is_sure=True)


def _is_named_outlet(name: str, site: str | None, *, is_sure: bool) -> bool:
    """Tell whether `name` is an outlet's; if not `is_sure` that an outlet is named here, its last word is not
    enough: "Emily Post" may be the next author."""
    folded = name.casefold()
    own = (site or "").casefold().removeprefix("the ")
    if folded in _AGENCIES or (own and folded.removeprefix("the ") == own):
        return True
    if _OUTLET_END.search(name) is None:
        return False
    return folded.startswith("the ") or "." in name or (is_sure and len(name.split()) > 1)
