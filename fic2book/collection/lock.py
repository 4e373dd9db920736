"""The lock file: what each finished book was made from, so that the next run builds only what has changed.

``<output>/fic2book.lock`` is an SQLite database. A table of text would have to be rewritten whole after each book, which is slow for ten
thousand of them and torn by a crash; SQLite commits one book at a time, survives being killed, and needs no more memory for a million
rows than for ten. While a run has it open no other can, so that two builds never write to one folder.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fic2book.collection.database import open_alone, peek

LOCK_NAME = "fic2book.lock"
VERSION = 3
"""Of the tables below. A lock of another version is emptied: everything is built anew, nothing is lost."""

_TABLES = """
CREATE TABLE settings (             -- what many books share: program, libraries, style, settings
    id INTEGER PRIMARY KEY,
    components TEXT NOT NULL UNIQUE -- JSON: component → digest
);
CREATE TABLE books (
    name TEXT PRIMARY KEY,
    settings INTEGER NOT NULL REFERENCES settings,
    metadata TEXT NOT NULL,         -- JSON: key → what the collection file says
    revision INTEGER NOT NULL,      -- how often it was built anew since something it is made of changed
    inputs TEXT NOT NULL,           -- JSON: place → [size, moment, digest]; an absent file has no entry
    beside TEXT NOT NULL,           -- JSON: picture that a story asks for → [size, moment], null where there is none
    outputs TEXT NOT NULL           -- JSON: file → [size, moment, digest]
);
"""

Stamp = tuple[int, str, str]
"""Size, moment and digest of a file; a moment of "" tells nothing, so the file is read to be sure."""

Glance = tuple[int, str] | None
"""Size and moment of a file that is not read to tell whether it changed; None when there is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lock knows of a finished book."""

    settings: int
    metadata: Mapping[str, str]
    revision: int
    inputs: Mapping[str, Stamp]
    outputs: Mapping[str, Stamp]
    beside: Mapping[str, Glance] = field(default_factory=dict)


class Lock:
    """The lock of one output folder."""

    def __init__(self, connection: sqlite3.Connection, *, only_read: bool = False) -> None:
        self.connection = connection
        self._only_read = only_read

    def entry(self, name: str) -> Entry | None:
        """What is known of the book `name`."""
        query = "SELECT settings, metadata, revision, inputs, outputs, beside FROM books WHERE name = ?"
        row = self.connection.execute(query, (name,)).fetchone()
        if row is None:
            return None
        settings, metadata, revision, inputs, outputs, beside = row
        return Entry(settings, json.loads(metadata), revision, _stamps(inputs), _stamps(outputs), _glances(beside))

    def record(self, name: str, entry: Entry) -> None:
        """Remember a finished book; a run that is killed after this knows it."""
        made = (_json(entry.inputs), _json(entry.beside), _json(entry.outputs))
        row = (name, entry.settings, _json(entry.metadata), entry.revision, *made)
        with self.connection:
            self.connection.execute("INSERT OR REPLACE INTO books VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def forget(self, name: str) -> None:
        """Know nothing of a book any more."""
        with self.connection:
            self.connection.execute("DELETE FROM books WHERE name = ?", (name,))

    def settings_id(self, components: Mapping[str, str]) -> int:
        """The number of a set of shared components, which gets one if it is new; 0 for a new one in a lock that is only read."""
        text = _json(components)
        if not self._only_read:
            with self.connection:
                self.connection.execute("INSERT OR IGNORE INTO settings (components) VALUES (?)", (text,))
        row = self.connection.execute("SELECT id FROM settings WHERE components = ?", (text,)).fetchone()
        return int(row[0]) if row else 0

    def settings(self, number: int) -> dict[str, str]:
        """The shared components of a number."""
        row = self.connection.execute("SELECT components FROM settings WHERE id = ?", (number,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def names(self) -> Iterator[str]:
        """Every book the lock knows, in order."""
        for (name,) in self.connection.execute("SELECT name FROM books ORDER BY name"):
            yield name


@contextmanager
def open_lock(path: Path) -> Iterator[Lock]:
    """The lock at `path`, made if it is missing, for this process alone. Raises OutputError."""
    with open_alone(path, _TABLES, VERSION) as connection:
        yield Lock(connection)


@contextmanager
def look_into(path: Path) -> Iterator[Lock]:
    """The lock at `path` to read, or an empty one when there is none; nothing is made on the disk. Raises OutputError."""
    with peek(path, _TABLES, VERSION) as connection:
        yield Lock(connection, only_read=True)


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _stamps(text: str) -> dict[str, Stamp]:
    return {name: (value[0], value[1], value[2]) for name, value in json.loads(text).items()}


def _glances(text: str) -> dict[str, Glance]:
    return {name: value and (value[0], value[1]) for name, value in json.loads(text).items()} if text != "{}" else {}
