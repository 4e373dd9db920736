"""How a text marks its paragraphs, found by measuring it; and its lines joined into paragraphs accordingly.

The one question that settles most of it: *would the next word have fitted on this line?* A text that was wrapped by a program breaks
where it would not, and nowhere else; a text whose lines end where the author ended them breaks anywhere. Each pair of lines is asked,
and a column that answers for most pairs is the column of the wrap. Dividers, headers, lists, verse, letters and chat inside a wrapped
text keep their lines because their next word would have fitted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from fic2book.readers.lines import Line
from fic2book.readers.shapes import (
    BULLET,
    CHAT,
    LABEL,
    NUMBERED,
    SIGNATURE,
    ends_sentence,
    has_words,
    is_list,
    is_verse,
    opens_low,
    opens_speech,
)

COLUMNS: Final = range(36, 134)
"""Columns at which programs wrap: 40 on old pagers, 132 on terminals; below, it is verse."""
REGION: Final = 240  # lines that share one measurement, so that parts wrapped by different programs are each measured
SHARE: Final = 0.4
"""Pairs the best column must answer for. Lines that end anywhere reach 0.12 by chance (the mean word is five letters in sixty columns);
wrapped prose without blank lines between its paragraphs reaches 0.6, with them 0.95."""


class Paragraph(NamedTuple):
    """Lines `first`..`last` (inclusive) that make one block; `marker` characters at the start of the first are its list marker."""

    kind: str
    first: int
    last: int
    blanks: int = 0
    level: int = 0
    marker: int = 0


class Arrangement(NamedTuple):
    """The layout's name, as in `Manuscript.layout`, and the paragraphs, which tile the lines."""

    layout: str
    paragraphs: list[Paragraph]


class Wrap(NamedTuple):
    """The column a region of lines is wrapped at (0: it is not), and how many columns short of it a wrapped line may end."""

    column: int = 0
    slack: int = 0


def arrange(lines: Sequence[Line]) -> Arrangement:
    """Decide which lines belong together. Linear in the number of lines."""
    gap = _spread(lines)
    paragraphs: list[Paragraph] = []
    wraps: list[Wrap] = []
    whole = measure(lines, gap) if len(lines) > REGION else None
    marked = _marks_paragraphs(lines, gap)
    body = dominant_indent(lines)
    for first, last, wrap in _measured(lines, gap):
        if not wrap.column and whole is not None and last - first < REGION // 2:
            wrap = whole
        wraps += [wrap] * (last - first)
    groups = _Groups(lines, wraps, gap, body, marked=marked)
    for start, stop in _groups(lines, gap):
        if stop - start == 1:
            paragraphs.append(_single(lines, start, gap))
        else:
            paragraphs += groups.paragraphs(start, stop)
    return Arrangement(_name(lines, sum(1 for wrap in wraps if wrap.column), gap), paragraphs)


def _measured(lines: Sequence[Line], gap: int) -> Iterator[tuple[int, int, Wrap]]:
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


# ---------------------------------------------------------------- measuring


def measure(lines: Sequence[Line], gap: int = 0) -> Wrap:
    """The wrap of these lines: the column that explains most of their breaks, if it explains enough of them."""
    edges = [0] * (COLUMNS.stop + 2)
    pairs = low = 0
    length = 0
    for text, _start, _stop, indent, blanks, _depth, mark in lines:
        if blanks <= gap and length:
            pairs += 1
            if COLUMNS.start <= length < COLUMNS.stop:
                edges[length] += 1
                edges[min(length + 1 + _first_word(text), COLUMNS.stop)] -= 1
                low += text[0].islower() or opens_low(text)
        length = indent + mark + len(text)
    if pairs < 3:
        return Wrap()
    column, explained = _peak(edges)
    enough = explained >= pairs * (SHARE + 0.8 / pairs**0.5)
    if enough and low * 3 >= explained:
        return Wrap(column, 1 if explained >= 0.8 * pairs else 6)
    ragged = low >= pairs * 0.45 and pairs >= 6  # lines broken by a proportional font: no column, yet most break in mid-sentence
    return Wrap(max(column, COLUMNS.start), 14) if ragged else Wrap()


def _peak(edges: Sequence[int]) -> tuple[int, int]:
    best = column = height = 0
    for place, step in enumerate(edges):
        height += step
        if height > best:
            best, column = height, place
    return column, best


def _first_word(text: str) -> int:
    """Columns of the unit that moved to the next line: a word, or one character of a script that is written without spaces."""
    if "\N{CJK RADICAL REPEAT}" <= text[0] <= "\N{HALFWIDTH HANGUL LETTER I}":
        return 0
    place = text.find(" ")
    return len(text) if place < 0 else place


def _spread(lines: Sequence[Line]) -> int:
    """1 for a wrapped text whose every line end was doubled (a blank line after each line), else 0."""
    single = sum(1 for line in lines if line.blanks == 1)
    tight = sum(1 for line in lines[1:] if not line.blanks)
    if single < 12 or tight * 10 > single or single * 10 < len(lines) * 6:
        return 0
    low = sum(1 for line in lines if line.blanks == 1 and opens_low(line.text))
    return 1 if low * 5 >= single * 2 and measure(lines, 1).column else 0


def _marks_paragraphs(lines: Sequence[Line], gap: int) -> bool:
    """True where blank lines or indents tell paragraphs apart, so that a full line that ends a sentence need not end a paragraph."""
    blank = sum(1 for line in lines if line.blanks > gap)
    indented = sum(1 for line in lines if line.indent)
    return blank * 12 >= len(lines) or (indented * 12 >= len(lines) and indented * 10 <= len(lines) * 8)


def _name(lines: Sequence[Line], wrapped: int, gap: int) -> str:
    if wrapped * 2 > len(lines):
        return "hard-wrapped"
    blank = sum(1 for line in lines if line.blanks > gap)
    if blank * 2 >= len(lines) - 1:
        return "blank-lines"
    return "indented" if sum(1 for line in lines if line.indent) * 2 > len(lines) else "single-lines"


# ---------------------------------------------------------------- one group


class _Groups:
    """Arranges groups: lines without blank lines between them."""

    def __init__(self, lines: Sequence[Line], wraps: list[Wrap], gap: int, body: int, *, marked: bool) -> None:
        self.lines = lines
        self.wraps = wraps
        self.gap = gap
        self.marked = marked
        self.body = body

    def paragraphs(self, start: int, stop: int) -> Iterator[Paragraph]:
        if self._is_wrapped_alone(start, stop):
            self.wraps[start:stop] = [Wrap(max(self._length(at) for at in range(start, stop)), 0)] * (stop - start)
        column = self.wraps[start].column
        width = min(60, int(column * 0.85)) if column else 60
        texts = [line.text for line in self.lines[start : min(stop, start + 201)]]
        if is_verse(texts, width) and not self._joins_any(start, stop):
            yield Paragraph("verse", start, stop - 1, self._blanks(start), self.lines[start].depth)
            return
        base = min(line.indent for line in self.lines[start:stop])
        units = self._units(start, stop)
        index = 0
        while index < len(units):
            run = self._list_at(units, index)
            if run > index:
                yield from (self._item(first, last, base) for first, last in units[index:run])
                index = run
            else:
                first, last = units[index]
                depth = self.lines[first].depth
                yield Paragraph("quote" if depth else "paragraph", first, last, self._blanks(first), depth)
                index += 1

    def _blanks(self, index: int) -> int:
        return max(0, self.lines[index].blanks - self.gap)

    def _joins_any(self, start: int, stop: int) -> bool:
        return any(self.wraps[at].column and self._full(at) for at in range(start, stop - 1))

    def _length(self, index: int) -> int:
        line = self.lines[index]
        return line.indent + line.mark + len(line.text)

    def _is_wrapped_alone(self, start: int, stop: int) -> bool:
        """True for a few lines that its own longest line explains as wrapped, in a text too short or too mixed to be measured."""
        if not 3 <= stop - start <= 60 or (self.wraps[start].column and self.wraps[start].slack < 2 and self._full(start)):
            return False
        longest = max(self._length(at) for at in range(start, stop))
        if longest not in COLUMNS:
            return False
        if any(self._length(at) + 1 + _first_word(self.lines[at + 1].text) <= longest for at in range(start, stop - 1)):
            return False
        low = sum(1 for at in range(start + 1, stop) if opens_low(self.lines[at].text))
        paused = sum(1 for at in range(start, stop - 1) if self.lines[at].text[-1] in ",;")
        return low * 2 >= stop - start - 1 and paused * 2 < stop - start

    def _units(self, start: int, stop: int) -> list[tuple[int, int]]:
        """First and last line of each paragraph of the group."""
        units: list[tuple[int, int]] = []
        first = start
        for index in range(start + 1, stop):
            if not self.wraps[index - 1].column or not self._joins(first, index):
                units.append((first, index - 1))
                first = index
        units.append((first, stop - 1))
        return units

    def _full(self, index: int) -> bool:
        """Would the first word of the next line not have fitted on this one?"""
        column, slack = self.wraps[index]
        return self._length(index) + 1 + _first_word(self.lines[index + 1].text) > column - slack

    def _joins(self, first: int, index: int) -> bool:
        """True where line `index` goes on with the paragraph that began with line `first`."""
        before, line, opening = self.lines[index - 1], self.lines[index], self.lines[first]
        length = before.indent + before.mark + len(before.text)
        column = self.wraps[index - 1].column
        space = column - length
        if line.text[0].islower() and -8 <= space <= 0 and line.indent <= self.body and ":" not in line.text and before.text[-1].isalnum():
            return True  # nine lines in ten of a wrapped text; all that follows is for the tenth
        if not has_words(before.text) and len(before.text) > 1:
            return False
        if not has_words(line.text) and not self._full(index - 1):
            return False
        if SIGNATURE.match(line.text) or CHAT.match(line.text) or CHAT.match(opening.text):
            return False
        if (line.indent > before.indent or line.indent > self.body) and not self._hangs(opening, line, index - 1 == first):
            return False
        stopped = ends_sentence(before.text)
        low = opens_low(line.text)
        if length > column + 8:
            return low and not stopped
        if LABEL.match(line.text) and (stopped or LABEL.match(opening.text)):
            return False
        if self._begins_item(line.text, opening.text) and stopped:
            return False
        if self._full(index - 1):
            return low or not (stopped and opens_speech(line.text) and not self.marked)
        return low and not stopped and length * 2 >= column

    @staticmethod
    def _hangs(opening: Line, line: Line, second: bool) -> bool:
        """True for the deeper second line of a list item or a header field."""
        marked = BULLET.match(opening.text) or NUMBERED.match(opening.text) or LABEL.match(opening.text)
        return bool(marked) and second and line.indent - opening.indent >= 2

    @staticmethod
    def _begins_item(text: str, opening: str) -> bool:
        pattern = NUMBERED if NUMBERED.match(opening) else BULLET
        return pattern.match(opening) is not None and pattern.match(text) is not None

    def _list_at(self, units: Sequence[tuple[int, int]], index: int) -> int:
        """Index after the last unit of the list that begins at `index`, or `index` where none does."""
        text = self.lines[units[index][0]].text
        pattern = NUMBERED if NUMBERED.match(text) else BULLET
        end = index
        while end < len(units) and pattern.match(self.lines[units[end][0]].text):
            end += 1
        return end if end - index > 1 and is_list([self._unit_text(unit) for unit in units[index:end]]) else index

    def _unit_text(self, unit: tuple[int, int]) -> str:
        return " ".join(line.text for line in self.lines[unit[0] : unit[1] + 1])

    def _item(self, first: int, last: int, base: int) -> Paragraph:
        line = self.lines[first]
        match = NUMBERED.match(line.text) or BULLET.match(line.text)
        level = 2 if line.indent > base + 1 else 1
        return Paragraph("item", first, last, self._blanks(first), level, match.end() if match else 0)


def dominant_indent(lines: Sequence[Line]) -> int:
    """The indent most lines share."""
    return Counter(line.indent for line in lines).most_common(1)[0][0] if lines else 0
