"""Every pattern of the detectors against its own match and near miss, and against hostile repeats."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

from fic2book import cleaner
from fic2book.cleaner import detectors
from fic2book.cleaner.detectors.talk import SHAPES, all_reasons
from fic2book.cleaner.detectors.talk_words import OPENERS
from fic2book.cleaner.patterns import Pattern, undecorated
from fic2book.cleaner.weights import ACT, ASK, WEIGHTS

PACKAGE = Path(inspect.getfile(cleaner)).parent
MODULES = [
    importlib.import_module(f"{detectors.__name__}.{module.name}")
    for module in pkgutil.iter_modules(detectors.__path__)
]
ALL = {pattern.name: pattern for module in MODULES for pattern in getattr(module, "PATTERNS", ())}


def _recognises(pattern: Pattern, line: str) -> bool:
    whole = pattern.expression.fullmatch(line) is not None
    if pattern.name.startswith(("note.", "talk.")) and pattern.name not in ("note.named", "note.replies"):
        return pattern.expression.match(line) is not None
    return whole or (pattern.name.startswith(SEARCHED) and pattern.expression.search(line) is not None)


SEARCHED = ("disclaimer.", "field.labelled", "pause.", "caption.framed", "break.image")
"""Patterns that are looked for within a line or at its start; the others must fit a whole line."""


@pytest.mark.parametrize("name", ALL)
def test_the_near_miss_is_left_alone(name: str):
    assert not _recognises(ALL[name], ALL[name].miss)


@pytest.mark.parametrize("name", ALL)
def test_the_match_is_recognised(name: str):
    assert _recognises(ALL[name], ALL[name].match)


LINES = sorted(
    {
        text
        for path in (Path(__file__).parent.parent / "cases").glob("*.txt")
        for line in path.read_text("utf-8").splitlines()
        for text in (line.strip(), undecorated(line))
        if text
    }
)


@pytest.mark.parametrize("name", [name for name, pattern in ALL.items() if pattern.cues])
def test_the_cheap_look_misses_no_line_that_the_expression_recognises(name: str):
    found = [line for line in (*LINES, ALL[name].match) if ALL[name].expression.fullmatch(line)]
    assert found
    assert [line for line in found if not ALL[name].is_likely(line)] == []


def test_a_pattern_without_cues_looks_at_every_line():
    plain = Pattern("plain", "a+", 0, "a", "b")
    assert plain.is_likely("b")
    assert plain.fullmatch("b") is None


def test_a_line_without_cues_is_passed_over_and_any_digit_may_be_one():
    counted = Pattern("counted", r"part\s\w+|\d+", re.IGNORECASE, "Part 1", "x", ("part", "#"))
    assert [bool(counted.fullmatch(line)) for line in ("PART two", "12", "\N{ARABIC-INDIC DIGIT TWO}", "two")] == [
        True,
        True,
        True,
        False,
    ]


HOSTILE = (
    "a ",
    "A",
    "1 ",
    "- ",
    "*~",
    "o",
    "(",
    "a:",
    "chapter ",
    "thank you ",
    "this is a ",
    "one ",
    "\N{EM DASH}",
    ".",
    "’s ",
    "by a ",
    "0/",
)
LINE, PARAGRAPH = 160, 6000
"""Characters of what detectors hand to patterns of lines and of paragraphs."""


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", ALL)
def test_a_hostile_line_is_done_with(name: str):
    """A pattern that backtracks without end would hang here; nothing else is measured."""
    length = PARAGRAPH if name.startswith("disclaimer.") else LINE
    for seed in HOSTILE:
        line = (seed * length)[:length] + "\x00"
        ALL[name].expression.search(line)
        assert ALL[name].expression.fullmatch(line) is None or line.endswith("\x00")


@pytest.mark.parametrize(
    ("line", "core"),
    [
        ("Chapter 1", "Chapter 1"),
        ("~*~ Chapter 1 ~*~", "Chapter 1"),
        ("oOo Chapter 1 oOo", "Chapter 1"),
        ("[1/7]", "1/7"),
        ("Chapter 1 (part two)", "Chapter 1 (part two)"),
        ("***", ""),
        ("xo", "xo"),
    ],
)
def test_a_line_is_freed_of_its_ornaments_only(line: str, core: str):
    assert undecorated(line) == core


def test_each_reason_that_is_given_has_a_weight_and_each_weight_is_given():
    """A reason without a weight would fail at run time, a weight without a reason is a leftover."""
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if path.name not in ("weights.py", "talk_weights.py")
    )
    given = set(
        re.findall(
            r"\"((?:heading|break|pause|gap|caption|end|field|title|author|date|counter|disclaimer|note|talk|dedication|epigraph|contents|chrome|zone)\.[a-z-]+)\"",
            sources,
        )
    )
    computed = {f"zone.{zone}" for zone in ("top", "opening", "closing", "tail")} | {
        f"caption.{kind}" for kind in ("time", "view", "flashback", "place")
    }
    computed |= (
        {name for name, _ in all_reasons()}
        | {f"talk.{shape}" for shape in SHAPES}
        | {f"talk.opens-{kind}" for kind in OPENERS}
    )
    used = {name for name in given | computed if name in WEIGHTS}
    assert set(WEIGHTS) - used == set()


def test_doubt_lies_between_asking_and_acting():
    assert ASK < 0 < ACT
