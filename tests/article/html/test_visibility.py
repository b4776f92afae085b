"""The words of a page are those that its reader sees: nothing for screen readers, nothing under the mouse."""

from __future__ import annotations

import pytest

from tests.article.html.test_page import BODY, FIRST, FOURTH, OTHER, PROSE, SECOND, THIRD, TITLE, body

BEGINNING, REST = f"<p>{FIRST}</p><p>{SECOND}</p>", f"<p>{THIRD}</p><p>{FOURTH}</p>"
HIDDEN = "style='display: none'"


def line(html: str) -> str:
    """Return the paragraph that `html` is among others."""
    return body(f"{TITLE}<article>{BEGINNING}<p>{html}</p>{REST}</article>")[2]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("The <a href=/r>report<span class=sr-only>, opens new tab</span></a> is old, they say.", "The report is"),
        ("The <a href=/r>report<b class='a visuallyHidden'>, external</b></a> is old, they say.", "The report is"),
        ("The <a href=/r>report<span style='position:absolute;clip:rect(0,0,0,0)'>!</span></a> is old, they say.",
         "The report is"),
        ("The <a href=/r>report<span>, opens new tab</span></a> is old, they say.", "The report is"),
        ("The <a href=/r>report (opens in a new window)</a> is old, they say.", "The report is"),
        ("The <a href=/r>report (external link)</a> is old, they say.", "The report is"),
        ("<a href=/k>Kit Noe</a><span class=hovercard><b>Kit Ann Noe</b><i>Boss</i></span> spoke, they say.",
         "Kit Noe spoke,"),
        ("<span class=tooltip>Kit Noe<span class=tooltip-text>Boss</span></span> spoke, I say", "Kit Noe spoke,"),
        ("<a href=/k>Kit Noe</a><span role=tooltip>Kit Ann Noe, boss</span> spoke, they say.", "Kit Noe spoke,"),
        # What is no such thing stays.
        ("The <a href=/r>shop opens new windows</a> to the sea, they say.", "The shop opens new windows to"),
        ("The <span class='tooltip' title='old'>report</span> is old, they say.", "The report is"),
        ("The <span class='hidden-gem'>report</span> is old, they say.", "The report is"),
        ("The <span style='font-size: 0.9em'>report</span> is old, they say.", "The report is"),
        ("The <a class=tooltip href=/r>report</a> is old, they say.", "The report is"),
    ],
)  # fmt: skip
def test_what_nobody_sees_is_not_among_the_words(html: str, words: str) -> None:
    assert line(html).startswith(words)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("It is <q>very old</q>, they say.", "It is “very old”, they say."),
        ("It is <q>“very old”</q>, they say.", "It is “very old”, they say."),
        ("It is “<q>very old</q>”, they say.", "It is “very old”, they say."),
        ("They say <q>he said <q>no</q> twice</q> of it.", "They say “he said ‘no’ twice” of it."),
        ("It is <q>very <b>old</b></q>, they say.", "It is “very old”, they say."),
        ("It is <q> </q>very old, they say, and so on.", "It is very old, they say, and so on."),
    ],
)
def test_a_quotation_element_has_its_marks(html: str, words: str) -> None:
    assert line(html) == words


@pytest.mark.parametrize(
    ("icon", "shown"),
    [
        ("<i class='icon icon-zoom'>S</i>", ""),
        ("<span class=material-icons>arrow_forward</span>", ""),
        ("<span class='material-symbols-outlined'>share</span>", ""),
        ("<span class=icon-text>Wexcombe</span>", "Wexcombe"),
        ("<b class=lexicon>S</b>", "S"),
    ],
)
def test_letters_that_a_font_draws_as_a_picture_are_no_words(icon: str, shown: str) -> None:
    words = f"The wall {shown} is very old, they say.".replace("  ", " ")
    assert line(f"The wall {icon} is very old, they say.") == words
    assert body(f"{TITLE}<article>{BEGINNING}<h3>{icon}</h3>{REST}</article>") == (
        [FIRST, SECOND, shown, THIRD, FOURTH] if shown else BODY
    )


@pytest.mark.parametrize(
    "name",
    [
        "<st1:place><st1:city>Wexcombe</st1:city></st1:place>",
        "<x-place data-id=7>Wexcombe</x-place>",
        "<location>Wexcombe</location><o:p></o:p>",
        "<x-link><a href=/w>Wexcombe</a></x-link>",
    ],
)
def test_elements_that_html_does_not_know_part_no_sentence(name: str) -> None:
    assert line(f"The wall of {name} is very old, they say.") == "The wall of Wexcombe is very old, they say."


def test_such_elements_lay_out_a_page_where_no_text_is_round_them() -> None:
    boxes = "".join(f"<x-part>{each}</x-part>" for each in BODY)
    assert body(f"{TITLE}<article><x-body>{boxes}</x-body></article>") == BODY
    assert body(f"{TITLE}<article><x-body>{BEGINNING}<x-part>{REST}</x-part></x-body></article>") == BODY


@pytest.mark.parametrize(
    "rest",
    [
        f"<a href='#'>Read more</a><section {HIDDEN}>{REST}</section>",
        f"<button>Continue reading</button><div hidden>{REST}</div>",
        f"<div {HIDDEN}>{REST}</div><div class=b><button onclick='x()'>Show full article</button></div>",
        f"<div class=article-rest {HIDDEN}>{REST}</div>",
        f"<p {HIDDEN}>{THIRD}</p><p {HIDDEN}>{FOURTH}</p><a href='javascript:x()'>Read more…</a>",
        f"<button>Read more</button><div class=hidden>{REST}</div>",
    ],
)
def test_the_rest_behind_a_button_is_read(rest: str) -> None:
    assert body(f"{TITLE}<article>{BEGINNING}{rest}</article>") == BODY


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div {HIDDEN}><p>{OTHER}</p></div>",  # nothing says that it is shown
        f"<a href='#'>Read more</a><div class=newsletter {HIDDEN}><p>{OTHER}</p></div>",
        f"<a href='#'>Close</a><div class=modal {HIDDEN}><p>{OTHER}</p></div>",
        f"<a href='/another-story'>Read more</a><div {HIDDEN}><p>{OTHER}</p></div>",
        f"<a href='#'>More</a><div {HIDDEN}>Menu</div>",
        f"<a href='#'>More</a><div class=tab-pane {HIDDEN}><p>{OTHER}</p></div>",
        f"<button>Show more</button><div class='translation' {HIDDEN}><p>{OTHER}</p></div>",
        f"<button>Show more</button><div id=discussion {HIDDEN}><p>{OTHER}</p></div>",
    ],
)
def test_what_else_is_hidden_is_not(hidden: str) -> None:
    assert body(f"{TITLE}<article>{PROSE}{hidden}</article>") == BODY
