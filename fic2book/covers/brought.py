"""The cover that a source brought along: it stays the book's cover, unless it is an icon or no picture at all."""

from __future__ import annotations

from typing import Final, NamedTuple

from fic2book.covers.art import open_art
from fic2book.errors import SourceError
from fic2book.model import Book

SMALLEST: Final = 300
"""Pixels on the shorter side; archives' thumbnails are smaller, and would be blurred on a page."""

_SHAPES: Final = (1.2, 1.8)
"""Height by width of what is kept in its own shape; a square or a strip is cut to the shape of a cover."""


class Brought(NamedTuple):
    """A picture, and the height it has at the width of a cover."""

    data: bytes
    height: int


def brought_cover(book: Book, width: int, height: int) -> Brought | None:
    """The cover that the only source of `book` came with, None where there is none fit for a book; `width` and `height` are a cover's."""
    if book.anthology:
        return None
    found = next((item for part in book.parts for item in part.resources if item.role == "cover"), None)
    if found is None:
        return None
    try:
        picture = open_art(found.data)
    except SourceError:
        return None
    if min(picture.size) < SMALLEST:
        return None
    shape = picture.height / picture.width
    return Brought(found.data, round(width * shape) if _SHAPES[0] <= shape <= _SHAPES[1] else height)
