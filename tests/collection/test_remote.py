"""Sources and books in any storage that fsspec knows: the memory of this process, one that shows halves, a real S3 server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fic2book import places
from fic2book.collection.config import load_config
from fic2book.collection.preview import preview
from fic2book.errors import ConfigError, OutputError, UsageError
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


@pytest.mark.parametrize(
    ("config", "output", "error"),
    [
        ("[[books]]\neach = 'broken://stories/*.txt'\n", "", OSError),
        ("[[books]]\nmanifest = 'broken://all.jsonl'\n", "", ConfigError),
        ("[[books]]\nsources = 'broken://a.txt'\n", "", OSError),
        ("[[books]]\neach = '*.txt'\n", "broken://shelf", OutputError),
    ],
)
def test_what_a_storage_has_to_say_is_passed_on_with_the_address(
    tmp_path: Path, config: str, output: str, error: type[Exception]
) -> None:
    fsspec = pytest.importorskip("fsspec")
    from fsspec.spec import AbstractFileSystem

    class Broken(AbstractFileSystem):  # type: ignore[misc]
        protocol = "broken"

        def ls(self, path: str, detail: bool = True, **options: Any) -> Any:
            raise RuntimeError("no credentials were found")

        info = _open = makedirs = ls

    fsspec.register_implementation("broken", Broken, clobber=True)
    path = write(tmp_path, {"a.txt": STORY}, config=config)
    with pytest.raises(error, match="no credentials were found") as caught:
        run(path, folder=output)
    assert "broken://" in str(caught.value)
    assert "sqlite" not in str(caught.value)
    if not output:  # where nothing was ever built there is nothing to look at
        with pytest.raises(error):
            list(preview(load_config(path), str(tmp_path / "dist")))


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


def test_a_manifest_may_lie_there_too(tmp_path: Path, memory: Any) -> None:
    memory.pipe_file("/stories/a.txt", STORY.encode())
    memory.pipe_file("/stories/all.jsonl", b'{"sources": "memory://stories/a.txt", "name": "x"}\n')
    config = "[[books]]\nmanifest = 'memory://stories/all.jsonl'\nformats = ['epub']\n"
    assert set(run(write(tmp_path, {}, config=config))) == {"x"}


# ---------------------------------------------------------------- this machine, written as an address


def test_an_address_of_this_machine_is_a_folder_like_any_other(tmp_path: Path) -> None:
    path = write(
        tmp_path, {"a.txt": STORY}, config=f"[[books]]\neach = 'file://{tmp_path}/*.txt'\nformats = ['epub']\n"
    )
    folder = tmp_path / "dist"
    assert set(run(path, folder=f"file://{folder}")) == {"a"}
    assert sorted(item.name for item in folder.iterdir()) == [".fic2book", "a.epub", "fic2book.lock"]
    assert run(path, folder=str(folder)) == {}


# ---------------------------------------------------------------- a storage that shows what is being written


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[type[Any]]:
    """A storage below a local folder that shows half of a file while it is written, as SFTP does, and may be cut off there."""
    fsspec = pytest.importorskip("fsspec")
    from fsspec.implementations.dirfs import DirFileSystem
    from fsspec.implementations.local import LocalFileSystem

    class Slow(DirFileSystem):  # type: ignore[misc]
        protocol = "slow"
        cut = False

        def __init__(self, **options: Any) -> None:
            super().__init__(str(tmp_path / "slow"), LocalFileSystem(auto_mkdir=True))

        def pipe_file(self, path: str, value: bytes, **options: Any) -> None:
            super().pipe_file(path, value[: len(value) // 2])
            if self.cut:
                raise KeyboardInterrupt
            super().pipe_file(path, value)

    fsspec.register_implementation("slow", Slow, clobber=True)
    (tmp_path / "slow").mkdir()
    yield Slow
    Slow.clear_instance_cache()


def test_where_halves_are_seen_a_book_is_written_beside_and_moved(tmp_path: Path, slow: Any) -> None:
    path = write(tmp_path, {"a.txt": STORY})
    slow.cut = True
    with pytest.raises(KeyboardInterrupt):
        run(path, folder="slow://shelf")
    shelf = tmp_path / "slow" / "shelf"
    assert [item.name for item in shelf.rglob("*.epub")] == []
    slow.cut = False
    assert set(run(path, folder="slow://shelf")) == {"a"}
    assert [item.name for item in shelf.rglob("*") if item.is_file()] == ["a.epub"]
    assert (shelf / "a.epub").read_bytes().startswith(b"epub ")
    assert run(path, folder="slow://shelf") == {}


# ---------------------------------------------------------------- a real S3 server on this machine

SERVER = """
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
"""


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The file system in which s3://shelf is a bucket of a server of our own, known by the usual variables alone."""
    for name in ("s3fs", "moto", "flask", "flask_cors"):
        pytest.importorskip(name, reason=f"{name} is not installed: s3:// is not tested")
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.stdout.readline().strip()}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    system = places.file_system("s3://shelf")
    system.makedirs("shelf")
    yield system
    type(system).clear_instance_cache()
    server.communicate("")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of libraries that reach the server
def test_books_are_built_from_s3_to_s3_and_only_what_changed_again(tmp_path: Path, bucket: Any) -> None:
    for name in ("a", "deep/b"):
        bucket.pipe_file(f"shelf/stories/{name}.txt", STORY.encode())
    path = write(tmp_path, {}, config="[[books]]\neach = 's3://shelf/stories/**/*.txt'\nformats = ['epub']\n")
    assert set(run(path, folder="s3://shelf/books")) == {"a", "deep/b"}
    assert bucket.cat_file("shelf/books/deep/b.epub").startswith(b"epub ")
    assert run(path, folder="s3://shelf/books") == {}
    bucket.pipe_file("shelf/stories/deep/b.txt", STORY.encode() + b"More.")
    bucket.rm_file("shelf/books/a.epub")
    assert {name: step.reasons for name, step in run(path, folder="s3://shelf/books").items()} == {
        "a": ("a.epub is missing",), "deep/b": ("s3://shelf/stories/deep/b.txt changed",),
    }  # fmt: skip
    assert sorted(bucket.find("shelf/books")) == ["shelf/books/a.epub", "shelf/books/deep/b.epub"]
