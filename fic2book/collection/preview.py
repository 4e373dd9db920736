"""What a build would do and why, without doing it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import click

from fic2book import places
from fic2book.collection.lock import look_into
from fic2book.collection.planning import PlannedBook, plan
from fic2book.collection.shelf import find_shelf
from fic2book.collection.staleness import Judge, input_stamps, output_reasons
from fic2book.config import Config


@dataclass(frozen=True, slots=True)
class Preview:
    """One book: `reasons` to build it, none if it is as it should be; `book` is None for one that the collection no longer names."""

    name: str
    reasons: tuple[str, ...]
    book: PlannedBook | None


def preview(config: Config, folder: str) -> Iterator[Preview]:
    """Every book of a collection in order, then the finished ones that it no longer names. Raises ConfigError, OutputError."""
    shelf = find_shelf(folder, config.path.parent)
    with look_into(shelf.lock_path) as lock:
        judge = Judge(lock)
        lock.connection.execute("CREATE TEMP TABLE planned (name TEXT PRIMARY KEY)")
        for book in plan(config, folder):
            known = lock.entry(book.name)
            reasons = judge.reasons(book, known, input_stamps(book, known))
            yield Preview(book.name, reasons or tuple(output_reasons(known, shelf.stamp) if known else ()), book)
            lock.connection.execute("INSERT OR IGNORE INTO planned VALUES (?)", (book.name,))
        query = "SELECT name FROM books WHERE name NOT IN (SELECT name FROM planned) ORDER BY name"
        for (name,) in lock.connection.execute(query):
            yield Preview(name, (), None)


def print_text(books: Iterator[Preview], *, everything: bool) -> None:
    """One line a book, its reasons below it, and the sum."""
    stale = fresh = left = 0
    for item in books:
        if item.book is None:
            left += 1
            click.echo(f"keep   {item.name}: the collection no longer names it; its files stay")
            continue
        stale, fresh = stale + bool(item.reasons), fresh + (not item.reasons)
        if item.reasons or everything:
            click.echo(
                f"{'build ' if item.reasons else 'keep  '} {item.name} ({', '.join(item.book.settings.formats)})"
            )
        for reason in item.reasons:
            click.echo(f"         {reason}")
        for story in item.book.stories if everything else ():
            click.echo(f"         from {places.readable(story.place)}")
    click.echo(f"{stale:,} to build, {fresh:,} as they should be" + (f", {left:,} no longer named" if left else ""))


def print_json(books: Iterator[Preview], *, everything: bool) -> None:
    """One object a line."""
    for item in books:
        status = "unnamed" if item.book is None else "build" if item.reasons else "keep"
        if everything or status != "keep":
            sources = [places.readable(story.place) for story in item.book.stories] if item.book else []
            click.echo(
                json.dumps(
                    {"name": item.name, "status": status, "reasons": item.reasons, "sources": sources},
                    ensure_ascii=False,
                )
            )
