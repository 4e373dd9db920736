"""Header and footer lines that came as one paragraph, taken apart: a title, its byline and its fields each get a decision of their own.

Readers keep such lines together (line breaks in a web page's paragraph, a stanza-like block in plain text), since they cannot know
what the lines say.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from fic2book.cleaner.detectors.bylines import read_byline
from fic2book.cleaner.detectors.chrome_lines import is_furniture
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.field_labels import read_labels
from fic2book.model import Block, Inline, Manuscript, Removed, Run, Span

REACH: Final = 14
"""Blocks from either end of the text in which such lines are taken apart; a chat or a poem further in keeps its lines together."""

LONGEST: Final = 4000
"""Characters of a block that is looked at."""


def unstack(manuscript: Manuscript) -> Manuscript:
    """The manuscript with stacked header lines as blocks of their own. Blocks and removals still tile the source."""
    count = len(manuscript.blocks)
    new: list[Block] = []
    removed: list[Removed] = list(manuscript.removed)
    first_of: list[int] = []
    for index, block in enumerate(manuscript.blocks):
        first_of.append(len(new))
        near = index < REACH or count - index <= REACH
        pieces = list(_pieces(block)) if near and is_stack(block) else []
        if len(pieces) < 2:
            new.append(block)
            continue
        new += pieces
        removed += [Removed(Span(a.span.stop, b.span.start), "separator") for a, b in itertools.pairwise(pieces)]
    if len(new) == count:
        return manuscript
    ends = [*first_of[1:], len(new)]
    findings = tuple(
        replace(item, first=first_of[item.first], last=ends[item.last] - 1) for item in manuscript.findings
    )
    kept = tuple(item for item in removed if item.span.start < item.span.stop)
    return replace(manuscript, blocks=tuple(new), removed=kept, findings=findings)


def is_stack(block: Block) -> bool:
    """Whether a block's lines are header or footer lines rather than a poem's or a letter's."""
    if block.kind not in ("paragraph", "verse", "quote"):
        return False
    text = block.text
    if "\n" not in text or len(text) > LONGEST:
        return False
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    telling = sum(_tells(line) for line in lines)
    return telling >= 2 or (telling == 1 and len(lines) <= 3)


def _tells(line: str) -> bool:
    if len(line) > 2000:
        return False
    return bool(next(read_labels(line), None)) or (
        len(line) <= 160 and (bool(read_byline(line)) or bool(iso_date(line)) or is_furniture(line))
    )


def _pieces(block: Block) -> Iterator[Block]:
    """One block a line; the line feeds between them fall out."""
    lines: list[list[Inline]] = [[]]
    for inline in block.inlines:
        if isinstance(inline, Run) and "\n" in inline.text:
            lines += _split(inline, lines[-1])
        else:
            lines[-1].append(inline)
    for number, line in enumerate(line for line in lines if _wordy(line)):
        span = Span(line[0].span.start, line[-1].span.stop)
        yield replace(
            block,
            kind="paragraph" if block.kind == "verse" else block.kind,
            inlines=tuple(line),
            span=span,
            blanks=0 if number else block.blanks,
        )


def _wordy(line: Sequence[Inline]) -> bool:
    return any(not isinstance(inline, Run) or inline.text.strip() for inline in line)


def _split(run: Run, line: list[Inline]) -> list[list[Inline]]:
    """The lines that begin within a run; its first piece goes to the open `line`."""
    if run.rule:
        return [[]]  # a break made by a rule stands for nothing but itself
    opened: list[list[Inline]] = []
    position = run.span.start
    target = line
    for number, piece in enumerate(run.text.split("\n")):
        if number:
            position += 1
            target = []
            opened.append(target)
        if piece:
            target.append(run._replace(text=piece, span=Span(position, position + len(piece))))
            position += len(piece)
    return opened
