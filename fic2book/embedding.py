"""Fonts inside an electronic book, when the user wants them: static cuts with the characters that occur, and nothing else.

E-readers are safer with static cuts, and most packaged fonts are variable: the cut is drawn from the rows of Unicode that a book needs,
which takes about a second and is kept for the process, and then loses every character that does not occur.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any, Final

from fic2book.errors import DependencyError
from fic2book.fonts import SANS_FAMILIES, FontFile, find_font
from fic2book.model import Page, Settings
from fic2book.styles import Style

ACCESSIBLE: Final = "Atkinson Hyperlegible"
"""Drawn by the Braille Institute so that no two letters are mistaken for each other; SIL Open Font License."""

ALWAYS: Final = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\N{NO-BREAK SPACE}\N{HYPHEN}\N{BULLET}\N{WHITE BULLET}\N{HORIZONTAL ELLIPSIS}"
)
"""Characters every cut has: those that readers add by themselves, for hyphens, bullets and pages of their own."""

CUTS: Final = ((400, False), (400, True), (700, False), (700, True))

FEATURES: Final = (
    "calt",
    "ccmp",
    "clig",
    "kern",
    "liga",
    "locl",
    "mark",
    "mkmk",
    "rlig",
    "smcp",
    "init",
    "medi",
    "fina",
    "isol",
    "rclt",
)
"""What text needs, and small capitals; every further feature would bring its alternate glyphs along."""

TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Cut:
    """One static font file and the CSS rule that names it."""

    name: str
    data: bytes
    rule: str


def embedded_fonts(pages: Iterable[Page], style: Style, settings: Settings) -> tuple[Cut, ...]:
    """The cuts that `settings.fonts` asks for; none for "none". Raises DependencyError for a family that is not installed."""
    if settings.fonts == "none":
        return ()
    characters = "".join(sorted(set(ALWAYS).union(*(unescape(TAG.sub("", page.body)) for page in pages))))
    if settings.fonts == "accessible":
        return tuple(_cuts(ACCESSIBLE, CUTS, characters))
    cuts = list(_cuts(style.fonts.body, CUTS, characters))
    if style.fonts.display != style.fonts.body:
        cuts += _cuts(style.fonts.display, ((style.chapter.weight, False),), characters)
    return tuple(cuts)


def font_rules(cuts: Iterable[Cut], style: Style, settings: Settings) -> Iterator[str]:
    """CSS that brings the cuts in and uses them."""
    rules = [cut.rule for cut in cuts]
    if rules:
        yield from rules
        body = ACCESSIBLE if settings.fonts == "accessible" else style.fonts.body
        yield f"body {{ font-family: {_stack(body)}; }}"
        display = ACCESSIBLE if settings.fonts == "accessible" else style.fonts.display
        if display != body:
            yield f"h1, h2, h3, h4, h5, h6 {{ font-family: {_stack(display)}; }}"


def font_licences(style: Style, settings: Settings) -> tuple[str, ...]:
    """For each family that will be embedded, its name and what it says about its licence."""
    if settings.fonts == "none":
        return ()
    families = (ACCESSIBLE,) if settings.fonts == "accessible" else (style.fonts.body, style.fonts.display)
    return tuple(f"{family}: {_licence(family)}" for family in dict.fromkeys(families))


def _stack(family: str) -> str:
    return f'"{family}", {"sans-serif" if family in SANS_FAMILIES or family == ACCESSIBLE else "serif"}'


def _cuts(family: str, wanted: Iterable[tuple[int, bool]], characters: str) -> Iterator[Cut]:
    made: set[tuple[str, int, bool]] = set()
    for weight, italic in wanted:
        file = require_font(family, weight, italic=italic)
        key = (str(file.path), file.weight, file.italic)
        if key not in made:
            made.add(key)
            name = f"fonts/{family.lower().replace(' ', '-')}-{file.weight}{'-italic' if file.italic else ''}.ttf"
            slope = "italic" if file.italic else "normal"
            rule = f'@font-face {{ font-family: "{family}"; font-weight: {file.weight}; font-style: {slope}; src: url("{name}"); }}'
            yield Cut(name, _static_cut(file, characters), rule)


def require_font(family: str, weight: int = 400, *, italic: bool = False) -> FontFile:
    """The file of an installed family. Raises DependencyError that says how to install it."""
    file = find_font(family, weight, italic)
    if file is None:
        package = f"fontpkg-{family.lower().replace(' ', '-')}"
        raise DependencyError(
            f"The font {family} is not installed, so it cannot be embedded: pip install {package}, or build with --fonts none."
        )
    return file


def _static_cut(file: FontFile, characters: str) -> bytes:
    """The cut with these characters only. What is slow is done once a process for each cut and the rows of Unicode it needs."""
    rows = tuple(sorted({ord(character) >> 8 for character in characters}))
    return _subset(_drawn(file, rows), characters)


@lru_cache(maxsize=32)
def _drawn(file: FontFile, rows: tuple[int, ...]) -> bytes:
    """The font at its weight, every other axis at rest, with all characters of some rows of 256."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(io.BytesIO(file.path.read_bytes()), fontNumber=file.index, recalcTimestamp=False)
    _cut_down(font, [row << 8 | low for row in rows for low in range(256)])
    if "fvar" in font:
        limits = {axis.axisTag: file.weight if axis.axisTag == "wght" else None for axis in font["fvar"].axes}
        font = instantiateVariableFont(font, limits, inplace=True)
    return _saved(font)


def _subset(data: bytes, characters: str) -> bytes:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    _cut_down(font, [ord(character) for character in characters])
    return _saved(font)


def _cut_down(font: Any, codes: list[int]) -> None:
    from fontTools.subset import Options, Subsetter

    options = Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # names, copyright and licence stay
    options.notdef_outline = True
    options.drop_tables = [*options.drop_tables, "DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def _saved(font: Any) -> bytes:
    stored = io.BytesIO()
    font.save(stored)
    return stored.getvalue()


def _licence(family: str) -> str:
    """What an installed font says about its licence, on one line; "" when it says nothing."""
    from fontTools.ttLib import TTFont

    file = require_font(family)
    names = TTFont(io.BytesIO(file.path.read_bytes()), fontNumber=file.index, lazy=True)["name"]
    told = [str(entry) for identity in (0, 13) if (entry := names.getDebugName(identity))]
    return " ".join(" ".join(told).split())
