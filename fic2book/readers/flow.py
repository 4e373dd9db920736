"""Text nodes, line breaks and pictures between two block boundaries become lines, and lines become blocks.

White space collapses as browsers collapse it, each time as a run with the rule "whitespace". Lines parted by ``<br>`` go through the
same arrangement as the lines of a plain text, so a story in one node, a wrapped letter and a poem are told apart in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from fic2book.model import Image, Inline, Run, Span
from fic2book.readers.layout import Paragraph, arrange
from fic2book.readers.lines import EDGES, Line
from fic2book.readers.runs import ODD, plain_runs
from fic2book.readers.shapes import CHAT, LABEL, has_words, opens_speech

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
        return "".join(inline.text if isinstance(inline, Run) else "\N{OBJECT REPLACEMENT CHARACTER}" for inline in self.inlines)


class Drafted(NamedTuple):
    """A block's content before it has a kind of its own: "paragraph", "verse", "item", as the lines look."""

    kind: str
    inlines: list[Inline]
    blanks: int
    marker: str = ""
    marker_at: Span = Span(0, 0)
    wrapped: bool = False


# ---------------------------------------------------------------- pieces to lines


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
            line.inlines.append(Run(piece.text, Span(piece.start, piece.stop), piece.marks, piece.rule, piece.href, piece.lang))
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


# ---------------------------------------------------------------- lines to drafts


def draft(lines: Sequence[MarkupLine], *, whole: bool, paragraph: bool) -> list[Drafted]:
    """Blocks-to-be from the lines of one element.

    `whole`: one block whatever its line breaks are (headings, cells). `paragraph`: the author marked paragraphs otherwise, so a few short
    lines without blank lines between them belong together (an address, a letter's close).
    """
    if len(lines) == 1 or whole:
        return [Drafted("paragraph", _join_lines(lines), lines[0].blanks)]
    measured = [Line(line.text, line.start, line.stop, line.indent, line.blanks if index else 0) for index, line in enumerate(lines)]
    drafts: list[Drafted] = []
    arranged = arrange(measured).paragraphs
    index = 0
    while index < len(arranged):
        group = _together(measured, arranged, index) if paragraph else index + 1
        first, last = arranged[index], arranged[group - 1]
        chosen = lines[first.first : last.last + 1]
        blanks = lines[first.first].blanks
        if group > index + 1 or first.kind == "verse":
            kind = "verse" if first.kind == "verse" else "paragraph"
            drafts.append(Drafted(kind, _join_lines(chosen), blanks))
        else:
            drafts.append(_drafted(chosen, first, blanks))
        index = group
    return drafts


def _together(lines: Sequence[Line], arranged: Sequence[Paragraph], index: int) -> int:
    """Index after the last single-line paragraph that stands in one group of short lines with paragraph `index`."""
    end = index + 1
    while end < len(arranged) and not lines[arranged[end].first].blanks:
        end += 1
    group = arranged[index:end]
    texts = [lines[paragraph.first].text for paragraph in group]
    close = all(paragraph.kind == "paragraph" and paragraph.first == paragraph.last for paragraph in group)
    plain = close and len(texts) <= 40 and all(_is_plain(text) for text in texts)
    return end if plain and index + 1 < end and (index == 0 or lines[arranged[index].first].blanks) else index + 1


def _is_plain(text: str) -> bool:
    return len(text) <= 80 and has_words(text) and not (opens_speech(text) or LABEL.match(text) or CHAT.match(text))


def _drafted(lines: Sequence[MarkupLine], paragraph: Paragraph, blanks: int) -> Drafted:
    inlines = _join_lines(lines, wrapped=True)
    if not paragraph.marker:
        return Drafted("paragraph", inlines, blanks, wrapped=len(lines) > 1)
    first = inlines[0]
    if not isinstance(first, Run) or first.rule or len(first.text) <= paragraph.marker:
        return Drafted("paragraph", inlines, blanks, wrapped=len(lines) > 1)
    place = Span(first.span.start, first.span.start + paragraph.marker)
    inlines[0] = first._replace(text=first.text[paragraph.marker :], span=Span(place.stop, first.span.stop))
    return Drafted("item", inlines, blanks, first.text[: paragraph.marker].rstrip(), place, len(lines) > 1)


def _join_lines(lines: Sequence[MarkupLine], *, wrapped: bool = False) -> list[Inline]:
    inlines = list(lines[0].inlines)
    for line in lines[1:]:
        start, stop = inlines[-1].span.stop, line.start
        place = min(max(line.before, start), stop)
        if wrapped:
            last = inlines[-1]
            hyphen = isinstance(last, Run) and last.text[-2:-1].isalpha() and last.text.endswith("-") and line.text[:1].islower()
            inlines.append(Run("" if hyphen else " ", Span(start, stop), (), "unwrap"))
        else:
            if start < place:
                inlines.append(Run("", Span(start, place), (), "whitespace"))
            inlines.extend(Run("\n", Span(place, place), (), "br") for _ in range(line.blanks + 1))
            if place < stop:
                inlines.append(Run("", Span(place, stop), (), "whitespace"))
        inlines += line.inlines
    return inlines
