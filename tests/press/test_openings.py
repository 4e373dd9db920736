"""The first line of a chapter: set off where it may be, left alone where it would look wrong."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from fic2book.press.openings import mark_opening

LONG = (
    "and so the long tale went on and on, through the winter and out of it again, until nobody in the harbour remembered how it began. "
    * 2
)


def opened(text: str, manner: str) -> ElementTree.Element:
    section = ElementTree.fromstring(f'<section><p class="first">{text}</p></section>')
    mark_opening(section, manner)
    return section


@pytest.mark.parametrize(
    "text", ["<em>All</em> of it", "", "12 o’clock " + LONG, "ليلة مظلمة " + LONG, "暗い夜だった。" + LONG]
)
@pytest.mark.parametrize("manner", ["drop-cap", "small-caps"])
def test_what_has_no_capital_to_begin_with_is_left_alone(text: str, manner: str) -> None:
    assert opened(text, manner).find(".//span") is None


def test_a_paragraph_too_short_for_a_drop_capital_gets_small_capitals_instead() -> None:
    marked = [span.get("class") for span in opened("“Run!” he said.", "drop-cap").iter("span")]
    assert marked == ["lead"]


@pytest.mark.parametrize(
    "before",
    [
        '<section class="note"><h2 class="label">Summary</h2><blockquote><p class="first">In which it rains.</p></blockquote></section>',
        '<section class="note"><p class="first">Written in haste.</p></section>',
    ],
)
@pytest.mark.parametrize("manner", ["drop-cap", "small-caps"])
def test_a_note_before_the_chapter_is_not_set_off_and_the_story_below_it_is(before: str, manner: str) -> None:
    section = ElementTree.fromstring(
        f'<section><h1>One</h1>{before}<section class="scene"><p class="caption">Monday</p>'
        f'<p class="first">It was dark. {LONG}</p></section></section>'
    )
    mark_opening(section, manner)
    assert [span.get("class") for span in section.iter("span")] == ["lead" if manner == "small-caps" else "drop"]
    assert section.find(".//section[@class='scene']//span") is not None


@pytest.mark.parametrize(
    "first", ['<blockquote><p class="first">A motto.</p></blockquote>', '<div class="verse"><p>O</p></div>']
)
def test_nothing_is_set_off_where_the_chapter_begins_with_a_quotation_or_verse(first: str) -> None:
    section = ElementTree.fromstring(
        f'<section><section class="scene">{first}<p>Then it rained.</p></section>'
        f'<section class="scene"><p class="first">Later it stopped. {LONG}</p></section></section>'
    )
    mark_opening(section, "small-caps")
    assert section.find(".//span") is None


def test_no_manner_leaves_every_paragraph_alone() -> None:
    assert opened("It was dark. " + LONG, "none").find(".//span") is None


@pytest.mark.parametrize(
    ("text", "initial"),
    [("It was dark.", "I"), ("“It was dark.”", "“I"), ("— Ночь темна.", "— Н"), ("«Était-ce vrai?»", "«É")],
)
def test_a_drop_capital_takes_its_quotation_mark_along(text: str, initial: str) -> None:
    dropped = opened(f"{text} {LONG}", "drop-cap").find(".//span[@class='drop']")
    assert dropped is not None
    assert dropped.text == initial


def test_small_capitals_end_with_the_sentence_or_after_half_a_line() -> None:
    leads = [
        opened(text, "small-caps").find(".//span")
        for text in ("No. It was not.", "It was a dark and stormy night, and then")
    ]
    assert [(lead.text or "").strip() for lead in leads if lead is not None] == ["No.", "It was a dark and stormy"]


@pytest.mark.parametrize("manner", ["drop-cap", "small-caps"])
def test_no_letter_is_changed(manner: str) -> None:
    text = "“Well then,” said Anna, " + LONG
    assert "".join(opened(text, manner).itertext()) == text
