"""What a person sees of a run: a bar on a terminal, a line a book otherwise, and the sum at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from fic2book.collection.driver import Tally
from fic2book.errors import BatchError
from fic2book.model import Outcome


def follow(run: Iterator[tuple[Outcome, Tally]], folder: Path) -> int:
    """Show a run as it goes; the exit code: 0, the failure's own if the only book failed, else that of BatchError."""
    tally = _with_bar(run, folder) if sys.stderr.isatty() else _with_lines(run, folder)
    if tally is None:
        click.echo("Nothing has changed; every book is as it should be.")
        return 0
    click.echo(f"{tally.built} built, {tally.unchanged} unchanged, {len(tally.failed)} failed, in {folder}")
    if not tally.failed:
        return 0
    only = tally.failed[0].error
    return only.exit_code if tally.total == 1 and only is not None else BatchError.exit_code


def _with_lines(run: Iterator[tuple[Outcome, Tally]], folder: Path) -> Tally | None:
    tally = None
    for outcome, tally in run:  # noqa: B007 - the last one counts
        _say(outcome, folder)
    return tally


def _say(outcome: Outcome, folder: Path) -> None:
    if outcome.error is not None:
        click.echo(f"{outcome.name}: failed. {outcome.error.message}", err=True)
        return
    assert outcome.summary is not None
    names = ", ".join(str(folder / item.name) for item in outcome.files)
    review = sum(1 for notice in outcome.notices if notice.severity != "info")
    doubt = f"; {review} to review" if review else ""
    click.echo(f"{outcome.summary.title}: {outcome.summary.words:,} words{doubt} → {names}")


def _with_bar(run: Iterator[tuple[Outcome, Tally]], folder: Path) -> Tally | None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    last = None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Building", total=None)
        for outcome, last in run:
            bar.update(task, total=last.total - last.unchanged, advance=1, description=outcome.name)
            if outcome.error is not None:
                bar.console.print(f"{outcome.name}: failed. {outcome.error.message}", markup=False, highlight=False)
    return last
