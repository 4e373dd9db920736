"""Furniture by its place alone: what stands between lines of the site, counts without a word, the name and the rank of whoever posted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from fic2book.cleaner.detectors.bylines import read_byline
from fic2book.cleaner.detectors.chrome_lines import says_of_site
from fic2book.cleaner.detectors.chrome_reading import read_line
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
        elif _unsaid(document.texts[at]) or at in taken or says_of_site(document.texts[at]):
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
        if index in header or ((document.words[index] > ENTRY or not _unsaid(text)) and index not in found):
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


def _unsaid(text: str) -> bool:
    """Whether a line is short and no sentence."""
    return (
        0 < len(text) <= 70
        and text[0] not in OPENING_QUOTES
        and text[-1] not in '.!?…"”,'
        and text.count(" ") < 9
        and not text.casefold().startswith(("by ", "the end", "fin", "tbc", "end"))
    )


def named_lines(document: Document, found: dict[int, tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """Lines that the page's markup calls furniture, comments below the story, and short lines outside of the story's place; with the reason."""
    page = document.page
    if not page.kinds and not page.outside:
        return
    taken = document.covered("field", "heading", "part", "break", "date", least=0.0)
    taken |= {item.first for item in document.claimed("title", "author", "note") if item.weight > 0}
    tail = _named_tail(document, found)
    for index, text in enumerate(document.texts):
        if not text or index in taken or page.calls(index, "title") or page.calls(index, "note"):
            continue
        if index >= tail and page.calls(index, "comments"):
            yield index, "chrome.comments"
        elif page.calls(index, "site") and (document.words[index] <= MOTTO or _unsaid(text)):
            yield index, "chrome.named"
        elif _unsaid(text) and index in page.outside and index > page.first and _is_framed(document, index, found):
            yield index, "chrome.outside"


def _is_framed(document: Document, index: int, found: dict[int, tuple[str, str]]) -> bool:
    """Whether a line outside of the story's place is furniture for another reason too: beside some, or by its look.

    A letter or a poem within a story may have an element of its own as well.
    """
    near = range(index - BESIDE, index + BESIDE + 1)
    known = any(at in found or document.page.calls(at, "site") for at in near if at >= 0)
    return document.blocks[index].kind not in ("heading", "verse") and (
        known or read_line(document.texts[index].replace("\n", " ")).odds > SURE
    )


SURE = 1.0
"""Odds of its look from which on such a line is furniture without any beside it."""
BESIDE = 2
"""Lines from furniture within which a line outside of the story's place is furniture."""

MOTTO = 12
"""Words of a sentence that a site's frame prints, or a member below his posts; writers say more, and say it there too."""


def _named_tail(document: Document, found: dict[int, tuple[str, str]]) -> int:
    """The first block from which on everything is called a part of the page, or is one."""
    page = document.page
    at = len(document.blocks)
    while at > 0 and (
        at - 1 in found
        or not document.texts[at - 1]
        or page.below(at - 1)
        or page.calls(at - 1, "site")
        or page.calls(at - 1, "comments")
    ):
        at -= 1
    return at


def shown_lines(document: Document, found: dict[int, tuple[str, str]]) -> set[int]:
    """Furniture amid the story that the story shows: within its own place on a page that prints its own outside, or of another site than that."""
    page = document.page
    prose = [index for index, count in enumerate(document.words) if count >= PROSE and index not in page.outside]
    if not prose:
        return set()
    told = [index for index in prose if document.words[index] >= TOLD and index not in found]
    if told:
        outer = {site for index, (site, _) in found.items() if not told[0] < index < told[-1]}
        foreign = {at for at, (site, _) in found.items() if told[0] < at < told[-1] and site in MET - outer}
    else:
        foreign = set()
    if not any(index < page.first for index in found) or not any(map(page.below, found)):
        return foreign
    return foreign | {
        index
        for index in found
        if prose[0] < index < prose[-1] and index not in page.outside and not page.calls(index, "site")
    }


PROSE, TOLD = 8, 14
"""Words of a paragraph of story, and of one that is surely no line of a site."""
MET = frozenset(
    ("forum", "livejournal", "usenet", "tumblr", "reddit", "poster", "archiveofourown", "fanfiction.net", "wattpad")
)
"""Sites whose lines people of stories write and read."""


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
