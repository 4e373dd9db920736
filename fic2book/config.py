"""The collection file, fic2book.toml: checked key by key against one table, from which its JSON Schema is made as well.

Defaults of the program < [defaults] < the book's own keys < the command line. An unknown key, a wrong type or an unknown choice is an
error that names file, line, key and the nearest key there is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from fic2book.errors import ConfigError
from fic2book.model import Metadata, Settings

FILE_NAME = "fic2book.toml"
SCHEMA_ID = "fic2book.schema.json"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its JSON type ("string" | "number" | "boolean" | "strings"), what it means, and its choices if they are few."""

    type: str
    meaning: str
    choices: tuple[str, ...] = ()


SETTING_KEYS: dict[str, Key] = {
    "style": Key("string", "A style's name, or the folder of your own."),
    "formats": Key("strings", "What to make of a book: epub, pdf."),
    "device": Key("string", "The e-reader the EPUB is for.", ("generic", "kindle", "kobo", "apple")),
    "engine": Key("string", "What sets the PDF.", ("auto", "weasyprint", "typst")),
    "trim": Key("string", "Page size of the PDF: a5, 6x9, letter …; the style's own when absent."),
    "typography": Key("string", "Set quotes, dashes and ellipses, or keep them as written.", ("smart", "keep")),
    "notes": Key("string", "Where author's notes go.", ("auto", "front", "chapter", "back", "popup", "omit")),
    "disclaimers": Key("string", "Where disclaimers go.", ("auto", "front", "chapter", "back", "popup", "omit")),
    "chrome": Key("string", "What becomes of the furniture of sites.", ("omit", "appendix")),
    "language": Key("string", "Language of the stories as a BCP 47 tag; found when absent."),
    "cover": Key("string", "A cover design's name, auto or none."),
    "cover_art": Key("string", "A picture for the cover, relative to this file."),
    "palette": Key("string", "The cover's palette, by name."),
    "fonts": Key("string", "Fonts within the EPUB.", ("none", "embed", "accessible")),
    "date": Key("string", "Date of the books, ISO 8601; the story's own when absent."),
    "standard": Key("string", "Standard the PDF keeps: pdf/ua-1, pdf/a-2b …"),
    "breaks": Key("number", "Accept suggested lost scene breaks from this score on, 0–1; 0 accepts none."),
}
"""Keys of [defaults] and of a book that become `Settings`."""

METADATA_KEYS: dict[str, Key] = {
    "title": Key("string", "Title of the book."),
    "subtitle": Key("string", "Its subtitle."),
    "author": Key("string", "Its author; `authors` for several."),
    "authors": Key("strings", "Its authors."),
    "editor": Key("string", "Who gathered it."),
    "series": Key("string", "Series the book belongs to."),
    "series_index": Key("string", "Its number in the series."),
    "summary": Key("string", "What it is about."),
    "publisher": Key("string", "Who publishes it."),
    "rights": Key("string", "Who may do what with it."),
}
"""Keys of a book that become `Metadata`."""

BOOK_KEYS: dict[str, Key] = {
    "sources": Key("strings", "Stories of one book, in order; * and ** match names."),
    "each": Key("strings", "One book for each story that matches."),
    "name": Key("string", "Name of the finished files, without suffix; from the title or the story when absent."),
    "foreword": Key("string", "A text file that opens the book."),
    "join": Key("boolean", "Whether files of one serial become one story; true when absent."),
}
"""Keys of a book that say what goes into it."""

DEFAULT_KEYS = {**SETTING_KEYS, "editor": METADATA_KEYS["editor"], "publisher": METADATA_KEYS["publisher"]}
TOP_KEYS = ("defaults", "books", "$schema")


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One [[books]] table. `sources` or `each` holds patterns relative to the collection file, never both."""

    line: int
    sources: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    name: str = ""
    foreword: str = ""
    join: bool = True
    settings: Settings = field(default_factory=Settings)
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Config:
    """A collection file: where it is, and its books in order."""

    path: Path
    books: tuple[BookEntry, ...]


def load_config(path: Path, overriding: dict[str, Any] | None = None) -> Config:
    """The collection file at `path`; `overriding` holds settings from the command line. Raises ConfigError."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: there is no such collection file. Make one with: fic2book init {path.parent}"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}. A collection file is TOML in UTF-8.") from None
    return parse_config(text, path, overriding or {})


def parse_config(text: str, path: Path, overriding: dict[str, Any]) -> Config:
    """What the text of a collection file says. Raises ConfigError with file, line, key and the nearest key there is."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}.") from None
    lines = Lines(text, path)
    lines.check(data, dict.fromkeys(TOP_KEYS, Key("any", "")), "")
    defaults = lines.table(data.get("defaults", {}), "defaults")
    lines.check(defaults, DEFAULT_KEYS, "defaults")
    books = data.get("books", [])
    if not isinstance(books, list) or not all(isinstance(book, dict) for book in books):
        raise ConfigError(f"{path}: books must be written as [[books]], with double brackets.")
    if not books:
        raise ConfigError(f'{path}: it names no book. Add [[books]] with sources = ["story.txt"].')
    entries = tuple(_entry(book, index, defaults, lines, overriding) for index, book in enumerate(books))
    return Config(path, entries)


def _entry(
    book: dict[str, Any], index: int, defaults: dict[str, Any], lines: Lines, overriding: dict[str, Any]
) -> BookEntry:
    where = f"books.{index}"
    lines.check(book, {**SETTING_KEYS, **METADATA_KEYS, **BOOK_KEYS}, where)
    if ("sources" in book) == ("each" in book):
        problem = "both sources and each" if "sources" in book else "neither sources nor each"
        raise ConfigError(
            f"{lines.place(where)}: the book has {problem}. Give one: sources for one book of all, each for one book a story."
        )
    if "each" in book and ("title" in book or "name" in book):
        key = "title" if "title" in book else "name"
        raise ConfigError(
            f"{lines.place(where, key)}: “{key}” would be the same for every book of “each”. Remove it, or use sources."
        )
    return BookEntry(
        line=lines.line(where),
        sources=_strings(book.get("sources", ())),
        each=_strings(book.get("each", ())),
        name=book.get("name", ""),
        foreword=book.get("foreword", ""),
        join=book.get("join", True),
        settings=settings_from({**defaults, **book, **overriding}),
        metadata=_metadata({**{k: v for k, v in defaults.items() if k in METADATA_KEYS}, **book}),
    )


def settings_from(values: dict[str, Any]) -> Settings:
    """Settings from checked values; keys that are no settings are passed over."""
    known = {item.name for item in fields(Settings)}
    chosen = {name: value for name, value in values.items() if name in known}
    if "formats" in chosen:
        chosen["formats"] = _strings(chosen["formats"])
    return replace(Settings(), **chosen)


def _metadata(values: dict[str, Any]) -> Metadata:
    chosen: dict[str, Any] = {name: str(values[name]) for name in METADATA_KEYS if name in values}
    single = chosen.pop("author", "")
    chosen["authors"] = _strings(values.get("authors", ())) or _strings(single or ())
    return Metadata(**chosen)


def _strings(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


# ---------------------------------------------------------------- errors with a line


class Lines:
    """Knows on which line of a TOML text a table or a key stands; tomllib does not tell."""

    def __init__(self, text: str, path: Path) -> None:
        self.path = path
        self._tables: dict[str, int] = {}
        self._keys: dict[tuple[str, str], int] = {}
        self._scan(text)

    def _scan(self, text: str) -> None:
        table, counts = "", dict[str, int]()
        for number, line in enumerate(text.splitlines(), 1):
            header = re.match(r"\s*(\[\[?)\s*([^\]]+?)\s*\]", line)
            key = re.match(r"\s*[\"']?([\w$-]+)[\"']?\s*=", line)
            if header:
                table = header[2]
                if header[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                    table = f"{table}.{counts[table]}"
                self._tables.setdefault(table, number)
            elif key:
                self._keys.setdefault((table, key[1]), number)

    def line(self, table: str, key: str = "") -> int:
        """Line of a key, or of its table, from 1; 1 when it cannot be told."""
        return self._keys.get((table, key)) or self._tables.get(table) or 1

    def place(self, table: str, key: str = "") -> str:
        """File and line, as a message begins."""
        return f"{self.path}, line {self.line(table, key)}"

    def table(self, value: object, name: str) -> dict[str, Any]:
        """`value` if it is a table. Raises ConfigError."""
        if not isinstance(value, dict):
            raise ConfigError(f"{self.place(name)}: {name} must be a table; write [{name}] on a line of its own.")
        return value

    def check(self, table: dict[str, Any], keys: dict[str, Key], where: str) -> None:
        """Raise ConfigError for the first key of `table` that is unknown, or whose value is of the wrong kind."""
        for name, value in table.items():
            key = keys.get(name)
            if key is None:
                raise ConfigError(f"{self.place(where, name)}: unknown key “{name}”. {nearest(name, keys)}")
            if not _fits(value, key.type):
                raise ConfigError(f"{self.place(where, name)}: {name} = {value!r} must be {_EXPECTED[key.type]}.")
            if key.choices and value not in key.choices:
                raise ConfigError(
                    f"{self.place(where, name)}: {name} = {value!r} is unknown. {nearest(value, key.choices)}"
                )


_EXPECTED = {
    "string": "text between quotation marks",
    "number": "a number",
    "boolean": "true or false",
    "strings": "text, or a list of texts",
}


def _fits(value: object, kind: str) -> bool:
    if kind == "any":
        return True
    if kind == "string":
        return isinstance(value, str)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def nearest(name: str, choices: Iterable[str]) -> str:
    """A hint: the choice most like `name`, or all of them."""
    known = sorted(choices)
    near = get_close_matches(str(name), known, 1)
    return f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(known)}."


# ---------------------------------------------------------------- JSON Schema


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a collection file, for editors; docs/fic2book.schema.json is this."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A fic2book collection",
        "type": "object",
        "additionalProperties": False,
        "required": ["books"],
        "properties": {
            "$schema": {"type": "string"},
            "defaults": _object(DEFAULT_KEYS),
            "books": {
                "type": "array",
                "minItems": 1,
                "items": {
                    **_object({**BOOK_KEYS, **METADATA_KEYS, **SETTING_KEYS}),
                    "oneOf": [{"required": ["sources"]}, {"required": ["each"]}],
                },
            },
        },
    }


def _object(keys: dict[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _property(key) for name, key in keys.items()},
    }


def _property(key: Key) -> dict[str, Any]:
    shape: dict[str, Any] = {"description": key.meaning}
    if key.type == "strings":
        shape["anyOf"] = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    else:
        shape["type"] = key.type
    if key.choices:
        shape["enum"] = list(key.choices)
    return shape
