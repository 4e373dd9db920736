"""Where books are built. Every executor takes jobs and yields outcomes as they finish; a job is bytes in, an outcome bytes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from fic2book.build import build
from fic2book.model import Failure, Job, Outcome

Executor = Callable[[Iterable[Job], int], Iterator[Outcome]]


def run_serially(jobs: Iterable[Job], workers: int) -> Iterator[Outcome]:
    """One book after the other, in this process."""
    return map(build, jobs)


def run_in_processes(jobs: Iterable[Job], workers: int) -> Iterator[Outcome]:
    """Books side by side in `workers` processes (0: one a core), in the order in which they finish.

    At most twice as many jobs as workers are held in memory at once, so that the number of books does not matter.
    """
    from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
    from multiprocessing import get_context

    count = workers or cores()
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        running: dict[Future[Outcome], str] = {}
        for job in jobs:
            running[pool.submit(build, job)] = job.name
            while len(running) >= 2 * count:
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                yield from (_outcome(future, running.pop(future)) for future in done)
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            yield from (_outcome(future, running.pop(future)) for future in done)


def cores() -> int:
    """Cores this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):  # a container or taskset may allow fewer than the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _outcome(future: object, name: str) -> Outcome:
    try:
        return future.result()  # type: ignore[attr-defined, no-any-return]
    except Exception as error:  # noqa: BLE001 - a worker that died must not take the batch with it
        return Outcome(
            name, error=Failure(f"{name}: the worker that built it died ({error}).", 1, type(error).__name__)
        )


EXECUTORS: dict[str, Executor] = {
    "serial": run_serially,
    "processes": run_in_processes,
}
