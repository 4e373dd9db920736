"""No line of a paragraph ends after its first word because marked words follow the line."""

from __future__ import annotations

from typing import Any

import pytest

from fic2book.press.line_ends import mended, mended_lines

STYLE = {"font_size": 20}


def splitter(whole: float, first_word: float = 37, resume: int | None = 6) -> Any:
    """WeasyPrint's function as it is seen to work: all of a text that fits with its last blank, else its first word."""
    asked: list[float] = []

    def split(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **more: Any) -> tuple[Any, ...]:
        asked.append(max_width or 0)
        fits = max_width is None or whole <= max_width
        return (None, len(text), None, whole, 20, 15) if fits else (None, 5, resume, first_word, 20, 15)

    split.asked = asked  # type: ignore[attr-defined]
    return split


def test_a_text_that_fits_but_for_its_last_blank_is_taken_whole() -> None:
    assert mended(splitter(430.8))("stand was the ", STYLE, None, 428.6)[2:4] == (None, 430.8)


@pytest.mark.parametrize(
    ("text", "whole", "first_word", "width"),
    [
        ("stand was the ", 600.0, 37.0, 428.6),  # a line really too long
        ("stand was the", 430.8, 37.0, 428.6),  # no blank to do without
        ("Incomprehensibilities are ", 430.8, 300.0, 428.6),  # a first word that fills the line
    ],
)
def test_other_lines_are_left_as_they_are(text: str, whole: float, first_word: float, width: float) -> None:
    assert mended(splitter(whole, first_word))(text, STYLE, None, width)[3] == first_word


@pytest.mark.parametrize("width", [None, float("inf")])
def test_lines_without_end_are_not_looked_at_again(width: float | None) -> None:
    split = splitter(100.0)
    mended(split)("stand was the ", STYLE, None, width)
    assert len(split.asked) == 1


def test_weasyprint_has_its_own_function_back_afterwards() -> None:
    from weasyprint.layout import inline

    before = inline.split_first_line
    with mended_lines():
        assert inline.split_first_line is not before
    assert inline.split_first_line is before
