"""Stories → Book: chapters and scenes as decided, notes where the policy puts them.

The assembler moves blocks, it never changes one. What is not printed as text (fields, marks of breaks, furniture of sites) becomes
`Removed` with its reason, so the ledger can account for every character.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fic2book.assembler.identity import identifier_of, modified_of
from fic2book.assembler.metadata import book_metadata, printable
from fic2book.assembler.tree import TreeBuilder
from fic2book.model import Book, Job, Part, Settings, Story


def assemble(stories: Sequence[Story], job: Job) -> Book:
    """One book of `stories`, in their order. The user's metadata in `job` wins over what was found."""
    parts = tuple(assemble_part(story, job.settings) for story in stories)
    metadata = book_metadata(parts, job)
    if len(parts) == 1:
        parts = (replace(parts[0], metadata=metadata),)
    return Book(metadata, parts, identifier=identifier_of(metadata, parts), modified=modified_of(metadata, job))


def assemble_part(story: Story, settings: Settings) -> Part:
    """One story as a tree of chapters and scenes, with its notes and everything set aside."""
    builder = TreeBuilder(story, settings)
    for decision in story.decisions:
        builder.take(decision)
    chapters, notes = builder.finished()
    return Part(
        metadata=printable(story.metadata),
        chapters=chapters,
        notes=notes,
        source=story.manuscript.source,
        removed=(*story.manuscript.removed, *builder.removed),
        resources=story.manuscript.resources,
        notices=(*story.manuscript.notices, *story.notices),
    )
