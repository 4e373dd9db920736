"""Where finished books go: a local folder, or any storage that fsspec knows.

What is unfinished lies in ``<output>/.fic2book/``, which the next run sweeps if this one is killed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from fic2book import places
from fic2book.collection.lock import LOCK_NAME, Stamp
from fic2book.collection.staleness import stamp
from fic2book.collection.versions import VERSIONS_NAME
from fic2book.errors import OutputError
from fic2book.files import TEMPORARY, safe_name, write_files
from fic2book.model import OutputFile

HIDDEN = ".fic2book"
"""Folder for what is unfinished, below the output folder; for a remote output, beside the collection file, with the lock in it."""


class Shelf(Protocol):
    """A folder of finished books."""

    folder: str
    lock_path: Path
    versions_path: Path

    def sweep(self) -> None:
        """Remove what a killed run left behind; called by the one run that holds the lock."""

    def put(self, files: Iterable[OutputFile]) -> dict[str, Stamp]:
        """Write the files of one book, each whole or not at all, and return their stamps. Raises OutputError."""

    def stamp(self, name: str, known: Stamp | None = None) -> Stamp | None:
        """Stamp of a finished file, None when there is none."""

    def remove(self, name: str) -> None:
        """Remove a finished file, if it is there."""


def find_shelf(folder: str, beside: Path) -> Shelf:
    """The shelf at `folder`, of a collection file that stands in `beside`."""
    folder = places.local(folder)
    return _RemoteShelf(folder.rstrip("/"), beside) if places.is_remote(folder) else _LocalShelf(folder)


class _LocalShelf:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.lock_path = Path(folder) / LOCK_NAME
        self._staging = Path(folder) / HIDDEN
        self.versions_path = self._staging / VERSIONS_NAME

    def sweep(self) -> None:
        if self._staging.is_dir():
            for path in self._staging.glob(f"{TEMPORARY}*"):
                path.unlink(missing_ok=True)

    def put(self, files: Iterable[OutputFile]) -> dict[str, Stamp]:
        items = list(files)
        try:
            self._staging.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"{self._staging} cannot be made: {error.strerror}. Choose another folder with -o."
            ) from error
        paths = write_files(Path(self.folder), items, self._staging)
        return {item.name: self._stamp(path, item.data) for path, item in zip(paths, items, strict=True)}

    def _stamp(self, path: Path, data: bytes) -> Stamp:
        # What we put there is known without reading it back.
        found = places.state(str(path))
        return len(data), found.moment if found else "", hashlib.sha256(data).hexdigest()

    def stamp(self, name: str, known: Stamp | None = None) -> Stamp | None:
        return stamp(places.below(self.folder, name), known)

    def remove(self, name: str) -> None:
        path = Path(self.folder) / name
        path.unlink(missing_ok=True)
        with suppress(OSError):  # a folder in which something is left stays
            for folder in path.relative_to(self.folder).parents[:-1]:
                (Path(self.folder) / folder).rmdir()


class _RemoteShelf:
    """Object stores replace a file in one step; in other storages it is written beside and moved."""

    def __init__(self, folder: str, beside: Path) -> None:
        self.folder = folder
        self.lock_path = beside / HIDDEN / safe_name(folder) / LOCK_NAME
        self.versions_path = self.lock_path.with_name(VERSIONS_NAME)
        places.file_system(folder)  # a storage that nobody knows is refused before anything is built

    def sweep(self) -> None:
        """Remove what was never moved into place."""
        staging = places.below(self.folder, HIDDEN)
        with _telling(staging):
            for name, _ in places.entries(staging):
                places.remove(places.below(staging, name))

    def put(self, files: Iterable[OutputFile]) -> dict[str, Stamp]:
        stamps = {}
        for item in files:
            place = places.below(self.folder, item.name)
            with _telling(place):
                unfinished = f"{self.folder}/{HIDDEN}/{TEMPORARY}{hashlib.sha256(item.name.encode()).hexdigest()[:16]}"
                places.write(place, item.data, unfinished)
                found = places.state(place)
            stamps[item.name] = (len(item.data), found.moment if found else "", hashlib.sha256(item.data).hexdigest())
        return stamps

    def stamp(self, name: str, known: Stamp | None = None) -> Stamp | None:
        place = places.below(self.folder, name)
        with _telling(place):
            return stamp(place, known, settled=True)

    def remove(self, name: str) -> None:
        place = places.below(self.folder, name)
        with _telling(place):
            places.remove(place)


@contextmanager
def _telling(place: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{place} {error.strerror or error}. Check the address and your rights there.") from error
