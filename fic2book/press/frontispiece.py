"""How the drawn cover fits the first page: drawn in its shape, trimmed a little, or shown whole on its own colour."""

from __future__ import annotations

import io
from typing import NamedTuple

from fic2book.model import Cover, Settings
from fic2book.press.geometry import BLEED, Sheet, find_trim
from fic2book.styles import load_style

TRIMMED = 0.06
"""Part of a cover's height or width that may be cut off; designs keep their words farther from the edge than that."""


def cover_shape(settings: Settings, width: int, height: int) -> tuple[int, int]:
    """`width` and `height` of a cover if the first page of the PDF has nearly their shape, else as wide a picture of the page's own.

    The page's bleed counts, since the cover runs over the cut. Raises UsageError for an unknown style or trim size.
    """
    across, down = find_trim(settings.trim or load_style(settings.style).page.trim)
    around = 2 * BLEED if settings.crop_marks else 0.0
    shape, wanted = width / height, (across + around) / (down + around)
    return (width, height) if _is_near(shape, wanted) else (width, round(width / wanted))


class Fit(NamedTuple):
    """Whether the cover fills the page, and the colour beside it where it does not."""

    fills: bool
    colour: str


def fit_cover(cover: Cover, sheet: Sheet) -> Fit:
    """The fit of a cover of five to eight on a page of any shape; white where the picture cannot be decoded."""
    around = 2 * sheet.bleed
    if _is_near(cover.width / max(1, cover.height), (sheet.width + around) / (sheet.height + around)):
        return Fit(True, "#ffffff")
    return Fit(False, _edge_colour(cover.data))


def _is_near(shape: float, wanted: float) -> bool:
    return 1 - min(shape, wanted) / max(shape, wanted) <= TRIMMED


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
