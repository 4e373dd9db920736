"""A passage is quoted in words that are found again, in its own place."""

from __future__ import annotations

import pytest

from fic2book.model import Block, Manuscript, Removed, Run, Source, Span
from fic2book.overrides.finding import finder_of
from fic2book.overrides.quoting import Quoter, shortened
from fic2book.overrides.rulings import Quotation
from tests.manuscripts import manuscript


def place(made: Manuscript, first: int, last: int) -> tuple[int, int] | None:
    """The blocks that the quotation of `first`..`last` is found in."""
    quote = Quoter(made).quote(first, last)
    if quote is None:
        return None
    finder = finder_of(made, "s")
    start, stop = finder.blocks_of(Quotation(quote.words, quote.occurrence))
    return start, finder.blocks_of(Quotation(quote.through))[1] if quote.through else stop


def test_a_passage_without_words_is_not_quoted():
    rule = Block("rule", (), Span(4, 4))
    text = Block("paragraph", (Run("One.", Span(0, 4)),), Span(0, 4))
    made = Manuscript(Source("s", "html", "One."), (text, rule))
    assert Quoter(made).quote(1, 1) is None
    assert place(made, 0, 1) == (0, 0)


def test_words_that_stand_elsewhere_too_are_counted():
    made = manuscript("One.\nTwo.\nOne.\nThree.\nOne.")
    assert [place(made, index, index) for index in (0, 2, 4)] == [(0, 0), (2, 2), (4, 4)]


def test_removed_words_are_not_counted_since_no_quotation_finds_them():
    text = "One.\n\nOne."
    block = Block("paragraph", (Run("One.", Span(6, 10)),), Span(6, 10))
    made = Manuscript(Source("s", "html", text), (block,), (Removed(Span(0, 6), "markup"),))
    quote = Quoter(made).quote(0, 0)
    assert quote is not None
    assert quote.occurrence == 0


def test_a_passage_of_several_paragraphs_is_quoted_to_its_end():
    made = manuscript("One lamp.\nTwo lamps.\nThree lamps.")
    assert place(made, 0, 2) == (0, 2)


def test_an_end_that_stands_elsewhere_too_is_left_out():
    made = manuscript("One lamp.\nTwo lamps.\nTwo lamps.")
    quote = Quoter(made).quote(0, 1)
    assert quote is not None
    assert quote.through == ""


@pytest.mark.parametrize("text", ["* * *", "...", ". .  .", "--", "“a” ‘b’ – c", "\\d+ (.*) [x]", "a" * 400, "***\tb"])
def test_signs_that_stand_for_each_other_are_found_again(text):
    made = manuscript(f"Before.\n{text}\nAfter.\n{text}")
    assert [place(made, index, index) for index in (1, 3)] == [(1, 1), (3, 3)]


def test_a_beginning_that_another_paragraph_hides_is_quoted_at_length():
    made = manuscript("aaa\naa aaa b")
    assert place(made, 1, 1) == (1, 1)


def test_a_long_passage_is_cut_at_a_word():
    assert shortened("one  two\nthree", 9) == "one two …"
    assert shortened("one two", 9) == "one two"
