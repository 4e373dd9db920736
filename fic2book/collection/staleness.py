"""Why a book must be built: everything its bytes depend on, by name, against what the lock remembers."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fic2book import __version__, places
from fic2book.collection.lock import Entry, Glance, Lock, Stamp
from fic2book.collection.planning import PlannedBook
from fic2book.companions import addresses
from fic2book.fonts import font_files
from fic2book.model import Job, Metadata, Settings

LIBRARIES = (
    "beautifulsoup4 chardet ebooklib fonttools ftfy lxml mammoth markdown-it-py pikepdf pillow pypdf pyphen tinycss2 typst uharfbuzz weasyprint"
).split()
RACY = 2_000_000_000
"""Nanoseconds. A file younger than this when it is stamped may change again without its time moving, on storages that count in
seconds; such a stamp is not trusted, and the file is read again by the next run (git does the same with its index)."""

ORDER = "the order of its stories"
REMEMBERED = 1024
"""Sets of settings whose number in the lock is kept at hand."""


def stamp(place: str, known: Stamp | None = None, *, settled: bool = False) -> Stamp | None:
    """Size, moment and digest of a file, None when there is none. The digest is `known`'s where size and moment still agree.

    `settled` says that the file cannot be changing just now.
    """
    found = places.state(place)
    if found is None:
        return None
    if known is not None and found.moment and found[:2] == known[:2]:
        return known
    racy = not settled and found.modified > time.time_ns() - RACY
    return found.size, "" if racy else found.moment, hashlib.sha256(places.read(place)).hexdigest()


def input_stamps(book: PlannedBook, known: Entry | None) -> dict[str, Stamp]:
    """Stamps of every input that exists."""
    before = known.inputs if known else {}
    keys = ((book.key(place), place) for place in book.inputs())
    found = ((key, stamp(place, before.get(key))) for key, place in keys)
    return {key: value for key, value in found if value is not None}


def beside(book: PlannedBook, job: Job) -> dict[str, Glance]:
    """Every picture that the stories of a job ask for and that may lie beside them."""
    keys = (
        book.key(places.beside(story.place, address))
        for story, item in zip(book.stories, job.sources, strict=True)
        if not places.is_remote(story.place)
        for address in addresses(item.data)
    )
    return {key: glance(book, key) for key in keys}


def glance(book: PlannedBook, key: str) -> Glance:
    """What can be told of a picture without reading it."""
    found = places.state(book.place(key))
    return found and (found.size, found.moment)


class Judge:
    """Tells stale books from those that are as they should be, for one run."""

    def __init__(self, lock: Lock) -> None:
        self._lock = lock
        self._made = {**program_components(), "the fonts installed here": _digest_of(font_files())}
        self._settings: dict[Settings, int] = {}
        self._styles: dict[str, str] = {}

    def settings_id(self, book: PlannedBook) -> int:
        """The lock's number for the program, the libraries, the style and the settings of a book."""
        if book.settings not in self._settings:
            if len(self._settings) >= REMEMBERED:  # a manifest may give each of a million books a date of its own
                self._settings.clear()
            self._settings[book.settings] = self._lock.settings_id(self._components(book.settings))
        return self._settings[book.settings]

    def reasons(self, book: PlannedBook, known: Entry | None, inputs: Mapping[str, Stamp]) -> tuple[str, ...]:
        """What a book is made of that has changed, in plain words; empty when nothing has."""
        if known is None:
            return ("it was never built",)
        changes: list[str] = []
        if known.settings != self.settings_id(book):
            changes += self._settings_reasons(known.settings, book.settings)
        said = metadata_components(book)
        if known.metadata != said:
            changes += _changes(known.metadata, said)
        if known.inputs != inputs:
            changes += _changes(
                {name: item[2] for name, item in known.inputs.items()}, {name: item[2] for name, item in inputs.items()}
            )
        if known.beside:
            changes += _changes(_told(known.beside), _told({key: glance(book, key) for key in known.beside}))
        return tuple(changes)

    def _settings_reasons(self, before: int, settings: Settings) -> Iterator[str]:
        yield from _changes(self._lock.settings(before), self._components(settings))

    def _components(self, settings: Settings) -> dict[str, str]:
        made = dict(self._made)
        made.update({f"{name} =": _text(value) for name, value in asdict(settings).items()})
        made["style ="] = places.name_of(settings.style.rstrip("/"))  # its folder may be named from anywhere
        # Looked at once a run, not once a process: a run may be one of many that watch.
        if settings.style not in self._styles:
            self._styles[settings.style] = style_digest(settings.style)
        made["the style's files"] = self._styles[settings.style]
        return made


def output_reasons(known: Entry, stamp_of: Callable[[str, Stamp], Stamp | None]) -> Iterator[str]:
    """What is wrong with the finished files of a book; `stamp_of` stamps an output by name."""
    for name, value in known.outputs.items():
        found = stamp_of(name, value)
        if found is None:
            yield f"{name} is missing"
        elif found[2] != value[2]:
            yield f"{name} is not as it was built"


def _told(found: Mapping[str, Glance]) -> dict[str, str]:
    """Only what is there; size and moment are no reading for people, so they are long enough not to be printed."""
    return {name: f"{value!r:>50}" for name, value in found.items() if value}


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """What differs, in order of the names: a file by its name, a key (which ends in " =") with its values where they are short."""
    for name in sorted({*before, *now}):
        old, new = before.get(name), now.get(name)
        if old == new:
            continue
        if name.endswith(" ="):
            old, new = old or "none", new or "none"
        if old is None:
            yield f"{name} is new"
        elif new is None:
            yield f"{name} is gone"
        else:
            short = max(len(old), len(new)) <= 40 and name != ORDER
            yield f"{name.removesuffix(' =')} changed" + (f" ({old or 'none'} → {new or 'none'})" if short else "")


# ---------------------------------------------------------------- components


def program_components() -> dict[str, str]:
    """Versions of the program and of the libraries that shape its output."""
    found = {"fic2book": __version__, "fic2book's code": program_digest()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


@cache
def program_digest() -> str:
    """Digest of the program's own code and cover designs: what makes books, so that a patched program builds them anew."""
    from fic2book.data import data_dir

    package = Path(__file__).resolve().parent.parent
    files = [*package.rglob("*.py"), *data_dir("covers").glob("*.toml")]
    aside = (package / "collection", package / "commands", package / "executors", package / "linter")
    return _files_digest([path for path in files if not any(path.is_relative_to(folder) for folder in aside)])


def style_digest(name: str) -> str:
    """Digest of all files of a style and of the base style it rests on."""
    return _files_digest(style_files(name))


def style_files(name: str) -> list[Path]:
    """All files of a style, and of the base style it rests on."""
    from fic2book.data import data_dir

    own = Path(name) if "/" in name or "\\" in name else data_dir("styles") / name
    folders = (data_dir("styles") / "base", own)
    return [path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file()]


def metadata_components(book: PlannedBook) -> dict[str, str]:
    """What the collection file says about a book and its stories, by key; what it does not say is left out."""
    stories = [book.key(story.place) for story in book.stories]
    made = {"join =": "true" if book.join else "false", ORDER: _digest_of(stories)[:16]}
    made.update({f"{name} =": value for name, value in _said(book.metadata)})
    for key, story in zip(stories, book.stories, strict=True):
        made.update({f"{name} of {key} =": value for name, value in _said(story.metadata)})
    return made


def _said(metadata: Metadata) -> Iterator[tuple[str, str]]:
    if metadata == Metadata():
        return
    for name, value in asdict(metadata).items():
        if value:
            yield {"authors": "author", "division": "part"}.get(name, name), _text(value)


def _files_digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _digest_of(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogateescape")).hexdigest()


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
