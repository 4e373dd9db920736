"""The three designs that need a picture of the user's: with words on it, beside it, or on its own."""

from __future__ import annotations

from fic2book.covers.art import choose_scrim, crop, dim, open_art
from fic2book.covers.canvas import Canvas


def draw_overlay(canvas: Canvas) -> None:
    """The picture fills the page; title and author stand at its foot on a scrim as light as legibility allows."""
    gap, margin = canvas.part("gap"), canvas.part("margin")
    canvas.image.paste(crop(open_art(canvas.request.art, canvas.palette), canvas.width, canvas.height))
    width = canvas.width - 2 * margin
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    below = author.height + gap if author else 0
    heading = canvas.heading(width, canvas.height * 46 // 100 - below, kicker=True)
    top = canvas.height - canvas.part("foot") - below - heading.height
    text, scrim, share = choose_scrim(canvas.image.crop((0, top, canvas.width, canvas.height)))
    dim(canvas.image, top - gap // 2, canvas.height, canvas.part("fade"), scrim, share)
    y = canvas.write_heading(heading, 0, top, canvas.width, text)
    canvas.centred(author, y + gap, text)


def draw_framed(canvas: Canvas) -> None:
    """The picture from edge to edge above, the words on the palette's ground below it."""
    colours, gap, margin = canvas.palette, canvas.part("gap"), canvas.part("margin")
    width, side = canvas.width - 2 * margin, canvas.start
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    foot = canvas.height - margin - (author.height if author else 0)
    heading = canvas.heading(
        width, min(foot - 2 * gap - canvas.height * 30 // 100, canvas.height * 33 // 100), kicker=True
    )
    window = min(canvas.height * 66 // 100, foot - 2 * gap - heading.height)
    canvas.image.paste(crop(open_art(canvas.request.art, colours), canvas.width, window))
    canvas.bar(0, window, canvas.width, canvas.part("line"), colours.accent)
    canvas.write_heading(
        heading, margin, window + (foot - window - heading.height) * 45 // 100, width, colours.text, side
    )
    canvas.write(author, margin, foot, width, colours.text, side)


def draw_picture(canvas: Canvas) -> None:
    """The picture alone, for art that carries its own lettering."""
    canvas.image.paste(crop(open_art(canvas.request.art, canvas.palette), canvas.width, canvas.height))
