"""One role for each block, from everything that was proposed, and a record of what else it could have been.

A finding is judged three times: alone, by its own words (the detector's weights); in company, by where it stands and what stands beside
it (`in_company`); and as part of the whole, by what the text repeats (the detectors' sequences, tiers and rhythms). Above `ACT` a role is
taken. Between `ASK` and `ACT` the passage stays story and is listed for review. The user's decisions come before all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from fic2book.cleaner.document import Document, because
from fic2book.cleaner.weights import ACT, ASK
from fic2book.model import BOUNDARY_ROLES, Decision, Finding, Span

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

RIVALS: Final = 3
"""Other readings that are kept for the record."""

_READ = "reader"
_DETECTED = "detector"


def decide(
    document: Document, findings: Iterable[Finding], rulings: Sequence[Decision] = ()
) -> tuple[tuple[Decision, ...], tuple[Decision, ...]]:
    """The decisions, which tile the blocks in order, and the decisions on boundaries, in order."""
    pool = list(findings)
    zones = zones_of(document, pool)
    weighed = [in_company(finding, pool, zones, document) for finding in pool]
    blocks = [finding for finding in weighed if finding.role not in BOUNDARY_ROLES]
    bounds = [finding for finding in weighed if finding.role in BOUNDARY_ROLES]
    decisions = _tile(document, blocks, rulings)
    return decisions, _boundaries(bounds, decisions, rulings)


# ---------------------------------------------------------------- company


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
            unclaimed += 1 if document.words[at] <= 14 else 2
            pending.append(at)
            if unclaimed > 3:
                return
        at += step


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
    extra = tuple(because(reason, span) for reason in dict.fromkeys(reasons))
    return replace(finding, evidence=finding.evidence + extra) if extra else finding


def _below_header(document: Document, index: int) -> bool:
    """Whether header lines and notes alone stand between a block and the heading, or the beginning, above it."""
    header = document.strong_blocks(
        "field", "note", "disclaimer", "title", "author", "date", "counter", "chrome", "dedication", "epigraph"
    )
    if index + 1 in header:
        return False  # amid the header
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


# ---------------------------------------------------------------- choosing


def _tile(document: Document, findings: Sequence[Finding], rulings: Sequence[Decision]) -> tuple[Decision, ...]:
    count = len(document.blocks)
    owner: list[Decision | None] = [None] * count
    for ruling in rulings:
        if ruling.role not in BOUNDARY_ROLES:
            _rule(owner, ruling)
    by_block: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        for index in range(finding.first, finding.last + 1):
            by_block[index].append(finding)
    from_markup = {id(item) for item in document.manuscript.findings}
    for finding in sorted(findings, key=lambda item: (-item.weight, item.first, item.last - item.first, item.role)):
        if finding.weight < ACT:
            break
        kept = _free(owner, finding)
        if kept is None:
            continue
        decision = _taken(
            kept,
            _rivals(kept, by_block),
            _READ if finding.detector == _READ or id(finding) in from_markup else _DETECTED,
        )
        for index in range(kept.first, kept.last + 1):
            owner[index] = decision
    return tuple(_stories(owner, by_block))


def _rule(owner: list[Decision | None], ruling: Decision) -> None:
    """Give the user's blocks to the user; what an earlier ruling held of them is cut off."""
    for index in range(ruling.first, ruling.last + 1):
        owner[index] = ruling


def _free(owner: Sequence[Decision | None], finding: Finding) -> Finding | None:
    """The part of a finding's blocks from its first on that nobody holds yet."""
    if owner[finding.first] is not None:
        return None
    last = finding.first
    while last < finding.last and owner[last + 1] is None:
        last += 1
    return finding if last == finding.last else replace(finding, last=last)


def _taken(finding: Finding, rivals: tuple[Finding, ...], by: str) -> Decision:
    return Decision(
        finding.role,
        finding.first,
        finding.last,
        by=by,
        confidence=finding.confidence,
        value=finding.value,
        evidence=finding.evidence,
        detector=finding.detector,
        rivals=rivals,
        fields=finding.fields,
        place=finding.place,
    )


def _rivals(finding: Finding, by_block: dict[int, list[Finding]]) -> tuple[Finding, ...]:
    others = {
        (other.role, other.first): other
        for index in range(finding.first, finding.last + 1)
        for other in by_block[index]
        if other.role != finding.role and other.weight > -3.0
    }
    return tuple(sorted(others.values(), key=lambda item: (-item.weight, item.first, item.role))[:RIVALS])


def _stories(owner: Sequence[Decision | None], by_block: dict[int, list[Finding]]) -> Iterable[Decision]:
    """The decisions in order, with what nobody took as story; doubtful blocks have a decision of their own."""
    index, count = 0, len(owner)
    while index < count:
        held = owner[index]
        last = index
        if held is not None:
            while last + 1 < count and owner[last + 1] is held:
                last += 1
            yield held if (held.first, held.last) == (index, last) else replace(held, first=index, last=last)
        else:
            doubts = _doubts(by_block, index)
            if doubts:
                yield Decision("story", index, index, confidence=1 - doubts[0].confidence, rivals=doubts, review=True)
            else:
                while last + 1 < count and owner[last + 1] is None and not _doubts(by_block, last + 1):
                    last += 1
                yield Decision("story", index, last)
        index = last + 1


def _doubts(by_block: dict[int, list[Finding]], index: int) -> tuple[Finding, ...]:
    found = [item for item in by_block.get(index, ()) if item.weight >= ASK]
    return tuple(sorted(found, key=lambda item: (-item.weight, item.first, item.role))[:RIVALS])


# ---------------------------------------------------------------- boundaries


def _boundaries(
    findings: Sequence[Finding], decisions: Sequence[Decision], rulings: Sequence[Decision]
) -> tuple[Decision, ...]:
    chosen: dict[int, Decision] = {}
    roles = {decision.first: decision.role for decision in decisions}
    for finding in sorted(findings, key=lambda item: (-item.weight, item.first, item.role)):
        if finding.weight < ASK or finding.first in chosen:
            continue
        at, sure = finding.first, finding.weight >= ACT
        if finding.role == "pause":
            if any("caption" in item.pattern for item in finding.evidence) and roles.get(at) != "caption":
                continue
            role = "pause" if sure else "gap"
            chosen[at] = replace(_taken(replace(finding, role=role), (), _DETECTED), review=not sure)
        else:
            chosen[at] = replace(_taken(finding, (), _DETECTED), review=True)
    for ruling in rulings:
        if ruling.role in BOUNDARY_ROLES:
            chosen[ruling.first] = ruling
    return tuple(chosen[at] for at in sorted(chosen))
