"""Every case of tests/cases for the detectors: one small story each, its lines with the roles a careful editor would give them."""

from __future__ import annotations

import pytest

from tests.cleaner.cases import Case, found, load

FILES = (
    "headings",
    "breaks",
    "captions",
    "ends",
    "fields",
    "boxes",
    "titles",
    "dates",
    "disclaimers",
    "notes",
    "chrome",
    "unmet-chrome",
    "gaps",
    "contents",
    "dedications",
    "documents",
)


def _parameters():
    for name in FILES:
        for case in load(name):
            marks = [pytest.mark.xfail(strict=True, reason="a known limit")] if case.known else []
            yield pytest.param(case, id=f"{name}: {case.title}", marks=marks)


@pytest.mark.parametrize("case", list(_parameters()))
def test_each_line_gets_the_role_an_editor_would_give_it(case: Case):
    assert [_shown(line) for line in found(case)] == [_shown(line) for line in case.lines]


def _shown(line):
    value = f"={line.value}" if line.value else ""
    fields = " ".join(f"{name}={value}" for name, value in line.fields)
    return f"{line.boundary} {line.role}{value} {fields} | {line.text[:60]}"
