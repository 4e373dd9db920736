"""How a text marks its paragraphs, found by measuring it; and its lines joined into paragraphs accordingly.

The one question that settles most of it: *would the next word have fitted on this line?* A text that was wrapped by a program breaks
where it would not, and nowhere else; a text whose lines end where the author ended them breaks anywhere. Each pair of lines is asked,
and a column that answers for most pairs is the column of the wrap. Dividers, headers, lists, verse, letters and chat inside a wrapped
text keep their lines because their next word would have fitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book.readers.groups import Groups, Paragraph
from fic2book.readers.lines import Line
from fic2book.readers.measuring import (
    REGION,
    Wrap,
    dominant_indent,
    line_spread,
    marks_paragraphs,
    measure,
    measured_regions,
)


class Arrangement(NamedTuple):
    """The layout's name, as in `Manuscript.layout`, and the paragraphs, which tile the lines."""

    layout: str
    paragraphs: list[Paragraph]


def arrange(lines: Sequence[Line]) -> Arrangement:
    """Decide which lines belong together. Linear in the number of lines."""
    gap = line_spread(lines)
    paragraphs: list[Paragraph] = []
    wraps: list[Wrap] = []
    whole: Wrap | None = None
    marked = marks_paragraphs(lines, gap)
    body = dominant_indent(lines)
    for first, last, wrap in measured_regions(lines, gap):
        if wrap.column or last - first >= REGION // 2 or len(lines) <= REGION:
            wraps += [wrap] * (last - first)
        else:
            whole = whole or measure(lines, gap)
            wraps += [whole] * (last - first)
    groups = Groups(lines, wraps, gap, body, marked=marked)
    for start, stop in _groups(lines, gap):
        if stop - start == 1:
            paragraphs.append(_single(lines, start, gap))
        else:
            paragraphs += groups.paragraphs(start, stop)
    return Arrangement(_name(lines, sum(1 for wrap in wraps if wrap.column), gap), paragraphs)


def _groups(lines: Sequence[Line], gap: int) -> Iterator[tuple[int, int]]:
    """Lines with no more than `gap` blank lines between them, and the same depth of quotation."""
    start = depth = 0
    for index, line in enumerate(lines):
        if (line.blanks > gap or line.depth != depth) and index:
            yield start, index
            start = index
        depth = line.depth
    if lines:
        yield start, len(lines)


def _single(lines: Sequence[Line], index: int, gap: int) -> Paragraph:
    line = lines[index]
    return Paragraph("quote" if line.depth else "paragraph", index, index, max(0, line.blanks - gap), line.depth)


def _name(lines: Sequence[Line], wrapped: int, gap: int) -> str:
    if wrapped * 2 > len(lines):
        return "hard-wrapped"
    blank = sum(1 for line in lines if line.blanks > gap)
    if blank * 2 >= len(lines) - 1:
        return "blank-lines"
    return "indented" if sum(1 for line in lines if line.indent) * 2 > len(lines) else "single-lines"
