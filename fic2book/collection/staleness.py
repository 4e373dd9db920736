"""Why a book must be built: everything its bytes depend on, by name, against what the lock remembers."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from fic2book import places
from fic2book.collection.components import (
    ORDER,
    as_text,
    fonts_digest,
    metadata_components,
    program_components,
    style_digest,
)
from fic2book.collection.lock import Entry, Glance, Lock, Stamp
from fic2book.collection.planning import PlannedBook
from fic2book.companions import addresses
from fic2book.model import Job, Settings

RACY = 2_000_000_000
"""Nanoseconds. A file younger than this when it is stamped may change again without its time moving, on storages that count in
seconds; such a stamp is not trusted, and the file is read again by the next run (git does the same with its index)."""

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
        self._made = {**program_components(), "the fonts installed here": fonts_digest()}
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
        made.update({f"{name} =": as_text(value) for name, value in asdict(settings).items()})
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
