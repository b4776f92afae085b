"""Sources of more than one person, and appositions that only look like it."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

ONE = {
    "head of two things": "⟦Lena Mayer, Disney’s head of freight and digital,|Lena Mayer⟧ said it was late.",
    "head of two things, a determiner": """
        ⟦Lena Mayer, the head of the port and the ferry,|Lena Mayer⟧ said it was late.
    """,
    "two nouns": "⟦Lena Mayer, a miner and a poet,|Lena Mayer⟧ said it was late.",
    "two nouns without article": """
        ⟦Lena Mayer, chief executive and founder of Alder Foods,|Lena Mayer⟧ said it was late.
    """,
    "of two bodies": """
        ⟦Lena Mayer, a lecturer at Leeds University and the Alder Institute,|Lena Mayer⟧ said it was
        late.
    """,
    "what she was to somebody": """
        ⟦Lena Mayer, a fellow at the Alder Trust and a former adviser to Mayor Carl Moss,|Lena Mayer⟧ said it
        was late.
    """,
    "titles in a row": "“It was late,” said ⟦chairman, CEO and president Carl Moss|Carl Moss⟧.",
    "titles in a row, with an article": """
        ⟦The chairman, founder and president, Carl Moss,|Carl Moss⟧ said it was late.
    """,
    "what she was and is": """
        ⟦Former Secretary of State and Democratic frontrunner Lena Mayer|Lena Mayer⟧ said it was late.
    """,
    "what he won": "⟦Ex-Leeds keeper and Race of the Year winner Carl Moss|Carl Moss⟧ said it was late.",
    "a programme's host": """
        “It was late,” said ⟦former Hull striker and Sport of the Week host Carl Moss|Carl Moss⟧.
    """,
    "two titles": "“It was late,” said ⟦founder and CEO Carl Moss|Carl Moss⟧.",
    "titles in a row before the verb": "⟦Actor, singer and director Carl Moss|Carl Moss⟧ said it was late.",
    "vice president": """
        ⟦Lena Mayer, vice president for sales and marketing at Alder Foods,|Lena Mayer⟧ said it was
        late.
    """,
}

MORE = {
    "two names": "⟦Lena Mayer and Carl Moss|Lena Mayer and Carl Moss⟧ said it was late.",
    "a name with a role and a name": """
        ⟦Lena Mayer, the mayor, and Carl Moss|Lena Mayer and Carl Moss⟧ said it was late.
    """,
    "a name and a described one": """
        ⟦Lena Mayer and the treasurer, Per Dahl,|Lena Mayer and Per Dahl⟧ said it was late.
    """,
    "two who are described": """
        ⟦The mayor, Lena Mayer, and the treasurer, Carl Moss,|Lena Mayer and Carl Moss⟧ said it was late.
    """,
    "neither of two who are described": """
        ⟦Neither the club nor its lawyer|Club and its lawyer⟧ said it was late.
    """,
    "neither of two names": "⟦Neither Lena Mayer nor Carl Moss|Lena Mayer and Carl Moss⟧ said it was late.",
    "a name and one with a title": """
        ⟦Lena Mayer and House Speaker Carl Moss|Lena Mayer and Carl Moss⟧ said it was late.
    """,
    "a governor and a senator": """
        ⟦The governor of Ohio and Senator Carl Moss|Governor of Ohio and Carl Moss⟧ said it was late.
    """,
    "the candidate and her staff": """
        Lena Mayer, the candidate, lost. ⟦Both the candidate and her staff|Candidate and her staff⟧ said no.
    """,
    "two with their towns": """
        ⟦Lena Mayer, of Leeds, and Carl Moss, of Hull,|Lena Mayer and Carl Moss⟧ said it was late.
    """,
    "two with their towns, no commas": """
        ⟦Lena Mayer of Maine and Carl Moss of Hull|Lena Mayer and Carl Moss⟧ said it was late.
    """,
    "a baker and her brother": """
        ⟦Baker Lena Mayer and her brother, Carl Moss,|Lena Mayer and Carl Moss⟧ said it was late.
    """,
    "friends of two": """
        ⟦Friends of Lena Mayer and Carl Moss|Friends of Lena Mayer and Carl Moss⟧ said it was late.
    """,
    "three": "⟦Lena Mayer, Carl Moss and Paul Dahl|Lena Mayer, Carl Moss and Paul Dahl⟧ said it was late.",
}


@pytest.mark.parametrize("article", [*ONE.values(), *MORE.values()], ids=[*ONE, *MORE])
def test_who_speaks(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
