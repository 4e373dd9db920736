"""A golden that cannot fail, or that heals itself unasked, guards nothing."""

from __future__ import annotations

import pytest

from tests.goldens import match_golden


def test_another_text_fails_and_leaves_the_golden_alone(tmp_path):
    golden = tmp_path / "page.xhtml"
    golden.write_text("old", "utf-8")
    with pytest.raises(AssertionError):
        match_golden(golden, "new", refresh=False)
    assert golden.read_text("utf-8") == "old"


def test_a_carriage_return_is_a_difference(tmp_path):
    golden = tmp_path / "page.xhtml"
    golden.write_bytes(b"one\r\ntwo")
    with pytest.raises(AssertionError):
        match_golden(golden, "one\ntwo", refresh=False)


def test_a_missing_golden_fails_and_names_the_flag(tmp_path):
    with pytest.raises(AssertionError, match="--refresh-goldens"):
        match_golden(tmp_path / "page.xhtml", "new", refresh=False)
    assert list(tmp_path.iterdir()) == []


def test_refreshing_writes_the_golden_that_then_matches(tmp_path):
    golden = tmp_path / "deeper" / "page.xhtml"
    match_golden(golden, "ё\n", refresh=True)
    match_golden(golden, "ё\n", refresh=False)


def test_the_fixture_obeys_the_flag(golden, pytestconfig, tmp_path):
    if pytestconfig.getoption("--refresh-goldens"):
        pytest.skip("goldens are being refreshed")
    with pytest.raises(AssertionError, match="no golden"):
        golden(tmp_path / "page.xhtml", "new")
