"""The decisions about a story as plain dictionaries and lists, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from fic2book.explanation import Row
from fic2book.model import Metadata, Story


def as_data(story: Story, shown: Sequence[Row]) -> dict[str, Any]:
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
        "decisions": [_row_data(row) for row in shown],
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
