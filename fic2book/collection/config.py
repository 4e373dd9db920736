"""The collection file, fic2book.toml: checked key by key against the tables of `collection.keys`.

Defaults of the program < [defaults] < the book's own keys < the command line. An unknown key, a wrong type or an unknown choice is an
error that names file, line, key and the nearest key there is.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from fic2book import places
from fic2book.collection.keys import (
    ALL_BOOK_KEYS,
    CONTENTS,
    DEFAULT_KEYS,
    METADATA_KEYS,
    SETTING_KEYS,
    STORY_KEYS,
    TOP_KEYS,
)
from fic2book.collection.lines import Line, Lines
from fic2book.errors import ConfigError
from fic2book.hints import nearest
from fic2book.model import Metadata, Settings

FILE_NAME = "fic2book.toml"

__all__ = [
    "FILE_NAME",
    "BookEntry",
    "Config",
    "StoryEntry",
    "load_config",
    "parse_config",
    "read_manifest",
]


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One [[books.stories]] table: what is particular to one story of a book."""

    lines: Mapping[str, int]  # line of each key, and of the table under ""
    source: str
    introduction: str = ""
    metadata: Metadata = field(default_factory=Metadata)

    def line(self, key: str = "") -> int:
        """Line of a key of the table, or of the table itself."""
        return self.lines.get(key) or self.lines.get("") or 1


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One [[books]] table. One of `sources`, `each`, `manifest` says what it is made of; patterns are relative to the collection file."""

    lines: Mapping[str, int]  # line of each key, and of the table under ""
    sources: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    manifest: str = ""
    name: str = ""
    foreword: str = ""
    join: bool = True
    settings: Settings = field(default_factory=Settings)
    metadata: Metadata = field(default_factory=Metadata)
    stories: tuple[StoryEntry, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)  # the checked keys, which the books of a manifest inherit

    def line(self, key: str = "") -> int:
        """Line of a key of the table, or of the table itself."""
        return self.lines.get(key) or self.lines.get("") or 1


@dataclass(frozen=True, slots=True)
class Config:
    """A collection file: where it is, and its books in order."""

    path: Path
    books: tuple[BookEntry, ...]
    overriding: Mapping[str, Any] = field(default_factory=dict)  # settings from the command line


def load_config(path: Path, overriding: dict[str, Any] | None = None) -> Config:
    """The collection file at `path`; `overriding` holds settings from the command line. Raises ConfigError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
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
    lines = Lines(text, str(path), path.parent)
    for name, value in data.items():
        if name not in TOP_KEYS:
            place = lines.place(name) if isinstance(value, dict | list) else lines.place("", name)
            raise ConfigError(f"{place}: unknown key “{name}”. {nearest(name, TOP_KEYS)}")
    defaults = lines.check(lines.table(data.get("defaults", {}), "defaults"), DEFAULT_KEYS, "defaults")
    books = _tables(data.get("books", []), "books", "books", lines)
    if not books:
        raise ConfigError(f'{path}: it names no book. Add [[books]] with sources = ["story.txt"].')
    entries = tuple(
        _entry({**defaults, **_book_values(book, f"books.{index}", lines)}, f"books.{index}", lines, overriding)
        for index, book in enumerate(books)
    )
    return Config(path, entries, overriding)


def read_manifest(place: str, entry: BookEntry, config: Config) -> Iterator[BookEntry]:
    """The books of a JSONL manifest, one a line, read as they are asked for; each inherits the keys of `entry`.

    Raises ConfigError, with the line.
    """
    inherited = {name: value for name, value in entry.values.items() if name != "manifest"}
    try:
        for number, text in enumerate(places.lines(place), 1):
            if text.strip():
                line = Line(place, number, config.path.parent)
                yield _manifest_entry(text, line, inherited, entry.settings, config.overriding)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(
            f"{config.path}, line {entry.line('manifest')}: manifest: {place} cannot be read: {reason}. A manifest is JSONL in UTF-8."
        ) from None


def _manifest_entry(
    text: str, lines: Line, inherited: dict[str, Any], settings: Settings, overriding: Mapping[str, Any]
) -> BookEntry:
    try:
        book = json.loads(text)
        if "\\ud" in text.casefold():
            json.dumps(book, ensure_ascii=False).encode()  # half a character, which no file can hold
    except ValueError as error:
        raise ConfigError(f"{lines.place('')}: this line is not JSON: {error}.") from None
    values = _book_values(lines.table(book, "book"), "", lines)
    for key in ("each", "manifest"):
        if key in values:
            raise ConfigError(f"{lines.place('')}: “{key}” has no place in a manifest. Give sources, one book a line.")
    # Settings are made for the lines that change one: a manifest may have millions of others.
    own = None if SETTING_KEYS.keys() & values.keys() else settings
    return _entry({**inherited, **values}, "", lines, overriding, own)


# ---------------------------------------------------------------- one book


def _book_values(book: dict[str, Any], where: str, lines: Lines) -> dict[str, Any]:
    """The keys of a book as written, checked."""
    plain = {name: value for name, value in book.items() if name != "stories"}
    checked = lines.check(plain, ALL_BOOK_KEYS, where)
    if "stories" in book:
        tables = _tables(book["stories"], f"{where}.stories", "books.stories", lines)
        checked["stories"] = tuple(
            _story(story, f"{where}.stories.{index}", lines) for index, story in enumerate(tables)
        )
    return checked


def _entry(
    values: dict[str, Any],
    where: str,
    lines: Lines,
    overriding: Mapping[str, Any],
    settings: Settings | None = None,
) -> BookEntry:
    given = [key for key in CONTENTS if key in values and (key != "stories" or "sources" not in values)]
    if "each" in given and "stories" in given:
        given.remove("stories")
    if len(given) != 1:
        problem = f"both {' and '.join(given)}" if given else "neither sources nor each"
        raise ConfigError(
            f"{lines.place(where)}: the book has {problem}. Give one: sources for one book of all, each for one book a story."
        )
    one_of_many = next((key for key in ("title", "name", "subtitle") if key in values), "")
    if given[0] in ("each", "manifest") and one_of_many:
        raise ConfigError(
            f"{lines.place(where, one_of_many)}: “{one_of_many}” would be the same for every book of “{given[0]}”. Remove it, or use sources."
        )
    if not any(_strings(values.get(given[0], ()))) and given[0] != "stories":
        raise ConfigError(
            f"{lines.place(where, given[0])}: {given[0]} is empty. Name a file, or a pattern such as *.txt."
        )
    return BookEntry(
        lines={**lines.of_table("defaults"), **lines.of_table(where)},
        sources=_strings(values.get("sources", ()))
        or tuple(story.source for story in values.get("stories", ()) if given == ["stories"]),
        each=_strings(values.get("each", ())),
        manifest=values.get("manifest", ""),
        name=values.get("name", ""),
        foreword=values.get("foreword", ""),
        join=values.get("join", True),
        settings=settings or settings_from({**values, **overriding}),
        metadata=_metadata(values),
        stories=values.get("stories", ()),
        values=values,
    )


def _story(table: dict[str, Any], where: str, lines: Lines) -> StoryEntry:
    values = lines.check(table, STORY_KEYS, where)
    if "source" not in values:
        raise ConfigError(f'{lines.place(where)}: the story names no file. Add source = "story.txt".')
    extra: dict[str, Any] = {name: values[name] for name in ("date", "language") if name in values}
    extra["division"] = values.get("part", "")
    return StoryEntry(
        lines.of_table(where), values["source"], values.get("introduction", ""), replace(_metadata(values), **extra)
    )


def settings_from(values: Mapping[str, Any]) -> Settings:
    """Settings from checked values; keys that are no settings are passed over."""
    known = {item.name for item in fields(Settings)}
    chosen = {name: value for name, value in values.items() if name in known}
    if "formats" in chosen:
        chosen["formats"] = _strings(chosen["formats"])
    return replace(Settings(), **chosen)


def _metadata(values: Mapping[str, Any]) -> Metadata:
    chosen: dict[str, Any] = {name: values[name] for name in METADATA_KEYS if name in values}
    single = chosen.pop("author", "")
    chosen["authors"] = _strings(values.get("authors", ())) or _strings(single or ())
    return Metadata(**chosen)


def _tables(value: object, where: str, header: str, lines: Lines) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ConfigError(f"{lines.place(where)}: {header} must be written as [[{header}]], with double brackets.")
    return value


def _strings(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
