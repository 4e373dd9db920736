"""A table of contents in the text: chapter titles one after the other with no text between."""

from __future__ import annotations

from collections.abc import Iterable

from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import pattern
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


def find_contents(document: Document) -> Iterable[Finding]:
    """Findings of role "contents"."""
    heads = sorted(
        {item.first: item for item in document.claimed("heading", "part", "counter") if item.weight > -2.5}.items()
    )
    rows = [index for index, _ in heads]
    weights = {index: item.weight for index, item in heads}
    start = 0
    while start < len(rows):
        stop = start
        while stop + 1 < len(rows) and rows[stop + 1] - rows[stop] <= 1:
            stop += 1
        labelled = rows[start] > 0 and LABEL.expression.fullmatch(document.bare(rows[start] - 1)) is not None
        if stop - start + 1 >= FEWEST and (labelled or all(weights[row] > 0 for row in rows[start : stop + 1])):
            yield from _table(document, rows[start], rows[stop])
        start = stop + 1


def _table(document: Document, first: int, last: int) -> Iterable[Finding]:
    reasons = ["contents.lines", "contents.lines"]
    if first and LABEL.expression.fullmatch(document.bare(first - 1)):
        first, reasons = first - 1, [*reasons, "contents.label"]
    # The last row may be the first chapter's own heading, printed right below the table.
    texts = [document.bare(index).casefold() for index in range(first, last + 1)]
    if len(texts) > FEWEST and texts[-1] in texts[:-1]:
        last -= 1
    return [document.propose("contents", first, last, reasons)]
