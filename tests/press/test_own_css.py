"""CSS of a style's own may do anything; what it does to the words is told."""

from __future__ import annotations

import pytest

from fic2book.exporters.pdf import export
from fic2book.model import Notice, Settings
from fic2book.press.own_css import bracket_complaint
from fic2book.render import render
from tests.press_books import simple


def told(folder, css: str) -> tuple[Notice, ...]:
    """What is said about a small book in a style with this CSS."""
    (folder / "style.toml").write_text("", encoding="utf-8")
    (folder / "print.css").write_text(css, encoding="utf-8")
    book, settings = simple("It was a dark night.", "He went home."), Settings(style=str(folder))
    return export(book, render(book, settings), None, settings)[0].notices


@pytest.mark.parametrize(
    "css",
    ["", "p { color: red }", "/* { */ p { color: red }", "p::before { content: '{' }", 'p::before { content: "\\"}" }'],
)
def test_brackets_that_match_are_nothing_to_speak_of(css: str) -> None:
    assert not bracket_complaint(css)


def test_a_bracket_that_stays_open_is_named_with_its_line() -> None:
    assert "line 2 is never closed" in bracket_complaint("p { color: red }\n@media print {\nh1 { color: blue }\n")
    assert "line 1 that was never opened" in bracket_complaint("p { color: red }} h1 { color: blue }")


@pytest.mark.parametrize(
    "css", ["p { color: #222; letter-spacing: 0.1em }", ".drop { float: left }", "hr { display: none }"]
)
def test_css_that_leaves_the_words_where_they_are_is_not_spoken_of(css: str, tmp_path) -> None:
    assert told(tmp_path, css) == ()


@pytest.mark.parametrize(
    "css",
    [
        "p { display: none }",
        "p { font-size: 0 }",
        "p { visibility: hidden }",
        "p { text-indent: -9000mm }",
        "p { white-space: nowrap; font-size: 300pt }",
        "@page { size: 2mm 2mm } @page :left { margin: 0 } @page :right { margin: 0 }",
    ],
)
def test_words_that_no_page_shows_are_told(css: str, tmp_path) -> None:
    notices = [notice for notice in told(tmp_path, css) if notice.code == "words-hidden"]
    assert len(notices) == 1
    assert "not whole on any page" in notices[0].message


def test_a_complaint_names_the_stylesheet_and_a_flood_of_them_is_cut_short(tmp_path) -> None:
    notices = told(tmp_path, " ".join(f"p {{ colour{number}: red }}" for number in range(9)))
    assert len(notices) == 3
    assert all(f"{tmp_path.name}/print.css" in notice.message for notice in notices)
    assert "6 more" in notices[-1].message
