"""Grey masks of round and slanted shapes with soft edges: drawn large, then reduced, as Pillow's own strokes are hard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

SOFTNESS: Final = 4
"""Round and slanted shapes are drawn this many times larger, then reduced."""

LARGE: Final = 60_000
"""Pixels from which on one time less must do."""


def quarter_masks(
    size: int, lines: Sequence[tuple[int, int]] = ()
) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image]:
    """Quarters of circles around a common centre, `size` pixels square: upper left, upper right, lower left, lower right.

    `lines` are radius and weight of each circle; without them it is one filled circle.
    """
    from PIL import Image

    def draw(pen: ImageDraw.ImageDraw, by: int) -> None:
        for radius, weight in lines or ((size, 0),):
            near, far = (size - radius) * by, (size + radius) * by - 1
            pen.ellipse((near, near, far, far), fill=None if weight else 255, outline=255, width=max(1, weight * by))

    upper_left = soft_mask(size, size, draw)
    upper_right = upper_left.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    turned = Image.Transpose.FLIP_TOP_BOTTOM
    return upper_left, upper_right, upper_left.transpose(turned), upper_right.transpose(turned)


def soft_mask(width: int, height: int, draw: Callable[[ImageDraw.ImageDraw, int], None]) -> Image.Image:
    """A grey mask of `width` × `height` pixels, reduced from a drawing that is larger by the factor `draw` is told."""
    from PIL import Image, ImageDraw

    by = SOFTNESS if width * height < LARGE else SOFTNESS - 1
    sheet = Image.new("L", (width * by, height * by))
    draw(ImageDraw.Draw(sheet), by)
    return sheet.reduce(by)
