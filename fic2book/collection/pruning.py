"""Books that the collection no longer names: what may go, and what stays although it was asked to go.

Nothing is removed that fic2book did not write, or that somebody has changed since. A book stays if it is the last to hold a chapter that
vanished from its source: nobody could build it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fic2book.collection.lock import Entry, Lock
from fic2book.collection.names import folded
from fic2book.collection.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Leftover:
    """A finished book without a place in the collection: files that may go, and what stays and why."""

    name: str
    removable: tuple[str, ...]
    staying: tuple[str, ...]  # sentences


def note_names(lock: Lock, names: Iterable[str]) -> None:
    """Remember for this run which names the collection gives; kept by SQLite, which leaves memory when it grows."""
    rows = ((name, folded(name)) for name in names)
    with lock.connection as connection:
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS planned (name TEXT PRIMARY KEY, folded TEXT) WITHOUT ROWID")
        connection.executemany("INSERT OR IGNORE INTO planned VALUES (?, ?)", rows)


def leftovers(lock: Lock, shelf: Shelf, gave: Callable[[str], bool]) -> Iterator[Leftover]:
    """Every book of the lock whose name was not noted, in order. `gave` tells whether a source's former text gave a book a chapter."""
    query = "SELECT name FROM books EXCEPT SELECT name FROM planned ORDER BY name"
    for (name,) in lock.connection.execute(query).fetchall():
        entry = lock.entry(name)
        assert entry is not None
        if all(shelf.stamp(file, known) is None for file, known in entry.outputs.items()):
            yield Leftover(name, (), ())  # its files are gone already
            continue
        lone = next((place for place in entry.inputs if gave(place) and not _is_input(lock, place)), "")
        if lone:
            yield Leftover(
                name, (), (f"it holds a chapter that is no longer in {lone}; remove it by hand if it may go",)
            )
        else:
            yield _leftover(name, entry, lock, shelf)


def _leftover(name: str, entry: Entry, lock: Lock, shelf: Shelf) -> Leftover:
    removable: list[str] = []
    staying: list[str] = []
    # Where case does not tell names apart, the file of “Lamp” may be that of “lamp”, which the collection does name.
    twin = lock.connection.execute("SELECT name FROM planned WHERE folded = ?", (folded(name),)).fetchone()
    for file, known in entry.outputs.items():
        found = shelf.stamp(file, known)
        if found is None:
            continue
        if twin:
            staying.append(f"{file} may be a file of {twin[0]}")
        elif found[2] != known[2]:
            staying.append(f"{file} is not as it was built")
        else:
            removable.append(file)
    return Leftover(name, tuple(removable), tuple(staying))


def _is_input(lock: Lock, place: str) -> bool:
    """Whether a book that the collection names is made of the file, and so holds what it gave."""
    query = "SELECT 1 FROM books, json_each(inputs) WHERE key = ? AND name IN (SELECT name FROM planned)"
    return lock.connection.execute(query, (place,)).fetchone() is not None


def prune(lock: Lock, shelf: Shelf, gave: Callable[[str], bool]) -> Iterator[Leftover]:
    """Remove what may go; yields each book when that is done. What stays is forgotten only when none of its files is ours any more."""
    for item in leftovers(lock, shelf, gave):
        for file in item.removable:
            shelf.remove(file)
        if item.removable or not item.staying:
            lock.forget(item.name)
        yield item
