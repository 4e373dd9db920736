"""A collection file → the books it asks for, each with the files it is made of. Nothing is read yet but folders and manifests.

Books are planned one by one, so that a collection of any size needs the memory of one book.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fic2book import places
from fic2book.collection.config import FILE_NAME, BookEntry, Config, StoryEntry, read_manifest
from fic2book.collection.names import Names, distinct_name
from fic2book.collection.patterns import is_pattern, matching, similar
from fic2book.errors import ConfigError
from fic2book.files import SIDECAR, load_source, read_bytes, safe_name, sidecar_of
from fic2book.model import Job, Metadata, Settings, SourceFile


@dataclass(frozen=True, slots=True)
class PlannedStory:
    """One story of a book: its file, and what the collection adds to it."""

    place: str
    introduction: str = ""
    metadata: Metadata = Metadata()

    def load(self) -> SourceFile:
        """The story's bytes, its sidecar, its introduction. Raises SourceError."""
        introduction = load_source(self.introduction) if self.introduction else None
        return replace(load_source(self.place), metadata=self.metadata, introduction=introduction)


@dataclass(frozen=True, slots=True)
class PlannedBook:
    """One book to be: the stem of its files below the output folder, and the places it is made of."""

    name: str
    stories: tuple[PlannedStory, ...]
    settings: Settings
    metadata: Metadata
    foreword: str = ""
    art: str = ""
    join: bool = True
    root: str = ""  # folder of the collection file

    def key(self, place: str) -> str:
        """A place as the lock has it: seen from the collection file, so that it is the same wherever a build is started."""
        return places.readable(place.removeprefix(f"{self.root}/") if self.root else place)

    def place(self, key: str) -> str:
        """The place of a key."""
        apart = places.is_remote(key) or os.path.isabs(key) or not self.root  # noqa: PTH117 - places are text
        return key if apart else places.below(self.root, key)

    def inputs(self) -> Iterator[str]:
        """Every file the book depends on, whether it exists or not, in a fixed order."""
        for story in self.stories:
            yield story.place
            yield sidecar_of(story.place)
            if story.introduction:
                yield story.introduction
        if self.foreword:
            yield self.foreword
        if self.art:
            yield self.art

    def load(self) -> Job:
        """The job, with the bytes of all inputs. Raises SourceError."""
        return Job(
            name=self.name,
            sources=tuple(story.load() for story in self.stories),
            settings=self.settings,
            metadata=self.metadata,
            foreword=load_source(self.foreword) if self.foreword else None,
            art=read_bytes(self.art) if self.art else b"",
            join=self.join,
        )


def plan(config: Config, output: str = "") -> Iterator[PlannedBook]:
    """Every book of the collection, in order; files of an `each` in natural order of their names.

    Nothing is looked for in the folder `output`. Raises ConfigError for a pattern that matches nothing and for two books with one
    output name.
    """
    with Names() as names:
        planner = _Planner(config, output, names)
        for entry in config.books:
            yield from planner.books(entry)


class _Planner:
    def __init__(self, config: Config, output: str, names: Names) -> None:
        self.config = config
        self.root = "" if str(config.path.parent) == "." else str(config.path.parent)
        self._output = places.local(output).rstrip("/")
        self._names = names
        self._there: set[str] = set()  # files that keys of the collection file name: few

    def books(self, entry: BookEntry) -> Iterator[PlannedBook]:
        """The books of one [[books]] table, under names that no other has."""
        if entry.manifest:
            place = self._place(entry.manifest)
            for line in read_manifest(place, entry, self.config):
                book = self._one(line, trusting=True)
                yield self._named(book, line.line(), place, "" if line.name else f"manifest {entry.line()}")
        elif entry.each:
            for book in self._each(entry):
                yield self._named(book, entry.line(), str(self.config.path), f"each {entry.line()}")
        else:
            yield self._named(self._one(entry), entry.line(), str(self.config.path))

    def _named(self, book: PlannedBook, line: int, file: str, many: str = "") -> PlannedBook:
        """The book, its name claimed. Two of the `many` books of one table that share a name are told apart; others may not share."""
        taken = self._names.claim(book.name, many, line)
        if taken is None:
            return book
        if many and taken.table == many:
            distinct = distinct_name(book.name, book.stories[0].place[len(self.root) :])
            if self._names.claim(distinct, many, line) is None:
                return replace(book, name=distinct)
        raise ConfigError(
            f"{file}, line {line}: the output name “{book.name}” is taken already by the book in "
            f'line {taken.line}. Give one of them a name of its own: name = "…".'
        )

    def _one(self, entry: BookEntry, *, trusting: bool = False) -> PlannedBook:
        """The book of all sources. A `trusting` one takes names for files: one of a million that is missing is its own book's failure."""
        found: dict[str, None] = {}
        for pattern in entry.sources:
            if trusting and not is_pattern(pattern):
                found[self._place(pattern)] = None
            else:
                found.update(dict.fromkeys(place for place, _ in self._matching(pattern, entry, "sources")))
        stories = self._particular(list(found), entry, trusting)
        name = safe_name(entry.name or entry.metadata.title or places.stem_of(stories[0].place))
        return self._book(name, stories, entry, entry.metadata, trusting)

    def _each(self, entry: BookEntry) -> Iterator[PlannedBook]:
        number = first_number(entry, self.config)
        matches = (item for pattern in entry.each for item in self._matching(pattern, entry, "each"))
        particular = {self._place(story.source): story for story in entry.stories}
        for count, (place, path) in enumerate(matches):
            folders = [safe_name(part) for part in path.split("/")[:-1]]
            name = "/".join([*folders, safe_name(places.stem_of(place))])
            metadata = entry.metadata if number is None else replace(entry.metadata, series_index=str(number + count))
            special = particular.pop(place, None)
            yield self._book(name, [self._story(place, special)], entry, metadata)
        for story in particular.values():
            raise self._absent(story, entry)

    def _book(
        self, name: str, stories: list[PlannedStory], entry: BookEntry, metadata: Metadata, trusting: bool = False
    ) -> PlannedBook:
        art = self._file(entry.settings.cover_art, entry, "cover_art", trusting)
        foreword = self._file(entry.foreword, entry, "foreword", trusting)
        return PlannedBook(name, tuple(stories), entry.settings, metadata, foreword, art, entry.join, self.root)

    def _file(self, path: str, entry: BookEntry | StoryEntry, key: str, trusting: bool) -> str:
        """The place of a file that a key names, "" for none. Raises ConfigError when it is missing, unless `trusting`."""
        if not path:
            return ""
        place = self._place(path)
        if not trusting and place not in self._there:
            if places.state(place) is None:
                raise ConfigError(
                    f"{self.config.path}, line {entry.line(key)}: {key}: “{path}” is no file below {self.config.path.parent.resolve()}."
                    f"{similar(self.root, path)} Paths are relative to the collection file."
                )
            self._there.add(place)
        return place

    def _particular(self, found: list[str], entry: BookEntry, trusting: bool) -> list[PlannedStory]:
        """The stories at the places found, with what [[books.stories]] says of them. Raises ConfigError for one that is not there."""
        if not entry.stories:
            return [PlannedStory(place) for place in found]
        particular = {self._place(story.source): story for story in entry.stories}
        for place, story in particular.items():
            if place not in found:
                raise self._absent(story, entry)
        return [self._story(place, particular.get(place), trusting) for place in found]

    def _story(self, place: str, entry: StoryEntry | None, trusting: bool = False) -> PlannedStory:
        if entry is None:
            return PlannedStory(place)
        return PlannedStory(place, self._file(entry.introduction, entry, "introduction", trusting), entry.metadata)

    def _absent(self, story: StoryEntry, entry: BookEntry) -> ConfigError:
        return ConfigError(
            f"{self.config.path}, line {story.line('source')}: source: “{story.source}” is none of the stories of the book in line {entry.line()}."
            f"{similar(self.root, story.source)} Add it to the book's sources."
        )

    def _place(self, path: str) -> str:
        path = places.local(path)
        apart = places.is_remote(path) or os.path.isabs(path)  # noqa: PTH117 - places are text
        return path if apart else places.below(self.root, path.replace("\\", "/"))

    def _matching(self, pattern: str, entry: BookEntry, key: str) -> Iterator[tuple[str, str]]:
        """Files that match `pattern`, each with its path below the pattern's fixed folders. Raises ConfigError for none."""
        empty = True
        for place, path in matching(self.root, pattern, self._skip):
            empty = False
            yield place, path
        if empty:
            raise ConfigError(
                f"{self.config.path}, line {entry.line(key)}: {key}: “{pattern}” matches no file below {self.config.path.parent.resolve()}."
                f"{similar(self.root, pattern)} Paths are relative to the collection file."
            )

    def _skip(self, place: str) -> bool:
        return place == self._output or place.endswith((SIDECAR, FILE_NAME))


def first_number(entry: BookEntry, config: Config) -> int | None:
    """Number of the first book of an `each` that is a series, None when it is none. Raises ConfigError for a number like "1a"."""
    if not entry.metadata.series:
        return None
    start = entry.metadata.series_index or "1"
    if not start.isdecimal():
        raise ConfigError(
            f"{config.path}, line {entry.line('series_index')}: series_index = {start!r} must be a whole number: the books of “each” "
            "are numbered from it."
        )
    return int(start)
