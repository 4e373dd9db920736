"""Grey masks of round and slanted shapes with soft edges: drawn large, then reduced, as Pillow's own strokes are hard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import isqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

SOFTNESS: Final = 4
"""Round and slanted shapes are drawn this many times larger, then reduced."""

LARGE: Final = 60_000
"""Pixels from which on one time less must do."""


def _halved(directions: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """`directions` with one more between each two, in whole thousandths: sines may differ in their last bit between machines."""
    between = []
    for (one, two), (three, four) in pairwise(directions):
        across, down = one + three, two + four
        length = isqrt(across * across + down * down)
        between += [(one, two), (across * 1000 // length, down * 1000 // length)]
    return [*between, directions[-1]]


QUARTER: Final = tuple(_halved(_halved([(0, 1000), (383, 924), (707, 707), (924, 383), (1000, 0)])))
"""Seventeen directions of a quarter of the compass, in thousandths, from straight up to straight across."""


def quarter_masks(
    size: int, lines: Sequence[tuple[int, int]] = (), beads: tuple[int, int] | None = None
) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image]:
    """Quarters of circles around a common centre, `size` pixels square: upper left, upper right, lower left, lower right.

    `lines` are radius and weight of each circle; without them it is one filled circle. `beads` as for `Canvas.circles`.
    """
    from PIL import Image

    def draw(pen: ImageDraw.ImageDraw, by: int) -> None:
        for radius, weight in lines or ((size, 0),):
            near, far = (size - radius) * by, (size + radius) * by - 1
            pen.ellipse((near, near, far, far), fill=None if weight else 255, outline=255, width=max(1, weight * by))
        for across, down in QUARTER if beads else ():
            radius, bead = beads[0] * by, beads[1] * by  # type: ignore[index]  # known where the loop runs
            x, y = size * by - radius * across // 1000, size * by - radius * down // 1000
            pen.ellipse((x - bead, y - bead, x + bead, y + bead), fill=255)

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
