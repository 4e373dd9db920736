"""Slices of a book set side by side, one process each, or one after the other where that cannot be; the same bytes either way.

A slice has to know how many pages stand before it, but only when its own pages are laid out and the folios are drawn. So all are laid out
at once, each as if it began on a right-hand page; one that was mistaken begins again.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from fic2book.executors import cores
from fic2book.press.weasy_document import Drawn, Rules, Task, draw, import_engine

LEFT: Final = ":root { break-before: verso }"
"""Begins a document on the page that is turned to, not on the one that faces the reader."""

WATCH: Final = 0.5
"""Seconds after which a process looks whether there is still anybody to work for."""


class WrongSideError(Exception):
    """The pages before a slice are odd where even was supposed, or the other way round."""


class CrewError(Exception):
    """A process was lost or found no memory; alone it may do."""


def set_slices(tasks: Sequence[Task], before: int = 0) -> list[Drawn]:
    """Every slice drawn, in order, numbered as parts of one book with so many pages before them."""
    workers = min(cores(), len(tasks)) if _may_fork() else 1
    if workers > 1:
        import_engine(tasks[0].root.get("lang", ""))
        try:
            return _Crew(tasks, workers, before).work()
        except CrewError:
            pass
    drawn: list[Drawn] = []
    for task in tasks:
        drawn.append(draw(_on_its_side(task, before), lambda _, before=before: before))  # type: ignore[misc]
        before += len(drawn[-1].heights)
    return drawn


def _on_its_side(task: Task, before: int) -> Task:
    """The task laid out for a slice with so many pages before it."""
    return replace(task, css=(*task.css, Rules(LEFT))) if before % 2 else task


def _may_fork() -> bool:
    """Whether this process can be copied: only where that is safe, and while it has a single thread, Typst's and GLib's counted."""
    if sys.platform != "linux":
        return False
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


@dataclass(slots=True)
class _Crew:
    """At most `workers` processes at a time, started in order, so that each waits only for those before it."""

    tasks: Sequence[Task]
    workers: int
    before: int
    settled: list[int] = field(default_factory=list)  # pages of the first slices
    # Pages of a slice, and how many it supposed before it.
    laid: dict[int, tuple[int, int]] = field(default_factory=dict)
    drawn: dict[int, Drawn] = field(default_factory=dict)
    running: dict[Connection, tuple[int, BaseProcess]] = field(default_factory=dict)

    def work(self) -> list[Drawn]:
        """All slices drawn. Raises CrewError when a process is lost."""
        waiting = iter(range(len(self.tasks)))
        try:
            while len(self.drawn) < len(self.tasks):
                while len(self.running) < self.workers and (number := next(waiting, None)) is not None:
                    self._start(number)
                for connection in wait(list(self.running)):
                    self._hear(connection)  # type: ignore[arg-type]
        finally:
            for connection, (_, process) in self.running.items():
                process.kill()
                process.join()
                connection.close()
        return [self.drawn[number] for number in range(len(self.tasks))]

    def _start(self, number: int) -> None:
        here, there = get_context("fork").Pipe()
        guess = self.before + sum(self.settled) if len(self.settled) == number else 0
        process = get_context("fork").Process(target=_serve, args=(self.tasks[number], guess, there, os.getpid()))
        process.start()
        there.close()
        self.running[here] = (number, process)

    def _hear(self, connection: Connection) -> None:
        number, process = self.running[connection]
        try:
            said = connection.recv()
        except (EOFError, OSError) as error:
            raise CrewError from error
        if isinstance(said, Drawn):
            self.drawn[number] = said
            del self.running[connection]
            process.join()
            connection.close()
        elif isinstance(said, tuple):
            self.laid[number] = said
            self._settle()
        else:
            raise CrewError(said)

    def _settle(self) -> None:
        """Tells each slice that is laid out, and before which all are settled, how many pages those are."""
        while (number := len(self.settled)) in self.laid:
            pages, guess = self.laid.pop(number)
            before = self.before + sum(self.settled)
            connection = next(connection for connection, (at, _) in self.running.items() if at == number)
            connection.send(before)
            if before % 2 != guess % 2:
                return  # it begins again, and says so when it is laid out
            self.settled.append(pages)


def _serve(task: Task, guess: int, connection: Connection, parent: int) -> None:
    """One process: a slice in, what was drawn out."""
    _watch(parent)

    def pages_before(pages: int) -> int:
        nonlocal guess
        connection.send((pages, guess))
        supposed, guess = guess, connection.recv()
        if guess % 2 != supposed % 2:
            raise WrongSideError
        return guess

    try:
        try:
            drawn = draw(_on_its_side(task, guess), pages_before)
        except WrongSideError:
            drawn = draw(_on_its_side(task, guess), pages_before)
        connection.send(drawn)
    except Exception as error:  # noqa: BLE001 - whatever it is, it comes up again when the book is set in one process
        connection.send(repr(error))


def _watch(parent: int) -> None:
    """Ends this process soon after its parent, which may be killed at any time."""

    def look(*_: Any) -> None:
        if os.getppid() != parent:
            os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, WATCH, WATCH)
