"""A zip of chapter files, read in the order a person would sort them: "chapter 2" before "chapter 10"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fic2book.errors import SourceError
from fic2book.model import Manuscript, Resource
from fic2book.readers.archive import open_archive
from fic2book.readers.epub import fetcher
from fic2book.readers.joining import join_manuscripts
from fic2book.readers.pictures import picture_type

STORIES: Final = frozenset("txt text html htm xhtml xht md markdown docx odt rtf mht mhtml epub".split())
PICTURES: Final = frozenset("jpg jpeg png gif webp".split())
_DIGITS: Final = re.compile(r"(\d+)")


def read_bytes(name: str, data: bytes, encoding: str, digest: str) -> Manuscript:
    """The reader of the table."""
    archive = open_archive(name, data)
    members = [item for item in archive.names if _is_story(item)]
    if not members:
        found = ", ".join(archive.names[:5])
        raise SourceError(
            f"{name} holds no story; it has {found} …. A zip of chapters holds .txt, .html, .md, .docx, .odt, .rtf or .epub files."
        )
    from fic2book.readers import read_member

    parts = [read_member(item, archive.read(item), encoding, fetcher(archive, item)) for item in natural_order(members)]
    joined = join_manuscripts(name, "zip", digest, [part for part in parts if part.blocks])
    return replace(joined, resources=(*joined.resources, *_covers(archive.names, archive.read)))


def natural_order(names: Sequence[str]) -> list[str]:
    """Names as a person sorts them: numbers by value, letter case ignored, files of a folder before those of folders within it."""
    return sorted(names, key=_natural_key)


def _natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    pieces = _DIGITS.split(name.casefold())
    return tuple(
        (0, int(piece), "") if piece.isdecimal() and len(piece) < 19 else (1, 0, piece) for piece in pieces if piece
    ), name


def _is_story(name: str) -> bool:
    parts = name.split("/")
    hidden = any(part.startswith((".", "__MACOSX", "~$")) for part in parts)
    return not hidden and parts[-1].rpartition(".")[2].lower() in STORIES


def _covers(names: Sequence[str], fetch: object) -> list[Resource]:
    """A picture called "cover" beside the chapters."""
    for name in natural_order(names):
        stem, _, suffix = name.rpartition("/")[2].rpartition(".")
        if stem.casefold() == "cover" and suffix.casefold() in PICTURES and callable(fetch):
            data = fetch(name)
            media_type, ending = picture_type(data)
            if media_type:
                return [Resource(f"cover{ending}", media_type, data, "cover")]
    return []
