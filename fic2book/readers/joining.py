"""Several manuscripts become one, in the order given: chapters that were handed in as files of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fic2book.model import Block, Evidence, Field, Finding, Manuscript, Notice, Removed, Source, Span

WEIGHT = 4.0
"""Log-odds that the start of a file is the start of a scene at least."""


def join_manuscripts(name: str, media: str, digest: str, parts: Sequence[Manuscript]) -> Manuscript:
    """One manuscript whose text is the texts of `parts` one after the other. A file that begins without a heading begins a new scene."""
    blocks: list[Block] = []
    removed: list[Removed] = []
    findings: list[Finding] = []
    notices: list[Notice] = []
    offset = 0
    for part in parts:
        first = len(blocks)
        blocks += [_moved_block(block, offset) for block in part.blocks]
        removed += [Removed(_moved(item.span, offset), item.why) for item in part.removed]
        findings += [_moved_finding(finding, offset, first) for finding in part.findings]
        notices += [replace(notice, span=_moved(notice.span, offset)) for notice in part.notices]
        if first and len(blocks) > first and blocks[first].kind != "heading":
            evidence = Evidence(
                "markup:archive:file", blocks[first].span, WEIGHT, f"the file {part.source.name} begins here"
            )
            findings.append(Finding("pause", first, first, (evidence,), "hard", "reader"))
        offset += len(part.source.text)
    resources = {resource.name: resource for part in parts for resource in part.resources}
    encodings = list(dict.fromkeys(part.source.encoding for part in parts))
    layouts = list(dict.fromkeys(part.layout for part in parts))
    return Manuscript(
        Source(name, media, "".join(part.source.text for part in parts), "+".join(encodings), digest),
        tuple(blocks),
        tuple(removed),
        tuple(findings),
        tuple(resources.values()),
        tuple(notices),
        layouts[0] if len(layouts) == 1 else "markup",
        next((part.metadata for part in parts if part.metadata is not None), None),
    )


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.stop + offset)


def _moved_block(block: Block, offset: int) -> Block:
    inlines = tuple(inline._replace(span=_moved(inline.span, offset)) for inline in block.inlines)
    return replace(block, inlines=inlines, span=_moved(block.span, offset))


def _moved_finding(finding: Finding, offset: int, first: int) -> Finding:
    evidence = tuple(replace(item, span=_moved(item.span, offset)) for item in finding.evidence)
    fields = tuple(Field(item.name, item.value, _moved(item.span, offset), item.label) for item in finding.fields)
    return replace(finding, first=finding.first + first, last=finding.last + first, evidence=evidence, fields=fields)
