"""The check every reader must pass: blocks and removals tile the source, inlines tile their block, verbatim runs are slices."""

from __future__ import annotations

from fic2book.model import KINDS, MARKS, Image, Manuscript, Run

_FORBIDDEN = {code for code in range(32) if code != 10} | set(range(0x7F, 0xA0))


def assert_tiles(manuscript: Manuscript) -> None:
    text = manuscript.source.text
    spans = sorted([block.span for block in manuscript.blocks] + [item.span for item in manuscript.removed])
    position = 0
    for start, stop in spans:
        assert start in {position, stop}, (
            f"{start} follows {position}: {text[min(start, position) : max(start, position)]!r}"
        )
        position = max(stop, position)
    assert position == len(text), f"the end is lost: {text[position:]!r}"
    assert [block.span.start for block in manuscript.blocks] == sorted(block.span.start for block in manuscript.blocks)
    for block in manuscript.blocks:
        assert_block(manuscript, block)
    names = {resource.name for resource in manuscript.resources}
    for finding in manuscript.findings:
        assert 0 <= finding.first <= finding.last < len(manuscript.blocks)
        assert finding.evidence
    for block in manuscript.blocks:
        for inline in block.inlines:
            assert not isinstance(inline, Image) or not inline.resource or inline.resource in names


def assert_block(manuscript, block) -> None:
    text = manuscript.source.text
    assert block.kind in KINDS
    place = block.span.start
    for inline in block.inlines:
        assert inline.span.start == place, f"{inline} does not follow {place}"
        place = inline.span.stop
        if isinstance(inline, Run):
            assert inline.rule or inline.text == text[inline.span.start : inline.span.stop]
            assert inline.text or inline.rule
            assert tuple(sorted(inline.marks)) == inline.marks
            assert set(inline.marks) <= set(MARKS)
            allowed = {9} if block.kind in {"table", "preformatted"} else set()
            assert not (_FORBIDDEN - allowed) & set(map(ord, inline.text)), f"control code in {inline}"
    assert place == block.span.stop
