"""Furniture by its place alone: what stands between lines of the site, counts without a word, the name and the rank of whoever posted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from fic2book.cleaner.detectors.bylines import read_byline
from fic2book.cleaner.detectors.chrome_lines import says_of_site
from fic2book.cleaner.detectors.posters import poster
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.lazy import lazy

REACH = 70
"""Blocks from either end of the text in which furniture is looked for without another cue; a page of comments is longer."""

MOST_UNKNOWN = 6
"""Lines in a row, between lines of furniture, that may be furniture of a kind nobody knows."""


def between_lines(document: Document, found: dict[int, tuple[str, str]]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Short lines between furniture at the foot of a page. At its head stand title and author, so nothing is presumed there."""
    count = len(document.blocks)
    taken = document.covered("field", "heading", "part", "break", "date", least=0.0)
    sure = {index for index, (_, reason) in found.items() if reason in _SURE}
    at, gap, highest = count - 1, 0, count
    while at >= max(0, count - REACH) and gap <= MOST_UNKNOWN:
        if at in found or not document.texts[at]:
            gap, highest = 0, at
        elif unsaid(document.texts[at]) or at in taken or says_of_site(document.texts[at]):
            gap += 1
        else:
            break
        at -= 1
    foot = [index for index in range(highest, count) if index in sure]
    if len(foot) >= 2 or (foot and count - highest <= 4):
        yield from (
            (index, ("unknown", "chrome.between"))
            for index in range(highest, count)
            if index not in found and index not in taken and document.texts[index]
        )


def menu_lines(document: Document, found: dict[int, tuple[str, str]]) -> list[int]:
    """The lines of long menus at the head of a page, one entry a line, none of them parted from the next: what nobody knows with what is known."""
    if document.page.kinds:
        return []  # the markup knows better
    lines: list[int] = []
    header = document.covered("field", least=0.0)
    for index, text in enumerate(document.texts):
        if index in header or ((document.words[index] > ENTRY or not unsaid(text)) and index not in found):
            break
        if document.blocks[index].blanks > document.blocks[0].blanks and lines:
            if len(lines) >= MENU:
                break
            lines = []
        lines.append(index)
    while lines and lines[-1] not in found:
        lines.pop()  # title and byline may stand right below
    known = sum(index in found for index in lines)
    return lines if len(lines) >= MENU and known * LEAST_KNOWN >= len(lines) else []


ENTRY, MENU, LEAST_KNOWN = 6, 12, 8
"""Words of an entry of a menu, entries of a long one, and in how many of them one must be known."""

_SURE = frozenset(("chrome.phrase", "chrome.menu", "chrome.buttons", "chrome.head", "chrome.label", "chrome.named"))


def unsaid(text: str) -> bool:
    """Whether a line is short and no sentence."""
    return (
        0 < len(text) <= 70
        and text[0] not in OPENING_QUOTES
        and text[-1] not in '.!?…"”,'
        and text.count(" ") < 9
        and not text.casefold().startswith(("by ", "the end", "fin", "tbc", "end"))
    )


def poster_lines(document: Document, found: dict[int, tuple[str, str]]) -> list[int]:
    """Lines that hold nothing but the name of who posted the page, beside its furniture; but not below the first line, where authors stand."""
    names = {poster(document.texts[index]).casefold() for index in found if index < REACH}
    names |= {read_byline(document.bare(index)).casefold() for index in range(min(BYLINES, len(document.blocks)))}
    names |= {
        field.value.casefold() for item in document.claimed("field") for field in item.fields if field.name == "author"
    }
    names.discard("")
    return [
        index
        for index in document.short
        if index > 1
        and index not in found
        and document.bare(index).casefold() in names
        and {index - 1, index + 1} & set(found)
    ]


def panel_lines(document: Document, found: dict[int, tuple[str, str]]) -> list[int]:
    """The name of who wrote the first post of a board, with rank or motto below, between lines of the site: the last says when he joined."""
    joined = next((at for at in document.short if at < REACH and _JOINED.match(document.texts[at])), -1)
    first = joined
    while (
        first - 1 >= 0
        and first - 1 not in found
        and joined - first < PANEL
        and document.words[first - 1] <= PANEL_WORDS
    ):
        first -= 1
    names = [at for at in range(first, joined) if document.texts[at]]
    bounded = first - 1 in found and joined in found
    return names if names and bounded and document.words[names[0]] <= 2 else []


_JOINED = lazy(
    r"(?:joined|registered|registriert|anmeldungsdatum|mitglied seit|dabei seit|inscrit|inscription|fecha de ingreso|registrado|зарегистрирован|регистрация)\b",
    re.IGNORECASE,
)
PANEL, PANEL_WORDS = 3, 6
"""Lines between a poster's name and when he joined, and words of each."""


def lone_counts(document: Document, found: dict[int, tuple[str, str]]) -> list[int]:
    """Counts alone on their line at the head of a page, above a line of the site, or several below one: "1.2K"."""
    counts: list[int] = []
    for index in document.short:
        if index >= HEAD:
            break
        if index not in found and _LONE_COUNT.fullmatch(document.texts[index]):
            counts.append(index)
    known = found.keys() | document.covered("date", "field", least=0.0)
    rows = [[at for _, at in row] for _, row in groupby(enumerate(counts), lambda item: item[1] - item[0])]
    return [at for row in rows if row[-1] + 1 in found or (len(row) > 1 and row[0] - 1 in known) for at in row]


BYLINES = 6
"""Blocks from the top among which a byline names who posts below."""
HEAD = 40
"""Blocks from the top within which counts stand alone."""
_LONE_COUNT = lazy(r"\d[\d.,]*[km]?", re.IGNORECASE)
