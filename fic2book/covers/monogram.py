"""Monogram: the title's first letter in a ring."""

from __future__ import annotations

import unicodedata
from typing import Final

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import readable
from fic2book.covers.ornaments import device

ARTICLES: Final = {
    "en": ("the", "a", "an"),
    "de": ("der", "die", "das", "ein", "eine"),
    "fr": ("le", "la", "les", "un", "une"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "it": ("il", "lo", "la", "i", "gli", "le", "un", "una"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
    "nl": ("de", "het", "een"),
}
"""Words at the head of a title that libraries do not file it under."""


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
    bead, string = radius * 3 // 200, radius * 92 // 100
    canvas.circles(
        middle,
        y,
        ((radius, 2 * line), (radius * 84 // 100, line)),
        accent,
        canvas.palette.ground,
        beads=(string, max(1, bead)),
    )
    initial = initial_of(canvas.request.title, canvas.request.language)
    letter = canvas.set(initial, "initial", radius * 108 // 100, radius * 94 // 100)
    if letter:
        canvas.write(
            letter, middle - radius, y - letter.height // 2, 2 * radius, accent, "center", canvas.palette.ground
        )
    else:
        device(canvas, middle, y, radius // 2, accent)


def initial_of(title: str, language: str = "") -> str:
    """The first letter or digit with its accents, an article passed over where another word follows; empty when there is none."""
    first, _, rest = title.strip().partition(" ")
    if first.casefold() in ARTICLES.get(language.partition("-")[0].lower() or "en", ()) and any(map(str.isalnum, rest)):
        title = rest
    for place, character in enumerate(title):
        if character.isalnum():
            stop = place + 1
            while stop < len(title) and unicodedata.combining(title[stop]):
                stop += 1
            return title[place:stop]
    return ""
