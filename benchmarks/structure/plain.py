"""Units as plain text, in the layouts in which stories are saved."""

from __future__ import annotations

import re
import textwrap

from benchmarks.structure.model import EMPHASIS, STORY, Layout, Unit

NUMBERED = re.compile(r"\d|chap|part|глава|kapitel|cap", re.IGNORECASE)


def text(made: list[Unit], layout: Layout) -> str:
    """The units as plain text with line feeds; units without lines only leave blank lines."""
    pieces: list[str] = []
    before, extra = None, 0
    for unit in made:
        if not unit.lines:
            extra += 1 if unit.role == "gap" else layout.pause if unit.by == "blank" else 0
            continue
        if before:
            pieces.append("\n" * (1 + blanks(before, unit, layout) + (extra if layout.between else 0)))
        pieces.append(paragraph(unit, layout))
        before, extra = unit, 0
    return "".join(pieces) + "\n"


def blanks(before: Unit, unit: Unit, layout: Layout) -> int:
    """Blank lines between two units."""
    if before.group and before.group == unit.group:
        return 0
    if before.group or unit.group:
        return max(1, layout.between)
    if (layout.centred and {"break", "heading"} & {before.role, unit.role}) or any(
        bare_heading(one) for one in (before, unit)
    ):
        return max(1, layout.between)
    if layout.glued and speaks(before) and speaks(unit):
        return 0
    return layout.between


def bare_heading(unit: Unit) -> bool:
    """Whether a unit is a heading that says nothing of chapters or numbers, so that only its place can tell it."""
    return unit.role == "heading" and not NUMBERED.search(unit.text)


def speaks(unit: Unit) -> bool:
    """Whether a unit is a paragraph that opens in speech."""
    return unit.role == "story" and unit.lines[0][:1] in {'"', "\N{LEFT DOUBLE QUOTATION MARK}"}


def paragraph(unit: Unit, layout: Layout) -> str:
    """One unit's lines, wrapped and indented as the layout has it."""
    body = unit.label + "\n".join(mark_emphasis(line, layout.emphasis) for line in unit.lines)
    if unit.role == "heading" or (unit.role in {"break", "end"} and layout.centred):
        return "\n".join(
            line.center(layout.width or 60).rstrip() if layout.centred else line for line in body.split("\n")
        )
    if unit.kept or unit.role in {"break", "rule", "signature", "stamp", "mark"}:
        return body
    indent = layout.indent if unit.role in STORY else ""
    if not layout.width:
        return indent + body
    return textwrap.fill(body, layout.width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def mark_emphasis(line: str, mark: str) -> str:
    """Emphasis as plain text writes it."""
    if mark == "/" and "/" in line:
        mark = "_"
    return EMPHASIS.sub(lambda match: f"{mark}{match[1]}{mark}", line)
