"""Reads tests/cases/wild-*.txt and measures the cleaner on them: forms as they occur, written before anything was tuned to them.

    python -m tests.cleaner.wild [--list] [--half tuned|withheld] [titles chrome …]

A case's half depends on its name alone. Detectors are tuned on one half; the other says how they do on forms that nobody looked at.
`--list` shows what went wrong, for the tuned half only.
"""

from __future__ import annotations

import argparse
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from fic2book.cleaner import clean
from fic2book.readers import read
from tests.cleaner.cases import CASES, FILLER

FILES = ("titles", "heads", "chrome", "notes", "edges", "margins", "headings", "breaks")

ALIASES = {
    "top": "title author field date counter dedication",
    "site": "chrome field date counter title author contents",
    "said": "note disclaimer field dedication",
}
"""Roles that do alike for a line: the header, the furniture of a site, what is said about the story."""

_ROW = re.compile(r"(?P<roles>[\w/]+)(?P<glued>\s\+)?\s*\|\s(?P<inside>\+\s(?=\S))?(?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a case: its text, the roles that will do, and what parts it from the line before."""

    text: str
    roles: frozenset[str] = frozenset({"story"})
    before: str = "\n\n"


@dataclass(frozen=True, slots=True)
class Wild:
    """One case. `book` holds what the metadata must say."""

    name: str
    rows: tuple[Row, ...]
    book: tuple[tuple[str, str], ...]

    @property
    def half(self) -> str:
        """ "tuned" or "withheld", by the name alone."""
        return "withheld" if zlib.crc32(self.name.encode()) % 2 else "tuned"


@dataclass(slots=True)
class Tally:
    """Lines and metadata that came out right, and story lines that did not stay story."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def load(name: str) -> list[Wild]:
    """The cases of one file, in order."""
    text = (CASES / f"wild-{name}.txt").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return [_case(title.strip(), body) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def _case(name: str, body: str) -> Wild:
    filler = cycle(FILLER)
    rows: list[Row] = []
    book: list[tuple[str, str]] = []
    for line in filter(None, map(str.rstrip, body.splitlines())):
        if line == "…":
            rows += [Row(next(filler)) for _ in range(3)]
        elif line.startswith("book "):
            pairs = (pair.partition("=") for pair in line[5:].split(";"))
            book += [(key.strip(), value.strip()) for key, _, value in pairs]
        else:
            rows.append(_row(line))
    return Wild(name, tuple(rows), tuple(book))


def _row(line: str) -> Row:
    match = _ROW.fullmatch(line)
    if match is None:
        raise ValueError(f"not a row of a case: {line!r}")
    roles = frozenset(role for written in match["roles"].split("/") for role in ALIASES.get(written, written).split())
    return Row(match["text"], roles, "\n" if match["glued"] or match["inside"] else "\n\n")


def judge(case: Wild) -> Iterator[tuple[str, bool, str]]:
    """For each line and each claim of the book: what kind of question it is, whether it came out right, and what was found."""
    text = "".join(row.before + row.text for row in case.rows).lstrip("\n")
    story = clean(read("story1.txt", text.encode()))
    position = 0
    for row in case.rows:
        position = text.index(row.text, position)
        middle = position + (len(row.text) - len(row.text.lstrip()))
        position += len(row.text)
        index = next(i for i, block in enumerate(story.manuscript.blocks) if middle < block.span.stop)
        role = next(item.role for item in story.decisions if item.first <= index <= item.last)
        yield (
            ("story" if row.roles == {"story"} else "line"),
            role in row.roles,
            f"{row.text[:70]!r} is {role}, not {'/'.join(sorted(row.roles))}",
        )
    for name, value in case.book:
        known = getattr(story.metadata, "authors" if name == "author" else name)
        found = known if isinstance(known, str) else ", ".join(known)
        yield name, found == value, f"{name} is {found!r}, not {value!r}"


def measure(name: str, half: str) -> Tally:
    """What came out right of one file's cases of one half."""
    tally = Tally()
    for case in load(name):
        if case.half != half:
            continue
        for kind, right, shown in judge(case):
            tally.asked[kind] += 1
            tally.right[kind] += right
            if not right:
                tally.errors.append(f"{case.name}: {shown}")
    return tally


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=FILES)
    parser.add_argument("--half", choices=["tuned", "withheld"], default="")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    for name in options.files or FILES:
        for half in (options.half,) if options.half else ("tuned", "withheld"):
            tally = measure(name, half)
            shares = "  ".join(
                f"{kind} {tally.right[kind]}/{tally.asked[kind]} {tally.right[kind] / tally.asked[kind]:.3f}"
                for kind in sorted(tally.asked)
            )
            sys.stdout.write(f"{name:9} {half:9} {shares}\n")
            if options.list and half == "tuned":
                sys.stdout.writelines(f"    {error}\n" for error in tally.errors)


if __name__ == "__main__":
    main()
