"""A real scheduler and real workers on this machine: the same bytes, and nothing lost when one is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fic2book.errors import UsageError
from fic2book.executors import Bounds
from fic2book.executors.cluster import run_on_dask
from fic2book.model import Job, Outcome, Settings, SourceFile
from tests.collection.shelves import stub

pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

ROOT = Path(__file__).resolve().parents[2]
BUILDER = "tests.collection.shelves:stub"


def job(name: str, text: str) -> Job:
    return Job(name, (SourceFile("a.txt", text.encode()),), Settings(formats=("epub",)))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address, and its two workers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    folder = tmp_path_factory.mktemp("cluster")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}

    def start(*command: str) -> subprocess.Popen[bytes]:
        log = (folder / f"{len(list(folder.iterdir()))}.log").open("wb")
        return subprocess.Popen([sys.executable, "-m", *command], env=environment, cwd=folder, stdout=log, stderr=log)

    scheduler = start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    worker = (
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--no-nanny",
        "--death-timeout",
        "60",
    )
    workers = [start(*worker), start(*worker)]
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def outcomes(address: str, jobs: list[Job], **bounds: Any) -> Iterator[Outcome]:
    return run_on_dask(jobs, Bounds(scheduler=address, **{"builder": BUILDER, **bounds}))


def test_a_cluster_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fic2book.executors.cluster.PATIENCE", 1)
    with pytest.raises(UsageError, match="No Dask cluster"):
        list(outcomes("tcp://127.0.0.1:9", [job("a", "x")]))


def test_the_same_outcomes_come_from_a_cluster_and_poison_is_set_aside(cluster: Any) -> None:
    address, _ = cluster
    jobs = [job(f"b{n}", f"story {n}") for n in range(10)]
    found = {item.name: item for item in outcomes(address, [*jobs[:3], job("poison", "DIE"), *jobs[3:]])}
    failure = found.pop("poison").error
    assert failure is not None
    assert failure.kind == "WorkerDied"
    assert found == {item.name: stub(item) for item in jobs}


def test_real_books_have_the_same_bytes(cluster: Any) -> None:
    from fic2book.build import build

    address, _ = cluster
    wanted = job("lamps", "The lamp was out.\n\nShe lit it again, and sat down beside it to wait.\n")
    (found,) = outcomes(address, [wanted], builder="fic2book.build:build")
    assert found.error is None
    assert found.files == build(wanted).files


def test_a_killed_worker_costs_a_retry_and_nothing_else(cluster: Any) -> None:
    address, workers = cluster
    jobs = [job(f"b{n}", f"SLOW story {n}") for n in range(12)]
    found = {}
    for item in outcomes(address, jobs):
        found[item.name] = item
        if len(found) == 3:
            workers[0].send_signal(signal.SIGKILL)
            workers[0].wait()
    assert found == {item.name: stub(item) for item in jobs}
