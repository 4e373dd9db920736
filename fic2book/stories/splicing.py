"""Pieces of cleaned stories: cut at headings, laid end to end again. What a collection adds to a story comes in this way.

A piece is a story of its own, with its slice of the source text, so conservation holds for every order in which pieces are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fic2book.model import Decision, Manuscript, Metadata, Removed, Span, Story
from fic2book.stories.merging import GLUE, moved


def cut(story: Story) -> list[Story]:
    """The story's pieces: what stands before the first heading, and each heading with what follows it. Joined, they are the story."""
    blocks = story.manuscript.blocks
    starts = sorted({0, *(item.first for item in story.decisions if item.role in ("heading", "part"))})
    stops = [*starts[1:], len(blocks)]
    text = len(story.manuscript.source.text)
    places = [0, *(blocks[start].span.start for start in starts[1:]), text]
    return [
        _piece(story, range(start, stop), Span(places[index], places[index + 1]), last=places[index + 1] == text)
        for index, (start, stop) in enumerate(zip(starts, stops, strict=True))
    ]


def _piece(story: Story, blocks: range, span: Span, *, last: bool) -> Story:
    def within(item: Span) -> bool:
        return span.start <= item.start and (item.start < span.stop or last)

    def held(first: int, final: int) -> bool:
        return first in blocks and final in blocks

    manuscript = story.manuscript
    piece = replace(
        story,
        manuscript=replace(
            manuscript,
            source=replace(manuscript.source, text=manuscript.source.text[span.start : span.stop]),
            blocks=manuscript.blocks[blocks.start : blocks.stop],
            removed=tuple(item for item in manuscript.removed if within(item.span)),
            findings=tuple(item for item in manuscript.findings if held(item.first, item.last)),
            notices=tuple(item for item in manuscript.notices if within(item.span)),
        ),
        decisions=tuple(item for item in story.decisions if held(item.first, item.last)),
        boundaries=tuple(item for item in story.boundaries if item.first in blocks),
        notices=tuple(item for item in story.notices if within(item.span)),
        metadata=replace(story.metadata, fields=tuple(item for item in story.metadata.fields if within(item.span))),
    )
    return moved(piece, -span.start, -blocks.start)


def joined(pieces: Sequence[Story], like: Story) -> Story:
    """One story of `pieces`, in their order; its name, its metadata and all that has no place in the text are those of `like`."""
    texts: list[str] = []
    placed: list[Story] = []
    glue: list[Removed] = []
    blocks = characters = 0
    for piece in pieces:
        if texts:
            glue.append(Removed(Span(characters, characters + len(GLUE)), "separator"))
            characters += len(GLUE)
        placed.append(moved(piece, characters, blocks))
        texts.append(piece.manuscript.source.text)
        characters += len(texts[-1])
        blocks += len(piece.manuscript.blocks)
    manuscripts = [piece.manuscript for piece in placed]
    return replace(
        like,
        manuscript=replace(
            like.manuscript,
            source=replace(like.manuscript.source, text=GLUE.join(texts)),
            blocks=tuple(block for item in manuscripts for block in item.blocks),
            removed=(*(removal for item in manuscripts for removal in item.removed), *glue),
            findings=tuple(finding for item in manuscripts for finding in item.findings),
            resources=tuple(dict.fromkeys(resource for item in manuscripts for resource in item.resources)),
            notices=tuple(notice for item in manuscripts for notice in item.notices),
        ),
        decisions=tuple(decision for piece in placed for decision in piece.decisions),
        boundaries=tuple(boundary for piece in placed for boundary in piece.boundaries),
        notices=tuple(notice for piece in placed for notice in piece.notices),
        metadata=replace(like.metadata, fields=tuple(item for piece in placed for item in piece.metadata.fields)),
    )


def introduced(story: Story, introduction: Manuscript) -> Story:
    """The story with an introduction before it: all its text is a note of the editor's."""
    last = len(introduction.blocks) - 1
    note = Decision("note", 0, last, by="user", value="Introduction", place="front")
    return joined([Story(introduction, (note,), Metadata()), story], story)
