"""One role for each block, from everything that was proposed, and a record of what else it could have been.

A finding is judged three times: alone, by its own words (the detector's weights); in company, by where it stands and what stands beside
it (company.py); and as part of the whole, by what the text repeats (the detectors' sequences, tiers and rhythms). Above `ACT` a role is
taken. Between `ASK` and `ACT` the passage stays story and is listed for review. The user's decisions come before all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from fic2book.cleaner.company import in_company, zones_of
from fic2book.cleaner.document import Document
from fic2book.cleaner.weights import ACT, ASK, ASK_BESIDE, ASK_EDGE
from fic2book.model import BOUNDARY_ROLES, Decision, Finding

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
    free = [at for at, held in enumerate(owner) if held is None]

    def doubts_at(at: int) -> tuple[Finding, ...]:
        if at not in by_block:
            return ()
        beside = any(held is not None and held.role == "note" for held in owner[max(at - 1, 0) : at + 2])
        edge = at in (free[0], free[-1])
        return _doubts(by_block, at, ASK_BESIDE if beside else ASK_EDGE if edge else ASK)

    while index < count:
        held = owner[index]
        last = index
        if held is not None:
            while last + 1 < count and owner[last + 1] is held:
                last += 1
            yield held if (held.first, held.last) == (index, last) else replace(held, first=index, last=last)
        else:
            doubts = doubts_at(index)
            if doubts:
                yield Decision("story", index, index, confidence=1 - doubts[0].confidence, rivals=doubts, review=True)
            else:
                while last + 1 < count and owner[last + 1] is None and not doubts_at(last + 1):
                    last += 1
                yield Decision("story", index, last)
        index = last + 1


def _doubts(by_block: dict[int, list[Finding]], index: int, least: float) -> tuple[Finding, ...]:
    """What a block might be; `least` is from where on a note is asked about."""
    found = [item for item in by_block.get(index, ()) if item.weight >= (least if item.role == "note" else ASK)]
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
