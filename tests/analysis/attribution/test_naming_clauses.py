"""A participle or a relative clause says who calls a thing what stands in quotation marks."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted
from tests.analysis.readers import Reader

HOLT, LIND = "Anna Holt", "Peter Lind"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Wood stoves were praised in spring, then listed as a “bridge fuel” by the Council for Warm Homes.",
            [("a “bridge fuel”", "Council for Warm Homes")],
        ),
        (
            "The ferry was hailed by Mayor Anna Holt as “the bargain of the century.”",
            [("The ferry … “the bargain of the century.”", HOLT)],
        ),
        (
            "The ministry published the counts it described as “hopeful” after a week of questions.",
            [("“hopeful”", "Ministry")],
        ),
        (
            "Rioters burned the kiosk, which they branded “a spy’s nest”, on Sunday.",
            [("“a spy’s nest”", "Rioters")],
        ),
        (
            "Peter Lind opened the quay that he has called “the lungs of the town”.",
            [("“the lungs of the town”", LIND)],
        ),
        (
            "The plan was praised, then singled out as “a lesson in thrift” by the Society of Builders.",
            [("“a lesson in thrift”", "Society of Builders")],
        ),
        (
            "Residents have fought the mast that the mayor, Peter Lind, calls “a needle of hope”.",
            [("“a needle of hope”", LIND)],
        ),
        (
            "The council has banned the herb, which the growers' league describes as “mild as milk.”",
            [("“mild as milk.”", "Growers' league")],
        ),
        (
            "The firm recalled the kettle it once described as “foolproof” after three fires.",
            [("“foolproof”", "Firm")],
        ),
        (
            "The pool, a gift of the brewer, was listed in May as “a temple of cold” by the Society of Builders.",
            [("“a temple of cold”", "Society of Builders")],
        ),
        # a name is no verdict, and a thing says nothing
        ("The kiosk was listed as a “Grade II building” in 1982.", []),
        ("The stove is sold under the name “Little Bear” by the roadside.", []),
        ("The keeper, nicknamed “The Broom” by supporters, left in May.", []),
        ("The plan was dubbed “Operation Snail” by the council.", []),
        (
            "The plan was dubbed “a snail in clogs” by the council.",
            [("The plan … “a snail in clogs”", "Council")],
        ),
        # what is said in a speech stays whole
        (
            "Anna Holt said the kiosk was a place that he called “a spy’s nest” in jest.",
            [("the kiosk was a place that he called “a spy’s nest” in jest", HOLT)],
        ),
    ],
)
def test_the_agent_or_subject_beside_says_so(reader: Reader, text: str, told: Told) -> None:
    assert quoted(reader, text) == told
