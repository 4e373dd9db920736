"""A book's identifier and its instant: from its content and its dates, never from a clock or a random number."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from fic2book.model import Block, Chapter, Job, Metadata, Part

DEFAULT_MODIFIED = "2000-01-01T00:00:00Z"
"""The modification date of a book about which no date is known; a clock would make each build differ."""


def identifier_of(metadata: Metadata, parts: Sequence[Part]) -> str:
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


def modified_of(metadata: Metadata, job: Job) -> str:
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
