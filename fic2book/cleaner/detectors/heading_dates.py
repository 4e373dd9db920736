"""Dates that head the sections of a text: a diary's days, the weekdays of a week, the years of a life.

One date alone captions a scene (captions.py), or says when the page was posted (dates.py). Several alike, with a section of text below
each, are what a diary has for chapters; where the text has other headings, or marks before them, they caption its scenes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from fic2book.cleaner.detectors.caption_kinds import TIMES
from fic2book.cleaner.detectors.heading_looks import SECTION_WORDS
from fic2book.cleaner.detectors.heading_shapes import Candidate
from fic2book.cleaner.document import Document
from fic2book.cleaner.words import MONTHS, WEEKDAYS

FEWEST: Final = 3
"""Dates of one shape; two may be two scenes."""

LONGEST: Final = 40
"""Characters of such a line; what says more than a date is a caption."""

YEARS: Final = range(1000, 3000)


def dated_sections(document: Document, taken: set[int]) -> list[Candidate]:
    """The dates that head sections, when all of one shape stand far enough from each other and no mark stands before them."""
    found: dict[str, list[int]] = {}
    for index in document.short:
        shape = "" if index in taken or document.blocks[index].kind not in _KINDS else _shape(document.bare(index))
        if shape:
            found.setdefault(shape, []).append(index)
    return [
        Candidate(index, "day", f"dates {shape}", ("heading.day", "heading.dated"), title=document.bare(index))
        for shape, places in found.items()
        if _heads(document, places, distinct=shape == "year")
        for index in places
    ]


_KINDS = ("paragraph", "heading")


def _shape(text: str) -> str:
    """The shape "day", "weekday" or "year" of a line that is nothing but a date; a time of the clock is a stamp's."""
    if not text or len(text) > LONGEST or not text[0].isalnum() or ":" in text:
        return ""
    if len(text) == 4 and text.isdecimal():
        return "year" if int(text) in YEARS else ""
    words = {word.strip(".,") for word in text.casefold().split()}
    if not MONTHS.keys().isdisjoint(words) and any(map(str.isdigit, text)):
        return "day" if TIMES["date"].expression.fullmatch(text) else ""
    return "weekday" if words <= WEEKDAYS else ""


def _heads(document: Document, places: list[int], *, distinct: bool) -> bool:
    """Whether lines of one shape stand as headings do."""
    texts = [document.bare(index) for index in places]
    if len(places) < FEWEST or (distinct and len(set(texts)) < len(texts)):
        return False
    apart = [document.words_between(before + 1, after) for before, after in pairwise(places)]
    below = document.words_between(places[-1] + 1, len(document.blocks))
    marked = sum(not any(map(str.isalnum, document.texts[index - 1])) for index in places[1:])
    return min(*apart, below) >= SECTION_WORDS and marked * 2 < len(places)
