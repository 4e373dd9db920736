"""Fonts inside an electronic book: small, static, licensed, and only when asked for."""

from __future__ import annotations

import io
import zipfile

import pytest
from fontTools.ttLib import TTFont

from fic2book.embedding import ACCESSIBLE, embedded_fonts, font_licences, font_rules
from fic2book.errors import DependencyError
from fic2book.exporters import find_exporter
from fic2book.linter import check
from fic2book.model import Settings
from fic2book.render import render
from fic2book.styles import FontTokens, Style, load_style
from tests.builders import book, chapter

STYLE = load_style("classic")
BOOK = book(chapter("Tür", "Straße & Über"))
ACCESSIBLE_FONTS = Settings(fonts="accessible")


def cuts(settings: Settings, style: Style = STYLE):
    return embedded_fonts(render(BOOK, settings), style, settings)


def test_nothing_is_embedded_unless_it_is_asked_for():
    assert cuts(Settings()) == ()
    assert font_licences(STYLE, Settings()) == ()
    assert list(font_rules((), STYLE, Settings())) == []


def test_a_family_that_is_not_installed_says_how_to_install_it():
    style = Style("x", fonts=FontTokens(body="No Such Face"))
    with pytest.raises(DependencyError, match="pip install fontpkg-no-such-face"):
        embedded_fonts((), style, Settings(fonts="embed"))


def test_the_accessible_face_comes_in_four_small_cuts_with_the_characters_that_occur():
    made = cuts(ACCESSIBLE_FONTS)
    assert len(made) == 4
    for cut in made:
        font = TTFont(io.BytesIO(cut.data))
        assert {ord(character) for character in "TürStraßeÜ&"} <= set(font.getBestCmap())
        assert len(cut.data) < 40_000
        assert ord("Ω") not in font.getBestCmap()


def test_equal_books_get_equal_fonts():
    assert cuts(ACCESSIBLE_FONTS) == cuts(ACCESSIBLE_FONTS)


def test_a_variable_font_becomes_static_and_keeps_its_licence():
    style = Style("x", fonts=FontTokens(body=ACCESSIBLE, display="Cinzel"))
    capital = embedded_fonts(render(BOOK, Settings()), style, Settings(fonts="embed"))[-1]
    font = TTFont(io.BytesIO(capital.data))
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == 400
    assert font["name"].getDebugName(13).startswith("This Font Software is licensed")


@pytest.mark.parametrize("device", ["generic", "apple", "kindle"])
def test_a_book_with_fonts_is_sound_and_names_their_licence(device):
    settings = Settings(fonts="accessible", device=device)
    pages = render(BOOK, settings)
    assert "SIL Open Font License" in pages[-1].body
    (file,) = find_exporter("epub")(BOOK, pages, None, settings)
    assert {remark.code for remark in check(file.data, device=device, validate=False)} == {"no-cover"}
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert f'font-family: "{ACCESSIBLE}", sans-serif' in archive.read("EPUB/style.css").decode()
        announced = "META-INF/com.apple.ibooks.display-options.xml" in archive.namelist()
        assert announced is (b"ibooks:specified-fonts" in archive.read("EPUB/content.opf")) is (device == "apple")
