"""What a person reads at the end of a run: one short paragraph a book."""

from __future__ import annotations

from pathlib import Path

import click

from fic2book.model import Notice, Outcome, Summary

SHOWN = 3  # notices of one kind printed for a book; `explain` lists them all

ASIDE = {
    "note": "notes",
    "disclaimer": "disclaimer",
    "field": "header fields",
    "title": "title lines",
    "author": "bylines",
    "date": "dates",
    "counter": "counters",
    "chrome": "site furniture",
    "break": "break marks",
    "contents": "contents lists",
}


def print_outcome(outcome: Outcome, folder: Path) -> None:
    """Print a book's summary, or its error to standard error."""
    if outcome.error is not None:
        click.echo(f"fic2book: {outcome.error.message}", err=True)
        return
    assert outcome.summary is not None
    click.echo(_headline(outcome.summary))
    aside = _set_aside(outcome.summary)
    if aside:
        click.echo(f"  set aside: {aside}")
    _print_notices(outcome.notices)
    for item in outcome.files:
        click.echo(f"  {folder / item.name}")


def _headline(summary: Summary) -> str:
    by = f" by {', '.join(summary.authors)}" if summary.authors else ", author unknown"
    return (
        f"{summary.title}{by}: {_count(summary.words, 'word')}, {_count(summary.chapters, 'chapter')}, "
        f"{_count(summary.scenes, 'scene')}, language {summary.language or 'unknown'}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _set_aside(summary: Summary) -> str:
    return ", ".join(f"{ASIDE.get(role, role)} ({_count(words, 'word')})" for role, words in summary.set_aside)


def _print_notices(notices: tuple[Notice, ...]) -> None:
    """Print each kind of notice: a few one by one, many as a count with the first places."""
    by_code: dict[str, list[Notice]] = {}
    for notice in notices:
        by_code.setdefault(notice.code, []).append(notice)
    for code, same in by_code.items():
        if len(same) <= SHOWN:
            for notice in same:
                where = f" “{notice.where}”" if notice.where else ""
                click.echo(f"  {notice.severity}: {notice.message}{where}")
        else:
            places = ", ".join(f"“{notice.where}”" for notice in same[:SHOWN] if notice.where)
            click.echo(f"  {same[0].severity}: {len(same)} × {code}: {places} … (all with: fic2book explain --review)")
