from __future__ import annotations

import codecs

import pytest

from fic2book.errors import SourceError
from fic2book.readers import read
from fic2book.readers.decode import decode

RUSSIAN = "Дождь начался в полночь и не прекращался до самого утра. Она ждала у окна."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        (b"Rar!\x1a\x07", "unpack it"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x00\x01\x02\x03" * 99, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_is_and_what_to_do(data, words):
    with pytest.raises(SourceError, match=words):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    "data",
    [
        b" ",
        b"\n\n\n",
        "\ufeff".encode(),
        "\N{NO-BREAK SPACE}\n\u3000".encode(),
        b"<p>&nbsp;</p>",
        b"<html><body></body></html>",
    ],
)
def test_a_file_of_white_space_holds_no_text(data):
    with pytest.raises(SourceError, match="holds no text"):
        read("x.html", data)


def test_bytes_that_are_not_what_the_user_says_are_refused_with_their_place():
    with pytest.raises(SourceError, match="byte 4"):
        decode(b"good\xff", "x.txt", "utf-8")


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13"])
def test_an_encoding_nobody_knows_is_refused(encoding):
    with pytest.raises(SourceError, match="no encoding is called"):
        decode(b"text", "x.txt", encoding)


def test_utf_16_that_is_cut_short_is_refused():
    with pytest.raises(SourceError, match="cut short"):
        decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00", "x.txt")


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", ["Plain words, and a “quote”.", RUSSIAN, "naïve café"])
def test_unicode_is_read_with_and_without_its_mark(codec, text):
    decoded = decode(text.encode(codec), "x.txt")
    assert decoded.text == text
    assert not decoded.notices


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "mac-cyrillic"])
def test_cyrillic_code_pages_are_told_apart_by_their_commonest_letters(codec):
    decoded = decode((RUSSIAN * 5).encode(codec), "x.txt")
    assert decoded.text == RUSSIAN * 5
    assert decoded.notices[0].code == "encoding-guessed"


def test_western_text_is_read_as_windows_1252_and_the_user_is_told():
    decoded = decode("“It’s a café…” — she".encode("cp1252"), "x.txt")
    assert decoded.text == "“It’s a café…” — she"
    assert decoded.encoding == "cp1252"
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed"]


def test_a_foreign_byte_in_utf_8_is_mended_and_told_with_its_place():
    decoded = decode("“Curly” and café, ".encode() + b"it\x92s late", "x.txt")
    assert decoded.text == "“Curly” and café, it’s late"
    notice = decoded.notices[0]
    assert notice.code == "undecodable"
    assert decoded.text[notice.span.start] == "’"
    assert "it’s" in notice.where


def test_many_foreign_bytes_are_counted_rather_than_listed():
    decoded = decode("“é” ".encode() * 40 + b"it\x92s " * 30, "x.txt")
    assert decoded.text.count("it’s") == 30
    assert len(decoded.notices) == 21


def test_characters_lost_earlier_are_kept_and_told():
    decoded = decode("wait\N{REPLACEMENT CHARACTER} no".encode(), "x.txt")
    assert decoded.text == "wait\N{REPLACEMENT CHARACTER} no"
    assert decoded.notices[0].code == "replacement-character"


def test_a_declared_charset_is_believed_where_the_bytes_allow_it():
    page = f'<meta charset="iso-8859-2"><p>{"źdźbło trawy"}</p>'
    assert decode(page.encode("iso-8859-2"), "x.html").text == page
    assert decode(page.encode("utf-8"), "x.html").text == page


def test_an_ellipsis_byte_of_windows_1252_is_no_line_end():
    manuscript = read("x.txt", "wait\x85 what".encode())
    assert [block.text for block in manuscript.blocks] == ["wait… what"]


def test_text_that_was_encoded_twice_is_decoded_twice():
    text = "“Déjà vu” — c’est l’été à Noël\nplain line\nIt’s a naïve café\n"
    decoded = decode(text.encode().decode("cp1252", "surrogateescape").encode("utf-8", "surrogateescape"), "x.txt")
    twice = decode(text.replace("”", "’").encode().decode("cp1252").encode(), "x.txt")
    assert twice.text == text.replace("”", "’")
    assert [notice.code for notice in twice.notices] == ["encoded-twice"]
    assert decoded.text.count("\n") == 3


@pytest.mark.parametrize(
    "text", ["Ãƒ is a letter, Â« is not, and naïve «Élan» Ã©", "Água, ÃO, Âmbar, São Tomé", "CAFÉ Â “À” â€ é"]
)
def test_a_line_with_letters_of_its_own_is_never_decoded_twice(text):
    assert decode((text + "\n").encode() * 3, "x.txt").text == (text + "\n") * 3
