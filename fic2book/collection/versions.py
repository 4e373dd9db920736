"""The source texts of the stories whose books there are, so that a chapter which its author takes down is not lost with the next build.

They lie in ``.fic2book/stories.sqlite`` below the output folder, apart from the lock, which anybody may delete. Of each story the last
text is kept, and of the texts before it those that gave a book a chapter once: a ruling in a sidecar or a change of mind may hide that
chapter for a while, and must not cost it.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from fic2book import places
from fic2book.collection.database import open_alone, peek
from fic2book.model import SourceFile

VERSIONS_NAME = "stories.sqlite"
_TABLES = """
CREATE TABLE stories (
    place TEXT NOT NULL,    -- of the source
    digest TEXT NOT NULL,   -- SHA-256 of its bytes
    turn INTEGER NOT NULL,  -- versions of a story count up
    gave INTEGER NOT NULL,  -- whether a chapter of it was ever kept in a book
    data BLOB NOT NULL,     -- zlib
    PRIMARY KEY (place, digest)
);
"""
VERSION = 3
UPGRADES = {2: "ALTER TABLE stories ADD COLUMN gave INTEGER NOT NULL DEFAULT 1"}
"""Statements that make the next version of each former one: texts are never thrown away for their form."""


class Versions:
    """The texts of one output folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def former(self, place: str, data: bytes) -> tuple[SourceFile, ...]:
        """The versions of a story that came before `data`, oldest first."""
        query = "SELECT data FROM stories WHERE place = ? AND digest != ? ORDER BY turn"
        rows = self._connection.execute(query, (place, _digest(data)))
        return tuple(SourceFile(places.name_of(place), zlib.decompress(packed)) for (packed,) in rows)

    def gave(self, place: str) -> bool:
        """Whether a former text of the story gave a book a chapter."""
        return (
            self._connection.execute("SELECT 1 FROM stories WHERE place = ? AND gave", (place,)).fetchone() is not None
        )

    def remember(self, stories: Collection[tuple[str, SourceFile]], kept: Collection[str]) -> None:
        """Keep the texts a book was just made of, by place; of those before, only the ones in `kept` (digests), now or once."""
        with self._connection:
            for place, item in stories:
                self._remember(place, item, kept)

    def _remember(self, place: str, item: SourceFile, kept: Collection[str]) -> None:
        digest = _digest(item.data)
        run = self._connection.execute
        for giving in kept:
            run("UPDATE stories SET gave = 1 WHERE place = ? AND digest = ?", (place, giving))
        run("DELETE FROM stories WHERE place = ? AND digest != ? AND NOT gave", (place, digest))
        (before,) = run("SELECT max(turn) FROM stories WHERE place = ? AND digest != ?", (place, digest)).fetchone()
        row = (place, digest, (before or 0) + 1, zlib.compress(item.data, 1))
        run(
            "INSERT INTO stories (place, digest, turn, gave, data) VALUES (?, ?, ?, 0, ?) "
            "ON CONFLICT DO UPDATE SET turn = excluded.turn",
            row,
        )


@contextmanager
def open_versions(path: Path) -> Iterator[Versions]:
    """The texts at `path`, made if they are missing. Raises OutputError."""
    with open_alone(path, _TABLES, VERSION, UPGRADES) as connection:
        yield Versions(connection)


@contextmanager
def look_into_versions(path: Path) -> Iterator[Versions]:
    """The texts at `path` to read. Raises OutputError."""
    with peek(path, _TABLES, VERSION) as connection:
        yield Versions(connection)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
