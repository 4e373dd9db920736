"""Typographic: the title as large as it goes, ragged, on a plain ground; one short bar for colour."""

from __future__ import annotations

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import mix, readable

BRIEF, LONG = 9, 60
"""Characters up to which a title is set larger than usual, and from which on in letters drawn for smaller sizes."""


def draw(canvas: Canvas) -> None:
    """Title at the top, author at the foot, both on the title's side of the page."""
    colours, margin, gap = canvas.palette, canvas.part("margin"), canvas.part("gap")
    width, side = canvas.width - 2 * margin, canvas.start
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    kicker = canvas.set(canvas.kicker, "small", width, canvas.part("author_height"))
    foot = canvas.height - margin - (author.height if author else 0)
    canvas.write(author, margin, foot, width, colours.text, side, colours.ground)
    if kicker:
        foot -= kicker.height + (gap // 2 if author else 0)
        canvas.write(
            kicker,
            margin,
            foot,
            width,
            readable(mix(colours.text, colours.ground, 30), colours.ground),
            side,
            colours.ground,
        )
    bar, thickness = canvas.part("bar_width"), canvas.part("bar_height")
    canvas.bar(margin if side == "left" else canvas.width - margin - bar, margin, bar, thickness, colours.accent)
    top = margin + thickness + gap
    room = foot - top - 2 * gap if author or kicker else foot - top
    heading = canvas.heading(width, room, kind=_kind(canvas.request.title))
    if not author and not kicker:  # nothing stands below, so the title does
        top = foot - heading.height
    canvas.write_heading(heading, margin, top, width, colours.text, side, colours.ground)


def _kind(title: str) -> str:
    """A word alone may fill the page's width; a paragraph needs sturdier letters than a headline."""
    length = len(title.split(maxsplit=1)[0]) if len(title.split()) == 1 else len(title)
    return "brief" if length <= BRIEF else "long" if length > LONG else "title"
