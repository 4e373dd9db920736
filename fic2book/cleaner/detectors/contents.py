"""A table of contents in the text: chapter titles one after the other with no text between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fic2book.cleaner.detectors.heading_patterns import NUMBERED_TITLE
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import pattern
from fic2book.lazy import lazy
from fic2book.model import Finding

LABEL = pattern(
    "contents.label",
    r"(?:table\sof\scontents?|contents|index|chapters|chapter\s(?:list|index)|inhaltsverzeichnis|table\sdes\smatières|sommaire|índice|contenido|оглавление|содержание)\s?:?",
    match="Table of Contents",
    miss="The contents of the box",
)

PATTERNS = (LABEL,)

FEWEST = 3
"""Titles in a row that make a table."""

REACH = 60
"""Blocks from the top within which a table of plain numbered lines stands; further down it is somebody's list."""


def find_contents(document: Document) -> Iterable[Finding]:
    """Findings of role "contents", and of role "heading" for the titles that a table of numbered lines names."""
    heads = sorted(
        {item.first: item for item in document.claimed("heading", "part", "counter") if item.weight > -2.5}.items()
    )
    rows = [index for index, _ in heads]
    found = dict(heads)
    for first, last in _runs(rows):
        titles = [found[row] for row in rows if first <= row <= last]
        if _labelled(document, first) or (all(item.weight > 0 for item in titles) and not _descends(titles)):
            yield from _table(document, first, last)
    yield from _numbered(document)


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of `FEWEST` or more neighbouring blocks."""
    start = 0
    while start < len(rows):
        stop = start
        while stop + 1 < len(rows) and rows[stop + 1] - rows[stop] <= 1:
            stop += 1
        if stop - start + 1 >= FEWEST:
            yield rows[start], rows[stop]
        start = stop + 1


def _descends(titles: list[Finding]) -> bool:
    """Book, part and chapter one below the other open a story; a table names two of a kind."""
    above = [item.value for item in titles[:-1]]
    return all(item.role == "part" for item in titles[:-1]) and len({*above, titles[-1].value}) == len(titles)


def _labelled(document: Document, first: int) -> bool:
    return first > 0 and LABEL.expression.fullmatch(document.bare(first - 1)) is not None


def _table(document: Document, first: int, last: int) -> Iterator[Finding]:
    """A finding for the table's rows, and one for its name above them."""
    reasons = ["contents.lines", "contents.lines"]
    if _labelled(document, first):
        reasons.append("contents.label")
        yield document.propose("contents", first - 1, first - 1, reasons)
    # The last row may be the first chapter's own heading, printed right below the table.
    texts = [document.bare(index).casefold() for index in range(first, last + 1)]
    if len(texts) > FEWEST and texts[-1] in texts[:-1]:
        last -= 1
    yield document.propose("contents", first, last, reasons)


# ---------------------------------------------------------------- numbered lines


def _numbered(document: Document) -> Iterator[Finding]:
    """A table of numbered titles near the top, when it is called so or its titles stand below again; and those titles."""
    titles = {index: row for index in document.short if index < REACH and (row := _row(document, index))}
    tables = [(first, last, [titles[at] for at in range(first, last + 1)]) for first, last in _runs(sorted(titles))]
    for first, last, rows in tables:
        plain = {_plain(row) for row in rows}
        below = [
            index
            for index in document.short
            if index > last and document.words[index] <= 14 and _plain(document.bare(index)) in plain
        ]
        if below or _labelled(document, first):
            yield from _table(document, first, last)
        for index in below:
            yield document.propose("heading", index, index, ["heading.looks", "heading.in-contents"], value="chapter")


def _row(document: Document, index: int) -> str:
    """The title in a line that may be a table's row: numbered, or an item of a list, whose number the reader took."""
    text = document.texts[index]
    if document.blocks[index].kind == "item":
        return text if text and text[-1] not in ".;,!" else ""
    match = NUMBERED_TITLE.expression.fullmatch(document.bare(index)) if text[:1].isdigit() else None
    return match["title"] if match else ""


_BEHIND = lazy(r"(?:\s+by\s+\S.*|[\s.]*\d*)$")


def _plain(title: str) -> str:
    """A row's title without number, author and page."""
    match = NUMBERED_TITLE.expression.fullmatch(title)
    plain = _BEHIND.sub("", match["title"] if match else title)
    return "".join(sign for sign in plain.casefold() if sign.isalnum()) or "-"
