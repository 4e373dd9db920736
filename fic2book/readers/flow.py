"""Text nodes, line breaks and pictures between two block boundaries become lines.

White space collapses as browsers collapse it, each time as a run with the rule "whitespace". Lines parted by ``<br>`` then go through the
same arrangement as the lines of a plain text, so a story in one node, a wrapped letter and a poem are told apart in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from fic2book.model import Image, Inline, Run, Span
from fic2book.readers.lines import EDGES
from fic2book.readers.runs import ODD, plain_runs

_COLLAPSE: Final = re.compile(r"[ \t\n\r\f]+")
_UNEVEN: Final = re.compile(r"[\t\n\r\f]|  ")
_FEED: Final = re.compile(r"\r\n?|[\n\v\f]")


class Piece(NamedTuple):
    """A text node (or part of one) with what surrounds it; a line break is a line feed without length; a picture carries itself."""

    text: str
    start: int
    stop: int
    marks: tuple[str, ...] = ()
    href: str = ""
    lang: str = ""
    image: Image | None = None
    rule: str = ""  # text that the markup adds: a quotation mark of ``<q>``, a tab between cells


@dataclass(slots=True)
class MarkupLine:
    """Inlines between two line breaks, without white space at the edges, and the number of empty lines before them."""

    inlines: list[Inline] = field(default_factory=list)
    blanks: int = 0
    indent: int = 0
    before: int = 0  # the place of the break that opened it

    @property
    def start(self) -> int:
        """Place of the first character."""
        return self.inlines[0].span.start

    @property
    def stop(self) -> int:
        """Place after the last character."""
        return self.inlines[-1].span.stop

    @property
    def text(self) -> str:
        """The words, with a stand-in for each picture."""
        return "".join(
            inline.text if isinstance(inline, Run) else "\N{OBJECT REPLACEMENT CHARACTER}" for inline in self.inlines
        )


def to_lines(pieces: Sequence[Piece], *, feeds: bool, indents: bool = False) -> tuple[list[MarkupLine], int]:
    """The lines with anything on them, and the number of breaks after the last.

    With `feeds`, line feeds in text part lines too; with `indents`, spaces at a line's start are kept.
    """
    lines: list[MarkupLine] = []
    line = MarkupLine()
    breaks = 0
    for piece in _cut(pieces) if feeds else pieces:
        if piece.text == "\n" and piece.start == piece.stop:
            if _close(line):
                lines.append(line)
                breaks = 0
            breaks += 1
            line = MarkupLine(blanks=max(0, breaks - 1) if lines else breaks, before=piece.start)
        elif piece.image is not None:
            line.inlines.append(piece.image)
        elif piece.rule:
            line.inlines.append(
                Run(piece.text, Span(piece.start, piece.stop), piece.marks, piece.rule, piece.href, piece.lang)
            )
        else:
            _add(line, piece, keep=feeds, indents=indents)
    if _close(line):
        lines.append(line)
        breaks = 0
    return lines, breaks


def _cut(pieces: Sequence[Piece]) -> list[Piece]:
    """Line feeds in text as breaks; their characters stay in the text before, whose edge is trimmed."""
    cut: list[Piece] = []
    for piece in pieces:
        if piece.rule or piece.start == piece.stop or not _FEED.search(piece.text):
            cut.append(piece)
            continue
        position = 0
        for match in _FEED.finditer(piece.text):
            if position < match.start():
                cut.append(_part(piece, position, match.start()))
            place = piece.start + match.start()
            cut.append(Piece("\n", place, place))
            position = match.end()
        if position < len(piece.text):
            cut.append(_part(piece, position, len(piece.text)))
    return cut


def _part(piece: Piece, start: int, stop: int) -> Piece:
    return piece._replace(text=piece.text[start:stop], start=piece.start + start, stop=piece.start + stop)


def _add(line: MarkupLine, piece: Piece, *, keep: bool, indents: bool) -> None:
    """Add a text node to a line, collapsing its white space (which `keep` leaves but at the line's start)."""
    text = piece.text
    position = 0
    if not line.inlines and not indents:
        bare = text.lstrip(EDGES)
        position = len(text) - len(bare)
        line.indent += sum(1 for character in text[:position] if character not in "\t\n\r\f ") if not keep else position
        if not bare:
            return
    elif text[0] in " \t\n\r\f" and not keep and _ends_in_space(line):
        position = len(text) - len(text.lstrip(" \t\n\r\f"))
        _append(line, piece, "", 0, position, "whitespace")
    if keep or not _UNEVEN.search(text, position):
        _append(line, piece, text[position:], position, len(text))
        return
    for match in _COLLAPSE.finditer(text, position):
        if match[0] == " ":
            continue
        _append(line, piece, text[position : match.start()], position, match.start())
        _append(line, piece, " ", match.start(), match.end(), "whitespace")
        position = match.end()
    _append(line, piece, text[position:], position, len(text))


def _append(line: MarkupLine, piece: Piece, text: str, start: int, stop: int, rule: str = "") -> None:
    if start == stop:
        return
    span = Span(piece.start + start, piece.start + stop)
    last = line.inlines[-1] if line.inlines else None
    if rule:
        line.inlines.append(Run(text, span, piece.marks, rule, piece.href, piece.lang))
    elif ODD.search(text):
        line.inlines += plain_runs(text, 0, len(text), piece.marks, piece.href, piece.lang, span.start)
    elif (
        isinstance(last, Run)
        and last.span.stop == span.start
        and not last.rule
        and last[2:] == (piece.marks, "", piece.href, piece.lang)
    ):
        line.inlines[-1] = last._replace(text=last.text + text, span=Span(last.span.start, span.stop))
    else:
        line.inlines.append(Run(text, span, piece.marks, "", piece.href, piece.lang))


def _ends_in_space(line: MarkupLine) -> bool:
    for inline in reversed(line.inlines):
        if not isinstance(inline, Run):
            return False
        if inline.text:
            return inline.text[-1] in " \t\n"
    return True


def _close(line: MarkupLine) -> bool:
    """Trim white space at the end of the line; True when anything is left."""
    while line.inlines:
        last = line.inlines[-1]
        if not isinstance(last, Run) or (last.rule and last.text.strip(EDGES)):
            break
        bare = last.text.rstrip(EDGES)
        if bare and bare == last.text:
            break
        if bare:
            line.inlines[-1] = last._replace(text=bare, span=Span(last.span.start, last.span.start + len(bare)))
            break
        line.inlines.pop()
    return bool(line.inlines)
