"""Builders and case readers shared by the tests of text repair and typography."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from fic2book.model import Block, Run, Span

CASES = Path(__file__).parent.parent / "cases"
PARAGRAPHS = " ¶ "


class Case(NamedTuple):
    title: str
    language: str
    given: str
    expected: str

    @property
    def known(self) -> bool:
        return self.title.startswith("known:")


def paragraph(text: str, start: int = 0, kind: str = "paragraph", marks: tuple[str, ...] = ()) -> Block:
    span = Span(start, start + len(text))
    return Block(kind, (Run(text, span, marks),), span)


def paragraphs(text: str) -> tuple[Block, ...]:
    """One block for each paragraph of `text`, with spans as if a line feed stood between them."""
    blocks: list[Block] = []
    start = 0
    for line in text.split(PARAGRAPHS):
        blocks.append(paragraph(line, start))
        start += len(line) + 1
    return tuple(blocks)


def joined(blocks: tuple[Block, ...]) -> str:
    return PARAGRAPHS.join(block.text for block in blocks)


def read_cases(name: str) -> list[Case]:
    """The cases of one file: title, language, input and expected text, a line each; records are parted by empty lines."""
    lines = [line for line in (CASES / name).read_text("utf-8").splitlines() if not line.startswith("# ")]
    cases: list[Case] = []
    index = 0
    while index < len(lines):
        if not lines[index]:
            index += 1
            continue
        title, language, given, expected = lines[index : index + 4]
        given, expected = unescape(given), unescape(expected)
        cases.append(Case(title, language, given, given if expected == "=" else expected))
        index += 4
    return cases


def unescape(text: str) -> str:
    """Invisible characters are written as \\uXXXX in case files, for a reader's sake."""
    if "\\u" not in text:
        return text
    head, *tail = text.split("\\u")
    return head + "".join(chr(int(piece[:4], 16)) + piece[4:] for piece in tail)


def assert_tiled(before: Block, after: Block) -> None:
    """The runs of a changed block tile the span of the block it was, and verbatim runs are slices of its source."""
    source = before.text
    origin = before.span.start
    at = origin
    for run in after.inlines:
        assert isinstance(run, Run)
        assert run.span.start == at
        at = run.span.stop
        if not run.rule:
            assert run.text == source[run.span.start - origin : run.span.stop - origin]
    assert at == before.span.stop
