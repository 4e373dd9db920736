"""Patterns: what they match, in which order, and what they never match."""

from __future__ import annotations

from pathlib import Path

import pytest

from fic2book.collection import patterns
from fic2book.collection.patterns import matching, natural_order, similar


def found(folder: Path, pattern: str, *files: str) -> list[str]:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    return [path for _, path in matching(str(folder), pattern, lambda place: place.endswith("/dist"))]


@pytest.mark.parametrize("pattern", ["*.txt", "**/*.txt", "a/*", "a", "nothing.txt", "no/folder/*"])
def test_hidden_files_folders_and_the_output_folder_are_no_stories(tmp_path: Path, pattern: str) -> None:
    assert found(tmp_path, pattern, ".hidden.txt", ".git/x.txt", "dist/x.txt", "a/b/c.md") == []


def test_a_link_to_a_folder_above_does_not_lead_round_in_circles(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path, "**/*.txt", "a.txt") == ["a.txt"]


def test_matches_come_in_natural_order_folder_by_folder(tmp_path: Path) -> None:
    names = ["part10.txt", "part2.txt", "Part1.txt", "b/x.txt", "a/x.txt"]
    assert found(tmp_path, "**/*.txt", *names) == ["Part1.txt", "part2.txt", "part10.txt", "a/x.txt", "b/x.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a.txt", ["a.txt"]),
        ("[ab].txt", ["a.txt"]),
        ("?/x.txt", ["s/x.txt"]),
        ("s/**/*.txt", ["x.txt", "t/y.txt"]),
        (".h.txt", [".h.txt"]),
        ("s\\x.txt", ["x.txt"]),
    ],
)
def test_each_sign_matches_what_it_says(tmp_path: Path, pattern: str, expected: list[str]) -> None:
    assert found(tmp_path, pattern, "a.txt", "s/x.txt", "s/t/y.txt", ".h.txt") == expected


def test_a_folder_too_large_to_put_in_order_is_walked_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SORTED", 3)
    assert sorted(found(tmp_path, "*.txt", *(f"{n}.txt" for n in range(10)))) == [f"{n}.txt" for n in range(10)]


def test_a_pattern_that_matches_nothing_is_answered_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "winter.txt").write_text("x")
    assert "“winter.txt”" in similar(str(tmp_path), "wintr.txt")
    assert similar(str(tmp_path), "q/z.txt") == ""


def test_numbers_count_in_the_natural_order() -> None:
    assert sorted(["x10", "x9", "X1"], key=natural_order) == ["X1", "x9", "x10"]
