"""Pattern: paper-covered boards with a printed label, as small presses bind."""

from __future__ import annotations

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import mix
from fic2book.covers.ornaments import pattern


def draw(canvas: Canvas) -> None:
    """A repeating pattern over the page; a label, as tall as its words need, a little above the middle."""
    colours, gap = canvas.palette, canvas.part("gap")
    pattern(canvas, canvas.part("tile"), mix(colours.ground, colours.accent, 62))
    label = canvas.part("label_width")
    width = label - 2 * canvas.part("padding")
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    below = author.height + 2 * gap if author else 0
    heading = canvas.heading(width, canvas.height * 74 // 100 - below - 4 * gap, kicker=True)
    words = heading.height + below
    tall = max(words + 4 * gap, label * 62 // 100)
    left, top = (canvas.width - label) // 2, max(gap, min((canvas.height - tall) // 2, canvas.height * 24 // 100))
    _label(canvas, left, top, label, tall)
    y = canvas.write_heading(heading, 0, top + (tall - words) // 2, canvas.width, colours.ink, "center", colours.paper)
    if author:
        canvas.bar(
            (canvas.width - canvas.part("dash")) // 2, y + gap, canvas.part("dash"), canvas.part("line"), colours.ink
        )
        canvas.centred(author, y + 2 * gap, colours.ink, colours.paper)


def _label(canvas: Canvas, left: int, top: int, width: int, height: int) -> None:
    canvas.bar(left, top, width, height, canvas.palette.paper)
    line = canvas.part("line")
    for inset, weight in ((canvas.part("inset"), 2 * line), (canvas.part("inset") + 4 * line, line)):
        box = (left + inset, top + inset, left + width - 1 - inset, top + height - 1 - inset)
        canvas.pen.rectangle(box, outline=canvas.palette.ink, width=weight)
