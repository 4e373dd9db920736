"""Blocks, and neighbours that share an element."""

from __future__ import annotations

import pytest

from fic2book.model import Settings
from fic2book.render.blocks import block_markup
from fic2book.render.edition import open_edition
from tests.builders import block, book, chapter, heading, item, paragraph, quote, row, run, verse


def markup(*blocks, **more) -> str:
    return "\n".join(block_markup(blocks, open_edition(book(chapter("", "x")), Settings()), 0, **more))


def squeezed(*blocks, **more) -> str:
    return markup(*blocks, **more).replace("\n", "")


def test_only_the_first_paragraph_after_an_opening_is_flush():
    assert markup(paragraph("a"), paragraph("b"), opening=True) == '<p class="first">a</p>\n<p>b</p>'


def test_a_paragraph_in_the_middle_of_a_scene_is_not_flush():
    assert 'class="first"' not in markup(paragraph("a"), paragraph("b"))


def test_alignment_is_kept_beside_flushness():
    assert markup(paragraph("a", align="right"), opening=True) == '<p class="first right">a</p>'


def test_stanzas_share_one_verse():
    assert squeezed(verse("a", "b"), verse("c")) == '<div class="verse"><p>a<br/>b</p><p>c</p></div>'


def test_quotations_nest_by_level_and_close_again():
    assert squeezed(quote("a"), quote("b", level=3), quote("c")) == (
        "<blockquote><p>a</p><blockquote><blockquote><p>b</p></blockquote></blockquote><p>c</p></blockquote>"
    )


def test_items_nest_within_the_item_above():
    assert squeezed(item("a"), item("b", level=2), item("c")) == (
        '<ul><li data-marker="•">a<ul><li data-marker="•">b</li></ul></li><li data-marker="•">c</li></ul>'
    )


def test_a_list_may_begin_deep_and_come_up():
    assert squeezed(item("a", level=3), item("b")) == (
        '<ul><li data-marker="•">a</li></ul><ul><li data-marker="•">b</li></ul>'
    )


def test_numbers_are_those_of_the_author():
    assert squeezed(item("a", marker="7."), item("b", marker="9.")) == (
        '<ol><li value="7" data-marker="7.">a</li><li value="9" data-marker="9.">b</li></ol>'
    )


def test_bullets_after_numbers_are_a_list_of_their_own():
    assert squeezed(item("a", marker="1."), item("b", marker="-")) == (
        '<ol><li value="1" data-marker="1.">a</li></ol><ul><li data-marker="-">b</li></ul>'
    )


def test_letters_count_as_letters():
    assert '<ol type="a"><li value="2"' in squeezed(item("x", marker="b)"))


def test_a_marker_no_list_can_print_is_printed_and_marked_as_ours():
    assert '<span class="made marker">✖</span> odd' in markup(item("odd", marker="✖"))


def test_rows_share_a_table_and_marks_may_cross_cells():
    table = squeezed(row("a", "b"), block("table", run("c\td", "em"), "e"))
    assert table == (
        "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td><em>c</em></td><td><em>d</em>e</td></tr></tbody></table>"
    )


def test_preformatted_text_keeps_its_line_feeds():
    assert markup(block("preformatted", " a\n  b")) == "<pre> a\n  b</pre>"


def test_a_heading_within_the_text_stands_below_that_of_the_page():
    assert markup(heading("x", level=2), depth=2) == '<h4 data-level="2">x</h4>'
    assert markup(heading("x", level=6), depth=3).startswith("<h6 ")


@pytest.mark.parametrize("level", [0, 50, 10_000])
def test_absurd_nesting_stays_shallow(level):
    assert markup(quote("a", level=level)).count("<blockquote>") <= 12
    assert markup(item("a", level=level)).count("<ul>") == 1
