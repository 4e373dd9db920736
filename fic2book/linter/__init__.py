"""Looks for trouble in a finished EPUB, ours or anybody's: `check(data)` explains what a reading system would trip over.

remarks.py    what a remark is
container.py  opens the zip within bounds: hostile files cost little
structure.py  the rules every EPUB must keep
quirks.py     what single devices get wrong, by the table in fic2book.devices
epubcheck.py  the official validator, where Java and its jar are installed
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from fic2book.devices import Device, find_device
from fic2book.linter import quirks, structure
from fic2book.linter.container import Unreadable, Volume, open_volume
from fic2book.linter.epubcheck import run_epubcheck
from fic2book.linter.remarks import SEVERITIES, Remark

__all__ = ["CHECKS", "Remark", "check"]


def check(data: bytes, *, device: str = "generic", name: str = "", validate: bool = True) -> list[Remark]:
    """Remarks on an EPUB, worst first; empty when there is nothing to say.

    `name` is the file's name, which matters on Kobo. With `validate`, EPUBCheck is asked too; where it is not installed, a remark of
    severity "info" says so. Raises UsageError for an unknown device; never for what is in the file.
    """
    chosen = find_device(device)
    try:
        volume = open_volume(data, name)
    except Unreadable as trouble:
        return [trouble.remark]
    remarks = [remark for look in CHECKS for remark in look(volume, chosen)]
    if validate:
        remarks += run_epubcheck(data)
    return sorted(dict.fromkeys(remarks), key=lambda remark: SEVERITIES.index(remark.severity))


CHECKS: Final[tuple[Callable[[Volume, Device], Iterator[Remark]], ...]] = (
    structure.first_entry,
    structure.package_metadata,
    structure.manifest,
    structure.spine,
    structure.navigation,
    structure.pages,
    structure.links,
    structure.accessibility,
    quirks.declarations,
    quirks.languages,
    quirks.cover,
    quirks.sizes,
    quirks.names,
    quirks.colours,
    quirks.remote_and_active,
    quirks.kobo,
    quirks.fonts,
)
"""Every check, in the order in which its remarks are listed."""
