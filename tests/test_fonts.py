"""Fonts are found by family, and what none of them can draw is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fic2book import fonts
from fic2book.fonts import find_font, fonts_for, missing_characters, missing_notice

SCRIPTS = {
    "Latin": "Größe, “naïve” – Łódź…",
    "Cyrillic": "Зимняя дорога",
    "Greek": "Ὅμηρος, θάλασσα",
    "Hebrew": "שלום",
    "Arabic": "مرحبا، ليلة",
    "Devanagari": "हिन्दी की कहानी",
    "Thai": "ดวงดาว",
    "Georgian": "ზამთარი",
    "emoji": "🌙 ❤️ 👩‍🚀",
    "symbols": "♥ ★ ☾ → ∞",
}


def test_a_family_that_is_not_installed_is_none() -> None:
    assert find_font("No Such Family") is None
    assert find_font("../fontpkg_jost/files/Jost") is None
    assert find_font("") is None


def test_a_family_is_not_mistaken_for_another_that_begins_like_it() -> None:
    for family in ("Noto Sans", "Noto Sans Arabic", "EB Garamond"):
        file = find_font(family)
        assert file is not None
        assert file.path.name.split("[")[0].split("-")[0] == family.replace(" ", "")
    assert find_font("Noto") is None


def test_characters_that_no_font_has_are_named_with_their_script_and_what_to_install() -> None:
    text = "a\N{UGARITIC LETTER ALPA}世"
    assert missing_characters(text, ("Jost", "No Such Family")) == "世\N{UGARITIC LETTER ALPA}"
    notice = missing_notice("世\N{UGARITIC LETTER ALPA}", "the cover")
    assert notice is not None
    assert notice.code == "no-font"
    assert "Chinese, Japanese and Korean and Ugaritic characters" in notice.message
    assert "left out of the cover: 世" in notice.message
    assert "fic2book[cjk]" in notice.message


def test_a_script_is_said_once_however_many_of_its_characters_are_missing() -> None:
    notice = missing_notice("жзи", "the pages")
    assert notice is not None
    assert notice.message.count("Cyrillic") == 1
    assert notice.message.count("pip install") == 1


def test_nothing_missing_is_no_notice() -> None:
    assert missing_notice("", "the cover") is None
    assert missing_characters("soft\N{SOFT HYPHEN}hyphen\n\N{ZERO WIDTH JOINER}", ("Jost",)) == ""


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_installed_fonts_cover_every_script_together(script: str) -> None:
    families = fonts_for(SCRIPTS[script], ("Jost",))
    assert missing_characters(SCRIPTS[script], families) == ""


def test_chinese_japanese_and_korean_are_covered_where_a_font_is_installed() -> None:
    if find_font("Noto Sans CJK") is None:
        pytest.skip("the fonts of the extra cjk are not installed")
    for text, language in (
        ("雨の日の図書館", "ja"),
        ("红楼梦", "zh-Hans"),
        ("紅樓夢", "zh-Hant"),
        ("비 오는 날", "ko"),
    ):
        assert missing_characters(text, fonts_for(text, ("Jost",), language)) == ""


def test_the_preferred_family_comes_first_and_only_needed_ones_follow() -> None:
    assert fonts_for("Plain", ("Fraunces", "Jost")) == ("Fraunces",)
    assert fonts_for("Größe", ("Fraunces", "Jost")) == ("Fraunces",)
    assert fonts_for("Plain", ("No Such Family", "Jost")) == ("Jost",)
    assert fonts_for("Ночь and day", ("Fraunces",)) == ("Fraunces", "EB Garamond")
    assert fonts_for("") in (("EB Garamond",), ())


def test_serifs_are_followed_by_serifs_and_sans_by_sans() -> None:
    assert fonts_for("a שלום", ("EB Garamond",))[1:] == ("Frank Ruhl Libre",)
    assert fonts_for("a שלום", ("Jost",))[1:] == ("Noto Sans Hebrew",)


def test_a_variable_font_takes_any_weight_and_a_static_one_its_nearest() -> None:
    variable, static = find_font("Jost", 650), find_font("Space Mono", 650)
    assert variable is not None
    assert static is not None
    assert (variable.weight, variable.axes) == (650, ("wght",))
    assert (static.weight, static.axes, static.path.name) == (700, (), "SpaceMono-Bold.ttf")


def test_italics_are_found_and_said_to_be_missing_where_there_are_none() -> None:
    italic, upright = find_font("Fraunces", italic=True), find_font("Frank Ruhl Libre", italic=True)
    assert italic is not None
    assert upright is not None
    assert (italic.italic, upright.italic) == (True, False)
    assert "opsz" in italic.axes


def test_fonts_of_the_system_are_found_by_file_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("MyOwnFace-Bold.otf", "MyOwnFace-Regular.ttf", "MyOwnFaceTwo-Regular.ttf", "MyOwnFace.txt"):
        (tmp_path / name).touch()
    monkeypatch.setattr(fonts, "_system_folders", lambda: (tmp_path,))
    for function in (fonts.find_font, fonts._system_files, fonts._system_fonts):
        function.cache_clear()
    try:
        bold = find_font("My Own Face", 800)
        assert bold is not None
        assert (bold.path.name, bold.weight) == ("MyOwnFace-Bold.otf", 700)
    finally:
        for function in (fonts.find_font, fonts._system_files, fonts._system_fonts):
            function.cache_clear()


def test_plain_latin_needs_neither_fonttools_nor_an_open_font() -> None:
    program = (
        "import sys; from fic2book.fonts import fonts_for, find_font; from fic2book.glyphs import read_coverage\n"
        "assert fonts_for('Plain words', ('Jost',)) == ('Jost',)\n"
        "assert read_coverage.cache_info().misses == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('fontTools', 'PIL', 'fontpkg'))]\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
