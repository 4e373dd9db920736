"""One book after the other, in this process. Nothing bounds a book's time or memory here."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from typing import Final

from fic2book.executors import Bounds, find_builder
from fic2book.model import Job, Outcome

SWEEP: Final = 16
"""Books after which their cycles are collected: the command line has Python do that too seldom for a run of thousands."""


def run_serially(jobs: Iterable[Job], bounds: Bounds) -> Iterator[Outcome]:
    """Outcomes in the order of the jobs."""
    for number, job in enumerate(
        jobs, 1
    ):  # the builder is loaded for the first job: a run in which nothing is stale needs none
        yield find_builder(bounds.builder)(job)
        if number % SWEEP == 0:
            gc.collect()
