"""Each part of a line gets a font that has it, and stands where its script wants it."""

from __future__ import annotations

from itertools import groupby

import pytest

from fic2book.covers.stretches import Lettering, is_leftward, stretches_of
from fic2book.fonts import IGNORABLE, find_font
from tests.covers.titles import TITLES

JOST = Lettering("Jost")


def shown(text: str, lettering: Lettering = JOST) -> list[str]:
    """The parts in visual order, left to right; a part that runs leftward in brackets."""
    parts = groupby(stretches_of(text, lettering), lambda stretch: stretch.leftward)
    return [
        f"<{''.join(part.text for part in reversed(list(group)))}>"
        if leftward
        else "".join(part.text for part in group)
        for leftward, group in parts
    ]


def test_a_character_without_a_font_is_left_out_and_nothing_is_put_in_its_place() -> None:
    assert shown("a\N{UGARITIC LETTER ALPA}b") == ["ab"]
    assert shown("\N{UGARITIC LETTER ALPA}") == []


@pytest.mark.parametrize("kind", TITLES)
def test_every_character_is_drawn_by_a_font_that_has_a_glyph_for_it(kind: str) -> None:
    from fontTools.ttLib import TTFont

    if kind == "Japanese" and find_font("Noto Sans CJK") is None:
        pytest.skip("no font for Chinese, Japanese and Korean is installed")
    title = TITLES[kind]
    drawn = []
    for stretch in stretches_of(title, Lettering("EB Garamond")):
        file = find_font(stretch.family)
        assert file is not None
        with TTFont(file.path, fontNumber=file.index, lazy=True) as font:
            cmap = font.getBestCmap()
        assert not [
            character for character in stretch.text if ord(character) not in cmap and character not in IGNORABLE
        ]
        drawn.append(stretch.text)
    assert sorted("".join(drawn).replace("\ufe0f", "")) == sorted(title.replace("\ufe0f", ""))


def test_one_font_is_kept_for_a_line_that_it_covers() -> None:
    assert {stretch.family for stretch in stretches_of("Größe, “naïve” – Łódź", JOST)} == {"Jost"}


def test_lines_begin_on_the_side_of_their_first_letter() -> None:
    assert not is_leftward("The שלום")
    assert not is_leftward("12 – !")
    assert is_leftward("12 שלום Paris")
    assert is_leftward("«مرحبا»")


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("plain words", ["plain words"]),
        ("שלום עולם", ["<שלום עולם>"]),
        ("12 לילות", ["< לילות>", "12"]),
        ("לילות 12", ["12", "<לילות >"]),
        ("abc שלום def", ["abc ", "<שלום>", " def"]),
        ("שלום abc def עולם", ["< עולם>", "abc def", "<שלום >"]),
    ],
)
def test_directions_are_ordered_as_they_are_read(text: str, visual: list[str]) -> None:
    assert shown(text) == visual


def test_chinese_and_japanese_get_their_own_forms() -> None:
    japanese, chinese = (find_font("Noto Sans CJK", language=language) for language in ("ja", "zh-Hans"))
    if japanese is None or chinese is None or japanese.path.suffix != ".ttc":
        pytest.skip("no font collection for Chinese, Japanese and Korean is installed")
    assert (japanese.index, chinese.index) == (0, 2)
