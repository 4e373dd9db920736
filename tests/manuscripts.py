"""Builders of manuscripts and stories for tests: one paragraph a line, blank lines between, nothing detected."""

from __future__ import annotations

import re

from fic2book.model import Block, Decision, Manuscript, Metadata, Removed, Run, Source, Span, Story


def manuscript(text: str, name: str = "story.txt") -> Manuscript:
    """A manuscript whose blocks are the non-empty lines of `text`."""
    blocks: list[Block] = []
    removed: list[Removed] = []
    position = 0
    for match in re.finditer(r"[^\n]+", text):
        if match.start() > position:
            removed.append(Removed(Span(position, match.start()), "separator"))
        span = Span(match.start(), match.end())
        blocks.append(Block("paragraph", (Run(match.group(), span),), span))
        position = match.end()
    if position < len(text):
        removed.append(Removed(Span(position, len(text)), "separator"))
    return Manuscript(Source(name, "text", text), tuple(blocks), tuple(removed))


def story(text: str, *roles: str, boundaries: tuple[Decision, ...] = (), **metadata: str) -> Story:
    """A story whose lines have `roles`, one each; "role=value" gives the decision a value, "story" fills the rest."""
    source = manuscript(text)
    padded = (*roles, *("story" for _ in source.blocks[len(roles) :]))
    decisions = tuple(
        Decision(role, index, index, value=value)
        for index, (role, _, value) in enumerate(entry.partition("=") for entry in padded)
    )
    return Story(source, decisions, Metadata(**metadata), boundaries)  # type: ignore[arg-type]
