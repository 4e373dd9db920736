"""The page a design draws on: its size, its colours, its words, and strokes with soft edges.

A unit is a hundredth of the page's width (of five eighths of its height on pages that are wider than that), so a design looks the same
at any size. All positions are whole pixels from the top left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from fic2book.covers.chance import Chance
from fic2book.covers.colours import Colour, Palette
from fic2book.covers.designs import Design
from fic2book.covers.fitting import TextBlock, set_text, stack
from fic2book.covers.lettering import tint
from fic2book.covers.request import CoverRequest
from fic2book.covers.shapes import quarter_masks, soft_mask
from fic2book.covers.stretches import Lettering, is_leftward

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

Align = Literal["left", "center", "right"]


class Heading(NamedTuple):
    """The title with the small line above it and the subtitle below it, each where there is one; `height` of it all in pixels."""

    rows: tuple[TextBlock, ...]
    gap: int
    height: int


class Placed(NamedTuple):
    """Ink that was put on the page: a line's mask, its place, its colour. What is promised of covers is measured on these."""

    mask: Image.Image
    left: int
    top: int
    colour: Colour


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
        self.placed: list[Placed] = []

    # ---------------------------------------------------------------- measures

    def px(self, units: float) -> int:
        """Pixels of so many units, at least one."""
        return max(1, round(units * min(self.width, self.height * 0.625) / 100))

    def part(self, name: str) -> int:
        """Pixels of a proportion in the design's file."""
        return self.px(self.design.proportions[name])

    @property
    def author(self) -> str:
        """The byline: a line for each author up to three, else one row of names; the editor when there is no author."""
        names = [" ".join(name.split()) for name in self.request.authors or (self.request.editor,) if name.split()]
        return "\n".join(names) if len(names) <= 3 else _in_a_row(names)

    @property
    def kicker(self) -> str:
        """The small line: the series with its number, else the fandom; empty when neither is known."""
        request = self.request
        series = (
            f"{request.series} \N{MIDDLE DOT} {request.number}" if request.series and request.number else request.series
        )
        return " ".join((series or request.fandom).split())

    @property
    def start(self) -> Align:
        """The side on which lines of the title begin."""
        return "right" if is_leftward(self.request.title) else "left"

    # ---------------------------------------------------------------- words

    def set(self, text: str, kind: str, width: int, height: int) -> TextBlock | None:
        """`text` in the design's lettering `kind`, as large as fits; None without ink. Line feeds are obeyed."""
        lettering = self.design.lettering[kind]._replace(language=self.request.language)
        width, height = max(1, width), max(1, height)
        if "\n" in text:
            lines = self._set_lines(text.split("\n"), lettering, width, height)
            if lines and lines.height <= height:
                return lines
            text = _in_a_row(text.split("\n"))
        return set_text(text, lettering, width, height, self.px(lettering.largest), self.px(lettering.smallest))

    def _set_lines(self, texts: Sequence[str], lettering: Lettering, width: int, height: int) -> TextBlock | None:
        """Every text on its own line, all in the size of the one that needs most room."""
        largest, tall = self.px(lettering.largest), max(1, height // len(texts))
        sizes = [block.size for text in texts if (block := set_text(text, lettering, width, tall, largest))]
        blocks = [set_text(text, lettering, width, tall, min(sizes, default=1)) for text in texts]
        return stack(tuple(line for block in blocks if block for line in block.lines), lettering, min(sizes, default=1))

    def heading(self, width: int, height: int, *, kicker: bool = False, kind: str = "title") -> Heading:
        """The title as large as `width` × `height` pixels allow, after its subtitle (and the small line, if asked for) have their share."""
        small = max(1, min(height // 5, self.px(16)))
        above = self.set(self.kicker, "small", width, small) if kicker else None
        below = self.set(" ".join(self.request.subtitle.split()), "subtitle", width, small)
        gap = self.px(4)
        room = height - sum(block.height + gap for block in (above, below) if block)
        title = self.set(self.request.title, kind, width, room)
        rows = tuple(block for block in (above, title, below) if block)
        if title and len(rows) > 1:  # a large title wants air, as far as there is room
            gap = min(max(gap, title.size * 28 // 100), gap + (room - title.height) // (len(rows) - 1))
        return Heading(rows, gap, sum(block.height for block in rows) + gap * max(0, len(rows) - 1))

    def write_heading(
        self,
        heading: Heading,
        left: int,
        top: int,
        width: int,
        colour: Colour,
        align: Align = "center",
        on: Colour | None = None,
    ) -> int:
        """Put a heading's ink at `top`; the y of its lower edge."""
        y = top
        for number, block in enumerate(heading.rows):
            y = self.write(block, left, y + (heading.gap if number else 0), width, colour, align, on)
        return y

    def write(
        self,
        block: TextBlock | None,
        left: int,
        top: int,
        width: int,
        colour: Colour,
        align: Align = "center",
        on: Colour | None = None,
    ) -> int:
        """Put a block's ink at `top`, aligned within `left` … `left + width`; the y of its lower edge (`top` for no block).

        `on` names the one colour behind the block where there is just one: drawing is several times as fast then.
        """
        if block is None:
            return top
        spare = [width - line.mask.width for line in block.lines]
        self.write_lines(
            block, top, [left + {"left": 0, "center": free // 2, "right": free}[align] for free in spare], colour, on
        )
        return top + block.height

    def write_lines(
        self, block: TextBlock, top: int, places: Sequence[int], colour: Colour, on: Colour | None = None
    ) -> None:
        """Put a block's ink at `top`, each line's left edge at its place."""
        baseline = top + block.lines[0].rise
        for line, x in zip(block.lines, places, strict=True):
            y = baseline - line.rise
            box = (x, y, x + line.mask.width, y + line.mask.height)
            if on:
                self.image.paste(tint(line.mask, on, colour), box)
            else:
                self.image.paste(colour, box, line.mask)
            self.placed.append(Placed(line.mask, x, y, colour))
            baseline += block.step

    # ---------------------------------------------------------------- shapes

    def bar(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """A filled rectangle, given by its corner and size; nothing for a size of nothing."""
        if width > 0 and height > 0:
            self.pen.rectangle((left, top, left + width - 1, top + height - 1), fill=colour)

    def frame(self, inset: int, weight: int, colour: Colour) -> None:
        """A rectangular line parallel to the page's edge."""
        self.pen.rectangle(
            (inset, inset, self.width - 1 - inset, self.height - 1 - inset), outline=colour, width=weight
        )

    def soft(
        self,
        left: int,
        top: int,
        width: int,
        height: int,
        colour: Colour,
        draw: Callable[[ImageDraw.ImageDraw, int], None],
    ) -> None:
        """A shape with soft edges: `draw` gets a pen on a sheet `SOFTNESS` times larger than `width` × `height`, and that factor."""
        self.image.paste(colour, (left, top, left + width, top + height), soft_mask(width, height, draw))

    def centred(self, block: TextBlock | None, top: int, colour: Colour, on: Colour | None = None) -> int:
        """Put a block in the middle of the page's width, its ink at `top`; the y of its lower edge."""
        return self.write(block, 0, top, self.width, colour, "center", on)

    def disc(self, x: int, y: int, radius: int, colour: Colour) -> None:
        """A filled circle around (x, y)."""
        self.circles(x, y, ((radius, 0),), colour)

    def circles(
        self,
        x: int,
        y: int,
        lines: Sequence[tuple[int, int]],
        colour: Colour,
        on: Colour | None = None,
        beads: tuple[int, int] | None = None,
    ) -> None:
        """Circles around (x, y), each a radius and the weight of its line (0 fills it), the largest first; `on` as for `write`.

        `beads` are a ring of sixty-four small discs: its radius and theirs.

        One quarter is drawn and mirrored: a whole large circle with soft edges would cost more than all the words of a cover.
        """
        radius = lines[0][0]
        corners = zip(
            (x - radius, x) * 2, (y - radius,) * 2 + (y,) * 2, quarter_masks(radius, lines, beads), strict=True
        )
        for left, top, mask in corners:
            if on:
                self.image.paste(tint(mask, on, colour), (left, top))
            else:
                self.image.paste(colour, (left, top, left + radius, top + radius), mask)


def _in_a_row(names: Sequence[str]) -> str:
    """Names parted by commas, none of them broken at a line's end."""
    return ", ".join(name.replace(" ", "\N{NO-BREAK SPACE}") for name in names)
