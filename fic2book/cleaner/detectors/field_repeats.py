"""Headers printed again within a text: parts that were pasted one below the other, each with the header of the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fic2book.cleaner.detectors.title_lines import letters, read_title
from fic2book.cleaner.document import Document, because
from fic2book.model import Field, Finding

FURTHER_DOWN = 50
"""Words between a header and its repetition; what stands nearer is the same header."""


def repeated(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """The findings whose every field stands further up as well, made surer: nobody tells a story's rating within it."""
    first: dict[tuple[str, str], int] = {}
    for index in sorted(found):
        keys = [field_key(field) for field in found[index].fields]
        if keys and all(key in first for key in keys):
            at = max(first[key] for key in keys)
            if document.words_between(at + 1, index) >= FURTHER_DOWN:
                finding = found[index]
                yield replace(
                    finding, evidence=(*finding.evidence, because("field.repeats", document.blocks[index].span))
                )
                continue
        for key in keys:
            first.setdefault(key, index)


def field_key(field: Field) -> tuple[str, str]:
    """What two fields share that say the same: name and value, a title without its part."""
    value = read_title(field.value).title if field.name == "title" else field.value
    return field.name, letters(value)
