"""One group of lines, those without a blank line between them, made into paragraphs, items, verse and lines that stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from fic2book.readers.lines import Line
from fic2book.readers.measuring import (
    COLUMNS,
    Wrap,
    first_word,
)
from fic2book.readers.shapes import (
    BULLET,
    CHAT,
    DASHES,
    LABEL,
    NUMBERED,
    ORNAMENT,
    SIGNATURE,
    ends_sentence,
    has_words,
    is_verse,
    list_start,
    opens_low,
    opens_speech,
)

_MARKERS: Final = frozenset("(0123456789-*+•◦‣▪")  # what a list item may begin with


_SPOKEN: Final = frozenset("\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}")
_SHORT: Final = 45  # characters of the longest heading or divider that is told by its missing stop
_ENDINGS: Final = (
    '"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}.\N{HORIZONTAL ELLIPSIS}!?)\N{EM DASH}'
)
"""What may stand alone on the last line of a wrapped paragraph without being a divider."""


class Paragraph(NamedTuple):
    """Lines `first`..`last` (inclusive) that make one block; `marker` characters at the start of the first are its list marker."""

    kind: str
    first: int
    last: int
    blanks: int = 0
    level: int = 0
    marker: int = 0


def _flows(opening: Line, before: Line, line: Line) -> bool:
    """A cheap look: true where all three lines are plainly prose, be it speech, and no list, chat, label or divider."""
    text = line.text
    if len(text) <= _SHORT or not text[0].isalpha() or ":" in text:
        return False
    if opening.text[0].isalpha() and before.text[0].isalnum():
        return True
    return line.indent <= before.indent and _opens_prose(opening.text) and _opens_prose(before.text)


def _opens_prose(text: str) -> bool:
    return text[0].isalpha() or (text[0] in _SPOKEN and text[1:2].isalpha())


class Groups:
    """Arranges groups: lines without blank lines between them."""

    def __init__(self, lines: Sequence[Line], wraps: list[Wrap], gap: int, body: int, *, marked: bool) -> None:
        self.lines = lines
        self.wraps = wraps
        self.gap = gap
        self.marked = marked
        self.body = body

    def paragraphs(self, start: int, stop: int) -> Iterator[Paragraph]:
        """The paragraphs of the lines from `start` up to `stop`, in order; they tile them."""
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
        lists = self._lists(units)
        index = 0
        while index < len(units):
            run = lists.get(index, index)
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
        if not 3 <= stop - start <= 60 or (
            self.wraps[start].column and self.wraps[start].slack < 2 and self._full(start)
        ):
            return False
        longest = max(self._length(at) for at in range(start, stop))
        if longest not in COLUMNS:
            return False
        if any(self._length(at) + 1 + first_word(self.lines[at + 1].text) <= longest for at in range(start, stop - 1)):
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
        return self._length(index) + 1 + first_word(self.lines[index + 1].text) > column - slack

    def _joins(self, first: int, index: int) -> bool:
        """True where line `index` goes on with the paragraph that began with line `first`."""
        before, line, opening = self.lines[index - 1], self.lines[index], self.lines[first]
        text = line.text
        length = before.indent + before.mark + len(before.text)
        column, slack = self.wraps[index - 1]
        full = length + 1 + first_word(text) > column - slack
        if full and length <= column + 8 and line.indent <= self.body and _flows(opening, before, line):
            return True  # most lines of a wrapped text; all that follows is for the others
        if not has_words(before.text) and len(before.text) > 1:
            return False
        if not has_words(text) and not (full and len(text) < 4 and not text.strip(_ENDINGS)):
            return False  # a divider
        if SIGNATURE.match(line.text) or CHAT.match(line.text) or CHAT.match(opening.text):
            return False
        if (line.indent > before.indent or line.indent > self.body) and not self._hangs(
            opening, line, index - 1 == first
        ):
            return False
        stopped = ends_sentence(before.text)
        low = opens_low(text)
        if stopped and self._stands_alone(index):
            return False
        if length > column + 8:
            return low and not stopped
        if LABEL.match(line.text) and (stopped or LABEL.match(opening.text)):
            return False
        if self._begins_item(line.text, opening.text) and stopped:
            return False
        if full:
            return low or not (stopped and opens_speech(line.text) and not self.marked)
        return low and not stopped and length * 2 >= column

    def _stands_alone(self, index: int) -> bool:
        """True for a short line that ends no sentence and is not gone on with, as a heading, a sign or a divider; prose ends with a stop."""
        text = self.lines[index].text
        if len(text) > _SHORT:
            return False
        if ORNAMENT.match(text) or (text[0] in "[(" and text[-1] in "])"):
            return True
        if (
            ends_sentence(text)
            or text[-1] in DASHES
            or any(word[0].islower() for word in text.split() if len(word) > 3)
        ):
            return False  # the end of a paragraph; headings write their longer words with capitals
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        within = after is not None and after.blanks <= self.gap
        return not (
            after is not None
            and within
            and (self._full(index) or (after.indent <= self.body and opens_low(after.text)))
        )

    @staticmethod
    def _hangs(opening: Line, line: Line, second: bool) -> bool:
        """True for the deeper second line of a list item or a header field."""
        marked = BULLET.match(opening.text) or NUMBERED.match(opening.text) or LABEL.match(opening.text)
        return bool(marked) and second and line.indent - opening.indent >= 2

    @staticmethod
    def _begins_item(text: str, opening: str) -> bool:
        pattern = NUMBERED if NUMBERED.match(opening) else BULLET
        return pattern.match(opening) is not None and pattern.match(text) is not None

    def _lists(self, units: Sequence[tuple[int, int]]) -> dict[int, int]:
        """Where lists begin, and the index after the last unit of each."""
        lists: dict[int, int] = {}
        index = 0
        while index < len(units):
            end = self._marked_until(units, index)
            begin = list_start([self._unit_text(unit) for unit in units[index:end]]) if end - index > 1 else -1
            if begin >= 0:
                lists[index + begin] = end
            index = max(end, index + 1)
        return lists

    def _marked_until(self, units: Sequence[tuple[int, int]], index: int) -> int:
        """Index after the units from `index` on that have the same kind of marker, a number or a bullet."""
        text = self.lines[units[index][0]].text
        if text[0] not in _MARKERS:
            return index
        pattern = NUMBERED if NUMBERED.match(text) else BULLET
        while index < len(units) and pattern.match(self.lines[units[index][0]].text):
            index += 1
        return index

    def _unit_text(self, unit: tuple[int, int]) -> str:
        return " ".join(line.text for line in self.lines[unit[0] : unit[1] + 1])

    def _item(self, first: int, last: int, base: int) -> Paragraph:
        line = self.lines[first]
        match = NUMBERED.match(line.text) or BULLET.match(line.text)
        level = 2 if line.indent > base + 1 else 1
        return Paragraph("item", first, last, self._blanks(first), level, match.end() if match else 0)
