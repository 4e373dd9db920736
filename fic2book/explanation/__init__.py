"""What was decided about a story and why, in reading order: as text, as data, and as a sidecar ready to edit.

`rows` gathers the decisions; text.py, data.py and sidecar.py write them down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fic2book.model import Decision, Evidence, Finding, Manuscript, Story
from fic2book.overrides.quoting import shortened


@dataclass(frozen=True, slots=True)
class Row:
    """One decision as `explain` shows it. `confidence` and each rival's are 0–1; `start` and `stop` are characters of the source."""

    role: str
    quote: str
    by: str
    confidence: float
    evidence: tuple[Evidence, ...]
    rivals: tuple[tuple[str, float], ...]
    review: bool
    value: str
    start: int
    stop: int
    blocks: int
    first: int = 0  # index of its first block


def rows(story: Story, suggested: Sequence[Finding] = (), *, doubtful: bool = False) -> tuple[Row, ...]:
    """Every decision that is not plain story, every doubtful one, every boundary and suggestion, in reading order.

    Runs of undoubted story are folded into one row each, so that the rows cover the whole text; with `doubtful`, only what the user
    should look at is left.
    """
    manuscript = story.manuscript
    found = [_row(item, manuscript) for item in _folded(story.decisions)]
    found += [_row(item, manuscript) for item in story.boundaries]
    found += [_suggestion(item, manuscript) for item in suggested]
    shown = [row for row in found if row.review] if doubtful else found
    return tuple(sorted(shown, key=lambda row: (row.start, row.stop)))


def suggestions(story: Story, above: float = 0.4) -> tuple[Finding, ...]:
    """Places where a scene break may have been lost, with scores from `above` on; nothing is inserted."""
    from fic2book.cleaner.lost_breaks import suggest

    roles = [item.role for item in story.decisions for _ in range(item.first, item.last + 1)]
    return suggest(story.manuscript.blocks, roles, story.metadata.language or "en", above)


def _folded(decisions: Sequence[Decision]) -> Iterator[Decision]:
    held: Decision | None = None
    for decision in decisions:
        plain = decision.role == "story" and not decision.review and decision.by == "default"
        if plain and held is not None:
            held = Decision("story", held.first, decision.last)
        elif plain:
            held = decision
        else:
            if held is not None:
                yield held
            held = None
            yield decision
    if held is not None:
        yield held


def _row(decision: Decision, manuscript: Manuscript) -> Row:
    first, last = manuscript.blocks[decision.first], manuscript.blocks[decision.last]
    quote = shortened(manuscript.source.text[first.span.start : last.span.stop])
    return Row(
        role=decision.role,
        quote=quote,
        by=decision.by if not decision.detector else f"{decision.by} {decision.detector}",
        confidence=decision.confidence,
        evidence=decision.evidence,
        rivals=tuple((rival.role, rival.confidence) for rival in decision.rivals),
        review=decision.review,
        value=_value(decision),
        start=first.span.start,
        stop=last.span.stop,
        blocks=decision.last - decision.first + 1,
        first=decision.first,
    )


def rivals_line(row: Row) -> str:
    """What else a passage could be, "" where nothing else was proposed."""
    rivals = ", ".join(f"{role} {confidence:.0%}" for role, confidence in row.rivals)
    return f"else: {rivals}" if rivals else ""


def _value(decision: Decision) -> str:
    if decision.fields:
        return "; ".join(f"{item.name} = {item.value}" for item in decision.fields)
    return decision.value


def _suggestion(finding: Finding, manuscript: Manuscript) -> Row:
    block = manuscript.blocks[finding.first]
    score = float(finding.value or 0)
    quote = shortened(manuscript.source.text[block.span.start : block.span.stop])
    place = block.span.start
    return Row(
        "lost-break",
        quote,
        "suggestion",
        score,
        finding.evidence,
        (),
        True,
        finding.value,
        place,
        place,
        1,
        finding.first,
    )
