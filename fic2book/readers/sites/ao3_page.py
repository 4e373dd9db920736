"""Works saved from the site of Archive of Our Own by a browser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fic2book.model import Block, Metadata
from fic2book.readers.sites.ao3_work import NOTES, SITE, SUMMARY, Work, definition
from fic2book.readers.sites.marks import Findings, Reading, has, heading_kind, tokens, words


def read_page(blocks: Sequence[Block], known: Metadata | None = None) -> Reading | None:
    """Findings and metadata of a work page saved from the site, None for any other page."""
    if not any(has(block, "workskin") for block in blocks) or not any(
        has(block, "work") and has(block, "meta") for block in blocks
    ):
        return None
    return Work(Findings("ao3", blocks)).read(_step)


def _step(work: Work, index: int) -> int:
    block = work.blocks[index]
    text = words(block)
    hints = tokens(block)
    if definition(block) == "dt" and "meta" in hints:
        return work.tag_pair(index)
    if "workskin" not in hints:
        work.findings.add("chrome", index, index, "outside-the-work", SITE)
    elif "landmark" in hints or "jump" in hints or has(block, "actions", "navigation", "kudos", "feedback", "comments"):
        work.findings.add("chrome", index, index, "landmark", SITE)
    elif block.kind == "heading" and "byline" in hints:
        work.byline(index)
    elif NOTES.match(text) or SUMMARY.match(text):
        return work.labelled(index)
    elif block.kind == "heading" and "title" in hints and "chapter" not in hints:
        work.title(index)
    elif block.kind == "heading" and "title" in hints:
        work.chapters_begun = True
        work.findings.add(
            "heading",
            index,
            index,
            "chapter-heading",
            heading_kind(re.sub(r"^chapter\s+\d+:\s*", "", text, flags=re.IGNORECASE)),
        )
    elif "associations" in hints:
        work.findings.add("note", index, index, "related-work")
    return index + 1
