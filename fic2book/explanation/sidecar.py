"""The decisions about a story as a sidecar, ready to edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from fic2book.explanation import Row, rivals_line
from fic2book.model import Metadata, Story
from fic2book.overrides.quoting import Quote, Quoter


def as_sidecar(story: Story, shown: Sequence[Row]) -> str:
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
    for row in shown:
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
    lines.append(f"# role = {_toml(row.role)}" + (f"   # {rivals_line(row)}" if row.review and row.rivals else ""))
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
