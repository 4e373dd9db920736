"""Paragraphs that run against their page say so; no other paragraph says anything."""

from __future__ import annotations

import pytest

from fic2book.model import Settings
from fic2book.render import render
from tests.press_books import paragraph, simple

HEBREW, ARABIC = "היה היה לילה חשוך.", "كانت ليلة مظلمة."


def body(*lines: str, kind: str = "paragraph", language: str = "en") -> str:
    book = simple(*(paragraph(line, kind) for line in lines), language=language)
    return next(page.body for page in render(book, Settings()) if page.role == "chapter")


@pytest.mark.parametrize("line", ["It was dark.", "She said שלום to him.", "“123!”", "…", "Ночь.", "暗い。"])
def test_lines_that_run_with_their_page_say_nothing(line: str) -> None:
    assert "dir=" not in body(line)


@pytest.mark.parametrize("line", [HEBREW, "— " + ARABIC, "12 " + HEBREW])
@pytest.mark.parametrize("kind", ["paragraph", "verse", "quote", "heading"])
def test_a_line_from_right_to_left_in_an_english_story_says_so(line: str, kind: str) -> None:
    assert body("It was dark.", line, kind=kind).count('dir="rtl"') == 1


def test_a_line_from_left_to_right_in_a_hebrew_story_says_so_and_the_hebrew_ones_do_not() -> None:
    made = body(HEBREW, "It was dark.", "…", language="he")
    assert made.count("dir=") == 1
    assert '<p dir="ltr">It was dark.' in made
