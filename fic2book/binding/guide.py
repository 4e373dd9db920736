"""The sheet of instructions: which pages lie on which sheet, how to fold, gather and sew, and how the grain should run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fic2book.binding.layout import layout, signatures
from fic2book.binding.plan import BINDINGS, ImpositionPlan

SIZE: Final = 9.0
LEADING: Final = 12.5
MARGIN: Final = 36.0

FOLDING: Final = {
    "folio": "Lay each sheet with its front down. Fold {right} onto {left}. Turn it over.",
    "quarto": "Lay each sheet with its front down. Fold the upper half down onto the lower, then {right} onto {left}. Turn it over.",
    "octavo": (
        "Lay each sheet with its front down. Fold {right} onto {left}, then the upper half down onto the lower,"
        " then {right} onto {left} once more. Turn it over."
    ),
}
"""How the sheets of `layout` become leaves in order; a test folds them so."""


def guide_pages(
    pages: int, plan: ImpositionPlan, page: tuple[float, float], paper: tuple[float, float]
) -> Iterator[bytes]:
    """Content streams for the instructions, each one page of the paper, and an even number of them. Sizes in millimetres."""
    width, height = (side * 72 / 25.4 for side in paper)
    longest = max(20, int((width - 2 * MARGIN) / (SIZE * 0.5)))
    lines = [piece for line in guide_lines(pages, plan, page, paper) for piece in _wrapped(line, longest)]
    room = max(4, int((height - 2 * MARGIN) / LEADING))
    sheets = [lines[start : start + room] for start in range(0, len(lines), room)]
    for sheet in sheets:
        yield _content(sheet, height)
    if len(sheets) % 2:
        yield b""


def guide_lines(pages: int, plan: ImpositionPlan, page: tuple[float, float], paper: tuple[float, float]) -> list[str]:
    """The instructions in words."""
    folded = signatures(pages, plan)
    blanks = sum(folded) * plan.pages_per_sheet - pages
    lines = [
        "BINDING GUIDE",
        "",
        (
            f"{pages} pages of {page[0]:.0f} by {page[1]:.0f} mm on {sum(folded)} sheets of {paper[0]:.0f} by {paper[1]:.0f} mm,"
            f" {blanks} of {sum(folded) * plan.pages_per_sheet} pages blank."
        ),
        f"Binding: {plan.binding}, {BINDINGS[plan.binding]}.",
        f"Print on both sides, turning on the {plan.flip} edge, at actual size (no fitting to the page).",
    ]
    if plan.binding == "stab":
        return [
            *lines,
            f"Stack the leaves in order and pierce the margin of {plan.margin:g} mm at the spine where the crosses stand.",
        ]
    halves = {"right": "the right half", "left": "the left"}
    if plan.right_to_left:
        halves = {"right": "the left half", "left": "the right"}
    lines += [FOLDING[plan.fold].format(**halves), grain_hint(plan, paper)]
    if plan.binding == "saddle":
        lines.append(
            "Lay the sheets inside one another, sheet 1 outside, and staple or sew through the fold. Then trim the fore-edge."
        )
        if sum(folded) > 16:
            lines.append("So many sheets spring open when stapled; above sixteen, sew signatures instead.")
    else:
        lines += [
            f"{len(folded)} signatures. Nest the sheets of each, sheet 1 outside; lay the signatures in order: the bars on the folds make a staircase.",
            f"Pierce each signature's fold at the {plan.stations} marks in its middle; the outer two are for the kettle stitch.",
        ]
    lines.append("")
    return lines + _sheet_table(pages, plan)


def grain_hint(plan: ImpositionPlan, paper: tuple[float, float]) -> str:
    """How the fibres should run, and a warning when the plan says they do not."""
    right = "long" if paper[1] >= paper[0] else "short"
    told = f"The grain should run along the spine: parallel to the {right} side of this paper."
    if plan.grain and plan.grain != right:
        told += f" Yours runs along the {plan.grain} side: the pages will curl and the folds crack; cut the paper the other way if you can."
    return told


def _sheet_table(pages: int, plan: ImpositionPlan) -> list[str]:
    """One line for each side: its pages from top left to bottom right."""
    lines = []
    for side in layout(pages, plan):
        rows: list[list[str]] = [[] for _ in range(side.rows)]
        for cell in sorted(side.cells, key=lambda cell: (cell.row, cell.column)):
            rows[cell.row].append("-" if cell.page is None else str(cell.page + 1))
        shown = "  /  ".join("  ".join(row) for row in rows)
        lines.append(
            f"Signature {side.signature + 1}, sheet {side.sheet + 1}, {'back' if side.back else 'front'}:  {shown}"
        )
    return lines


def _wrapped(line: str, longest: int) -> Iterator[str]:
    current = ""
    for word in line.split(" "):
        if current and len(current) + 1 + len(word) > longest:
            yield current
            current = "    " + word
        else:
            current = f"{current} {word}" if current else word
    yield current


def _content(lines: list[str], height: float) -> bytes:
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    return f"BT /F1 {SIZE} Tf {LEADING} TL {MARGIN} {height - MARGIN - SIZE:.2f} Td\n{shown}ET".encode(
        "latin-1", "replace"
    )


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
