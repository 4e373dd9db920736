"""What was decided about a story and why, in reading order: as text, as data, and as a sidecar ready to edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from fic2book.model import Decision, Evidence, Finding, Manuscript, Metadata, Story
from fic2book.overrides.quoting import Quote, Quoter, shortened


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


def rows(story: Story, suggested: Sequence[Finding] = ()) -> tuple[Row, ...]:
    """Every decision that is not plain story, every doubtful one, every boundary and suggestion, in reading order.

    Runs of undoubted story are folded into one row each, so that the rows cover the whole text.
    """
    manuscript = story.manuscript
    found = [_row(item, manuscript) for item in _folded(story.decisions)]
    found += [_row(item, manuscript) for item in story.boundaries]
    found += [_suggestion(item, manuscript) for item in suggested]
    return tuple(sorted(found, key=lambda row: (row.start, row.stop)))


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


# ---------------------------------------------------------------- as text


def as_text(story: Story, suggested: Sequence[Finding] = ()) -> str:
    """The decisions as lines for a person to read."""
    lines = [f"{story.manuscript.source.name}", *_metadata_lines(story.metadata), ""]
    for row in rows(story, suggested):
        lines += _row_lines(row)
    if story.notices or story.manuscript.notices:
        lines += ["", "Please look at:"]
        for notice in (*story.manuscript.notices, *story.notices):
            lines.append(f"  {notice.code}: {notice.message}" + (f" “{notice.where}”" if notice.where else ""))
    return "\n".join(lines) + "\n"


def _metadata_lines(metadata: Metadata) -> list[str]:
    lines = []
    for item in fields(Metadata):
        value = getattr(metadata, item.name)
        if value and item.name != "fields":
            lines.append(f"  {item.name}: {', '.join(value) if isinstance(value, tuple) else value}")
    return lines


def _row_lines(row: Row) -> list[str]:
    if row.role == "story" and row.by == "default" and not row.review:
        return [f"  story        {_paragraphs(row.blocks)}: “{row.quote}”"]
    flag = "?" if row.review else " "
    value = f" [{row.value}]" if row.value else ""
    lines = [f"{flag} {row.role:<12} {row.confidence:4.0%} “{row.quote}”{value}  ({row.by})"]
    lines += [
        f"      {item.weight:+.1f} {item.pattern}{f': {item.note}' if item.note else ''}" for item in row.evidence
    ]
    if row.rivals:
        lines.append("      else: " + ", ".join(f"{role} {confidence:.0%}" for role, confidence in row.rivals))
    return lines


def _paragraphs(count: int) -> str:
    return "1 paragraph" if count == 1 else f"{count} paragraphs"


# ---------------------------------------------------------------- as data


def as_data(story: Story, suggested: Sequence[Finding] = ()) -> dict[str, Any]:
    """The decisions as plain dictionaries and lists, for JSON."""
    metadata = {
        item.name: getattr(story.metadata, item.name)
        for item in fields(Metadata)
        if getattr(story.metadata, item.name) and item.name != "fields"
    }
    return {
        "source": story.manuscript.source.name,
        "digest": story.manuscript.source.digest,
        "metadata": metadata,
        "fields": [{"name": f.name, "label": f.label, "value": f.value} for f in story.metadata.fields],
        "decisions": [_row_data(row) for row in rows(story, suggested)],
        "notices": [
            {"code": n.code, "message": n.message, "where": n.where, "severity": n.severity}
            for n in (*story.manuscript.notices, *story.notices)
        ],
    }


def _row_data(row: Row) -> dict[str, Any]:
    return {
        "role": row.role,
        "quote": row.quote,
        "value": row.value,
        "by": row.by,
        "confidence": round(row.confidence, 4),
        "review": row.review,
        "span": [row.start, row.stop],
        "evidence": [{"pattern": e.pattern, "weight": round(e.weight, 2), "note": e.note} for e in row.evidence],
        "rivals": [{"role": role, "confidence": round(confidence, 4)} for role, confidence in row.rivals],
    }


# ---------------------------------------------------------------- as a sidecar


def as_sidecar(story: Story, suggested: Sequence[Finding] = ()) -> str:
    """A sidecar that says what was decided, ready to edit.

    Metadata and undoubted decisions stand as comments, so that the file changes nothing until a line is uncommented or edited.
    """
    lines = [
        "# What fic2book decided about this story. Uncomment and change what is wrong; the next build obeys.",
        *_sidecar_encoding(story),
        "",
        "[metadata]",
    ]
    lines += _sidecar_metadata(story.metadata)
    quoter = Quoter(story.manuscript)
    for row in rows(story, suggested):
        if row.role == "lost-break":
            lines += _sidecar_break(row, quoter)
        elif row.role not in ("story", "gap", "pause") or row.review:
            lines += _sidecar_mark(row, quoter)
    return "\n".join(lines) + "\n"


def _sidecar_encoding(story: Story) -> list[str]:
    guessed = any(notice.code == "encoding-guessed" for notice in story.manuscript.notices)
    return [f"# encoding = {_toml(story.manuscript.source.encoding)}   # guessed"] if guessed else []


def _sidecar_metadata(metadata: Metadata) -> list[str]:
    lines = [] if metadata.title else ['# title = ""   # none was found']
    for item in fields(Metadata):
        value = getattr(metadata, item.name)
        if item.name == "fields" or not value:
            continue
        shown = "[" + ", ".join(_toml(part) for part in value) + "]" if isinstance(value, tuple) else _toml(value)
        lines.append(f"# {item.name} = {shown}")
    return lines


def _sidecar_mark(row: Row, quoter: Quoter) -> list[str]:
    quote = quoter.quote(row.first, row.first + row.blocks - 1)
    doubt = " (in doubt)" if row.review else ""
    lines = ["", f"# {row.confidence:.0%}{doubt}: {', '.join(item.pattern for item in row.evidence[:3]) or row.by}"]
    if quote is None:
        return [*lines, f"# {row.role}: it has no words that could be quoted"]
    lines += ["# [[mark]]", *_sidecar_quote("quote", quote)]
    if quote.through:
        lines.append(f"# through = {_toml(quote.through)}")
    lines.append(f"# role = {_toml(row.role)}")
    if row.value and row.role in ("break", "heading", "part"):
        lines.append(f"# value = {_toml(row.value)}")
    return lines


def _sidecar_break(row: Row, quoter: Quoter) -> list[str]:
    quote = quoter.quote(row.first, row.first)
    if quote is None:
        return []
    reasons = "; ".join(item.note or item.pattern for item in row.evidence)
    lines = ["", f"# possible scene break, score {row.value}: {reasons}", "# [[break]]"]
    return lines + _sidecar_quote("before", quote)


def _sidecar_quote(key: str, quote: Quote) -> list[str]:
    lines = [f"# {key} = {_toml(quote.words)}"]
    return [*lines, f"# occurrence = {quote.occurrence}"] if quote.occurrence else lines


def _toml(value: str) -> str:
    """A TOML string for `value` (TOML 1.0, basic strings)."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
