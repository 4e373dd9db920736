"""What a person sees of a run: a bar on a terminal, a line a book otherwise, and the sum at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager, closing, nullcontext
from typing import Any, Protocol, Self

import click

from fic2book.collection.driver import Run, Step, Tally
from fic2book.collection.pruning import Leftover
from fic2book.collection.report import Report
from fic2book.errors import BatchError
from fic2book.executors import Executor
from fic2book.model import Outcome


def follow(run: Run, executor: Executor, folder: str, *, fail_fast: bool = False, report: Report | None = None) -> int:
    """Show a run as it goes; the exit code: 0, the failure's own if the only book failed, else that of BatchError."""
    start = time.monotonic()
    # Closed even when showing fails or is interrupted, so that no worker outlives the run.
    with display(run.tally, folder) as show, closing(run.steps(executor, fail_fast=fail_fast)) as steps:
        for step in steps:
            show.step(step)
            if report is not None:
                report.add(step)
    tally = run.tally
    click.echo(summary(tally, folder, time.monotonic() - start))
    if not tally.failed:
        return 0
    only = tally.failures[0].error
    return only.exit_code if tally.total == 1 and only is not None else BatchError.exit_code


def summary(tally: Tally, folder: str, seconds: float) -> str:
    """The line, or the lines, at the end."""
    if tally.unchanged == tally.total:
        return "Nothing has changed; every book is as it should be."
    rate = (
        f" in {seconds:.1f} s ({tally.built / seconds:.1f} books a second)" if tally.built > 1 and seconds > 0 else ""
    )
    lines = [f"{tally.built:,} built, {tally.unchanged:,} unchanged, {tally.failed:,} failed{rate}, in {folder}"]
    left = tally.total - tally.done
    if left:
        lines.append(f"{left:,} not looked at")
    if tally.failed > 1:
        lines.append(
            "Failed: "
            + ", ".join(outcome.name for outcome in tally.failures)
            + (" …" if tally.failed > len(tally.failures) else "")
        )
    return "\n".join(lines)


def print_pruned(books: Iterable[Leftover], folder: str) -> None:
    """What was removed, and what stayed and why."""
    for item in books:
        for name in item.removable:
            click.echo(f"removed {folder}/{name}: the collection no longer names it")
        for sentence in item.staying:
            click.echo(f"{item.name}: no longer named, but {sentence}")


class Display(Protocol):
    """Shows one book after the other."""

    def step(self, step: Step) -> None:
        """Show what became of a book."""


def display(tally: Tally, folder: str) -> AbstractContextManager[Display]:
    """A bar if standard error is a terminal, else lines."""
    return _Bar(tally) if sys.stderr.isatty() else nullcontext(_Lines(folder))


class _Lines:
    def __init__(self, folder: str) -> None:
        self._folder = folder

    def step(self, step: Step) -> None:
        outcome = step.outcome
        if outcome.error is not None:
            click.echo(failure_line(outcome), err=True)
            return
        assert outcome.summary is not None
        names = ", ".join(f"{self._folder}/{item.name}" for item in outcome.files)
        review = sum(1 for notice in outcome.notices if notice.severity != "info")
        doubt = f"; {review} to review" if review else ""
        click.echo(f"{outcome.summary.title}: {outcome.summary.words:,} words{doubt} → {names}")
        for notice in outcome.notices:
            if notice.code == "kept-chapter":  # the one thing a build does that the source does not say
                click.echo(f"  “{notice.where}”: {notice.message}")


class _Bar:
    """Books done of all, rate, time left, failures so far. What failed stands above it."""

    def __init__(self, tally: Tally) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}"),
        )
        self._bar: Any = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("Building", total=tally.total, rate="", failed="")
        self._start = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def step(self, step: Step) -> None:
        tally, outcome = step.tally, step.outcome
        rate = (tally.built + tally.failed) / max(time.monotonic() - self._start, 0.001)
        failed = f"{tally.failed} failed" if tally.failed else ""
        self._bar.update(
            self._task, completed=tally.done, description=outcome.name[-40:], rate=f"{rate:.1f}/s", failed=failed
        )
        if outcome.error is not None:
            self._bar.console.print(failure_line(outcome), markup=False, highlight=False)


def failure_line(outcome: Outcome) -> str:
    """What is said of a book that failed."""
    assert outcome.error is not None
    return f"{outcome.name}: failed. {outcome.error.message}"
