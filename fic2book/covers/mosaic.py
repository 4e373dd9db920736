"""Mosaic: quarter circles on a grid, in the manner of mid-century paperbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import Colour, mix
from fic2book.covers.lettering import tint
from fic2book.covers.shapes import quarter_masks

if TYPE_CHECKING:
    from PIL import Image

COLUMNS: Final = 4

SHORT: Final = 60
"""Characters of a title that leaves room for two rows of tiles at least."""


def draw(canvas: Canvas) -> None:
    """Tiles over as much of the page as the title leaves, at most a square and a quarter; words on the plain ground below."""
    colours, gap, margin, side = canvas.palette, canvas.part("gap"), canvas.part("margin"), canvas.start
    width = canvas.width - 2 * margin
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    foot = canvas.height - margin - (author.height if author else 0)
    cell = -(-canvas.width // COLUMNS)
    least = 2 if len(canvas.request.title) <= SHORT else 1
    heading = canvas.heading(width, foot - 3 * gap - least * cell, kicker=True)
    rows = max(1, min(5, (foot - 3 * gap - heading.height) // cell))
    _tiles(canvas, cell, rows)
    canvas.write_heading(
        heading,
        margin,
        rows * cell + (foot - rows * cell - heading.height) * 42 // 100,
        width,
        colours.text,
        side,
        colours.ground,
    )
    canvas.write(author, margin, foot, width, colours.text, side, colours.ground)


def _tiles(canvas: Canvas, cell: int, rows: int) -> None:
    colours = canvas.palette
    inks: list[Colour] = [
        colours.accent,
        colours.text,
        mix(colours.accent, colours.ground, 45),
        mix(colours.accent, colours.text, 55),
    ]
    grounds: list[Colour] = [colours.ground, colours.shade, mix(colours.accent, colours.ground, 75)]
    shapes = _shapes(cell)
    for row in range(rows):
        for column in range(COLUMNS):
            x, y = column * cell, row * cell
            ground, kind = canvas.chance.pick(grounds), canvas.chance.below(8)
            if kind < len(shapes):
                canvas.image.paste(tint(shapes[kind], ground, canvas.chance.pick(inks)), (x, y))
            else:
                canvas.bar(x, y, cell, cell, ground)


def _shapes(cell: int) -> list[Image.Image]:
    """Masks of a tile: four quarter circles, a whole one, two halves that touch."""
    from PIL import Image

    half, rest, small = cell // 2, cell - cell // 2, cell * 3 // 10
    whole, halves = Image.new("L", (cell, cell)), Image.new("L", (cell, cell))
    round_quarters = quarter_masks(small)
    for mask, x, y in zip(round_quarters, (half - small, half) * 2, (half - small,) * 2 + (half,) * 2, strict=True):
        whole.paste(mask, (x, y))
    upper_left, upper_right, lower_left, lower_right = quarter_masks(half)
    for mask, x, y in ((lower_left, 0, 0), (lower_right, half, 0), (upper_left, 0, rest), (upper_right, half, rest)):
        halves.paste(mask, (x, y))
    return [*quarter_masks(cell), whole, halves]
