"""One book after the other in this process, which must hold no more after a thousand than after ten."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from fic2book.executors import Bounds
from fic2book.executors.serial import SWEEP, run_serially
from fic2book.model import Job, Outcome

MADE: list[weakref.ref[Page]] = []


class Page:
    """A page that knows itself: a cycle, which only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


def build(job: Job) -> Outcome:
    MADE.append(weakref.ref(Page()))
    return Outcome(job.name)


@pytest.fixture
def _lazy_collector() -> Iterator[None]:
    """Python's collector as the command line sets it: of use for a short story, too seldom for a long run."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 100)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("_lazy_collector")
def test_what_a_book_leaves_behind_does_not_pile_up() -> None:
    MADE.clear()
    for _ in run_serially((Job(str(number), ()) for number in range(6 * SWEEP)), Bounds(builder=f"{__name__}:build")):
        assert sum(1 for page in MADE if page() is not None) <= SWEEP
