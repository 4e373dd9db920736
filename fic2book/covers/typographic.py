"""Typographic: the title as large as it goes, ragged, on a plain ground; one short bar for colour."""

from __future__ import annotations

from fic2book.covers.canvas import Canvas


def draw(canvas: Canvas) -> None:
    """Title at the top, author at the foot, both on the title's side of the page."""
    colours, margin = canvas.palette, canvas.part("margin")
    width, side = canvas.width - 2 * margin, canvas.start
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    foot = canvas.height - margin - (author.height if author else 0)
    canvas.write(author, margin, foot, width, colours.text, side)
    top = margin
    bar = canvas.part("bar_width")
    canvas.bar(margin if side == "left" else canvas.width - margin - bar, top, bar, canvas.part("bar_height"), colours.accent)
    top += canvas.part("bar_height") + canvas.part("gap")
    subtitle = canvas.set(canvas.request.subtitle, "small", width, canvas.part("author_height"))
    room = foot - top - 2 * canvas.part("gap") - (subtitle.height if subtitle else 0)
    top = canvas.write(canvas.set(canvas.request.title, "title", width, min(room, canvas.part("title_height"))), margin, top, width, colours.text, side)
    canvas.write(subtitle, margin, top + canvas.part("gap") * 2 // 3, width, colours.text, side)
