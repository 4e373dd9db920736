"""Zine: photocopied paper, a field of dots, the title on strips of label tape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import BLACK, Colour, readable
from fic2book.covers.fitting import TextBlock
from fic2book.covers.lettering import tint
from fic2book.covers.shapes import soft_mask

if TYPE_CHECKING:
    from PIL import Image

PAPER: Final = (246, 243, 234)
COLUMNS: Final = 15


def draw(canvas: Canvas) -> None:
    """Dots swell from one edge of the page to the other; strips of tape stand out from them, each a little out of line."""
    gap = canvas.part("gap")
    ink = canvas.palette.accent
    canvas.bar(0, 0, canvas.width, canvas.height, PAPER)
    _dots(canvas)
    margin, padding = canvas.part("margin"), canvas.part("padding")
    width = canvas.width - 2 * margin - 2 * padding - canvas.part("stagger")
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    kicker = canvas.set(canvas.kicker, "small", width, canvas.part("author_height"))
    subtitle = canvas.set(" ".join(canvas.request.subtitle.split()), "subtitle", width, canvas.part("author_height"))
    room = (
        canvas.height - 2 * margin - 5 * gap - sum(_tape_height(canvas, block) for block in (author, kicker, subtitle))
    )
    title = canvas.set(canvas.request.title, "title", width, room - 2 * padding)
    y = margin
    if kicker:
        y = _tape(canvas, kicker, y, ink, readable(PAPER, ink)) + gap
    y = _tape(
        canvas,
        title,
        max(y, canvas.height * 16 // 100) if title and title.height < room * 60 // 100 else y,
        BLACK,
        PAPER,
    )
    _tape(canvas, subtitle, y + gap // 2, PAPER, BLACK)
    _tape(canvas, author, canvas.height - margin - _tape_height(canvas, author), PAPER, BLACK)


def _dots(canvas: Canvas) -> None:
    pitch = -(-canvas.width // COLUMNS)
    swells_down = canvas.chance.below(2)
    for row in range(2 * canvas.height // pitch + 2):
        y = row * pitch // 2
        share = min(100, 100 * y // canvas.height)
        size = pitch * 70 * (share if swells_down else 100 - share) // 10_000
        if size < 4:
            continue
        dot = _dot(size, canvas.palette.accent)
        for x in range(-pitch // 2 if row % 2 else 0, canvas.width + pitch, pitch):
            canvas.image.paste(dot, (x - size // 2, y - size // 2))


def _dot(size: int, colour: Colour) -> Image.Image:
    return tint(
        soft_mask(size, size, lambda pen, by: pen.ellipse((0, 0, size * by - 1, size * by - 1), fill=255)),
        PAPER,
        colour,
    )


def _tape_height(canvas: Canvas, block: TextBlock | None) -> int:
    return block.height + 2 * canvas.part("padding") if block else 0


def _tape(canvas: Canvas, block: TextBlock | None, top: int, tape: Colour, ink: Colour) -> int:
    """A block with a strip behind each line; the y below the last strip."""
    if block is None:
        return top
    margin, padding, side = canvas.part("margin"), canvas.part("padding"), canvas.start
    upper = top + padding
    above = max(line.rise for line in block.lines)
    below = max(line.mask.height - line.rise for line in block.lines)
    baseline = upper + block.lines[0].rise
    places = []
    for line in block.lines:
        stray = canvas.chance.below(canvas.part("stagger") + 1)
        wide = line.mask.width + 2 * padding
        left = margin + stray if side == "left" else canvas.width - margin - stray - wide
        tall = above + below + 2 * padding
        canvas.bar(left, baseline - above - padding, wide, tall, tape)
        places.append(left + padding)
        baseline += block.step
    canvas.write_lines(block, upper, places, ink)
    return baseline - block.step + below + padding
