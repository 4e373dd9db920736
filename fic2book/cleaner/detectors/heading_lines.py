"""What one line says when it is read as a heading: numbered, worded, roman, bare, decorated; a number, a kind, a title.

Whether it is one, its place in the whole text decides: headings.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from fic2book.cleaner.detectors.heading_counted import read_counted_word, read_decimal
from fic2book.cleaner.detectors.heading_patterns import LONGEST
from fic2book.cleaner.detectors.heading_shapes import (
    Candidate,
    read_bare,
    read_counted,
    read_day,
    read_named,
    read_numbered,
    read_numbered_title,
    read_ordinal,
    read_prefixed,
)
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import HEADING_WORD, OPENING_QUOTES
from fic2book.cleaner.words import DAY_WORDS, HEADING_WORDS, NAMED_SECTIONS, NUMBER_WORDS
from fic2book.lazy import lazy


def read_heading(document: Document, index: int) -> Candidate | None:
    """What the words of one short block say, None when they are no heading's."""
    block = document.blocks[index]
    raw = document.texts[index]
    if (
        not raw
        or len(raw) > (300 if block.kind == "heading" else LONGEST)
        or block.kind in ("item", "rule", "table", "preformatted", "image")
    ):
        return None
    if raw[0] in OPENING_QUOTES and block.kind != "heading":
        return None
    text = document.bare(index)
    found = read_words(text, index) if text else None
    if found is None and raw[0] == "#" and text and document.manuscript.source.media == "text":
        found = _hashed(raw, text, index)
    if found is None and block.kind == "heading":
        found = Candidate(index, "chapter", f"element{block.level}", (), title=text)
    if found is None:
        return None
    return found.given(*_look(document, index))


def _hashed(raw: str, text: str, index: int) -> Candidate | None:
    """A heading as plain text marks it: number signs and a space before it."""
    level = len(raw) - len(raw.lstrip("#"))
    if level > 6 or not raw[level:].startswith(" ") or raw.endswith("#") or len(text.split()) > 14 or text[-1] in ".,;":
        return None
    return Candidate(index, "chapter", f"hash{level}", ("heading.looks", "heading.hash"), title=text)


def _look(document: Document, index: int) -> Iterator[str]:
    block = document.blocks[index]
    if block.kind == "heading":
        yield "heading.element"
    elif document.stands_out(index) or document.bare(index) != document.texts[index]:
        yield "heading.stands-out"
    elif document.bare(index).isupper() and len(document.bare(index)) > 4:
        yield "heading.caps"


def read_words(text: str, index: int) -> Candidate | None:
    """What a line without its ornaments says; it must not be empty."""
    if text[0] in _SET_AROUND:
        text = text.strip(_SET_AROUND + " ").replace("】", "", 1).strip() or text
    text = _unspaced(text)
    first = text[0]
    if not (first.isalnum() or first in "[(#№"):
        return None
    word = _first_word(text)
    if (
        word in _STARTS
        or first.isdigit()
        or first in "[(№"
        or word in _NUMERO
        or (len(word) <= 6 and not word.strip("ivxlc"))
    ):
        for reader in READERS:
            found = reader(text, index)
            if found is not None:
                return found
    if ":" in text or "|" in text or "," in text or " - " in text or " \N{EN DASH} " in text or " \N{EM DASH} " in text:
        found = read_prefixed(text, index)
        if found is not None:
            return found
    return read_decimal(text, index) or read_counted_word(text, index)


_SET_AROUND = ".:【】「」"
"""Signs around a heading that are no ornaments elsewhere: ".01. Ebb", ".: Chapter One :.", "【Chapter 1】"."""

_SPACED = lazy(r"\S(?: {1,3}\S){4,40}")
_WORD_RUN_TOGETHER = lazy(rf"({HEADING_WORD})(?=.)", re.IGNORECASE)
_WITHIN = lazy("[-._]")


def _unspaced(text: str) -> str:
    """A line whose letters stand apart as it is read: "C H A P T E R  O N E"."""
    if text[1:2] != " " or not _SPACED.fullmatch(text):
        return text
    return _WORD_RUN_TOGETHER.sub(r"\1 ", text.replace(" ", ""), count=1)


_NUMERO = frozenset(("no", "nr", "n°", "№"))
"""What stands before a number: "No. 3"."""


def _first_word(text: str) -> str:
    head = text[:24].replace("\n", " ").split(" ", 1)[0]
    word = head.casefold().strip(".:,-)\N{EN DASH}\N{EM DASH}#").split("-")[0]
    return word.rstrip("0123456789").rstrip(".") or head


_STARTS = (
    frozenset(HEADING_WORDS)
    | frozenset(DAY_WORDS)
    | {name.split()[0] for name in NAMED_SECTIONS}
    | {word.split()[0].split("-")[0] for word in NUMBER_WORDS}
    | {"the", "le", "la", "das", "entr'acte"}
)

READERS: Final[tuple[Callable[[str, int], Candidate | None], ...]] = (
    read_numbered,
    read_ordinal,
    read_named,
    read_counted,
    read_bare,
    read_day,
    read_decimal,
    read_numbered_title,
)
"""The shapes that begin with a number or a heading's word, likelier ones first."""
