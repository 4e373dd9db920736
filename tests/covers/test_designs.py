"""What single designs do with titles that are short, long or begin with an article."""

from __future__ import annotations

import pytest

from fic2book.covers import HEIGHT, WIDTH, CoverRequest, compose
from fic2book.covers.monogram import initial_of


@pytest.mark.parametrize(
    ("title", "language", "letter"),
    [
        ("The", "en", "T"),
        ("The …", "en", "T"),
        ("Theory of Rain", "en", "T"),
        ("Die Hard", "en", "D"),
        ("…", "en", ""),
        ("The Salt Road", "en", "S"),
        ("A Lamp", "", "L"),
        ("Die Lampe im Fenster", "de", "L"),
        ("«La Lampe»", "fr", "L"),
        ("El faro", "es-MX", "f"),
    ],
)
def test_the_letter_in_the_ring_is_that_of_the_first_word_that_counts(title: str, language: str, letter: str) -> None:
    assert initial_of(title, language) == letter


def words_of(title: str, design: str, **more: object) -> list[tuple[int, int, int, int]]:
    """Boxes of all that is written: left, top, right, bottom."""
    canvas = compose(CoverRequest(title, design=design, **more), WIDTH, HEIGHT)  # type: ignore[arg-type]
    return [(item.left, item.top, item.left + item.mask.width, item.top + item.mask.height) for item in canvas.placed]


@pytest.mark.parametrize("title", ["Ash", "Rain", "Untold", "灯"])
def test_a_word_alone_is_a_picture_by_itself_where_the_title_is_all_there_is_to_see(title: str) -> None:
    ((left, top, right, bottom),) = words_of(title, "typographic")
    assert max(right - left, bottom - top) > WIDTH * 35 // 100


def test_with_nothing_below_it_the_title_stands_at_the_foot() -> None:
    alone = words_of("Low Water", "typographic")
    signed = words_of("Low Water", "typographic", authors=("Ida Voss",))
    assert max(bottom for *_, bottom in alone) > HEIGHT * 85 // 100
    assert min(top for _, top, *_ in signed) < HEIGHT * 20 // 100


@pytest.mark.parametrize("title", ["Rain", "All the Lanterns We Never Thought to Light", "The Weather " * 12])
def test_no_sun_touches_the_words_above_it(title: str) -> None:
    canvas = compose(CoverRequest(title, design="landscape", palette="midnight"), WIDTH, HEIGHT)
    below = max(item.top + item.mask.height for item in canvas.placed)
    light = canvas.palette.accent
    strip = canvas.image.crop((0, below, WIDTH, below + canvas.px(1)))
    assert light not in {colour for _, colour in strip.getcolors(100_000) or ()}
