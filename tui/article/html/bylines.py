"""Tell the people in a byline from the outlet or agency that stands beside them: "A. Person | Paper"."""

from __future__ import annotations

import re

from tui.article.text.text_boilerplate import date_in

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
_BESIDE = re.compile(
    r"(?<=[\w.]),\s(?!(?:for|For|FOR)\s)|(?<=[^\W\d_]{2})\.\s|/|,?\s(?:for|of|For|FOR)\s(?=[A-Z])"
)
_IN_BRACKETS = re.compile(r"\s?\(([^()]{2,40})\)\Z")
_NOBODY = frozenset(
    "admin administrator webmaster author root user guest anonymous wordpress published submitted"
    " posted updated".split()
)
_LONGEST = 200  # characters

_BY = re.compile(
    r"(?:(?:published|posted|updated)\s.{1,40}?\sby\b|(?:(?:words?|stor(?:y|ies)|report(?:ing|ed)?|text|written|posted|published|updated|analysis|review|comment|opinion|interview"
    r"|contributed|authored|compiled|submitted|article)\s)?by\b:?|authors?:|writers?:|words?:|texte?:|from:)\s*",
    re.IGNORECASE,
)
# What others did, and where the writer can be reached or was: "; Editing by …", "@minasallow", " in Wexcombe".
_OF_OTHERS = re.compile(
    r"\s?(?:[;,|.]\s?|\s(?:with|and)\s)(?:additional\s|further\s)?(?:edit(?:ing|ed)|photo(?:graph)?(?:s|y|ed)?|pictures?|illustrat(?:ed|ions?)|video|fotos?|graphics?|produced"
    r"|translat(?:ed|ion)|reporting|writing|compiled)(?:\s(?:by|from)\b|:).*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\s,|(<]{0,3}(?:[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|@\w{2,30})[>)]?")
_IN_ADDRESS = re.compile(r"\A\s*\S{1,80}@\S{1,80}\s\(([^()@]{3,60})\)\Z")
# "Submitted by Mina Sallow on Mon, 12/05/2025 - 14:03", as Drupal has it.
_WHEN = re.compile(
    r"\son\s(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s)?(?:\d|[A-Z][a-z]{2,8}\s\d).*|\son\s(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\Z",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(r"\s?\((?:she|he|they)/\w{2,6}(?:/\w{2,6})?\)", re.IGNORECASE)
_PLACE = re.compile(r"\s(?:(?:reporting|writing)\s)?(?:in|at|from|reports\sfrom)\s(?:the\s)?[A-Z]\w.{0,50}\Z")
_SPECIAL = re.compile(
    r",?\s(?:special\s(?:to|for)|is\s(?:an?|the)\s|(?:covers|writes|reports)\s).*", re.IGNORECASE
)
_TITLE_WORDS = (
    r"(?:(?:the|senior|chief|deputy|assistant|associate|managing|executive|contributing|acting|former|special|staff|lead|news|political|politics|business|city"
    r"|sports?|foreign|national|international|diplomatic|financial|economics?|economy|finance|health|education|science|technology|tech|environment|climate|energy"
    r"|transport|legal|crime|court|home|world|us|u\.s\.|uk|eu|europe|european|asia|africa|middle|east|washington|westminster|white|house|pentagon|defen[cs]e|security|military"
    r"|investigations?|investigative|data|digital|online|audience|features?|culture|arts|royal|religion|media|social"
    r"|affairs|opinion|editorial|local|general|money|consumer|personal|travel|food|film|tv|music|books|motoring|bureau|bbc|cnn|ap|reuters|post|times)\s)"
)
_ROLE_NOUN = (
    r"(?:editors?|correspondents?|reporters?|writers?|columnists?|journalists?|producers?|analysts?|contributors?"
    r"|photographers?|staff|editor-in-chief|bureau\schief)"
)
_ROLE_BEFORE = re.compile(rf"\A{_TITLE_WORDS}{{0,5}}{_ROLE_NOUN}\s(?=[A-Z])", re.IGNORECASE)
_ROLE_AFTER = re.compile(rf"(?:,\s[^,]*\b|,?\s{_TITLE_WORDS}{{0,5}}){_ROLE_NOUN}(?=,|\Z)", re.IGNORECASE)
_OUTLETS_OWN = re.compile(rf"((?:[Tt]he\s)?\S.{{1,40}}?)(?:['’]s)?\s{_ROLE_NOUN}\s(?=[A-Z]\S*\s[A-Z])")
_STAFF = frozenset(
    "staff report reports reporter reporters reporting writer writers wire wires newsroom desk editor"
    " editors editorial board team news agency agencies"
    " agency online digital web national local city services service contributor contributors"
    " correspondent correspondents columnist by the with and from our of".split()
)
_COLLECTIVE = frozenset(
    "staff reporters reporter agencies newsroom desk team board wire wires correspondents editors".split()
)
"""How a byline ends that names nobody: “Post Staff”, “Guardian staff and agencies”."""
_NO_NAME = frozenset(
    "follow share email print tweet updated published posted by and with for at on in of the author"
    " authors about contact more read view profile bio written"
    " january february march july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday".split()
)
_PARTICLES = frozenset(
    "de da di del della du dos la le van von der den ter ten bin ibn bint al el y e zu af av st. jr."
    " sr. jr sr ii iii".split()
)
_MOST_WORDS = 6  # of one name


def people_and_outlet(byline: str, site: str | None = None) -> tuple[str, str | None]:
    """Return the people of a byline, and the outlet or agency beside them, None if it names none.

    `site` is the page's own outlet. A byline that is an outlet's name alone stays as it is: "Reuters".
    """
    text = without_trimmings(byline)
    outlet = None
    own = " " + (site or "").casefold().removeprefix("the ")
    if len(own) > 1 and text.casefold().endswith(own):  # “Jane Doe The Post”, as one string
        name = re.sub(r"(?i)\sthe\Z", "", text[: -len(own)])
        if " " in name and name[-1] != "," and is_name(name):
            return name, site
    if (found := _OUTLETS_OWN.match(text)) is not None and is_outlet(found[1], site):
        outlet, text = found[1], text[found.end() :]
    if (found := _IN_BRACKETS.search(text)) is not None and found.start() and is_outlet(found[1], site):
        outlet, text = found[1], text[: found.start()]
    people, *others = _APART.split(text)
    if others and people.strip() and not is_outlet(people, site):
        named = [
            each.strip()
            for each in others
            if each.strip() and not _ROLE.search(each) and date_in(each) is None
        ]
        dashed = "|" not in text and "•" not in text and "·" not in text
        if not dashed or all(is_outlet(each, site) for each in named):
            outlet = outlet or next(iter(named), None)
            text = people
    while (cut := _last(_BESIDE, text)) is not None:
        people, other = text[: cut.start()].strip(), text[cut.end() :].strip(" .")
        if not people or not _is_named_outlet(
            other, site, is_sure=cut[0][0] == "." or cut[0].strip(" ,").isalpha()
        ):
            break
        outlet, text = outlet or other, people
    text = without_trimmings(text.strip(" ,|-–—"))
    return text or byline.strip()[:_LONGEST], outlet


def without_trimmings(byline: str) -> str:
    """Return a byline without "By", addresses, roles, places and what others than writers did for the article."""
    text = " ".join(byline.split())[:_LONGEST]
    if (named := _IN_ADDRESS.match(text)) is not None:
        text = named[1]
    if (by := _BY.match(text)) is not None:
        text = text[by.end() :]
    text = _WHEN.sub("", text)
    text = _PRONOUNS.sub("", _ADDRESS.sub(" ", _OF_OTHERS.sub("", text))).strip()
    if text.count(",") == 1:
        text = text.replace(", and ", " and ")
    for pattern in (_ROLE_BEFORE, _SPECIAL, _ROLE_AFTER, _PLACE):
        rest = pattern.sub("", text).strip(" ,")
        if len(rest.split()) > 1 or (rest and pattern is _SPECIAL):  # a name, and not one of its halves
            text = rest
    return " ".join(text.split())


def is_name(words: str) -> bool:
    """Tell whether some words are written as a person's name is, in whatever script."""
    parts = words.split()
    if not 1 <= len(parts) <= _MOST_WORDS or any(c.isdigit() or c in "@:/?!" for c in words):
        return False
    folded = {part.strip(".,").casefold() for part in parts}
    if folded & _NO_NAME or is_nobody(words) or not names_people(words) or _ROLE.search(words):
        return False
    return not any(part[0].islower() and part.casefold() not in _PARTICLES for part in parts)


def names_people(byline: str, site: str | None = None) -> bool:
    """Tell whether a byline names somebody, and not an outlet, an agency or "Staff"."""
    words = re.findall(r"[^\W_]+", byline.casefold())
    if _STAFF.issuperset(words) or (len(words) < 5 and words[-1] in _COLLECTIVE):
        return False
    return any(part.strip() and not is_outlet(part, site) for part in re.split(r",|&|\band\b", byline))


def is_nobody(byline: str) -> bool:
    """Tell whether a byline is what no person is called: "admin"."""
    return byline.casefold() in _NOBODY


def is_agency(outlet: str) -> bool:
    """Tell whether an outlet is an agency or broadcaster that writes for others."""
    return outlet.casefold() in _AGENCIES


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def is_outlet(name: str, site: str | None = None) -> bool:
    """Tell whether `name` is an outlet's or agency's, as its end says or the page, whose own is `site`."""
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
