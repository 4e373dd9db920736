"""The run: stale books through an executor, each finished book written whole and entered into the lock.

Books stream: planned (once to know that no name is taken twice, and how many there are), judged, loaded and built one by one, so that a
run of any length holds a handful of books in memory.
"""

from __future__ import annotations

import errno
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice

from fic2book.collection.cache import Cache, NoCache
from fic2book.collection.components import metadata_components
from fic2book.collection.config import Config
from fic2book.collection.lock import Entry, Glance, Lock, Stamp, open_lock
from fic2book.collection.planning import PlannedBook, plan
from fic2book.collection.pruning import Leftover, note_names, prune
from fic2book.collection.shelf import Shelf, find_shelf
from fic2book.collection.staleness import Judge, beside, input_stamps, output_reasons
from fic2book.collection.versions import Versions, open_versions
from fic2book.errors import Fic2BookError, OutputError
from fic2book.executors import Executor
from fic2book.model import Failure, Job, Outcome

FAILURES_SHOWN = 20
HELD = 20_000
"""Books up to which the first plan is kept in memory (some 10 MiB) instead of made again."""
HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
"""What makes it useless to go on: a disk that is full or may not be written."""


@dataclass(slots=True)
class Tally:
    """How a run went so far. `failures` holds the first few."""

    total: int = 0
    built: int = 0
    unchanged: int = 0
    failed: int = 0
    failures: list[Outcome] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Books that need no more work."""
        return self.built + self.unchanged + self.failed


@dataclass(frozen=True, slots=True)
class Step:
    """One book that was to be built: what became of it, and why it was built."""

    outcome: Outcome
    reasons: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class _Stale:
    book: PlannedBook
    known: Entry | None
    inputs: dict[str, Stamp]
    reasons: tuple[str, ...]
    changed: bool  # what it is made of, not only its finished files
    beside: dict[str, Glance] = field(default_factory=dict)
    job: Job | None = None


def build_collection(
    config: Config,
    folder: str,
    executor: Executor,
    *,
    force: bool = False,
    fail_fast: bool = False,
    cache: Cache | NoCache | None = None,
) -> Iterator[Step]:
    """Build every stale book of `config` into `folder`; yields each when its files are written.

    The tally is complete when the iteration ends; it is yielded with each step, and a run in which nothing is stale yields none. A book
    that fails is yielded with its error and the others are built, unless `fail_fast`. Raises ConfigError before anything is built,
    OutputError.
    """
    with open_run(config, folder, force=force, cache=cache or NoCache()) as run:
        yield from run.steps(executor, fail_fast=fail_fast)


@contextmanager
def open_run(
    config: Config, folder: str, *, force: bool = False, cache: Cache | NoCache | None = None
) -> Iterator[Run]:
    """A run that has the output folder to itself. Raises ConfigError, OutputError."""
    books = plan(config, folder)
    first = list(islice(books, HELD))
    total = len(first) + sum(1 for _ in books)
    planned = (lambda: iter(first)) if total == len(first) else (lambda: plan(config, folder))
    shelf = find_shelf(folder, config.path.parent)
    with ExitStack() as stack:
        lock = stack.enter_context(open_lock(shelf.lock_path))
        shelf.sweep()
        versions = stack.enter_context(open_versions(shelf.versions_path))
        yield Run(planned, shelf, lock, versions, Tally(total), force, cache or NoCache())


class Run:
    """One pass over a collection."""

    def __init__(
        self,
        planned: Callable[[], Iterator[PlannedBook]],
        shelf: Shelf,
        lock: Lock,
        versions: Versions,
        tally: Tally,
        force: bool,
        cache: Cache | NoCache,
    ) -> None:
        self.tally = tally
        self._planned = planned
        self._shelf = shelf
        self._lock = lock
        self._versions = versions
        self._force = force
        self._cache = cache
        self._judge = Judge(lock)
        self._underway: dict[str, _Stale] = {}
        self._unreadable: deque[Outcome] = deque()

    def steps(self, executor: Executor, *, fail_fast: bool = False) -> Generator[Step, None, None]:
        """Build what is stale."""
        outcomes = executor(self._jobs())
        try:
            for outcome in outcomes:
                yield self._finished(outcome)
                while self._unreadable:
                    yield self._finished(self._unreadable.popleft())
                if fail_fast and self.tally.failed:
                    return
            while self._unreadable:
                yield self._finished(self._unreadable.popleft())
        finally:
            close = getattr(outcomes, "close", None)
            if close:  # stops the workers when the run ends early
                close()

    def prune(self) -> Iterator[Leftover]:
        """Remove finished books that the collection no longer names; yields what became of each."""
        note_names(self._lock, (book.name for book in self._planned()))
        yield from prune(self._lock, self._shelf, self._versions.gave)

    # -- judging and loading

    def _jobs(self) -> Iterator[Job]:
        for book in self._planned():
            stale = self._judged(book)
            if stale is None:
                self.tally.unchanged += 1
                continue
            try:
                job = self._loaded(stale)
            except Fic2BookError as error:
                self._underway[book.name] = stale
                self._unreadable.append(
                    Outcome(book.name, error=Failure(str(error), error.exit_code, type(error).__name__))
                )
                continue
            self._underway[book.name] = replace(stale, job=replace(job, art=b""), beside=beside(book, job))
            yield job

    def _judged(self, book: PlannedBook) -> _Stale | None:
        known = self._lock.entry(book.name)
        # Stamped before reading: a file that changes meanwhile looks stale to the next run.
        inputs = input_stamps(book, known)
        changes = self._judge.reasons(book, known, inputs)
        reasons = (
            changes
            or (known and tuple(output_reasons(known, self._shelf.stamp)))
            or (("it was asked for",) if self._force else ())
        )
        if reasons:
            return _Stale(book, known, inputs, reasons, bool(changes))
        if known is not None and known.inputs != inputs:  # read again and found the same: the next run need not
            self._lock.record(book.name, replace(known, inputs=inputs))
        return None

    def _loaded(self, stale: _Stale) -> Job:
        job = stale.book.load()
        sources = job.sources
        if job.settings.vanished == "keep":
            pairs = zip(stale.book.stories, sources, strict=True)
            sources = tuple(
                replace(item, former=self._versions.former(stale.book.key(story.place), item.data))
                for story, item in pairs
            )
        revision = 0 if stale.known is None else stale.known.revision + stale.changed
        return self._cache.filled(replace(job, sources=sources, revision=revision))

    # -- writing and remembering

    def _finished(self, outcome: Outcome) -> Step:
        stale = self._underway.pop(outcome.name)
        if outcome.error is None:
            try:
                self._stored(outcome, stale)
            except OutputError as error:
                if getattr(error.__cause__, "errno", None) in HOPELESS:
                    raise
                outcome = Outcome(outcome.name, error=Failure(str(error), error.exit_code, type(error).__name__))
        if outcome.error is None:
            self.tally.built += 1
        else:
            self.tally.failed += 1
            if len(self.tally.failures) < FAILURES_SHOWN:
                self.tally.failures.append(outcome)
        return Step(outcome, stale.reasons, self.tally)

    def _stored(self, outcome: Outcome, stale: _Stale) -> None:
        """Files first, then the lock: an entry never promises what is not there."""
        assert stale.job is not None
        outputs = self._shelf.put(outcome.files)
        if stale.book.settings.vanished == "keep":  # another book may keep what this one drops
            pairs = zip(stale.book.stories, stale.job.sources, strict=True)
            self._versions.remember([(stale.book.key(story.place), item) for story, item in pairs], outcome.kept)
        self._cache.store(stale.job, outcome)
        entry = Entry(
            self._judge.settings_id(stale.book),
            metadata_components(stale.book),
            stale.job.revision,
            stale.inputs,
            outputs,
            stale.beside,
        )
        self._remove_former(stale, outputs)
        self._lock.record(stale.book.name, entry)

    def _remove_former(self, stale: _Stale, outputs: dict[str, Stamp]) -> None:
        """Remove files of the book's former build that it no longer makes, if nobody else has changed them."""
        for name, known in (stale.known.outputs if stale.known else {}).items():
            found = self._shelf.stamp(name, known) if name not in outputs else None
            if found is not None and found[2] == known[2]:
                self._shelf.remove(name)
