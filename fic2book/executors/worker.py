"""A worker process seen from outside: give it a job, get its outcome, or learn that it died of it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from threading import Timer

from fic2book.executors import Bounds
from fic2book.model import Failure, Job, Outcome

FOREVER = 1_000_000.0
"""Seconds; the longest a timer can wait everywhere."""


class WorkerDied(Exception):  # noqa: N818 - it is an event
    """The worker ended before it gave an outcome."""

    def __init__(self, job: Job, status: int) -> None:
        super().__init__(f"signal {-status}" if status < 0 else f"exit status {status}")
        self.job = job


class Worker:
    """One process that builds books within bounds, started with its first job and again when it has died."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self._process: subprocess.Popen[bytes] | None = None
        self._overran = False

    def build(self, job: Job) -> Outcome:
        """The outcome of a job; a failure if it took too long. Raises WorkerDied."""
        process = self._process or self._started(job)
        clock = Timer(self.bounds.seconds or FOREVER, self._stop, (process,))
        clock.daemon = True
        self._overran = False
        clock.start()
        try:
            return self._exchanged(process, job)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError, ConnectionError) as error:
            self.close()
            if self._overran:
                return overran(job, self.bounds.seconds)
            raise WorkerDied(job, process.wait()) from error
        finally:
            clock.cancel()

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with suppress(BrokenPipeError):
                    if stream:
                        stream.close()
            process.wait()

    def _started(self, job: Job) -> subprocess.Popen[bytes]:
        bounds = self.bounds
        command = [
            sys.executable,
            "-m",
            "fic2book.executors.child",
            bounds.builder,
            str(bounds.seconds),
            str(bounds.megabytes),
        ]
        # What this process can import, its worker can too: a source checkout, a zip, a folder of tests.
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}  # noqa: PTH109
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=paths)  # noqa: S603
        assert self._process.stdout is not None
        try:
            pickle.load(self._process.stdout)  # noqa: S301 - from our own child, which says that it is ready
        except EOFError as error:
            status = self._process.wait()
            self.close()
            raise WorkerDied(job, status) from error
        return self._process

    def _exchanged(self, process: subprocess.Popen[bytes], job: Job) -> Outcome:
        assert process.stdin is not None
        assert process.stdout is not None
        pickle.dump(job, process.stdin, protocol=5)
        process.stdin.flush()
        outcome: Outcome = pickle.load(process.stdout)  # noqa: S301 - from our own child
        return outcome

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        self._overran = True
        process.kill()


def overran(job: Job, seconds: float) -> Outcome:
    """The outcome of a job that took too long."""
    message = f"{job.name}: stopped after {seconds:g} seconds. Give it more with --time-limit, or take it out of the collection."
    return Outcome(job.name, error=Failure(message, 1, "TimeLimit"))


def set_aside(job: Job, died: WorkerDied) -> Outcome:
    """The outcome of a job that killed its worker twice."""
    message = (
        f"{job.name}: set aside, it ended the process that built it, twice ({died}); it may need more memory (--memory-limit), or there is "
        "a fault in a library."
    )
    return Outcome(job.name, error=Failure(message, 1, "WorkerDied"))
