"""Collects what a markup reader meets in reading order and makes a manuscript of it.

The reader says "this element begins", "this text", "this element ends"; the builder keeps marks, links, alignment, quotation depth and
lists, ends paragraphs at block boundaries, and tiles the text. All markup formats (HTML, Markdown, DOCX, ODT, RTF, EPUB) end here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from fic2book.model import Block, Finding, Image, Manuscript, Metadata, Notice, Removed, Resource, Source, Span
from fic2book.readers.drafts import Drafted, draft
from fic2book.readers.flow import Piece, to_lines
from fic2book.readers.forms import Context, inherited_hint, is_bare_text, is_prose, kind_of, lifted
from fic2book.readers.lines import EDGES
from fic2book.readers.runs import ODD


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
    formats: tuple[
        str, ...
    ] = ()  # marks that are open beside those of the context, as tags that overlap elements leave them
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
        self._pieces.append(
            Piece(text, self._length, self._length, context.marks, context.href, context.lang, rule=rule)
        )

    def line_break(self) -> None:
        """A forced line break."""
        self._pieces.append(Piece("\n", self._length, self._length))

    def image(self, resource: str, alt: str, source: str) -> None:
        """A picture at this place."""
        place = Span(self._length, self._length)
        found = Image(place, resource, ODD.sub("", alt), ODD.sub("", source))
        self._pieces.append(Piece("", self._length, self._length, image=found))

    def rule(self) -> None:
        """A horizontal rule."""
        self.flush()
        context = self.context
        place = Span(self._length, self._length)
        self._cover(place)
        self.blocks.append(Block("rule", (), place, self._take_blanks(), hint=context.hint))

    def remove(self, text: str, why: str) -> bool:
        """Text that is no part of the story by its markup. Within a paragraph it becomes a run without text; whether it did."""
        if not text:
            return False
        start = self._grow(text)
        if self._pieces:
            self._pieces.append(Piece("", start, self._length, rule="control" if why == "chrome" else why))
            return True
        self._cover(Span(start, start))
        self.removed.append(Removed(Span(start, self._length), why))
        self._covered = self._length
        return False

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
        if (
            len(pieces) == 1
            and pieces[0].text.isspace()
            and pieces[0].start < pieces[0].stop
            and "\N{NO-BREAK SPACE}" not in pieces[0].text
        ):
            return  # the line feed between two elements
        context = self.context
        if lead:
            context = context._replace(hint=inherited_hint(lead, context.hint))
        drawing = context.fixed and not is_prose(pieces)
        feeds = context.lines or context.fixed or is_bare_text(pieces, context)
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
        kind = kind_of(drafted, context)
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

    def manuscript(
        self, name: str, media: str, encoding: str, digest: str, findings: Sequence[Finding] = ()
    ) -> Manuscript:
        """The finished manuscript; blocks and removals tile its text."""
        self.flush()
        self._cover(Span(self._length, self._length))
        text = "".join(self._parts)
        gaps = [
            Removed(span, "chrome" if text[span.start : span.stop].strip(EDGES) else "separator") for span in self._gaps
        ]
        removed = sorted([*self.removed, *gaps], key=lambda item: item.span)
        source = Source(name, media, text, encoding, digest)
        return Manuscript(
            source,
            tuple(lifted(self.blocks)),
            tuple(removed),
            tuple(findings),
            tuple(self.resources),
            tuple(self.notices),
            metadata=self.metadata,
        )
