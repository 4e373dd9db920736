"""Furniture by its place on the page: what the markup calls so, what lies outside of the story's place, and what the story only shows."""

from __future__ import annotations

from collections.abc import Iterator

from fic2book.cleaner.detectors.chrome_places import unsaid
from fic2book.cleaner.detectors.chrome_reading import read_line
from fic2book.cleaner.document import PARAGRAPH, Document


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
        elif page.calls(index, "site") and (document.words[index] <= MOTTO or unsaid(text)):
            yield index, "chrome.named"
        elif unsaid(text) and index in page.outside and index > page.first and _is_framed(document, index, found):
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
    told = [index for index in prose if document.words[index] >= PARAGRAPH and index not in found]
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


PROSE = 8
"""Words of a paragraph of story."""
MET = frozenset(
    ("forum", "livejournal", "usenet", "tumblr", "reddit", "poster", "archiveofourown", "fanfiction.net", "wattpad")
)
"""Sites whose lines people of stories write and read."""
