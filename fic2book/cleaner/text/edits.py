"""How the text of a block is changed without losing track of the source: edits go in, runs that name their rule come out.

Offsets of edits and ranges count characters of `Block.text`, the joined text of the block's runs. A stage finds everything it wants to
change in that one string and calls `apply_edits` once; what it leaves alone stays in verbatim runs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Final, NamedTuple

from fic2book.model import Block, Inline, Run, Span

_new: Final = tuple.__new__
"""Makes a named tuple in half the time that calling its class takes; typesetting makes tens of thousands of them."""


class Edit(NamedTuple):
    """Replace the characters ``start:stop`` of a block's text by `text`, in the name of `rule`. Never empty-handed: start < stop."""

    start: int
    stop: int
    text: str
    rule: str


class Range(NamedTuple):
    """Half-open range of a block's text that gets `value`: a mark, or a language."""

    start: int
    stop: int
    value: str


def compose(first: str, second: str) -> str:
    """The name of a run that two rules changed, one after the other: "mojibake+quotes". A rule is named once."""
    if not first:
        return second
    return first if second in first.split("+") else f"{first}+{second}"


def with_inlines(block: Block, inlines: list[Inline]) -> Block:
    """The block with other inlines; written out, since `dataclasses.replace` takes five times as long and every paragraph comes by."""
    return Block(
        block.kind,
        tuple(inlines),
        block.span,
        block.blanks,
        block.level,
        block.align,
        block.marker,
        block.hint,
        block.wrapped,
    )


def apply_edits(block: Block, edits: Sequence[Edit]) -> Block:
    """The block with the edits carried out, in text order and not overlapping.

    Verbatim runs are cut around each edit. A run that already has a rule cannot be cut (nobody knows which source character became
    which), so its text changes as a whole and both rules are named. An edit across runs puts its text into the first of them.
    """
    if not edits:
        return block
    inlines: list[Inline] = []
    pending = list(reversed(edits))
    position = 0
    for inline in block.inlines:
        if not isinstance(inline, Run) or not inline.text:
            inlines.append(inline)
            continue
        end = position + len(inline.text)
        if not pending or pending[-1].start >= end:
            inlines.append(inline)
        else:
            here = _take(pending, end)
            _edit_run(inline, position, here, inlines)
        position = end
    return with_inlines(block, inlines)


def _take(pending: list[Edit], end: int) -> list[Edit]:
    """The edits before `end`, removed from `pending`; the rest of one that reaches beyond goes back as a deletion."""
    here: list[Edit] = []
    while pending and pending[-1].start < end:
        edit = pending.pop()
        if edit.stop > end:
            pending.append(Edit(end, edit.stop, "", edit.rule))
            edit = edit._replace(stop=end)
        here.append(edit)
    return here


def _edit_run(run: Run, position: int, edits: list[Edit], inlines: list[Inline]) -> None:
    if run.rule:
        inlines.append(_edit_changed(run, position, edits))
        return
    text, (origin, _), marks, _, href, lang = run
    shift = origin - position
    done = position
    for start, stop, changed, rule in edits:
        if start > done:
            kept = text[done - position : start - position]
            inlines.append(_new(Run, (kept, _new(Span, (shift + done, shift + start)), marks, "", href, lang)))
        inlines.append(_new(Run, (changed, _new(Span, (shift + start, shift + stop)), marks, rule, href, lang)))
        done = stop
    if done < position + len(text):
        rest = text[done - position :]
        inlines.append(Run(rest, Span(shift + done, origin + len(text)), marks, "", href, lang))


def _edit_changed(run: Run, position: int, edits: list[Edit]) -> Run:
    pieces: list[str] = []
    rule = run.rule
    done = 0
    for edit in edits:
        pieces += run.text[done : edit.start - position], edit.text
        done = edit.stop - position
        rule = compose(rule, edit.rule)
    return run._replace(text="".join(pieces) + run.text[done:], rule=rule)


def source_span(block: Block, start: int, stop: int) -> Span:
    """Where in the source the characters ``start:stop`` of the block's text come from; whole runs where they were changed."""
    position = 0
    first, last = block.span
    for inline in block.inlines:
        if not isinstance(inline, Run):
            continue
        end = position + len(inline.text)
        if position <= start < end:
            first = inline.span.start + (0 if inline.rule else start - position)
        if position < stop <= end:
            last = inline.span.stop if inline.rule else inline.span.start + stop - position
        position = end
    return Span(first, max(first, last))


def add_marks(block: Block, ranges: Sequence[Range]) -> Block:
    """The block with each range's mark added to the runs it covers."""

    def mark(run: Run, value: str) -> Run:
        text, span, marks, rule, href, lang = run
        return run if value in marks else Run(text, span, tuple(sorted((*marks, value))), rule, href, lang)

    return _change_ranges(block, ranges, mark)


def add_languages(block: Block, ranges: Sequence[Range]) -> Block:
    """The block with each range's language set on the runs it covers; a language that is already set stays."""
    return _change_ranges(block, ranges, lambda run, value: run if run.lang else run._replace(lang=value))


def _change_ranges(block: Block, ranges: Sequence[Range], change: Callable[[Run, str], Run]) -> Block:
    if not ranges:
        return block
    waiting = sorted(ranges, reverse=True)
    cuts = sorted({offset for item in ranges for offset in (item.start, item.stop)})
    open_now: list[Range] = []
    inlines: list[Inline] = []
    position = 0
    for inline in block.inlines:
        if not isinstance(inline, Run):
            inlines.append(inline)
            continue
        for piece in _cut(inline, position, cuts):
            while waiting and waiting[-1].start <= position:
                open_now.append(waiting.pop())
            open_now = [item for item in open_now if item.stop > position]
            inlines.append(reduce(change, [item.value for item in open_now], piece))
            position += len(piece.text)
    return with_inlines(block, inlines)


def _cut(run: Run, position: int, cuts: list[int]) -> list[Run]:
    """The run, whose text begins at `position`, in pieces; a changed run stays whole."""
    end = position + len(run.text)
    inner = [cut - position for cut in cuts[bisect_right(cuts, position) : bisect_left(cuts, end)]]
    if run.rule or not inner:
        return [run]
    text, (origin, _), marks, _, href, lang = run
    return [
        Run(text[start:stop], Span(origin + start, origin + stop), marks, "", href, lang)
        for start, stop in zip([0, *inner], [*inner, len(text)], strict=True)
    ]
