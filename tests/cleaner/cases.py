"""Reads the case files of tests/cases: small stories with the role expected of each line. headings.txt says how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Final

from fic2book.cleaner import clean
from fic2book.model import Story
from fic2book.readers import read

CASES: Final = Path(__file__).parent.parent / "cases"

FILLER: Final = (
    (
        "The keeper climbed down to the water with his lamp and counted the boats that had come home. Two were missing, as they were every "
        "autumn, and he wrote the number in the book without looking up."
    ),
    (
        "“You will be cold,” said the woman at the door, and held out a coat that had belonged to somebody taller. He took it, because "
        "there was nothing else to be done with kindness in that town."
    ),
    (
        "Beyond the wall the road went on between the fields, grey and wet, and a dog that nobody owned walked along it as if it had an "
        "appointment. Nobody called it back. The rain fell on all of them alike."
    ),
)
"""Paragraphs of story for the “…” of a case."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a case and what is expected of it."""

    text: str
    role: str = "story"
    value: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    boundary: str = ""
    before: str = "\n\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A small story. `known` marks a limit that is known: the case must fail."""

    title: str
    lines: tuple[Line, ...]
    known: bool

    @property
    def text(self) -> str:
        """The case as the file of a story."""
        return "".join(line.before + line.text for line in self.lines).lstrip("\n")


def load(name: str) -> list[Case]:
    """The cases of one file, in order."""
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return [_case(title, body) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def _case(title: str, body: str) -> Case:
    filler = cycle(FILLER)
    lines: list[Line] = []
    for row in filter(None, map(str.strip, body.splitlines())):
        lines += [Line(next(filler)) for _ in range(3)] if row == "…" else [_line(row)]
    return Case(title.removeprefix("known:").strip(), tuple(lines), title.startswith("known:"))


_ROW = re.compile(
    r"(?P<blank>~*)\s*(?:(?P<boundary>gap|pause)\s)?(?P<role>\w+)(?P<value>=[^|]*)?(?P<fields>\s[a-z]+=[^|]*)?(?P<glued>\s\+)?\s*\|\s(?P<inside>[+~]{0,3}\s)?(?P<text>.+)"
)


def _line(row: str) -> Line:
    match = _ROW.fullmatch(row)
    if match is None:
        raise ValueError(f"not a row of a case: {row!r}")
    inside = (match["inside"] or "").strip()
    blanks = match["blank"].count("~") + inside.count("~")
    before = "\n" if match["glued"] or "+" in inside else "\n\n" + "\n" * blanks
    pairs = [pair.partition("=") for pair in (match["fields"] or "").split(";") if pair.strip()]
    fields = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    value = (match["value"] or "").removeprefix("=").strip()
    return Line(match["text"], match["role"], value, fields, match["boundary"] or "", before)


def found(case: Case) -> list[Line]:
    """What the cleaner makes of the lines of a case: the same lines with the roles it found."""
    story = clean(read("story1.txt", case.text.encode()))
    results: list[Line] = []
    position = 0
    for line in case.lines:
        position = case.text.index(line.text, position)
        results.append(_result(story, line, position))
        position += len(line.text)
    return results


def _result(story: Story, line: Line, position: int) -> Line:
    index = next(i for i, block in enumerate(story.manuscript.blocks) if position < block.span.stop)
    decision = next(decision for decision in story.decisions if decision.first <= index <= decision.last)
    boundary = next((item.role for item in story.boundaries if item.first == index and item.role == line.boundary), "")
    inside = [field for field in decision.fields if position <= field.span.start < position + len(line.text)]
    fields = tuple((field.name, field.value) for field in inside) if line.fields else ()
    value = decision.value if line.value else ""
    return Line(line.text, decision.role, value, fields, boundary if line.boundary else "", line.before)
