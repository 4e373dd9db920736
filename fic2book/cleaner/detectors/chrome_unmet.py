"""Furniture of sites that nobody listed: lines beside known furniture that read like a site's (chrome_reading.py).

It runs when titles, bylines and end marks have been proposed, for those are short lines at the head and foot of a page too; what is likely
one of them stays so. Known furniture is where it begins: a line in a text without any is a line of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from fic2book.cleaner.detectors.chrome_places import REACH
from fic2book.cleaner.detectors.chrome_reading import MOST, NOTHING, TOKEN, Reading, read_line
from fic2book.cleaner.detectors.note_labels import note_label
from fic2book.cleaner.detectors.talk import weigh_talk
from fic2book.cleaner.document import PARAGRAPH, Document
from fic2book.lazy import lazy
from fic2book.model import Finding

NEAR = 3
"""Lines from furniture within which a line is looked at."""

LIKELY = 0.0
"""Odds above which a line is proposed."""

SURE = 1.0
"""The same for a line amid the story, between furniture."""

ALONE = 1.6
"""The same for two lines near each other where no furniture is known."""

HEADED = 4
"""Words of a heading with its number."""

DOUBTFUL = -2.5
"""Weight from which on a line may be a heading: "03 | Lost Property" is a chapter beside the counts of a page."""

PATTERNS = ()

_STOPS = frozenset(
    '.!?\N{HORIZONTAL ELLIPSIS}"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}'
)


def find_unmet(document: Document) -> Iterable[Finding]:
    """Findings of role "chrome", valued "site"."""
    known = document.covered("chrome", least=0.0)
    taken = document.covered("field", "part", "break", "date", "end", "title", "author", "contents", least=0.0)
    taken |= document.covered("caption", "disclaimer", least=-0.5) | document.telling.keys()
    taken |= document.covered("heading", least=DOUBTFUL) | {at for at in document.short if _is_named(document, at)}
    aside = known | taken
    outer = {at: reading for at, reading in _outer(document) if at not in aside}
    sure = {at for at, reading in outer.items() if reading.odds > ALONE}
    sites = known | {at for at in sure if _beside(at, sure - {at})}
    found = {at: reading for at, reading in outer.items() if _beside(at, sites)}
    for at in document.short:
        if {at - 1, at + 1} <= known and at not in aside and at not in found and not _may_head(document, at):
            reading = read_line(document.texts[at])
            if reading.odds > SURE and reading.reasons:
                found[at] = reading
    for index in sorted(found):
        evidence = found[index].evidence(document.blocks[index].span)
        yield document.propose("chrome", index, index, [evidence, "chrome.among"], value="site")


def _outer(document: Document) -> Iterator[tuple[int, Reading]]:
    """The lines above the first paragraph and below the last that read like a site's."""
    first, last = _story(document)
    count = len(document.blocks)
    for at in (*range(min(first, REACH)), *range(max(last + 1, count - REACH, min(first, REACH)), count)):
        text = document.texts[at]
        reading = read_line(text.replace("\n", " ")) if text else NOTHING
        if reading.odds > LIKELY and not _may_head(document, at) and not _talks(document, at, reading):
            yield at, reading


def _talks(document: Document, at: int, reading: Reading) -> bool:
    """Whether a writer says it to his readers rather than the site: "More soon, if I get reviews :)"."""
    text = document.texts[at]
    if _SAID.match(text) is not None:
        return True
    return weigh_talk(text, document.blocks[at].span).weight > min(reading.odds, MOST)


_SAID: Final = lazy(r"[\[(<]?\d[\d/.: -]{3,15}[\])>]?\s*[-\N{EN DASH}]?\s*[^\W\d][^:\n]{1,24}:\s\S+\s\S")
"""A line of a chat, with its time and its speaker."""


def _may_head(document: Document, at: int) -> bool:
    """Whether a line is a word or two and a number between ornaments, as headings are written."""
    text = document.texts[at]
    if not text:
        return False
    framed = not text[0].isalnum() and not text[-1].isalnum()
    return framed and len(TOKEN.findall(text)) <= HEADED and any(map(str.isdigit, text))


def _is_named(document: Document, index: int) -> bool:
    """Whether a line is a note's label, or the page calls it something else than furniture."""
    page = document.page
    named = any(page.calls(index, kind) for kind in ("note", "title", "author", "summary"))
    return named or bool(note_label(document.texts[index])[0])


def _beside(index: int, others: AbstractSet[int]) -> bool:
    return any(index + step in others for step in range(-NEAR, NEAR + 1))


def _story(document: Document) -> tuple[int, int]:
    """The first and the last paragraph of the story or of a note: several words and a stop."""
    prose = [
        index
        for index, text in enumerate(document.texts)
        if document.words[index] >= PARAGRAPH and text[-1] in _STOPS and index not in document.page.outside
    ]
    return (prose[0], prose[-1]) if prose else (len(document.blocks), 0)
