"""Checks the tables of a TOML text key by key, and knows on which line each stands; tomllib does not tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fic2book.collection.keys import TYPES, Key
from fic2book.collection.values import checked
from fic2book.errors import ConfigError, UsageError
from fic2book.hints import nearest

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"\s*[\"']?([\w$-]+)[\"']?\s*(?:\.[^=]+)?=")


class Lines:
    """Lines of the tables and keys of a text. A table's name is its path: "defaults", "books.0", "books.0.stories.2"."""

    def __init__(self, text: str, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder  # what paths in the text are relative to
        self._tables: dict[str, int] = {}
        self._keys: dict[tuple[str, str], int] = {}
        self._scan(text)

    def _scan(self, text: str) -> None:
        table, counts, quote = "", dict[str, int](), ""
        for number, line in enumerate(text.splitlines(), 1):
            if quote:  # within a text of several lines
                quote = "" if line.count(quote) % 2 else quote
                continue
            quote = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")
            if header := _HEADER.match(line):
                table = _path(header[2], counts, many=header[1] == "[[")
                self._tables.setdefault(table, number)
            elif key := _KEY.match(line):
                self._keys.setdefault((table, key[1]), number)

    def line(self, table: str, key: str = "") -> int:
        """Line of a key, or of its table, from 1; 1 when it cannot be told."""
        return self._keys.get((table, key)) or self._tables.get(table) or self._tables.get(f"{table}.0") or 1

    def place(self, table: str, key: str = "") -> str:
        """File and line, as a message begins."""
        return f"{self.name}, line {self.line(table, key)}"

    def of_table(self, table: str) -> dict[str, int]:
        """Lines of a table's keys, and under "" its own."""
        return {"": self.line(table), **{key: line for (name, key), line in self._keys.items() if name == table}}

    def table(self, value: object, name: str) -> dict[str, Any]:
        """`value` if it is a table. Raises ConfigError."""
        if not isinstance(value, dict):
            raise ConfigError(f"{self.place(name)}: {name} must be a table; write [{name}] on a line of its own.")
        return value

    def check(self, table: dict[str, Any], keys: Mapping[str, Key], where: str) -> dict[str, Any]:
        """`table` with dates and numbers as text. Raises ConfigError for the first key that is unknown or has a wrong value."""
        for name in table:
            if name not in keys:
                raise ConfigError(f"{self.place(where, name)}: unknown key “{name}”. {nearest(name, keys)}")
        return {name: self._checked(name, value, keys[name], where) for name, value in table.items()}

    def _checked(self, name: str, value: object, key: Key, where: str) -> Any:
        read = _read(value, key.type)
        if read is None:
            raise ConfigError(f"{self.place(where, name)}: {name} = {value!r} must be {TYPES[key.type]}.")
        if key.choices and value not in key.choices:
            raise ConfigError(f"{self.place(where, name)}: {name} = {value!r} is unknown. {nearest(read, key.choices)}")
        try:
            return checked(name, read, self._folder)
        except UsageError as error:
            raise ConfigError(f"{self.place(where, name)}: {name}: {error}") from None


class Line(Lines):
    """The one line of a manifest that holds a table."""

    def __init__(self, name: str, number: int, folder: Path) -> None:
        super().__init__("", name, folder)
        self._number = number

    def line(self, table: str, key: str = "") -> int:
        """The line, whatever the key."""
        return self._number


def _path(dotted: str, counts: dict[str, int], *, many: bool) -> str:
    """The path of a header: arrays of tables are counted, and a table below one belongs to its latest."""
    path = ""
    parts = [part.strip(" \"'") for part in dotted.split(".")]
    for depth, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if many and depth == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}.{counts[path]}"
    return path


def _read(value: object, kind: str) -> Any:
    """The value as its key's type has it, or None when it is of another."""
    if kind == "boolean":
        return value if isinstance(value, bool) else None
    if kind == "number":
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None
    if kind == "strings":
        return value if isinstance(value, str) or _texts(value) else None
    if kind == "table":
        return tuple(sorted(value.items())) if isinstance(value, dict) and _single(value) else None
    if kind == "date" and isinstance(value, dt.date):
        return value.isoformat()
    if kind == "word" and isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}"
    return value if isinstance(value, str) else None


def _single(table: dict[str, Any]) -> bool:
    return all(isinstance(item, str | int | float) for item in table.values())


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
