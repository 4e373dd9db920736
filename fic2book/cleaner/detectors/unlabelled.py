"""Author's notes without a label: paragraphs at the edges of a text or chapter that talk to the reader.

What a paragraph says is weighed by talk.py; here its place is: how far it is from the edge, whether a break or heading parts it from the
story, and what its neighbours are. A weak paragraph between two notes is one too; a strong one behind two paragraphs of story is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fic2book.cleaner.detectors.note_looks import (
    signature,
)
from fic2book.cleaner.detectors.note_places import NAME, STORY, Places
from fic2book.cleaner.detectors.talk import Talk, weigh_talk
from fic2book.cleaner.document import EDGE, Document
from fic2book.cleaner.weights import ACT
from fic2book.model import Finding

LISTED: Final = -2.5
"""Findings below this are not worth keeping even as rivals."""


def find_unlabelled(document: Document, taken: set[int]) -> Iterator[Finding]:
    """Findings of role "note" for what talks to the reader; `taken` are the blocks of labelled notes."""
    aside = taken | document.covered(
        "field", "disclaimer", "author", "date", "counter", "chrome", "contents", least=0.0
    )
    aside |= document.covered("title", least=ACT)
    aside |= {index for index in document.page.kinds if document.page.calls(index, "summary")}
    walls = document.covered("break", "heading", "part", "end", "caption", least=0.0)
    weighed = dict(_weighed(document, aside, walls))
    noted = set(taken) | document.covered("disclaimer", least=1.0)
    places = Places(document, walls, noted, aside, weighed)
    for at in list(weighed):
        places.note(at)
    places.reach_on()
    for at in sorted(noted & weighed.keys()):
        places.note(at)
    places.find_runs()
    for at in places.farewells():
        noted.update((at, at + 1))
        places.sure.update((at, at + 1))
        places.close(at)
        for signed in (at, at + 1):
            yield document.propose("note", signed, signed, ["note.signature", "note.farewell"])
    for at in sorted(weighed):
        finding = places.finding(at)
        if finding.weight > LISTED:
            yield finding
        if finding.weight > ACT:
            yield from _signed(document, at, aside, walls)


def _weighed(document: Document, aside: set[int], walls: set[int]) -> Iterator[tuple[int, tuple[Talk, int, bool]]]:
    """The paragraphs at edges with their talk, their distance from the edge and whether it lies before them; nearest first."""
    silent: set[int] = set()
    for at, depth, opening in sorted(
        [*document.edge_walk(), *_below(document)], key=lambda place: (place[1], place[0])
    ):
        outward = -1 if opening else 1
        if depth >= 2 and at + outward in silent and at + 2 * outward in silent:
            silent.add(at)  # two paragraphs of story lie between it and the edge
            continue
        if at in aside or at in walls or not document.texts[at]:
            continue
        talk = weigh_talk(document.texts[at], document.blocks[at].span)
        if talk.weight < STORY:
            silent.add(at)
        yield at, (talk, depth, opening)


def _below(document: Document) -> Iterator[tuple[int, int, bool]]:
    """What stands below an end mark, but no nearer to an edge than others are looked at."""
    return ((at, EDGE - 1, False) for at in document.below_end - document.edges)


def _signed(document: Document, at: int, aside: set[int], walls: set[int]) -> Iterator[Finding]:
    """The signature under a note, in one line or two: short, and the last before a wall or the end."""
    count = len(document.texts)
    for last in (at + 1, at + 2):
        if last >= count or last in aside or not document.texts[last]:
            return
        first_signs = signature(document.texts[at + 1])
        if first_signs and document.words[last] <= NAME and (last + 1 in walls or last + 1 >= count):
            for signed in range(at + 1, last + 1):
                yield document.propose("note", signed, signed, ["note.signature"])
            return
