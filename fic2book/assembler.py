"""Stories → Book: chapters and scenes as decided, notes where the policy puts them.

The assembler moves blocks, it never changes one. What is not printed as text (fields, marks of breaks, furniture of sites) becomes
`Removed` with its reason, so the ledger can account for every character.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Any

from fic2book.model import (
    Block,
    Book,
    Break,
    Chapter,
    Decision,
    Job,
    Metadata,
    Note,
    Notice,
    Part,
    Removed,
    Scene,
    Settings,
    Span,
    Story,
)

NOTE_ROLES = frozenset({"note", "disclaimer", "dedication", "epigraph", "contents", "chrome"})
"""Roles that become a Note, unless the policy omits them."""

ABOUT_ROLES = frozenset({"title", "author", "field", "date", "counter"})
"""Roles whose words are printed on the title page and in "About this story", not where they stood."""

DEFAULT_MODIFIED = "2000-01-01T00:00:00Z"
"""The modification date of a book about which no date is known; a clock would make each build differ."""


def assemble(stories: Sequence[Story], job: Job) -> Book:
    """One book of `stories`, in their order. The user's metadata in `job` wins over what was found."""
    parts = tuple(assemble_part(story, job.settings) for story in stories)
    metadata = _book_metadata(parts, job)
    if len(parts) == 1:
        parts = (replace(parts[0], metadata=metadata),)
    return Book(metadata, parts, identifier=_identifier(metadata, parts), modified=_modified(metadata, job))


def assemble_part(story: Story, settings: Settings) -> Part:
    """One story as a tree of chapters and scenes, with its notes and everything set aside."""
    builder = _Builder(story, settings)
    for decision in story.decisions:
        builder.take(decision)
    chapters, notes = builder.finished()
    return Part(
        metadata=_printable(story.metadata),
        chapters=chapters,
        notes=notes,
        source=story.manuscript.source,
        removed=(*story.manuscript.removed, *builder.removed),
        resources=story.manuscript.resources,
        notices=(*story.manuscript.notices, *story.notices),
    )


# ---------------------------------------------------------------- building a tree


@dataclass(slots=True)
class _OpenScene:
    opening: Break | None = None
    caption: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _OpenChapter:
    kind: str = ""
    depth: int = 1  # 0 for parts, 1 for chapters
    heading: list[Block] = field(default_factory=list)
    scenes: list[_OpenScene] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    ending: list[Block] = field(default_factory=list)
    after: bool = False  # text of the story stood since the heading


class _Builder:
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
        place = decision.place or self._policy(decision)
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
            return "appendix" if self.settings.chrome == "appendix" else "omit"
        if role in ABOUT_ROLES:
            return "about"
        if role not in NOTE_ROLES:
            return ""
        chosen = self.settings.disclaimers if role == "disclaimer" else self.settings.notes
        if role in ("note", "disclaimer") and chosen != "auto":
            return self._edge() if chosen == "chapter" else chosen
        if not self._begun():
            return "front"
        if decision.first > self.last_text:
            return "back"
        return self._edge()

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
        depth = 0 if decision.role == "part" else 1
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
            self.chapters[-1].notes.append(Note(decision.role, tuple(blocks), place, decision.value))
        else:
            where = place if place in ("front", "back", "popup", "appendix") else "front"
            self.notes.append(Note(decision.role, tuple(blocks), where, decision.value))

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
    """Chapters under the part they follow."""
    tree: list[Chapter] = []
    inner: list[Chapter] = []
    for chapter in reversed(chapters):
        if chapter.depth == 0:
            tree.append(_closed(chapter, tuple(reversed(inner))))
            inner = []
        else:
            inner.append(_closed(chapter))
    return (*reversed(inner), *reversed(tree))


def _closed(chapter: _OpenChapter, inner: tuple[Chapter, ...] = ()) -> Chapter:
    scenes = tuple(Scene(tuple(item.blocks), item.opening, tuple(item.caption)) for item in chapter.scenes)
    return Chapter(chapter.kind, tuple(chapter.heading), scenes, tuple(chapter.notes), inner, tuple(chapter.ending))


# ---------------------------------------------------------------- metadata of the book


def merged(found: Metadata, chosen: Metadata) -> Metadata:
    """`found` with every non-empty value of `chosen` in its place."""
    changes = {item.name: getattr(chosen, item.name) for item in fields(Metadata) if getattr(chosen, item.name)}
    return replace(found, **changes)


_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold. Pages' titles, configurations and command lines may have any of it; blocks are rid of it by named rules."""


def _printable(metadata: Metadata) -> Metadata:
    """`metadata` with only what a book can hold. Fields are words of blocks and are left as they are."""
    changes: dict[str, Any] = {}
    for item in fields(Metadata):
        value = getattr(metadata, item.name)
        if item.name != "fields" and any(map(_UNPRINTABLE.search, (value,) if isinstance(value, str) else value)):
            kept = [_UNPRINTABLE.sub("", words) for words in ((value,) if isinstance(value, str) else value)]
            changes[item.name] = kept[0] if isinstance(value, str) else tuple(filter(None, kept))
    return replace(metadata, **changes)


def _book_metadata(parts: Sequence[Part], job: Job) -> Metadata:
    found = parts[0].metadata if len(parts) == 1 else _shared(parts)
    metadata = merged(found, _printable(job.metadata))
    if job.settings.language:
        metadata = replace(metadata, language=job.settings.language)
    return metadata if metadata.title else replace(metadata, title="Untitled")


def _shared(parts: Sequence[Part]) -> Metadata:
    """What several stories have in common: all authors, fandoms and tags once, the language of most words."""
    stories = [part.metadata for part in parts]

    def union(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for story in stories for value in getattr(story, name)))

    languages = Counter[str]()
    for part in parts:
        languages[part.metadata.language] += len(part.source.text)
    series = {story.series for story in stories}
    return Metadata(
        authors=union("authors"),
        fandoms=union("fandoms"),
        relationships=union("relationships"),
        characters=union("characters"),
        tags=union("tags"),
        warnings=union("warnings"),
        language=max(sorted(languages), key=lambda language: languages[language], default=""),
        series=series.pop() if len(series) == 1 else "",
        date=max((story.date for story in stories), default=""),
        updated=max((story.updated for story in stories), default=""),
    )


def _identifier(metadata: Metadata, parts: Sequence[Part]) -> str:
    """A UUID from the title, the authors and each story's opening words, so that a story that grows keeps its identity."""
    digest = hashlib.sha256()
    for words in (metadata.title, *metadata.authors, *(_opening(part) for part in parts)):
        digest.update(words.encode("utf-8", "surrogatepass") + b"\0")
    return f"urn:uuid:{uuid.UUID(bytes=digest.digest()[:16], version=4)}"


def _opening(part: Part) -> str:
    first = next(_story_blocks(part.chapters), None)
    return "" if first is None else " ".join(first.text.split()[:40])


def _story_blocks(chapters: Sequence[Chapter]) -> Iterator[Block]:
    for chapter in chapters:
        for scene in chapter.scenes:
            yield from scene.blocks
        yield from _story_blocks(chapter.chapters)


def _modified(metadata: Metadata, job: Job) -> str:
    """The book's date, and a second more for each revision: a reading system takes the book of a later instant for the newer one."""
    date = job.settings.date or metadata.updated or metadata.date
    instant = DEFAULT_MODIFIED if not date else date if "T" in date else f"{date[:10]}T00:00:00Z"
    return _later(instant, job.revision) if job.revision else instant


def _later(instant: str, seconds: int) -> str:
    try:
        moment = datetime.fromisoformat(instant)
    except ValueError:  # a date that is none is the exporter's to complain about
        return instant
    return f"{(moment + timedelta(seconds=seconds)).isoformat()}".replace("+00:00", "Z")


def no_title_notice(book: Book) -> Notice | None:
    """A notice for the user when a book had to be called "Untitled"."""
    if book.metadata.title != "Untitled":
        return None
    return Notice("no-title", "No title was found; give one with --title or in the sidecar.")
