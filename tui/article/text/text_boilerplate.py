"""What stands round the prose of an article: links to others, bylines, dates, captions, speaker labels.

Each function looks at one line or paragraph alone and says whether it is such a thing; `blocks` decides
with its neighbours in view. Patterns are handed to `re` as strings: it compiles each at its first use, and
an article that needs none of the long ones does not wait for them.
"""

from __future__ import annotations

import re

_LINKS = (
    r"(?:(?:read|see|more|related|recommended|also|suggested)(?:\s+(?:more|also|on|next|this|further|stories|story"
    r"|articles?|links?|topics?|content|coverage|news|reading|posts|from|here|too|the|our)){0,4}"
    r"|(?:more|read|related)\s+(?:on|from|about)(?:\s+\w+){1,3}|read\s+more\s+(?:on|from|about)(?:\s+\w+){1,3}"
    r"|further\s+reading|keep\s+reading|most\s+(?:read|popular)|top\s+stories|elsewhere"
    r"|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|don[’']t\s+miss|what\s+to\s+read\s+next"
    r"|editor[’']?s[’']?\s+(?:picks?|choice)|(?:go|dig)\s+deeper)\s*[:…]?\s*[>»→▸]?\Z"
)
_INLINE_LINK = (
    r"(?:read\s+(?:more|also|next|this)|see\s+also|also\s+read|related(?:\s+(?:story|article|stories|coverage))?"
    r"|more\s+on\s+this(?:\s+story)?|recommended|further\s+reading|(?-i:READ|RELATED|WATCH|LISTEN|MORE|ALSO))"
    r"\s*[:|»>]\s*\S"
)
# The letters that the words of the two begin with: most lines need not be held against the patterns at all.
_LINKS_FIRST = frozenset("re se mo al su fu ke to el yo do wh ed go di".split())
_INLINE_FIRST = frozenset("re se al mo fu wa li".split())
_ADDRESS = r"(?:(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|(?:[-*•]\s+)?\[[^\]\n]{1,300}\]\([^)\s]{1,500}\)\.?)\Z"

_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
).split()
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat".split()
)
_DATE_WORDS = frozenset(
    "sun first last originally published created updated update modified posted on at of am pm a p m s edt est et "
    "pst pdt pt cst cdt ct gmt bst utc cet cest uk today yesterday ago hour hours minute minutes min mins "
    "day days week weeks an z".split()
) | {*_MONTHS, *_DAYS}
_DATE_HINTS = frozenset("published created updated modified posted ago am pm".split()) | set(_MONTHS)
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"((?:1[89]|20)\d\d)\b"
_DAY_FIRST = rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"
_MONTH_FIRST = rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}"
_ISO = rf"\b{_YEAR}-(\d\d)-(\d\d)(?!\d)"

_NAME = r"(?:[A-Z][\w’'.\-]*|de|da|di|del|van|von|der|den|bin|ibn|al|el|la|le|du|dos)"
_AND = r"(?:\s*,\s*|\s+(?:and|AND|&)\s+|\s*,\s+and\s+)"
_BYLINE = (
    r"(?:(?i:words|story|report|reporting|reported|written|analysis|review|comment|opinion|text|article)\s+)?"
    rf"(?:By|BY|by)\s*:?\s+(?P<names>[A-Z][\w’'.\-]*(?:\s+(?!AND\b){_NAME}){{1,5}}"
    rf"(?:{_AND}[A-Z][\w’'.\-]*(?:\s+(?!AND\b){_NAME}){{1,4}}){{0,5}})"
    r"(?P<rest>\s*(?:[,|·•—–/(@]|\s(?:in|for|at|of)\s).{0,80})?\Z"
)
_FULL_NAME = rf"[A-Z][\w’'.\-]*(?:\s+{_NAME}){{1,3}}(?:\s+(?:and|&)\s+[A-Z][\w’'.\-]*(?:\s+{_NAME}){{1,3}})?"
_ROLE = (
    r"(?i)\b(?:editor|correspondent|reporter|writer|columnist|staff|journalist|producer|press|news|analyst"
    r"|bureau)\b"
)

_CAPTION = (
    r"(?:(?:file\s+)?(?:image|photo|photograph|picture|pic|video|figure|fig\.?|graphic|illustration|caption|chart)s?"
    r"(?:\s+(?:source|caption|credit|by|courtesy(?:\s+of)?))?\s*(?:\d+\s*)?[:.]\s*\S"
    r"|image\s+(?:source|caption),(?:\s*\S|\Z)|(?:photo|photograph|picture|image|illustration)s?\s+by\s+(?-i:[A-Z]))"
)
_CREDIT = (
    r"(?:[(\[](?:(?:file\s+)?(?:photo|picture|pic|image|credit|source)s?\b[^()\[\]]{0,80}"
    r"|(?-i:[^()\[\]]{0,60}\b(?:Reuters|REUTERS|AFP|AP|EPA|PA|UPI|Getty|GETTY|Bloomberg|Alamy|Pool)\b(?!-)[^()\[\]]{0,20}))[)\]]"
    r"|\b(?:photo|picture|pic|image|credit)s?:\s*[^.:]{2,60}|(?:getty\s+images|shutterstock|ap\s+photo\S*))\.?\Z"
)
_SPEECH = re.compile(r"[\"“][^\"“”]+[,?!][\"”]\s")
_CREDIT_HINTS = ("(", "[", "/", "photo", "image", "pic", "credit", " via ", "getty", "shutterstock")
_NEWSLETTER = (
    r"(?:sign\s+up\b(?=.{0,200}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|briefing)\b)|subscribe\s+(?:to|now|here|today|for)\b"
    r"|get\s+(?:the|our|more|daily|breaking|all)\s.{0,80}\b(?:inbox|newsletter|delivered\s+(?:to\s+your|straight|daily)|by\s+e-?mail)\b|enter\s+your\s+e-?mail"
    r"|join\s+our\s.{0,60}\b(?:newsletter|mailing\s+list|channel)\b|by\s+(?:signing\s+up|subscribing)\b.{0,60}\byou\s+agree)"
)
_ADVERT = (
    r"[-–—*\s]{0,5}(?:advert(?:isements?|ising)?|ads?|sponsored(?:\s+content)?|promoted|sponsor\s+message"
    r"|(?:story|article|report)\s+continues(?:\s+(?:below|after))?(?:\s+(?:this|the))?(?:\s+(?:ad|advert|advertisement|video))?"
    r"|scroll(?:\s+down)?\s+(?:to|for)\s+(?:continue|more)(?:\s+\w+){0,3}|(?:hide|skip|close|report)(?:\s+this)?\s+(?:ad|advert|advertisement))"
    r"[-–—*:.…\s]{0,5}\Z"
)
_NEWSLETTER_FIRST = frozenset("si su ge en jo by".split())
_POSTED_BY = re.compile(r"[>\s]*[—–―-]{1,2}\s?[^()\n]{1,60}\(@\w{1,30}\)")
_TIME = r"\d[:.]\d\d|\d\s?[ap]\.?m\b|\bago\b"
_POINTER = re.compile("[:|»>]")
_DIGIT = re.compile(r"\d")
_CAPTION_FIRST = "pifgcv"  # the letters that the words of _CAPTION begin with

_ASKED = re.compile(r"(?:Q|A)\.(?=\s)")
_TURN = (
    r"(?P<label>[A-Z][\w.’'&\-]*(?:\s+[\w.’'&\-]+){0,4})(?P<role>,\s[^:.\n]{1,40})?"
    r"\s*(?:\([^)]{1,40}\)\s*)?:(?:\s|\Z)"
)
_NO_SPEAKER = frozenset(
    "breaking update updated exclusive watch listen read related more also photo photos video videos "
    "gallery note correction analysis opinion poll report editor's editor’s editors image caption source "
    "credit warning summary ps subject from to date cc re sent".split()
)


def heads_links(text: str) -> bool:
    """Tell whether `text` is the heading of a list of links: "Read more:", "Related stories"."""
    if len(text) > 60 or text[:2].casefold() not in _LINKS_FIRST:
        return False
    return text[-1] not in '.!?”"' and _matches(_LINKS, text)


def is_link(text: str) -> bool:
    """Tell whether `text` is a link by itself: an address, a Markdown link, "Read more: …" on one line."""
    if len(text) > 600:
        return False
    may_be_address = "](" in text or text[:4].casefold() in ("http", "www.", "pic.", "t.co")
    if may_be_address and _matches(_ADDRESS, text):
        return True
    if len(text) > 160 or text[:2].casefold() not in _INLINE_FIRST:
        return False
    return _POINTER.search(text) is not None and _matches(_INLINE_LINK, text)


def may_be_link(text: str) -> bool:
    """Tell whether `text` may stand under the heading of a list of links: short, and not a full sentence."""
    if is_link(text):
        return True
    return len(text) <= 140 and len(text.split()) <= 20 and text[-1] not in '.!…;:,”"' and text[0] not in '“"'


def byline_names(text: str) -> str | None:
    """Return the names in a byline ("Jane Doe" of "By Jane Doe, Political Editor"), None for no byline."""
    text = text.replace("*", "").strip("_ ")
    if len(text) > 160 or "by" not in text[:12].casefold() or (match := re.match(_BYLINE, text)) is None:
        return None
    names = match["names"]
    words = {word.strip(".,").casefold() for word in names.split()}
    if words & ({*_MONTHS, *_DAYS} - {"may", "march", "april", "june", "jan", "mar"}):
        return None
    if text[-1] in ".!?" and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.\Z", text):
        return None
    first, *others = names.split(",")
    return ",".join([first, *(part for part in others if not re.search(_ROLE, part))]).strip()


def is_name_over_role(text: str, below: str) -> bool:
    """Tell whether `text` is a writer's name that stands over what they are ("Jane Doe", "Political editor")."""
    if len(text) > 60 or len(below) > 60 or below[-1] in ".!?:,":
        return False
    return re.fullmatch(_FULL_NAME, text) is not None and re.search(_ROLE, below) is not None


def is_dateline(text: str) -> bool:
    """Tell whether `text` says only when: a date, a time of day, "Published 3 hours ago"."""
    if len(text) > 100 or _DIGIT.search(text) is None:
        return False
    words = re.findall(r"\w+", text.casefold())
    if not all(
        w in _DATE_WORDS or re.fullmatch(r"\d{1,4}(?:st|nd|rd|th|am|pm|t\d\d|z|h|hr|hrs|min|mins)?", w)
        for w in words
    ):
        return False
    return not _DATE_HINTS.isdisjoint(words) or _search(
        r"\d[:.]\d\d\b|\d\s?[ap]\.?m\b|\d\d\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/\d\d", text
    )


def date_in(text: str) -> str | None:
    """Return the first full date in `text` as YYYY-MM-DD; None without one or where there is no such day."""
    from datetime import date  # not wanted on the way to the first screen

    for pattern, (y, m, d) in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_ISO, (1, 2, 3))):
        if match := re.search(pattern, text, re.IGNORECASE):
            month = match[m].casefold()
            number = int(month) if month.isdigit() else 1 + [n[:3] for n in _MONTHS[:12]].index(month)
            try:
                return date(int(match[y]), number, int(match[d])).isoformat()
            except ValueError:
                return None
    return None


def is_caption(text: str) -> bool:
    """Tell whether `text` is a caption or a credit: it says so itself, or ends with an agency's name.

    Not what somebody says with the agencies after it: “We lost,” Doe said. jbh/msh (AFP, AP)
    """
    if len(text) > 500 or _SPEECH.match(text):
        return False
    if text[0].casefold() in _CAPTION_FIRST and _matches(_CAPTION, text):
        return True
    end = text[-160:].casefold()
    for hint in _CREDIT_HINTS:  # much quicker than the pattern, and than any()
        if hint in end:
            return _search(_CREDIT, text[-160:])
    return False


def is_newsletter(text: str) -> bool:
    """Tell whether `text` asks to subscribe: "Sign up to our newsletter …"."""
    return len(text) <= 400 and text[:2].casefold() in _NEWSLETTER_FIRST and _matches(_NEWSLETTER, text)


def is_advert(text: str) -> bool:
    """Tell whether `text` stands round an advertisement: "Advertisement", "Story continues below"."""
    return len(text) <= 60 and _matches(_ADVERT, text)


def is_author_line(text: str) -> bool:
    """Tell whether `text` is the line under a post: "— Jane Doe (@jane) May 1, 2025"."""
    return len(text) <= 160 and "(@" in text and _POSTED_BY.match(text) is not None


def is_time(text: str) -> bool:
    """Tell whether a date line is short and says what time of day it was, as a live blog's entries do."""
    return len(text) <= 40 and _search(_TIME, text)


def turn_label(text: str) -> str | None:
    """Return the label of a turn of a transcript ("INTERVIEWER:", "Q:", "Q."), None for no turn."""
    if (asked := _ASKED.match(text)) is not None:
        return asked[0]
    match = re.match(_TURN, text) if ":" in text[:90] else None
    if match is None or match.end("label") > 40:
        return None
    label = match["label"]
    if match["role"] and not label.isupper():  # "In Wexcombe, he said:"
        return None
    return None if label.split()[0].casefold() in _NO_SPEAKER else label


def _matches(pattern: str, text: str) -> bool:
    return re.match(pattern, text, re.IGNORECASE) is not None


def _search(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None
