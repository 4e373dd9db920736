"""The sheet: room for the text, and a gutter that grows with the book."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fic2book.errors import UsageError
from fic2book.press.geometry import MM, TRIMS, estimate_pages, find_trim, plan_sheet
from fic2book.styles import Length, load_style, style_names

CLASSIC = load_style("classic")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a55", "Did you mean “a5”"),
        ("10x10mm", "between 50 and 600"),
        ("0x0in", "between"),
        ("9000x2in", "between"),
        ("", "There is no trim"),
    ],
)
def test_a_trim_that_cannot_be_is_a_usage_error(name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        find_trim(name)


@pytest.mark.parametrize(
    "page",
    [
        replace(CLASSIC.page, inner=Length(80, "mm")),
        replace(CLASSIC.page, top=Length(300, "mm")),
        replace(CLASSIC.page, gutter="120mm"),
    ],
)
def test_margins_that_leave_no_room_are_a_usage_error_with_both_sizes(page: object) -> None:
    with pytest.raises(UsageError, match=r"leave a block of text of \d+ by \d+ mm on a page of 140 by 216 mm"):
        plan_sheet(replace(CLASSIC, page=page), "", 1000)  # type: ignore[arg-type]


def test_text_too_large_for_a_small_page_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="larger trim size"):
        plan_sheet(load_style("large-print"), "a6", 1000)


@pytest.mark.parametrize("trim", TRIMS)
def test_every_preset_takes_the_classic_style(trim: str) -> None:
    sheet = plan_sheet(CLASSIC, trim, 60_000)
    assert (sheet.width, sheet.height) == TRIMS[trim]
    assert sheet.measure <= CLASSIC.page.measure.points(CLASSIC.text.size.points()) + 0.01


@pytest.mark.parametrize("style", style_names())
def test_every_style_has_room_on_its_own_trim(style: str) -> None:
    assert plan_sheet(load_style(style), "", 400_000).depth > 0


def test_the_gutter_grows_with_the_page_count_and_takes_from_the_inner_margin_only() -> None:
    sheets = [plan_sheet(CLASSIC, "", words) for words in (5_000, 40_000, 80_000, 140_000, 400_000)]
    assert [sheet.gutter for sheet in sheets] == sorted({sheet.gutter for sheet in sheets})
    assert {sheet.outer for sheet in sheets} == {sheets[0].outer}
    assert all(sheet.inner == pytest.approx(sheets[0].inner + sheet.gutter) for sheet in sheets)


def test_a_gutter_set_by_hand_is_kept() -> None:
    fixed = replace(CLASSIC, page=replace(CLASSIC.page, gutter="4mm"))
    assert {round(plan_sheet(fixed, "", words).gutter / MM, 3) for words in (100, 500_000)} == {4}


def test_a_sheet_wider_than_the_measure_gets_wider_margins_on_both_sides() -> None:
    sheet = plan_sheet(CLASSIC, "a4", 1000)
    assert sheet.outer > 30 * MM
    assert sheet.inner > 30 * MM


def test_a_custom_trim_is_taken_as_said() -> None:
    assert find_trim("120 x 190mm") == (120 * MM, 190 * MM)


def test_more_words_are_more_pages() -> None:
    sheet = plan_sheet(CLASSIC, "", 0)
    pages = [estimate_pages(CLASSIC, sheet, words) for words in (0, 10_000, 100_000)]
    assert pages == sorted(set(pages))
