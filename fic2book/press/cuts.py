"""A plain TrueType cut of a font collection, holding only the characters a book needs.

Collections with variable CFF2 outlines (the packaged Chinese, Japanese and Korean font) cannot be embedded as they are: poppler calls
the result invalid, and print shops refuse it. Everything else is embedded by the engines without help.
"""

from __future__ import annotations

import io
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, Final

from fic2book.fonts import FontFile

VARIABLE_TABLES: Final = ("CFF2", "CFF ", "VORG", "fvar", "avar", "gvar", "cvar", "HVAR", "VVAR", "MVAR", "STAT")
LARGEST_ERROR: Final = 1.0
"""Font units by which a quadratic outline may leave the cubic one: a thousandth of the em, far below any printer's dot."""


def can_pin(file: FontFile) -> bool:
    """Whether a static cut of a variable font can be had in a blink: by the package uharfbuzz, where it is installed.

    Without it WeasyPrint makes its own cuts, at more than half a second each.
    """
    return bool(file.axes) and not needs_cut(file) and find_spec("uharfbuzz") is not None


@lru_cache(maxsize=32)
def pin(file: FontFile, characters: str, size: float) -> bytes:
    """A static cut at the weight of `file`, with the glyphs of `characters` and whatever their features lead to.

    `size` is the text size in points, for fonts that are drawn differently for small and large sizes.
    """
    return _pruned(file, characters, {"wght": float(file.weight), "opsz": size})


def _pruned(file: FontFile, characters: str, places: dict[str, float] | None) -> bytes:
    """The font with the glyphs of `characters` alone, its axes left as they are or held where `places` says, else at their defaults."""
    import uharfbuzz as harfbuzz  # type: ignore[import-untyped]

    face = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(file.path)), file.index)
    wanted = harfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.invert()
    wanted.name_id_set.update(range(17))
    wanted.flags = harfbuzz.SubsetFlags.NOTDEF_OUTLINE
    if places is not None:
        wanted.pin_all_axes_to_default(face)
        for axis in sorted(places.keys() & file.axes):
            wanted.pin_axis_location(face, axis, places[axis])  # held to the axis's own limits
    return bytes(harfbuzz.subset(face, wanted).blob.data)


def needs_cut(file: FontFile) -> bool:
    """Whether the file has to be cut before an engine can embed it."""
    return file.path.suffix.lower() == ".ttc"


@lru_cache(maxsize=8)
def cut(file: FontFile, characters: str) -> bytes:
    """A static TrueType font with the glyphs of `characters`, at the weight of `file`. The same input gives the same bytes."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(layout_features=["*"], notdef_outline=True, name_IDs=["*"], recalc_timestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=f"{characters} ")
    target = io.BytesIO()
    # fontTools takes a second for what uharfbuzz does in a blink.
    pruned = io.BytesIO(_pruned(file, f"{characters} ", None)) if find_spec("uharfbuzz") else None
    with TTFont(pruned or file.path, fontNumber=-1 if pruned else file.index, lazy=True, recalcTimestamp=False) as font:
        subsetter.subset(font)
        _name(font, file)
        if "glyf" not in font:
            _draw_quadratic(font, {"wght": file.weight} if "fvar" in font else None)
        font.save(target)
    return target.getvalue()


def _name(font: Any, file: FontFile) -> None:
    """Gives the cut the family name it was asked for by, which in a collection is that of one language's forms."""
    cutting = "Bold" if file.weight >= 600 else "Regular"
    names = {1: file.family, 2: cutting, 4: f"{file.family} {cutting}", 6: f"{file.family.replace(' ', '')}-{cutting}"}
    font["name"].names = []
    for identity, name in names.items():
        font["name"].setName(name, identity, 3, 1, 0x409)
    font["OS/2"].usWeightClass = file.weight


def _draw_quadratic(font: Any, location: dict[str, int] | None) -> None:
    """Replaces cubic outlines by TrueType ones, drawn at `location` of a variable font."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    order = font.getGlyphOrder()
    drawings = font.getGlyphSet(location=location)
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawings[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
        font["hmtx"][name] = (round(drawings[name].width), font["hmtx"][name][1])
    for table in VARIABLE_TABLES:
        if table in font:
            del font[table]
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for name in (
        "Zones",
        "TwilightPoints",
        "Storage",
        "FunctionDefs",
        "InstructionDefs",
        "StackElements",
        "SizeOfInstructions",
    ):
        setattr(maxp, f"max{name}", 1 if name == "Zones" else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
