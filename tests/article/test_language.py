"""tui.article.language: English is told from other languages by its commonest words."""

import pytest

from tui.article.language import looks_english

ENGLISH = (
    "The harbour master said on Friday that the ferry would not sail before the storm had passed, and that "
    "passengers who had tickets could travel on another day."
)
OTHERS = {
    "German": "Der Hafenmeister sagte am Freitag, dass die Fähre nicht vor dem Ende des Sturms fahre und "
    "dass Reisende mit Karten an einem anderen Tag fahren könnten.",
    "French": "Le capitaine du port a déclaré vendredi que le ferry ne partirait pas avant la fin du mois "
    "et que les passagers munis de billets pourraient voyager un autre jour.",
    "Spanish": "El capitán del puerto dijo el viernes que el transbordador no saldría antes de que pasara la "
    "tormenta y que los pasajeros con billete podrían viajar otro día.",
    "Dutch": "De havenmeester zei vrijdag dat de veerboot niet voor het einde van de storm zou varen en dat "
    "reizigers met een kaartje op een andere dag konden reizen.",
    "Danish": "Havnefogeden sagde fredag, at færgen ikke ville sejle, før stormen var forbi, og at folk "
    "med billetter kunne rejse en anden dag for at komme frem.",
    "Russian": "Начальник порта заявил в пятницу, что паром не отойдёт до конца шторма.",
    "Japanese": "港長は金曜日、嵐が過ぎるまでフェリーは出航しないと述べた。",
}


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), "Ferry cancelled", "", "12 34 —"])
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages(language: str) -> None:
    assert not looks_english(OTHERS[language])
    assert not looks_english((OTHERS[language] + "\n\n") * 400)


def test_a_foreign_quotation_leaves_it_english() -> None:
    assert looks_english(ENGLISH + " “" + OTHERS["French"] + "” she wrote. " + ENGLISH)


def test_addresses_are_of_no_language() -> None:
    addresses = " ".join(f"https://a.example/nav/item-{n}?ref=home" for n in range(60))
    assert looks_english(f"{ENGLISH} {addresses}")
    assert not looks_english(f"{OTHERS['German']} {addresses}")
