"""Quotations that fill their paragraphs, and whose run they go on with."""

from __future__ import annotations

import pytest

from tui.analysis import freestanding, quotations
from tui.analysis.analysis import Kind, Stance
from tui.analysis.draft import Draft
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

P, C, L, S = BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LINK_LIST, BlockKind.SUBHEADING


def drafted(text: str, words: str, who: str, kind: Kind = Kind.DIRECT, probability: float = 0.9) -> Draft:
    at, source = text.index(words), text.index(who)
    return Draft(
        kind,
        Stance.SPEECH,
        (Span(at, at + len(words)),),
        (Span(source, source + 1),),
        (Span(source, source + len(who)),),
        probability,
    )


def carried(text: str, drafts: list[Draft], *kinds: BlockKind) -> list[tuple[str, int | None]]:
    """Words and run of each draft after."""
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        blocks.append(Block(kinds[n] if n < len(kinds) else P, Span(at, at + len(line))))
        at += len(line) + 1
    found = freestanding.carried_on(text, blocks, quotations.find(text, blocks), drafts)
    assert found == sorted(found, key=lambda draft: draft.content)
    return [(draft.content[0].of(text), draft.continues) for draft in found]


def test_it_goes_on_with_the_last_quotation_of_the_paragraph_above() -> None:
    text = "“One,” said Ann. “Two,” said Bob.\n“Three is a crowd.”\n“Four is more.”\nCy left."
    drafts = [drafted(text, "“One,”", "Ann"), drafted(text, "“Two,”", "Bob")]
    assert carried(text, drafts) == [
        ("“One,”", None),
        ("“Two,”", None),
        ("“Three is a crowd.”", 1),
        ("“Four is more.”", 1),
    ]


def test_it_is_less_sure_and_names_nobody_itself() -> None:
    text = "“One,” said Ann.\n“Two is company.”"
    drafts = [drafted(text, "“One,”", "Ann", probability=0.99)]
    blocks = [Block(P, Span(0, 16)), Block(P, Span(17, len(text)))]
    _, second = freestanding.carried_on(text, blocks, quotations.find(text, blocks), drafts)
    assert (second.source, second.cue, second.kind) == ((), (), Kind.DIRECT)
    assert second.probability == freestanding.BEFORE


def test_after_a_paragraph_that_quotes_nobody_it_goes_with_the_one_below() -> None:
    text = "Ann was glad.\n“One is enough.”\n“Two,” said Ann."
    assert carried(text, [drafted(text, "“Two,”", "Ann")]) == [("“One is enough.”", 1), ("“Two,”", None)]


def test_a_run_re_opened_over_paragraphs_is_one() -> None:
    text = "“One,” said Ann.\n“Two is company.\n“Three is a crowd.”"
    drafts = [drafted(text, "“One,”", "Ann")]
    assert carried(text, drafts) == [("“One,”", None), ("“Two is company.\n“Three is a crowd.”", 0)]


@pytest.mark.parametrize("kind", [C, L])
def test_captions_and_links_between_do_not_part_them(kind: BlockKind) -> None:
    text = "“One,” said Ann.\nIn between\n“Two is company.”"
    assert carried(text, [drafted(text, "“One,”", "Ann")], P, kind, P)[1] == ("“Two is company.”", 0)


@pytest.mark.parametrize(
    "text",
    [
        "“One,” said Ann.\nIn between\n“Two is company.”",  # a subheading
        "“One,” said Ann.\nBob left. Nobody spoke.\n“Two is company.”",  # another paragraph
        "“One,” said Ann.\n“Two is company,” or so they thought.",  # something beside it
        "“One,” said Ann.\n‘Two is company’",  # a heading
        "“One,” said Ann.\n“TWO IS COMPANY, THREE IS A CROWD”",  # a heading
        "“One,” said Ann.\n“Two”",
    ],
)
def test_what_belongs_to_no_run(text: str) -> None:
    kinds = (P, S, P) if "In between" in text else ()
    assert carried(text, [drafted(text, "“One,”", "Ann")], *kinds) == [("“One,”", None)]


def test_an_indirect_attribution_above_starts_no_run() -> None:
    text = "Ann said it was one.\n“Two is company.”"
    assert carried(text, [drafted(text, "it was one", "Ann", Kind.INDIRECT)]) == [("it was one", None)]


def test_what_is_attributed_already_is_left_alone() -> None:
    text = "“One,” said Ann.\n“Two is company.”\nBob."
    drafts = [drafted(text, "“One,”", "Ann"), drafted(text, "“Two is company.”", "Bob")]
    assert carried(text, drafts) == [("“One,”", None), ("“Two is company.”", None)]


def test_many_paragraphs() -> None:
    text = "“One,” said Ann." + "\n“Two is company, and three are more.”" * 5_000
    found = carried(text, [drafted(text, "“One,”", "Ann")])
    assert len(found) == 5_001
    assert {run for _, run in found[1:]} == {0}
