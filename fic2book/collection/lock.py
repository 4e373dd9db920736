"""The lock file: what each finished book was made from, so that the next run builds only what has changed.

``<output>/fic2book.lock`` is an SQLite database. A table of text would have to be rewritten whole after each book, which is slow for ten
thousand of them and torn by a crash; SQLite commits one book at a time, survives being killed, and needs no more memory for a million
rows than for ten. While a run has it open no other can, so that two builds never write to one folder.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fic2book.errors import OutputError

LOCK_NAME = "fic2book.lock"
VERSION = 1
"""Of the tables below. A lock of another version is emptied: everything is built anew, nothing is lost."""

_TABLES = """
CREATE TABLE settings (             -- what many books share: program, libraries, style, settings
    id INTEGER PRIMARY KEY,
    components TEXT NOT NULL UNIQUE -- JSON: component → digest
);
CREATE TABLE books (
    name TEXT PRIMARY KEY,
    settings INTEGER NOT NULL REFERENCES settings,
    metadata TEXT NOT NULL,         -- digest
    revision INTEGER NOT NULL,      -- how often it was built anew since something it is made of changed
    inputs TEXT NOT NULL,           -- JSON: place → [size, moment, digest]; an absent file has no entry
    outputs TEXT NOT NULL           -- JSON: file → [size, moment, digest]
);
"""

Stamp = tuple[int, str, str]
"""Size, moment and digest of a file; a moment of "" tells nothing, so the file is read to be sure."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lock knows of a finished book."""

    settings: int
    metadata: str
    revision: int
    inputs: Mapping[str, Stamp]
    outputs: Mapping[str, Stamp]


class Lock:
    """The lock of one output folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._ids: dict[str, int] = {}

    def entry(self, name: str) -> Entry | None:
        """What is known of the book `name`."""
        query = "SELECT settings, metadata, revision, inputs, outputs FROM books WHERE name = ?"
        row = self.connection.execute(query, (name,)).fetchone()
        if row is None:
            return None
        settings, metadata, revision, inputs, outputs = row
        return Entry(settings, metadata, revision, _stamps(inputs), _stamps(outputs))

    def record(self, name: str, entry: Entry) -> None:
        """Remember a finished book; a run that is killed after this knows it."""
        row = (name, entry.settings, entry.metadata, entry.revision, _json(entry.inputs), _json(entry.outputs))
        with self.connection:
            self.connection.execute("INSERT OR REPLACE INTO books VALUES (?, ?, ?, ?, ?, ?)", row)

    def settings_id(self, components: Mapping[str, str]) -> int:
        """The number of a set of shared components, which gets one if it is new."""
        text = _json(components)
        if text not in self._ids:
            with self.connection:
                self.connection.execute("INSERT OR IGNORE INTO settings (components) VALUES (?)", (text,))
            query = "SELECT id FROM settings WHERE components = ?"
            self._ids[text] = self.connection.execute(query, (text,)).fetchone()[0]
        return self._ids[text]

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
def open_alone(
    path: Path, tables: str, version: int, upgrades: Mapping[int, str] | None = None
) -> Iterator[sqlite3.Connection]:
    """The database at `path` with `tables`, for this process alone. Raises OutputError.

    One of another `version` is emptied; if there are `upgrades`, it is brought to this one, or refused when none leads here.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=0)
        _prepare(connection, tables, version, upgrades)
    except (OSError, sqlite3.Error) as error:
        raise _refusal(path, error) from None
    try:
        yield connection
        connection.execute(
            "PRAGMA journal_mode = DELETE"
        )  # one file at rest, which can be read where nothing may be written
    except sqlite3.Error as error:
        raise _refusal(path, error) from error
    finally:
        connection.close()


@contextmanager
def look_into(path: Path) -> Iterator[Lock]:
    """The lock at `path` to read, or an empty one when there is none; nothing is made on the disk. Raises OutputError."""
    connection = sqlite3.connect(":memory:")
    try:
        if path.exists():
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as stored:
                if _version(stored) == VERSION:
                    stored.backup(connection)
        if _version(connection) != VERSION:
            _make_tables(connection, _TABLES, VERSION)
        yield Lock(connection)
    except (OSError, sqlite3.Error) as error:
        raise _refusal(path, error) from None
    finally:
        connection.close()


def _prepare(connection: sqlite3.Connection, tables: str, version: int, upgrades: Mapping[int, str] | None) -> None:
    # In this order: a lock held for as long as we live needs no memory shared between processes, so network drives serve too.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "PRAGMA synchronous = NORMAL"
    )  # a kill loses nothing; a power cut may cost the last books a rebuild
    connection.execute("BEGIN IMMEDIATE")
    while upgrades and _version(connection) in upgrades:
        before = _version(connection)
        connection.execute(upgrades[before])
        connection.execute(f"PRAGMA user_version = {before + 1}")
    if _version(connection) != version:
        if upgrades is not None and _version(connection):
            raise sqlite3.DatabaseError("another version of fic2book wrote it, and its texts are kept")
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            connection.execute(f'DROP TABLE "{table}"')
        _make_tables(connection, tables, version)
    connection.commit()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make_tables(connection: sqlite3.Connection, tables: str, version: int) -> None:
    for statement in tables.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")


def _refusal(path: Path, error: Exception) -> OutputError:
    if "locked" in str(error):
        return OutputError(
            f"{path.parent}: another build is at work in this folder. Wait for it, or give this one another folder with -o."
        )
    return OutputError(
        f"{path} cannot be used: {error}. Choose another folder with -o, or free the space or the permission; if the file is damaged, "
        "delete it, and all is built anew."
    )


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _stamps(text: str) -> dict[str, Stamp]:
    return {name: (value[0], value[1], value[2]) for name, value in json.loads(text).items()}
