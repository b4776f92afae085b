"""What y, Y and A copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from markdown_it import MarkdownIt

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.analysis.analysis import Polarity
from tui.article.spans import Span
from tui.session.citing.bibliographic_reference import reference_of
from tui.session.citing.citation import cite, cite_all, speaker_line

Q1, Q2, Q3, Q4, Q5 = ANALYSIS.attributions


def test_a_quote_with_speaker_role_title_and_date() -> None:
    assert cite(ARTICLE, ANALYSIS, Q1, "plain") == (
        "“We’ve waited ten years for this harbour.\n“I will not wait another ten.”\n"
        "— Éloïse Brandt, Mayor, in “Harbour plan divides Ostende”, 2031-03-04, paragraph 1"
    )
    assert cite(ARTICLE, ANALYSIS, Q1, "markdown") == (
        "> “We’ve waited ten years for this harbour.\n>\n> “I will not wait another ten.”\n>\n"
        "> — Éloïse Brandt, Mayor, in *Harbour plan divides Ostende*, 2031-03-04, paragraph 1"
    )


def test_what_is_not_the_speakers_own_words_says_so() -> None:
    assert speaker_line(ARTICLE, Q3, ANALYSIS.speaker("s2")) == "Tom Okafor (indirect)"
    assert speaker_line(ARTICLE, Q5, ANALYSIS.speaker("s1")) == "Éloïse Brandt, Mayor (indirect, attitude)"


def test_what_was_denied_refused_or_asked_says_so() -> None:
    tom = ANALYSIS.speaker("s2")
    said = [speaker_line(ARTICLE, replace(Q3, polarity=polarity), tom) for polarity in Polarity]
    assert said == [
        "Tom Okafor (indirect)",
        "Tom Okafor (indirect, denied it)",
        "Tom Okafor (indirect, did not say it)",
        "Tom Okafor (indirect, asked it)",
    ]


def test_nobody_named() -> None:
    assert speaker_line(ARTICLE, Q4, None) == "Officials"
    assert speaker_line(ARTICLE, replace(Q4, source=()), None) == "speaker not named"


def test_nobody_is_called_by_a_pronoun() -> None:
    article = replace(ARTICLE, text=f"{ARTICLE.text} I hope so.")
    at = len(ARTICLE.text) + 1
    assert speaker_line(article, replace(Q4, source=(Span(at, at + 1),)), None) == "speaker not named"


def test_of_when_it_was_published_the_day_is_told() -> None:
    at_noon = replace(ARTICLE, published="2031-03-04T12:00:15+01:00")
    assert reference_of(at_noon).line(markdown=False) == reference_of(ARTICLE).line(markdown=False)


def test_the_article_by_all_that_is_known_of_it() -> None:
    known = replace(ARTICLE, byline="By A. Writer", url="https://example.org/a_b", site="The Coast")
    today = date.today().isoformat()
    assert reference_of(known).line(markdown=False) == (
        "“Harbour plan divides Ostende”, By A. Writer, The Coast, 2031-03-04, https://example.org/a_b, "
        f"accessed {today}"
    )
    assert reference_of(known).line(markdown=True) == (
        "*Harbour plan divides Ostende*, By A. Writer, The Coast, 2031-03-04, <https://example.org/a_b>, "
        f"accessed {today}"
    )


def test_without_a_title_the_file_is_named() -> None:
    assert reference_of(replace(ARTICLE, title=None)).line(markdown=False) == "harbour.txt, 2031-03-04"


def test_all_that_are_left_name_the_article_once() -> None:
    assert cite_all(ARTICLE, ANALYSIS, [Q2, Q4], "plain") == (
        "From “Harbour plan divides Ostende”, 2031-03-04\n\n"
        "“It is a gift to Norvik Shipping,” … “Nothing else.”\n— Tom Okafor, paragraph 3\n\n"
        "Officials said a “small” delay was likely.\n— Officials, paragraph 5"
    )
    assert cite_all(ARTICLE, ANALYSIS, [Q2], "markdown") == (
        "From *Harbour plan divides Ostende*, 2031-03-04:\n\n"
        "> “It is a gift to Norvik Shipping,” … “Nothing else.”\n>\n> — Tom Okafor, paragraph 3"
    )
    assert cite_all(ARTICLE, ANALYSIS, [], "plain") == ""


def test_hostile_names_act_nowhere() -> None:
    speaker = replace(ANALYSIS.speakers[0], name="\x1b]0;x\x07*Eve* [a](javascript:b)", role="<script>\u202e")
    article = replace(ARTICLE, title="# [/b] <b>", url="javascript:alert(1)", byline="![x](y)")
    analysis = replace(ANALYSIS, speakers=(speaker,))
    plain = cite(article, analysis, Q1, "plain")
    assert "\x1b" not in plain
    assert "\u202e" not in plain
    html = MarkdownIt("gfm-like", {"linkify": False}).render(cite(article, analysis, Q1, "markdown"))
    assert html.count("<em>") == 1  # the title's own
    assert "<a" not in html
    assert "<script" not in html
    assert "<img" not in html
    assert "# [/b] &lt;b&gt;" in html
