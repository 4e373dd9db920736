"""The source texts of the stories whose books there are, so that a chapter which its author takes down is not lost with the next build.

They lie in ``.fic2book/stories.sqlite`` below the output folder, apart from the lock, which anybody may delete. Of each story the last
text is kept, and of the texts before it those that still give the book a chapter.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from fic2book import places
from fic2book.collection.lock import open_alone
from fic2book.model import SourceFile

VERSIONS_NAME = "stories.sqlite"
_TABLES = """
CREATE TABLE stories (
    place TEXT NOT NULL,    -- of the source
    digest TEXT NOT NULL,   -- SHA-256 of its bytes
    turn INTEGER NOT NULL,  -- versions of a story count up
    data BLOB NOT NULL,     -- zlib
    PRIMARY KEY (place, digest)
);
"""


class Versions:
    """The texts of one output folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def former(self, place: str, data: bytes) -> tuple[SourceFile, ...]:
        """The versions of a story that came before `data`, oldest first."""
        query = "SELECT data FROM stories WHERE place = ? AND digest != ? ORDER BY turn"
        rows = self._connection.execute(query, (place, _digest(data)))
        return tuple(SourceFile(places.name_of(place), zlib.decompress(packed)) for (packed,) in rows)

    def remember(self, stories: Collection[tuple[str, SourceFile]], kept: Collection[str]) -> None:
        """Keep the texts a book was just made of, by place; of those before, only the ones in `kept` (digests)."""
        with self._connection:
            for place, item in stories:
                self._remember(place, item, kept)

    def _remember(self, place: str, item: SourceFile, kept: Collection[str]) -> None:
        digest = _digest(item.data)
        known = self._connection.execute("SELECT digest, turn FROM stories WHERE place = ?", (place,)).fetchall()
        gone = [(place, old) for old, _ in known if old != digest and old not in kept]
        self._connection.executemany("DELETE FROM stories WHERE place = ? AND digest = ?", gone)
        turn = 1 + max((turn for old, turn in known if old != digest), default=0)
        row = (place, digest, turn, zlib.compress(item.data, 1))
        self._connection.execute("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?)", row)


@contextmanager
def open_versions(path: Path) -> Iterator[Versions]:
    """The texts at `path`, made if they are missing. Raises OutputError."""
    with open_alone(path, _TABLES, 2) as connection:
        yield Versions(connection)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
