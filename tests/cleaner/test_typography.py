"""Typography changes punctuation only, names the rule of each change, and changes nothing twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fic2book.cleaner.text.typography import RULES, typeset
from fic2book.model import Block, Run, Span
from tests.cleaner.reading import Case, assert_tiled, joined, paragraph, paragraphs, read_cases

ALL = read_cases("typography.txt")
LANGUAGES = ["", "en", "de", "fr", "ru", "es", "sv", "pl", "nl", "he"]


@pytest.mark.parametrize("case", [case for case in ALL if not case.known], ids=lambda case: case.title)
def test_a_case_is_set_as_expected(case: Case):
    assert joined(typeset(paragraphs(case.given), case.language, "smart")) == case.expected


@pytest.mark.parametrize("case", [case for case in ALL if case.known], ids=lambda case: case.title)
@pytest.mark.xfail(strict=True, reason="a limit we know of")
def test_a_known_limit_still_stands(case: Case):
    assert joined(typeset(paragraphs(case.given), case.language, "smart")) == case.expected


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_a_text_that_is_set_is_not_changed_again(case: Case):
    once = typeset(paragraphs(case.given), case.language, "smart")
    assert typeset(once, case.language, "smart") == once
    assert joined(typeset(paragraphs(joined(once)), case.language, "smart")) == joined(once)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.title)
def test_every_change_is_a_run_with_its_rule_and_the_runs_tile_the_source(case: Case):
    before = paragraphs(case.given)
    for old, new in zip(before, typeset(before, case.language, "smart"), strict=True):
        assert_tiled(old, new)


def test_keep_changes_nothing():
    blocks = paragraphs("\"It's\" -- well... ¶ 'so'")
    assert typeset(blocks, "en", "keep") == blocks


@pytest.mark.parametrize("kind", ["preformatted", "rule", "image"])
def test_a_block_without_prose_is_left_alone(kind: str):
    block = paragraph('print("x -- y")', kind=kind)
    assert typeset([block], "en", "smart") == (block,)


def test_an_untouched_block_is_the_same_object():
    block = paragraph("Nothing to do here.")
    assert typeset([block], "en", "smart")[0] is block


def test_code_within_a_paragraph_is_left_alone():
    text = 'Type echo "x" and "go".'
    runs = (Run(text[:5], Span(0, 5)), Run(text[5:13], Span(5, 13), ("code",)), Run(text[13:], Span(13, len(text))))
    (block,) = typeset([Block("paragraph", runs, Span(0, len(text)))], "en", "smart")
    assert block.text == 'Type echo "x" and “go”.'


def test_quotes_look_across_marks():
    text = '"No," he said.'
    runs = (Run('"', Span(0, 1)), Run("No", Span(1, 3), ("em",)), Run('," he said.', Span(3, 14)))
    (block,) = typeset([Block("paragraph", runs, Span(0, 14))], "en", "smart")
    assert block.text == "“No,” he said."
    assert [run.marks for run in block.inlines if isinstance(run, Run) and run.text == "No"] == [("em",)]
    assert_tiled(paragraph(text), block)


def test_a_change_across_runs_puts_its_text_into_the_first():
    runs = (Run("so.", Span(0, 3)), Run("..", Span(3, 5), ("em",)), Run(" it", Span(5, 8)))
    (block,) = typeset([Block("paragraph", runs, Span(0, 8))], "en", "smart")
    assert [(run.text, run.rule, run.marks) for run in block.inlines if isinstance(run, Run)] == [
        ("so", "", ()),
        ("…", "ellipsis", ()),
        ("", "ellipsis", ("em",)),
        (" it", "", ()),
    ]


def test_a_run_that_was_changed_before_keeps_both_names():
    runs = (Run("It", Span(0, 2)), Run("'", Span(2, 5), (), "mojibake"), Run("s", Span(5, 6)))
    (block,) = typeset([Block("paragraph", runs, Span(0, 6))], "en", "smart")
    assert block.inlines[1] == Run("’", Span(2, 5), (), "mojibake+apostrophe")


def test_a_forced_line_break_counts_as_a_space():
    runs = (Run('"Yes."', Span(0, 6)), Run("\n", Span(6, 6), (), "br"), Run('"No."', Span(6, 11)))
    (block,) = typeset([Block("verse", runs, Span(0, 11))], "en", "smart")
    assert block.text == "“Yes.”\n“No.”"


def test_every_rule_is_named_explained_and_starts_where_it_says():
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.meaning
        assert rule.starts


def test_every_rule_that_changes_a_text_is_told_in_the_documents():
    told = (Path(__file__).parent.parent.parent / "docs" / "typography.md").read_text("utf-8")
    used = {
        run.rule
        for case in ALL
        for block in typeset(paragraphs(case.given), case.language, "smart")
        for run in block.inlines
        if isinstance(run, Run) and run.rule
    }
    assert len(used) >= 8
    assert [rule for rule in sorted(used) if f"`{rule}`" not in told] == []


PUNCTUATION = st.text(alphabet="\"'`´-–—.… \u00a0,!?:;=()*_~^/<>@«»“”„‘’abIT9s\n", max_size=40)


@given(PUNCTUATION, st.sampled_from(LANGUAGES))
def test_no_word_ever_changes(text: str, language: str):
    (block,) = typeset([paragraph(text)], language, "smart")
    assert re.findall(r"[^\W_]+", block.text.replace("’", "'")) == re.findall(r"[^\W_]+", text)
    assert_tiled(paragraph(text), block)


@given(PUNCTUATION, st.sampled_from(LANGUAGES))
def test_setting_twice_is_setting_once(text: str, language: str):
    once = typeset([paragraph(text)], language, "smart")
    assert typeset(once, language, "smart") == once


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_can_be_set(text: str, language: str):
    (block,) = typeset([paragraph(text)], language, "smart")
    assert_tiled(paragraph(text), block)


@given(
    st.lists(st.tuples(st.text(alphabet="\"'-. ab", max_size=6), st.sampled_from([(), ("em",), ("code",)])), max_size=6)
)
def test_text_in_any_runs_can_be_set(pieces: list[tuple[str, tuple[str, ...]]]):
    runs: list[Run] = []
    at = 0
    for text, marks in pieces:
        runs.append(Run(text, Span(at, at + len(text)), marks))
        at += len(text)
    block = Block("paragraph", tuple(runs), Span(0, at))
    (after,) = typeset([block], "en", "smart")
    assert_tiled(block, after)


@pytest.mark.parametrize("unit", ['"', "'", "\"'", "'a ", '"a ', "5'", "`a ", ". ", "-", "a' ", "''", "«a"])
def test_hostile_repeats_are_set_like_prose(unit: str):
    text = unit * 10_000  # quadratic work would not end within the suite's time limit
    (block,) = typeset([paragraph(text)], "en", "smart")
    assert_tiled(paragraph(text), block)
