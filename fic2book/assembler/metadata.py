"""What a book says of itself: the user's words first, then what its stories say, or what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from fic2book.lazy import lazy
from fic2book.model import Job, Metadata, Part
from fic2book.naming import UNTITLED


def merged(found: Metadata, chosen: Metadata) -> Metadata:
    """`found` with every non-empty value of `chosen` in its place."""
    changes = {item.name: getattr(chosen, item.name) for item in fields(Metadata) if getattr(chosen, item.name)}
    return replace(found, **changes)


_UNPRINTABLE = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold. Pages' titles, configurations and command lines may have any of it; blocks are rid of it by named rules."""


def printable(metadata: Metadata) -> Metadata:
    """`metadata` with only what a book can hold. Fields are words of blocks and are left as they are."""
    changes: dict[str, Any] = {}
    for item in fields(Metadata):
        value = getattr(metadata, item.name)
        written = (value,) if isinstance(value, str) else value
        if item.name == "fields" or all(map(str.isprintable, written)):
            continue
        if any(map(_UNPRINTABLE.search, written)):
            kept = [_UNPRINTABLE.sub("", words) for words in written]
            changes[item.name] = kept[0] if isinstance(value, str) else tuple(filter(None, kept))
    return replace(metadata, **changes)


def book_metadata(parts: Sequence[Part], job: Job) -> Metadata:
    """What is known of the book; one without a title is called "Untitled"."""
    found = parts[0].metadata if len(parts) == 1 else _shared(parts)
    metadata = merged(found, printable(job.metadata))
    if job.settings.language:
        metadata = replace(metadata, language=job.settings.language)
    return metadata if metadata.title else replace(metadata, title=UNTITLED)


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
