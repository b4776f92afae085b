"""Keys that match speakers of different articles; cautiously, as a wrong join is worse than a missing one.

Speakers with the same *key* are taken to be the same:

- a person with a full name (two words or more, apart from titles and suffixes such as "MP") is the one who has
that name elsewhere. Middle initials do not matter unless two articles give different ones: "George W. Bush" and
"George H. W. Bush" are two people, "Joe R. Biden" and "Joe Biden" are one. "Jr" separates son and father;
- unless their roles belong to different occupations: a footballer is not the minister of that name;
- a person named by one word ("Mr Trump" in an article without a first name), or by a surname of several words
("van der Leyen", "Le Pen"), belongs to that article only;
- anything else (an organisation, a place, a group) is matched by its exact name, apart from case, accents, full
stops and a leading "the": "the U.N." is "UN", but "UN" is not "United Nations". An acronym in brackets after a
name is not part of it.

Everything else is up to the reader: see `tui.library.people_changes`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.entities.name_parts import GENERATIONS, core, key
from tui.article.folding import without_accents

_ACRONYM = re.compile(r"(?<!\s)\s*\(([A-Z][A-Za-z.&]{1,9})\)\s*$")
_WORD = re.compile(r"[^\W_]+")

_OCCUPATIONS = {
    "sport": frozenset(
        "footballer striker midfielder goalkeeper defender winger forward coach captain golfer cricketer batter "
        "bowler batsman boxer jockey sprinter swimmer cyclist skipper quarterback pitcher athlete referee "
        "goalscorer player".split()
    ),
    "politics": frozenset(
        "president premier minister senator congressman congresswoman mp mep msp governor mayor councillor "
        "chancellor secretary ambassador lawmaker politician deputy representative treasurer whip king queen "
        "prince princess".split()
    ),
    "stage": frozenset(
        "actor actress singer rapper musician comedian guitarist drummer composer novelist poet playwright "
        "painter artist filmmaker".split()
    ),
    "science": frozenset(
        "professor physicist biologist chemist astronomer epidemiologist virologist psychologist historian "
        "economist scientist researcher geologist".split()
    ),
}
_PARTICLES = frozenset(
    "van von der den het ten ter zu zum zur de del della dello dei degli di da do das dos du des la las le les los "
    "bin ibn bint abu el af".split()
)
"""Words that begin surnames. Most are rare as first names; people who have one can be joined by hand."""
_PAST = frozenset({"former", "ex", "retired", "turned"})


def folded(name: str) -> str:
    """Return the letters and digits of a name, in lower case and without accents."""
    plain = without_accents(name.casefold().replace(".", "").replace("’", "").replace("'", ""))
    return " ".join(_WORD.findall(plain))


def occupations(role: str | None) -> frozenset[str]:
    """Return the occupations that this role belongs to, as far as they distinguish namesakes.

    A former role has none: whoever had it may do anything now.
    """
    words = set(folded(role or "").split())
    if words & _PAST:
        return frozenset()
    return frozenset(occupation for occupation, its in _OCCUPATIONS.items() if words & its)


def initials(name: str) -> str:
    """Return the middle initials of a person's name: "hw" for "George H. W. Bush"."""
    return "".join(word for word in core(key(name))[1:-1] if len(word) == 1)


def key_of(name: str, kind: str, article: bytes) -> str:
    """Return the key of a speaker called `name` in the article with this hash; for namesakes see `namesake_key`."""
    if kind != "person" and (kind != "unknown" or len(folded(name).split()) > 1):
        return f"body:{_body(name)}" if _body(name) else _alone(name, article)
    parts = core(key(name))
    kept = [parts[0], *(word for word in parts[1:-1] if len(word) > 1), parts[-1]] if len(parts) > 1 else []
    words = [word for word in (folded(part) for part in kept) if word]
    if len(words) < 2 or all(len(word) == 1 for word in words) or _PARTICLES.issuperset(words[:-1]):
        return _alone(name, article)
    generation = sorted(GENERATIONS & set(key(name)[1:]))
    return f"person:{' '.join([*words, *generation])}"


def may_be_namesake(base: str, name: str, role: str | None) -> bool:
    """Tell whether `namesake_key` can return anything but `base` at all."""
    return base.startswith("person:") and bool(initials(name) or occupations(role))


def namesake_key(base: str, name: str, role: str | None, others: Sequence[tuple[str, str | None]]) -> str:
    """Return the key of a person among `others`, the names and roles of all who have the key `base`.

    This is `base`, with the initials or the occupation added if those of all the others are different.
    """
    mine = initials(name)
    theirs = {found for found in (initials(other) for other, _ in others) if found}
    out = f"{base}/{mine}" if mine and theirs and mine not in theirs else base
    does = occupations(role)
    did = frozenset().union(*(occupations(its) for _, its in others))
    if does and did and not does & did:
        out += f"/{min(does)}"
    return out


def _body(name: str) -> str:
    words = folded(_ACRONYM.sub("", name)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _alone(name: str, article: bytes) -> str:
    return f"here:{folded(name) or name.casefold()}@{article.hex()[:16]}"
