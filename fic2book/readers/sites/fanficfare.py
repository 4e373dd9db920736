"""FanFicFare's EPUB, HTML and text output: a title "T by A", a page of labelled metadata, a list of chapters, notes in boxes of their own.

Source: fanficfare/writers of github.com/JimmXinu/FanFicFare, for the order of its parts, its labels and the names of its classes only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from html import unescape
from typing import Final

from fic2book.model import Block, Image, Metadata, Run
from fic2book.readers.sites.fanficfare_entries import ENOUGH, SPLIT, find_entries, noted, with_subjects
from fic2book.readers.sites.marks import Findings, Reading, addresses, has, heading_kind, links, words

SITE: Final = "FanFicFare"

_SURE: Final = frozenset(
    {"packaged", "publisher", "story url", "status", "published", "category", "words", "chapters", "updated", "summary"}
)
_HEAD: Final = 120  # blocks within which the title page ends
_BYLINE: Final = re.compile(r"(.+?)\s+by\s+(.+)$")
_NOTE_LABELS: Final = frozenset({"Author's Note:", "Summary for the Chapter:", "Notes for the Chapter:"})


def read_output(blocks: Sequence[Block], known: Metadata | None = None) -> Reading | None:
    """Findings and metadata of a file that FanFicFare wrote, None for any other. `known` is what the file says outside its text."""
    marked = any(has(block, "fff_titlepage", "fff_chapter", "fff_chapter_title") for block in blocks[:_HEAD])
    entries = find_entries(blocks[:_HEAD], marked=marked)
    labels = {entry.label.lower() for entry in entries}
    if not marked and ("packaged" not in labels or len(labels & _SURE) < ENOUGH):
        return None
    findings = Findings("fanficfare", blocks)
    subjects = tuple(dict.fromkeys(unescape(tag) for tag in known.tags)) if known else ()
    metadata = _title(findings, entries[0].first) if entries else Metadata()
    for entry in entries:
        if entry.name in {"", "packaged"}:
            findings.add("chrome", entry.first, entry.last, "packaged", SITE)
        else:
            findings.field(entry.name, entry.first, entry.last, entry.value, entry.label)
            metadata = noted(metadata, entry, blocks[entry.first], subjects)
    cover = _cover(findings, entries[0].first) if entries else ""
    _chapters(findings, entries[-1].last + 1 if entries else 0, metadata.title or (known.title if known else ""))
    _notes(findings)
    found = sorted(findings.found, key=lambda finding: finding.first)
    return Reading(tuple(found), with_subjects(metadata, subjects), cover)


def _title(findings: Findings, before: int) -> Metadata:
    """Title and author above the list, on one line ("T by A") or on two ("T", "by A")."""
    blocks = findings.blocks
    for index in range(before):
        text = words(blocks[index])
        names = links(blocks[index])
        match = _BYLINE.match(text)
        if match or len(names) >= 2:
            title = names[0] if len(names) >= 2 else match[1] if match else text
            authors = tuple(names[1:]) if len(names) >= 2 else tuple(SPLIT.split(match[2])) if match else ()
            source = next(iter(addresses(blocks[index], "//")), "")
            findings.add("title", index, index, "title", title)
            return Metadata(title=title, authors=authors, source=source)
        if text.startswith("by ") and index:
            findings.add("title", index - 1, index - 1, "title", words(blocks[index - 1]))
            findings.add("author", index, index, "byline", text[3:])
            return Metadata(title=words(blocks[index - 1]), authors=tuple(SPLIT.split(text[3:])))
    return Metadata()


def _cover(findings: Findings, before: int) -> str:
    """The resource of the picture between title and list, which is the cover; it is not printed again within the story."""
    for index in range(before):
        block = findings.blocks[index]
        pictures = [inline for inline in block.inlines if isinstance(inline, Image)]
        if block.kind == "image" and pictures and pictures[0].alt == "cover":
            findings.add("chrome", index, index, "cover", SITE)
            return pictures[0].resource
    return ""


# ---------------------------------------------------------------- chapters


def _chapters(findings: Findings, start: int, title: str) -> None:
    """The list of chapters, the log of updates, and each heading that is one of a chapter."""
    blocks = findings.blocks
    index, listed = _contents(findings, start)
    while index < len(blocks) and has(blocks[index], "fff_logpage"):
        findings.add("chrome", index, index, "update-log", SITE)
        index += 1
    headings = [at for at in range(index, len(blocks)) if _is_chapter(blocks[at], listed)]
    top = min((blocks[at].level for at in headings if blocks[at].kind == "heading"), default=0)
    headings = [at for at in headings if blocks[at].level <= top]
    for at in sorted({at for at in range(index, len(blocks)) if blocks[at].kind == "heading"} - set(headings)):
        if not has(blocks[at], "fff_chapter_notes"):
            findings.add("story", at, at, "heading-within-the-text")
    for at in headings:
        text = words(blocks[at])
        if len(headings) == 1 and text == title:
            findings.add("counter", at, at, "repeated-title")
        else:
            findings.add("heading", at, at, "chapter-heading", heading_kind(text))
    if blocks and words(blocks[-1]) == "End file.":
        findings.add("chrome", len(blocks) - 1, len(blocks) - 1, "end-of-file", SITE)


def _contents(findings: Findings, start: int) -> tuple[int, set[str]]:
    """The list of chapters that begins at `start`: the index after it, and its titles."""
    blocks = findings.blocks
    listed: set[str] = set()
    marked_up = any(block.kind == "heading" for block in blocks[start + 1 :])
    if start >= len(blocks) or words(blocks[start]).lower() != "table of contents":
        return start, listed
    index = start + 1
    while index < len(blocks) and blocks[index].kind != "heading":
        lines = [line.strip() for line in f"{blocks[index].marker} {blocks[index].text}".split("\n")]
        if not marked_up and (any(line in listed for line in lines) or blocks[index].blanks > 3):
            break  # in a text, headings are lines like any other
        listed.update(lines)
        index += 1
    findings.add("contents", start, index - 1, "table-of-contents")
    return index, listed


def _is_chapter(block: Block, listed: Collection[str]) -> bool:
    if has(block, "fff_chapter_notes"):
        return False
    if has(block, "fff_chapter"):
        return has(block, "fff_chapter_title")
    text = words(block)
    if block.kind == "heading":
        return not listed or text in listed
    return block.kind == "paragraph" and text in listed and len(text) < 120


def _notes(findings: Findings) -> None:
    """Boxes of notes: each begins with a bold label, and a box may hold several of them.

    Where a later program dropped the boxes, the labels are still known, and so is the quotation below them.
    """
    blocks = findings.blocks
    index = 0
    while index < len(blocks):
        first, box, label = index, blocks[index].hint, words(blocks[index])
        boxed = has(blocks[index], "fff_chapter_notes")
        index += 1
        while index < len(blocks) and (
            (_in_box(blocks[index], box) and not _is_label(blocks[index])) if boxed else blocks[index].kind == "quote"
        ):
            index += 1
        if not boxed and (label not in _NOTE_LABELS or index == first + 1 or not _is_label(blocks[first])):
            continue
        pattern = "chapter-summary" if label.lower().startswith("summary") else "notes"
        findings.add("note", first, index - 1, pattern, label.rstrip(":") if _is_label(blocks[first]) else "")


def _in_box(block: Block, box: str) -> bool:
    side = "fff_foot_notes" if "fff_foot_notes" in box else "fff_head_notes"
    return has(block, "fff_chapter_notes") and (has(block, side) or side not in box)


def _is_label(block: Block) -> bool:
    text = words(block)
    return (
        text.endswith(":")
        and len(text) < 60
        and all({"b", "strong"} & set(run.marks) for run in block.inlines if isinstance(run, Run) and run.text.strip())
    )
