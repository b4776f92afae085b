"""tui.article.files: any bytes become an Article whose offsets are the file's, or one clear sentence."""

import codecs
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.errors import CannotRead
from tui.article.files import LARGEST, MOST_LINES, from_bytes, read_file
from tui.article.text.decoding import decode

STORY = "Ferry stays in port\r\n\r\n“We can’t sail,” said Zoë Café, harbour master — not for £5.\r\n"


@given(st.binary())
def test_any_bytes_are_an_article_or_a_sentence(data: bytes) -> None:
    try:
        article = from_bytes(data, "x")
    except CannotRead as error:
        message = error.message
    else:
        assert article.text.strip()
        assert article.blocks
        return
    assert message.endswith(".")
    assert "\n" not in message


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))).filter(str.strip))
def test_utf_8_round_trip(text: str) -> None:
    text = "a" + text
    article = from_bytes(text.encode(), "x")
    assert article.text == text
    assert article.encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (STORY.encode(), "utf-8"),
        (codecs.BOM_UTF8 + STORY.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"), "utf-32-le"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("cp1252"), "cp1252"),
        (STORY.encode("mac_roman"), "mac_roman"),
    ],
)
def test_encodings_and_line_ends(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    article = read_file(path)
    assert article.text == STORY
    assert article.encoding == encoding
    assert article.source == str(path)


def test_a_legacy_encoding_that_is_not_western() -> None:
    text = "Начальник порта заявил, что паром не отойдёт до конца шторма. Пассажиры ждали на берегу. " * 20
    assert from_bytes(text.encode("cp1251"), "x").text == text


def test_undeclared_encodings_of_other_scripts() -> None:
    text = "Мэр города заявила в пятницу, что мост закрыт. " * 4
    for name in ("koi8-r", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(name)).text == text, name
    japanese = "<p>市長は金曜日、橋を閉鎖すると発表した。</p>\n" * 3
    assert decode(japanese.encode("iso2022_jp")).text == japanese
    assert decode(b"a prompt \x1b$ of a terminal \x1b[0m").encoding == "utf-8"


def test_utf_8_with_a_damaged_byte_is_still_utf_8() -> None:
    data = ("“Yes,” he said. " * 20).encode()
    article = from_bytes(data + b"\xe2\x80", "x")
    assert article.encoding == "utf-8"
    assert article.text.startswith("“Yes,”")
    assert article.text.endswith("\ufffd")


def test_control_characters_are_text_and_stay_in_it() -> None:
    text = "The page said \x1b[31mred\x00 and \u202ewent on\u2028 like this for a good while after that."
    assert from_bytes(text.encode(), "x").text == text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7\n%abc", "PDF"),
        (b"PK\x03\x04....", "archive"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00" * 50, "binary"),
        (b"a\x00b\xff\xfe\x00", "binary"),
    ],
)
def test_what_is_no_text(data: bytes, word: str) -> None:
    with pytest.raises(CannotRead, match=word) as caught:
        from_bytes(data, "some.file")
    assert "“some.file”" in caught.value.message


def test_a_missing_file_a_folder_and_an_empty_name(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"There is no file “.*no\.txt”"):
        read_file(tmp_path / "no.txt")
    with pytest.raises(CannotRead, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(CannotRead, match="No file was named"):
        read_file("")
    with pytest.raises(CannotRead, match="cannot be read"):
        read_file("nul\0in the name")
    with pytest.raises(CannotRead, match=r"cannot be read|There is no file"):
        read_file("x" * 5000)
    (tmp_path / "plain").write_text("words")
    with pytest.raises(CannotRead, match="There is no file"):
        read_file(tmp_path / "plain" / "below")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\f", "\v", "\u2028", "\u2029"])
def test_lines_without_end_are_no_article(end: str) -> None:
    with pytest.raises(CannotRead, match="more than 300,000 lines; split it"):
        from_bytes(
            ("yes and yes, again and again yes, that is all there is to it, yes" + end).encode()
            * (MOST_LINES + 1),
            "x",
        )


def test_a_text_without_end_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="larger than 20 MB; split it"):
        from_bytes(b"y" * (LARGEST + 1), "x")
    endless = tmp_path / "endless"
    with endless.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(CannotRead, match="larger than 20 MB; split it"):
        read_file(endless)


def test_a_name_cannot_act_on_the_terminal() -> None:
    with pytest.raises(CannotRead) as caught:
        read_file("evil\x1b[2J\nname")
    assert "\x1b" not in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("typed", ["bbc.com/news", "localhost:8000/a", "10.0.0.7:80/x", "Example.co.uk/"])
def test_an_address_without_its_scheme_is_told(typed: str) -> None:
    with pytest.raises(CannotRead, match="if it is an address, put https:// before it"):
        read_file(typed)


@pytest.mark.parametrize("typed", ["news/bbc.com", "bbc.com", "./a.b/c", "notes.txt"])
def test_a_path_is_a_path(typed: str) -> None:
    with pytest.raises(CannotRead, match="check the path and the folder"):
        read_file(typed)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX devices, pipes and permissions")
def test_devices_pipes_and_permissions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotRead, match="is a device"):
        read_file("/dev/null")
    read, write = os.pipe()
    os.write(write, STORY.encode())
    os.close(write)
    try:
        assert read_file(f"/dev/fd/{read}").text == STORY
    finally:
        os.close(read)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "secret.txt"
    path.write_text("words")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotRead, match="may not read"):
        read_file(path)


def test_title_byline_and_date() -> None:
    text = (
        "Ferry stays in port\n\nBy Jane Doe, Harbour Editor\n12 May 2025\n\n"
        + "The ferry did not sail on Monday. " * 4
    )
    article = from_bytes(text.encode(), "x")
    assert (article.title, article.byline, article.published) == (
        "Ferry stays in port",
        "Jane Doe",
        "2025-05-12",
    )
