"""Sources and books in any storage that fsspec knows; the memory of this process stands for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fic2book import places
from fic2book.errors import UsageError
from tests.collection.shelves import STORY, run, write

CONFIG = "[[books]]\neach = 'memory://stories/**/*.txt'\nformats = ['epub']\n"


@pytest.fixture
def memory() -> Iterator[Any]:
    system = places.file_system("memory://")
    yield system
    for name in list(system.store):
        del system.store[name]


def test_a_storage_nobody_knows_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        run(write(tmp_path, {}, config=CONFIG.replace("memory", "nowhere")))


def test_stories_are_read_and_books_written_in_another_storage(tmp_path: Path, memory: Any) -> None:
    for name in ("a.txt", "deep/b.txt"):
        memory.pipe_file(f"/stories/{name}", STORY.encode())
    path = write(tmp_path, {}, config=CONFIG)
    assert set(run(path, folder="memory://shelf")) == {"a", "deep/b"}
    assert sorted(memory.find("/shelf")) == ["/shelf/a.epub", "/shelf/deep/b.epub"]
    assert run(path, folder="memory://shelf") == {}


def test_a_change_there_is_seen_in_sources_and_books(tmp_path: Path, memory: Any) -> None:
    memory.pipe_file("/stories/a.txt", STORY.encode())
    path = write(tmp_path, {}, config=CONFIG)
    run(path, folder="memory://shelf")
    memory.pipe_file("/stories/a.txt", STORY.replace("lamp", "lump").encode())
    assert run(path, folder="memory://shelf")["a"].reasons == ("memory://stories/a.txt changed",)
    memory.rm_file("/shelf/a.epub")
    assert run(path, folder="memory://shelf")["a"].reasons == ("a.epub is missing",)


def test_the_lock_of_a_remote_shelf_lies_beside_the_collection_file(tmp_path: Path, memory: Any) -> None:
    memory.pipe_file("/stories/a.txt", STORY.encode())
    run(write(tmp_path, {}, config=CONFIG), folder="memory://shelf")
    assert list((tmp_path / ".fic2book").glob("*/fic2book.lock"))
