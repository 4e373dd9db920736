"""What holds for text at a place of a marked-up document, and what form a block gets by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from fic2book.model import Block, Image, Run
from fic2book.readers.drafts import Drafted
from fic2book.readers.flow import Piece

_HINTS = 16  # tokens: the element's own and its ancestors'


class Context(NamedTuple):
    """What holds for text at a place; each element's context inherits from the one around it."""

    name: str = ""
    marks: tuple[str, ...] = ()
    href: str = ""
    lang: str = ""
    align: str = ""
    hint: str = ""
    quotes: int = 0
    lists: int = 0
    heading: int = 0
    lines: bool = False  # line feeds part lines
    fixed: bool = False  # <pre>: its line feeds are meant
    row: bool = False  # within a row of a table: one block, cells parted by tabs
    paragraph: bool = False  # within a <p>
    verse: bool = False


def lifted(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks without a quotation around nearly everything: pages are indented that way, stories are not quoted whole."""
    quoted = sum(block.span.stop - block.span.start for block in blocks if block.kind == "quote")
    printed = sum(block.span.stop - block.span.start for block in blocks)
    if quoted * 5 < printed * 4 or not quoted or len(blocks) < 8:
        return blocks
    return [
        replace(block, kind="quote" if block.level > 1 else "paragraph", level=block.level - 1)
        if block.kind == "quote"
        else block
        for block in blocks
    ]


def inherited_hint(own: str, around: str) -> str:
    """Tokens of an element before those of its ancestors, each once."""
    if not own:
        return around
    return " ".join(list(dict.fromkeys(f"{own} {around}".lower().split()))[:_HINTS])


def kind_of(drafted: Drafted, context: Context) -> str:
    """The block's kind, by where it stands and what is in it."""
    if any(isinstance(inline, Run) and inline.rule == "cell" for inline in drafted.inlines):
        return "table"
    if all(not isinstance(inline, Run) or not inline.text.strip() for inline in drafted.inlines):
        return "image" if any(isinstance(inline, Image) for inline in drafted.inlines) else "paragraph"
    if context.heading:
        return "heading"
    if context.row:
        return "table"
    if drafted.kind == "verse" or context.verse:
        return "verse"
    if context.fixed and any(isinstance(inline, Run) and "\n" in inline.text for inline in drafted.inlines):
        return "preformatted"
    if context.lists:
        return "item"
    return "quote" if context.quotes else drafted.kind


def is_bare_text(pieces: Sequence[Piece], context: Context) -> bool:
    """True for text with blank lines in it that stands outside paragraphs: a plain text that was given a page's name."""
    if context.paragraph or context.heading or context.row:
        return False
    if any(piece.start == piece.stop and piece.text == "\n" for piece in pieces):
        return False
    text = "".join(piece.text for piece in pieces)
    blank = sum(1 for line in text.strip().splitlines() if not line.strip())
    return blank >= 2 and len(text) > 200


def is_prose(pieces: Sequence[Piece]) -> bool:
    """True for a ``<pre>`` that holds a story rather than a drawing: several lines, mostly letters, no runs of spaces within lines."""
    text = "".join(piece.text for piece in pieces)
    letters = sum(map(str.isalpha, text[:20_000]))
    lines = text.count("\n")
    return lines > 4 and letters > 0.6 * len(text[:20_000]) and text.strip().count("   ") * 4 < lines * 3
