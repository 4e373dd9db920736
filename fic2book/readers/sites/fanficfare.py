"""FanFicFare's HTML, EPUB and text output: a title "T by A", a page of labelled metadata, a list of chapters.

Source: fanficfare/writers of github.com/JimmXinu/FanFicFare, for the order of its parts and its labels only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fic2book.model import Block, Metadata
from fic2book.readers.sites.marks import Findings, Reading, addresses, has, heading_kind, language_code, links, words

SITE: Final = "FanFicFare"

NAMES: Final[dict[str, str]] = {
    "category": "fandom", "fandoms": "fandom", "fandom": "fandom", "genre": "genre", "characters": "characters", "ships": "relationship",
    "relationships": "relationship", "pairing": "relationship", "language": "language", "rating": "rating", "warnings": "warnings",
    "series": "series", "status": "status", "published": "date", "updated": "updated", "packaged": "packaged", "chapters": "chapters",
    "words": "words", "publisher": "publisher", "site": "publisher", "story url": "url", "author url": "website", "summary": "summary",
    "extra tags": "keywords", "additional tags": "keywords", "freeform tags": "keywords", "ao3 categories": "category",
    "collections": "collections", "comments": "read", "kudos": "read", "hits": "read", "bookmarks": "read", "reviews": "read",
    "favs": "read", "follows": "read", "author's notes": "notes", "classification": "category", "eras": "setting", "translator": "translator",
    "betas": "beta", "prompt": "prompt", "subject tags": "keywords", "description": "summary", "word count": "words", "author": "author",
}  # fmt: skip
"""Its labels, small letters, to canonical names. Its "Category" is a fandom."""

_SURE: Final = frozenset(
    {"packaged", "publisher", "story url", "status", "published", "category", "words", "chapters", "updated", "summary"}
)
_LISTS: Final = {
    "fandom": "fandoms",
    "relationship": "relationships",
    "characters": "characters",
    "warnings": "warnings",
}
_LABELLED: Final = re.compile(r"([A-Z][\w' ]{2,24}):[\t ]\s*(\S.*)", re.DOTALL)
_BYLINE: Final = re.compile(r"(.+?)\s+by\s+(.+)$")
_SPLIT: Final = re.compile(r",\s*")


def read_output(blocks: Sequence[Block]) -> Reading | None:
    """Findings and metadata of a file that FanFicFare wrote, None for any other."""
    head = blocks[:60]
    pairs = _pairs(head)
    labels = {label.lower() for _, label, _ in pairs}
    if "packaged" not in labels or len(labels & _SURE) < 5:
        return None
    findings = Findings("fanficfare", blocks)
    metadata = _title(findings, pairs[0][0])
    for index, label, value in pairs:
        name = NAMES.get(label.lower(), "")
        if name in {"", "packaged"}:
            findings.add("chrome", index, index, "packaged", SITE)
            continue
        findings.field(name, index, index, value, label)
        metadata = _noted(metadata, name, value, blocks[index])
    _chapters(findings, pairs[-1][0] + 1)
    return Reading(tuple(sorted(findings.found, key=lambda finding: finding.first)), metadata)


def _pairs(blocks: Sequence[Block]) -> list[tuple[int, str, str]]:
    """Index, label and value of the first unbroken list of labelled lines."""
    pairs: list[tuple[int, str, str]] = []
    for index, block in enumerate(blocks):
        match = _LABELLED.match(block.text)
        if match:
            pairs.append((index, match[1], " ".join(match[2].split())))
        elif pairs and pairs[-1][1] == "Summary" and index == pairs[-1][0] + 1 and not has(block, "toc"):
            continue
        elif len(pairs) >= 5:
            break
    return pairs


def _title(findings: Findings, before: int) -> Metadata:
    """Title and author above the list, on one line ("T by A") or on two ("T", "by A")."""
    blocks = findings.blocks
    for index in range(before):
        text = words(blocks[index])
        names = links(blocks[index])
        match = _BYLINE.match(text)
        if match or len(names) >= 2:
            title = names[0] if len(names) >= 2 else match[1] if match else text
            authors = tuple(names[1:]) if len(names) >= 2 else tuple(_SPLIT.split(match[2])) if match else ()
            source = next(iter(addresses(blocks[index], "//")), "")
            findings.add("title", index, index, "title", title)
            return Metadata(title=title, authors=authors, source=source)
        if text.startswith("by ") and index:
            findings.add("title", index - 1, index - 1, "title", words(blocks[index - 1]))
            findings.add("author", index, index, "byline", text[3:])
            return Metadata(title=words(blocks[index - 1]), authors=tuple(_SPLIT.split(text[3:])))
    return Metadata()


def _noted(metadata: Metadata, name: str, value: str, block: Block) -> Metadata:
    if name in _LISTS:
        return replace(metadata, **{_LISTS[name]: tuple(links(block) or _SPLIT.split(value))})  # type: ignore[arg-type]
    if name in {"keywords", "genre"}:
        return replace(metadata, tags=(*metadata.tags, *_SPLIT.split(value)))
    if name == "series":
        match = re.fullmatch(r"(.+?)\s*\[(\d+(?:\.\d+)?)\]", value)
        return replace(metadata, series=match[1] if match else value, series_index=match[2] if match else "")
    if name == "status":
        return replace(
            metadata, status={"completed": "complete", "complete": "complete"}.get(value.lower(), "in progress")
        )
    if name == "language":
        return replace(metadata, language=language_code(value))
    if name == "url":
        return replace(metadata, source=next(iter(addresses(block, "//")), value))
    if name in {"date", "updated", "publisher", "summary"}:
        dated = name in {"date", "updated"} and re.match(r"\d{4}-\d\d-\d\d", value)
        return replace(metadata, **{name: value[:10] if dated else value})  # type: ignore[arg-type]
    return metadata


def _chapters(findings: Findings, start: int) -> None:
    """The list of chapters, and each heading whose words are in it."""
    blocks = findings.blocks
    index = start
    listed: set[str] = set()
    if index < len(blocks) and words(blocks[index]).lower() == "table of contents":
        first = index
        index += 1
        while (
            index < len(blocks) and blocks[index].kind != "heading" and (links(blocks[index]) or not blocks[index].hint)
        ):
            lines = [line.strip() for line in f"{blocks[index].marker} {blocks[index].text}".split("\n")]
            if any(line in listed for line in lines) or (not links(blocks[index]) and blocks[index].blanks > 3):
                break
            listed.update(lines)
            index += 1
        findings.add("contents", first, index - 1, "table-of-contents")
    for at in range(index, len(blocks)):
        text = words(blocks[at])
        if (blocks[at].kind == "heading" and (not listed or text in listed)) or (
            blocks[at].kind == "paragraph" and text in listed and len(text) < 120
        ):
            findings.add("heading", at, at, "chapter-heading", heading_kind(text))
    if blocks and words(blocks[-1]) == "End file.":
        findings.add("chrome", len(blocks) - 1, len(blocks) - 1, "end-of-file", SITE)
