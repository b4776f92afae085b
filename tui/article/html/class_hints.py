"""Read from tags, classes and ids what an element holds: comments, related stories, share bars, captions.

The names are common to publishers' templates (WordPress, Drupal, schema.org microdata, ARIA roles). They are split
at hyphens, underscores and capitals: "relatedArticles", "related-articles" and "Related_Articles" are the same.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from lxml import html

from tui.article.html.text_blocks import HEADINGS


class Region(StrEnum):
    """What an element holds instead of the article's prose."""

    COMMENTS = "comments"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    SHARE = "share"
    CHROME = "chrome"  # navigation, headers, footers, search, cookie banners, advertisements
    AUTHOR = "author"  # a byline, or a note about the writer
    DATE = "date"
    TAGS = "tags"
    CAPTION = "caption"
    PULLED = "pulled"  # a passage of the article repeated in large type
    EMBED = "embed"


_BY_TAG = {
    "nav": Region.CHROME, "footer": Region.CHROME, "aside": Region.RELATED, "address": Region.AUTHOR,
    "figcaption": Region.CAPTION, "figure": Region.CAPTION, "caption": Region.CAPTION, "form": Region.NEWSLETTER,
}  # fmt: skip
_BY_ARIA = {
    "navigation": Region.CHROME, "banner": Region.CHROME, "contentinfo": Region.CHROME, "search": Region.CHROME,
    "dialog": Region.CHROME, "alertdialog": Region.CHROME, "menu": Region.CHROME, "menubar": Region.CHROME,
    "toolbar": Region.CHROME, "complementary": Region.RELATED,
}  # fmt: skip
_WORDS: dict[Region, str] = {
    Region.COMMENTS: "comment comments commentlist commenting disqus respond livefyre discussion commento spotim "
    "coral responses kommentare kommentar comentarios",
    Region.RELATED: "related recommended recommendation recommendations recirc recirculation readmore popular "
    "trending mostread mostviewed mostpopular outbrain taboola promo promos promoted sponsored teaser "
    "teasers sidebar rail crosslinks seealso upnext nextup relatedlinks relatedstories relatedposts "
    "yarpp jetpackrelatedposts relatedcontent relatedarticles moreon morefrom morestories readnext "
    "alsolike zergnet revcontent aside",
    Region.NEWSLETTER: "newsletter newsletters subscribe subscription signup optin mailchimp mailinglist paywall "
    "membership donate donation regwall register registration",
    Region.SHARE: "share sharing shares sharebar sharetools social socialmedia sharedaddy addthis addtoany "
    "sharethis sociable socials followus follow shareaholic",
    Region.CHROME: "nav navbar navigation menu menus submenu footer breadcrumb breadcrumbs cookie cookies consent "
    "gdpr masthead skiplink skip toolbar toolbox pagination pager paging advert advertisement "
    "advertisements ads adbox adslot adunit adwrapper adcontainer adsense dfp gpt modal popup overlay "
    "lightbox login signin search searchform topbar print printonly noprint screenreader "
    "visuallyhidden sronly offscreen accessibility disclaimer copyright rating ratings vote poll "
    "survey jumplinks toc legal weather ticker stocks widget widgets tooltip dropdown hidden",
    Region.AUTHOR: "byline author authors authorbio bio authorbox contributor contributors writer reporter "
    "aboutauthor authorinfo credit credits",
    Region.DATE: "date dateline timestamp datetime pubdate published publishdate updated time",
    Region.TAGS: "tags tag taglist tagcloud keywords topics topic categories category hashtags",
    Region.CAPTION: "caption captions imagecaption photocaption figcaption photocredit imagecredit slideshow "
    "gallery carousel slides cutline",
    Region.PULLED: "pullquote pullquotes pulled pull factbox infobox callout keypoints highlights",
    Region.EMBED: "tweet instagrammedia fbpost tiktokembed",
}
# Pairs of words that mean something only together.
_PAIRS: dict[Region, str] = {
    Region.RELATED: "read+more read+next read+also also+read more+on more+from more+stories more+news more+like "
    "see+also most+read most+popular most+viewed latest+news latest+stories top+stories you+may "
    "next+article next+post prev+post post+navigation story+links link+list in+brief "
    "secondary+content related+links further+reading editors+picks recent+posts recent+articles "
    "side+bar right+rail right+col right+column left+rail left+col other+news other+stories promo+box",
    Region.NEWSLETTER: "email+signup sign+up opt+in mailing+list mc+embed",
    Region.SHARE: "follow+us social+links social+icons email+link tools+bar article+tools story+tools",
    Region.CHROME: "breaking+news breaking+bar breaking+banner breaking+strip news+flash news+alert alert+bar "
    "audio+player ad+container ad+wrapper ad+slot ad+unit ad+label ad+block ad+box ad+text google+ad "
    "screen+reader sr+only visually+hidden skip+link skip+to jump+to site+header site+footer page+header "
    "global+header back+top print+only no+print",
    Region.AUTHOR: "about+author author+bio post+meta entry+meta article+meta story+meta article+info post+info "
    "byline+wrapper meta+info contact+info",
    Region.DATE: "pub+date publish+date post+date entry+date article+date last+updated time+stamp",
    Region.TAGS: "tag+list post+tags entry+tags tags+links cat+links filed+under",
    Region.CAPTION: "video+desc video+description video+transcript video+caption "
    "wp+caption image+caption photo+caption media+caption photo+credit image+credit image+source "
    "photo+by img+caption picture+caption caption+text media+credit image+gallery photo+gallery",
    Region.PULLED: "pull+quote fact+box key+points info+box",
    Region.EMBED: "social+embed embed+social embed+twitter twitter+embed embed+tweet embed+instagram "
    "instagram+embed embed+facebook facebook+embed embed+bluesky embed+mastodon "
    "mastodon+embed tiktok+embed embed+tiktok twitter+tweet instagram+media fb+post twitter+video embedded+tweet "
    "bluesky+embed",
}
_SINGLE = {word: role for role, words in reversed(_WORDS.items()) for word in words.split()}
_DOUBLE = {pair: role for role, pairs in reversed(_PAIRS.items()) for pair in pairs.split()}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# WordPress adds an article's tags, categories and state to its classes: "tag-social-media" is no share bar.
_SLUG = re.compile(
    r"(?:tag|category|cat|post_tag|topic|section|author|type|format|status|single|post(?:id)?|page(?:id)?|has|is|js|no|term)"
    r"-(?!nav|list|links|tags|meta|date|bio|box)|hentry"
)
_CUT = re.compile(r"[^A-Za-z0-9]+")


def hints(element: html.HtmlElement) -> list[tuple[str, Region]]:
    """Return the regions that the element may be, each with its sign (a tag, or a word of its class or id)."""
    out: list[tuple[str, Region]] = []
    tag = element.tag
    if isinstance(tag, str) and tag in _BY_TAG:
        out.append((f"<{tag}>", _BY_TAG[tag]))
    if (aria := element.get("role")) in _BY_ARIA:
        out.append((f"role={aria}", _BY_ARIA[aria]))
    # A heading's id often consists of its own words.
    names = element.get("class"), "" if tag in HEADINGS else element.get("id"), element.get("itemprop")
    for name in names:
        if name:
            out += _hints_in_names(name[:400])
    return out


@lru_cache(maxsize=4096)
def _hints_in_names(names: str) -> tuple[tuple[str, Region], ...]:
    """Return the hints in the value of a class or id."""
    out: list[tuple[str, Region]] = []
    for name in names.split():
        words = [word.lower() for part in _CUT.split(name) for word in _HUMP.split(part) if word]
        if _SLUG.match(name):
            continue
        whole = "".join(words)
        for sign in (whole, *words):
            if sign in _SINGLE:
                out.append((sign, _SINGLE[sign]))
        for first, second in pairwise(words):
            if (pair := f"{first}+{second}") in _DOUBLE:
                out.append((pair, _DOUBLE[pair]))
    return tuple(out)
