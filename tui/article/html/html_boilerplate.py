"""Recognise boilerplate by its words: "Advertisement", "Read more", "Share this article".

The phrases are common to many publishers. Each must be the whole block, or begin it in a way that prose does not.
"""

from __future__ import annotations

import re

from tui.article.article import BlockKind
from tui.article.text.text_boilerplate import byline_names, heads_links, is_caption, is_dateline, is_link

_CHROME = (
    r"(?:(?:story\s+continues|article\s+continues|continue[sd]?\s+reading|keep\s+reading|continued)\s*(?:below|after|next)?"
    r"(?:\s+(?:this\s+)?(?:the\s+)?(?:ad|advert|advertisement|video|gallery))?"
    r"|(?:scroll\s+down|skip)\s+(?:for|to|past).{0,60}"
    r"|[-–—\s]*(?:(?:an?\s+)?ad(?:vert(?:isement|ising)?|s)?|sponsored(?:\s+content)?|promoted|paid\s+content)[-–—\s:]*"
    r"|(?:ad|advertisement)\s+(?:feedback|choices|loading\W*)"
    r"|to\s+(?:play|view|watch)\s+this\s+(?:video|audio|content)\b.{0,120}"
    r"|(?:click|tap)\s+(?:here|on|to)\b.{0,90}|loading(?:\W*|\s+.{0,30})|please\s+(?:wait|enable\s+javascript).{0,60}"
    r"|share(?:\s+(?:this|on|via|with|the|story|article|page|post|tweet|pin|email|by|facebook|twitter|whatsapp|link)){0,6}\W*"
    r"|(?:tweet|pin(?:\s+it)?|email|e-mail|print|save|copy(?:\s+link)?|comments?|reply|like|share|follow|facebook|twitter"
    r"|linkedin|reddit|whatsapp|pinterest|flipboard|messenger|telegram|google\+|more|menu|close|search|video|photos?"
    r"|gallery|next|previous|back|home|show\s+more|see\s+all|view\s+all|view\s+gallery|play|replay|mute|listen|watch\s+now"
    r"|download|open|expand|sign\s+in|log\s+in|subscribe|register|topics?|tags?|filed\s+under|media\s+caption|image\s+copyright)"
    r"(?:\s*\(?\d+\)?)?\W*"
    r"|(?:view|see|show|read|add|leave|post|write|join|hide)\s+(?:the\s+|a\s+|your\s+|all\s+)?(?:\d+\s+)?(?:comments?|conversation|discussion|replies)\W*"
    r"|\d+\s+(?:comments?|shares?|views?|likes?|replies)\W*"
    r"|(?:embed(?:ded)?\s+)?(?:code|share\s+link)\W*|(?:text|font)\s+size\W*(?:[a-z+\-]\W*){0,4}"
    r"|(?:(?:copyright\s*)?[©ⓒ]|\(c\)\s|copyright\s+(?:©|\d{4})).{0,300}"
    r"|.{0,120}\ball\s+rights\s+reserved\b.{0,200}"
    r"|this\s+(?:material|story|article)\s+(?:may\s+not\s+be\s+(?:published|reproduced)|originally\s+appeared|was\s+originally\s+published).{0,300}"
    r"|(?:\[?\s*)?(?:photo|image|video|picture)\s*\]?\W*"
    r"|(?:hide\s+caption|toggle\s+caption|enlarge(?:\s+this)?(?:\s+image)?|view\s+image|media\s+playback\s+is\s+(?:unsupported|not\s+supported).{0,40})"
    r"|(?:back\s+to\s+(?:top|home|the\s+top)|return\s+to\s+top|jump\s+to.{0,40}|table\s+of\s+contents)\W*"
    r"|(?:estimated\s+)?(?:reading\s+time|\d+\s+min(?:ute)?s?\s+read)\b.{0,30}"
    r"|(?:follow|like|find|join|connect\s+with)\s+(?:us|me|him|her|@\w+|the\s+\w+|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+(?:on|at)\s+(?:.{0,60}\b(?:twitter|x|facebook|instagram|google|youtube|tiktok|threads|bluesky|mastodon|linkedin|whatsapp|telegram|apple|flipboard|reddit"
    r"|snapchat|pinterest|spotify|twitch|discord|app|our)\b|@|https?:|www\.).{0,60}"
    r"|(?:report\s+(?:a\s+)?(?:typo|error|correction)|have\s+a\s+(?:tip|story)|got\s+a\s+(?:tip|story)|submit\s+a\s+(?:tip|correction)).{0,120})\Z"
)
# What a page's controls and boxes say, each of them all of its block.
_CONTROLS = (
    r"(?:listen(?:\s+(?:to\s+)?(?:this|the)\s+(?:article|story|piece|audio|episode))?\s*[·:|(-]*\s*(?:\d.{0,20})?"
    r"|getting\s+your\s+.{0,20}audio\s+player\s+ready\W*|audio\s+by\s+\w+"
    r"|(?:add|make|set)\s+.{1,40}?\s?(?:as\s+an?\s+)?preferred(?:\s+source)?\s+on\s+google"
    r"|(?:sorry,\s+)?this\s+(?:video|content|audio|clip)\s+(?:is|isn[’']t)\s+(?:not\s+|no\s+longer\s+|any\s+more\s+)?(?:currently\s+)?available.{0,40}"
    r"|(?:gift|save|bookmark|print|reuse|republish)\s+(?:this\s+)?(?:article|story|page|content)|save\s+(?:for\s+later|article|to\s+read\s+later)|bookmark(?:ed)?"
    r"|comments\s+are\s+(?:now\s+)?(?:closed|off|disabled)|skip\s+(?:advertisement|ad)|advertisement\s*[–—-]\s*(?:scroll|continue).{0,40}"
    r"|this\s+article\s+is\s+(?:more\s+than\s+)?\d+\s+(?:years?|months?)\s+old|remove\s+ads|(?:create|register\s+for)\s+(?:a|your)\s+(?:free\s+)?account"
    r"|already\s+have\s+an\s+account\?.{0,20}|view\s+image\s+in\s+full\s?screen|cop(?:y|ied)\s+(?:link\s+)?to\s+clipboard|link\s+copied"
    r"|your\s+browser\s+does\s+not\s+support\s+(?:the\s+)?(?:audio|video|html5|this).{0,40}|please\s+enable\s+(?:cookies|javascript).{0,40}"
    r"|an\s+error\s+(?:has\s+)?occurred|page\s+\d+\s+of\s+\d+|(?:show|hide|view)\s+captions?|sponsor\s+message"
    r"|allow\s+(?:google\s+)?(?:youtube|twitter|x|instagram|facebook|tiktok)\s+content\?|we\s+need\s+your\s+(?:consent|permission)\s+to\s+(?:load|show).{0,60}"
    r"|view\s+(?:this\s+post|more)\s+on\s+(?:instagram|facebook|twitter|x|threads|tiktok)|a\s+post\s+shared\s+by\s+.{1,60}"
    r"|get\s+the\s+app|try\s+(?:it\s+)?(?:for\s+)?free|latest\s+videos\s+from\s+.{2,40}|follow\s+topics\s+(?:and\s+authors\s+)?.{0,40}|up\s+next"
    r"|have\s+your\s+say|what\s+do\s+you\s+think\?\s+(?:leave|let|tell|share).{0,60}|share\s+your\s+thoughts.{0,40}|support\s+local\s+journalism"
    r"|(?:subscribers?|members)\s+only|our\s+standards\s*:.{0,70}|something\s+went\s+wrong|try\s+again(?:\s+later)?|play\s+(?:video|audio|now)|now\s+playing|live\s+blog\s+(?:closed|ended))"
    r"(?:[.!…]*|\.\s+please\s+try\s+again.{0,20})\Z"
)
_NEWSLETTER = (
    r"(?:sign\s+up\s+(?:for|to|here|now)|subscribe\s+(?:to|now|here|today|for)|get\s+(?:the|our|more|daily|breaking)\s+.{0,60}"
    r"(?:inbox|newsletter|e-?mail|alerts|delivered)|(?:enter|type)\s+your\s+e-?mail|(?:our|the|a|free|daily|weekly)\s+newsletter\b"
    r"|join\s+(?:our|the|thousands)\b.{0,60}(?:newsletter|mailing\s+list|subscribers|channel|group)|by\s+(?:signing\s+up|subscribing|clicking|submitting|registering)\b.{0,80}\byou(?:r|\s+(?:agree|accept|consent|will))\b"
    r"|thank\s+you\s+for\s+(?:signing|subscribing|your\s+subscription)|you\s+(?:can|may)\s+unsubscribe|already\s+a\s+(?:subscriber|member)\s*[?!:]"
    r"|support\s+(?:our|independent|quality)\s+journalism|download\s+(?:the|our)\s+.{0,30}\bapp\b|want\s+(?:more|to\s+read\s+more)\b.{0,80}(?:sign\s+up|subscribe|newsletter)"
    r"|(?:your|this)\s+(?:e-?mail|information)\s+(?:address\s+)?will\s+(?:not|never|be)|please\s+(?:subscribe|sign\s+up|log\s*in)"
    r"|we\s+use\s+cookies|this\s+(?:web)?site\s+uses\s+cookies|to\s+(?:continue|keep)\s+reading,?\s+(?:please\s+)?(?:subscribe|register|log|sign)).{0,400}\Z"
)
_LINK = (
    r"(?:(?:read|see|watch|listen|check\s+out|learn|find\s+out|more)\s*(?:more|also|next|this|here|too)?\s*(?:on|about|at|from|in|here)?\s*[:>»|\-–—]"
    r"|(?:related|recommended|trending|popular|don[’']t\s+miss|more\s+(?:on|from|about)|read\s+(?:more|also|next)|also\s+read|see\s+also|you\s+(?:may|might)\s+(?:also\s+)?like"
    r"|must[- ]read|in\s+(?:pictures|photos|video)|watch|gallery|photos?"
    r"|video|explainer|opinion|podcast|more|most\s+read|from\s+the\s+archive)\b\s*[:>»|\-–—]?)"
)
_CREDIT = (
    r"(?:(?:photo|image|picture|pic|illustration|photograph|graphic|video|screenshot|file\s+photo)s?(?:\s+(?:by|credit|courtesy|source|via|from|copyright))?\s*[:/|]\s*.{2,100}"
    r"|(?:photo|image|photograph|illustration)s?\s+(?:by|courtesy\s+of|credit)\s+.{2,80}"
    r"|(?:getty(?:\s+images)?|ap(?:\s+photo)?|afp|epa|reuters|shutterstock|istock(?:photo)?|pa(?:\s+wire)?|rex(?:\s+features)?|alamy)(?:\s*[/|,-]\s*[\w\s/.'’-]{0,50})?"
    r"|[\w\s.'’-]{2,40}\s*/\s*(?:getty(?:\s+images)?|ap(?:\s+photo)?|afp|epa|reuters|shutterstock|pa(?:\s+wire)?|rex(?:\s+features)?|alamy)(?:[\s/].{0,30})?"
    r"|source\s*:\s*.{2,60}|credit\s*:\s*.{2,80})\Z"
)
_RELATED_HEADING = (
    r"(?:related|more|read|see|also|recommended|popular|trending|latest|top|most|you\s+may|you\s+might|what\s+to\s+read|further|editor|don[’']t\s+miss"
    r"|around\s+the\s+web|from\s+(?:the\s+web|our\s+partners|around)|sponsored|comments?|leave\s+a|share|about\s+the\s+authors?|tags|topics|follow|newsletter"
    r"|sign\s+up|subscribe|join\s+the|next\s+(?:up|article|story)|previous|in\s+this\s+(?:section|topic)|promoted|elsewhere|up\s+next|discussion|advertisement)\b"
)


def boilerplate_kind(text: str, link_share: float) -> BlockKind | None:
    """Return the kind of a block whose words show that it is not prose; None for one that may be prose.

    SUBHEADING stands for what is never shown, such as buttons. `link_share` is the block's share of link text.
    """
    if len(text) <= 400 and not any(c.isalnum() for c in text):
        return BlockKind.SUBHEADING  # "* * *"
    if "{{" in text and "}}" in text:  # a template that no script filled in: "{{ author.name }}"
        return BlockKind.SUBHEADING
    if len(text) <= 420 and _matches(_CHROME, text):  # "Share this article", "12 comments"
        return BlockKind.SUBHEADING
    if len(text) <= 140 and _matches(_CONTROLS, text):  # "Listen to this story · 5 min"
        return BlockKind.SUBHEADING
    if len(text) <= 500 and _matches(_NEWSLETTER, text):  # "Sign up for our weekly newsletter"
        return BlockKind.NEWSLETTER
    if len(text) <= 160 and _matches(_CREDIT, text):  # "Photograph: Jon Bell/Reuters"
        return BlockKind.CAPTION
    if is_dateline(text) or _is_line_of_dates(text):  # "Published 20 May 2025"
        return BlockKind.DATELINE
    if len(text) <= 160 and byline_names(text) is not None:  # "By Mina Sallow, Harbour correspondent"
        return BlockKind.BYLINE
    if heads_links(text) or is_link(text):  # "Read more:", "Related: Ferry stays in port"
        return BlockKind.LINK_LIST
    # "Watch the storm come in" leads to a video if it is a link; as plain text it may belong to the article.
    if link_share > 0.5 and len(text) <= 220 and re.match(_LINK, text, re.IGNORECASE):
        return BlockKind.LINK_LIST
    if is_caption(text) and len(text) <= 300:  # "Image caption: The harbour at dusk"
        return BlockKind.CAPTION
    return None


def _is_line_of_dates(text: str) -> bool:
    """Tell whether a line holds a date, and after it only others and an outlet: "20 May 2025 / Post News"."""
    if len(text) > 100:
        return False
    first, *others = re.split(r"\s[/|•·]\s", text)
    return (
        bool(others)
        and is_dateline(first)
        and all(is_dateline(each) or (len(each.split()) <= 3 and each[-1:].isalnum()) for each in others)
    )


def heads_boilerplate(text: str) -> bool:
    """Tell whether a heading opens boilerplate: "Related", "Comments", "About the author"."""
    return len(text) <= 60 and re.match(_RELATED_HEADING, text, re.IGNORECASE) is not None


def _matches(pattern: str, text: str) -> bool:
    return re.match(pattern, text, re.IGNORECASE) is not None
