"""Page numbers of the printed book in the electronic one, so that readers of both can cite the same page.

`printed_pages` reads folio and text of each page from a finished PDF, whichever engine set it; `number_pages` finds where those texts
begin in the book's pages and marks the places. Only letters and digits are compared, so hyphens, ligatures, small capitals and running
heads do not matter; a page that cannot be found is left out rather than guessed.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple

from fic2book.errors import DependencyError
from fic2book.model import Page
from fic2book.render.edition import attribute

WINDOW: Final = 24
"""Letters that must agree. Shorter ones occur twice on neighbouring pages of dialogue."""

HEAD: Final = 240
"""Letters at the top of a page that may be running head or words of ours."""

TOKEN: Final = re.compile(r"(<[^>]*>)")
CHARACTER: Final = re.compile(r"&[^;]+;|.", re.DOTALL)
FOLIO: Final = re.compile(r"(?<!\w)(\d{1,5})(?!\w)")


class PrintedPage(NamedTuple):
    """One page of the PDF: its number as printed, and its text as extracted."""

    label: str
    text: str


def printed_pages(pdf: bytes) -> tuple[PrintedPage, ...]:
    """The pages of a PDF. The folio is read from the first or last line; pages that print none continue the count.

    Raises DependencyError when pypdf is not installed.
    """
    try:
        from pypdf import PdfReader
    except ModuleNotFoundError:
        raise DependencyError("Page numbers of print need pypdf: pip install pypdf") from None
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    shift = _shift(texts)
    return tuple(PrintedPage(str(index + shift) if index + shift > 0 else "", text) for index, text in enumerate(texts))


def number_pages(pages: Sequence[Page], printed: Sequence[PrintedPage]) -> tuple[Page, ...]:
    """`pages` with a mark where each printed page begins; the same pages when nothing is found. No word changes."""
    pieces = list(_pieces(pages))
    stream = "".join(piece.letters for piece in pieces)
    starts = list(_starts(stream, printed))
    if not starts:
        return tuple(pages)
    bodies = [TOKEN.split(page.body) for page in pages]
    for piece, inside in reversed(_inside(pieces, starts)):
        bodies[piece.page][piece.token] = _marked(bodies[piece.page][piece.token], inside)
    return tuple(replace(page, body="".join(body)) for page, body in zip(pages, bodies, strict=True))


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the story's text between two tags, and where it stands."""

    page: int
    token: int
    letters: str


def _shift(texts: Sequence[str]) -> int:
    """What to add to an index to get the printed number, by the vote of all pages; 1 when there is nothing to vote on."""
    votes: Counter[int] = Counter()
    for index, text in enumerate(texts):
        lines = [line for line in text.splitlines() if line.strip()]
        for line in {*lines[:1], *lines[-1:]}:
            votes.update({int(number) - index for number in FOLIO.findall(line)})
    return max(votes, key=lambda shift: (votes[shift], -abs(shift)), default=1)


def _pieces(pages: Sequence[Page]) -> Iterator[Piece]:
    for number, page in enumerate(pages):
        silent = ""  # the end tag until which words are ours
        for token, text in enumerate(TOKEN.split(page.body)):
            if silent:
                silent = "" if text == silent else silent
            elif text.startswith("<"):
                name = text[1:].partition(" ")[0]
                if ' class="made' in text or text == '<dl class="fields">':
                    silent = f"</{name}>"
            elif text.strip():
                yield Piece(number, token, _letters(unescape(text)))


def _starts(stream: str, printed: Sequence[PrintedPage]) -> Iterator[tuple[int, str]]:
    """Place in the stream and label of every printed page that is found, in order."""
    last = 0
    for page in printed:
        letters = _letters(page.text)
        if not page.label or not letters:
            continue
        found = _find(stream, letters, last)
        if found >= 0:
            yield found, page.label
            last = found + 1


def _find(stream: str, letters: str, last: int) -> int:
    reach = last + 3 * len(letters) + 20_000  # a page begins where the one before it ended, or not far from it
    for skip in range(min(HEAD, max(1, len(letters) - WINDOW))):
        found = stream.find(letters[skip : skip + WINDOW], last, reach)
        if found >= 0:
            return found
    return -1


def _inside(pieces: Sequence[Piece], starts: Sequence[tuple[int, str]]) -> list[tuple[Piece, list[tuple[int, str]]]]:
    """For each piece that a page begins in: letters before the beginning, and the label."""
    found: list[tuple[Piece, list[tuple[int, str]]]] = []
    waiting = list(reversed(starts))
    position = 0
    for piece in pieces:
        stop = position + len(piece.letters)
        here: list[tuple[int, str]] = []
        while waiting and waiting[-1][0] < stop:
            place, label = waiting.pop()
            here.append((place - position, label))
        if here:
            found.append((piece, here))
        position = stop
    return found


def _marked(text: str, inside: Sequence[tuple[int, str]]) -> str:
    """The piece's markup with marks before the letters counted."""
    pieces: list[str] = []
    waiting = list(reversed(inside))
    count = 0
    for character in CHARACTER.findall(text):
        letters = len(_letters(unescape(character)))
        while letters and waiting and waiting[-1][0] < count + letters:
            pieces.append(_mark(waiting.pop()[1]))
        count += letters
        pieces.append(character)
    return "".join(pieces)


def _mark(label: str) -> str:
    shown = attribute(label)
    return (
        f'<span class="page-break" id="page-{shown}" epub:type="pagebreak" role="doc-pagebreak" aria-label="{shown}"/>'
    )


def _letters(text: str) -> str:
    return "".join([_folded(character) for character in text])


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """The letters and digits of a character, without accents, ligatures and case."""
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in unicodedata.normalize("NFKD", plain) if part.isalnum())
