"""Author's notes without a label: paragraphs at the edges of a text or chapter that talk to the reader.

What a paragraph says is weighed by talk.py; here its place is: how far it is from the edge, whether a break or heading parts it from the
story, and what its neighbours are. A weak paragraph between two notes is one too; a strong one behind two paragraphs of story is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fic2book.cleaner.detectors.note_looks import (
    APOLOGIES,
    LABELLED,
    TITLE,
    fragment,
    goes_on,
    like_title,
    signature,
    titular,
)
from fic2book.cleaner.detectors.note_signs import signs_off
from fic2book.cleaner.detectors.talk import Talk, weigh_talk
from fic2book.cleaner.document import EDGE, Document, because
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.weights import ACT
from fic2book.model import Finding

STORY: Final = -2.0
"""Below this a paragraph is story, whatever stands beside it."""

NOTED: Final = 1.2
"""From here on a paragraph lends weight to its neighbours."""

LISTED: Final = -2.5
"""Findings below this are not worth keeping even as rivals."""


NAME: Final = 4
"""Words of a signature's line."""

LINE: Final = 12
"""Words of what may be a line of the site beside other lines of the site."""

SURE: Final = 2.0
"""From here on it does so from further off."""

NEAR: Final = 4
"""Paragraphs within which a note lends weight to what lies between it and the edge."""


def find_unlabelled(document: Document, taken: set[int]) -> Iterator[Finding]:
    """Findings of role "note" for what talks to the reader; `taken` are the blocks of labelled notes."""
    aside = taken | document.covered(
        "field", "disclaimer", "author", "date", "counter", "chrome", "contents", least=0.0
    )
    aside |= document.covered("title", least=ACT)
    walls = document.covered("break", "heading", "part", "end", "caption", least=0.0)
    weighed = dict(_weighed(document, aside, walls))
    noted = set(taken) | document.covered("disclaimer", least=1.0)
    places = _Places(document, walls, noted, aside, weighed)
    for at in list(weighed):
        places.note(at)
    places.reach_on()
    for at in sorted(noted & weighed.keys()):
        places.note(at)
    for at in places.farewells():
        noted.update((at, at + 1))
        places.sure.update((at, at + 1))
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
    for at, depth, opening in sorted(document.edge_walk(), key=lambda place: (place[1], place[0])):
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


class _Places:
    """What the place of a paragraph says; `noted` grows while the paragraphs are gone through."""

    def __init__(
        self,
        document: Document,
        walls: set[int],
        noted: set[int],
        aside: set[int],
        weighed: dict[int, tuple[Talk, int, bool]],
    ) -> None:
        self.document, self.walls, self.noted, self.aside, self.weighed = document, walls, noted, aside, weighed
        self.sure = set(noted)
        self.below_end = document.below_end
        self.captions = document.covered("caption", least=0.0) - aside
        """They part what stands above them from the scene they open, not what stands below."""
        self.heads = document.covered("heading", "part", least=0.5)
        self.site = document.covered("chrome", least=ACT)
        self.looks = {at: tuple(self._looks(at)) for at in weighed}
        self.header = document.covered("field", "title", "author", "counter", least=ACT)

    def finding(self, at: int) -> Finding:
        """The paragraph as a note, with the reasons of its words and of its place."""
        talk, depth, opening = self.weighed[at]
        span = self.document.blocks[at].span
        reasons = (because(name, span) for name in self.reasons(at, depth, opening=opening))
        return self.document.propose("note", at, at, [*talk.evidence, *reasons])

    def reasons(self, at: int, depth: int, *, opening: bool) -> Iterator[str]:
        """The names of the reasons of its look and of its place."""
        inward = 1 if opening else -1
        yield from self.looks[at]
        if at in self.below_end:
            yield "talk.after-end"
        if depth == 0:
            yield "talk.first" if opening else "talk.last"
            if opening and self.document.texts[at].casefold().startswith(APOLOGIES):
                yield "talk.apologises"
        elif depth > 2:
            yield "talk.mild"
        if {at - 1, at + 1} <= self.heads:
            yield "talk.only-text"
        elif self._parted(at, inward):
            yield "talk.parted"
        elif opening and self.document.words[at] > TITLE and self._above_header(at):
            yield "talk.above-header"
        yield from self._company(at, depth, inward)

    def _company(self, at: int, depth: int, inward: int) -> Iterator[str]:
        """The names of the reasons of the notes and the story beside it."""
        beside = (at - 1 in self.noted) + (at + 1 in self.noted)
        if beside == 2:
            yield "talk.between-notes"
        elif not titular(self.looks[at]) and self._note_from(at, inward):
            yield "talk.between-notes" if self._note_from(at, -inward) else "talk.note-follows"
        elif beside:
            yield "talk.beside-note"
            if not self._parted(at, inward) and goes_on(self.weighed[at][0]):
                yield "talk.goes-on"
        elif depth and self._cut_off(at, -inward):
            yield "talk.cut-off"

    def note(self, at: int) -> bool:
        """Count a paragraph among the notes where it is one, likelier than not."""
        weight = self.finding(at).weight
        if weight > NOTED:
            self.noted.add(at)
        if weight > SURE:
            self.sure.add(at)
        return weight > NOTED

    def reach_on(self) -> None:
        """Look at the paragraphs below notes that lie further from the edge than others are looked at."""
        opening = self.document.openings
        for at in sorted(self.noted & opening):
            below = at + 1
            while below < len(self.document.texts) and self._unread(below):
                talk = weigh_talk(self.document.texts[below], self.document.blocks[below].span)
                self.weighed[below] = (talk, EDGE, True)
                self.looks[below] = tuple(self._looks(below))
                if not self.note(below):
                    break
                below += 1

    def _unread(self, at: int) -> bool:
        return (
            at not in self.weighed and at not in self.aside and at not in self.walls and bool(self.document.texts[at])
        )

    def farewells(self) -> Iterator[int]:
        """Lines that sign off below a note, with nothing between them that tells a story."""
        for at in sorted(self.weighed):
            if signs_off(self.document, at) and self._note_from(at, -1):
                yield at

    def _note_from(self, at: int, step: int) -> bool:
        """Whether a note follows in one direction, with nothing between that tells a story."""
        for there in range(at + step, at + step * (NEAR + 1), step):
            if there in self.walls:
                return False
            if there in self.sure:
                return True
            if self._talk(there) < STORY:
                return False
        return False

    def _looks(self, at: int) -> Iterator[str]:
        """The names of the reasons of what it looks like: speech, a field, a title, a heap of words, a site's line."""
        text = self.document.texts[at]
        known = {item.pattern for item in self.weighed[at][0].evidence}
        if text[0] in OPENING_QUOTES and "talk.key" not in known:
            yield "note.speech"
        if LABELLED.expression.match(text) is not None:
            yield "talk.labelled"
        elif like_title(text):
            yield "talk.like-title"
        elif fragment(text) and not any(name.startswith("talk.opens-") for name in known):
            yield "talk.fragment"
        if self.document.words[at] <= LINE and not self.site.isdisjoint((at - 1, at + 1)):
            yield "talk.among-site"

    def _parted(self, at: int, inward: int) -> bool:
        """Whether nothing but talk lies between a paragraph and a break or heading that parts it from the story."""
        for step in range(1, 7):
            there = at + inward * step
            if there in self.walls:
                return inward > 0 or there not in self.captions
            if there not in self.noted and self._talk(there) < STORY / 2:
                return False
        return False

    def _above_header(self, at: int) -> bool:
        """Whether header lines still follow, so that the story cannot have begun."""
        return any(at + step in self.header for step in (1, 2, 3))

    def _cut_off(self, at: int, outward: int) -> bool:
        """Whether a paragraph that is surely story lies between it and the edge."""
        return self._talk(at + outward) < STORY and at + outward not in self.aside

    def _talk(self, at: int) -> float:
        return self.weighed[at][0].weight if at in self.weighed else STORY * 2 if at not in self.aside else 0.0


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
