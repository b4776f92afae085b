"""Sources that belong to somebody: his claim, whose lawyers, a letter he wrote."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

OWNED = {
    "his claim": "Tom Reed left the hall. ⟦His claim|Tom Reed⟧ that the count was “a farce” was not heard.",
    "her remarks": """
        Anna Keller spoke on Monday. ⟦Her remarks|Anna Keller⟧ suggest that the bank will “wait and
        see”.
    """,
    "their statement": """
        Acme Holdings spoke on Monday. ⟦Its statement|Acme Holdings⟧ says that it will “wait and see”.
    """,
    "his lawyer is somebody else": "Tom Reed left the hall. ⟦His lawyer|His lawyer⟧ said the count was “a farce”.",
    "his report": "Tom Reed left the hall. ⟦His report|Tom Reed⟧ says the count was “a farce”.",
    "her manager is not herself": """
        Lena Prow, the manager, sang on Friday. “It was grand,” ⟦Prow|Lena Prow⟧ said.
        ⟦Her manager|Her manager⟧ said she was tired.
    """,
    "a named one": "Tom Reed left the hall. ⟦Reed’s claim|Tom Reed⟧ that the count was “a farce” was not heard.",
    "by a role": """
        Tom Reed, the mayor, left the hall. ⟦The mayor’s remarks|Tom Reed⟧ suggest the count was “a farce”.
    """,
}

OFFICES = {
    "a service of somebody named behind a comma": """
        “It is late,” ⟦the press service of the mayor, Anna Holt,|Press service of the mayor⟧ said.
    """,
    "an office of somebody named behind a comma": """
        “It is late,” ⟦the office of the senator, Anna Holt,|Office of the senator⟧ said.
    """,
    "the head of a service": """
        “It is late,” ⟦the head of the press service, Anna Holt,|Anna Holt⟧ said.
    """,
    "a rival": """
        “It is late,” ⟦his rival, Anna Holt,|Anna Holt⟧ said.
    """,
}

WHOSE = {
    "her advisers": """
        Ada Quill left. ⟦Her advisers and friends|Ada Quill’s advisers and friends⟧ say it was late.
    """,
    "whose lawyers": "Ada Quill, ⟦whose lawyers|Ada Quill’s lawyers⟧ say it was late, left.",
    "whose members, of nobody named": "A club, ⟦whose members|Members⟧ say it was late, met.",
    "his organisation": """
        A clerk of the Parks Department waved. Tom Reed left. ⟦His organization|Tom Reed’s organization⟧ said no.
    """,
    "his company, called so": """
        Tom Reed runs Alder Foods, a company in Leeds. ⟦His company|Alder Foods⟧ said it was late.
    """,
    "his company, which he founded": """
        Alder Foods is broke. Its founder Tom Reed left. ⟦His company|Alder Foods⟧ said it was late.
    """,
    "her uncle, who is as the article says": "Ada Quill left. ⟦Her uncle|Her uncle⟧ said it was late.",
    "a letter he wrote": "Tom Reed left. ⟦A letter that he wrote|Tom Reed⟧ said it was late.",
    "a report the council issued": """
        The Leeds Council met. ⟦A report the council issued|Leeds Council⟧ said it was late.
    """,
    "a report that was leaked": "Tom Reed left. ⟦A report that was leaked|Report⟧ said no.",
}


@pytest.mark.parametrize(
    "article",
    [pytest.param(text, id=name) for group in (OWNED, OFFICES, WHOSE) for name, text in group.items()],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
