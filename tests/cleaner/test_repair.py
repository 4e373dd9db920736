"""Repair undoes damage by rule, keeps what only looks like damage, and reports what the reader may care about."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.cleaner.text.repair import repair
from fic2book.model import Block, Run, Span
from tests.cleaner.reading import Case, assert_tiled, joined, paragraph, paragraphs, read_cases

ALL = read_cases("repair.txt")


def rules(block: Block) -> list[tuple[str, str]]:
    return [(run.text, run.rule) for run in block.inlines if isinstance(run, Run) and run.rule]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_a_case_is_repaired_as_expected(case: Case):
    assert joined(repair(paragraphs(case.given)).blocks) == case.expected


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_a_repaired_text_is_sound(case: Case):
    once = repair(paragraphs(case.given)).blocks
    assert repair(once).blocks == once
    assert joined(repair(paragraphs(joined(once))).blocks) == joined(once)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_the_runs_tile_the_source(case: Case):
    before = paragraphs(case.given)
    for old, new in zip(before, repair(before).blocks, strict=True):
        assert_tiled(old, new)


def test_mojibake_is_cut_down_to_the_damaged_characters():
    (block,) = repair([paragraph("It\u00e2\u20ac\u2122s a caf\u00c3\u00a9.")]).blocks
    assert rules(block) == [("’", "mojibake"), ("é", "mojibake")]


def test_verse_keeps_its_indents_and_loses_the_rest():
    (block,) = repair([paragraph("  Shall I  compare\n    thee", kind="verse")]).blocks
    assert block.text == "  Shall I compare\n    thee"


def test_a_table_keeps_the_tabs_between_its_cells():
    (block,) = repair([paragraph("a\tb  c", kind="table")]).blocks
    assert block.text == "a\tb c"


def test_preformatted_text_keeps_its_spaces():
    block = paragraph("a    b\tc", kind="preformatted")
    assert repair([block]).blocks == (block,)


def test_mojibake_and_zalgo_are_reported_with_a_quotation():
    notices = repair([paragraph("It\u00e2\u20ac\u2122s Z\u0300\u0301\u0302\u0303\u0304algo")]).notices
    assert [notice.code for notice in notices] == ["mojibake", "zalgo"]
    assert "algo" in notices[1].where


def test_a_notice_points_into_the_source():
    first, second = paragraph("Fine."), paragraph("caf\u00c3\u00a9", start=100)
    (notice,) = repair([first, second]).notices
    assert notice.span == Span(103, 105)


def test_sound_text_brings_no_notice_and_the_same_objects():
    block = paragraph("“It’s fine,” he said.")
    result = repair([block])
    assert result.blocks[0] is block
    assert result.notices == ()


def test_ftfy_is_not_imported_for_sound_text():
    program = (
        "import sys; from fic2book.cleaner.text.repair import repair; from fic2book.model import *;"
        "t='“Café,” it’s  fine…'; repair([Block('paragraph', (Run(t, Span(0, len(t))),), Span(0, len(t)))]);"
        "sys.exit('ftfy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@given(
    st.text(alphabet="ab .é\u00c3\u00a9â€™œ\u009d\u00a0\u200b\u200d\u00ad\t\n\u0301\u0302\u202a\u2028Р°", max_size=30)
)
def test_any_text_can_be_repaired_and_its_runs_tile_it(text: str):
    before = paragraph(text)
    (after,) = repair([before]).blocks
    assert_tiled(before, after)


@given(st.text(alphabet="ab .\u00a0\u200b\u200d\u00ad\t\n\u0301\u202a\u2028", max_size=30))
def test_repairing_twice_is_repairing_once(text: str):
    once = repair([paragraph(text)]).blocks
    assert repair(once).blocks == once


def test_mojibake_brings_no_character_to_light_that_a_book_cannot_hold():
    (mended,) = repair((paragraph("itâ€™s oï¿¾ne"),)).blocks
    assert mended.text == "it’s one"
