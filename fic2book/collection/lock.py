"""The lock file: what each finished book was made from, so that the next run builds only what has changed.

``<output>/fic2book.lock`` is an SQLite database. A table of text would have to be rewritten whole after each book, which is slow for ten
thousand of them and torn by a crash; SQLite commits one book at a time, survives being killed, and needs no more memory for a million
rows than for ten.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fic2book import __version__
from fic2book.collection.planning import PlannedBook
from fic2book.errors import OutputError
from fic2book.model import OutputFile

LOCK_NAME = "fic2book.lock"
LIBRARIES = ("ebooklib", "weasyprint", "typst", "pillow", "beautifulsoup4", "lxml", "ftfy")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS books (
    name TEXT PRIMARY KEY,
    components TEXT NOT NULL,   -- JSON: component → digest
    inputs TEXT NOT NULL,       -- JSON: path → [size, mtime in ns, digest]; an absent file has no entry
    outputs TEXT NOT NULL       -- JSON: file → [size, mtime in ns, digest]
) WITHOUT ROWID
"""

Stamp = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lock knows of a finished book."""

    components: dict[str, str]
    inputs: dict[str, Stamp]
    outputs: dict[str, Stamp]


class Lock:
    """The lock of one output folder."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self.folder = folder

    def entry(self, name: str) -> Entry | None:
        """What is known of the book `name`."""
        row = self._connection.execute(
            "SELECT components, inputs, outputs FROM books WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            return None
        components, inputs, outputs = (json.loads(value) for value in row)
        return Entry(components, _stamps(inputs), _stamps(outputs))

    def record(self, name: str, entry: Entry) -> None:
        """Remember a finished book; on the disk when this returns."""
        values = [json.dumps(value, sort_keys=True) for value in (entry.components, entry.inputs, entry.outputs)]
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO books VALUES (?, ?, ?, ?)", (name, *values))

    def names(self) -> Iterator[str]:
        """Every book the lock knows, in order."""
        for (name,) in self._connection.execute("SELECT name FROM books ORDER BY name"):
            yield name


@contextmanager
def open_lock(folder: Path) -> Iterator[Lock]:
    """The lock of `folder`, which is made if it is missing. Raises OutputError."""
    path = folder / LOCK_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=30)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(_SCHEMA)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(
            f"{path} cannot be opened: {error}. Choose another folder with -o; if the file is damaged, delete it, and all is built anew."
        ) from None
    try:
        yield Lock(connection, folder)
    except sqlite3.Error as error:
        raise OutputError(f"{path}: {error}. If the file is damaged, delete it, and all is built anew.") from None
    finally:
        connection.close()


def _stamps(data: dict[str, list[object]]) -> dict[str, Stamp]:
    return {name: (int(str(size)), int(str(mtime)), str(digest)) for name, (size, mtime, digest) in data.items()}


# ---------------------------------------------------------------- what a book depends on


def stamp(path: Path, known: Stamp | None = None) -> Stamp | None:
    """Size, time and digest of a file, None when there is none; the digest is `known`'s where size and time still agree."""
    try:
        status = path.stat()
        if known is not None and (status.st_size, status.st_mtime_ns) == known[:2]:
            return known
        return status.st_size, status.st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None


def input_stamps(book: PlannedBook, known: Entry | None) -> dict[str, Stamp]:
    """Stamps of every input that exists."""
    before = known.inputs if known else {}
    found = ((str(path), stamp(path, before.get(str(path)))) for path in book.inputs())
    return {name: value for name, value in found if value is not None}


def components(book: PlannedBook, program: dict[str, str], inputs: dict[str, Stamp]) -> dict[str, str]:
    """Everything the book's bytes depend on, by name: program and libraries, settings, metadata, style, each input."""
    made = dict(program)
    made["settings"] = _digest(asdict(book.settings))
    made["metadata"] = _digest([asdict(book.metadata), book.join, [path.name for path in book.sources]])
    made["style"] = style_digest(book.settings.style)
    made.update({f"file {Path(name).name}": value[2] for name, value in inputs.items()})
    return made


def program_components() -> dict[str, str]:
    """Versions of the program and of the libraries that shape its output."""
    found = {"fic2book": __version__}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


_styles: dict[str, str] = {}


def style_digest(name: str) -> str:
    """Digest of all files of a style and of the base style it rests on; counted once a run."""
    if name not in _styles:
        from fic2book.data import data_dir

        own = Path(name) if "/" in name or "\\" in name else data_dir("styles") / name
        folders = (data_dir("styles") / "base", own)
        files = sorted(path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file())
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        _styles[name] = digest.hexdigest()
    return _styles[name]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


# ---------------------------------------------------------------- staleness


def reasons(book: PlannedBook, lock: Lock, program: dict[str, str]) -> tuple[str, ...]:
    """Why the book must be built, in plain words; empty when it need not."""
    known = lock.entry(book.name)
    if known is None:
        return ("it was never built",)
    now = components(book, program, input_stamps(book, known))
    changed = [f"{name} changed" for name in now if name in known.components and known.components[name] != now[name]]
    added = [f"{name} is new" for name in now if name not in known.components]
    gone = [f"{name} is gone" for name in known.components if name not in now]
    return (*changed, *added, *gone, *_output_reasons(known, lock.folder))


def _output_reasons(known: Entry, folder: Path) -> Iterator[str]:
    for name, value in known.outputs.items():
        found = stamp(folder / name, value)
        if found is None:
            yield f"{name} is missing"
        elif found[2] != value[2]:
            yield f"{name} is not as it was built"


def entry_of(
    book: PlannedBook, program: dict[str, str], inputs: dict[str, Stamp], files: Iterable[OutputFile], folder: Path
) -> Entry:
    """What to remember of a book whose `files` were just written to `folder`, made from `inputs`."""
    outputs = {item.name: value for item in files if (value := stamp(folder / item.name)) is not None}
    return Entry(components(book, program, inputs), inputs, outputs)
