"""What the user is told of a finished book: its figures, and everything that wants a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from fic2book.model import Book, Chapter, Cover, Notice, Summary
from fic2book.naming import UNTITLED


def notices_of(book: Book, cover: Cover | None) -> tuple[Notice, ...]:
    """Everything the user should know about a built book, stories first, in reading order."""
    untitled = _no_title(book)
    notices = [notice for part in book.parts for notice in part.notices if notice.code != "no-title"]
    return (*([untitled] if untitled else ()), *notices, *(cover.notices if cover else ()))


def summarise(book: Book) -> Summary:
    """The figures of a book: words and scenes of the story proper, and what was set aside, in words by role."""
    chapters = [chapter for part in book.parts for chapter in walk(part.chapters)]
    printed = [scene for chapter in chapters for scene in chapter.scenes]
    aside: Counter[str] = Counter()
    for part in book.parts:
        for note in (*part.notes, *(note for chapter in walk(part.chapters) for note in chapter.notes)):
            aside[note.role] += sum(len(block.text.split()) for block in note.blocks)
        for item in part.removed:
            words = len(part.source.text[item.span.start : item.span.stop].split())
            if words:
                aside[item.why] += words
    return Summary(
        title=book.metadata.title,
        authors=book.metadata.authors,
        words=sum(len(block.text.split()) for scene in printed for block in scene.blocks),
        chapters=sum(1 for chapter in chapters if chapter.heading and chapter.scenes) or 1,
        scenes=sum(
            1 + sum(1 for scene in chapter.scenes[1:] if scene.opening) for chapter in chapters if chapter.scenes
        ),
        set_aside=tuple(sorted(aside.items())),
        language=book.metadata.language,
    )


def walk(chapters: Sequence[Chapter]) -> Iterator[Chapter]:
    """Every chapter of a tree, parents first."""
    for chapter in chapters:
        yield chapter
        yield from walk(chapter.chapters)


def _no_title(book: Book) -> Notice | None:
    """A notice for the user when a book had to be called "Untitled"."""
    if book.metadata.title != UNTITLED:
        return None
    return Notice("no-title", "No title was found; give one with --title or in the sidecar.")
