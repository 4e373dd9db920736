"""Series: the same frame for every volume, with its number."""

from __future__ import annotations

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import readable
from fic2book.covers.ornaments import device


def draw(canvas: Canvas) -> None:
    """The series' name at the head, the number large, the title under a rule, the author at the foot."""
    colours, gap = canvas.palette, canvas.part("gap")
    line, inset = canvas.part("line"), canvas.part("inset")
    accent = readable(colours.accent, colours.ground)
    canvas.frame(inset, 4 * line, accent)
    canvas.frame(inset + 7 * line, line, accent)
    width = canvas.width - 2 * canvas.part("margin")
    name = canvas.set(canvas.request.series or canvas.request.fandom, "small", width, canvas.part("author_height"))
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    top, foot = canvas.part("top"), canvas.height - canvas.part("top") - (author.height if author else 0)
    canvas.centred(author, foot, colours.text, colours.ground)
    y = canvas.centred(name, top, colours.text) + gap
    heading = canvas.heading(width, foot - y - 5 * gap - canvas.part("least_number"))
    room = foot - y - 4 * gap - heading.height
    tall = min(canvas.part("number_height"), room)
    y = _number(canvas, y + max(0, (room - tall) // 3), tall, width, accent) + gap
    canvas.bar((canvas.width - canvas.part("dash")) // 2, y, canvas.part("dash"), 2 * line, accent)
    canvas.write_heading(heading, 0, y + gap, canvas.width, colours.text, "center", colours.ground)


def _number(canvas: Canvas, top: int, tall: int, width: int, accent: tuple[int, int, int]) -> int:
    number = canvas.set(canvas.request.number, "number", width, tall)
    if number:
        return canvas.centred(number, top + (tall - number.height) // 2, accent) + (tall - number.height) // 2
    device(canvas, canvas.width // 2, top + tall // 2, tall * 30 // 100, accent)
    return top + tall
