"""Build, look every half second whether anything has changed, build again. Files are looked at, not subscribed to: that works everywhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from fic2book import places
from fic2book.collection.components import style_files
from fic2book.collection.config import Config, load_config
from fic2book.collection.lock import Lock, look_into
from fic2book.collection.planning import plan
from fic2book.collection.shelf import find_shelf
from fic2book.errors import Fic2BookError

PAUSE = 0.5
"""Seconds between two looks; a look that takes long is followed by a longer pause, so that watching costs at most a tenth of a core."""


def watch(path: Path, folder: str, build: Callable[[], int]) -> int:
    """Build until Ctrl-C. An error is printed, and the next edit tried."""
    code = 0
    try:
        while True:
            seen = look(path, folder)
            code = _attempt(build)
            click.echo(f"Watching {path} and its stories; Ctrl-C ends it.")
            _await_change(path, folder, seen)
    except KeyboardInterrupt:
        return code


def look(path: Path, folder: str) -> dict[str, places.State | None]:
    """The state of the collection file and of every file its books depend on; of the file alone while it has a mistake."""
    seen = {str(path): places.state(str(path))}
    try:
        config = load_config(path)
        with look_into(find_shelf(folder, path.parent).lock_path) as lock:
            seen.update(_dependencies(config, folder, lock))
    except Fic2BookError:
        pass
    return seen


def _dependencies(config: Config, folder: str, lock: Lock) -> Iterator[tuple[str, places.State | None]]:
    styles: set[str] = set()
    for book in plan(config, folder):
        known = lock.entry(book.name)
        pictures = (book.place(key) for key in known.beside) if known else ()
        yield from ((place, places.state(place)) for place in (*book.inputs(), *pictures))
        if book.settings.style not in styles:
            styles.add(book.settings.style)
            yield from ((str(file), places.state(str(file))) for file in style_files(book.settings.style))


def _await_change(path: Path, folder: str, seen: dict[str, places.State | None]) -> None:
    before = seen
    while True:
        start = time.monotonic()
        now = look(path, folder)
        if now != seen and now == before:  # an editor may write in several steps: wait until it is done
            return
        before = now
        time.sleep(max(PAUSE, 10 * (time.monotonic() - start)))


def _attempt(build: Callable[[], int]) -> int:
    try:
        return build()
    except Fic2BookError as error:
        click.echo(f"fic2book: {error}", err=True)
        return error.exit_code
