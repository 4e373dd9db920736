"""The decisions of one story, walked in reading order: chapters with their scenes, notes in their places, and what is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from typing import Final

from fic2book.model import (
    CONTINUED,
    STORY_POPUP,
    Block,
    Break,
    Chapter,
    Decision,
    Note,
    Removed,
    Scene,
    Settings,
    Span,
    Story,
)
from fic2book.records import dataclass

NOTE_ROLES = frozenset({"note", "disclaimer", "dedication", "epigraph", "contents", "chrome"})
"""Roles that become a Note, unless the policy omits them."""

ABOUT_ROLES = frozenset({"title", "author", "field", "date", "counter"})
"""Roles whose words are printed on the title page and in "About this story", not where they stood."""


DEPTHS: Final = {"volume": 0, "book": 1, "part": 2, "arc": 2, "act": 3}
"""What holds what among the headings above chapters."""

CHAPTER: Final = 9


@dataclass(slots=True)
class _OpenScene:
    opening: Break | None = None
    caption: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _OpenChapter:
    kind: str = ""
    depth: int = CHAPTER  # in the tree; the lower it is, the more it holds
    heading: list[Block] = field(default_factory=list)
    scenes: list[_OpenScene] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    ending: list[Block] = field(default_factory=list)
    after: bool = False  # text of the story stood since the heading


class TreeBuilder:
    """Walks the decisions of one story and collects chapters, notes and removals."""

    def __init__(self, story: Story, settings: Settings) -> None:
        self.blocks = story.manuscript.blocks
        self.text = story.manuscript.source.text
        self.settings = settings
        self.removed: list[Removed] = []
        self.chapters: list[_OpenChapter] = []
        self.notes: list[Note] = []
        self.pending: Break | None = None
        self.captions: list[Block] = []
        self.pauses = {item.first: item for item in story.boundaries if item.role == "pause"}
        texts = [
            item.last for item in story.decisions if item.role in ("story", "heading", "part") or item.place == "keep"
        ]
        self.last_text = max(texts, default=-1)

    def take(self, decision: Decision) -> None:
        """Put the blocks of one decision where they belong."""
        place = (decision.place if decision.by == "user" else "") or self._policy(decision)
        blocks = self.blocks[decision.first : decision.last + 1]
        if place == "omit":
            self._remove(blocks, decision.role)
        elif place == "keep" or decision.role == "story":
            self._story(decision.first, blocks)
        elif decision.role in ("heading", "part"):
            self._open(decision, blocks)
        elif decision.role == "break":
            self._break(decision, blocks)
        elif decision.role == "caption":
            self._pause_before(decision.first)
            self.captions.extend(blocks)
        elif decision.role == "end":
            self._end(blocks)
        else:
            self._aside(decision, blocks, place)

    def finished(self) -> tuple[tuple[Chapter, ...], tuple[Note, ...]]:
        """The tree and the notes of the whole story."""
        self._flush_captions()
        if self.pending is not None:
            self.pending = None  # a mark after the last line parts nothing
        return _nested(self.chapters), tuple(self.notes)

    # -- policy

    def _policy(self, decision: Decision) -> str:
        role = decision.role
        if role == "chrome":
            return "appendix" if "appendix" in (self.settings.chrome, decision.place) else "omit"
        if role in ABOUT_ROLES:
            return "about"
        if role not in NOTE_ROLES:
            return ""
        chosen = self.settings.disclaimers if role == "disclaimer" else self.settings.notes
        if role in ("note", "disclaimer") and chosen != "auto":
            return self._edge() if chosen == "chapter" else chosen
        if decision.place:
            return decision.place
        if not self._begun():
            return "front"
        if decision.first > self.last_text and "chapter" not in decision.value.lower():
            return "back"
        return self._edge()  # "Chapter End Notes" are the last chapter's, though nothing of the story follows them

    def _begun(self) -> bool:
        return bool(self.chapters)

    def _edge(self) -> str:
        if not self.chapters:
            return "front"
        return "after" if self.chapters[-1].after else "before"

    # -- placing

    def _remove(self, blocks: Sequence[Block], why: str) -> None:
        self.removed.extend(Removed(block.span, why) for block in blocks)

    def _open(self, decision: Decision, blocks: Sequence[Block]) -> None:
        self._flush_captions()
        self.pending = None  # a mark before a heading parts nothing more
        depth = DEPTHS.get(decision.value, DEPTHS["part"]) if decision.role == "part" else CHAPTER
        self.chapters.append(_OpenChapter(decision.value or "chapter", depth, list(blocks)))

    def _chapter(self) -> _OpenChapter:
        if not self.chapters:
            self.chapters.append(_OpenChapter())
        return self.chapters[-1]

    def _pause_before(self, index: int) -> None:
        pause = self.pauses.get(index)
        if pause is not None and self.pending is None:
            place = self.blocks[index].span.start
            self.pending = Break(pause.value or "hard", Span(place, place), by=pause.by)

    def _story(self, first: int, blocks: Sequence[Block]) -> None:
        self._reopen()
        for offset, block in enumerate(blocks):
            self._pause_before(first + offset)
            self._scene().blocks.append(block)
        self._chapter().after = True

    def _reopen(self) -> None:
        """Text after an end mark: the mark ends nothing, and stays where it stands."""
        chapter = self._chapter()
        if chapter.ending:
            self._scene().blocks.extend(chapter.ending)
            chapter.ending.clear()

    def _scene(self) -> _OpenScene:
        chapter = self._chapter()
        if not chapter.scenes:
            chapter.scenes.append(_OpenScene(caption=self._taken_captions()))
            self.pending = None
        elif self.pending is not None or self.captions:
            chapter.scenes.append(_OpenScene(self.pending, self._taken_captions()))
            self.pending = None
        return chapter.scenes[-1]

    def _taken_captions(self) -> list[Block]:
        taken, self.captions = self.captions, []
        return taken

    def _flush_captions(self) -> None:
        """Print captions that no text follows as text."""
        if self.captions:
            blocks = self._taken_captions()
            self._scene().blocks.extend(blocks)

    def _break(self, decision: Decision, blocks: Sequence[Block]) -> None:
        self._flush_captions()
        self._remove(blocks, "break")
        strength = decision.value if decision.value in ("soft", "hard") else "hard"
        if self.pending is not None and self.pending.strength == "hard":
            strength = "hard"
        text = " ".join(block.text.strip() for block in blocks).strip()
        self.pending = Break(strength, Span(blocks[0].span.start, blocks[-1].span.stop), text, decision.by)

    def _end(self, blocks: Sequence[Block]) -> None:
        self._flush_captions()
        self.pending = None
        self._chapter().ending.extend(blocks)

    def _aside(self, decision: Decision, blocks: Sequence[Block], place: str) -> None:
        if decision.role in ABOUT_ROLES:
            self._about(decision, blocks)
            return
        if place in ("before", "after", "popup") and self.chapters:
            self._note(self.chapters[-1].notes, decision, blocks, place)
        else:
            where = "popup" if place == STORY_POPUP else place
            where = where if where in ("front", "back", "popup", "appendix") else "front"
            self._note(self.notes, decision, blocks, where)

    def _note(self, notes: list[Note], decision: Decision, blocks: Sequence[Block], place: str) -> None:
        """A note of its own, or more of the last one where a program wrapped it."""
        if decision.value != CONTINUED:
            notes.append(Note(decision.role, tuple(blocks), place, decision.value))
        elif notes and (notes[-1].role, notes[-1].place) == (decision.role, place):
            notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, *blocks))
        else:
            notes.append(Note(decision.role, tuple(blocks), place))

    def _about(self, decision: Decision, blocks: Sequence[Block]) -> None:
        """Fields go to the about page; a line with words that no field holds is kept as a note."""
        if decision.role != "field":
            self._remove(blocks, decision.role)
            return
        for block in blocks:
            if _covered(self.text, block.span, decision):
                self._remove([block], "field")
            else:
                self.notes.append(Note("note", (block,), "front"))


def _covered(text: str, span: Span, decision: Decision) -> bool:
    """Whether the decision's fields hold every letter and digit of `span`."""
    position = span.start
    for start, stop in sorted(item.span for item in decision.fields):
        if start >= span.stop or stop <= span.start:
            continue
        if _wordy(text[position:start]):
            return False
        position = max(position, stop)
    return not _wordy(text[position : span.stop])


def _wordy(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _nested(chapters: Sequence[_OpenChapter]) -> tuple[Chapter, ...]:
    """Chapters under the part they follow, and parts under the book or volume they follow."""
    root: list[Chapter] = []
    above: list[tuple[_OpenChapter, list[Chapter]]] = []

    def close(depth: int) -> None:
        while above and above[-1][0].depth >= depth:
            chapter, inner = above.pop()
            (above[-1][1] if above else root).append(_closed(chapter, tuple(inner)))

    for chapter in chapters:
        close(chapter.depth)
        above.append((chapter, []))
    close(0)
    return tuple(root)


def _closed(chapter: _OpenChapter, inner: tuple[Chapter, ...] = ()) -> Chapter:
    scenes = tuple(Scene(tuple(item.blocks), item.opening, tuple(item.caption)) for item in chapter.scenes)
    return Chapter(chapter.kind, tuple(chapter.heading), scenes, tuple(chapter.notes), inner, tuple(chapter.ending))
