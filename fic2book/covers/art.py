"""A picture of the user's: opened with care, cropped to the page, and dimmed just as far as words on it need."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

from fic2book.covers.colours import BLACK, LEGIBLE, WHITE, Colour, Palette, contrast, mix
from fic2book.errors import SourceError

if TYPE_CHECKING:
    from PIL import Image

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")

MOST_PIXELS: Final = 80_000_000
"""Larger pictures are refused before they are decoded: they would take gigabytes."""

SMALLEST: Final = 64
"""Pixels on the shorter side; less is an icon, not a picture."""

PREFERENCE: Final = 14
"""Percent of scrim by which a dark one may be stronger than a pale one: fog over a picture looks worse than dusk."""


def open_art(data: bytes, palette: Palette | None = None) -> Image.Image:
    """The picture in `data`, upright; where it is transparent, on the palette's ground or, if it is dark, on its paper
    (on white without a palette).

    Raises SourceError for anything else.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
            _check_size(picture.width, picture.height)
            upright = ImageOps.exif_transpose(picture)
            upright.load()
    except SourceError:
        raise
    except (
        OSError,
        ValueError,
        SyntaxError,
        MemoryError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise SourceError(
            f"The cover art cannot be read as a picture ({len(data):,} bytes; {error}). Give a whole JPEG, PNG, WebP or GIF file."
        ) from error
    if "A" in upright.getbands() or "transparency" in upright.info:
        layered = upright.convert("RGBA")
        paper = Image.new("RGB", layered.size, _ground_for(layered, palette) if palette else WHITE)
        paper.paste(layered, (0, 0), layered)
        return paper
    return upright.convert("RGB")


def _ground_for(layered: Image.Image, palette: Palette) -> Colour:
    """What a drawing with transparent parts stands out from."""
    from PIL import ImageStat

    red, green, blue = (round(mean) for mean in ImageStat.Stat(layered.convert("RGB"), layered.getchannel("A")).mean)
    return max((palette.ground, palette.paper), key=lambda ground: contrast(ground, (red, green, blue)))


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise SourceError(
            f"The cover art is {width} × {height} pixels, too large to draw. 3200 × 5120 is more than any cover needs."
        )
    if min(width, height) < SMALLEST:
        raise SourceError(f"The cover art is only {width} × {height} pixels. Give a picture of at least 800 × 1280.")


def crop(picture: Image.Image, width: int, height: int) -> Image.Image:
    """The middle of `picture`, scaled to fill `width` × `height`; a little more is cut from the foot than from the head."""
    from PIL import Image, ImageOps

    return ImageOps.fit(picture, (width, height), Image.Resampling.BICUBIC, centering=(0.5, 0.4))


def choose_scrim(region: Image.Image) -> tuple[Colour, Colour, int]:
    """Text colour, scrim colour and least scrim (percent) with which text is read on every pixel of `region`.

    The brightest and darkest values of each channel bound all pixels, so the promise holds for any picture.
    """
    low, high = zip(*(band.getextrema() for band in region.split()), strict=True)
    dark = _least_share(high, BLACK, WHITE)
    light = _least_share(low, WHITE, BLACK)
    return (WHITE, BLACK, dark) if dark <= light + PREFERENCE else (BLACK, WHITE, light)


def _least_share(worst: tuple[int, ...], scrim: Colour, text: Colour) -> int:
    red, green, blue = worst
    shares = (
        share for share in range(30, 100, 2) if contrast(mix((red, green, blue), scrim, share), text) >= LEGIBLE + 0.3
    )
    return next(shares, 100)


def dim(page: Image.Image, top: int, bottom: int, fade: int, colour: Colour, share: int) -> None:
    """Lay a scrim over the rows `top` … `bottom`, fading out within `fade` rows above and below."""
    from PIL import Image

    strength = share * 255 // 100 + 1
    first, last = max(0, top - fade), min(page.height, bottom + fade)
    column = Image.new("L", (1, last - first))
    column.putdata(
        [min(255, strength) * max(0, fade - max(top - y, y - bottom, 0)) // fade for y in range(first, last)]
    )
    page.paste(
        colour, (0, first, page.width, last), column.resize((page.width, last - first), Image.Resampling.NEAREST)
    )
