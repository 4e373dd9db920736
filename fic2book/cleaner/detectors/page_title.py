"""What a page's own title, in its markup, names: "Salt | Chapter 4 | Archive", "janedoe: Salt", "Chapter 3 of «Salt»"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fic2book.cleaner.detectors.title_lines import letters
from fic2book.cleaner.document import Document
from fic2book.lazy import lazy

LETTERS = 5
"""Letters of a title from which on finding them within a line is no chance."""


def page_title(document: Document) -> str:
    """The title in the page's markup, "" for none."""
    return document.manuscript.metadata.title if document.manuscript.metadata else ""


def page_pieces(document: Document) -> Iterator[str]:
    """What stands between the signs that sites put into a page's title."""
    yield from (piece.strip() for piece in _PARTING.split(_BOARD.sub("", page_title(document))) if piece.strip())


def page_names(document: Document) -> Iterator[str]:
    """What a page's title may call the story: all of it, each of its pieces, what stands in quotation marks or before a "by"."""
    named = page_title(document)
    if not named:
        return
    yield _BOARD.sub("", named)
    pieces = [piece for piece in page_pieces(document) if len(letters(piece)) >= LETTERS]
    yield from pieces
    yield from (match[1] for match in _QUOTED.finditer(named))
    yield from (_BY.split(piece)[0] for piece in pieces if _BY.search(piece))


def page_author(document: Document) -> str:
    """Who wrote the story by the page's own title, "" where it does not say."""
    parted = [_BY.split(piece) for piece in page_pieces(document) if _BY.search(piece)]
    return parted[0][-1].strip() if parted else ""


_BY = lazy(r"\s(?:by|von|par|por|от)\s(?=[^\W_])")
_BOARD = lazy(r"^.*:: View topic - ", re.IGNORECASE)
_PARTING = lazy(
    r"\s*(?:\s[|/~·•>«»\N{EN DASH}\N{EM DASH}-]\s|::|\s\||:\s)\s*|,\s(?=chapter\b)|\s(?=chapter\s\d)", re.IGNORECASE
)
_QUOTED = lazy(
    "[\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}]"
    "([^\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]{2,90})"
    "[\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]"
)
