"""The title page of FanFicFare's output: a list of labels, and what the book's package adds to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from fic2book.model import Block, Metadata, Run
from fic2book.readers.sites.marks import addresses, has, language_code, links, words

NAMES: Final[dict[str, str]] = {
    "category": "fandom", "fandoms": "fandom", "fandom": "fandom", "crossover fandom": "fandom", "genre": "genre",
    "characters": "characters", "ships": "relationship", "relationships": "relationship", "pairing": "relationship",
    "pairings": "relationship", "language": "language", "rating": "rating", "warnings": "warnings", "content warnings": "warnings",
    "series": "series", "status": "status", "published": "date", "updated": "updated", "packaged": "packaged", "chapters": "chapters",
    "words": "words", "publisher": "publisher", "site": "publisher", "story url": "url", "author url": "website", "summary": "summary",
    "extra tags": "keywords", "additional tags": "keywords", "freeform tags": "keywords", "site tags": "keywords", "tags": "keywords",
    "erotica tags": "keywords", "tropes": "keywords", "ao3 categories": "category", "collections": "collections", "comments": "read",
    "kudos": "read", "hits": "read", "bookmarks": "read", "reviews": "read", "favs": "read", "faves": "read", "follows": "read",
    "views": "read", "author's notes": "notes", "story notes": "notes", "notes": "notes", "classification": "category", "eras": "setting",
    "universe": "universe", "translator": "translator", "translators": "translator", "betas": "beta", "beta readers": "beta",
    "prompt": "prompt", "subject tags": "keywords", "description": "summary", "word count": "words", "author": "author",
    "disclaimer": "disclaimer", "dedication": "dedication", "chapters/total chapters": "chapters",
}  # fmt: skip
"""Its labels, small letters, to canonical names. Its "Category" is a fandom."""

_LISTS: Final = {
    "fandom": "fandoms",
    "relationship": "relationships",
    "characters": "characters",
    "warnings": "warnings",
}
ENOUGH: Final = 5  # labels that only its title page has together
_TITLE_PAGE: Final = ("fff_titlepage", "full")
_LABELLED: Final = re.compile(r"([A-Z][\w' ]{2,24}|Chapters/Total Chapters):[\t ]\s*(\S.*)", re.DOTALL)
_LABEL: Final = re.compile(r"([^:\n]{1,40}):\s*(.*)", re.DOTALL)
SPLIT: Final = re.compile(r",\s*")
_STATUS: Final = {"completed": "complete", "complete": "complete", "in-progress": "in progress"}
_OWN_SUBJECT: Final = re.compile(r"FanFiction$|Last Update(?: Year/Month)?:|(?:In-Progress|Completed)$")
"""Subjects that the program adds for calibre; no author gave them."""


class Entry(NamedTuple):
    """A label of the title page with its value; indices are inclusive."""

    first: int
    last: int
    label: str
    value: str

    @property
    def name(self) -> str:
        """The canonical name of the label, "" for one that says nothing about the story."""
        return NAMES.get(self.label.lower(), "")


def find_entries(blocks: Sequence[Block], *, marked: bool) -> list[Entry]:
    """The first unbroken list of labelled lines; what follows a line on the page it stands on belongs to it.

    In a `marked` book they stand on the page that is named so.
    """
    entries: list[Entry] = []
    for index, block in enumerate(blocks):
        if marked and not has(block, "fff_titlepage"):
            continue
        match = _labelled(block)
        if match:
            entries.append(Entry(index, index, match[1].strip(), " ".join(match[2].split())))
        elif entries and has(block, *_TITLE_PAGE) and block.kind != "heading":
            before = entries[-1]
            entries[-1] = before._replace(last=index, value=f"{before.value}\n{words(block)}".strip())
        elif len(entries) >= ENOUGH:
            break
    return entries


def _labelled(block: Block) -> re.Match[str] | None:
    """Label and value: on the title page of a book any bold word with a colon is a label, in a text only a word that looks like one."""
    if not has(block, *_TITLE_PAGE):
        return _LABELLED.match(block.text)
    first = next((inline for inline in block.inlines if isinstance(inline, Run) and inline.text.strip()), None)
    bold = first is not None and bool({"b", "strong"} & set(first.marks)) and first.text.rstrip().endswith(":")
    return _LABEL.match(block.text) if bold else None


def noted(metadata: Metadata, entry: Entry, block: Block, subjects: Collection[str]) -> Metadata:
    """`metadata` with what `entry` says; `block` is the first of the entry, for its links."""
    name, value = entry.name, " ".join(entry.value.split())
    if name in _LISTS:
        listed = tuple(links(block) or _items(value, subjects))
        return replace(metadata, **{_LISTS[name]: (*getattr(metadata, _LISTS[name]), *listed)})  # type: ignore[arg-type]
    if name in {"keywords", "genre"}:
        return replace(metadata, tags=tuple(dict.fromkeys((*metadata.tags, *_items(value, subjects)))))
    if name == "series":
        match = re.fullmatch(r"(.+?)\s*\[(\d+(?:\.\d+)?)\]", value)
        return replace(metadata, series=match[1] if match else value, series_index=match[2] if match else "")
    if name == "status":
        return replace(metadata, status=_STATUS.get(value.lower(), "in progress"))
    if name == "language":
        return replace(metadata, language=language_code(value))
    if name == "url":
        return replace(metadata, source=next(iter(addresses(block, "//")), value))
    if name in {"date", "updated", "publisher", "summary"}:
        dated = name in {"date", "updated"} and re.match(r"\d{4}-\d\d-\d\d", value)
        return replace(metadata, **{name: value[:10] if dated else value})  # type: ignore[arg-type]
    return metadata


def _items(value: str, subjects: Collection[str]) -> list[str]:
    """The items of a list that is parted by commas; an item that has a comma itself is known from the book's subjects."""
    pieces = SPLIT.split(value)
    items: list[str] = []
    while pieces:
        length = next((size for size in range(len(pieces), 1, -1) if ", ".join(pieces[:size]) in subjects), 1)
        items.append(", ".join(pieces[:length]))
        del pieces[:length]
    return items


def with_subjects(metadata: Metadata, subjects: Sequence[str]) -> Metadata:
    """The subjects of the package that no list of the title page holds are tags, but for those that the program itself adds."""
    listed = {item for name in _LISTS.values() for item in getattr(metadata, name)}
    tags = [item for item in subjects if item not in listed and not _OWN_SUBJECT.match(item)]
    status = next((_STATUS[item.lower()] for item in subjects if item.lower() in _STATUS), "")
    return replace(metadata, tags=tuple(dict.fromkeys((*metadata.tags, *tags))), status=metadata.status or status)
