"""Blocks as markup: paragraphs, and the neighbours that belong in one element (quotations, verse, lists, tables)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from fic2book.model import Block, Image, Inline, Run, Span
from fic2book.render.direction import direction
from fic2book.render.edition import Edition, attribute
from fic2book.render.inlines import inline_markup

ORDINAL: Final = re.compile(r"(?P<number>\d{1,6})[.)]|(?P<letter>[A-Za-z])[.)]")
"""Markers an ordered list prints by itself: "3.", "3)", "b." """

BULLETS: Final = frozenset("*-+\N{BULLET}\N{MIDDLE DOT}\N{EN DASH}\N{EM DASH}\N{WHITE BULLET}\N{TRIANGULAR BULLET}")
"""Markers an unordered list stands for."""

DEEPEST: Final = 12
"""Levels of nesting that are drawn; no page is wide enough for more, and some readers fail on very deep trees."""


def block_markup(
    blocks: Sequence[Block], edition: Edition, part: int, *, depth: int = 1, opening: bool = False
) -> Iterator[str]:
    """One string for each element that `blocks` make, in order.

    `depth` is the heading level of the page, below which headings within the text stand; `opening` sets the first paragraph flush.
    """
    for kind, group in groupby(blocks, key=_kind):
        together = GROUPS.get(kind)
        if together:
            yield together(list(group), edition, part)
            opening = False
            continue
        for block in group:
            yield _single(block, edition, part, depth, opening=opening)
            opening = block.kind in {"heading", "rule"}


def paragraph_markup(block: Block, edition: Edition, part: int, *, kind: str = "") -> str:
    """`block` as a paragraph with class `kind`, whatever it was by its form."""
    return f"<p{_classes(kind, block.align)}{_form(block)}{direction(block.text, edition, part)}>{inline_markup(block.inlines, edition, part)}</p>"


def _kind(block: Block) -> str:
    return block.kind


def _form(block: Block) -> str:
    """What the block was by its form, where the element does not say it."""
    return "" if block.kind == "paragraph" else f' data-block="{attribute(block.kind)}"'


def _classes(*names: str) -> str:
    chosen = " ".join(filter(None, names))
    return f' class="{chosen}"' if chosen else ""


def _single(block: Block, edition: Edition, part: int, depth: int, *, opening: bool) -> str:
    text = inline_markup(block.inlines, edition, part)
    turned = direction(block.text, edition, part)
    match block.kind:
        case "heading":
            level = min(6, depth + max(1, block.level))
            return f'<h{level}{_classes(block.align)} data-level="{block.level}"{turned}>{text}</h{level}>'
        case "rule":
            return f'<hr class="rule"/>{text and f"<p>{text}</p>"}'
        case "image":
            return f'<figure class="image">{text}</figure>'
        case "preformatted":
            return f"<pre>{text.replace('<br/>', chr(10))}</pre>"
    return f"<p{_classes('first' if opening else '', block.align)}{turned}>{text}</p>"


def _verse(blocks: list[Block], edition: Edition, part: int) -> str:
    stanzas = "\n".join(
        f"<p{_classes(block.align)}{direction(block.text, edition, part)}>{inline_markup(block.inlines, edition, part)}</p>"
        for block in blocks
    )
    return f'<div class="verse">\n{stanzas}\n</div>'


def _quotes(blocks: list[Block], edition: Edition, part: int) -> str:
    pieces: list[str] = []
    level = 0
    for block in blocks:
        wanted = min(DEEPEST, max(1, block.level))
        pieces += ["</blockquote>"] * (level - wanted) + ["<blockquote>"] * (wanted - level)
        level = wanted
        pieces.append(
            f"<p{_classes(block.align)}{direction(block.text, edition, part)}>{inline_markup(block.inlines, edition, part)}</p>"
        )
    return "\n".join([*pieces, *["</blockquote>"] * level])


def _items(blocks: list[Block], edition: Edition, part: int) -> str:
    pieces: list[str] = []
    lists: list[tuple[int, str]] = []  # (level, name and attributes of the list element), outermost first

    def close(above: int) -> None:
        while lists and lists[-1][0] > above:
            pieces.append(f"</li></{lists.pop()[1].partition(' ')[0]}>")

    for block in blocks:
        level = min(DEEPEST, max(1, block.level))
        element, item, marker = _list_item(block)
        close(level)
        if lists and lists[-1][0] == level:
            if lists[-1][1] != element:
                close(level - 1)
            else:
                pieces.append("</li>")
        if not lists or lists[-1][0] < level:
            lists.append((level, element))
            pieces.append(f"<{element}>")
        shown = edition.quoted("span", marker, kind="marker") + " " if marker else ""
        pieces.append(f"<li{item}>{shown}{inline_markup(block.inlines, edition, part)}")
    close(0)
    return "\n".join(pieces).replace("\n</li>", "</li>")


def _list_item(block: Block) -> tuple[str, str, str]:
    """The list element, the attributes of the item, and the marker if it has to be printed."""
    marker = block.marker.strip()
    if not marker or marker in BULLETS:
        return "ul", f' data-marker="{attribute(marker)}"' if marker else "", ""
    ordinal = ORDINAL.fullmatch(marker)
    if not ordinal:
        return 'ul class="marked"', f' data-marker="{attribute(marker)}"', marker
    if ordinal["number"]:
        return "ol", f' value="{int(ordinal["number"])}" data-marker="{attribute(marker)}"', ""
    letter = ordinal["letter"]
    form, first = ("a", "a") if letter.islower() else ("A", "A")
    return f'ol type="{form}"', f' value="{ord(letter) - ord(first) + 1}" data-marker="{attribute(marker)}"', ""


def _table(blocks: list[Block], edition: Edition, part: int) -> str:
    rows = (
        "".join(f"<td>{inline_markup(cell, edition, part)}</td>" for cell in _cells(block.inlines)) for block in blocks
    )
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cells(inlines: tuple[Inline, ...]) -> list[list[Inline]]:
    """The inlines of each cell; a run that crosses a tab is cut there."""
    cells: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, Image) or "\t" not in inline.text:
            cells[-1].append(inline)
            continue
        for number, piece in enumerate(inline.text.split("\t")):
            if number:
                cells.append([])
            cells[-1].append(Run(piece, Span(*inline.span), inline.marks, inline.rule, inline.href, inline.lang))
    return cells


GROUPS: Final[dict[str, Callable[[list[Block], Edition, int], str]]] = {
    "verse": _verse,
    "quote": _quotes,
    "item": _items,
    "table": _table,
}
"""Kinds whose neighbours share an element."""
