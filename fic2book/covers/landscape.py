"""Landscape: a sky that lightens toward hills, a sun or a moon, the title in the open air."""

from __future__ import annotations

from typing import Final

from fic2book.covers.canvas import Canvas
from fic2book.covers.colours import BLACK, Colour, contrast, luminance, mix, readable

STEPS: Final = 96
RIDGES: Final = 4


def draw(canvas: Canvas) -> None:
    """Sky behind the title stays the ground colour, so that words are read on it; the author stands in the nearest hill."""
    colours, gap = canvas.palette, canvas.part("gap")
    width = canvas.width - 2 * canvas.part("margin")
    author = canvas.set(canvas.author, "author", width, canvas.part("author_height"))
    byline = canvas.height - canvas.part("foot") - (author.height if author else 0)
    top, nearest = canvas.part("top"), byline - gap - _relief(canvas, RIDGES - 1)
    heading = canvas.heading(width, nearest - top - gap, kicker=True)
    words_end = top + heading.height
    horizon = min(nearest, max(canvas.height * 60 // 100, words_end + 2 * gap))
    night = luminance(colours.ground) < luminance(colours.text)
    glow, near = (
        mix(colours.ground, colours.accent, 62),
        mix(colours.ground, BLACK, 55) if night else mix(colours.text, colours.accent, 12),
    )
    _sky(canvas, min(words_end + gap // 2, horizon), horizon, glow)
    _sun(canvas, words_end, horizon)
    for number in range(RIDGES):
        foot = horizon + (nearest - horizon) * number // (RIDGES - 1)
        _ridge(
            canvas, foot, _relief(canvas, number), 13 - 2 * number, mix(glow, near, 28 + 72 * number // (RIDGES - 1))
        )
    canvas.write_heading(heading, 0, top, canvas.width, colours.text, "center", colours.ground)
    canvas.centred(author, byline, readable(colours.paper, near), near)


def _relief(canvas: Canvas, number: int) -> int:
    """Pixels between the lowest and the highest point a ridge may have; nearer ones are higher."""
    return canvas.px(canvas.design.proportions["relief"] + 1.5 * number)


def _sky(canvas: Canvas, start: int, horizon: int, glow: Colour) -> None:
    stop = horizon + canvas.height // 8
    for step in range(STEPS):
        y, following = (start + (stop - start) * place // STEPS for place in (step, step + 1))
        canvas.bar(0, y, canvas.width, following - y, mix(canvas.palette.ground, glow, 100 * step // STEPS))


def _sun(canvas: Canvas, words_end: int, horizon: int) -> None:
    """As large as the free sky allows, its lower edge behind the hills; none where the title fills the sky."""
    radius = min(canvas.part("sun"), (horizon - words_end - canvas.part("gap")) * 50 // 100)
    if radius < canvas.px(5):
        return
    side = canvas.chance.between(30, 70)
    light = (
        canvas.palette.accent if contrast(canvas.palette.accent, canvas.palette.ground) > 2 else canvas.palette.paper
    )
    canvas.disc(canvas.width * side // 100, horizon - radius * canvas.chance.between(10, 90) // 100, radius, light)


def _ridge(canvas: Canvas, top: int, relief: int, turns: int, colour: Colour) -> None:
    """One outline across the page, `relief` pixels between its lowest and highest possible points, filled to the foot."""
    outline = _outline(
        [canvas.chance.below(1000) for _ in range(turns + 1)], [canvas.chance.below(1000) for _ in range(turns * 4 + 1)]
    )
    last = len(outline) - 1
    points = [(canvas.width * place // last, top + height * relief // 1000) for place, height in enumerate(outline)]
    canvas.pen.polygon([(0, canvas.height), *points, (canvas.width, canvas.height)], fill=colour)


def _outline(coarse: list[int], fine: list[int], points: int = 160) -> list[int]:
    """Heights in thousandths at evenly spaced places: long waves, and short ones a seventh as high."""
    return [(_between(coarse, place, points) * 6 + _between(fine, place, points)) // 7 for place in range(points + 1)]


def _between(knots: list[int], place: int, points: int) -> int:
    """The height at `place` of `points` on a smooth line through evenly spaced `knots`."""
    spans = len(knots) - 1
    number, rest = divmod(place * spans, points)
    if number >= spans:
        return knots[-1]
    share = rest * 1000 // points
    ease = share * share * (3000 - 2 * share) // 1_000_000
    return knots[number] + (knots[number + 1] - knots[number]) * ease // 1000
