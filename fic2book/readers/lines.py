"""A text as lines with their measures: what `layout` judges by. Offsets are characters of the whole text.

Blank lines are counted, not kept, so a million of them cost little. A line's edges are free of white space of every kind, because what
stands there is layout and never words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from fic2book.lazy import lazy

EDGES: Final = (
    " \t\n\r\v\f\N{NO-BREAK SPACE}\N{OGHAM SPACE MARK}\N{EN QUAD}\N{EM QUAD}\N{EN SPACE}\N{EM SPACE}\N{THREE-PER-EM SPACE}"
    "\N{FOUR-PER-EM SPACE}\N{SIX-PER-EM SPACE}\N{FIGURE SPACE}\N{PUNCTUATION SPACE}\N{THIN SPACE}\N{HAIR SPACE}"
    "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}\N{IDEOGRAPHIC SPACE}"
    "\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\x1a"
)
"""White space and invisible characters that carry nothing at the edge of a line; 0x1A ends old DOS files."""

_FALSE_BREAKS: Final = dict.fromkeys((28, 29, 30), " ") | {0x85: "x"}
"""Characters at which `str.splitlines` breaks and we do not: 0x85 is an ellipsis of Windows-1252 far more often than a line end."""

_QUOTE_MARK: Final = lazy(r"(?:>[ \t]?)+(?=[ \t]*(?:[^\W_]|[\"'“‘*_(\[<-])|$)")


class Line(NamedTuple):
    """One line with words on it. `text` is ``source[start:stop]``, without white space at its edges and without a quotation mark (``>``)."""

    text: str
    start: int
    stop: int
    indent: int = 0  # columns before the text, tabs to the next eighth
    blanks: int = 0  # blank lines before it
    depth: int = 0  # of quotation marks
    mark: int = 0  # characters of quotation mark before `start`


def split_lines(text: str, offset: int = 0) -> list[Line]:
    """The lines of `text` that hold anything, in order; `offset` is added to their places."""
    lines: list[Line] = []
    blanks = 0
    position = offset
    quoted = ">" in text
    for whole in _raw_lines(text):
        bare = whole.strip(EDGES)
        if not bare:
            blanks += 1
        else:
            indent = 0
            start = position
            if whole[0] in EDGES:
                lead = len(whole) - len(whole.lstrip(EDGES))
                indent = _columns(whole[:lead])
                start += lead
            line = Line(bare, start, start + len(bare), indent, blanks)
            blanks = 0
            if quoted and bare[0] == ">":
                line = _unquote(line, within=bool(lines and lines[-1].depth))
            if line.text:
                lines.append(line)
            else:
                blanks = line.blanks + 1  # a lone ">" is the blank line of a quotation
        position += len(whole)
    return _without_lone_quotations(lines, text, offset) if quoted else lines


def _without_lone_quotations(lines: list[Line], text: str, offset: int) -> list[Line]:
    """Lines as they were where a text has but one or two with an arrow, apart from each other: no mail, perhaps a game's prompt."""
    places = [index for index, line in enumerate(lines) if line.depth]
    if not 0 < len(places) < 3 or any(later == earlier + 1 for earlier, later in pairwise(places)):
        return lines
    for index in places:
        line = lines[index]
        if index and lines[index - 1].text.endswith(":"):
            continue
        start = line.start - line.mark
        lines[index] = Line(text[start - offset : line.stop - offset], start, line.stop, line.indent, line.blanks)
    return lines


def _raw_lines(text: str) -> Iterator[str]:
    if "\x85" in text or "\x1c" in text or "\x1d" in text or "\x1e" in text:
        probe = text.translate(_FALSE_BREAKS)
        position = 0
        for line in _split(probe):
            yield text[position : position + len(line)]
            position += len(line)
    else:
        yield from _split(text)


def _split(text: str) -> list[str]:
    """Lines with their ends. A file that was converted twice ends each line with two carriage returns: they are one end."""
    if text.count("\r\r\n") * 2 > text.count("\n"):
        text = text.replace("\r\r\n", " \r\n")
    return text.splitlines(keepends=True)


def _columns(lead: str) -> int:
    if "\t" in lead:
        lead = lead.expandtabs(8)
    return len(lead) + lead.count("\N{IDEOGRAPHIC SPACE}")


def _unquote(line: Line, *, within: bool) -> Line:
    match = _QUOTE_MARK.match(line.text)
    if match is None or (match.end() == len(line.text) and not within):
        return line  # ">>>" alone is a divider
    rest = line.text[match.end() :]
    bare = rest.lstrip(EDGES)
    mark = len(line.text) - len(bare)
    if bare.endswith("<") and not bare[:-1].strip("<> "):
        return line  # a divider such as "> > <", no quotation
    return line._replace(text=bare, start=line.start + mark, depth=match[0].count(">"), mark=mark)
