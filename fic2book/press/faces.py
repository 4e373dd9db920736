"""The fonts of one volume: a stack of families for each use, and the files behind them.

The style names one family for each use; characters it lacks are looked for in other packaged families, so that no page shows an empty
box. A character that no installed font has is reported, as is a family that is not installed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields
from string import printable
from typing import Final

from fic2book.fonts import FontFile, find_font, fonts_for, missing_characters, missing_notice
from fic2book.model import Notice
from fic2book.press.cuts import can_pin, cut, needs_cut, pin
from fic2book.styles import FontTokens, Style

CUTS: Final = ((400, False), (400, True), (700, False), (700, True))
"""Weights and slopes that books use: regular, italic, bold, bold italic; a style's heading weights come on top."""

OURS: Final = "0123456789ivxlcdm.*\N{BULLET}\N{HYPHEN}-\N{HORIZONTAL ELLIPSIS}\N{EM SPACE}"
"""Characters the engines print by themselves: folios, leaders, hyphens, bullets, calls of footnotes."""


@dataclass(frozen=True, slots=True)
class Faces:
    """`stacks` maps each use (body, display, heads, mono) to families in the order to try; `files` are all cuts of all of them."""

    stacks: dict[str, tuple[str, ...]]
    files: tuple[FontFile, ...]
    characters: str  # all that may be drawn, sorted
    size: float  # of the text, in points
    notices: tuple[Notice, ...]

    def data(self, number: int) -> bytes:
        """The bytes of a file that can be embedded."""
        file = self.files[number]
        if needs_cut(file):
            return cut(file, self.characters)
        return pin(file, self.characters, self.size) if can_pin(file) else file.path.read_bytes()

    def prepare(self) -> None:
        """Makes all cuts, which are remembered, before this process is copied."""
        for number, file in enumerate(self.files):
            if needs_cut(file) or can_pin(file):
                self.data(number)


def choose_faces(style: Style, text: str, language: str) -> Faces:
    """The fonts that draw every character of `text` in `style`."""
    characters = "".join(sorted(set(text) | set(OURS) | set(style.breaks.soft) | set(style.breaks.hard)))
    visible = "".join(
        character for character in characters if unicodedata.category(character) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    )
    wanted = {item.name: getattr(style.fonts, item.name) for item in fields(FontTokens)}
    stacks = {use: fonts_for(visible, (family,), language) for use, family in wanted.items()}
    families = tuple(dict.fromkeys(family for stack in stacks.values() for family in stack))
    weights = {style.chapter.weight, style.title.weight} - {400, 700}
    cuts = (*CUTS, *((weight, False) for weight in sorted(weights)))
    found = (find_font(family, weight, italic, language) for family in families for weight, italic in cuts)
    files = tuple(dict.fromkeys(file for file in found if file))
    return Faces(
        stacks, files, _drawn(characters, style), style.text.size.points(), _complain(style, wanted, visible, families)
    )


def _drawn(characters: str, style: Style) -> str:
    """The characters with their capitals, which a style may print instead, and whatever its CSS may print besides."""
    own = "".join(text for _, text in style.own)
    return "".join(sorted({*printable, *characters, *characters.upper(), *characters.lower(), *own}))


def _complain(style: Style, wanted: dict[str, str], visible: str, families: tuple[str, ...]) -> tuple[Notice, ...]:
    absent = dict.fromkeys(family for family in wanted.values() if not find_font(family))
    notices = [
        Notice(
            "missing-font",
            f"The font {family!r} of style {style.name!r} is not installed, so another is used."
            f" To have it: pip install fontpkg-{family.lower().replace(' ', '-')}, or install it on the system.",
            where=family,
            severity="warning",
        )
        for family in absent
    ]
    tofu = missing_notice(missing_characters(visible, families), "the PDF")
    return (*notices, *([tofu] if tofu else []))
