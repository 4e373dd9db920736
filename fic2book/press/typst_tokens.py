"""A style's tokens as the dictionary that the Typst template reads."""

from __future__ import annotations

from fic2book.model import Book
from fic2book.press.faces import Faces
from fic2book.press.geometry import Sheet
from fic2book.press.stylesheet import title_sizes
from fic2book.press.typst_values import array, date, flag, points, split_language, string
from fic2book.press.volume import Volume
from fic2book.render.labels import right_to_left
from fic2book.styles import Style


def tokens(book: Book, volume: Volume, style: Style, sheet: Sheet, faces: Faces) -> str:
    """The definition of `t`, all that styles/base/book.typ knows of the style, the sheet and the book's metadata."""
    em = style.text.size.points()
    line = em * style.text.leading
    ornament = max(2, round((line + 2 * style.breaks.space.points(em)) / line)) * line
    language, region = split_language(volume.language)
    values = {
        "title": string(volume.title),
        "authors": array(map(string, volume.authors)),
        "description": string(book.metadata.summary) if book.metadata.summary else "none",
        "keywords": array(string(word) for word in (*book.metadata.fandoms, *book.metadata.tags)),
        "date": date(book.modified),
        "lang": string(language),
        "region": string(region) if region else "none",
        **{use: array(map(string, faces.stacks[use])) for use in ("body", "display", "heads", "mono")},
        **{name: points(getattr(sheet, name)) for name in ("width", "height", "top", "bottom", "inner", "outer")},
        "right-to-left": flag(right_to_left(volume.language)),
        "mirrored": flag(style.page.mirrored),
        "size": points(em),
        "line": points(line),
        "indent": points(style.text.indent.points(em)),
        "gap": points(style.text.gap.points(em)),
        "justify": flag(style.text.align == "justify"),
        "hyphenate": flag(style.text.hyphenate),
        "chapter-sink": points(style.chapter.sink.points(em)),
        "chapter-size": points(style.chapter.size.points(em)),
        "chapter-align": style.chapter.align,
        "chapter-weight": str(style.chapter.weight),
        "chapter-case": string(style.chapter.case),
        "chapter-rule": flag(style.chapter.rule),
        "drop-lines": str(style.chapter.drop_lines),
        "title-sink": points(style.title.sink.points(em)),
        "title-size": points(style.title.size.points(em)),
        **{f"title-{name}": points(size) for name, size in title_sizes(style).items()},
        "title-align": style.title.align,
        "title-weight": str(style.title.weight),
        "title-case": string(style.title.case),
        "soft": string(style.breaks.soft),
        "soft-height": points(ornament if style.breaks.soft else line),
        "hard": string(style.breaks.hard),
        "hard-height": points(ornament if style.breaks.hard else 2 * line),
        "head-size": points(style.heads.size.points(em)),
        "head-case": string(style.heads.case),
        "head-rule": flag(style.heads.rule),
        "folio": string(style.heads.folio),
        "ink": ink(style.palette.ink),
        "muted": ink(style.palette.muted),
        "accent": ink(style.palette.accent),
    }
    return "#let t = (\n" + "".join(f"  {name}: {value},\n" for name, value in values.items()) + ")"


def ink(colour: str) -> str:
    """A colour; one without a hue is a grey of black ink alone, so that a press prints text with one plate."""
    parts = {colour[start : start + 2].lower() for start in (1, 3, 5)}
    return f"luma({int(parts.pop(), 16)})" if len(parts) == 1 else f"rgb({string(colour)})"
