"""What a collection adds to a cleaned story: metadata, an introduction, chapters of former versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fic2book.assembler import merged
from fic2book.model import Manuscript, Metadata, Settings, SourceFile, Story

Prepare = Callable[[SourceFile, Settings], Story]


def with_additions(story: Story, item: SourceFile, settings: Settings, prepare: Prepare) -> Story:
    """The story as the collection wants it. `prepare` cleans the former versions. Raises SourceError."""
    if item.former:
        from fic2book.keeping import keep_vanished

        story = keep_vanished(story, [prepare(former, settings) for former in item.former])
    if item.introduction is not None:
        from fic2book.splicing import introduced

        story = introduced(story, _introduction(item.introduction, story.metadata.language, settings))
    if item.metadata != Metadata():
        notices = tuple(notice for notice in story.notices if notice.code != "no-title" or not item.metadata.title)
        story = replace(story, metadata=merged(story.metadata, item.metadata), notices=notices)
    return story


def _introduction(item: SourceFile, language: str, settings: Settings) -> Manuscript:
    from fic2book.cleaner.typography import typeset
    from fic2book.readers import read

    manuscript = read(item.name, item.data)
    return replace(
        manuscript, blocks=tuple(typeset(manuscript.blocks, settings.language or language, settings.typography))
    )
