"""Quotations: every way that publishers set marks, and every way that they go wrong."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.marked import found, inner, pieces, words
from tui.analysis.attribution import quotations
from tui.analysis.attribution.quotations import QuotationStyle
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

P, H, S, L, C = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADLINE,
    BlockKind.SUBHEADING,
    BlockKind.LINK_LIST,
    BlockKind.CAPTION,
)

# The shapes of marks


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ('"Never again," she said.', QuotationStyle.STRAIGHT),
        ("“Never again,” she said.", QuotationStyle.CURLY),
        ("„Never again“, she said.", QuotationStyle.LOW),
        ("„Never again”, she said.", QuotationStyle.LOW),
        ("«Never again», she said.", QuotationStyle.GUILLEMETS),
        ("« Never again », she said.", QuotationStyle.GUILLEMETS),
        ("»Never again«, she said.", QuotationStyle.GUILLEMETS),
        ("‹Never again›, she said.", QuotationStyle.GUILLEMETS),
        ("''Never again,'' she said.", QuotationStyle.DOUBLED),
        ("``Never again,'' she said.", QuotationStyle.DOUBLED),
        ("‘‘Never again,’’ she said.", QuotationStyle.DOUBLED),
        ("'Never again,' she said.", QuotationStyle.SINGLE_STRAIGHT),
        ("‘Never again,’ she said.", QuotationStyle.SINGLE_CURLY),
        ("`Never again,' she said.", QuotationStyle.SINGLE_STRAIGHT),
        ("「Never again」 she said.", QuotationStyle.CORNER),
        ("“Never again,\" she said.", QuotationStyle.MIXED),
        ("\"Never again,” she said.", QuotationStyle.MIXED),
        ("“Never again,’ she said.", QuotationStyle.MIXED),
    ],
)  # fmt: skip
def test_every_shape_of_mark(text: str, style: QuotationStyle) -> None:
    (quotation,) = found(text)
    assert text[quotation.span.end :].lstrip(",") == " she said."
    assert quotation.span.start == 0
    assert (quotation.style, quotation.closed, quotation.depth) == (style, True, 0)
    assert (quotation.pieces, quotation.blocks) == ((quotation.span,), (0,))


# Single marks and apostrophes


@pytest.mark.parametrize("mark", ["‘’", "''"])
def test_single_outer_marks_among_apostrophes(mark: str) -> None:
    a, b = mark
    text = (
        f"{a}It{b}s the players{b} fault, and the {b}90s won{b}t come back,{b} said O{b}Neill. "
        f"{a}Rock {b}n{b} roll is the boys{b} life.{b}"
    )
    assert words(text) == [
        f"{a}It{b}s the players{b} fault, and the {b}90s won{b}t come back,{b}",
        f"{a}Rock {b}n{b} roll is the boys{b} life.{b}",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The players’ strike wasn’t like the ’90s, nor rock ’n’ roll at six o’clock.",
        "The players' strike wasn't like the '90s, nor rock 'n' roll at six o'clock.",
        "The Joneses' dogs and the Smiths' cats were runnin' round the Evanses' garden.",
        'He is 6\' 2" tall and she is 5\'10"; the screen is 24" wide.',
        "He is 6’ 2” tall and the plank is 12” long.",
        "Prime marks: 5′ 10″.",
        "’Twas the season to get ’em.",
    ],
)
def test_apostrophes_feet_and_inches_are_not_quotations(text: str) -> None:
    assert found(text) == []


def test_feet_and_inches_inside_a_quotation() -> None:
    text = '"He is 6\' 2" tall and wants a 24" screen," she said. "Really."'
    assert words(text) == ['"He is 6\' 2" tall and wants a 24" screen,"', '"Really."']


def test_a_scare_quote_in_single_marks_beside_a_possessive() -> None:
    assert words("The players’ union met the ‘big six’ in the owners’ box.") == ["‘big six’"]


def test_a_possessive_after_a_quoted_name() -> None:
    assert words('“Hamilton”’s star and "Cats"\'s own left.') == ["“Hamilton”", '"Cats"']


# Nesting


def test_single_inside_double_and_double_inside_single() -> None:
    text = "“He told me, ‘Go home,’ and I went,” she said. ‘He told me “never” twice,’ said Ann."
    assert words(text) == ["“He told me, ‘Go home,’ and I went,”", "‘He told me “never” twice,’"]
    assert inner(text) == [["‘Go home,’"], ["“never”"]]
    assert [q.inner[0].depth for q in found(text)] == [1, 1]


def test_three_levels() -> None:
    text = "“She said, ‘He shouted “fire” and ran,’ so I left,” Ann said."
    (outer,) = found(text)
    assert outer.inner[0].span.of(text) == "‘He shouted “fire” and ran,’"
    assert outer.inner[0].inner[0].span.of(text) == "“fire”"
    assert outer.inner[0].inner[0].depth == 2


def test_marks_that_close_together() -> None:
    assert words("“She said, ‘No.’” He left. \"'No' is no,\" he said. 'A ''no'' is one.'") == [
        "“She said, ‘No.’”",
        "\"'No' is no,\"",
        "'A ''no'' is one.'",
    ]


def test_one_shape_of_double_marks_inside_another_and_inside_itself() -> None:
    text = '“He said "no" to me,” she said. "It was “no” then," said he. “Once “no” was said,” he left.'
    assert inner(text) == [['"no"'], ["“no”"], ["“no”"]]


def test_an_inner_quotation_that_is_never_closed_ends_with_the_outer() -> None:
    text = "“He told me, ‘Go home, and I went,” she said. “Yes.”"
    assert words(text) == ["“He told me, ‘Go home, and I went,”", "“Yes.”"]
    assert inner(text) == [["‘Go home, and I went,"], []]


def test_an_outer_quotation_that_is_never_closed_holds_those_of_another_shape_in_it() -> None:
    text = '"He laughed it off by saying, “Only once.” But she went on.\n“Next,” said Ann.'
    assert words(text) == ['"He laughed it off by saying, “Only once.” But she went on.', "“Next,”"]
    assert inner(text) == [["“Only once.”"], []]


# Runs: marks re-opened paragraph after paragraph

NEWS = (
    "The mayor said: “We have no water left. None.\n"
    "“The wells are dry, and the ‘new’ ones never worked.\n"
    "“We shall have to leave.”\n"
    "“That is not so,” said the governor."
)


def test_a_run_is_one_quotation_and_what_follows_another() -> None:
    run, other = found(NEWS)
    assert run.span == Span(NEWS.index("“We have"), NEWS.index("\n“That"))
    assert [piece.of(NEWS) for piece in run.pieces] == [
        "“We have no water left. None.",
        "“The wells are dry, and the ‘new’ ones never worked.",
        "“We shall have to leave.”",
    ]
    assert (run.blocks, run.closed, run.style) == ((0, 1, 2), True, QuotationStyle.CURLY)
    assert [q.span.of(NEWS) for q in run.inner] == ["‘new’"]
    assert other.span.of(NEWS) == "“That is not so,”"


@pytest.mark.parametrize("marks", ['""', "‘’", "''", "«»", ("''", "''"), "„“"])
def test_runs_in_every_shape(marks: tuple[str, str]) -> None:
    a, b = marks
    text = f"{a}One thing is clear.\n{a}The players{chr(0x2019)} strike goes on.\n{a}Three.{b} He left."
    assert [len(q.pieces) for q in found(text)] == [3]
    assert found(text)[0].span.of(text).endswith(f"Three.{b}")


def test_a_run_whose_last_paragraph_never_closes() -> None:
    text = "“One.\n“Two.\nThree “four”."
    assert pieces(text) == [["“One.", "“Two."], ["“four”"]]
    assert [q.closed for q in found(text)] == [False, True]


def test_a_run_that_begins_after_a_first_part_and_a_cue() -> None:
    text = "“One,” she said. “And two.\n“Three,” she said. “And four.\n“Five.”"
    assert pieces(text) == [["“One,”"], ["“And two.", "“Three,”"], ["“And four.", "“Five.”"]]


LONG = f"“We sail at six. {'The harbour had been built of oak and iron. ' * 12}“Nobody stays,” she said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail at six. “Nobody stays,” she said.", ["“We sail at six. “Nobody stays,”"]),
        ('"We sail at six! "Nobody stays," she said.', ['"We sail at six! "Nobody stays,"']),
        ("“One. “Two? “Three.” She left. “Four.”", ["“One. “Two? “Three.”", "“Four.”"]),
        ("“The ‘new’ one. “It ‘leaks.”", ["“The ‘new’ one. “It ‘leaks.”"]),
        ("“The man said so. “We went,” he said.", ["“The man said so. “We went,”"]),
        # a closing mark was forgotten, and the narrator speaks
        (
            "“We sail at six, she said. “Nobody stays,” he said.",
            ["“We sail at six, she said.", "“Nobody stays,”"],
        ),
        ("“We sail at six? Jane Doe added. “No,” he said.", ["“We sail at six? Jane Doe added.", "“No,”"]),
        ("“Loud and “cold” it was.", ["“Loud and", "“cold”"]),
        (LONG, [LONG[: LONG.index(" “N")], "“Nobody stays,”"]),
        # neither is closed
        ("“We sail at six. “Nobody stays", ["“We sail at six.", "“Nobody stays"]),
    ],
)
def test_marks_opened_again_within_a_paragraph(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_two_closed_quotations_are_two() -> None:
    assert pieces("“One.”\n“Two.”") == [["“One.”"], ["“Two.”"]]


def test_an_open_quotation_ends_with_its_paragraph_where_the_next_does_not_begin_with_a_mark() -> None:
    text = "“One is never closed. \nHe said “two”.\n“Three.”"
    assert words(text) == ["“One is never closed.", "“two”", "“Three.”"]
    assert [q.closed for q in found(text)] == [False, True, True]


def test_another_shape_of_mark_does_not_continue_a_run() -> None:
    assert pieces('"One is never closed.\n“Two,” said Ann.') == [['"One is never closed.'], ["“Two,”"]]


@pytest.mark.parametrize("kind", [S, H, BlockKind.BYLINE, BlockKind.DATELINE])
def test_a_heading_ends_a_run(kind: BlockKind) -> None:
    text = "“One.\nIn between\n“Two.”"
    assert pieces(text, P, kind, P) == [["“One."], ["“Two.”"]]
    assert found(text, P, kind, P)[1].resumes is None


@pytest.mark.parametrize("kind", [L, C])
def test_after_a_list_of_links_or_a_caption_a_run_is_resumed(kind: BlockKind) -> None:
    text = "He said “no”. “One.\nIn between “this”\n“Two.”"
    result = found(text, P, kind, P)
    assert [q.span.of(text) for q in result if q.span.of(text) != "“this”"] == ["“no”", "“One.", "“Two.”"]
    assert result[-1].resumes == 1
    assert not result[1].closed


def test_headlines_are_read_and_link_lists_are_not() -> None:
    text = "Ann: ‘Never again’\nBy “Jo” Doe\nRead more: “This”\nShe said “so”."
    assert words(text, H, BlockKind.BYLINE, L, P) == ["‘Never again’", "“so”"]


# Broken marks: the damage stays where it is

AFTER = '\nThen "this" was said.\n“And that,” she said.'


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("”Hello” he said, “bye”.", ["”Hello”", "“bye”"]),
        ("“Hello“ he said, “bye”.", ["“Hello“", "“bye”"]),
        ('""Hello"" he said, "bye".', ['""Hello""', '"bye"']),
        ("““Hello”” he said, “bye”.", ["““Hello””", "“bye”"]),
        ("“Hello\" he said, \"bye”.", ["“Hello\"", "\"bye”"]),
        ('" Hello " he said, " bye".', ['" Hello "', '" bye"']),
        ("“ Hello ” he said.", ["“ Hello ”"]),
        ("“Hello he said, “bye”.", ["“Hello he said,", "“bye”"]),
        ('"Hello he said, "bye".', ['"Hello he said,', '"bye"']),
        ("Hello” he said, “bye”.", ["“bye”"]),
        ('Hello," he said, "bye".', ['"bye"']),
        ('He said:"Hello."And left, "bye".', ['"Hello."', '"bye"']),
        ('"Hello.""Bye." he said.', ['"Hello."', '"Bye."']),
        ('He said " and left, "bye".', ['"bye"']),
        ("[“Hello”] (“bye”)", ["“Hello”", "“bye”"]),
        ("“[He] was [there]” he said.", ["“[He] was [there]”"]),
        ("said\u00a0“Hello”\u00a0and\u00a0“bye”", ["“Hello”", "“bye”"]),
        ("said \u200b“Hello”\u200b and “bye”", ["“Hello”", "“bye”"]),
        ("👍“👍👍”👍 “全角” 👨‍👩‍👧 “bye”", ["“👍👍”", "“全角”", "“bye”"]),
        ("*“Hello”* **\"bye\"** _'ok'_", ["“Hello”", '"bye"', "'ok'"]),
        ("—“Hello”—“bye”—", ["“Hello”", "“bye”"]),
        ("“Hello”/“bye”", ["“Hello”", "“bye”"]),
        ("“…and so on…” he said, “...”", ["“…and so on…”", "“...”"]),
        ("‘Hello” he said, “bye.’", ["‘Hello”", "“bye.’"]),
    ],
)  # fmt: skip
def test_broken_marks(broken: str, expected: list[str]) -> None:
    assert words(broken) == expected
    # Whatever comes before and after it is read as if it were not there.
    text = f"“First,” he said.\n{broken}{AFTER}"
    assert words(text) == ["“First,”", *expected, '"this"', "“And that,”"]


@pytest.mark.parametrize("mark", [*list("\"'“”‘’„«»`"), "''", "``", "‘‘", "’’"])
@pytest.mark.parametrize(
    "where", ["{}word after", "word {} after", "wo{}rd after", "word after{}", "word{}, after"]
)
def test_one_stray_mark_harms_no_other_paragraph(mark: str, where: str) -> None:
    text = f"Ann said “one”.\n{where.format(mark)}\nHe said “two”.\n“Three,” he said."
    others = [q.span.of(text) for q in found(text) if q.blocks != (1,)]
    assert others == ["“one”", "“two”", "“Three,”"]


def test_an_empty_quotation_is_kept_as_it_stands() -> None:
    assert words('He typed "" and “” there.') == ['""', "“”"]


# Paragraphs that are cut because they are long


def test_a_quotation_goes_through_the_cuts_of_its_paragraph() -> None:
    text = "Doe said: “We stay. We wait. We shall see.” Then she left.\n“So do I.”"
    cuts = [(0, 19), (20, 28), (29, 58), (59, 69)]
    first, second = quotations.find(text, [Block(P, Span(*cut)) for cut in cuts])
    assert first.span.of(text) == "“We stay. We wait. We shall see.”"
    assert [piece.of(text) for piece in first.pieces] == ["“We stay.", "We wait.", "We shall see.”"]
    assert first.blocks == (0, 1, 2)
    assert first.closed
    assert (second.span.of(text), second.blocks) == ("“So do I.”", (3,))


@pytest.mark.parametrize(
    ("first", "runs_on"),
    [
        ("Here is a first paragraph with a “mark that never closes and goes on about the dam.", False),
        ("It was the so-called “golden mile of hotels that had been shut for a year.", False),
        ("She wrote: “The dam is old and nobody has looked at it.", True),
        ("She said that “we have waited long enough for somebody to look at it.", True),
    ],
)
def test_only_speech_runs_on_into_the_next_paragraph(first: str, runs_on: bool) -> None:
    text = f"{first}\n“The dam is old,” Doe said."
    assert (len(words(text)) == 1) is runs_on
