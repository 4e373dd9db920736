"""What lies beside a story on the disk: the pictures that a browser saved with a page, and the other chapters of a folder.

Nothing outside the story's own folder is opened, whatever a link or an address says.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fic2book.errors import SourceError
from fic2book.lazy import lazy

LIMIT: Final = 32 * 1024 * 1024
"""Bytes of all pictures of one story together."""

_MOST: Final = 500  # addresses looked for in one story
_IMAGE: Final = lazy(
    rb"""<ima?ge?\b[^<>]{0,2000}?\b(?:src|href)\s{0,9}=\s{0,9}(?:"([^"<>]{1,500})"|'([^'<>]{1,500})'|([^\s"'<>]{1,500}))"""
    rb"""|!\[[^\]\n]{0,300}\]\(\s{0,9}<?([^)\s>]{1,500})""",
    re.IGNORECASE,
)
_ELSEWHERE: Final = lazy(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_PICTURES: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"<svg",
    b"<?xml",
    b"\0\0\0",
)
"""What files of pictures begin with; the reader looks at what follows."""


def pictures_beside(page: Path, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Address and bytes of the pictures of `page` that are files in its folder or below it.

    Nothing else is opened: no address of another machine or of another folder, nothing that a link leads out of the folder, no file
    that does not begin as a picture does.
    """
    folder = page.parent.resolve()
    found: dict[str, bytes] = {}
    room = LIMIT
    for address in addresses(data):
        picture = _picture(folder, address, room)
        if picture:
            found[address] = picture
            room -= len(picture)
    return tuple(found.items())


def addresses(data: bytes) -> tuple[str, ...]:
    """Where a page's pictures may lie, seen from its folder: those that could be files in it, whether they are there or not."""
    if b"<im" not in data and b"<IM" not in data and b"![" not in data:
        return ()
    return tuple(dict.fromkeys(item for item in _addresses(data) if not os.path.normpath(item).startswith("..")))


def _addresses(data: bytes) -> Iterator[str]:
    from html import unescape
    from urllib.parse import unquote

    for number, match in enumerate(_IMAGE.finditer(data)):
        if number == _MOST:
            return
        written = unescape(next(group for group in match.groups() if group).decode("utf-8", "surrogateescape"))
        address = unquote(written.strip().partition("#")[0].partition("?")[0], errors="surrogateescape")
        if address and not _ELSEWHERE.match(address) and "\0" not in address:
            yield address


def _picture(folder: Path, address: str, room: int) -> bytes:
    """The bytes of a picture, b"" for whatever else the address leads to."""
    try:
        path = (folder / address).resolve(strict=True)
        if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > room:
            return b""
        with path.open("rb", buffering=0) as stream:
            if not stream.read(8).startswith(_PICTURES):
                return b""
            stream.seek(0, os.SEEK_SET)
            return stream.read(room)
    except (OSError, ValueError):
        return b""


def folder_as_archive(folder: Path) -> bytes:
    """The stories and pictures of a folder, and of folders within it, as a zip of chapter files; hidden files and links are passed over.

    Raises SourceError for a folder that holds no story or more than a source may have.
    """
    import io
    import zipfile

    from fic2book.readers.archive import MEMBERS, TOTAL
    from fic2book.readers.chapters import PICTURES, STORIES

    packed = io.BytesIO()
    names = sorted(_files_below(folder))
    wanted = [name for name in names if name.rpartition(".")[2].lower() in STORIES | PICTURES]
    if not any(name.rpartition(".")[2].lower() in STORIES for name in wanted):
        raise SourceError(f"{folder} is a folder without stories in it. Name a story, or a folder of chapter files.")
    if len(wanted) > MEMBERS or sum((folder / name).stat().st_size for name in wanted) > TOTAL:
        raise SourceError(
            f"{folder} holds more than one story may have ({MEMBERS:,} files, {TOTAL // 2**20} MB). Name its files, for instance {folder}/*.txt."
        )
    with zipfile.ZipFile(packed, "w") as archive:
        for name in wanted:
            archive.writestr(zipfile.ZipInfo(name), (folder / name).read_bytes())
    return packed.getvalue()


def _files_below(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if not name.startswith(".") and not path.is_symlink() and path.is_file():
                yield path.relative_to(folder).as_posix()
