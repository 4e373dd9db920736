"""Exporters: finished pages become files of one format. Each is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final, cast

from fic2book.errors import UsageError
from fic2book.hints import did_you_mean
from fic2book.model import Book, Cover, OutputFile, Page, Settings

Exporter = Callable[[Book, Sequence[Page], Cover | None, Settings], tuple[OutputFile, ...]]
"""Files named by their suffix alone (".epub"); the driver puts the book's name before it."""


def find_exporter(name: str) -> Exporter:
    """The exporter of a format. Raises UsageError that names the nearest one."""
    if name not in EXPORTERS:
        raise UsageError(
            f"There is no format {name!r}.{did_you_mean(name, EXPORTERS)} Formats: {', '.join(EXPORTERS)}."
        )
    return cast("Exporter", import_module(EXPORTERS[name]).export)


EXPORTERS: Final[dict[str, str]] = {
    "epub": "fic2book.exporters.epub",
    "pdf": "fic2book.exporters.pdf",
}
"""Every format, and the module whose `export` makes it."""
