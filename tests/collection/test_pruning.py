"""Books that no longer belong: what goes, and what never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from fic2book.collection.config import load_config
from fic2book.collection.driver import open_run
from fic2book.collection.preview import preview
from fic2book.collection.pruning import Leftover
from tests.collection.shelves import EACH, STORY, age, run, stubs, write
from tests.collection.test_updating import CONFIG as REAL
from tests.collection.test_updating import build, edit
from tests.stories.serial import text

FOUR = dict.fromkeys(("a.txt", "b.txt", "sub/c.txt", "sub/d.txt"), STORY)
DEEP = EACH.replace("*.txt", "**/*.txt")


def prune(path: Path) -> list[Leftover]:
    with open_run(load_config(path), str(path.parent / "dist")) as whole:
        list(whole.steps(stubs))
        return list(whole.prune())


def shelved(path: Path) -> list[str]:
    dist = path.parent / "dist"
    return sorted(item.relative_to(dist).as_posix() for item in dist.rglob("*.epub"))


def test_nothing_goes_that_the_collection_names_or_that_was_never_built_here(tmp_path: Path) -> None:
    path = write(tmp_path, FOUR, config=DEEP)
    run(path)
    (tmp_path / "dist" / "own.epub").write_text("the user's own")
    assert prune(path) == []
    assert shelved(path) == ["a.epub", "b.epub", "own.epub", "sub/c.epub", "sub/d.epub"]


def test_without_being_asked_a_run_removes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, FOUR, config=DEEP)
    run(path)
    (tmp_path / "b.txt").unlink()
    run(path)
    assert "b.epub" in shelved(path)


def test_a_file_that_somebody_changed_stays(tmp_path: Path) -> None:
    path = write(tmp_path, FOUR, config=DEEP)
    run(path)
    (tmp_path / "b.txt").unlink()
    (tmp_path / "dist" / "b.epub").write_text("the user's own now")
    assert prune(path) == [Leftover("b", (), ("b.epub is not as it was built",))]
    assert "b.epub" in shelved(path)
    assert len(prune(path)) == 1, "it is told again each time"


def test_what_the_collection_no_longer_names_goes_with_its_empty_folder(tmp_path: Path) -> None:
    path = write(tmp_path, FOUR, config=DEEP)
    run(path)
    for name in ("b.txt", "sub/c.txt"):
        (tmp_path / name).unlink()
    told = [item.left for item in preview(load_config(path), str(tmp_path / "dist")) if item.left]
    assert told == prune(path) == [Leftover("b", ("b.epub",), ()), Leftover("sub/c", ("sub/c.epub",), ())]
    assert shelved(path) == ["a.epub", "sub/d.epub"]
    (tmp_path / "sub" / "d.txt").unlink()
    prune(path)
    assert not (tmp_path / "dist" / "sub").exists()
    assert prune(path) == []


@pytest.mark.parametrize("twin", ["lamp", "LAMP"])
def test_a_name_that_differs_in_case_alone_is_left(tmp_path: Path, twin: str) -> None:
    path = write(tmp_path, {"a.txt": STORY}, config=f"[[books]]\nsources = 'a.txt'\nformats = 'epub'\nname = '{twin}'")
    run(path)
    edit(path, path.read_text().replace(twin, "Lamp"))
    (left,) = prune(path)
    assert left.removable == ()
    assert "Lamp" in left.staying[0]


def test_the_last_book_that_holds_a_vanished_chapter_stays_until_another_holds_it(tmp_path: Path) -> None:
    path = write(tmp_path, {"lamps.txt": text(1, 2, 3), "other.txt": text(4)}, config=REAL)
    build(path)
    edit(tmp_path / "lamps.txt", text(1, 3))
    assert "kept-chapter" in build(path)
    edit(path, REAL.replace("*.txt", "other.txt"))
    (left,) = prune(path)
    assert left.removable == ()
    assert "lamps.txt" in left.staying[0]
    assert "lamps.epub" in shelved(path)
    (tmp_path / "dist" / "lamps.epub").rename(tmp_path / "kept.epub")
    assert [item.left for item in preview(load_config(path), str(tmp_path / "dist")) if item.left] == []
    (tmp_path / "kept.epub").rename(tmp_path / "dist" / "lamps.epub")
    edit(
        path,
        REAL.replace("*.txt", "other.txt") + "[[books]]\nname = 'again'\nsources = 'lamps.txt'\nformats = 'epub'\n",
    )
    build(path)
    assert [item.removable for item in prune(path)] == [("lamps.epub",)]


def test_a_run_that_stopped_early_is_no_ground_to_remove_anything(tmp_path: Path) -> None:
    from tests.commands.test_collections import call

    path = write(tmp_path, {"a.txt": STORY, "b.txt": STORY, "c.txt": STORY}, config=REAL)
    call("build", path, "--executor", "serial", "--no-cache")
    (tmp_path / "c.txt").unlink()
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(STORY + "More.")
    assert "removed" not in call("build", path, "--executor", "serial", "--prune", "--fail-fast", "--no-cache", code=9)
    age(tmp_path / "a.txt")
    told = call("build", path, "--executor", "serial", "--prune", "--no-cache", code=9)
    assert f"removed {tmp_path}/dist/c.epub" in told
    assert shelved(path) == ["a.epub", "b.epub"]
