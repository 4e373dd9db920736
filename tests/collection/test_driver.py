"""A run: what is built, what is left alone, what is remembered, and how it ends."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest

from fic2book.collection.components import LIBRARIES
from fic2book.collection.config import load_config
from fic2book.collection.driver import open_run
from fic2book.collection.lock import LOCK_NAME
from fic2book.collection.preview import preview
from fic2book.errors import ConfigError, OutputError
from tests.collection.shelves import EACH, STORY, age, run, stubs, write

TWO = {"a.txt": STORY, "b.txt": STORY}


def edit(path: Path, text: str) -> None:
    path.write_text(text)
    age(path, 50)


# ---------------------------------------------------------------- what does not work


def test_a_failing_book_is_reported_and_the_others_are_built(tmp_path: Path) -> None:
    steps = run(write(tmp_path, {**TWO, "aa.txt": "FAIL"}))
    assert steps["aa"].outcome.error is not None
    assert steps["b"].tally.built == 2
    assert steps["b"].tally.failed == 1
    assert not (tmp_path / "dist" / "aa.epub").exists()


def test_a_story_that_cannot_be_read_fails_its_own_book_only(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text('{"sources": "missing.txt", "name": "x"}\n')
    steps = run(write(tmp_path, TWO, config=EACH + "[[books]]\nmanifest = 'all.jsonl'\nformats = ['epub']"))
    failure = steps["x"].outcome.error
    assert failure is not None
    assert "missing.txt" in failure.message
    assert {"a", "b"} <= set(steps)


def test_with_fail_fast_nothing_is_built_after_a_failure(tmp_path: Path) -> None:
    steps = run(write(tmp_path, {**TWO, "aa.txt": "FAIL"}), fail_fast=True)
    assert list(steps) == ["a", "aa"]


def test_a_failed_book_keeps_its_former_files_and_is_tried_again(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    before = (tmp_path / "dist" / "a.epub").read_bytes()
    edit(tmp_path / "a.txt", "FAIL")
    assert list(run(path)) == ["a"]
    assert (tmp_path / "dist" / "a.epub").read_bytes() == before
    assert list(run(path)) == ["a"]


def test_a_name_that_is_taken_twice_stops_the_run_before_anything_is_built(tmp_path: Path) -> None:
    path = write(tmp_path, TWO, config=EACH + "[[books]]\nsources = ['a.txt']")
    with pytest.raises(ConfigError, match="taken already"):
        run(path)
    assert not (tmp_path / "dist").exists()


def test_a_second_run_in_one_folder_is_refused_while_the_first_lasts(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, TWO))
    folder = str(tmp_path / "dist")
    with open_run(config, folder), pytest.raises(OutputError, match="another build"), open_run(config, folder):
        pass
    with open_run(config, folder):
        pass


def test_a_damaged_lock_says_what_to_do(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / LOCK_NAME).write_bytes(b"no database, but long enough to look like one" * 100)
    with pytest.raises(OutputError, match="delete it"):
        run(path)


# ---------------------------------------------------------------- what is built again, and why


def reasons(path: Path) -> dict[str, tuple[str, ...]]:
    return {name: step.reasons for name, step in run(path).items()}


def test_what_has_not_changed_is_not_built_again(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    assert reasons(path) == {"a": ("it was never built",), "b": ("it was never built",)}
    assert reasons(path) == {}


def test_an_edit_builds_the_book_it_touches_and_no_other(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    edit(tmp_path / "a.txt", STORY.replace("lamp", "lump"))
    assert reasons(path) == {"a": ("a.txt changed",)}


def test_a_touched_file_with_the_same_words_builds_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    age(tmp_path / "a.txt", 7)
    assert reasons(path) == {}


def test_an_edit_within_the_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    story = tmp_path / "a.txt"
    story.write_text(STORY)  # young: its time may not move with the next edit
    run(path)
    status = story.stat()
    story.write_text(STORY.replace("lamp", "lump"))  # same size
    os.utime(story, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert reasons(path) == {"a": ("a.txt changed",)}


def test_a_new_sidecar_is_a_reason_and_so_is_one_that_is_gone(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    (tmp_path / "b.fic.toml").write_text("")
    assert reasons(path) == {"b": ("b.fic.toml is new",)}
    (tmp_path / "b.fic.toml").unlink()
    assert reasons(path) == {"b": ("b.fic.toml is gone",)}


def test_settings_and_metadata_are_reasons_told_with_their_values(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    edit(path, EACH + "notes = 'back'\n")
    assert reasons(path)["a"] == ("notes changed (auto → back)",)
    edit(path, EACH + "notes = 'back'\npublisher = 'P'\n")
    assert reasons(path)["b"] == ("publisher changed (none → P)",)


def test_what_the_collection_says_of_a_book_is_a_reason_told_by_its_key(tmp_path: Path) -> None:
    book = "[[books]]\nname = 'x'\nformats = ['epub']\n"
    first, second = "[[books.stories]]\nsource = 'a.txt'\n", "[[books.stories]]\nsource = 'b.txt'\n"
    path = write(tmp_path, TWO, config=f"{book}title = 'Lamps'\n{first}{second}")
    run(path)
    edit(path, f"{book}title = 'The Lamps'\njoin = false\n{first}{second}")
    assert reasons(path)["x"] == ("join changed (true → false)", "title changed (Lamps → The Lamps)")
    edit(path, f"{book}title = 'The Lamps'\njoin = false\n{second}{first}author = 'Ann'\n")
    assert reasons(path)["x"] == ("author of a.txt changed (none → Ann)", "the order of its stories changed")
    edit(path, f"{book}title = 'The Lamps'\njoin = false\nsources = 'a.txt'\n")
    assert reasons(path)["x"] == (
        "author of a.txt changed (Ann → none)",
        "the order of its stories changed",
        "b.txt is gone",
    )


def test_a_picture_beside_a_story_is_a_reason_when_it_comes_changes_and_goes(tmp_path: Path) -> None:
    page = f"<p>{STORY}</p><img src='img/lamp.png'><img src='../out.png'><img src='words.txt'>"
    path = write(tmp_path, {"s/a.html": page, "s/words.txt": "no picture"}, config=EACH.replace("*.txt", "s/*.html"))
    run(path)
    assert reasons(path) == {}
    picture = tmp_path / "s" / "img" / "lamp.png"
    picture.parent.mkdir()
    picture.write_bytes(b"\x89PNG one")
    (tmp_path / "out.png").write_bytes(b"\x89PNG of another folder, which is not looked at")
    assert reasons(path) == {"a": ("s/img/lamp.png is new",)}
    assert reasons(path) == {}
    picture.write_bytes(b"\x89PNG two")
    assert reasons(path) == {"a": ("s/img/lamp.png changed",)}
    picture.unlink()
    assert reasons(path) == {"a": ("s/img/lamp.png is gone",)}
    assert reasons(path) == {}


def test_an_output_that_is_missing_or_was_edited_is_made_again(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    built = (tmp_path / "dist" / "b.epub").read_bytes()
    (tmp_path / "dist" / "a.epub").unlink()
    (tmp_path / "dist" / "b.epub").write_bytes(built[:-1] + b"!")  # at once, and of the same size
    assert reasons(path) == {"a": ("a.epub is missing",), "b": ("b.epub is not as it was built",)}
    assert (tmp_path / "dist" / "b.epub").read_bytes() == built


def test_force_builds_everything_to_the_same_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    before = (tmp_path / "dist" / "a.epub").read_bytes()
    assert set(run(path, force=True)) == {"a", "b"}
    assert (tmp_path / "dist" / "a.epub").read_bytes() == before


def test_a_format_that_is_no_longer_wanted_leaves_no_former_version_behind(tmp_path: Path) -> None:
    path = write(tmp_path, TWO, config=EACH.replace("'epub'", "'epub', 'pdf'"))
    run(path)
    (tmp_path / "dist" / "b.pdf").write_text("the user's own now")
    edit(path, EACH)
    run(path)
    assert sorted(item.name for item in (tmp_path / "dist").glob("*.pdf")) == ["b.pdf"]


def test_the_revision_counts_changes_of_what_a_book_is_made_of_and_nothing_else(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    seen = []

    def watching(jobs):
        for job in jobs:
            seen.append((job.name, job.revision))
            yield from stubs([job])

    run(path, watching)
    edit(tmp_path / "a.txt", STORY + "More.")
    run(path, watching)
    run(path, watching, force=True)
    assert seen == [("a", 0), ("b", 0), ("a", 1), ("a", 1), ("b", 0)]


def test_a_build_started_in_another_folder_finds_the_same_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(write(tmp_path, TWO))
    monkeypatch.chdir(tmp_path)
    assert run(Path("fic2book.toml"), folder="dist") == {}


def test_a_lock_of_another_version_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, TWO)
    run(path)
    monkeypatch.setattr("fic2book.collection.lock.VERSION", 99)
    assert len(run(path)) == 2
    assert run(path) == {}


def test_a_run_that_is_over_leaves_one_file_of_its_lock(tmp_path: Path) -> None:
    path = write(tmp_path, TWO)
    run(path)
    assert list(preview(load_config(path), str(tmp_path / "dist")))
    assert [item.name for item in (tmp_path / "dist").glob(f"{LOCK_NAME}*")] == [LOCK_NAME]


def test_another_version_of_a_library_and_another_font_are_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, TWO)
    monkeypatch.setattr("fic2book.collection.components.version", lambda name: "1.0")
    monkeypatch.setattr("fic2book.collection.components.font_files", lambda: (("Lamp.ttf", 100),))
    run(path)
    monkeypatch.setattr("fic2book.collection.components.version", lambda name: "1.1" if name == "pillow" else "1.0")
    assert reasons(path)["a"] == ("pillow changed (1.0 → 1.1)",)
    monkeypatch.setattr("fic2book.collection.components.font_files", lambda: (("Lamp.ttf", 101),))
    assert reasons(path)["a"] == ("the fonts installed here changed",)


# ---------------------------------------------------------------- streaming


def test_a_run_holds_no_more_jobs_than_its_executor_asked_for(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text("".join(f'{{"sources": "a.txt", "name": "{n}"}}\n' for n in range(50)))
    path = write(tmp_path, TWO, config="[[books]]\nmanifest = 'all.jsonl'\nformats = ['epub']")
    config = load_config(path)
    with open_run(config, str(tmp_path / "dist")) as whole:
        for _ in whole.steps(stubs):
            assert len(whole._underway) == 0
        assert (whole.tally.total, whole.tally.built) == (50, 50)


def test_a_manifest_that_gives_every_book_settings_of_its_own_is_held_in_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fic2book.collection.staleness.REMEMBERED", 4)
    lines = (f'{{"sources": "a.txt", "name": "{n}", "date": "20{n:02d}"}}\n' for n in range(30))
    (tmp_path / "all.jsonl").write_text("".join(lines))
    path = write(tmp_path, TWO, config="[[books]]\nmanifest = 'all.jsonl'\nformats = ['epub']")
    with open_run(load_config(path), str(tmp_path / "dist")) as whole:
        for _ in whole.steps(stubs):
            assert len(whole._judge._settings) <= 4
    assert run(path) == {}


def test_every_library_that_shapes_a_book_is_a_reason_to_build_it_anew() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    asked = [
        *project["dependencies"],
        *(line for name in ("formats", "fonts", "typst", "binding") for line in extras[name]),
    ]
    names = {re.split(r"[^\w-]", line)[0] for line in asked}
    aside = {"click", "rich"}  # they speak with the user
    fonts = {name for name in names if name.startswith(("fontpkg-", "manimgx-"))}  # known by their files
    assert names - aside - fonts <= set(LIBRARIES)
