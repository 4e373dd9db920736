"""The page a design draws on: its size, its colours, its words, and strokes with soft edges.

A unit is a hundredth of the page's width (of five eighths of its height on pages that are wider than that), so a design looks the same
at any size. All positions are whole pixels from the top left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from fic2book.covers.chance import Chance
from fic2book.covers.colours import Colour, Palette
from fic2book.covers.designs import Design
from fic2book.covers.fitting import TextBlock, set_text
from fic2book.covers.lettering import Lettering, is_leftward
from fic2book.covers.request import CoverRequest

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

Align = Literal["left", "center", "right"]

SOFTNESS = 4
"""Round and slanted shapes are drawn this many times larger, then reduced."""


class Canvas:
    """A page in progress. Designs read `request`, `palette`, `design` and `chance`, and draw on `image`."""

    def __init__(self, request: CoverRequest, design: Design, palette: Palette, width: int, height: int) -> None:
        from PIL import Image, ImageDraw

        self.request = request
        self.design = design
        self.palette = palette
        self.width = width
        self.height = height
        self.chance = Chance(f"{design.name}\n{request.seed}\n{request.title}")
        self.image: Image.Image = Image.new("RGB", (width, height), palette.ground)
        self.pen: ImageDraw.ImageDraw = ImageDraw.Draw(self.image)
        self.placed: list[tuple[str, tuple[int, int, int, int], Colour]] = []  # what was written where, for measuring

    # ---------------------------------------------------------------- measures

    def px(self, units: float) -> int:
        """Pixels of so many units."""
        return round(units * min(self.width, self.height * 0.625) / 100)

    def part(self, name: str) -> int:
        """Pixels of a proportion in the design's file."""
        return self.px(self.design.proportions[name])

    @property
    def author(self) -> str:
        """The byline: a line for each author up to three, else one row of names; the editor when there is no author."""
        names = [" ".join(name.split()) for name in self.request.authors or (self.request.editor,) if name.split()]
        return "\n".join(names) if len(names) <= 3 else ", ".join(names)

    @property
    def start(self) -> Align:
        """The side on which lines of the title begin."""
        return "right" if is_leftward(self.request.title) else "left"

    # ---------------------------------------------------------------- words

    def set(self, text: str, kind: str, width: int, height: int, *, scale: float = 1.0) -> TextBlock | None:
        """`text` in the design's lettering `kind`, as large as fits; `scale` makes the largest size smaller. None without ink."""
        lettering = replace(self.design.lettering[kind], language=self.request.language)
        largest, smallest = self.px(lettering.largest * scale), self.px(lettering.smallest)
        if "\n" in text:
            return self._set_lines(text.split("\n"), lettering, width, height, largest)
        return set_text(text, lettering, max(1, width), max(1, height), max(4, largest), smallest)

    def _set_lines(self, lines: Sequence[str], lettering: Lettering, width: int, height: int, largest: int) -> TextBlock | None:
        """Every line on its own, all in the size of the one that needs most room."""
        blocks = [set_text(line, lettering, width, max(1, height // len(lines)), largest) for line in lines]
        sizes = [block.size for block in blocks if block]
        if not sizes:
            return None
        again = [set_text(line, lettering, width, max(1, height // len(lines)), min(sizes)) for line in lines]
        rows = tuple(line for block in again if block for line in block.lines)
        step = min(sizes) * lettering.leading // 100
        tall = rows[0].rise + step * (len(rows) - 1) + rows[-1].mask.height - rows[-1].rise
        return TextBlock(rows, step, min(sizes), max(line.mask.width for line in rows), tall)

    def write(self, block: TextBlock | None, left: int, top: int, width: int, colour: Colour, align: Align = "center") -> int:
        """Put a block's ink at `top`, aligned within `left` … `left + width`; the y of its lower edge (`top` for no block)."""
        if block is None:
            return top
        baseline = top + block.lines[0].rise
        for line in block.lines:
            free = width - line.mask.width
            x = left + {"left": 0, "center": free // 2, "right": free}[align]
            y = baseline - line.rise
            box = (x, y, x + line.mask.width, y + line.mask.height)
            self.image.paste(colour, box, line.mask)
            self.placed.append((" ".join(block.words), box, colour))
            baseline += block.step
        return top + block.height

    # ---------------------------------------------------------------- shapes

    def bar(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """A filled rectangle, given by its corner and size."""
        self.pen.rectangle((left, top, left + width - 1, top + height - 1), fill=colour)

    def frame(self, inset: int, weight: int, colour: Colour) -> None:
        """A rectangular line parallel to the page's edge."""
        self.pen.rectangle((inset, inset, self.width - 1 - inset, self.height - 1 - inset), outline=colour, width=weight)

    def soft(self, left: int, top: int, width: int, height: int, colour: Colour, draw: Callable[[ImageDraw.ImageDraw, int], None]) -> None:
        """A shape with soft edges: `draw` gets a pen on a sheet `SOFTNESS` times larger than `width` × `height`, and that factor."""
        self.image.paste(colour, (left, top, left + width, top + height), soft_mask(width, height, draw))

    def disc(self, x: int, y: int, radius: int, colour: Colour) -> None:
        """A filled circle around (x, y)."""
        size = 2 * radius
        self.soft(x - radius, y - radius, size, size, colour, lambda pen, by: pen.ellipse((0, 0, size * by - 1, size * by - 1), fill=255))

    def ring(self, x: int, y: int, radius: int, weight: int, colour: Colour) -> None:
        """A circular line around (x, y), its outer edge at `radius`."""
        size = 2 * radius
        self.soft(
            x - radius, y - radius, size, size, colour,
            lambda pen, by: pen.ellipse((0, 0, size * by - 1, size * by - 1), outline=255, width=weight * by),
        )  # fmt: skip


def soft_mask(width: int, height: int, draw: Callable[[ImageDraw.ImageDraw, int], None]) -> Image.Image:
    """A grey mask of `width` × `height` pixels, reduced from a drawing `SOFTNESS` times larger."""
    from PIL import Image, ImageDraw

    sheet = Image.new("L", (width * SOFTNESS, height * SOFTNESS))
    draw(ImageDraw.Draw(sheet), SOFTNESS)
    return sheet.reduce(SOFTNESS)
