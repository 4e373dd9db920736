"""The decisions about a story as lines for a person to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from fic2book.explanation import Row, rivals_line
from fic2book.model import Metadata, Story


def as_text(story: Story, shown: Sequence[Row]) -> str:
    """The decisions as lines for a person to read."""
    lines = [f"{story.manuscript.source.name}", *_metadata_lines(story.metadata), ""]
    for row in shown:
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
        lines.append(f"      {rivals_line(row)}")
    return lines


def _paragraphs(count: int) -> str:
    return "1 paragraph" if count == 1 else f"{count} paragraphs"
