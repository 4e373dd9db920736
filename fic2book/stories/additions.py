"""What a collection adds to a cleaned story: metadata, an introduction, chapters of former versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from fic2book.assembler.metadata import merged
from fic2book.model import Manuscript, Metadata, Settings, SourceFile, Story
from fic2book.overrides import Overrides
from fic2book.overrides.finding import quotation_pattern
from fic2book.overrides.rulings import Quotation

Prepare = Callable[[SourceFile, Settings], Story]


def with_additions(story: Story, item: SourceFile, settings: Settings, prepare: Prepare) -> Story:
    """The story as the collection wants it. `prepare` cleans the former versions. Raises SourceError."""
    if item.former:
        from fic2book.stories.keeping import keep_vanished

        story = keep_vanished(story, [prepare(version, settings) for version in _under_one_sidecar(item)])
    if item.introduction is not None:
        from fic2book.stories.splicing import introduced

        story = introduced(story, _introduction(item.introduction, story.metadata.language, settings))
    if item.metadata != Metadata():
        notices = tuple(notice for notice in story.notices if notice.code != "no-title" or not item.metadata.title)
        story = replace(story, metadata=merged(story.metadata, item.metadata), notices=notices)
    return story


# ---------------------------------------------------------------- one sidecar for every version


def _under_one_sidecar(item: SourceFile) -> Iterator[SourceFile]:
    """The former versions under the sidecar of today, each with all the others as its own former ones."""
    versions = (*item.former, replace(item, former=()))
    for version in item.former:
        others = tuple(other for other in versions if other is not version)
        yield replace(
            version, sidecar=item.sidecar, sidecar_name=item.sidecar_name, former=others, pictures=item.pictures
        )


def standing(overrides: Overrides, manuscript: Manuscript, others: Sequence[SourceFile]) -> Overrides:
    """The rulings that this version of a story can obey: without those whose words only `others` hold, in a chapter that vanished."""
    from fic2book.readers import read

    texts = [read(other.name, other.data, encoding=overrides.encoding).source.text for other in others]

    def stands(*quotations: Quotation | None) -> bool:
        return all(
            item is None or _has(manuscript.source.text, item) or not any(_has(text, item) for text in texts)
            for item in quotations
        )

    return replace(
        overrides,
        marks=tuple(mark for mark in overrides.marks if stands(mark.quote, mark.through)),
        breaks=tuple(item for item in overrides.breaks if stands(item.before)),
        splits=tuple(item for item in overrides.splits if stands(item)),
        joins=tuple(item for item in overrides.joins if stands(item)),
    )


def _has(text: str, quotation: Quotation) -> bool:
    return quotation_pattern(quotation.words).search(text) is not None


# ---------------------------------------------------------------- introductions


def _introduction(item: SourceFile, language: str, settings: Settings) -> Manuscript:
    from fic2book.cleaner.text.typography import typeset
    from fic2book.readers import read

    manuscript = read(item.name, item.data)
    return replace(
        manuscript, blocks=tuple(typeset(manuscript.blocks, settings.language or language, settings.typography))
    )
