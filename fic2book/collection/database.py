"""SQLite files that one run has to itself: opened alone, brought to this version's form, one file at rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from fic2book.errors import OutputError


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
        try:
            _prepare(connection, tables, version, upgrades)
        except sqlite3.Error:
            connection.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise _refusal(path, error) from None
    try:
        yield connection
        # One file at rest, which can be read where nothing may be written.
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise _refusal(path, error) from error
    finally:
        connection.close()


@contextmanager
def peek(path: Path, tables: str, version: int) -> Iterator[sqlite3.Connection]:
    """The database at `path` to read, or an empty one when there is none of this `version`. Raises OutputError."""
    try:
        connection = _stored(path, version) or sqlite3.connect(":memory:")
        if _version(connection) != version:
            _make_tables(connection, tables, version)
    except (OSError, sqlite3.Error) as error:
        raise _refusal(path, error) from None
    with closing(connection):
        try:
            yield connection
        except sqlite3.Error as error:
            raise _refusal(path, error) from None


def _stored(path: Path, version: int) -> sqlite3.Connection | None:
    if not path.exists():
        return None
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)
    try:
        if _version(connection) == version:
            return connection
    except sqlite3.Error:
        connection.close()
        raise
    connection.close()
    return None


def _prepare(connection: sqlite3.Connection, tables: str, version: int, upgrades: Mapping[int, str] | None) -> None:
    # In this order: a lock held for as long as we live needs no memory shared between processes, so network drives serve too.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    # A kill loses nothing; a power cut may cost the last books a rebuild.
    connection.execute("PRAGMA synchronous = NORMAL")
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
