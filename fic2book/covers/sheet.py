"""The contact sheet: one story in every design, each with its name, to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from fic2book.covers.fitting import set_text
from fic2book.covers.stretches import Lettering

if TYPE_CHECKING:
    from PIL import Image

COLUMNS: Final = 5
WIDTH: Final = 400
HEIGHT: Final = 640
GAP: Final = 40
LABEL: Final = 70
GROUND: Final = (232, 230, 225)
INK: Final = (40, 40, 44)


def draw_sheet(names: Sequence[str], draw: Callable[[str, int, int], Image.Image]) -> Image.Image:
    """Covers in rows of five; `draw` gets a design's name and a size in pixels."""
    from PIL import Image

    rows = -(-len(names) // COLUMNS)
    columns = min(COLUMNS, len(names))
    sheet = Image.new("RGB", (columns * (WIDTH + GAP) + GAP, rows * (HEIGHT + LABEL + GAP) + GAP), GROUND)
    for place, name in enumerate(names):
        x, y = GAP + place % COLUMNS * (WIDTH + GAP), GAP + place // COLUMNS * (HEIGHT + LABEL + GAP)
        sheet.paste(draw(name, 2 * WIDTH, 2 * HEIGHT).reduce(2), (x, y))
        _write_label(sheet, name, x, y + HEIGHT + 22)
    return sheet


def _write_label(sheet: Image.Image, name: str, left: int, top: int) -> None:
    block = set_text(name, Lettering("Jost", weight=500), WIDTH, LABEL, 26)
    for line in block.lines if block else ():
        sheet.paste(
            INK,
            (left, top + 22 - line.rise, left + line.mask.width, top + 22 - line.rise + line.mask.height),
            line.mask,
        )
