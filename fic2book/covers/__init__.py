"""Covers: words, a design and a palette become a picture.

A design is a data file (``covers/<name>.toml``: lettering, palettes, proportions) and one drawing function, listed in `DESIGNS`. Nothing
but the request decides what comes out: the same words and seed give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fic2book.covers import banded, classic, landscape, monogram, mosaic, pattern, pictures, series, typographic, zine
from fic2book.covers.canvas import Canvas
from fic2book.covers.chance import Chance
from fic2book.covers.colours import BLACK, Palette, find_palette
from fic2book.covers.designs import Design, load_design
from fic2book.covers.encoding import encode_jpeg
from fic2book.covers.losses import find_losses
from fic2book.covers.request import CoverRequest
from fic2book.covers.sheet import draw_sheet
from fic2book.errors import UsageError
from fic2book.hints import did_you_mean
from fic2book.model import Cover

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["DESIGNS", "CoverRequest", "contact_sheet", "draw_cover", "front_image", "palette_of"]

WIDTH: Final = 1600
HEIGHT: Final = 2560
"""Pixels of an e-book cover: what shops ask for."""


def draw_cover(request: CoverRequest, width_px: int = WIDTH, height_px: int = HEIGHT) -> Cover:
    """A cover of 1600 × 2560 pixels, or of the shape of a printed page, as a baseline JPEG under 500 kB.

    Raises UsageError for an unknown design or palette, SourceError for art that is no picture.
    """
    canvas = compose(request, width_px, height_px)
    return Cover(encode_jpeg(canvas.image), width_px, height_px, describe(request), find_losses(request, canvas.design))


def front_image(request: CoverRequest, width_px: int, height_px: int) -> Image.Image:
    """The same design at any size and shape, for a printed front or a jacket; an RGB picture."""
    return compose(request, width_px, height_px).image


def compose(request: CoverRequest, width_px: int, height_px: int) -> Canvas:
    """The drawn page with the record of its words: which ink stands where."""
    design = choose_design(request)
    canvas = Canvas(request, design, choose_palette(request, design), width_px, height_px)
    DESIGNS[design.name](canvas)
    return canvas


def describe(request: CoverRequest) -> str:
    """What the cover says, for those who cannot see it."""
    names = ", ".join(request.authors or ((request.editor,) if request.editor else ()))
    return " \N{EM DASH} ".join(part for part in (request.title, names) if part)


def palette_of(request: CoverRequest) -> Palette:
    """The colours the front is drawn in, for the spine and the back of a jacket."""
    design = choose_design(request)
    palette = choose_palette(request, design)
    if design.name == "zine":  # whose paper is the same in all colours
        return palette._replace(ground=zine.PAPER, text=BLACK)
    return palette


def choose_design(request: CoverRequest) -> Design:
    """The design asked for, or one that suits what there is: the seed decides among equals. Raises UsageError."""
    name = request.design or "auto"
    if name != "auto" and name not in DESIGNS:
        raise UsageError(
            f"There is no cover design {name!r}.{did_you_mean(name, DESIGNS)} Designs: auto, {', '.join(DESIGNS)}"
        )
    if name == "auto":
        return load_design(_suitable_design(request))
    if bool(request.art) != (name in WITH_PICTURE):
        raise UsageError(_misfit(name))
    return load_design(name)


def _suitable_design(request: CoverRequest) -> str:
    if request.art:
        return "overlay"
    if request.series and request.number:
        return "series"
    return Chance(f"design\n{request.seed}\n{request.title}").pick(AUTOMATIC)


def _misfit(name: str) -> str:
    if name in WITH_PICTURE:
        return f"The cover design {name!r} needs a picture. Give one (cover_art), or choose a design without: {', '.join(AUTOMATIC)}"
    return f"The cover design {name!r} has no place for a picture. With cover art, choose {', '.join(WITH_PICTURE)}; or leave the art away"


def choose_palette(request: CoverRequest, design: Design) -> Palette:
    """The palette asked for; else one of the design's, the same for every story of a fandom."""
    if request.palette and request.palette != "auto":
        return find_palette(request.palette)
    cause = (request.series if design.name == "series" else "") or request.fandom or request.seed or request.title
    return find_palette(Chance(f"palette\n{cause.casefold()}").pick(design.palettes))


def contact_sheet(request: CoverRequest) -> bytes:
    """Every design that suits the story on one picture, JPEG: those with a picture if there is art, the others if not."""
    names = [name for name in DESIGNS if (name in WITH_PICTURE) == bool(request.art)]
    sheet = draw_sheet(names, lambda name, width, height: front_image(replace(request, design=name), width, height))
    return encode_jpeg(sheet, 4_000_000)


AUTOMATIC: Final = ("typographic", "banded", "pattern", "classic", "monogram", "mosaic", "landscape")
"""Designs that "auto" chooses from when there is neither art nor a number in a series."""

WITH_PICTURE: Final = ("overlay", "framed", "picture")
"""Designs that need art."""

DESIGNS: Final[dict[str, Callable[[Canvas], None]]] = {
    "typographic": typographic.draw,
    "banded": banded.draw,
    "pattern": pattern.draw,
    "classic": classic.draw,
    "monogram": monogram.draw,
    "mosaic": mosaic.draw,
    "landscape": landscape.draw,
    "zine": zine.draw,
    "series": series.draw,
    "overlay": pictures.draw_overlay,
    "framed": pictures.draw_framed,
    "picture": pictures.draw_picture,
}
"""Every design and what draws it."""
