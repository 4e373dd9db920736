"""Places where a scene break may have been lost: suggestions with a score and the reasons, never an action. English only.

What the scores mean, and how little ordinary prose betrays, is told in docs/lost-breaks.md. Import this module only when
suggestions are asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from fic2book.cleaner.lost_breaks.features import features
from fic2book.cleaner.lost_breaks.measures import Paragraph, measure
from fic2book.cleaner.lost_breaks.times import TIME_WORD
from fic2book.cleaner.lost_breaks.words import APART, BIAS, FEATURES, STAMP_SCORE, THRESHOLD
from fic2book.model import Block, Evidence, Finding

CHAPTER_ROLES: Final = frozenset({"heading", "part", "title", "end"})
"""Roles that end a chapter."""
PROSE: Final = frozenset({"paragraph", "quote"})
REASONS: Final = 3


class Candidate(NamedTuple):
    """A boundary of a chapter: the block after it, its score, and what spoke for and against it, in log-odds."""

    block: int
    boundary: int
    score: float
    reasons: tuple[tuple[str, float], ...]


def suggest(
    blocks: Sequence[Block], roles: Sequence[str], language: str = "en", threshold: float = THRESHOLD
) -> tuple[Finding, ...]:
    """Findings of role "lost-break", in text order. `first` is the block after the boundary, `value` the score ("0.42").

    `roles` has one role per block (of `model.ROLES`). Boundaries beside anything but story are never proposed.
    """
    if language.split("-", 1)[0].lower() != "en":
        return ()
    findings: list[Finding] = []
    for chapter in _chapters(blocks, roles):
        kept = _thin(_rate(chapter, blocks), threshold)
        findings += (_finding(candidate, blocks[candidate.block]) for candidate in kept)
    return tuple(findings)


def rate(blocks: Sequence[Block], roles: Sequence[str]) -> list[Candidate]:
    """Every boundary with its score, for measuring the model: nothing thinned, no threshold."""
    return [candidate for chapter in _chapters(blocks, roles) for candidate in _rate(chapter, blocks)]


def _chapters(blocks: Sequence[Block], roles: Sequence[str]) -> Iterable[list[int]]:
    """The indices of the story paragraphs of each chapter."""
    chapter: list[int] = []
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if role in CHAPTER_ROLES:
            if chapter:
                yield chapter
            chapter = []
        elif role == "story" and block.kind in PROSE and block.text.strip():
            chapter.append(index)
    if chapter:
        yield chapter


def _rate(chapter: list[int], blocks: Sequence[Block]) -> list[Candidate]:
    paragraphs = measure([blocks[index].text for index in chapter])
    rated: list[Candidate] = []
    for boundary, values in enumerate(features(paragraphs)):
        if boundary == 0 or chapter[boundary] != chapter[boundary - 1] + 1:
            continue
        reasons = [(name, FEATURES[name].weight * value) for name, value in values.items()]
        score = 1 / (1 + math.exp(-BIAS - sum(weight for _, weight in reasons)))
        if (
            paragraphs[boundary].stamp
            and not paragraphs[boundary - 1].stamp
            and TIME_WORD.search(paragraphs[boundary].text)
        ):
            score = max(score, STAMP_SCORE)
            reasons.append(("time_stamp", math.log(STAMP_SCORE / (1 - STAMP_SCORE)) - BIAS))
        elif _within_stamps(paragraphs, boundary):
            continue
        rated.append(
            Candidate(chapter[boundary], boundary, score, tuple(sorted(reasons, key=lambda item: (-item[1], item[0]))))
        )
    return rated


def _within_stamps(paragraphs: Sequence[Paragraph], boundary: int) -> bool:
    """Later lines of a stamp block ("Metropolis / Two days later") repeat what its first line says."""
    return paragraphs[boundary].stamp and paragraphs[boundary - 1].stamp


def _thin(candidates: list[Candidate], threshold: float) -> list[Candidate]:
    """The candidates from the threshold on that are the best within `APART` boundaries."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda item: (-item.score, item.boundary)):
        if candidate.score >= threshold and all(abs(candidate.boundary - other.boundary) > APART for other in kept):
            kept.append(candidate)
    return sorted(kept)


def _finding(candidate: Candidate, block: Block) -> Finding:
    strongest = [reason for reason in candidate.reasons if reason[1] > 0][:REASONS]
    evidence = tuple(Evidence(name, block.span, round(weight, 3), _note(name)) for name, weight in strongest)
    return Finding("lost-break", candidate.block, candidate.block, evidence, f"{candidate.score:.2f}", "lost_breaks")


def _note(name: str) -> str:
    return (
        FEATURES[name].note
        if name in FEATURES
        else "a short line with a date or a time, such as stands over a new scene"
    )
