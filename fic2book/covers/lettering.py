"""Lines of text as masks: any script, a font for each run, spaced capitals, right to left.

A mask is a grey picture of the ink, cropped to the ink's own edges, so that what is placed is what is seen: nothing can be clipped
unnoticed, and margins are measured on pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from fic2book.covers.colours import Colour
from fic2book.covers.stretches import Lettering, Stretch, stretches_of
from fic2book.fonts import find_font

if TYPE_CHECKING:
    from PIL import Image, ImageFont


class Line(NamedTuple):
    """The ink of one line. `rise` is from the ink's top edge down to the baseline, in pixels; it may be negative."""

    mask: Image.Image
    rise: int


@lru_cache(maxsize=128)
def load_face(family: str, lettering: Lettering, size: int) -> ImageFont.FreeTypeFont:
    """A face ready to draw with, opened once in a process; for a family that is not installed, the plain one within Pillow."""
    from PIL import ImageFont

    file = find_font(family, lettering.weight, lettering.italic, lettering.language)
    if file is None:
        return cast("ImageFont.FreeTypeFont", ImageFont.load_default(size))
    face = ImageFont.truetype(str(file.path), size, index=file.index)
    if file.axes:
        face.set_variation_by_axes([_axis_value(axis, lettering) for axis in face.get_variation_axes()])
    return face


def _axis_value(axis: Any, lettering: Lettering) -> float:
    name = axis["name"] if isinstance(axis["name"], bytes) else str(axis["name"]).encode()
    wanted = {b"Weight": lettering.weight, b"Optical Size": lettering.optical, b"Width": 100}.get(name, axis["default"])
    return float(min(max(wanted, axis["minimum"]), axis["maximum"]))


@cache
def shapes_scripts() -> bool:
    """Whether Pillow can join Arabic letters and order lines from right to left (it needs the system's FriBidi library)."""
    from PIL import features

    return bool(features.check("raqm"))


# ---------------------------------------------------------------- measuring and drawing


def draw_line(text: str, lettering: Lettering, size: int) -> Line | None:
    """The ink of `text` on one line; None when it has none."""
    letters = list(_letters(text, lettering, size))
    if len(letters) == 1:
        return _crop(*letters[0][1:])
    from PIL import Image

    above = max((-top for _, _, top in letters), default=0)
    below = max((mask.height + top for _, mask, top in letters), default=0)
    width = max((left + mask.width for left, mask, _ in letters), default=0)
    if above + below <= 0 or width <= 0:
        return None
    start = min(left for left, _, _ in letters)
    sheet = Image.new("L", (width - start, above + below))
    for left, mask, top in letters:
        sheet.paste(255, (left - start, above + top), mask)
    return _crop(sheet, -above)


def _crop(mask: Image.Image, top: int) -> Line | None:
    edges = mask.getbbox()
    return Line(mask.crop(edges) if edges != (0, 0, *mask.size) else mask, -top - edges[1]) if edges else None


def _letters(text: str, lettering: Lettering, size: int) -> Iterator[tuple[int, Image.Image, int]]:
    """Masks that make up a line: where each begins, the mask, and its top edge seen from the baseline (negative is above)."""
    left = 0.0
    for stretch in stretches_of(text, lettering):
        face, how = _face_for(stretch, lettering, size)
        gap = _gap(stretch, lettering, size)
        parts = enumerate(stretch.text) if gap else ((0, _turned(stretch)),)
        for place, part in parts:
            start = left + gap * place + (face.getlength(stretch.text[:place], **how) if place else 0)
            mask, (across, down) = face.getmask2(part, mode="L", anchor="ls", **how)
            if mask.size[0] and mask.size[1]:
                yield round(start) + int(across), _as_image(mask), int(down)
        left += face.getlength(stretch.text, **how) + gap * len(stretch.text)


def _turned(stretch: Stretch) -> str:
    """The letters in the order to draw them: without the library for it, right to left has to be done by hand."""
    return stretch.text[::-1] if stretch.leftward and not shapes_scripts() else stretch.text


def _as_image(mask: Any) -> Image.Image:
    """Pillow's bare mask as a picture, without copying it: a title's masks hold millions of pixels."""
    from PIL import Image

    picture: Any = Image.Image()
    wrapped: Image.Image = picture._new(mask)  # noqa: SLF001  no public way in any release so far
    return wrapped


def line_width(text: str, lettering: Lettering, size: int) -> float:
    """Advance of `text` on one line, in pixels."""
    width = 0.0
    for stretch in stretches_of(text, lettering):
        face, how = _face_for(stretch, lettering, size)
        width += face.getlength(stretch.text, **how) + _gap(stretch, lettering, size) * len(stretch.text)
    return width


def _face_for(stretch: Stretch, lettering: Lettering, size: int) -> tuple[ImageFont.FreeTypeFont, dict[str, Any]]:
    """The face, and how Pillow is to shape the text; a direction may be named only where it can be obeyed."""
    face = load_face(stretch.family, lettering, size)
    plain = stretch.text.isascii() or not shapes_scripts()
    return face, {} if plain else {"direction": "rtl" if stretch.leftward else "ltr"}


def _gap(stretch: Stretch, lettering: Lettering, size: int) -> float:
    return size * lettering.tracking / 1000 if lettering.tracking and _may_be_spaced(stretch.text) else 0.0


def _may_be_spaced(text: str) -> bool:
    """Only alphabets whose letters stand alone, each one character, can be letterspaced."""
    return all(
        character < "\N{COMBINING GRAVE ACCENT}"
        or "\N{GREEK CAPITAL LETTER ALPHA}" <= character < "\N{ARMENIAN CAPITAL LETTER AYB}"
        or "\N{EN QUAD}" <= character <= "\N{HORIZONTAL ELLIPSIS}"
        for character in text
    )


def tint(mask: Image.Image, ground: Colour, ink: Colour) -> Image.Image:
    """A mask as a picture of `ink` on `ground`: by palette, five times as fast as pasting through the mask."""
    tinted = mask.copy()
    tinted.putpalette(_blends(ground, ink))
    return tinted.convert("RGB")


@lru_cache(maxsize=64)
def _blends(ground: Colour, ink: Colour) -> bytes:
    """The palette from `ground` to `ink`; a page of dots asks for the same one at every size."""
    return bytes(part for share in range(256) for part in _blend(ground, ink, share))


def _blend(ground: Colour, ink: Colour, share: int) -> Colour:
    red, green, blue = (
        (one * (255 - share) + other * share + 127) // 255 for one, other in zip(ground, ink, strict=True)
    )
    return red, green, blue
