"""How the drawn cover fits the first page: trimmed a little, or shown whole on its own colour."""

from __future__ import annotations

import io
from typing import NamedTuple

from fic2book.model import Cover
from fic2book.press.geometry import Sheet

TRIMMED = 0.06
"""Part of a cover's height or width that may be cut off; designs keep their words farther from the edge than that."""


class Fit(NamedTuple):
    """Whether the cover fills the page, and the colour beside it where it does not."""

    fills: bool
    colour: str


def fit_cover(cover: Cover, sheet: Sheet) -> Fit:
    """The fit of a cover of five to eight on a page of any shape; white where the picture cannot be decoded."""
    shape, wanted = cover.width / max(1, cover.height), sheet.width / sheet.height
    if abs(1 - min(shape, wanted) / max(shape, wanted)) <= TRIMMED:
        return Fit(True, "#ffffff")
    return Fit(False, _edge_colour(cover.data))


def _edge_colour(data: bytes) -> str:
    """The mean colour of the picture's left and right edge."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.draft("RGB", (picture.width // 8, picture.height // 8))
            small = picture.convert("RGB").resize((16, 16), Image.Resampling.BOX)
    except OSError:
        return "#ffffff"
    edges = [small.getpixel((column, row)) for column in (0, 15) for row in range(16)]
    mean = [round(sum(colour[part] for colour in edges if isinstance(colour, tuple)) / len(edges)) for part in range(3)]
    return "#" + "".join(f"{part:02x}" for part in mean)
