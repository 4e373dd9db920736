"""Where books are built. An executor takes jobs one by one and yields their outcomes as they finish; a job is bytes in, an outcome bytes out.

Every executor gives the same bytes for the same job.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from fic2book.errors import UsageError
from fic2book.model import Job, Outcome

Executor = Callable[[Iterable[Job]], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a run may use, and what one book may."""

    workers: int = 0  # processes; 0: one a core
    seconds: float = 900  # of one book; 0: no bound
    megabytes: int = 4096  # address space of a worker; 0: no bound
    scheduler: str = ""  # a cluster's address
    builder: str = "fic2book.build:build"  # module and function of Job → Outcome


def find_executor(name: str, bounds: Bounds) -> Executor:
    """The executor called `name`, kept within `bounds`. Raises UsageError for an unknown one."""
    if name not in EXECUTORS:
        raise UsageError(f"No executor is called “{name}”. There are: {', '.join(EXECUTORS)}.")
    module, function = EXECUTORS[name].split(":")
    run: Callable[[Iterable[Job], Bounds], Iterator[Outcome]] = getattr(import_module(module), function)
    return lambda jobs: run(jobs, bounds)


def find_builder(address: str) -> Callable[[Job], Outcome]:
    """The function at "module:function"."""
    module, function = address.split(":")
    builder: Callable[[Job], Outcome] = getattr(import_module(module), function)
    return builder


def cores() -> int:
    """Cores this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):  # a container or taskset may allow fewer than the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


EXECUTORS: Final[dict[str, str]] = {
    "serial": "fic2book.executors.serial:run_serially",
    "processes": "fic2book.executors.processes:run_in_processes",
    "dask": "fic2book.executors.cluster:run_on_dask",
}
"""Every executor: its module and function, (jobs, bounds) → outcomes."""
