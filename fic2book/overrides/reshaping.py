"""Paragraphs split and joined as a sidecar says; every character keeps its place in the source."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from fic2book.errors import SidecarError
from fic2book.model import Block, Image, Inline, Manuscript, Run, Span
from fic2book.overrides.finding import Finder, finder_of
from fic2book.overrides.rulings import Quotation


def split(manuscript: Manuscript, quotation: Quotation, name: str) -> Manuscript:
    """`manuscript` with a new paragraph that begins at the quoted words. Raises SidecarError."""
    texts = [block.text for block in manuscript.blocks]
    # Offsets must count in the block's own text, so the source as written is not consulted here.
    index, _, offset = Finder([texts], name).place_of(quotation)
    block = manuscript.blocks[index]
    before, after = _cut(block.inlines, offset)
    if not before:
        raise SidecarError(f"{name}: the paragraph already begins with “{quotation.words}”. Remove this [[split]].")
    at = after[0].span.start
    halves = (
        replace(block, inlines=before, span=Span(block.span.start, at)),
        replace(block, inlines=after, span=Span(at, block.span.stop), blanks=0),
    )
    return _reindexed(manuscript, index, 1, halves)


def _cut(inlines: tuple[Inline, ...], offset: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    before: list[Inline] = []
    for position, inline in enumerate(inlines):
        length = 0 if isinstance(inline, Image) else len(inline.text)
        if offset <= 0:
            return tuple(before), inlines[position:]
        if offset < length and isinstance(inline, Run) and not inline.rule:
            middle = inline.span.start + offset
            head = inline._replace(text=inline.text[:offset], span=Span(inline.span.start, middle))
            tail = inline._replace(text=inline.text[offset:], span=Span(middle, inline.span.stop))
            return (*before, head), (tail, *inlines[position + 1 :])
        before.append(inline)
        offset -= length
    return tuple(before), ()


def join(manuscript: Manuscript, quotation: Quotation, name: str) -> Manuscript:
    """`manuscript` with the quoted paragraphs, or the quoted one and the next, made one. Raises SidecarError."""
    finder = finder_of(manuscript, name)
    first, last = finder.blocks_of(quotation)
    last = max(last, first + 1)
    if last >= len(manuscript.blocks):
        raise SidecarError(f"{name}: nothing follows the paragraph “{quotation.words}” that it could be joined to.")
    blocks = manuscript.blocks[first : last + 1]
    inlines: list[Inline] = list(blocks[0].inlines)
    for left, right in pairwise(blocks):
        inlines.append(Run(" ", Span(left.span.stop, right.span.start), rule="join"))
        inlines.extend(right.inlines)
    joined = replace(blocks[0], inlines=tuple(inlines), span=Span(blocks[0].span.start, blocks[-1].span.stop))
    inside = range(blocks[0].span.start, blocks[-1].span.stop)
    removed = tuple(item for item in manuscript.removed if item.span.start not in inside)
    return _reindexed(replace(manuscript, removed=removed), first, last - first + 1, (joined,))


def _reindexed(manuscript: Manuscript, index: int, count: int, new: tuple[Block, ...]) -> Manuscript:
    shift = len(new) - count

    def moved(position: int, *, is_last: bool) -> int:
        if position < index:
            return position
        if position >= index + count:
            return position + shift
        return index + len(new) - 1 if is_last else index

    findings = tuple(
        replace(item, first=moved(item.first, is_last=False), last=moved(item.last, is_last=True))
        for item in manuscript.findings
    )
    blocks = manuscript.blocks[:index] + new + manuscript.blocks[index + count :]
    return replace(manuscript, blocks=blocks, findings=findings)
