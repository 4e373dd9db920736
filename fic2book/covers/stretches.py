"""Which font and which direction each part of a line has, and in which order the parts stand on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from fic2book.fonts import IGNORABLE, find_font, fonts_for
from fic2book.glyphs import read_coverage


class Lettering(NamedTuple):
    """How a text is set. Sizes are in hundredths of the page's unit, `tracking` in thousandths of the size, `leading` in percent.

    Another line is begun only if it lets the text grow by `gain` percent: few for titles, many for names, which want to stay on one line.
    Below `smallest`, words without end are parted.
    """

    family: str
    weight: int = 400
    italic: bool = False
    caps: bool = False
    tracking: int = 0
    leading: int = 112
    largest: float = 10
    gain: int = 4
    smallest: float = 4.5
    optical: int = 144  # points the letters are drawn for, in faces that have an axis for it
    language: str = ""


class Stretch(NamedTuple):
    """Part of a line in one font and one direction."""

    text: str
    family: str
    leftward: bool


def stretches_of(text: str, lettering: Lettering) -> tuple[Stretch, ...]:
    """`text` in visual order, left to right, cut where font or direction changes; characters without a font are left out."""
    families = fonts_for(text, (lettering.family,), lettering.language)
    if not families and not find_font(lettering.family):  # a machine without fonts: what Pillow's own can draw
        return (Stretch("".join(filter(str.isascii, text)), lettering.family, False),)
    if text.isascii():
        return (Stretch(text, families[0], False),)
    logical = list(_join(_with_family(text, families, lettering.language)))
    return _in_visual_order(logical, is_leftward(text))


def is_leftward(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left. *Source*: Unicode Annex 9, rules P2 and P3."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction in ("R", "AL") for direction in directions if direction in ("L", "R", "AL")), False)


def needs_shaping(character: str) -> bool:
    """Whether a character's form depends on its neighbours, or it runs from right to left: Arabic, Hebrew, the scripts of India."""
    return "\N{HEBREW ACCENT ETNAHTA}" <= character <= "\u109f" or "\u1780" <= character <= "\u17ff"


def _with_family(text: str, families: tuple[str, ...], language: str) -> Iterator[Stretch]:
    maps = {
        family: read_coverage(file.path, file.index)
        for family in families
        if (file := find_font(family, 400, False, language))
    }
    current, leftward = "", is_leftward(text)
    for place, character in enumerate(text):
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "EN"):
            leftward = False
        elif direction in ("R", "AL", "AN"):
            leftward = True
        elif direction != "NSM" and character not in IGNORABLE:
            leftward = _neutral_direction(text, place, leftward)
        sticky = current and (
            character in IGNORABLE
            or (
                not character.isalnum()
                and maps[current].has(character)
                and not (character == " " and "Emoji" in current)
            )
        )
        if not sticky:
            current = next((family for family in maps if maps[family].has(character)), "")
        if current and not (
            character in IGNORABLE and not maps[current].has(character) and character != "\N{ZERO WIDTH JOINER}"
        ):
            yield Stretch(character, current, leftward)


def _neutral_direction(text: str, place: int, before: bool) -> bool:
    """Spaces and marks go with their neighbours where these agree, else with the line."""
    following = (unicodedata.bidirectional(character) for character in text[place + 1 :])
    after = next(
        (direction in ("R", "AL", "AN") for direction in following if direction in ("L", "R", "AL", "EN", "AN")), None
    )
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
