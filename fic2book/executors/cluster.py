"""Books on a Dask cluster (extra ``cluster``), in the order in which they finish.

A Dask worker gives each book to a process of its own, the same as on one machine, so the same bounds hold and a poisonous book kills
that process and not the worker. A Dask worker that dies costs its books another try elsewhere: the scheduler sees to that, and gives a
book up that took several workers with it. Nothing of value is on a worker: the bytes of a job live with the scheduler, files are
written by the driver.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from fic2book.errors import DependencyError, UsageError
from fic2book.executors import Bounds
from fic2book.executors.worker import Worker, WorkerDied, set_aside
from fic2book.model import Failure, Job, Outcome

AHEAD = 2
"""Jobs in flight for each thread of the cluster: one at work, one waiting beside it."""
PATIENCE = 30
"""Seconds to wait for the scheduler, and then for a first worker."""


def run_on_dask(jobs: Iterable[Job], bounds: Bounds) -> Iterator[Outcome]:
    """Outcomes as they come. Raises UsageError when no cluster answers, DependencyError without dask."""
    client = _connected(bounds.scheduler)
    try:
        yield from _outcomes(client, jobs, bounds)
    finally:
        client.close()


def _connected(address: str) -> Any:
    dask = _dask()
    if not address:
        raise UsageError("--executor dask needs the cluster's address: --scheduler tcp://host:8786")
    try:
        client = dask.Client(address, timeout=PATIENCE)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(
            f"No Dask cluster with a worker answers at {address}: {error}. Check the address, and that a worker is up."
        ) from None
    _require_same_program(client, address)
    return client


def _dask() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise DependencyError("--executor dask needs Dask: pip install 'fic2book[cluster]'") from None


def _require_same_program(client: Any, address: str) -> None:
    """A worker with another program would make other bytes."""
    from fic2book.collection.components import program_components

    ours = program_components()
    for worker, theirs in client.run(program_components).items():
        other = [name for name in ours if theirs.get(name) != ours[name]]
        if other:
            client.close()
            raise UsageError(
                f"The worker {worker} of {address} has other versions than this machine: {', '.join(other)}. Install the same there."
            )


def _outcomes(client: Any, jobs: Iterable[Job], bounds: Bounds) -> Iterator[Outcome]:
    wait = _dask().wait
    running: dict[Any, str] = {}
    stream = iter(jobs)
    more = True
    while more or running:
        room = AHEAD * sum(client.nthreads().values()) or 1
        while more and len(running) < room:
            job = next(stream, None)
            if job is None:
                more = False
                break
            running[client.submit(build_bounded, job, bounds, pure=False)] = job.name
        if running:
            for future in wait(list(running), return_when="FIRST_COMPLETED").done:
                yield _outcome(future, running.pop(future))


def _outcome(future: Any, name: str) -> Outcome:
    """What came of a book; the future is released, and with it what the cluster holds for it."""
    try:
        outcome: Outcome = future.result()
    except Exception as error:  # noqa: BLE001 - what a cluster says when it gives a book up
        message = f"{name}: set aside, the cluster gave it up ({type(error).__name__}: {str(error)[:200]})."
        return Outcome(name, error=Failure(message, 1, "WorkerDied"))
    return outcome


_own = threading.local()


def build_bounded(job: Job, bounds: Bounds) -> Outcome:
    """Build a job in a process that belongs to this thread of a Dask worker; one that dies of it twice sets it aside."""
    worker: Worker | None = getattr(_own, "worker", None)
    if worker is None or worker.bounds != bounds:  # of a run before
        if worker is not None:
            worker.close()
        worker = _own.worker = Worker(bounds)
    try:
        return worker.build(job)
    except WorkerDied:
        try:
            return worker.build(job)
        except WorkerDied as died:
            return set_aside(job, died)
