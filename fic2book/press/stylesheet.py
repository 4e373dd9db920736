"""Tokens as CSS: custom properties for the base stylesheets, and the page rules, which cannot use them.

The order of the cascade: styles/base/book.css (structure, shared with EPUB), styles/base/print.css with the properties made here, the
page rules made here, then the style's own book.css, and its print.css last, which may overrule everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import PurePath
from typing import Final

from fic2book.data import data_dir
from fic2book.fonts import FontFile
from fic2book.press.cuts import can_pin, needs_cut
from fic2book.press.faces import Faces
from fic2book.press.geometry import Sheet
from fic2book.press.inks import AS_DESIGNED, Inks
from fic2book.styles import Length, Style

GENERIC: Final = {"body": "serif", "display": "serif", "heads": "serif", "mono": "monospace"}
CASES: Final = {
    "none": ("normal", "normal", "none"),
    "italic": ("italic", "normal", "none"),
    "small-caps": ("normal", "small-caps", "none"),
    "upper": ("normal", "normal", "uppercase"),
}
"""font-style, font-variant-caps and text-transform of each token "case"."""

PROFILE_ADDRESS: Final = "fic2book:profile"
FONT_ADDRESS: Final = "fic2book:font/"

FOLIO: Final = "fic2book-folio"
SHEETS: Final = "fic2book-sheets"
"""Counter styles of the page's number and of the number of pages; the second prints nothing, it only says that layout is done."""


def stylesheet(
    style: Style, sheet: Sheet, faces: Faces, *, right_to_left: bool = False, inks: Inks = AS_DESIGNED
) -> str:
    """All the CSS of ours for one volume; the style's own stylesheets come after it.

    In grey and in four inks colours are inks: greys and black are black ink alone, as a press wants its text.
    """
    if inks.kind != "colour":
        palette = style.palette
        style = replace(
            style,
            palette=replace(palette, **{item.name: separated(getattr(palette, item.name)) for item in fields(palette)}),
        )
    return "\n".join(
        (
            *_profile(inks),
            # In layers, so that print wins over the structure shared with EPUB whatever the weight of its selectors.
            f"@layer structure {{\n{_base('book.css')}\n}}",
            *(_font_face(number, file) for number, file in enumerate(faces.files)),
            f"@layer print {{\n{_properties(style, sheet, faces)}\n{_base('print.css')}\n}}",
            *_pages(style, sheet, left_is_verso=not right_to_left),
        )
    )


def _base(name: str) -> str:
    file = data_dir("styles") / "base" / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _profile(inks: Inks) -> Iterator[str]:
    if inks.profile:
        yield f"@color-profile device-cmyk {{ src: url({PROFILE_ADDRESS}); components: cyan, magenta, yellow, black; }}"


def separated(colour: str) -> str:
    """A colour such as #2b4c7e as the four inks of a press, black taking what the others share."""
    shares = [1 - int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    black = min(shares)
    rest = 1 - black
    parts = [(share - black) / rest if rest else 0.0 for share in shares]
    return "device-cmyk(" + " ".join(f"{part:.3f}" for part in (*parts, black)) + ")"


def quote(text: str) -> str:
    """`text` as a CSS string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'


def _font_face(number: int, file: FontFile) -> str:
    # A variable font takes no weight here: WeasyPrint refuses ranges, and sets the axis itself when none is given.
    weight = "" if file.axes and not (needs_cut(file) or can_pin(file)) else f" font-weight: {file.weight};"
    slope = "italic" if file.italic else "normal"
    address = f"{FONT_ADDRESS}{number}{PurePath(file.path).suffix}"
    return f"@font-face {{ font-family: {quote(file.family)}; font-style: {slope};{weight} src: url({address}); }}"


def _stack(faces: Faces, use: str) -> str:
    return ", ".join((*map(quote, faces.stacks[use]), GENERIC[use]))


def _points(length: Length, em: float) -> str:
    return f"{length.points(em):.3f}pt"


def _properties(style: Style, sheet: Sheet, faces: Faces) -> str:
    """The custom properties print.css is written in; every height is a multiple of the line, so that facing pages keep register."""
    em = style.text.size.points()
    line = em * style.text.leading
    ornament = max(2, round((line + 2 * style.breaks.space.points(em)) / line)) * line
    values = {
        **{f"font-{use}": _stack(faces, use) for use in GENERIC},
        "size": f"{em:.3f}pt",
        "line": f"{line:.3f}pt",
        "indent": _points(style.text.indent, em),
        "gap": _points(style.text.gap, em),
        "align": "justify" if style.text.align == "justify" else "start",
        "hyphens": "auto" if style.text.hyphenate else "manual",
        "hyphen-limits": f"{style.text.hyphen_word} {style.text.hyphen_before} {style.text.hyphen_after}",
        "widows": str(style.text.widows),
        "orphans": str(style.text.orphans),
        "chapter-sink": _points(style.chapter.sink, em),
        "chapter-size": _points(style.chapter.size, em),
        "chapter-align": style.chapter.align,
        "chapter-weight": str(style.chapter.weight),
        "chapter-rule": f"0.6pt solid {style.palette.accent}" if style.chapter.rule else "0",
        "title-sink": _points(style.title.sink, em),
        "title-size": _points(style.title.size, em),
        **{f"title-{name}": f"{size:.3f}pt" for name, size in title_sizes(style).items()},
        "title-align": style.title.align,
        "title-weight": str(style.title.weight),
        "soft": quote(style.breaks.soft) if style.breaks.soft else "none",
        "soft-height": f"{ornament if style.breaks.soft else line:.3f}pt",
        "hard": quote(style.breaks.hard) if style.breaks.hard else "none",
        "hard-height": f"{ornament if style.breaks.hard else 2 * line:.3f}pt",
        "drop-lines": str(style.chapter.drop_lines),
        "measure": f"{sheet.measure:.3f}pt",
        "depth": f"{sheet.depth:.3f}pt",
        "ink": style.palette.ink,
        "muted": style.palette.muted,
        "accent": style.palette.accent,
        **_cases("chapter", style.chapter.case),
        **_cases("title", style.title.case),
    }
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in values.items()) + "}"


def title_sizes(style: Style) -> dict[str, float]:
    """Points of a long and a very long title, and of the names below: no title is smaller than the text, no name larger than a title."""
    em = style.text.size.points()
    full = style.title.size.points(em)
    return {
        "fitted": max(0.72 * full, min(full, em)),
        "fitted-2": max(0.52 * full, min(full, em)),
        "names": max(em, min(1.2 * em, 0.8 * full)),
    }


def _cases(use: str, case: str) -> dict[str, str]:
    slope, capitals, transform = CASES[case]
    return {f"{use}-slope": slope, f"{use}-capitals": capitals, f"{use}-transform": transform}


# ---------------------------------------------------------------- page rules


def _pages(style: Style, sheet: Sheet, *, left_is_verso: bool) -> Iterator[str]:
    marks = "marks: crop cross; " if sheet.bleed else ""
    around = 2 * sheet.bleed  # WeasyPrint draws the marks in the outer half, where no colour runs
    yield (
        f"@page {{ size: {sheet.width:.3f}pt {sheet.height:.3f}pt; bleed: {around:.3f}pt; {marks}"
        f"margin: {sheet.top:.3f}pt {sheet.outer:.3f}pt {sheet.bottom:.3f}pt {sheet.inner:.3f}pt; }}"
    )
    if style.page.mirrored:
        yield f"@page :left {{ margin-left: {sheet.outer:.3f}pt; margin-right: {sheet.inner:.3f}pt; }}"
    for side in ("left", "right"):
        boxes = "".join(
            f" @{place} {{ {rules} }}"
            for place, rules in _furniture(style, sheet, side, "decimal", verso=(side == "left") == left_is_verso)
        )
        yield f"@page :{side} {{{boxes} }}"
    form = "lower-roman" if style.front.numbering == "roman" else "decimal"
    for side in ("left", "right"):
        yield f"@page front:{side} {{{_bare(style)} }}"
        boxes = "".join(
            f" @{place} {{ {rules} }}"
            for place, rules in _furniture(style, sheet, side, form, verso=(side == "left") == left_is_verso)
            if _is_folio(style, place)
        )
        yield f"@page front:{side} {{{boxes} }}"
    if style.front.numbering == "roman":
        yield "@page first:nth(1 of first) { counter-reset: page 1; }"
        yield "@page first-plain:nth(1 of first-plain) { counter-reset: page 1; }"
    yield f"@page :blank {{{_bare(style)} }}"
    yield f"@page plain {{{_bare(style)} }}"
    yield f"@page first-plain {{{_bare(style)} }}"
    yield f"@page cover {{ margin: 0; {_bare(style)} }}"


BOXES: Final = ("top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right")


def _bare(style: Style) -> str:
    return "".join(f" @{place} {{ content: none; border: 0; }}" for place in BOXES)


def _is_folio(style: Style, place: str) -> bool:
    return place.startswith("bottom") or style.heads.folio == "head-outer"


def _furniture(style: Style, sheet: Sheet, side: str, form: str, *, verso: bool) -> Iterator[tuple[str, str]]:
    """Margin boxes of one side with their declarations: running head and folio."""
    em = style.text.size.points()
    outer = side if style.page.mirrored else "right"
    inner = {"left": "right", "right": "left"}[outer]
    slope, capitals, transform = CASES[style.heads.case]
    letters = "letter-spacing: 0.08em; " if style.heads.case in {"small-caps", "upper"} else ""
    font = f"font: {slope} {_points(style.heads.size, em)}/1.2 var(--font-heads); color: {style.palette.muted}; white-space: nowrap; "
    plain = f"font: normal {_points(style.heads.size, em)}/1.2 var(--font-heads); color: {style.palette.muted}; "
    heads = style.heads.verso if verso else style.heads.recto
    string = "verso" if verso else "recto"
    when = "first" if style.chapter.opens == "run-on" else "first-except"
    rule = f"border-bottom: 0.4pt solid {style.palette.muted}; " if style.heads.rule else ""
    raise_head = f"vertical-align: bottom; padding-bottom: 0.25em; margin-bottom: {min(0.7 * em * style.text.leading, sheet.top / 3):.3f}pt; "
    centred = style.heads.folio == "foot-center"
    spot = "top-center" if centred else f"top-{inner}" if style.heads.folio == "head-outer" else f"top-{outer}"
    if heads != "none":
        yield (
            spot,
            f"content: string({string}, {when}); {font}font-variant-caps: {capitals}; text-transform: {transform}; {letters}{raise_head}{rule}",
        )
    counted = f"counter(pages, {SHEETS}) counter(page, {FOLIO})" if form == "decimal" else f"counter(page, {form})"
    number = f"content: {counted}; {plain}"
    if style.heads.folio == "head-outer":
        yield f"top-{outer}", number + raise_head
    else:
        drop = f"vertical-align: top; margin-top: {min(1.1 * em, sheet.bottom / 4):.3f}pt; "
        yield ("bottom-center" if centred else f"bottom-{outer}"), number + drop
