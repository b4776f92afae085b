"""Names and terms in quotation marks are no sentences; a question of two words that is answered is one."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "They sang “Songs of the Sea” on the quay.",
        "The ferry, known as “the Whale”, sank in May.",
        "A banner read “Enough is enough.” The crowd cheered.",
        "The “big one” came in May.",
    ],
)
def test_names_and_scare_quotes_are_not_sentences(reader: Reader, text: str) -> None:
    assert quoted(reader, text) == []


def test_a_request_is_a_sentence(reader: Reader) -> None:
    assert quoted(reader, "The storm passed. “Please stop building here.”") == [
        ("“Please stop building here.”", None)
    ]


def test_a_sentence_that_a_comma_ends_is_in_the_list(reader: Reader) -> None:
    assert quoted(reader, "“We were all there that night,” and off she went.") == [
        ("“We were all there that night,”", None)
    ]
    assert quoted(reader, "The song “We Are All There,” a hit in May, was sung.") == []


def test_a_short_question_that_is_answered_is_a_row(reader: Reader) -> None:
    text = '"How high?" "High enough," Orde replied. Sam Orde was the witness.'
    assert quoted(reader, text) == [('"How high?"', None), ('"High enough,"', "Sam Orde")]


@pytest.mark.parametrize(
    "words",
    [
        "“[The geese] are telling the whole town that spring is late.”",
        "“'Birdie' was a light to everyone in the harbour.”",
        "“Every one of my sons the very same way.”",
        "“if we go on like this, the river will have the last word.”",
    ],
)
def test_a_paragraph_of_words_is_a_row_however_it_begins(reader: Reader, words: str) -> None:
    text = f"The weir is old.\n\n{words} The road was built in May."
    assert quoted(reader, text) == [(words, None)]


@pytest.mark.parametrize("words", ["“the big one.”", "“the oldest mill in the whole of the lower valley.”"])
def test_a_phrase_without_a_verb_is_no_row(reader: Reader, words: str) -> None:
    assert quoted(reader, f"The weir is old.\n\n{words} The road was built in May.") == []


def test_the_words_of_a_caption_are_a_row(reader: Reader) -> None:
    words = "“We bake at night because it is cool there. By six all of the shelves are full.”"
    assert quoted(reader, f"Anna Holt, a baker on the main street {words}") == [(words, "Anna Holt")]
    text = f"“The mill is shut,” Peter Lind said. Tom Bell / The Harbour News {words}"
    assert quoted(reader, text)[1:] == [(words, None)]
    slogan = "“Nobody in this town will ever let you walk home on your own.”"
    assert quoted(reader, f"The club sells a shirt with the slogan {slogan} It is red.") == []


def test_an_address_behind_the_last_words_does_not_take_them_out_of_the_list(reader: Reader) -> None:
    words = (
        "“The moving parts, the new weir among them, make the whole thing a slow one and hard to foresee.”"
    )
    assert quoted(reader, f"The weir is old.\n\n{words} holt@herald.example") == [(words, None)]
    banner = "“Enough is enough.”"
    assert quoted(reader, f"The weir is old.\n\n{banner} on a banner is no news.") == []


def test_marks_inside_the_last_words_end_them_too(reader: Reader) -> None:
    words = "“I said I did not like him ‘because you broke the weir.’”"
    text = f"“He asked me in,” Anna Holt said.\n\n{words} While Holt has gone home, a cousin is still there."
    assert quoted(reader, text)[1:] == [(words, "Anna Holt")]
