"""Books side by side in processes of their own, in the order in which they finish.

A thread a worker hands it jobs and waits for their outcomes. At most twice as many jobs as workers are in memory at once, so the number
of books does not matter. A book that kills its worker is tried once more when nothing else is built, since the others' hunger for memory
may have been to blame; if it kills again it is set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue

from fic2book.executors import Bounds, cores
from fic2book.executors.worker import Worker, WorkerDied, set_aside
from fic2book.model import Job, Outcome


def run_in_processes(jobs: Iterable[Job], bounds: Bounds) -> Iterator[Outcome]:
    """Outcomes as they come. A worker starts with its first job, so that one book alone costs one process and no book costs none."""
    workers = [Worker(bounds) for _ in range(bounds.workers or cores())]
    pool = ThreadPoolExecutor(len(workers), thread_name_prefix="worker")
    try:
        yield from _Floor(pool, workers).outcomes(iter(jobs))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # so that nobody starts a worker again that is closed here
        for worker in workers:
            worker.close()
        pool.shutdown()


class _Floor:
    """Workers that are free, and jobs that are under way."""

    def __init__(self, pool: ThreadPoolExecutor, workers: list[Worker]) -> None:
        self._pool = pool
        self._count = len(workers)
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for worker in workers:
            self._free.put(worker)
        self._running: list[Future[Outcome]] = []
        self._suspects: list[Job] = []

    def outcomes(self, jobs: Iterator[Job]) -> Iterator[Outcome]:
        """Every job's outcome."""
        for job in jobs:
            self._running.append(self._pool.submit(self._build, job))
            while len(self._running) >= 2 * self._count:
                yield from self._finished()
            if self._suspects:
                yield from self._cleared()
        yield from self._cleared()

    def _cleared(self) -> Iterator[Outcome]:
        """Let everything finish, then try the suspects one by one."""
        while self._running:
            yield from self._finished()
        while self._suspects:
            job = self._suspects.pop()
            try:
                yield self._build(job)
            except WorkerDied as died:
                yield set_aside(job, died)

    def _finished(self) -> list[Outcome]:
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        first = [future for future in self._running if future in done]  # in the order of the jobs
        self._running = [future for future in self._running if future not in done]
        finished = []
        for future in first:
            try:
                finished.append(future.result())
            except WorkerDied as died:
                self._suspects.append(died.job)
        return finished

    def _build(self, job: Job) -> Outcome:
        worker = self._free.get()
        try:
            return worker.build(job)
        finally:
            self._free.put(worker)
