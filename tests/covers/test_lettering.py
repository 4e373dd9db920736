"""Ink is cropped to itself, joined where letters join, spaced where that was asked for, and never a box for a missing glyph."""

from __future__ import annotations

import pytest
from PIL import Image

from fic2book.covers import lettering as module
from fic2book.covers.lettering import draw_line, line_width, load_face, shapes_scripts, tint
from fic2book.covers.stretches import Lettering, stretches_of
from fic2book.fonts import find_font
from tests.covers.titles import TITLES

JOST = Lettering("Jost")


@pytest.mark.parametrize("text", ["", " ", "\N{NO-BREAK SPACE}", "\N{UGARITIC LETTER ALPA}"])
def test_a_text_without_ink_is_no_line(text: str) -> None:
    assert draw_line(text, JOST, 60) is None


@pytest.mark.parametrize("kind", ["one word", "Cyrillic", "Greek", "Hebrew", "Arabic", "Japanese", "emoji"])
def test_no_letter_looks_like_the_box_that_stands_for_a_missing_glyph(kind: str) -> None:
    if kind == "Japanese" and find_font("Noto Sans CJK") is None:
        pytest.skip("no font for Chinese, Japanese and Korean is installed")
    lettering = Lettering("EB Garamond")
    for stretch in stretches_of(TITLES[kind], lettering):
        face = load_face(stretch.family, lettering, 60)
        box = bytes(face.getmask("\U0010fffe"))
        letters = [letter for letter in stretch.text if letter.isalnum()]
        assert all(bytes(face.getmask(letter)) != box for letter in letters)


def test_a_line_s_mask_has_ink_on_all_four_edges() -> None:
    for lettering in (JOST, JOST._replace(tracking=200), Lettering("Fraunces", italic=True)):
        line = draw_line("Joy, fjord", lettering, 90)
        assert line is not None
        assert line.mask.getbbox() == (0, 0, *line.mask.size)
        assert 0 < line.rise < line.mask.height  # letters stand above the baseline, and j hangs below it


def test_the_height_of_a_capital_is_its_rise() -> None:
    line = draw_line("H", JOST, 100)
    assert line is not None
    assert line.rise == line.mask.height


def test_spacing_widens_a_line_by_its_thousandths_for_every_letter() -> None:
    plain, spaced = (line_width("HARKER", JOST._replace(tracking=tracking), 100) for tracking in (0, 150))
    assert spaced - plain == pytest.approx(6 * 15)


def test_arabic_letters_are_joined_and_never_spaced() -> None:
    if not shapes_scripts():
        pytest.skip("Pillow cannot join letters here: no FriBidi library")
    arabic = Lettering("Amiri", tracking=200)
    word = "ليل"
    assert line_width(word, arabic, 100) == line_width(word, arabic._replace(tracking=0), 100)
    assert line_width(word, arabic, 100) < sum(line_width(letter, arabic, 100) for letter in word)


def test_without_the_library_hebrew_still_runs_from_right_to_left(monkeypatch: pytest.MonkeyPatch) -> None:
    shaped = draw_line("שלום", Lettering("Frank Ruhl Libre"), 80)
    monkeypatch.setattr(module, "shapes_scripts", lambda: False)
    plain = draw_line("שלום", Lettering("Frank Ruhl Libre"), 80)
    assert shaped is not None
    assert plain is not None
    assert abs(shaped.mask.width - plain.mask.width) <= 2
    last = shaped.mask.crop((0, 0, 40, shaped.mask.height)).histogram()
    assert plain.mask.crop((0, 0, 40, plain.mask.height)).histogram()[0] == pytest.approx(last[0], rel=0.15)


def test_weight_and_optical_size_reach_the_letters() -> None:
    light, bold = (draw_line("Hamburg", Lettering("Fraunces", weight=weight), 80) for weight in (300, 800))
    assert light is not None
    assert bold is not None
    assert sum(bold.mask.histogram()[128:]) > 1.3 * sum(light.mask.histogram()[128:])
    assert line_width("Hamburg", Lettering("Fraunces", optical=9), 80) > line_width(
        "Hamburg", Lettering("Fraunces"), 80
    )


def test_tinting_a_mask_is_the_same_as_pasting_through_it() -> None:
    mask = Image.frombytes("L", (16, 16), bytes(range(256)))
    pasted = Image.new("RGB", (16, 16), (10, 60, 200))
    pasted.paste((240, 230, 20), (0, 0, 16, 16), mask)
    for one, other in zip(tint(mask, (10, 60, 200), (240, 230, 20)).tobytes(), pasted.tobytes(), strict=True):
        assert abs(one - other) <= 1
