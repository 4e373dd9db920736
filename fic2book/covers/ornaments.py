"""Small drawn ornaments and repeating patterns, as masks with soft edges; coordinates come from integers alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import Colour
from fic2book.covers.lettering import tint
from fic2book.covers.shapes import soft_mask

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

DIRECTIONS: Final = ((0, -1000), (383, -924), (707, -707), (924, -383), (1000, 0), (924, 383), (707, 707), (383, 924),
                     (0, 1000), (-383, 924), (-707, 707), (-924, 383), (-1000, 0), (-924, -383), (-707, -707), (-383, -924))  # fmt: skip
"""Sixteen points of the compass, in thousandths: a table, because sines may differ in their last bit between machines."""


def point(direction: int, x: int, y: int, radius: int) -> tuple[int, int]:
    """The place `radius` away from (x, y) toward one of the sixteen directions, counted from above, clockwise."""
    across, down = DIRECTIONS[direction % 16]
    return x + across * radius // 1000, y + down * radius // 1000


def device(canvas: Canvas, x: int, y: int, radius: int, colour: Colour) -> None:
    """A small ornament around (x, y), one of `DEVICES` by the canvas's chance."""
    shape = canvas.chance.pick(DEVICES)
    size = 2 * radius
    canvas.soft(x - radius, y - radius, size, size, colour, lambda pen, by: shape(pen, radius * by))


def _star(pen: ImageDraw.ImageDraw, radius: int) -> None:
    places = [point(number, radius, radius, radius if number % 4 == 0 else radius * 55 // 100 if number % 2 == 0 else radius * 26 // 100)
              for number in range(16)]  # fmt: skip
    pen.polygon(places, fill=255)


def _rosette(pen: ImageDraw.ImageDraw, radius: int) -> None:
    petal = radius * 30 // 100
    for number in range(0, 16, 2):
        x, y = point(number, radius, radius, radius - petal)
        pen.ellipse((x - petal, y - petal, x + petal, y + petal), fill=255)
    for share, ink in ((50, 0), (38, 255), (14, 0)):
        size = radius * share // 100
        pen.ellipse((radius - size, radius - size, radius + size, radius + size), fill=ink)


def _moon(pen: ImageDraw.ImageDraw, radius: int) -> None:
    size = radius * 84 // 100
    pen.ellipse((radius - size, radius - size, radius + size, radius + size), fill=255)
    pen.ellipse((radius - size // 4, radius - size, radius + size * 7 // 4, radius + size), fill=0)


def _lozenges(pen: ImageDraw.ImageDraw, radius: int) -> None:
    for x, size in (
        (radius, radius * 46 // 100),
        (radius * 30 // 100, radius * 26 // 100),
        (radius * 170 // 100, radius * 26 // 100),
    ):
        pen.polygon([(x, radius - size), (x + size, radius), (x, radius + size), (x - size, radius)], fill=255)


def _eye(pen: ImageDraw.ImageDraw, radius: int) -> None:
    """Two leaves that meet at a berry."""
    for left in (0, radius):
        middle = left + radius // 2
        pen.polygon(
            [(left, radius), (middle, radius * 72 // 100), (left + radius, radius), (middle, radius * 128 // 100)],
            fill=255,
        )
    size = radius * 24 // 100
    pen.ellipse(
        (radius - size * 3 // 2, radius - size * 3 // 2, radius + size * 3 // 2, radius + size * 3 // 2), fill=0
    )
    pen.ellipse((radius - size, radius - size, radius + size, radius + size), fill=255)


def _compass(pen: ImageDraw.ImageDraw, radius: int) -> None:
    pen.ellipse(
        (radius * 14 // 100, radius * 14 // 100, radius * 186 // 100, radius * 186 // 100),
        outline=255,
        width=max(1, radius // 14),
    )
    places = [
        point(number, radius, radius, radius if number % 4 == 0 else radius * 18 // 100) for number in range(0, 16, 2)
    ]
    pen.polygon(places, fill=255)


DEVICES: Final[tuple[Callable[[ImageDraw.ImageDraw, int], None], ...]] = (
    _star,
    _rosette,
    _moon,
    _lozenges,
    _eye,
    _compass,
)
"""Ornaments; each fills a square of twice the radius it is given."""


# ---------------------------------------------------------------- patterns


def pattern(canvas: Canvas, size: int, colour: Colour) -> None:
    """Cover the page with one of `PATTERNS`, in `colour` on the ground, its tile `size` pixels square."""
    draw = canvas.chance.pick(PATTERNS)
    repeat(
        canvas.image, tint(soft_mask(size, size, lambda pen, by: draw(pen, size * by)), canvas.palette.ground, colour)
    )


def repeat(image: Image.Image, tile: Image.Image) -> None:
    """Fill `image` with copies of `tile`, centred left to right."""
    from PIL import Image

    strip = Image.new("RGB", (image.width, tile.height))
    for x in range((image.width - tile.width) // 2 % tile.width - tile.width, image.width, tile.width):
        strip.paste(tile, (x, 0))
    for y in range(0, image.height, tile.height):
        image.paste(strip, (0, y))


def _rings(pen: ImageDraw.ImageDraw, size: int) -> None:
    """Circles that overlap by a petal."""
    half, line = size // 2, max(2, size // 26)
    for x, y in ((0, 0), (size, 0), (0, size), (size, size), (half, half)):
        pen.ellipse((x - half, y - half, x + half, y + half), outline=255, width=line)
    for x, y in ((0, half), (size, half), (half, 0), (half, size)):
        pen.ellipse((x - line * 2, y - line * 2, x + line * 2, y + line * 2), fill=255)


def _scales(pen: ImageDraw.ImageDraw, size: int) -> None:
    """Rows of waves, each a nest of arcs."""
    half, line = size // 2, max(2, size // 30)
    for row in range(-1, 5):
        for x in (0, size) if row % 2 else (-half, half, half + size):
            y = row * size // 4 + size // 2
            for share in (100, 72, 44):
                radius = half * share // 100
                pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0, outline=255, width=line)


def _lattice(pen: ImageDraw.ImageDraw, size: int) -> None:
    half, line, dot = size // 2, max(2, size // 28), size // 13
    for start, stop in (
        ((0, half), (half, 0)),
        ((half, 0), (size, half)),
        ((size, half), (half, size)),
        ((half, size), (0, half)),
    ):
        pen.line((start, stop), fill=255, width=line)
    for x, y in ((half, half), (0, 0), (size, 0), (0, size), (size, size)):
        pen.polygon([(x, y - 2 * dot), (x + dot, y), (x, y + 2 * dot), (x - dot, y)], fill=255)


def _stars(pen: ImageDraw.ImageDraw, size: int) -> None:
    half = size // 2
    for x, y, radius in ((half, half, size // 5), (0, 0, size // 5), (size, 0, size // 5), (0, size, size // 5), (size, size, size // 5),
                         (half, 0, size // 24), (half, size, size // 24), (0, half, size // 24), (size, half, size // 24)):  # fmt: skip
        if radius == size // 24:
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        else:
            pen.polygon(
                [point(number, x, y, radius if number % 4 == 0 else radius * 30 // 100) for number in range(0, 16, 2)],
                fill=255,
            )


def _leaves(pen: ImageDraw.ImageDraw, size: int) -> None:
    """Leaves in pairs, turned from tile to tile."""
    half = size // 2
    for x, y, turn in ((0, 0, 1), (half, 0, -1), (0, half, -1), (half, half, 1)):
        low, high = half * 12 // 100, half * 88 // 100
        ends = [(low, high), (high, low)] if turn > 0 else [(low, low), (high, high)]
        (ax, ay), (bx, by) = ends
        bend = half * 26 // 100 * turn
        middle = half // 2
        pen.polygon(_leaf((x + ax, y + ay), (x + bx, y + by), (x + middle - abs(bend), y + middle - bend), (x + middle + abs(bend), y + middle + bend)),
                    fill=255)  # fmt: skip


def _leaf(
    start: tuple[int, int], stop: tuple[int, int], one: tuple[int, int], other: tuple[int, int]
) -> list[tuple[int, int]]:
    """Two quadratic curves between the same ends."""
    return [*_curve(start, one, stop), *_curve(stop, other, start)]


def _curve(start: tuple[int, int], pull: tuple[int, int], stop: tuple[int, int]) -> list[tuple[int, int]]:
    places = []
    for step in range(17):
        near, far = 16 - step, step
        x, y = (
            (start[axis] * near * near + 2 * pull[axis] * near * far + stop[axis] * far * far) // 256 for axis in (0, 1)
        )
        places.append((x, y))
    return places


PATTERNS: Final[tuple[Callable[[ImageDraw.ImageDraw, int], None], ...]] = (_rings, _scales, _lattice, _stars, _leaves)
"""Tiles that join on all sides; each fills a square of the size it is given."""
