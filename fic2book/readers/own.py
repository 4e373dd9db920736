"""Our own EPUBs, read back to the structure they were made from. The markup is described in docs/epub-markup.md.

What the book's makers wrote (class ``made``) stays out of the text; what the story's author wrote comes back with its role as a finding
whose evidence is our own markup, so that cleaning decides as it did before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from fic2book.model import (
    PLACES,
    ROLES,
    STORY_POPUP,
    UNKNOWN_LANGUAGE,
    Evidence,
    Field,
    Finding,
    Manuscript,
    Metadata,
    Resource,
    Span,
)
from fic2book.readers.archive import Archive
from fic2book.readers.builder import Builder
from fic2book.readers.decode import decode
from fic2book.readers.forms import Context
from fic2book.readers.html import joined, parse
from fic2book.readers.markup import BLOCKS
from fic2book.readers.package import Package
from fic2book.readers.pictures import Pictures, picture_type
from fic2book.readers.walk import Walk

if TYPE_CHECKING:
    from bs4 import Tag

WEIGHT: Final = 8.0
"""Log-odds of our own markup: it was decided once, and the user may have had a hand in it."""

_SKIPPED: Final = frozenset({"cover", "colophon", "nav"})
_UPPER: Final = frozenset({"part", "book", "volume", "arc", "act"})
"""Kinds of headings above chapters."""


def read_own(archive: Archive, package: Package, digest: str) -> Manuscript:
    """The manuscript of an EPUB that fic2book made."""
    from fic2book.readers.epub import fetcher, tell_missing

    builder = Builder(metadata=package.metadata)
    walk = OwnWalk(builder, Pictures(builder), {})
    for item in package.spine:
        path = archive.find(item.path)
        if "nav" in item.properties:
            continue
        if not path:
            tell_missing(builder, item)
            continue
        markup = decode(archive.read(path), f"{archive.name} ({path})").text
        soup = parse(markup)
        body = soup.find("section")
        if body is not None and _SKIPPED & set(str(body.get("class", "")).split()):
            continue
        builder.metadata = package.metadata
        walk.pictures = Pictures(builder, fetcher(archive, path))
        walk.walk(soup)
        builder.flush()
        walk.pictures.report()
        walk.page_ends()
    _add_cover(archive, package, builder)
    metadata = walk.metadata if walk.stories == 1 else joined(package.metadata, walk.metadata)
    builder.metadata = metadata if metadata.language else replace(metadata, language=UNKNOWN_LANGUAGE)
    found = sorted(walk.headed(), key=lambda finding: finding.first)
    return replace(builder.manuscript(archive.name, "epub", "utf-8", digest, found), settled=True)


def _add_cover(archive: Archive, package: Package, builder: Builder) -> None:
    path = archive.find(package.cover) if package.cover else ""
    if path:
        data = archive.read(path)
        media_type, suffix = picture_type(data)
        if media_type:
            builder.resources.append(Resource(f"cover{suffix}", media_type, data, "cover"))


@dataclass(slots=True)
class _Open:
    """An element whose blocks get a role when it ends."""

    tag: Tag
    role: str
    value: str
    first: int
    attributes: Mapping[str, str]


@dataclass(slots=True)
class OwnWalk(Walk):
    """Walks a page of ours and notes the role of its blocks."""

    found: list[Finding] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    opened: list[_Open] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    pause: tuple[str, str] | None = None
    stories: int = 0
    chapter: str = ""
    level: int = 0  # of the chapter's heading; 0 is a story's title
    heads: list[tuple[int, int]] = field(
        default_factory=list
    )  # places in `found` of headings and parts, with their levels
    late: bool = False  # on the page of notes after the story

    def start(self, tag: Tag) -> bool:
        """Tell of an element's start; what we made is skipped."""
        attributes = {str(key).lower(): str(value or "") for key, value in tag.attrs.items()}
        classes = attributes.get("class", "").split()
        name = tag.name.lower()
        if name == "title" or "reference" in classes:
            return False
        if classes[:1] == ["made"]:
            if "picture" in classes:
                self.builder.image("", attributes.get("data-alt", ""), attributes.get("data-address", ""))
            return False
        if name == "hr" and "break" in classes:
            self._break(attributes, "hard" if "hard" in classes else "soft")
            return False
        if name == "img" and "data-alt" in attributes:
            tag["alt"] = attributes["data-alt"]  # what it says instead is ours
        if attributes.get("data-story"):
            self._story(attributes["data-story"], shown="story-title" in classes)
        if name == "section" and tag.find_parent("section") is None:
            self.late = "notes" in classes
        if "data-kind" in attributes:
            self.chapter = attributes["data-kind"]
            level = attributes.get("data-level", "")
            self.level = int(level) if level.isdecimal() and len(level) < 3 else 1
        role, value = self._role(tag, name, classes, attributes)
        if role:
            self.builder.flush()
            self.opened.append(_Open(tag, role, value, len(self.builder.blocks), attributes))
        if not role and name in BLOCKS and name != "section":
            self._apply_pause()
        return Walk.start(self, tag)

    def _role(self, tag: Tag, name: str, classes: list[str], attributes: Mapping[str, str]) -> tuple[str, str]:
        if "data-field" in attributes:
            return "field", attributes["data-field"]
        if "data-note" in attributes:
            role = attributes["data-note"]
            return (role if role in ROLES else "note"), attributes.get("data-label", "")
        if name == "hgroup" or (
            name in {"h1", "h2", "h3", "h4", "h5", "h6"} and str(attributes.get("id", "")).endswith("-heading")
        ):
            if any(item.role in {"heading", "part"} for item in self.opened):
                return "", ""
            return ("part" if self.chapter in _UPPER else "heading"), self.chapter or "chapter"
        if "caption" in classes and name != "caption":
            return "caption", ""
        if "end" in classes:
            return "end", ""
        if "scene" in classes:
            return "story", ""
        return ("note", "foreword") if "foreword" in classes else ("", "")

    def end(self, tag: Tag) -> None:
        """Tell of an element's end; its blocks get their role."""
        Walk.end(self, tag)
        if self.opened and self.opened[-1].tag is tag:
            self.builder.flush()
            self._settle(self.opened.pop())

    def _settle(self, done: _Open) -> None:
        last = len(self.builder.blocks) - 1
        free = [index for index in range(done.first, last + 1) if index not in self.taken]
        for first, stop in _stretches(free):
            if done.role == "field":
                self._field(done, first, stop)
            else:
                place = done.attributes.get("data-place", "")
                place = STORY_POPUP if self.late and place == "popup" else place
                self._add(done.role, first, stop, done.value, place=place)
        self.taken.update(free)

    def _field(self, done: _Open, first: int, last: int) -> None:
        blocks = self.builder.blocks[first : last + 1]
        label = blocks[0].text if "dt" in blocks[0].hint.split() else ""
        value = "\n".join(block.text for block in (blocks[1:] if label else blocks))
        span = Span(blocks[0].span.start, blocks[-1].span.stop)
        self._add("field", first, last, "", [Field(done.value, value, span, label)])

    def _add(
        self, role: str, first: int, last: int, value: str, found: Iterable[Field] = (), *, place: str = ""
    ) -> None:
        blocks = self.builder.blocks
        span = Span(blocks[first].span.start, blocks[last].span.stop)
        evidence = Evidence(f"markup:fic2book:{role}", span, WEIGHT, "the book was made by fic2book and says so")
        known = place if place in PLACES or place == STORY_POPUP else ""
        if role in {"heading", "part"}:
            self.heads.append((len(self.found), self.level))
        self.found.append(Finding(role, first, last, (evidence,), value, "reader", tuple(found), known))

    def headed(self) -> list[Finding]:
        """What was found, with headings in place of parts that nothing is below: "Book 2 of the Harbour Cycle" heads a chapter."""
        found = list(self.found)
        for (at, level), (_, below) in pairwise(self.heads):
            if found[at].role == "part" and below <= level:
                found[at] = replace(found[at], role="heading")
        return found

    def _break(self, attributes: Mapping[str, str], strength: str) -> None:
        """A scene break: its mark comes back as the line it was; a break without one is a pause before the next block."""
        builder = self.builder
        builder.flush()
        mark = attributes.get("data-mark", "")
        if not mark:
            self.pause = (strength, "pause")
            return
        builder.open(Context(name="p", paragraph=True, fixed=True), block=True)
        builder.text(mark)
        builder.close()
        index = len(builder.blocks) - 1
        if index >= 0 and builder.blocks[index].text == mark:
            self.taken.add(index)
            self._add("break", index, index, strength)

    def _apply_pause(self) -> None:
        if self.pause is not None:
            place = Span(self.builder.length, self.builder.length)
            evidence = Evidence("markup:fic2book:pause", place, WEIGHT, "the book was made by fic2book and says so")
            self.found.append(
                Finding(
                    "pause", len(self.builder.blocks), len(self.builder.blocks), (evidence,), self.pause[0], "reader"
                )
            )
            self.pause = None

    def _story(self, told: str, *, shown: bool) -> None:
        try:
            known: dict[str, Any] = json.loads(told)
        except ValueError:
            return
        names = {item.name for item in fields(Metadata)} - {"fields"}
        values: dict[str, Any] = {
            key: tuple(map(str, value)) if isinstance(value, list) else str(value)
            for key, value in known.items()
            if key in names
        }
        self.stories += 1
        if not shown:
            self.metadata = Metadata(**values)
            return
        builder = self.builder
        self.level = 0
        builder.open(Context(name="h1", heading=1, hint="story-title"), block=True)
        builder.text(str(values.get("title", "")))
        builder.close()
        if builder.blocks and builder.blocks[-1].hint == "story-title":
            self._add("part", len(builder.blocks) - 1, len(builder.blocks) - 1, "part")

    def page_ends(self) -> None:
        """Forget what was open: each page is a document of its own."""
        self.opened.clear()


def _stretches(indices: list[int]) -> list[tuple[int, int]]:
    """First and last of each unbroken stretch of numbers."""
    stretches: list[tuple[int, int]] = []
    for index in indices:
        if stretches and stretches[-1][1] == index - 1:
            stretches[-1] = (stretches[-1][0], index)
        else:
            stretches.append((index, index))
    return stretches
