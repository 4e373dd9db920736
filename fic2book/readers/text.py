"""Plain text becomes a manuscript: lines are measured, arranged into paragraphs and cut into runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from fic2book.lazy import lazy
from fic2book.model import Block, Inline, Manuscript, Notice, Removed, Run, Source, Span
from fic2book.readers.decode import decode
from fic2book.readers.groups import Paragraph
from fic2book.readers.layout import arrange
from fic2book.readers.lines import EDGES, Line, split_lines
from fic2book.readers.runs import plain_runs

_new: Final = tuple.__new__
"""Makes a named tuple in half the time that calling its class takes; a novel has a hundred thousand lines."""

_HYPHENS: Final = "-\N{EM DASH}"
_IDEOGRAPHS: Final = "\N{CJK RADICAL REPEAT}"  # the first of the characters that are written without spaces
_TIGHT_DASH: Final = lazy(r"--(?<=\w--)\w|\N{EM DASH}(?<=\w\N{EM DASH})\w")
"""The dash stands first and looks back over itself, which lets the engine skip to the next one."""
_OPEN_DASH: Final = lazy(r"(?:--|\N{EM DASH})\s")


def read_bytes(name: str, data: bytes, encoding: str, digest: str) -> Manuscript:
    """The reader of the table: decodes, then reads."""
    decoded = decode(data, name, encoding)
    return read_text(Source(name, "text", decoded.text, decoded.encoding, digest), decoded.notices)


def read_text(source: Source, notices: Sequence[Notice] = ()) -> Manuscript:
    """The manuscript of a decoded text; without blocks where it holds nothing but white space."""
    lines = split_lines(source.text)
    arrangement = arrange(lines)
    text = source.text
    tight = not _OPEN_DASH.search(text, 0, 20_000) and bool(_TIGHT_DASH.search(text, 0, 200_000))
    blocks: list[Block] = []
    removed: list[Removed] = []
    position = 0
    for paragraph in arrangement.paragraphs:
        block = build_block(text, lines[paragraph.first : paragraph.last + 1], paragraph, tight=tight)
        removed.extend(removals(text, position, block.span.start, len(block.marker)))
        blocks.append(block)
        position = block.span.stop
    removed.extend(removals(text, position, len(text), 0))
    manuscript = Manuscript(source, tuple(blocks), tuple(removed), notices=tuple(notices), layout=arrangement.layout)
    return _with_site(manuscript) if "\nPackaged:" in text[:20_000] else manuscript


def _with_site(manuscript: Manuscript) -> Manuscript:
    """FanFicFare writes texts too; its list of metadata begins them."""
    from fic2book.readers.sites.fanficfare import read_output

    reading = read_output(manuscript.blocks)
    if reading is None:
        return manuscript
    return replace(manuscript, findings=reading.findings, metadata=reading.metadata)


def removals(text: str, start: int, stop: int, marker: int) -> Iterator[Removed]:
    """What lies between two blocks: white space, quotation marks of mail, and a list item's marker right before its text."""
    if start == stop:
        return
    gap = text[start:stop]
    if marker:
        cut = start + len(gap.rstrip(EDGES)) - marker
        yield from removals(text, start, cut, 0)
        yield Removed(Span(cut, stop), "marker")
    else:
        blank = gap.isspace() or not gap.strip(EDGES)
        yield Removed(Span(start, stop), "separator" if blank else "marker")


def build_block(text: str, lines: Sequence[Line], paragraph: Paragraph, *, tight: bool = False) -> Block:
    """The block of some lines of `text`. Line ends within it become a space, or stay line breaks in verse."""
    first = lines[0]
    start = first.start
    marker = ""
    if paragraph.marker:
        marker = first.text[: paragraph.marker].rstrip()
        start += paragraph.marker
    inlines: list[Inline] = []
    _add_line(inlines, text, start, first.stop)
    before = first
    verse = paragraph.kind == "verse"
    for line in lines[1:]:
        if not verse and not line.mark and before.text[-1] not in _HYPHENS and line.text[0] < _IDEOGRAPHS:
            inlines.append(_new(Run, (" ", _new(Span, (before.stop, line.start)), (), "unwrap", "", "")))
        else:
            inlines += _joint(text, before, line, verse=verse, tight=tight)
        _add_line(inlines, text, line.start, line.stop)
        before = line
    span = Span(start, lines[-1].stop)
    wrapped = len(lines) > 1 and paragraph.kind != "verse"
    return Block(
        paragraph.kind, tuple(inlines), span, paragraph.blanks, paragraph.level, marker=marker, wrapped=wrapped
    )


def _add_line(inlines: list[Inline], text: str, start: int, stop: int) -> None:
    """The runs of a line, which nearly always is one run as it stands."""
    words = text[start:stop]
    if words.isprintable():
        inlines.append(_new(Run, (words, _new(Span, (start, stop)), (), "", "", "")))
    else:
        inlines += plain_runs(text, start, stop)


def _joint(text: str, before: Line, line: Line, *, verse: bool, tight: bool) -> Iterator[Run]:
    """Runs over what lies between two lines of one block."""
    start, stop = before.stop, line.start
    if verse:
        feed = text.find("\n", start, stop)
        if feed < 0:
            yield Run("\n", Span(start, stop), rule="line-end")
            return
        if start < feed:
            yield Run("", Span(start, feed), rule="whitespace")
        yield Run("\n", Span(feed, feed + 1))
        if feed + 1 < stop:
            yield Run("", Span(feed + 1, stop), rule="quote-mark" if line.mark else "indent")
        return
    joint = "" if _joins_tightly(before.text, line.text, tight=tight) else " "
    if line.mark:
        yield Run(joint, Span(start, stop - line.mark), rule="unwrap")
        yield Run("", Span(stop - line.mark, stop), rule="quote-mark")
    else:
        yield Run(joint, Span(start, stop), rule="unwrap")


def _joins_tightly(before: str, after: str, *, tight: bool) -> bool:
    """True where no space stood at the wrap: after the hyphen of a compound, and after a dash in texts that set dashes without spaces."""
    last = before[-1]
    if last == "-" and len(before) > 1:
        if before[-2] == "-":
            return tight and before[-3:-2].isalnum()
        return before[-2].isalpha() and after[0].islower()
    if last == "\N{EM DASH}":
        return tight and before[-2:-1].isalnum()
    return last >= _IDEOGRAPHS and after[0] >= _IDEOGRAPHS
