"""Words can be read on every palette, ours or the user's."""

from __future__ import annotations

import pytest

from fic2book.covers.colours import (
    LEGIBLE,
    WHITE,
    Colour,
    contrast,
    find_palette,
    load_palettes,
    mix,
    parse_colour,
    readable,
)
from fic2book.errors import UsageError


@pytest.mark.parametrize("text", ["", "#12", "#12345g", "blue", "#1234567", "#１２３"])
def test_what_is_no_colour_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match=r"is not a colour. Write it as #rrggbb"):
        parse_colour(text)


@pytest.mark.parametrize("text", ["#123", "#123,#456,#789,#abc"])
def test_a_palette_needs_two_or_three_colours(text: str) -> None:
    with pytest.raises(UsageError, match="two or three colours"):
        find_palette(text)


@pytest.mark.parametrize("name", load_palettes())
def test_text_is_read_on_the_ground_and_ink_on_paper(name: str) -> None:
    palette = find_palette(name)
    assert contrast(palette.text, palette.ground) >= LEGIBLE
    assert contrast(palette.ink, palette.paper) >= LEGIBLE
    assert palette.paper != palette.ground
    assert contrast(readable(palette.accent, palette.ground), palette.ground) >= LEGIBLE


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast((119, 119, 119), WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, (118, 118, 118)) == pytest.approx(4.54, abs=0.01)
    assert contrast((200, 10, 10), (200, 10, 10)) == 1


@pytest.mark.parametrize("ground", [(0, 0, 0), (90, 90, 90), (118, 118, 118), (128, 128, 128), (200, 60, 60), WHITE])
def test_any_wanted_colour_becomes_readable_on_any_ground(ground: Colour) -> None:
    for wanted in (ground, (250, 250, 0), (20, 20, 120)):
        assert contrast(readable(wanted, ground), ground) >= LEGIBLE


def test_a_colour_that_is_readable_already_stays_as_it_is() -> None:
    assert readable((20, 20, 120), WHITE) == (20, 20, 120)


def test_text_of_a_palette_of_ones_own_is_made_readable() -> None:
    palette = find_palette("#777,#888,#f00")
    assert (palette.ground, palette.accent) == ((119, 119, 119), (255, 0, 0))
    assert contrast(palette.text, palette.ground) >= LEGIBLE
    assert find_palette("#102030,#fff").accent == WHITE


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mix((0, 100, 200), (100, 100, 0), share) for share in (0, 50, 100)] == [
        (0, 100, 200),
        (50, 100, 100),
        (100, 100, 0),
    ]
