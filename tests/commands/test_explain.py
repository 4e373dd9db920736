"""Lost scene breaks as a user meets them: asked for, looked at, accepted one by one or all from a score on."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fic2book.cli import group
from tests.cleaner.cases import FILLER

LEAP = "Three weeks after that the boat came back without its crew, and the whole town stood on the quay to look at it."
STAMP = "Three weeks later"
STORY = "\n\n".join(("The Tide", *FILLER * 4, STAMP, LEAP, *FILLER * 4)) + "\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "tide.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def explained(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(group, ["explain", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result


def pauses(story: Path) -> list[str]:
    shown = explained(story).stdout
    return [line for line in shown.splitlines() if line.strip().startswith("pause")]


def test_nothing_is_suggested_unasked(story: Path):
    assert "lost-break" not in explained(story).stdout


def test_that_nothing_was_found_is_said_apart_from_the_listing(tmp_path: Path):
    path = tmp_path / "plain.txt"
    path.write_text("\n\n".join(FILLER), encoding="utf-8")
    result = explained("--suggest-breaks", path)
    assert "No place looks like a lost scene break" in result.stderr
    assert "No place" not in result.stdout


def test_who_asks_in_a_language_without_word_lists_is_told_why_nothing_comes(tmp_path: Path):
    path = tmp_path / "german.txt"
    path.write_text("Der Hafen lag leer im Regen, und niemand sah es. Sie ging nach Hause.\n" * 9, encoding="utf-8")
    assert "only English stories" in explained("--suggest-breaks", "--language", "de", path).stderr


def test_a_suggestion_is_accepted_by_freeing_its_lines_in_the_sidecar(story: Path):
    printed = explained("--suggest-breaks", "--above", "0.05", "--sidecar", story).stdout
    lines = printed.splitlines()
    places = [at for at, line in enumerate(lines) if line == "# [[break]]"]
    assert places, printed
    freed = [line.removeprefix("# ") for line in lines[places[0] : places[0] + 2]]
    story.with_suffix(".fic.toml").write_text("\n".join(freed) + "\n", encoding="utf-8")
    assert len(pauses(story)) == 1


def test_all_from_a_score_on_are_accepted_at_once(story: Path):
    suggested = explained("--suggest-breaks", "--above", "0.05", story).stdout.count("? lost-break")
    story.with_suffix(".fic.toml").write_text("[breaks]\naccept = 0.05\n", encoding="utf-8")
    assert suggested > 0
    assert len(pauses(story)) == suggested


def test_a_score_outside_its_range_is_refused(story: Path):
    result = CliRunner().invoke(group, ["explain", "--suggest-breaks", "--above", "7", str(story)])
    assert result.exit_code != 0
    assert "0" in result.output
