"""Files of one serial → one story: texts laid end to end, everything that points into them moved along.

The first file's header stands for all. A header line, disclaimer or note that a later file repeats word for word is printed once; what
is new in it is kept. A later file without a heading of its own is headed by its title line, "Lamps (2/3)".
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from fic2book.model import (
    Block,
    Decision,
    Evidence,
    Field,
    Finding,
    Image,
    Inline,
    Manuscript,
    Metadata,
    Removed,
    Run,
    Source,
    Span,
    Story,
)

GLUE = "\n\n"
"""Stands between two files in the joined text, and is accounted for as a separator."""

REPEATABLE = frozenset({"field", "disclaimer", "note", "title", "author", "counter", "date", "dedication", "epigraph"})


def merge_stories(stories: Sequence[Story]) -> Story:
    """One story of the files of a serial, in the order given. One story alone is returned as it is."""
    if len(stories) == 1:
        return stories[0]
    laid: list[Story] = []
    texts: list[str] = []
    blocks = characters = 0
    for story in stories:
        laid.append(moved(story, characters, blocks))
        texts.append(story.manuscript.source.text)
        characters += len(texts[-1]) + len(GLUE)
        blocks += len(story.manuscript.blocks)
    return _joined(_headed(_printed_once(laid)), texts)


def _joined(stories: Sequence[Story], texts: Sequence[str]) -> Story:
    sources = [story.manuscript.source for story in stories]
    source = Source(
        name=" + ".join(item.name for item in sources),
        media=sources[0].media,
        text=GLUE.join(texts),
        encoding=sources[0].encoding,
        digest=hashlib.sha256("".join(item.digest for item in sources).encode()).hexdigest(),
    )
    glue: list[Removed] = []
    position = -len(GLUE)
    for text in texts:
        if position >= 0:
            glue.append(Removed(Span(position, position + len(GLUE)), "separator"))
        position += len(GLUE) + len(text)
    manuscript = Manuscript(
        source=source,
        blocks=tuple(block for story in stories for block in story.manuscript.blocks),
        removed=(*(item for story in stories for item in story.manuscript.removed), *glue),
        findings=tuple(item for story in stories for item in story.manuscript.findings),
        resources=tuple(dict.fromkeys(item for story in stories for item in story.manuscript.resources)),
        notices=tuple(item for story in stories for item in story.manuscript.notices),
        layout=stories[0].manuscript.layout,
    )
    return Story(
        manuscript=manuscript,
        decisions=tuple(item for story in stories for item in story.decisions),
        metadata=_metadata(stories),
        boundaries=tuple(item for story in stories for item in story.boundaries),
        notices=tuple(item for story in stories for item in story.notices),
    )


def _metadata(stories: Sequence[Story]) -> Metadata:
    """The first file's, with what only later ones know; the counter of a part no longer holds."""
    first, last = stories[0].metadata, stories[-1].metadata
    printed = {
        (item.label, item.value): item
        for story in reversed(stories)
        for item in reversed(story.metadata.fields)
        if not _is_repeated(item, story)
    }
    ordered = sorted(printed.values(), key=lambda item: item.span)
    return replace(
        first,
        part="",
        parts="",
        authors=first.authors or last.authors,
        updated=last.date or last.updated or first.updated,
        status=last.status or first.status,
        fields=tuple(ordered),
    )


def _is_repeated(field: Field, story: Story) -> bool:
    return any(
        item.place == "omit" and story.manuscript.blocks[0].span.start <= field.span.start and field in item.fields
        for item in story.decisions
    )


# ---------------------------------------------------------------- what later files repeat


def _printed_once(stories: Sequence[Story]) -> list[Story]:
    seen: set[tuple[str, str]] = set()
    kept = []
    first = 0
    for index, story in enumerate(stories):
        decisions = []
        for decision in story.decisions:
            key = (decision.role, _words(story, decision, first))
            repeated = index > 0 and decision.role in REPEATABLE and key in seen and decision.by != "user"
            decisions.append(replace(decision, place="omit") if repeated else decision)
            seen.add(key)
        kept.append(replace(story, decisions=tuple(decisions)))
        first += len(story.manuscript.blocks)
    return kept


def _words(story: Story, decision: Decision, first: int) -> str:
    blocks = story.manuscript.blocks[decision.first - first : decision.last - first + 1]
    return " ".join(" ".join(block.text.casefold().split()) for block in blocks)


def _headed(stories: Sequence[Story]) -> list[Story]:
    """Every file after the first begins with a heading; its title line becomes one where it has none."""
    made = [stories[0]]
    for story in stories[1:]:
        headed = any(item.role in ("heading", "part") for item in story.decisions)
        titles = [item for item in story.decisions if item.role in ("title", "counter")]
        if headed or not titles:
            made.append(story)
            continue
        heading = replace(titles[0], role="heading", value="chapter", place="")
        decisions = tuple(heading if item is titles[0] else item for item in story.decisions)
        made.append(replace(story, decisions=decisions))
    return made


# ---------------------------------------------------------------- moving


def moved(story: Story, by: int, blocks: int) -> Story:
    """The story with every place in its text `by` characters on, and every place among its blocks `blocks` on."""
    if not by and not blocks:
        return story
    manuscript = story.manuscript
    return replace(
        story,
        manuscript=replace(
            manuscript,
            blocks=tuple(_moved_block(block, by) for block in manuscript.blocks),
            removed=tuple(Removed(_moved_span(item.span, by), item.why) for item in manuscript.removed),
            findings=tuple(_moved_finding(item, by, blocks) for item in manuscript.findings),
            notices=tuple(replace(item, span=_moved_span(item.span, by)) for item in manuscript.notices),
        ),
        decisions=tuple(_moved_decision(item, by, blocks) for item in story.decisions),
        boundaries=tuple(_moved_decision(item, by, blocks) for item in story.boundaries),
        notices=tuple(replace(item, span=_moved_span(item.span, by)) for item in story.notices),
        metadata=replace(story.metadata, fields=_moved_fields(story.metadata.fields, by)),
    )


def _moved_span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)


def _moved_inline(inline: Inline, by: int) -> Inline:
    span = _moved_span(inline.span, by)
    return inline._replace(span=span) if isinstance(inline, Run) else Image(span, *inline[1:])


def _moved_block(block: Block, by: int) -> Block:
    inlines = tuple(_moved_inline(inline, by) for inline in block.inlines)
    return replace(block, inlines=inlines, span=_moved_span(block.span, by))


def _moved_evidence(evidence: Sequence[Evidence], by: int) -> tuple[Evidence, ...]:
    return tuple(replace(item, span=_moved_span(item.span, by)) for item in evidence)


def _moved_fields(fields: Sequence[Field], by: int) -> tuple[Field, ...]:
    return tuple(replace(item, span=_moved_span(item.span, by)) for item in fields)


def _moved_finding(finding: Finding, by: int, blocks: int) -> Finding:
    return replace(
        finding,
        first=finding.first + blocks,
        last=finding.last + blocks,
        evidence=_moved_evidence(finding.evidence, by),
        fields=_moved_fields(finding.fields, by),
    )


def _moved_decision(decision: Decision, by: int, blocks: int) -> Decision:
    return replace(
        decision,
        first=decision.first + blocks,
        last=decision.last + blocks,
        evidence=_moved_evidence(decision.evidence, by),
        fields=_moved_fields(decision.fields, by),
        rivals=tuple(_moved_finding(item, by, blocks) for item in decision.rivals),
    )
