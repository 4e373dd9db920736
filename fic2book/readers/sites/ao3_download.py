"""Downloads from Archive of Our Own, HTML and EPUB, and what calibre and pandoc make of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from fic2book.model import Block, Metadata
from fic2book.readers.sites.ao3_work import NOTES, SITE, SUMMARY, Work, definition
from fic2book.readers.sites.marks import Findings, Reading, addresses, has, heading_kind, tokens, words

_CHAPTERLIKE: Final = re.compile(r"(?:chapter|part|prologue|epilogue|interlude|\d+\b|[ivxlc]+\b)", re.IGNORECASE)
_POSTED: Final = "Posted originally on the"


def read_download(blocks: Sequence[Block], known: Metadata | None = None) -> Reading | None:
    """Findings and metadata of a downloaded work, None for any other page."""
    if not any(_POSTED in block.text and has(block, "message", "preface") for block in blocks[:60]):
        return None
    named = any(_names_chapter(block) for block in blocks)
    return Work(Findings("ao3", blocks)).read(partial(_step, named=named))


def _step(work: Work, index: int, *, named: bool) -> int:
    block = work.blocks[index]
    text = words(block)
    hints = tokens(block)
    if "titlepage" in hints:
        work.findings.add("counter", index, index, "repeated-title")
    elif (has(block, "afterword") and "toc-heading" in hints) or (text == "Preface" and "toc-heading" in hints):
        work.findings.add("chrome", index, index, "section-heading", SITE)
    elif "message" in hints or _POSTED in text:
        _message(work, index, text)
    elif definition(block) == "dt" and ("tags" in hints or "preface" in hints):
        return work.tag_pair(index)
    elif definition(block) and "afterword" in hints:
        work.findings.add("chrome", index, index, "inspired-works", SITE)
    elif block.kind == "heading" and ("userstuff" not in hints or {"meta", "toc-heading", "heading"} & set(hints)):
        _heading(work, index, text, named=named)
    elif "byline" in hints or _follows_title(work, index, text):
        work.byline(index)
    elif "endnote-link" in hints:
        work.findings.add("chrome", index, index, "end-note-link", SITE)
    elif _is_label(work.blocks, index, text):
        return work.labelled(index)
    elif block.kind == "heading" and work.chapters_begun and not _CHAPTERLIKE.match(text):
        work.findings.add("story", index, index, "heading-within-the-text")
    elif block.kind == "item" and "preface" in hints and "userstuff" not in hints:
        work.findings.add("note", index, index, "related-work")
    return index + 1


def _follows_title(work: Work, index: int, text: str) -> bool:
    """True for "by A" right below the title, in books that lost the names of its classes."""
    found = work.findings.found
    return text.startswith("by ") and bool(found) and found[-1].role == "title" and found[-1].last == index - 1


def _is_label(blocks: Sequence[Block], index: int, text: str) -> bool:
    """True for "Summary", "Chapter Notes" and the like right above a quotation; within a story such a line has no quotation below."""
    if index + 1 >= len(blocks) or not (NOTES.match(text) or SUMMARY.match(text)):
        return False
    below = blocks[index + 1]
    quoted = below.kind == "quote" and "userstuff" in tokens(below)
    return quoted or ("meta" in tokens(blocks[index]) and "endnote-link" in tokens(below))


def _message(work: Work, index: int, text: str) -> None:
    """The line that says where the work was posted, with the title above it, and the one that asks for comments."""
    block = work.blocks[index]
    found = [address for address in addresses(block, "/works/") if "/comments" not in address]
    if "afterword" in tokens(block) or "drop by the" in text:
        work.findings.add("chrome", index, index, "please-comment", SITE)
    elif _POSTED in text:
        address = found[0] if found else next(iter(re.findall(r"https?://\S+?(?=\.?(?:\s|$))", text)), "")
        work.findings.field("url", index, index, address, "Posted originally on the Archive of Our Own at")
        work.keep(source=address)
    else:
        work.findings.add("counter", index, index, "repeated-title")


def _heading(work: Work, index: int, text: str, *, named: bool) -> None:
    block = work.blocks[index]
    repeated = text == work.metadata.title
    if not work.metadata.title and (block.level == 1 or "preface" in tokens(block)):
        work.title(index)
    elif repeated and (not work.chapters_begun or {"chapters", "preface"} & set(tokens(block))):
        work.findings.add("counter", index, index, "repeated-title")
    elif named and "chapters" in tokens(block) and not _names_chapter(block):
        work.findings.add("story", index, index, "heading-within-the-text")
    else:
        work.chapters_begun = True
        work.findings.add("heading", index, index, "chapter-heading", heading_kind(text))


def _names_chapter(block: Block) -> bool:
    """True for a heading whose class says that it is a chapter's; calibre drops the classes that tell a chapter's text from it."""
    hints = tokens(block)
    return block.kind == "heading" and "chapters" in hints and bool({"toc-heading", "heading"} & set(hints[:1]))
