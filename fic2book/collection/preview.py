"""What a build would do and why, without doing it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import click

from fic2book import places
from fic2book.collection.config import Config
from fic2book.collection.lock import look_into
from fic2book.collection.planning import PlannedBook, plan
from fic2book.collection.pruning import Leftover, leftovers, note_names
from fic2book.collection.shelf import find_shelf
from fic2book.collection.staleness import Judge, input_stamps, output_reasons
from fic2book.collection.versions import look_into_versions


@dataclass(frozen=True, slots=True)
class Preview:
    """One book: `reasons` to build it, none if it is as it should be; `left` is set instead for one that the collection no longer names."""

    name: str
    reasons: tuple[str, ...]
    book: PlannedBook | None = None
    left: Leftover | None = None


def preview(config: Config, folder: str) -> Iterator[Preview]:
    """Every book of a collection in order, then the finished ones that it no longer names. Raises ConfigError, OutputError."""
    shelf = find_shelf(folder, config.path.parent)
    with look_into(shelf.lock_path) as lock, look_into_versions(shelf.versions_path) as versions:
        judge = Judge(lock)
        note_names(lock, ())
        for book in plan(config, folder):
            known = lock.entry(book.name)
            reasons = judge.reasons(book, known, input_stamps(book, known))
            yield Preview(book.name, reasons or tuple(output_reasons(known, shelf.stamp) if known else ()), book)
            note_names(lock, [book.name])
        for left in leftovers(lock, shelf, versions.gave):
            if left.removable or left.staying:
                yield Preview(left.name, (), left=left)


def print_text(books: Iterator[Preview], *, everything: bool) -> None:
    """One line a book, its reasons below it, and the sum."""
    stale = fresh = left = 0
    for item in books:
        if item.left is not None:
            left += 1
            _print_left(item.left)
        if item.book is None:
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


def _print_left(left: Leftover) -> None:
    click.echo(f"left   {left.name}: the collection no longer names it")
    if left.removable:
        click.echo(f"         build --prune would remove {', '.join(left.removable)}")
    for sentence in left.staying:
        click.echo(f"         stays: {sentence}")


def print_json(books: Iterator[Preview], *, everything: bool) -> None:
    """One object a line."""
    for item in books:
        status = "unnamed" if item.book is None else "build" if item.reasons else "keep"
        if everything or status != "keep":
            sources = [places.readable(story.place) for story in item.book.stories] if item.book else []
            row = {"name": item.name, "status": status, "reasons": item.reasons, "sources": sources}
            if item.left is not None:
                row |= {"removable": item.left.removable, "staying": item.left.staying}
            click.echo(json.dumps(row, ensure_ascii=False))
