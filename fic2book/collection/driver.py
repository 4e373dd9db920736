"""The run: stale books through an executor, each finished book written whole and entered into the lock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fic2book.collection.lock import Entry, Lock, Stamp, entry_of, input_stamps, open_lock, program_components, reasons
from fic2book.collection.planning import PlannedBook, plan
from fic2book.config import Config
from fic2book.errors import Fic2BookError
from fic2book.executors import EXECUTORS
from fic2book.files import write_files
from fic2book.model import Failure, Job, Outcome


@dataclass(slots=True)
class Tally:
    """How a run went so far."""

    total: int = 0
    built: int = 0
    unchanged: int = 0
    failed: list[Outcome] = field(default_factory=list)


def build_collection(
    config: Config, folder: Path, executor: str, workers: int, *, force: bool = False
) -> Iterator[tuple[Outcome, Tally]]:
    """Build every stale book of `config` into `folder`; yields each outcome, its files written, with the tally so far.

    A book that fails is yielded with its error, and the others are built. Raises ConfigError before anything is built, OutputError.
    """
    books = list(plan(config))
    tally = Tally(total=len(books))
    program = program_components()
    with open_lock(folder) as lock:
        stale = [book for book in books if force or reasons(book, lock, program)]
        tally.unchanged = len(books) - len(stale)
        yield from _run(stale, lock, program, tally, executor, workers)


def _run(
    stale: list[PlannedBook], lock: Lock, program: dict[str, str], tally: Tally, executor: str, workers: int
) -> Iterator[tuple[Outcome, Tally]]:
    started: dict[str, tuple[PlannedBook, dict[str, Stamp]]] = {}
    unreadable: list[Outcome] = []

    def jobs() -> Iterator[Job]:
        for book in stale:
            # Stamped before reading: a file that changes meanwhile looks stale to the next run.
            started[book.name] = (book, input_stamps(book, None))
            try:
                yield book.load()
            except Fic2BookError as error:
                unreadable.append(Outcome(book.name, error=Failure(str(error), error.exit_code, type(error).__name__)))

    run = EXECUTORS["serial" if len(stale) == 1 else executor]
    for outcome in run(jobs(), workers):
        yield _finish(outcome, started[outcome.name], lock, program, tally), tally
    for outcome in unreadable:
        tally.failed.append(outcome)
        yield outcome, tally


def _finish(
    outcome: Outcome, started: tuple[PlannedBook, dict[str, Stamp]], lock: Lock, program: dict[str, str], tally: Tally
) -> Outcome:
    book, inputs = started
    if outcome.error is not None:
        tally.failed.append(outcome)
        return outcome
    write_files(lock.folder, outcome.files)
    entry: Entry = entry_of(book, program, inputs, outcome.files, lock.folder)
    lock.record(book.name, entry)
    tally.built += 1
    return outcome
