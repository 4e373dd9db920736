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


def test_a_short_paragraph_gets_no_drop_capital() -> None:
    assert opened("“Run!” he said.", "drop-cap").find(".//span") is None


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
