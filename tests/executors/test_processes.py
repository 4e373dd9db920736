"""Workers within bounds: books that hang, devour or kill cost themselves and nobody else."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from fic2book.errors import UsageError
from fic2book.executors import Bounds, find_executor
from fic2book.executors.child import READY
from fic2book.executors.processes import run_in_processes
from fic2book.executors.worker import Worker, WorkerDied
from fic2book.model import Job, Outcome, Settings, SourceFile
from tests.collection.shelves import stubs

BUILDER = "tests.collection.shelves:stub"


def jobs(*texts: str) -> list[Job]:
    return [
        Job(f"{n}-{text[:8]}", (SourceFile("a.txt", text.encode()),), Settings(formats=("epub",)))
        for n, text in enumerate(texts)
    ]


def outcomes(wanted: Iterable[Job], **bounds: float) -> dict[str, Outcome]:
    chosen = Bounds(**{"workers": 2, "builder": BUILDER, **bounds})  # type: ignore[arg-type]
    return {outcome.name: outcome for outcome in run_in_processes(wanted, chosen)}


def kind(outcome: Outcome) -> str:
    return outcome.error.kind if outcome.error else ""


def test_an_unknown_executor_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="processes"):
        find_executor("cloud", Bounds())


def test_a_book_that_kills_its_worker_twice_is_set_aside_and_the_others_are_built() -> None:
    found = outcomes(jobs("one", "DIE now", "two", "DIE too", "three", "four"))
    assert {name: kind(outcome) for name, outcome in found.items()} == {
        "0-one": "", "1-DIE now": "WorkerDied", "2-two": "", "3-DIE too": "WorkerDied", "4-three": "", "5-four": "",
    }  # fmt: skip
    failure = found["1-DIE now"].error
    assert failure is not None
    assert "signal 9" in failure.message


def test_a_book_that_hangs_is_stopped_when_its_time_is_up() -> None:
    found = outcomes(jobs("one", "HANG", "two"), seconds=1)
    assert [kind(found[name]) for name in sorted(found)] == ["", "TimeLimit", ""]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such bound")
def test_a_book_that_devours_memory_is_stopped_at_its_bound() -> None:
    found = outcomes(jobs("one", "DEVOUR", "two"), megabytes=400)
    assert [bool(kind(found[name])) for name in sorted(found)] == [False, True, False]


def test_a_library_that_prints_does_not_disturb_the_outcomes() -> None:
    assert [kind(outcome) for outcome in outcomes(jobs("CHATTER", "CHATTER")).values()] == ["", ""]


def test_a_killed_worker_costs_its_book_another_try_and_nothing_else() -> None:
    worker = Worker(Bounds(builder=BUILDER))
    job = jobs("one")[0]
    try:
        first = worker.build(job)
        assert worker._process is not None
        worker._process.kill()
        worker._process.wait()
        with pytest.raises(WorkerDied):
            worker.build(job)
        assert worker.build(job) == first
    finally:
        worker.close()


def test_every_executor_gives_the_same_outcomes() -> None:
    wanted = jobs(*(f"story {n}" for n in range(9)))
    assert outcomes(wanted) == {outcome.name: outcome for outcome in stubs(wanted)}


def test_jobs_are_asked_for_only_as_workers_can_take_them() -> None:
    asked, done = 0, 0

    def stream() -> Iterator[Job]:
        nonlocal asked
        for job in jobs(*(f"story {n}" for n in range(30))):
            asked += 1
            assert asked - done <= 2 * 2 + 1
            yield job

    for _ in run_in_processes(stream(), Bounds(workers=2, builder=BUILDER)):
        done += 1
    assert done == 30


def test_one_book_alone_is_kept_within_bounds_too() -> None:
    (found,) = outcomes(jobs("HANG"), seconds=1).values()
    assert kind(found) == "TimeLimit"


def test_no_worker_starts_before_there_is_a_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert outcomes([]) == {}


def test_a_run_that_is_left_early_leaves_no_worker_behind() -> None:
    run = run_in_processes(jobs("one", "HANG", "HANG", "HANG"), Bounds(workers=2, builder=BUILDER))
    assert next(run).name == "0-one"
    start = time.monotonic()
    run.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 60


def test_a_worker_ends_when_its_parent_does() -> None:
    child = subprocess.run(
        [sys.executable, "-m", "fic2book.executors.child", BUILDER, "1", "0"],
        input=b"", capture_output=True, check=False, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert (child.returncode, child.stdout) == (0, pickle.dumps(READY))
