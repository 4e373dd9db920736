"""Manuscript → Story: repair, then let detectors propose and `decide` choose, then set the type.

Three rooms and what joins them: `text/` mends letters and sets type, `detectors/` propose what each passage is, `lost_breaks/` suggests
where a break may have stood. `Document` is what detectors look at, `decide` chooses, `metadata` gathers what is known of the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from fic2book.cleaner.decide import decide
from fic2book.cleaner.detectors import DETECTORS
from fic2book.cleaner.detectors.header_lines import unstack
from fic2book.cleaner.document import Document
from fic2book.cleaner.metadata import gather, merged
from fic2book.cleaner.telling import disowned
from fic2book.collector import collector_paused
from fic2book.model import UNKNOWN_LANGUAGE, Block, Decision, Manuscript, Metadata, Notice, Settings, Story
from fic2book.overrides import NO_OVERRIDES, Overrides

DEFAULT_SETTINGS: Final = Settings()


def clean(manuscript: Manuscript, overrides: Overrides = NO_OVERRIDES, settings: Settings = DEFAULT_SETTINGS) -> Story:
    """The story in `manuscript`: a decision for every block, its metadata, its typography done.

    The user's rulings in `overrides` win over every finding. Raises SidecarError for a ruling that fits nowhere.
    """
    manuscript = _repaired(manuscript)
    document = detect(manuscript)
    decisions, boundaries = decide(document, document.found, overrides.resolve(manuscript))
    metadata, notices = gather(decisions, manuscript.source.name)
    if manuscript.metadata is not None:
        # What a site's header says in markup is exact; what was read off lines of text only fills its gaps. Without such a
        # header it is the other way round: a <title> or a document's properties are often somebody else's.
        exact = any(item.role in ("title", "field") for item in manuscript.findings)
        if manuscript.metadata.title and manuscript.source.media == "epub" and _is_guessed(notices):
            metadata, notices = replace(metadata, title=""), ()
        metadata = merged(metadata, manuscript.metadata) if exact else merged(manuscript.metadata, metadata)
    metadata = merged(metadata, overrides.metadata)
    if overrides.metadata.title:
        notices = ()
    language = settings.language or metadata.language or _language(document, decisions)
    metadata = replace(metadata, language="" if language == UNKNOWN_LANGUAGE else language)
    boundaries = _with_accepted_breaks(
        document, decisions, boundaries, metadata.language, settings.breaks or overrides.accept
    )
    blocks = _typeset(manuscript.blocks, metadata.language, settings.typography)
    return Story(
        manuscript=replace(manuscript, blocks=blocks),
        decisions=decisions,
        metadata=metadata,
        boundaries=boundaries,
        notices=(*notices, *_doubts(document, decisions), *_gaps(document, boundaries)),
    )


HEAD_FIRST: Final = frozenset({"headings", "breaks", "fields", "boxes", "dates"})
"""Detectors that must have run, and chrome after them, before a head is told from the documents of a telling."""


def detect(manuscript: Manuscript) -> Document:
    """The document with everything the detectors propose in `found`."""
    document = Document(manuscript)
    for name, detector in () if manuscript.settled else DETECTORS.items():
        document.found.extend(replace(finding, detector=name) for finding in list(detector(document)))
        if name not in HEAD_FIRST and document.telling:
            document.found[:] = disowned(document, document.found)
    return document


# ---------------------------------------------------------------- stages next door


def _is_guessed(notices: Sequence[Notice]) -> bool:
    """True where no words of the text are its title; a book's package knows it better than the file's name."""
    return any(notice.code in {"no-title", "title-from-file-name"} for notice in notices)


def _repaired(manuscript: Manuscript) -> Manuscript:
    from fic2book.cleaner.text.emphasis import mark_emphasis
    from fic2book.cleaner.text.repair import repair

    with collector_paused():
        repaired = repair(manuscript.blocks)
        # Only in plain text do signs stand for emphasis; markup has its own.
        blocks = mark_emphasis(repaired.blocks) if manuscript.source.media == "text" else repaired.blocks
    manuscript = replace(manuscript, blocks=blocks, notices=(*manuscript.notices, *repaired.notices))
    return unstack(manuscript)


def _typeset(blocks: Sequence[Block], language: str, mode: str) -> tuple[Block, ...]:
    from fic2book.cleaner.text.language import mark_languages
    from fic2book.cleaner.text.typography import typeset

    with collector_paused():
        return mark_languages(typeset(blocks, language, mode), language)


SAMPLE: Final = 20_000
"""Characters of story that the language is told from."""


def _language(document: Document, decisions: Sequence[Decision]) -> str:
    """The language of the story's own text; headers may be in another."""
    from fic2book.cleaner.text.language import find_language

    sample: list[str] = []
    size = 0
    for decision in decisions:
        if decision.role != "story":
            continue
        for text in document.texts[decision.first : decision.last + 1]:
            sample.append(text)
            size += len(text)
            if size > SAMPLE:
                return find_language("\n".join(sample))[0]
    return find_language("\n".join(sample))[0]


def _with_accepted_breaks(
    document: Document, decisions: Sequence[Decision], boundaries: tuple[Decision, ...], language: str, score: float
) -> tuple[Decision, ...]:
    """The boundaries with the suggested lost breaks that the user accepts from `score` on; 0 accepts none."""
    if score <= 0:
        return boundaries
    from fic2book.cleaner.lost_breaks import suggest

    roles = [decision.role for decision in decisions for _ in range(decision.first, decision.last + 1)]
    taken = {boundary.first for boundary in boundaries if boundary.role == "pause"}
    accepted = [
        Decision(
            "pause",
            item.first,
            item.first,
            by="user",
            confidence=float(item.value),
            value="hard",
            evidence=item.evidence,
            detector="lost_breaks",
        )
        for item in suggest(document.blocks, roles, language or "en", score)
        if item.first not in taken
    ]
    places = {item.first for item in accepted}
    kept = [boundary for boundary in boundaries if boundary.first not in places]
    return tuple(sorted((*kept, *accepted), key=lambda item: item.first))


# ---------------------------------------------------------------- notices


def _doubts(document: Document, decisions: Sequence[Decision]) -> Iterable[Notice]:
    for decision in decisions:
        if decision.review and decision.rivals:
            rival = decision.rivals[0]
            message = f"Left in the story, though it may be “{rival.role}” ({rival.confidence:.0%})."
            words = " ".join(document.texts[decision.first].split()[:8])
            yield Notice("in-doubt", message, where=words, span=document.blocks[decision.first].span)


def _gaps(document: Document, boundaries: Sequence[Decision]) -> Iterable[Notice]:
    for boundary in boundaries:
        if boundary.role != "gap":
            continue
        block = document.blocks[boundary.first]
        words = " ".join(document.texts[boundary.first].split()[:8])
        message = (
            f"{block.blanks} blank lines before this paragraph: the site may have dropped a line or a scene break here."
        )
        yield Notice("possible-gap", message, where=words, span=block.span)


__all__ = ["DETECTORS", "Metadata", "clean", "detect"]
