"""Classic paperback: a framed page, centred, author above title, one ornament in colour."""

from __future__ import annotations

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import mix, readable
from fic2book.covers.ornaments import device


def draw(canvas: Canvas) -> None:
    """Author, rule, title; the ornament between the words and the small line at the foot."""
    colours, gap, line = canvas.palette, canvas.part("gap"), canvas.part("line")
    canvas.frame(canvas.part("inset"), 3 * line, colours.text)
    canvas.frame(canvas.part("inset") + 6 * line, line, colours.text)
    width = canvas.width - 2 * canvas.part("margin")
    accent = readable(mix(colours.accent, colours.text, 10), colours.ground)
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    kicker = canvas.set(canvas.kicker, "small", width, canvas.part("author_height"))
    foot = canvas.height - canvas.part("margin") - (kicker.height if kicker else 0)
    canvas.centred(kicker, foot, colours.text, colours.ground)
    y = canvas.centred(author, canvas.part("top"), colours.text)
    if author:
        canvas.bar((canvas.width - canvas.part("dash")) // 2, y + gap, canvas.part("dash"), line, colours.text)
        y += 2 * gap + line
    radius = canvas.part("device")
    y = canvas.write_heading(
        canvas.heading(width, foot - y - 3 * gap - 2 * radius), 0, y, canvas.width, accent, "center", colours.ground
    )
    device(canvas, canvas.width // 2, (y + foot) // 2, min(radius, max(1, (foot - y) // 3)), accent)
