"""What the place of a paragraph and the notes beside it say about its being a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fic2book.cleaner.detectors.note_looks import (
    LABELLED,
    TITLE,
    capitalised,
    excuses,
    fragment,
    goes_on,
    like_title,
    signature,
    titular,
)
from fic2book.cleaner.detectors.note_signs import is_greeting, signs_off
from fic2book.cleaner.detectors.salutations import SALUTATION
from fic2book.cleaner.detectors.talk import Talk, weigh_talk
from fic2book.cleaner.document import EDGE, Document, because
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.weights import ACT
from fic2book.model import Finding

STORY: Final = -2.0
"""Below this a paragraph is story, whatever stands beside it."""

NOTED: Final = 1.2
"""From here on a paragraph lends weight to its neighbours."""

LINE: Final = 12
"""Words of what may be a line of the site beside other lines of the site."""

NAME: Final = 4
"""Words of a signature's line."""

SURE: Final = 2.0
"""From here on it does so from further off."""

NEAR: Final = 4
"""Paragraphs within which a note lends weight to what lies between it and the edge."""


class Places:
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
        self.signed = set[int]()
        self.runs = set[int]()
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
        if self.document.page.calls(at, "note"):
            yield "talk.named"
        elif at in self.document.page.outside and self.document.words[at] > LINE:
            yield "talk.outside"
        if at in self.below_end:
            yield "talk.after-end"
        if depth == 0:
            yield "talk.first" if opening else "talk.last"
        elif depth > 2:
            yield "talk.mild"
        if {at - 1, at + 1} <= self.heads:
            yield "talk.only-text"
        elif self._parted(at, inward):
            yield "talk.parted"
        elif opening and self.document.words[at] > TITLE and self._above_header(at):
            yield "talk.above-header"
        if depth <= 1 and excuses(self.document.texts[at]):
            yield "talk.apologises"
        if at in self.signed or (not opening and self._signed(at + 1)):
            yield "talk.signed-below"
        if at in self.runs:
            yield "talk.run"
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
        """Look at the paragraphs beside notes that lie further from the edge than others are looked at."""
        for at in sorted(self.noted & self.document.edges):
            opening = at in self.document.openings
            step = 1 if opening else -1
            there = at + step
            while 0 <= there < len(self.document.texts) and self._unread(there):
                talk = weigh_talk(self.document.texts[there], self.document.blocks[there].span)
                self.weighed[there] = (talk, EDGE, opening)
                self.looks[there] = tuple(self._looks(there))
                if not self.note(there):
                    break
                there += step

    def _unread(self, at: int) -> bool:
        return (
            at not in self.weighed and at not in self.aside and at not in self.walls and bool(self.document.texts[at])
        )

    def farewells(self) -> Iterator[int]:
        """Lines that sign off below a note, with nothing between them that tells a story."""
        for at in sorted(self.weighed):
            if signs_off(self.document, at) and self._note_from(at, -1):
                yield at

    def close(self, at: int) -> None:
        """Give what stands between a note and its sign-off at `at` to the note."""
        above = at - 1
        while above not in self.noted:
            self.signed.add(above)
            above -= 1

    def _signed(self, at: int) -> bool:
        """Whether the last line of a text or chapter is a signature."""
        texts = self.document.texts
        return (
            at < len(texts)
            and (at + 1 == len(texts) or at + 1 in self.walls)
            and self.document.words[at] <= NAME
            and signature(texts[at])
        )

    def find_runs(self) -> None:
        """Find the paragraphs of which several stand between an edge and a wall, each of them likelier talk than not and said to somebody."""
        for at, (_, depth, opening) in self.weighed.items():
            if depth == 0:
                run, ended = self._run(at, 1 if opening else -1)
                if ended and len(run) > 1 and all(map(self._likely, run)):
                    self.runs.update(run)

    def _likely(self, at: int) -> bool:
        return at in self.noted or (goes_on(self.weighed[at][0]) and self.finding(at).weight > 0)

    def _run(self, at: int, inward: int) -> tuple[list[int], bool]:
        """The paragraphs from an edge on, and whether a wall parts them from the story."""
        run: list[int] = []
        while at in self.weighed or at in self.aside:
            if at in self.weighed:
                run.append(at)
            at += inward
        return run, at in self.walls and (inward > 0 or at not in self.captions)

    def _note_from(self, at: int, step: int) -> bool:
        """Whether a note follows in one direction, with nothing between that tells a story."""
        for there in range(at + step, at + step * (NEAR + 1), step):
            if there in self.walls or self._greets(there):
                return False
            if there in self.sure:
                return True
            if self._talk(there) < STORY:
                return False
        return False

    def _greets(self, at: int) -> bool:
        """Whether a line begins a letter of the telling."""
        return at in self.document.edges and SALUTATION.fullmatch(self.document.texts[at]) is not None

    def _looks(self, at: int) -> Iterator[str]:
        """The names of the reasons of what it looks like: speech, a field, a title, a heap of words, a site's line."""
        text = self.document.texts[at]
        known = {item.pattern for item in self.weighed[at][0].evidence}
        if text[0] in OPENING_QUOTES and "talk.key" not in known:
            yield "note.speech"
        if LABELLED.expression.match(text) is not None:
            yield "talk.labelled"
        elif like_title(text):
            yield "talk.fragment" if "talk.marks-none" not in known and not capitalised(text) else "talk.like-title"
        elif fragment(text) and not is_greeting(text) and not any(name.startswith("talk.opens-") for name in known):
            yield "talk.fragment"
        if is_greeting(text) and self._talk(at + 1) > 0:
            yield "talk.greeting"
        if at - 1 in self.captions:
            yield "talk.below-caption"
        if self._greets(at - 1):
            yield "talk.in-letter"
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
