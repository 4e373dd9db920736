"""Runs that are killed, and disks that refuse: what is there is whole, and the next run goes on."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from fic2book.collection.lock import LOCK_NAME, look_into
from fic2book.files import write_files
from fic2book.model import OutputFile
from tests.collection.shelves import EACH, STORY, age, run, write

Start = Callable[[Path], subprocess.Popen[str]]
Check = Callable[[Path], None]

RUN = """
import sys
from pathlib import Path
from tests.collection.shelves import run
run(Path(sys.argv[1]))
"""
LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
"""


def start(path: Path, before: str = "") -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", before + RUN, str(path)], cwd=root, stderr=subprocess.PIPE, text=True
    )


def whole(path: Path) -> None:
    """Every file below dist is one that a build makes, and the lock promises nothing that is not there."""
    dist = path.parent / "dist"
    for book in dist.rglob("*.epub"):
        data = book.read_text()
        assert data.startswith("epub ")
        assert data.endswith("END\n"), f"{book} is cut off"
    with look_into(dist / LOCK_NAME) as lock:
        for name in lock.names():
            entry = lock.entry(name)
            assert entry is not None
            assert all((dist / output).exists() for output in entry.outputs)


def kill_and_go_on(path: Path, begin: Start, check: Check, kills: int, seed: int) -> None:
    """Kill runs at random instants, edit in between, and look at what is there each time."""
    chance = random.Random(seed)
    stories = sorted(path.parent.glob("*.txt"))
    begin(path).communicate()
    for turn in range(kills):
        for story in chance.sample(stories, len(stories) // 2):
            story.write_text(f"{STORY}Turn {turn}. END\n")
            age(story, 1000 - turn)
        process = begin(path)
        time.sleep(chance.uniform(0.05, 0.8))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        check(path)


def nothing_is_left_to_do(path: Path, books: int) -> None:
    assert not list((path.parent / "dist" / ".fic2book").glob(".fic2book-*")), "something unfinished was left behind"
    assert len(list((path.parent / "dist").glob("*.epub"))) == books


@pytest.mark.slow
def test_a_run_killed_at_any_instant_leaves_whole_files_and_the_next_goes_on(tmp_path: Path, kills: int) -> None:
    path = write(tmp_path, {f"{n:03d}.txt": f"{STORY} END\n" for n in range(150)})
    kill_and_go_on(path, start, whole, kills, seed=1)
    run(path)
    whole(path)
    nothing_is_left_to_do(path, books=150)
    assert run(path) == {}


def start_for_real(path: Path) -> subprocess.Popen[str]:
    """A build of real books by two processes, in a group of its own."""
    command = [sys.executable, "-m", "fic2book", "build", str(path), "-j", "2", "--no-cache"]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def opens(path: Path) -> None:
    """Every book below dist opens, and what the lock promises is there with those very bytes unless it was just being replaced."""
    dist = path.parent / "dist"
    for book in dist.glob("*.epub"):
        with zipfile.ZipFile(book) as archive:
            assert archive.testzip() is None, book
    for book in dist.glob("*.pdf"):
        assert book.read_bytes().rstrip().endswith(b"%%EOF"), book
    with look_into(dist / LOCK_NAME) as lock:
        assert all((dist / file).exists() for name in lock.names() for file in (lock.entry(name) or never()).outputs)


def never() -> NoReturn:
    raise AssertionError


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_real_books_built_side_by_side_open_after_every_kill_and_no_worker_lives_on(tmp_path: Path, kills: int) -> None:
    if kills < 50:
        pytest.skip("make kills runs it: each kill takes a second")
    config = EACH.replace("'epub'", "'epub', 'pdf'") + "cover = 'none'\n"
    path = write(tmp_path, {f"{n}.txt": STORY for n in range(12)}, config=config)
    begun: list[int] = []

    def begin(path: Path) -> subprocess.Popen[str]:
        process = start_for_real(path)
        begun.append(process.pid)
        return process

    kill_and_go_on(path, begin, opens, kills, seed=2)
    _, errors = start_for_real(path).communicate()
    assert errors == ""
    opens(path)
    nothing_is_left_to_do(path, books=12)
    for group in begun:
        wait_for_the_end_of(group)


def wait_for_the_end_of(group: int) -> None:
    """Wait until no process of a group is left; the timeout of the test is the bound."""
    while True:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)


def test_what_a_killed_run_left_unfinished_is_swept_by_the_next(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY})
    run(path)
    left = tmp_path / "dist" / ".fic2book" / ".fic2book-half"
    left.write_bytes(b"half a book")
    run(path)
    assert not left.exists()


def test_files_in_place_without_an_entry_are_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, {"a.txt": STORY})

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("fic2book.collection.lock.Lock.record", killed)
        with pytest.raises(KeyboardInterrupt):
            run(path)
    assert (tmp_path / "dist" / "a.epub").exists()
    assert run(path)["a"].reasons == ("it was never built",)


def test_a_disk_that_fills_up_between_two_files_of_a_book_shows_neither(tmp_path: Path) -> None:
    write_files(tmp_path, [OutputFile("a.epub", b"old"), OutputFile("a.pdf", b"old")])
    program = f"""{LIMITED}
from pathlib import Path
from fic2book.files import write_files
from fic2book.model import OutputFile
write_files(Path({str(tmp_path)!r}), [OutputFile("a.epub", b"new"), OutputFile("a.pdf", bytes(200_000))])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert "OutputError" in done.stderr
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == {"a.epub": b"old", "a.pdf": b"old"}


def test_a_full_disk_stops_the_run_and_the_next_goes_on(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY, "b.txt": STORY * 3000, "c.txt": STORY})
    process = start(path, LIMITED)
    _, errors = process.communicate()
    assert process.returncode == 1
    assert "b.epub cannot be written" in errors
    assert [item.name for item in (tmp_path / "dist").glob("*.epub")] == ["a.epub"]
    assert set(run(path)) == {"b", "c"}


def test_a_target_that_may_not_be_written_fails_alone_unless_nothing_may(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY, "b.txt": STORY})
    (tmp_path / "dist" / "a.epub").mkdir(parents=True)
    (tmp_path / "dist" / "a.epub" / "in-the-way").write_text("x")
    steps = run(path)
    failure = steps["a"].outcome.error
    assert failure is not None
    assert "a.epub" in failure.message
    assert steps["b"].outcome.error is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
@pytest.mark.slow
def test_a_disk_that_is_truly_full_or_read_only_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": STORY, "b.txt": STORY * 20_000})
    disk = tmp_path / "dist"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "none", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        _, errors = start(path).communicate()
        assert os.strerror(errno.ENOSPC) in errors or "full" in errors
        whole_names = [item.name for item in disk.glob("*.epub")]
        assert "b.epub" not in whole_names
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        _, errors = start(path).communicate()
        assert "cannot be used" in errors
    finally:
        subprocess.run(["umount", disk], check=True)
