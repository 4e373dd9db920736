"""One book after the other, in this process. Nothing bounds a book's time or memory here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fic2book.executors import Bounds, find_builder
from fic2book.model import Job, Outcome


def run_serially(jobs: Iterable[Job], bounds: Bounds) -> Iterator[Outcome]:
    """Outcomes in the order of the jobs."""
    for job in jobs:  # the builder is loaded for the first job: a run in which nothing is stale needs none
        yield find_builder(bounds.builder)(job)
