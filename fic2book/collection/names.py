"""Output names: no two books share one, on any file system."""

from __future__ import annotations

import hashlib
import sqlite3
import unicodedata
from dataclasses import dataclass
from typing import Self

from fic2book.files import MAX_NAME


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has a name: the table whose many books may be told apart ("" for a book that chose its name), and the line."""

    table: str
    line: int


class Names:
    """Output names that are taken, to be used in a `with`. They are kept in a temporary SQLite database, which leaves memory when it grows."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)  # "" is a database in a file that vanishes with us
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("CREATE TABLE names (name TEXT PRIMARY KEY, owner TEXT, line INTEGER) WITHOUT ROWID")
        self._connection.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def claim(self, name: str, table: str, line: int) -> Claim | None:
        """Take a name; None when it was free, else who has it. Case and composition do not tell two names apart."""
        row = (folded(name), table, line)
        if self._connection.execute("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", row).rowcount:
            return None
        return Claim(*self._connection.execute("SELECT owner, line FROM names WHERE name = ?", row[:1]).fetchone())


def folded(name: str) -> str:
    """The name as file systems compare it that tell neither case nor composition."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def distinct_name(name: str, path: str) -> str:
    """`name` with some letters that tell its path, the same in every run."""
    letters = hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:6]
    stem = name
    while len(stem.rsplit("/", 1)[-1].encode()) > MAX_NAME - 7:
        stem = stem[:-1]
    return f"{stem}-{letters}"
