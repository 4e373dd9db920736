"""Which page lies where: the arithmetic of imposition, without a PDF in sight.

A sheet is described as it lies before folding. Its front is the side that ends up outside; its back is what one sees after turning
the sheet over like a page, about its upright axis. Cells in the upper of two rows stand on their heads, since the first fold of a
quarto or octavo is the one across.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fic2book.binding.plan import ImpositionPlan

FORMES: Final = {
    "folio": (((4, 1),), ((2, 3),)),
    "quarto": (((5, 4), (8, 1)), ((3, 6), (2, 7))),
    "octavo": (((5, 12, 9, 8), (4, 13, 16, 1)), ((7, 10, 11, 6), (2, 15, 14, 3))),
}
"""Page numbers of one sheet by itself: front and back, rows from the top. Printers' manuals since the eighteenth century agree on these."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on a side. `page` counts from 0 and is None for a blank; `creep` is in leaves, towards the spine."""

    page: int | None
    column: int
    row: int
    upside_down: bool
    spine_right: bool
    creep: int
    position: int  # within the signature, counted from 0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of one sheet. `sheet` counts within the signature from the outside, both from 0."""

    signature: int
    sheet: int
    sheets: int  # in this signature
    back: bool
    columns: int
    rows: int
    cells: tuple[Cell, ...]


def signatures(pages: int, plan: ImpositionPlan) -> tuple[int, ...]:
    """Sheets in each signature, as even as can be: 9 sheets in fours are 3, 3, 3 and not 4, 4, 1, which would hang by one fold."""
    sheets = max(1, -(-pages // plan.pages_per_sheet))
    if plan.binding == "saddle":
        return (sheets,)
    if plan.binding == "stab":
        return (1,) * sheets
    count = -(-sheets // plan.sheets)
    return tuple(sheets // count + (number < sheets % count) for number in range(count))


def padded(pages: int, plan: ImpositionPlan) -> list[int | None]:
    """Page numbers from 0 in reading order, with None for each blank that fills the last sheet."""
    wanted = sum(signatures(pages, plan)) * plan.pages_per_sheet
    blanks: list[int | None] = [None] * (wanted - pages)
    numbers: list[int | None] = list(range(pages))
    if plan.blanks == "before-last" and pages:
        return [*numbers[:-1], *blanks, numbers[-1]]
    return [*numbers, *blanks]


def layout(pages: int, plan: ImpositionPlan) -> tuple[Side, ...]:
    """Every side in the order of printing: front and back of each sheet, outermost first, signature by signature."""
    order = padded(pages, plan)
    sides: list[Side] = []
    start = 0
    for number, sheets in enumerate(signatures(pages, plan)):
        held = order[start : start + sheets * plan.pages_per_sheet]
        start += len(held)
        sides += _leaf(held, number) if plan.binding == "stab" else _signature(held, number, sheets, plan)
    return tuple(_mirrored(side) for side in sides) if plan.right_to_left else tuple(sides)


def _leaf(held: list[int | None], number: int) -> list[Side]:
    """Front and back of a single leaf: the spine is at the left of a right-hand page."""
    return [
        Side(
            number,
            0,
            1,
            bool(place),
            1,
            1,
            (Cell(page, 0, 0, upside_down=False, spine_right=bool(place), creep=0, position=place),),
        )
        for place, page in enumerate(held)
    ]


def _signature(held: list[int | None], number: int, sheets: int, plan: ImpositionPlan) -> list[Side]:
    formes = FORMES[plan.fold]
    half = plan.pages_per_sheet // 2
    leaves = len(held) // 2
    sides = []
    for sheet in range(sheets):
        for back, rows in enumerate(formes):
            cells = []
            for row, numbers in enumerate(rows):
                for column, local in enumerate(numbers):
                    # The first half of a sheet's pages belongs before the middle of the signature, the rest after it.
                    place = (
                        sheet * half + local - 1 if local <= half else len(held) - (sheet + 1) * half + local - half - 1
                    )
                    leaf = place // 2
                    cells.append(
                        Cell(
                            held[place],
                            column,
                            row,
                            upside_down=len(rows) == 2 and row == 0,
                            spine_right=bool(place % 2) != (len(rows) == 2 and row == 0),
                            creep=min(leaf, leaves - 1 - leaf) if plan.creep else 0,
                            position=place,
                        )
                    )
            sides.append(Side(number, sheet, sheets, bool(back), len(rows[0]), len(rows), tuple(cells)))
    return sides


def _mirrored(side: Side) -> Side:
    """The side for a book that opens on the right: columns and spines change places."""
    cells = tuple(
        Cell(
            cell.page,
            side.columns - 1 - cell.column,
            cell.row,
            cell.upside_down,
            not cell.spine_right,
            cell.creep,
            cell.position,
        )
        for cell in side.cells
    )
    return Side(side.signature, side.sheet, side.sheets, side.back, side.columns, side.rows, cells)
