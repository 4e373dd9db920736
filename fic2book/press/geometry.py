"""The sheet: trim sizes, margins, and a gutter that grows with the thickness of the book.

Every length is in points. `plan_sheet` works from an estimate of the page count, so the book is laid out once; the estimate only has to
fall into the right step of `GUTTERS`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from fic2book.errors import UsageError
from fic2book.hints import did_you_mean
from fic2book.styles import POINTS, Style, parse_gutter

MM: Final = POINTS["mm"]
INCH: Final = POINTS["in"]

TRIMS: Final = {
    "a6": (105 * MM, 148 * MM),
    "b6": (125 * MM, 176 * MM),
    "5x8": (5 * INCH, 8 * INCH),
    "a5": (148 * MM, 210 * MM),
    "digest": (5.5 * INCH, 8.5 * INCH),
    "half-letter": (5.5 * INCH, 8.5 * INCH),
    "6x9": (6 * INCH, 9 * INCH),
    "a4": (210 * MM, 297 * MM),
    "letter": (8.5 * INCH, 11 * INCH),
}
"""Width and height of the cut page by name, smallest first."""

CUSTOM: Final = re.compile(r"(?P<width>\d+(?:\.\d+)?)\s*x\s*(?P<height>\d+(?:\.\d+)?)\s*(?P<unit>mm|cm|in|pt)")
SMALLEST: Final = 50 * MM
LARGEST: Final = 600 * MM

GUTTERS: Final = ((64, 0.0), (150, 1.5 * MM), (300, 3 * MM), (500, 5 * MM), (700, 7 * MM), (10**9, 9 * MM))
"""Pages up to which a gutter serves, and what it adds to the inner margin: a thicker book opens less flat. Printers on demand ask for
9.5 mm of inner margin up to 150 pages and 22 mm above 700; our inner margins start at 13 mm or more."""

BLEED: Final = 3 * MM
CHARACTER: Final = 0.43  # average advance of running text, in ems; measured on the packaged text faces
WORD: Final = 5.9  # letters, space and punctuation to an English word
NARROWEST: Final = 12.0  # ems of text measure below which no line can be set decently
LOWEST: Final = 5  # lines of text below which no page can be set


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the finished book. `gutter` is already part of `inner`; `bleed` is 0 without crop marks."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    gutter: float = 0.0
    bleed: float = 0.0
    pages: int = 0  # the estimate the gutter was chosen by

    @property
    def measure(self) -> float:
        """Width of a full line of text."""
        return self.width - self.inner - self.outer

    @property
    def depth(self) -> float:
        """Height of the block of text."""
        return self.height - self.top - self.bottom


def find_trim(name: str) -> tuple[float, float]:
    """Width and height of a preset, or of a size such as ``120x190mm``; raises UsageError naming the nearest preset."""
    if name in TRIMS:
        return TRIMS[name]
    custom = CUSTOM.fullmatch(name.strip().lower())
    if not custom:
        raise UsageError(
            f"There is no trim size {name!r}.{did_you_mean(name, TRIMS)} Known: {', '.join(TRIMS)}, or a size such as 120x190mm."
        )
    width, height = (float(custom[side]) * POINTS[custom["unit"]] for side in ("width", "height"))
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        raise UsageError(f"The trim size {name!r} should lie between 50 and 600 mm on each side.")
    return width, height


def plan_sheet(style: Style, trim: str, words: int, *, crop_marks: bool = False) -> Sheet:
    """The page for a book of so many words; raises UsageError when the margins leave no room for text."""
    width, height = find_trim(trim or style.page.trim)
    em = style.text.size.points()
    page = style.page
    top, bottom = page.top.points(em), page.bottom.points(em)
    inner, outer = page.inner.points(em), page.outer.points(em)
    spare = max(0.0, width - inner - outer - page.measure.points(em)) / 2
    sheet = Sheet(width, height, top, bottom, inner + spare, outer + spare, 0.0, BLEED if crop_marks else 0.0)
    _check_room(style, sheet, em)
    pages = estimate_pages(style, sheet, words)
    fixed = parse_gutter(style)
    wanted = fixed.points(em) if fixed else next(gutter for limit, gutter in GUTTERS if pages <= limit)
    gutter = max(0.0, wanted - spare)
    sheet = Sheet(width, height, top, bottom, inner + spare + gutter, outer + spare, gutter, sheet.bleed, pages)
    _check_room(style, sheet, em)
    return sheet


def estimate_pages(style: Style, sheet: Sheet, words: int) -> int:
    """About how many pages so many words fill, a tenth added for headings and short last lines."""
    em = style.text.size.points()
    lines = max(1, int(sheet.depth / (em * style.text.leading)))
    to_the_line = sheet.measure / (em * CHARACTER * WORD)
    return math.ceil(1.1 * words / (lines * to_the_line)) + 8


def _check_room(style: Style, sheet: Sheet, em: float) -> None:
    narrowest, lowest = NARROWEST * em, LOWEST * em * style.text.leading
    if sheet.measure >= narrowest and sheet.depth >= lowest:
        return
    raise UsageError(
        f"The margins of style {style.name!r} leave a block of text of {max(0.0, sheet.measure) / MM:.0f} by"
        f" {max(0.0, sheet.depth) / MM:.0f} mm on a page of {sheet.width / MM:.0f} by {sheet.height / MM:.0f} mm;"
        f" text of {em:g} pt needs at least {narrowest / MM:.0f} by {lowest / MM:.0f} mm."
        " Choose a larger trim size, smaller margins or smaller text."
    )
