"""Banded: three bands, the title on the pale one in the middle, an ornament below."""

from __future__ import annotations

from fic2book.covers.canvas import Canvas
from fic2book.covers.ornaments import device


def draw(canvas: Canvas) -> None:
    """Small line above, title and author in the middle band, which grows with the title, ornament below."""
    colours, gap, rule = canvas.palette, canvas.part("gap"), canvas.part("rule")
    width = canvas.width - 2 * canvas.part("margin")
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    below = author.height + 2 * gap if author else 0
    heading = canvas.heading(width, canvas.height * 62 // 100 - below - 2 * gap)
    words = heading.height + below
    band = max(words + 3 * gap, canvas.height * 36 // 100)
    top = min(canvas.height * 32 // 100, (canvas.height - band) // 2)
    canvas.bar(0, top, canvas.width, band, colours.paper)
    for y in (top - 3 * rule, top + band + 2 * rule):
        canvas.bar(0, y, canvas.width, rule, colours.paper)
    y = canvas.write_heading(heading, 0, top + (band - words) // 2, canvas.width, colours.ink, "center", colours.paper)
    if author:
        canvas.bar(
            (canvas.width - canvas.part("dash")) // 2, y + gap - rule // 2, canvas.part("dash"), rule, colours.ink
        )
        canvas.centred(author, y + 2 * gap, colours.ink, colours.paper)
    kicker = canvas.set(canvas.kicker, "small", width, min(canvas.part("author_height"), top * 60 // 100))
    canvas.centred(kicker, (top - (kicker.height if kicker else 0)) // 2, colours.text)
    foot = canvas.height - top - band
    device(canvas, canvas.width // 2, top + band + foot // 2, min(canvas.part("device"), foot // 3), colours.text)
