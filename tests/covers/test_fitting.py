"""Titles of any length fit their box, in even lines that end well."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fic2book.covers.fitting import draw_lines, may_be_capitalised, set_text, tidy
from fic2book.covers.lettering import line_width
from fic2book.covers.stretches import Lettering
from fic2book.covers.words import split_words
from tests.covers.titles import LONG_TITLE, TITLES

GARAMOND = Lettering("EB Garamond", leading=104)
WIDTH, HEIGHT, LARGEST = 480, 400, 120


def lines_of(text: str, lettering: Lettering = GARAMOND, width: int = WIDTH, height: int = HEIGHT) -> list[str]:
    """The lines a text is set in, found by watching what is drawn."""
    from fic2book.covers import fitting

    drawn: list[str] = []
    original = fitting.draw_lines

    def watch(texts, lettering, size):
        drawn[:] = texts
        return original(texts, lettering, size)

    fitting.draw_lines = watch
    try:
        set_text(text, lettering, width, height, LARGEST, 12)
    finally:
        fitting.draw_lines = original
    return drawn


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\N{ZERO WIDTH SPACE}", "\N{UGARITIC LETTER ALPA}"])
def test_a_text_without_ink_is_no_block(text: str) -> None:
    assert set_text(text, GARAMOND, WIDTH, HEIGHT, LARGEST) is None


@pytest.mark.parametrize("text", ["straße", "istanbul’da", "ο δρόμος"])
def test_capitals_are_not_used_where_they_change_the_word(text: str) -> None:
    language = "tr" if "istanbul" in text else ""
    assert not may_be_capitalised(text, language)


@pytest.mark.parametrize("kind", TITLES)
def test_no_title_overflows_its_box(kind: str) -> None:
    for width, height in ((WIDTH, HEIGHT), (200, 600), (900, 60)):
        block = set_text(TITLES[kind], GARAMOND, width, height, LARGEST, 12)
        assert block is not None
        assert block.size <= LARGEST
        if block.size > 4:  # nothing is drawn smaller than four pixels
            assert block.width <= width
            assert block.height <= height


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co")), min_size=1, max_size=120))
def test_whatever_is_written_fits_or_has_no_ink(text: str) -> None:
    block = set_text(text, Lettering("Jost", leading=120), WIDTH, HEIGHT, 80, 12)
    if block is not None and block.size > 4:
        assert block.width <= WIDTH
        assert block.height <= HEIGHT


def test_the_lines_together_are_the_title_to_the_letter() -> None:
    for title in (LONG_TITLE, TITLES["punctuation"], TITLES["Cyrillic"]):
        assert " ".join(lines_of(title)) == title
    for title in (TITLES["Japanese"], TITLES["one word without end"]):
        assert "".join(lines_of(title)) == title


def test_a_title_could_not_be_noticeably_larger() -> None:
    block = set_text("The Long Winter", GARAMOND, WIDTH, HEIGHT, 300)
    assert block is not None
    larger = draw_lines(lines_of("The Long Winter"), GARAMOND, block.size * 110 // 100)
    assert larger is not None
    assert larger.width > WIDTH or larger.height > HEIGHT


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("A Tale of Two Cities", ["A Tale of", "Two Cities"]),
        ("The Salt Road", ["The Salt", "Road"]),
        ("Ashes", ["Ashes"]),
        ("Home Again, Home Again", ["Home Again,", "Home Again"]),
    ],
)
def test_lines_are_broken_as_a_designer_would(title: str, lines: list[str]) -> None:
    assert lines_of(title, height=220) == lines


def test_small_words_are_kept_from_the_ends_of_lines() -> None:
    lines = lines_of("The Return of the Captain and the Keeper of the Lamp", height=300)
    assert not [line for line in lines[:-1] if line.split()[-1] in ("the", "of", "and")]


def test_lines_of_japanese_do_not_begin_with_a_mark_or_a_small_letter() -> None:
    for size in range(160, 400, 20):
        for line in lines_of("図書館で、君を待っている。ジャズと、シューベルトと「雨」の夜…", width=size)[1:]:
            assert line[0] not in "、。っュャ」…ー"
            assert line[-1] != "「"


def test_korean_keeps_its_words_whole() -> None:
    assert [word.text for word in split_words("비 오는 날", GARAMOND)] == ["비", "오는", "날"]


def test_a_very_long_word_is_parted_only_when_it_would_be_too_small_in_one_piece() -> None:
    assert lines_of("Donaudampfschifffahrtsgesellschaft") == ["Donaudampfschifffahrtsgesellschaft"]
    assert len(lines_of("https://example.org/" + "abcdefghij" * 9)) > 1


def test_accents_stay_with_their_letters_where_a_word_is_parted() -> None:
    lines = lines_of("e\N{COMBINING ACUTE ACCENT}" * 200)
    assert len(lines) > 1
    assert all(line.startswith("e") for line in lines)


def test_spaces_that_must_not_break_do_not() -> None:
    assert tidy(" a\n\tb  c\N{NO-BREAK SPACE}d ") == "a b c\N{NO-BREAK SPACE}d"
    lines = lines_of("Ann Harker, Mary\N{NO-BREAK SPACE}Webb, Jo\N{NO-BREAK SPACE}Lane", height=300)
    assert not [line for line in lines if line.endswith(("Mary", "Jo"))]


def test_names_rather_stay_on_one_line_and_titles_rather_grow() -> None:
    name = "Jonathan Price-Allard"
    assert len(lines_of(name, GARAMOND)) == 2
    assert len(lines_of(name, GARAMOND._replace(gain=100))) == 1


def test_tall_scripts_are_led_more_than_latin() -> None:
    arabic = set_text("ليل طويل جدا في المدينة", Lettering("Amiri", leading=100), 200, 400, 60)
    latin = set_text("a very long night in town", Lettering("Amiri", leading=100), 200, 400, 60)
    assert arabic is not None
    assert latin is not None
    assert arabic.step * latin.size > latin.step * arabic.size


def test_words_are_measured_as_they_are_drawn() -> None:
    words = split_words("Harker", GARAMOND)
    assert words[0].width == line_width("Harker", GARAMOND, 100)


def test_an_emoji_stays_with_the_word_before_it_and_the_space_after_it_is_no_wider_than_others() -> None:
    block = set_text("Stars ✨ and Salt 🌊", GARAMOND, 700, 900, 200)
    assert block is not None
    assert len(block.lines) >= 2
    apart, together = line_width("✨ a", GARAMOND, 100), sum(line_width(part, GARAMOND, 100) for part in ("✨", "a"))
    assert apart - together == pytest.approx(line_width("b a", GARAMOND, 100) - line_width("ba", GARAMOND, 100), abs=3)


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("灯台守の長い夜", ["灯", "台", "守の", "長い", "夜"]),
        ("ランプの海", ["ランプの", "海"]),
        ("そらのむこうのあおいうみ", ["そらのむこう", "のあおいうみ"]),
        ("海边的最后一盏灯", list("海边的最后一盏灯")),
    ],
)
def test_japanese_endings_stay_with_their_words(title: str, pieces: list[str]) -> None:
    assert [word.text for word in split_words(title, GARAMOND)] == pieces


def test_hebrew_without_points_is_set_closer_than_hebrew_with_them() -> None:
    plain, pointed = (set_text(title, GARAMOND, 400, 2000, 120) for title in ("שלום לכל מי שבא", "שָׁלוֹם לְכָל מִי שֶׁבָּא"))
    assert plain is not None
    assert pointed is not None
    assert plain.step / plain.size < pointed.step / pointed.size
