"""Measures of a text's lines: at which column they were wrapped, whether blank lines or indents part paragraphs.

A text that was wrapped by a program breaks where the next word would not have fitted, and nowhere else. So each pair of lines names the
columns at which that program may have wrapped, and the column that most pairs name is the wrap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from fic2book.readers.lines import Line
from fic2book.readers.shapes import opens_low

COLUMNS: Final = range(36, 134)
"""Columns at which programs wrap: 40 on old pagers, 132 on terminals; below, it is verse."""
REGION: Final = 240  # lines that share one measurement, so that parts wrapped by different programs are each measured
SHARE: Final = 0.4
"""Pairs the best column must answer for. Lines that end anywhere reach 0.12 by chance (the mean word is five letters in sixty columns);
wrapped prose without blank lines between its paragraphs reaches 0.6, with them 0.95."""


class Wrap(NamedTuple):
    """The column a region of lines is wrapped at (0: it is not), and how many columns short of it a wrapped line may end."""

    column: int = 0
    slack: int = 0


def measured_regions(lines: Sequence[Line], gap: int) -> Iterator[tuple[int, int, Wrap]]:
    """Regions and their wraps; a region that one column does not explain well is measured again in small pieces."""
    for first, last in _regions(lines, 0, len(lines), gap, REGION):
        wrap = measure(lines[first:last], gap)
        if not wrap.column or wrap.slack < 2:
            yield first, last, wrap
            continue
        for start, stop in _regions(lines, first, last, gap, REGION // 8):
            piece = measure(lines[start:stop], gap)
            yield start, stop, piece if piece.column and piece.slack < 2 else wrap


def _regions(lines: Sequence[Line], first: int, end: int, gap: int, size: int) -> Iterator[tuple[int, int]]:
    """Stretches of at least `size` lines that end between groups where the text has groups."""
    while first < end:
        last = min(first + size, end)
        limit = min(last + size, end)
        while last < limit and lines[last].blanks <= gap:
            last += 1
        if end - last < size // 4:
            last = end
        yield first, last
        first = last


def measure(lines: Sequence[Line], gap: int = 0) -> Wrap:
    """The wrap of these lines: the column that explains most of their breaks, if it explains enough of them."""
    edges = [0] * (COLUMNS.stop + 2)
    pairs = low = 0
    length = 0
    margin = _margin(lines)
    for text, _start, _stop, indent, blanks, _depth, mark in lines:
        if (
            blanks <= gap and length and indent <= margin
        ):  # an indented line begins a paragraph, whatever would have fitted
            pairs += 1
            if COLUMNS.start <= length < COLUMNS.stop:
                edges[length] += 1
                edges[min(length + 1 + first_word(text), COLUMNS.stop)] -= 1
                first = text[0]
                low += first.islower() or (not first.isalpha() and opens_low(text))
        length = indent + mark + len(text)
    if pairs < 3:
        return Wrap()
    column, explained = _peak(edges)
    enough = explained >= pairs * (SHARE + 0.8 / pairs**0.5)
    if enough and low * 3 >= explained:
        return Wrap(column, 1 if explained >= 0.8 * pairs else 6)
    ragged = (
        low >= pairs * 0.45 and pairs >= 6
    )  # lines broken by a proportional font: no column, yet most break in mid-sentence
    return Wrap(max(column, COLUMNS.start), 14) if ragged else Wrap()


def _margin(lines: Sequence[Line]) -> int:
    """The smallest indent that a fair share of the lines has: where paragraphs go on, not where they begin."""
    counts = Counter([line.indent for line in lines])
    return next((indent for indent in sorted(counts) if counts[indent] * 7 >= len(lines)), 0)


def _peak(edges: Sequence[int]) -> tuple[int, int]:
    best = column = height = 0
    for place, step in enumerate(edges):
        height += step
        if height > best:
            best, column = height, place
    return column, best


def first_word(text: str) -> int:
    """Columns of the unit that moved to the next line: a word, or one character of a script that is written without spaces."""
    if "\N{CJK RADICAL REPEAT}" <= text[0] <= "\N{HALFWIDTH HANGUL LETTER I}":
        return 0
    place = text.find(" ")
    return len(text) if place < 0 else place


def line_spread(lines: Sequence[Line]) -> int:
    """1 for a wrapped text whose every line end was doubled (a blank line after each line), else 0."""
    single = sum(1 for line in lines if line.blanks == 1)
    tight = sum(1 for line in lines[1:] if not line.blanks)
    if single < 12 or tight * 10 > single or single * 10 < len(lines) * 6:
        return 0
    low = sum(1 for line in lines if line.blanks == 1 and opens_low(line.text))
    return 1 if low * 5 >= single * 2 and measure(lines, 1).column else 0


def marks_paragraphs(lines: Sequence[Line], gap: int) -> bool:
    """True where blank lines or indents tell paragraphs apart, so that a full line that ends a sentence need not end a paragraph."""
    blank = sum(1 for line in lines if line.blanks > gap)
    indented = sum(1 for line in lines if line.indent)
    return blank * 12 >= len(lines) or (indented * 12 >= len(lines) and indented * 10 <= len(lines) * 8)


def dominant_indent(lines: Sequence[Line]) -> int:
    """The indent most lines share."""
    return Counter([line.indent for line in lines]).most_common(1)[0][0] if lines else 0
