"""What the place and the neighbours of a finding say about it: above the story, at a chapter's edge, amid fields, amid the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fic2book.cleaner.document import Document, because
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.weights import ACT
from fic2book.lazy import lazy
from fic2book.model import Finding, Span

HEADER_ROLES: Final = frozenset(
    {
        "field",
        "title",
        "author",
        "date",
        "disclaimer",
        "note",
        "chrome",
        "counter",
        "dedication",
        "epigraph",
        "contents",
    }
)
"""Roles of what stands above a story and between its chapters' headings and their text."""

PLACED: Final = frozenset({"field", "date", "disclaimer", "chrome", "dedication", "epigraph", "author"})
"""Roles that are likelier above or below a story than within it; notes and titles look at their place themselves."""


NAMING: Final = ("time", "view")
"""Kinds of captions that stand together: whose view it is, and when."""


def zones_of(document: Document, findings: Sequence[Finding]) -> list[str]:
    """For each block "top", "opening", "closing", "tail" or "", by what is proposed around it."""
    count = len(document.blocks)
    claims: list[float] = [-9.0] * count
    for finding in findings:
        if finding.role in HEADER_ROLES:
            for index in range(finding.first, finding.last + 1):
                claims[index] = max(claims[index], finding.weight)
    zones = [""] * count
    heads = [item for item in findings if item.role in ("heading", "part") and item.weight >= ACT]
    ends = [item for item in findings if item.role == "end" and item.weight > 0]
    down: set[int] = set()
    up: set[int] = set()
    _spread(document, claims, zones, 0, 1, "top", down)
    for head in heads:
        _spread(document, claims, zones, head.last + 1, 1, "opening", down)
        _spread(document, claims, zones, head.first - 1, -1, "closing", up)
    for end in ends:
        _spread(document, claims, zones, end.last + 1, 1, "tail", down)
    _spread(document, claims, zones, count - 1, -1, "tail", up)
    return zones


def _spread(
    document: Document, claims: Sequence[float], zones: list[str], start: int, step: int, name: str, passed: set[int]
) -> None:
    """Mark blocks from `start` on while they look like header or footer; stop at the story.

    `passed` holds the claimed blocks that were met in this direction: from there on, all that there is to mark is marked.
    """
    at, unclaimed = start, 0
    pending: list[int] = []
    while 0 <= at < len(claims):
        if claims[at] > -1.0 or not document.texts[at] or document.blocks[at].kind == "rule":
            for index in (*pending, at):
                zones[index] = zones[index] or name
            if at in passed:
                return
            passed.add(at)
            pending.clear()
            unclaimed = 0
        else:
            unclaimed += 4 if name == "top" and _spoken(document.texts[at]) else 1 if document.words[at] <= 14 else 2
            pending.append(at)
            if unclaimed > 3:
                return
        at += step


_SPOKEN = lazy(
    r"[\"\N{LEFT DOUBLE QUOTATION MARK}].{2,200}[,.!?][\"\N{RIGHT DOUBLE QUOTATION MARK}]\s[^\W\d_]+(?:\s[^\W\d_]+)?\s?\S*[a-z]"
)


def _spoken(text: str) -> bool:
    """Whether a line is speech with the words of a teller behind it: the story has begun."""
    return text[:1] in OPENING_QUOTES and _SPOKEN.match(text) is not None


def in_company(finding: Finding, pool: Sequence[Finding], zones: Sequence[str], document: Document) -> Finding:
    """The finding with the evidence of its place and its neighbours."""
    span = Span(document.blocks[finding.first].span.start, document.blocks[finding.last].span.stop)
    reasons: list[str] = []
    if finding.role in PLACED:
        zone = zones[finding.first]
        reasons.append(f"zone.{zone}" if zone else "zone.amid")
    if finding.role == "field" and _beside(document, finding, "field"):
        reasons.append("zone.among-fields")
    if finding.role == "date" and _beside(document, finding, "chrome"):
        reasons.append("zone.among-fields")
    if finding.role == "disclaimer" and _beside(document, finding, "field", "note", "disclaimer", "title", "author"):
        reasons.append("zone.among-notes")
    if (
        finding.role == "heading"
        and finding.last + 1 < len(document.blocks)
        and _only_furniture_below(document, finding.last + 1)
    ):
        reasons.append("heading.no-text")
    if finding.role == "caption" and finding.first in document.pauses:
        reasons.append("caption.after-pause")
    elif finding.role == "caption" and _below_header(document, finding.first):
        reasons.append("caption.after-header")
    if finding.role == "caption" and finding.value in NAMING and _captioned(document, finding.first - 1):
        reasons.append("caption.after-caption")
    if finding.role == "note" and finding.first - 1 in document.entries and not _labelled(finding):
        reasons.append("talk.in-diary")
    extra = tuple(because(reason, span) for reason in dict.fromkeys(reasons))
    return replace(finding, evidence=finding.evidence + extra) if extra else finding


def _labelled(finding: Finding) -> bool:
    return any(item.pattern.startswith("note.label") for item in finding.evidence)


def _captioned(document: Document, index: int) -> bool:
    """Whether a block names a time or a point of view, likelier than not."""
    return index in document.strong_blocks("caption") and any(
        item.first == index and item.value in NAMING for item in document.found if item.role == "caption"
    )


def _below_header(document: Document, index: int) -> bool:
    """Whether header lines and notes alone stand between a block and the heading, or the beginning, above it."""
    header = document.strong_blocks(
        "field", "note", "disclaimer", "title", "author", "date", "counter", "chrome", "dedication", "epigraph"
    )
    doubtful = document.strong_blocks("note") - document.strong_blocks("note", least=ACT)
    if index + 1 in header - doubtful:
        return False  # amid the header; what is not surely a note will be story
    at = index - 1
    while at in header:
        at -= 1
    return at < index - 1 and (at < 0 or at in document.strong_blocks("heading", "part", "break"))


def _only_furniture_below(document: Document, start: int) -> bool:
    """Whether nothing but a site's furniture stands from block `start` to the end of the text."""
    if len(document.blocks) - start > 40:
        return False
    chrome = document.strong_blocks("chrome")
    return all(index in chrome for index in range(start, len(document.blocks)))


def _beside(document: Document, finding: Finding, *roles: str) -> bool:
    """Whether a finding of `roles`, likelier than not, stands within two blocks."""
    near = document.strong_blocks(*roles)
    return any(index in near for index in (finding.first - 2, finding.first - 1, finding.last + 1, finding.last + 2))
