"""Colours as (red, green, blue), 0–255: contrast by WCAG, mixing, and the palettes of ``covers/palettes.toml``."""

from __future__ import annotations

from functools import cache
from string import hexdigits
from typing import Final, NamedTuple

from fic2book.data import data_dir
from fic2book.errors import UsageError
from fic2book.hints import did_you_mean

Colour = tuple[int, int, int]

BLACK: Final[Colour] = (18, 18, 20)
WHITE: Final[Colour] = (255, 255, 255)

LEGIBLE: Final = 4.5
"""Least contrast of text with what is behind it (WCAG 2.2, 1.4.3)."""


class Palette(NamedTuple):
    """Six colours by their work.

    `text` is read on `ground`; `shade` is close to the ground, `accent` stands out from it; `paper` is pale and never the ground itself, and
    `ink` is read on it.
    """

    name: str
    ground: Colour
    text: Colour
    shade: Colour
    accent: Colour
    paper: Colour
    ink: Colour


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 (black) to 1 (white). *Source*: WCAG 2.2, "relative luminance"."""
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 (same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(wanted: Colour, ground: Colour, least: float = LEGIBLE) -> Colour:
    """`wanted`, moved toward black or white just as far as it takes to be read on `ground`."""
    end = max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))
    if contrast(end, ground) < least:  # a middling grey, where only the darkest black will do
        end = (0, 0, 0)
    for share in range(0, 101, 5):
        mixed = mix(wanted, end, share)
        if contrast(mixed, ground) >= least:
            return mixed
    return end


def mix(one: Colour, other: Colour, share: int) -> Colour:
    """`share` percent of `other` in `one`."""
    red, green, blue = (
        (first * (100 - share) + second * share + 50) // 100 for first, second in zip(one, other, strict=True)
    )
    return red, green, blue


def find_palette(name: str) -> Palette:
    """The palette called `name`, or one made of two or three colours, "#ground,#text,#accent". Raises UsageError."""
    if name.startswith("#"):
        return _custom_palette(name)
    palettes = load_palettes()
    if name not in palettes:
        raise UsageError(
            f"There is no palette {name!r}.{did_you_mean(name, palettes)} Palettes: {', '.join(palettes)}; or give colours: #223,#fff,#fa0"
        )
    return palettes[name]


@cache
def load_palettes() -> dict[str, Palette]:
    """All palettes by name, in the file's order."""
    import tomllib

    table = tomllib.loads((data_dir("covers") / "palettes.toml").read_text(encoding="utf-8"))
    return {name: _palette(name, [parse_colour(value) for value in row]) for name, row in table["palettes"].items()}


def parse_colour(text: str) -> Colour:
    """``#rgb`` or ``#rrggbb``. Raises UsageError."""
    digits = text.strip().removeprefix("#")
    if len(digits) not in (3, 6) or not all(digit in hexdigits for digit in digits):
        raise UsageError(f"{text!r} is not a colour. Write it as #rrggbb, as in #14213d")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[:2], digits[2:4], digits[4:]]
    red, green, blue = (int(pair, 16) for pair in pairs)
    return red, green, blue


def _custom_palette(text: str) -> Palette:
    colours = [parse_colour(part) for part in text.split(",")]
    if not 2 <= len(colours) <= 3:
        raise UsageError(
            f"A palette of your own needs two or three colours, #ground,#text,#accent; {text!r} has {len(colours)}"
        )
    ground, words = colours[0], readable(colours[1], colours[0])
    return _palette("custom", [ground, words, mix(ground, words, 10), colours[-1]])


def _palette(name: str, colours: list[Colour]) -> Palette:
    ground, text, shade, accent = colours[:4]
    paper, ink = (mix(ground, WHITE, 72), text) if luminance(ground) > luminance(text) else (text, ground)
    return Palette(name, ground, text, shade, accent, paper, readable(ink, paper))
