"""Edits go in, runs that name their rule come out; the source stays accounted for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.cleaner.text.edits import Edit, Range, add_languages, add_marks, apply_edits, compose, source_span
from fic2book.model import Block, Image, Run, Span
from tests.cleaner.reading import assert_tiled, paragraph


def test_without_edits_the_block_is_the_same_object():
    block = paragraph("abc")
    assert apply_edits(block, []) is block
    assert add_marks(block, []) is block


def test_an_edit_cuts_a_verbatim_run_in_three():
    block = apply_edits(paragraph("abcde", 10), [Edit(1, 3, "X", "rule")])
    assert block.inlines == (Run("a", Span(10, 11)), Run("X", Span(11, 13), (), "rule"), Run("de", Span(13, 15)))


def test_an_edit_at_the_edges_leaves_no_empty_run():
    assert apply_edits(paragraph("ab"), [Edit(0, 2, "", "rule")]).inlines == (Run("", Span(0, 2), (), "rule"),)


def test_marks_links_and_languages_stay_on_every_piece():
    run = Run("abc", Span(0, 3), ("em",), "", "https://example.org", "fr")
    pieces = apply_edits(Block("paragraph", (run,), Span(0, 3)), [Edit(1, 2, "X", "rule")]).inlines
    assert [(piece.marks, piece.href, piece.lang) for piece in pieces if isinstance(piece, Run)] == [
        (("em",), "https://example.org", "fr")
    ] * 3


def test_a_changed_run_is_changed_as_a_whole_and_names_both_rules():
    block = Block("paragraph", (Run("a-b", Span(0, 9), (), "first"),), Span(0, 9))
    assert apply_edits(block, [Edit(1, 2, "+", "second")]).inlines == (Run("a+b", Span(0, 9), (), "first+second"),)


def test_pictures_and_empty_runs_keep_their_places():
    runs = (Run("", Span(0, 2), (), "gone"), Run("ab", Span(2, 4)), Image(Span(4, 4)), Run("cd", Span(4, 6)))
    block = apply_edits(Block("paragraph", runs, Span(0, 6)), [Edit(1, 3, "X", "rule")])
    assert block.inlines == (
        Run("", Span(0, 2), (), "gone"),
        Run("a", Span(2, 3)),
        Run("X", Span(3, 4), (), "rule"),
        Image(Span(4, 4)),
        Run("", Span(4, 5), (), "rule"),
        Run("d", Span(5, 6)),
    )


@pytest.mark.parametrize(
    ("first", "second", "both"), [("", "a", "a"), ("a", "b", "a+b"), ("a", "a", "a"), ("a+b", "a", "a+b")]
)
def test_names_of_rules_are_joined_once(first: str, second: str, both: str):
    assert compose(first, second) == both


def test_marks_are_sorted_and_not_doubled():
    block = Block("paragraph", (Run("abc", Span(0, 3), ("strong",)),), Span(0, 3))
    marked = add_marks(block, [Range(0, 2, "em"), Range(1, 3, "strong")])
    assert [(run.text, run.marks) for run in marked.inlines if isinstance(run, Run)] == [
        ("a", ("em", "strong")),
        ("b", ("em", "strong")),
        ("c", ("strong",)),
    ]


def test_a_language_that_is_set_stays():
    runs = (Run("ab", Span(0, 2), lang="la"), Run("cd", Span(2, 4)))
    block = add_languages(Block("paragraph", runs, Span(0, 4)), [Range(1, 3, "de")])
    assert [(run.text, run.lang) for run in block.inlines if isinstance(run, Run)] == [
        ("a", "la"),
        ("b", "la"),
        ("c", "de"),
        ("d", ""),
    ]


def test_the_source_of_a_stretch_of_text_is_found_through_changed_runs():
    runs = (Run("ab", Span(5, 7)), Run("X", Span(7, 10), (), "rule"), Run("cd", Span(10, 12)))
    block = Block("paragraph", runs, Span(5, 12))
    assert source_span(block, 1, 2) == Span(6, 7)
    assert source_span(block, 2, 3) == Span(7, 10)
    assert source_span(block, 1, 4) == Span(6, 11)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.data())
def test_any_edits_of_any_runs_tile(sizes: list[int], data: st.DataObject):
    text = "abcdefghijklmnopqrstuvwxyz"[: sum(sizes)]
    runs, at = [], 0
    for size in sizes:
        runs.append(Run(text[at : at + size], Span(at, at + size)))
        at += size
    offsets = sorted(data.draw(st.sets(st.integers(0, at), max_size=8)))
    edits = [Edit(start, stop, "X", "rule") for start, stop in zip(offsets[::2], offsets[1::2], strict=False)]
    block = apply_edits(Block("paragraph", tuple(runs), Span(0, at)), edits)
    assert_tiled(paragraph(text), block)
    assert block.text.count("X") == len(edits)
