"""Lines of text as masks: any script, a font for each run, spaced capitals, right to left.

A mask is a grey picture of the ink, cropped to the ink's own edges, so that what is placed is what is seen: nothing can be clipped
unnoticed, and margins are measured on pixels.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from fic2book.fonts import IGNORABLE, find_font, fonts_for
from fic2book.glyphs import read_coverage

if TYPE_CHECKING:
    from PIL import Image, ImageFont


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text is set. Sizes are in hundredths of the page's unit, `tracking` in thousandths of the size, `leading` in percent."""

    family: str
    weight: int = 400
    italic: bool = False
    caps: bool = False
    tracking: int = 0
    leading: int = 112
    largest: float = 10
    gain: int = 4
    smallest: float = 2
    optical: int = 144  # points the letters are drawn for, in faces that have an axis for it
    language: str = ""


class Stretch(NamedTuple):
    """Part of a line in one font and one direction."""

    text: str
    family: str
    leftward: bool


class Line(NamedTuple):
    """The ink of one line. `rise` is from the ink's top edge down to the baseline, in pixels; it may be negative."""

    mask: Image.Image
    rise: int


@lru_cache(maxsize=128)
def load_face(family: str, lettering: Lettering, size: int) -> ImageFont.FreeTypeFont:
    """A face ready to draw with, opened once in a process. `family` must be installed."""
    from PIL import ImageFont

    file = find_font(family, lettering.weight, lettering.italic, lettering.language)
    if file is None:
        raise LookupError(family)
    face = ImageFont.truetype(str(file.path), size, index=file.index)
    if file.axes:
        face.set_variation_by_axes([_axis_value(axis, lettering) for axis in face.get_variation_axes()])
    return face


def _axis_value(axis: Any, lettering: Lettering) -> float:
    name = axis["name"] if isinstance(axis["name"], bytes) else str(axis["name"]).encode()
    wanted = {b"Weight": lettering.weight, b"Optical Size": lettering.optical, b"Width": 100}.get(name, axis["default"])
    return float(min(max(wanted, axis["minimum"]), axis["maximum"]))


def shapes_scripts() -> bool:
    """Whether Pillow can join Arabic letters and order lines from right to left (it needs the system's FriBidi library)."""
    from PIL import features

    return bool(features.check("raqm"))


# ---------------------------------------------------------------- which font, which direction


def stretches_of(text: str, lettering: Lettering) -> tuple[Stretch, ...]:
    """`text` in visual order, left to right, cut where font or direction changes; characters without a font are left out."""
    families = fonts_for(text, (lettering.family,), lettering.language)
    if text.isascii() and families:
        return (Stretch(text, families[0], False),)
    logical = list(_join(_with_family(text, families, lettering.language)))
    return _in_visual_order(logical, is_leftward(text))


def is_leftward(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left. *Source*: Unicode Annex 9, rules P2 and P3."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction in ("R", "AL") for direction in directions if direction in ("L", "R", "AL")), False)


def _with_family(text: str, families: tuple[str, ...], language: str) -> Iterator[Stretch]:
    maps = {family: read_coverage(file.path, file.index) for family in families if (file := find_font(family, 400, False, language))}
    current, leftward = "", is_leftward(text)
    for place, character in enumerate(text):
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "EN"):
            leftward = False
        elif direction in ("R", "AL", "AN"):
            leftward = True
        elif direction != "NSM" and character not in IGNORABLE:
            leftward = _neutral_direction(text, place, leftward)
        sticky = current and (character in IGNORABLE or (not character.isalnum() and character in maps[current]))
        if not sticky:
            current = next((family for family in maps if character in maps[family]), "")
        if current and not (character in IGNORABLE and character not in maps[current] and character != "\N{ZERO WIDTH JOINER}"):
            yield Stretch(character, current, leftward)


def _neutral_direction(text: str, place: int, before: bool) -> bool:
    """Spaces and marks go with their neighbours where these agree, else with the line."""
    following = (unicodedata.bidirectional(character) for character in text[place + 1 :])
    after = next((direction in ("R", "AL", "AN") for direction in following if direction in ("L", "R", "AL", "EN", "AN")), None)
    return before if after == before else is_leftward(text)


def _join(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    held: Stretch | None = None
    for stretch in stretches:
        if held and (held.family, held.leftward) == (stretch.family, stretch.leftward):
            held = Stretch(held.text + stretch.text, held.family, held.leftward)
            continue
        if held:
            yield held
        held = stretch
    if held:
        yield held


def _in_visual_order(logical: list[Stretch], leftward: bool) -> tuple[Stretch, ...]:
    groups: list[list[Stretch]] = []
    for stretch in logical:
        if groups and groups[-1][0].leftward == stretch.leftward:
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    ordered = reversed(groups) if leftward else groups
    return tuple(stretch for group in ordered for stretch in (reversed(group) if group[0].leftward else group))


# ---------------------------------------------------------------- measuring and drawing


def line_width(text: str, lettering: Lettering, size: int) -> float:
    """Advance of `text` on one line, in pixels."""
    return sum(_place(stretch, lettering, size, None, 0.0) for stretch in stretches_of(text, lettering))


def draw_line(text: str, lettering: Lettering, size: int) -> Line | None:
    """The ink of `text` on one line; None when it has none."""
    from PIL import Image, ImageDraw

    stretches = stretches_of(text, lettering)
    width = sum(_place(stretch, lettering, size, None, 0.0) for stretch in stretches)
    baseline = size * 3 // 2
    sheet = Image.new("L", (math.ceil(width) + 2 * size, size * 5 // 2))
    pen = ImageDraw.Draw(sheet)
    left = float(size)
    for stretch in stretches:
        left += _place(stretch, lettering, size, lambda x, letters, **how: pen.text((x, baseline), letters, 255, anchor="ls", **how), left)
    edges = sheet.getbbox()
    return Line(sheet.crop(edges), baseline - edges[1]) if edges else None


def _place(stretch: Stretch, lettering: Lettering, size: int, draw: Callable[..., None] | None, left: float) -> float:
    """Draw one stretch from `left` on, or only measure it; its advance in pixels."""
    face = load_face(stretch.family, lettering, size)
    how: dict[str, Any] = {"direction": "rtl" if stretch.leftward else "ltr"} if not stretch.text.isascii() and shapes_scripts() else {}
    if lettering.tracking and _may_be_spaced(stretch.text):
        gap = size * lettering.tracking / 1000
        for place, letter in enumerate(stretch.text):
            if draw:
                draw(left + face.getlength(stretch.text[:place]) + gap * place, letter, font=face, **how)
        return face.getlength(stretch.text) + gap * len(stretch.text)
    if draw:
        draw(left, stretch.text, font=face, **how)
    return face.getlength(stretch.text, **how)


def _may_be_spaced(text: str) -> bool:
    """Only alphabets whose letters stand alone, each one character, can be letterspaced."""
    return all(character < "\N{COMBINING GRAVE ACCENT}" or "\N{GREEK CAPITAL LETTER ALPHA}" <= character < "\N{ARMENIAN CAPITAL LETTER AYB}"
               or "\N{EN QUAD}" <= character <= "\N{HORIZONTAL ELLIPSIS}" for character in text)
