"""Bytes become manuscripts. Each format has one reader; `READERS` lists them, and each is imported when it is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final, cast

from fic2book.collector import collector_paused
from fic2book.errors import SourceError, UsageError
from fic2book.model import Manuscript, Source

Fetch = Callable[[str], tuple[str, bytes] | None]
"""Finds a picture within the job: address to its path and bytes."""

Reader = Callable[[str, bytes, str, str], Manuscript]
"""Name, bytes, encoding ("" to find it), digest."""


def read(
    name: str, data: bytes, *, media: str = "", encoding: str = "", pictures: Sequence[tuple[str, bytes]] = ()
) -> Manuscript:
    """The manuscript in `data`, whose format is found by content, then by name, unless `media` (a key of READERS) tells it.

    `pictures` lie beside the file, by the addresses it calls them.

    Raises SourceError for what cannot be read or holds no text, DependencyError where a format needs a library that is not installed.
    """
    from fic2book.readers.sniff import find_media

    kind = media or find_media(name, data)
    if kind not in READERS:
        raise UsageError(f"No reader is called {kind!r}. There are: {', '.join(READERS)}.")
    reader = _load(READERS[kind])
    with collector_paused():
        digest = hashlib.sha256(data).hexdigest()
        if pictures and kind in WITH_PICTURES:
            manuscript = reader(name, data, encoding, digest, _fetcher(pictures))  # type: ignore[call-arg]
        else:
            manuscript = reader(name, data, encoding, digest)
    if not manuscript.blocks:
        raise SourceError(
            f"{name} holds no text, only white space or empty markup ({len(data):,} bytes). Save the story again."
        )
    return manuscript


def read_member(name: str, data: bytes, encoding: str = "", fetch: Fetch | None = None) -> Manuscript:
    """One file of an archive; `fetch` finds the pictures beside it. A file without text has no blocks."""
    from fic2book.readers.sniff import find_media

    if not data.strip():
        return Manuscript(Source(name, "text", ""), ())
    kind = find_media(name, data)
    if kind == "zip":
        raise SourceError(f"{name}: an archive within an archive. Unpack it and give the files within.")
    digest = hashlib.sha256(data).hexdigest()
    if kind == "html":
        from fic2book.readers.html import read_file

        return read_file(name, data, encoding, digest, fetch)
    return _load(READERS[kind])(name, data, encoding, digest)


def _fetcher(pictures: Sequence[tuple[str, bytes]]) -> Fetch:
    known = dict(pictures)
    return lambda address: (address, known[address]) if address in known else None


def _load(address: str) -> Reader:
    module, function = address.split(":")
    return cast("Reader", getattr(import_module(f"fic2book.readers.{module}"), function))


WITH_PICTURES: Final = frozenset({"html", "markdown"})
"""Formats whose pictures lie beside the file; their readers take a Fetch as well."""

READERS: Final[dict[str, str]] = {
    # media, then module and function
    "text": "text:read_bytes",
    "html": "html:read_bytes",
    "epub": "epub:read_bytes",
    "mhtml": "mhtml:read_bytes",
    "markdown": "markdown:read_bytes",
    "docx": "docx:read_bytes",
    "odt": "odt:read_bytes",
    "rtf": "rtf:read_bytes",
    "zip": "chapters:read_bytes",
}
