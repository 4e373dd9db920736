"""Pictures that lie beside a page, as a browser saves them with it: found by the addresses in its markup, within the page's own folder only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LIMIT: Final = 32 * 1024 * 1024
"""Bytes of all pictures of one story together."""

_MOST: Final = 500  # addresses looked for in one story
_IMAGE: Final = re.compile(
    rb"""<ima?ge?\b[^<>]{0,2000}?\b(?:src|href)\s{0,9}=\s{0,9}(?:"([^"<>]{1,500})"|'([^'<>]{1,500})'|([^\s"'<>]{1,500}))"""
    rb"""|!\[[^\]\n]{0,300}\]\(\s{0,9}<?([^)\s>]{1,500})""",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
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
    if b"<im" not in data and b"<IM" not in data and b"![" not in data:
        return ()
    folder = page.parent.resolve()
    found: dict[str, bytes] = {}
    room = LIMIT
    for address in _addresses(data):
        picture = _picture(folder, address, room) if address not in found else b""
        if picture:
            found[address] = picture
            room -= len(picture)
    return tuple(found.items())


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
