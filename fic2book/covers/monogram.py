"""Monogram: the title's first letter in a ring."""

from __future__ import annotations

import unicodedata

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import readable
from fic2book.covers.ornaments import device


def draw(canvas: Canvas) -> None:
    """Ring and letter in the upper half, smaller for long titles; the title below, the author at the foot."""
    colours, gap = canvas.palette, canvas.part("gap")
    width = canvas.width - 2 * canvas.part("margin")
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    foot = canvas.height - canvas.part("foot") - (author.height if author else 0)
    canvas.centred(author, foot, colours.text, colours.ground)
    radius = canvas.part("radius") * (100 if len(canvas.request.title) <= 60 else 60) // 100
    top = canvas.part("top") + 2 * radius
    heading = canvas.heading(width, foot - top - 2 * gap, kicker=True)
    _seal(canvas, canvas.part("top") + radius, radius)
    canvas.write_heading(
        heading,
        0,
        top + max(gap, (foot - top - heading.height) * 44 // 100),
        canvas.width,
        colours.text,
        "center",
        colours.ground,
    )


def _seal(canvas: Canvas, y: int, radius: int) -> None:
    """Two rings around the initial, or around an ornament where the title has no letter that can be drawn."""
    line, middle = canvas.part("line"), canvas.width // 2
    accent = readable(canvas.palette.accent, canvas.palette.ground)
    canvas.circles(middle, y, ((radius, 2 * line), (radius - 5 * line, line)), accent, canvas.palette.ground)
    letter = canvas.set(initial_of(canvas.request.title), "initial", radius * 125 // 100, radius * 108 // 100)
    if letter:
        canvas.write(
            letter, middle - radius, y - letter.height // 2, 2 * radius, accent, "center", canvas.palette.ground
        )
    else:
        device(canvas, middle, y, radius // 2, accent)


def initial_of(title: str) -> str:
    """The first letter or digit with its accents; empty when there is none."""
    for place, character in enumerate(title):
        if character.isalnum():
            stop = place + 1
            while stop < len(title) and unicodedata.combining(title[stop]):
                stop += 1
            return title[place:stop]
    return ""
