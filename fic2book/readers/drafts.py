"""Lines of markup become blocks-to-be: the arrangement of plain text decides which lines belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fic2book.model import Inline, Run, Span
from fic2book.readers.flow import MarkupLine
from fic2book.readers.groups import Paragraph
from fic2book.readers.layout import arrange
from fic2book.readers.lines import Line
from fic2book.readers.shapes import CHAT, LABEL, has_words, opens_speech


class Drafted(NamedTuple):
    """A block's content before it has a kind of its own: "paragraph", "verse", "item", as the lines look."""

    kind: str
    inlines: list[Inline]
    blanks: int
    marker: str = ""
    marker_at: Span = Span(0, 0)
    wrapped: bool = False


def draft(lines: Sequence[MarkupLine], *, whole: bool, paragraph: bool) -> list[Drafted]:
    """Blocks-to-be from the lines of one element.

    `whole`: one block whatever its line breaks are (headings, cells). `paragraph`: the author marked paragraphs otherwise, so a few short
    lines without blank lines between them belong together (an address, a letter's close).
    """
    if len(lines) == 1 or whole:
        return [Drafted("paragraph", _join_lines(lines), lines[0].blanks)]
    measured = [
        Line(line.text, line.start, line.stop, line.indent, line.blanks if index else 0)
        for index, line in enumerate(lines)
    ]
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
            hyphen = (
                isinstance(last, Run)
                and last.text[-2:-1].isalpha()
                and last.text.endswith("-")
                and line.text[:1].islower()
            )
            inlines.append(Run("" if hyphen else " ", Span(start, stop), (), "unwrap"))
        else:
            if start < place:
                inlines.append(Run("", Span(start, place), (), "whitespace"))
            inlines.extend(Run("\n", Span(place, place), (), "br") for _ in range(line.blanks + 1))
            if place < stop:
                inlines.append(Run("", Span(place, stop), (), "whitespace"))
        inlines += line.inlines
    return inlines
