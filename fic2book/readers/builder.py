"""Collects what a markup reader meets in reading order and makes a manuscript of it.

The reader says "this element begins", "this text", "this element ends"; the builder keeps marks, links, alignment, quotation depth and
lists, ends paragraphs at block boundaries, and tiles the text. All markup formats (HTML, Markdown, DOCX, ODT, RTF, EPUB) end here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from fic2book.model import (
    Block,
    Finding,
    Image,
    Inline,
    Manuscript,
    Metadata,
    Notice,
    Removed,
    Resource,
    Run,
    Source,
    Span,
)
from fic2book.readers.flow import Drafted, Piece, draft, to_lines
from fic2book.readers.lines import EDGES

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


class _Opened(NamedTuple):
    context: Context
    block: bool
    blocks: int  # how many blocks and blank lines there were when it began
    blanks: int


@dataclass(slots=True)
class Builder:
    """Feed it with `open`, `text`, `line_break`, `image` and `close`, in reading order, then ask for the manuscript."""

    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    metadata: Metadata | None = None
    lead: str = ""  # hint of an inline element that the paragraph begins with
    formats: tuple[str, ...] = ()  # marks that are open beside those of the context, as tags that overlap elements leave them
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _pieces: list[Piece] = field(default_factory=list)
    _stack: list[_Opened] = field(default_factory=lambda: [_Opened(Context(), block=True, blocks=0, blanks=0)])
    _gaps: list[Span] = field(default_factory=list)
    _covered: int = 0
    _blanks: int = 0
    _marker: str = ""

    @property
    def context(self) -> Context:
        """The context of the next text."""
        return self._stack[-1].context

    @property
    def length(self) -> int:
        """Characters of text so far."""
        return self._length

    @property
    def within(self) -> bool:
        """True in the middle of a paragraph."""
        return any(piece.text.strip() for piece in self._pieces)

    def open(self, context: Context, *, block: bool, marker: str = "") -> None:
        """An element begins; a block ends the paragraph before it."""
        if block:
            self.flush()
            self._marker = marker or self._marker
        self._stack.append(_Opened(context, block, len(self.blocks), self._blanks))

    def close(self) -> None:
        """The element that began last ends. An empty paragraph counts as a blank line."""
        opened = self._stack[-1]
        if opened.block:
            self.flush()
            empty = len(self.blocks) == opened.blocks and self._blanks == opened.blanks
            if empty and opened.context.name == "p":
                self._blanks += 1
            if len(self.blocks) == opened.blocks and opened.context.name == "li":
                self._marker = ""
        self._stack.pop()

    def text(self, text: str) -> None:
        """A text node."""
        if text:
            start = self._grow(text)
            context = self.context
            marks = tuple(sorted({*context.marks, *self.formats})) if self.formats else context.marks
            self._pieces.append(Piece(text, start, self._length, marks, context.href, context.lang))

    def added(self, text: str, rule: str) -> None:
        """Text that the markup stands for and no text node holds: a quotation mark of ``<q>``, the tab between two cells."""
        context = self.context
        self._pieces.append(Piece(text, self._length, self._length, context.marks, context.href, context.lang, rule=rule))

    def line_break(self) -> None:
        """A forced line break."""
        self._pieces.append(Piece("\n", self._length, self._length))

    def image(self, resource: str, alt: str, source: str) -> None:
        """A picture at this place."""
        found = Image(Span(self._length, self._length), resource, alt, source)
        self._pieces.append(Piece("", self._length, self._length, image=found))

    def rule(self) -> None:
        """A horizontal rule."""
        self.flush()
        context = self.context
        place = Span(self._length, self._length)
        self._cover(place)
        self.blocks.append(Block("rule", (), place, self._take_blanks(), hint=context.hint))

    def remove(self, text: str, why: str) -> None:
        """Text that is no part of the story by its markup. Within a paragraph it becomes a run without text."""
        if not text:
            return
        start = self._grow(text)
        if self._pieces:
            self._pieces.append(Piece("", start, self._length, rule=why))
        else:
            self._cover(Span(start, start))
            self.removed.append(Removed(Span(start, self._length), why))
            self._covered = self._length

    def notice(self, code: str, message: str, where: str = "", severity: str = "info") -> None:
        """Something to tell, at this place."""
        self.notices.append(Notice(code, message, where, Span(self._length, self._length), severity))

    def _grow(self, text: str) -> int:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start

    def flush(self) -> None:
        """End the paragraph: what was collected since the last boundary becomes blocks."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        lead, self.lead = self.lead, ""
        if len(pieces) == 1 and pieces[0].text.isspace() and pieces[0].start < pieces[0].stop and "\N{NO-BREAK SPACE}" not in pieces[0].text:
            return  # the line feed between two elements
        context = self.context
        if lead:
            context = context._replace(hint=inherited_hint(lead, context.hint))
        drawing = context.fixed and not _is_prose(pieces)
        feeds = context.lines or context.fixed or _is_bare_text(pieces, context)
        lines, breaks = to_lines(pieces, feeds=feeds, indents=drawing)
        if not lines:
            self._blanks += breaks or any("\N{NO-BREAK SPACE}" in piece.text for piece in pieces)
            return
        whole = bool(context.heading or context.row or drawing)
        for drafted in draft(lines, whole=whole or context.verse, paragraph=context.paragraph):
            self._emit(drafted, context)
        self._blanks += max(0, breaks - 1)

    def _emit(self, drafted: Drafted, context: Context) -> None:
        inlines = drafted.inlines
        span = Span(inlines[0].span.start, inlines[-1].span.stop)
        if drafted.marker:
            self._cover(drafted.marker_at)
            self.removed.append(Removed(drafted.marker_at, "marker"))
            self._covered = drafted.marker_at.stop
        self._cover(span)
        self._covered = span.stop
        kind = _kind(drafted, context)
        marker = drafted.marker
        if kind == "item" and not marker:
            marker, self._marker = self._marker, ""
        level = context.heading if kind == "heading" else max(context.lists, 1) if kind == "item" else context.quotes
        blanks = drafted.blanks + self._take_blanks()
        align = context.align if context.align != "left" else ""
        block = Block(kind, tuple(inlines), span, blanks, level, align, marker, context.hint, drafted.wrapped)
        self.blocks.append(block)

    def _take_blanks(self) -> int:
        blanks, self._blanks = self._blanks, 0
        return blanks

    def _cover(self, span: Span) -> None:
        if self._covered < span.start:
            self._gaps.append(Span(self._covered, span.start))
            self._covered = span.start

    def manuscript(self, name: str, media: str, encoding: str, digest: str, findings: Sequence[Finding] = ()) -> Manuscript:
        """The finished manuscript; blocks and removals tile its text."""
        self.flush()
        self._cover(Span(self._length, self._length))
        text = "".join(self._parts)
        gaps = [Removed(span, "chrome" if text[span.start : span.stop].strip(EDGES) else "separator") for span in self._gaps]
        removed = sorted([*self.removed, *gaps], key=lambda item: item.span)
        source = Source(name, media, text, encoding, digest)
        return Manuscript(
            source,
            tuple(_lifted(self.blocks)),
            tuple(removed),
            tuple(findings),
            tuple(self.resources),
            tuple(self.notices),
            metadata=self.metadata,
        )


def _lifted(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks without a quotation around nearly everything: pages are indented that way, stories are not quoted whole."""
    quoted = sum(block.span.stop - block.span.start for block in blocks if block.kind == "quote")
    printed = sum(block.span.stop - block.span.start for block in blocks)
    if quoted * 5 < printed * 4 or not quoted or len(blocks) < 8:
        return blocks
    return [
        replace(block, kind="quote" if block.level > 1 else "paragraph", level=block.level - 1) if block.kind == "quote" else block
        for block in blocks
    ]


def inherited_hint(own: str, around: str) -> str:
    """Tokens of an element before those of its ancestors, each once."""
    if not own:
        return around
    return " ".join(list(dict.fromkeys(f"{own} {around}".lower().split()))[:_HINTS])


def _kind(drafted: Drafted, context: Context) -> str:
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


def _is_bare_text(pieces: Sequence[Piece], context: Context) -> bool:
    """True for text with blank lines in it that stands outside paragraphs: a plain text that was given a page's name."""
    if context.paragraph or context.heading or context.row:
        return False
    if any(piece.start == piece.stop and piece.text == "\n" for piece in pieces):
        return False
    text = "".join(piece.text for piece in pieces)
    blank = sum(1 for line in text.strip().splitlines() if not line.strip())
    return blank >= 2 and len(text) > 200


def _is_prose(pieces: Sequence[Piece]) -> bool:
    """True for a ``<pre>`` that holds a story rather than a drawing: several lines, mostly letters, no runs of spaces within lines."""
    text = "".join(piece.text for piece in pieces)
    letters = sum(map(str.isalpha, text[:20_000]))
    lines = text.count("\n")
    return lines > 4 and letters > 0.6 * len(text[:20_000]) and text.strip().count("   ") * 4 < lines * 3


def text_of(inlines: Sequence[Inline]) -> str:
    """The words of some inlines."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Run))
