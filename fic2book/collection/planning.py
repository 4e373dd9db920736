"""A collection file → the books it asks for, each with the files it is made of. Nothing is read yet but folders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fic2book.config import BookEntry, Config
from fic2book.errors import ConfigError
from fic2book.files import SIDECAR, load_source, read_bytes, safe_name
from fic2book.model import Job, Metadata, Settings


@dataclass(frozen=True, slots=True)
class PlannedBook:
    """One book to be: the stem of its files below the output folder, and the paths it is made of."""

    name: str
    sources: tuple[Path, ...]
    settings: Settings
    metadata: Metadata
    foreword: Path | None = None
    art: Path | None = None
    join: bool = True

    def inputs(self) -> Iterator[Path]:
        """Every file the book depends on, whether it exists or not, in a fixed order."""
        for path in self.sources:
            yield path
            yield path.with_name(path.stem + SIDECAR)
        if self.foreword is not None:
            yield self.foreword
        if self.art is not None:
            yield self.art

    def load(self) -> Job:
        """The job, with the bytes of all inputs. Raises SourceError."""
        return Job(
            name=self.name,
            sources=tuple(load_source(path) for path in self.sources),
            settings=self.settings,
            metadata=self.metadata,
            foreword=load_source(self.foreword) if self.foreword is not None else None,
            art=read_bytes(self.art) if self.art is not None else b"",
            join=self.join,
        )


def plan(config: Config) -> Iterator[PlannedBook]:
    """Every book of the collection, in order; files of an `each` in natural order of their names.

    Raises ConfigError for a pattern that matches nothing and for two books with one output name.
    """
    seen: dict[str, int] = {}
    for entry in config.books:
        for book in _books(entry, config):
            folded = unicodedata.normalize("NFC", book.name).casefold()
            if folded in seen:
                raise ConfigError(
                    f"{config.path}, line {entry.line}: the output name “{book.name}” is taken already by the book in line "
                    f'{seen[folded]}. Give one of them a name of its own: name = "…".'
                )
            seen[folded] = entry.line
            yield book


def _books(entry: BookEntry, config: Config) -> Iterator[PlannedBook]:
    root = config.path.parent
    foreword = root / entry.foreword if entry.foreword else None
    art = root / entry.settings.cover_art if entry.settings.cover_art else None
    if entry.sources:
        paths = tuple(
            dict.fromkeys(path for pattern in entry.sources for path, _ in _matching(root, pattern, entry, config))
        )
        name = safe_name(entry.name or entry.metadata.title or paths[0].stem)
        yield PlannedBook(name, paths, entry.settings, entry.metadata, foreword, art, entry.join)
    for pattern in entry.each:
        for path, below in _matching(root, pattern, entry, config):
            name = "/".join([*(safe_name(folder) for folder in below.parent.parts), safe_name(path.stem)])
            yield PlannedBook(name, (path,), entry.settings, entry.metadata, foreword, art)


def _matching(root: Path, pattern: str, entry: BookEntry, config: Config) -> list[tuple[Path, Path]]:
    """Files that match `pattern`, each with its path below the pattern's fixed folders. Raises ConfigError for none."""
    fixed, rest = _fixed_folders(pattern)
    base = root / fixed
    if not rest:
        found = [base] if base.is_file() else []
    else:
        found = [path for path in base.glob(rest) if path.is_file() and not path.name.endswith(SIDECAR)]
    if not found:
        raise ConfigError(
            f"{config.path}, line {entry.line}: “{pattern}” matches no file below {root.resolve()}. "
            "Paths are relative to the collection file."
        )
    folder = base if rest else base.parent
    return [(path, path.relative_to(folder)) for path in sorted(found, key=natural_order)]


def _fixed_folders(pattern: str) -> tuple[str, str]:
    """The part of a pattern before its first wildcard, by folders, and the rest ("" when there is no wildcard)."""
    parts = pattern.replace("\\", "/").split("/")
    for index, part in enumerate(parts):
        if any(sign in part for sign in "*?["):
            return "/".join(parts[:index]), "/".join(parts[index:])
    return pattern, ""


def natural_order(path: Path) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts “part 2” before “part 10”."""
    pieces = re.split(r"(\d+)", path.as_posix().casefold())
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces)
