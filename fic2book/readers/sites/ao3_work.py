"""A work of Archive of Our Own as its pages spell it: tag list, byline, summary, notes. Downloads and saved pages share them.

Source: app/views/downloads and app/views/works of github.com/otwcode/otwarchive, for the names of classes and labels only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from fic2book.model import Block, Field, Finding, Metadata, Span
from fic2book.readers.sites.marks import Findings, Reading, language_code, links, place, tokens, words

SITE: Final = "Archive of Our Own"

NAMES: Final[dict[str, str]] = {
    "rating": "rating", "archive warning": "warnings", "warning": "warnings", "category": "category", "categorie": "category",
    "fandom": "fandom", "relationship": "relationship", "character": "characters", "additional tag": "keywords", "freeform": "keywords",
    "language": "language", "serie": "series", "collection": "collections", "published": "date", "updated": "updated",
    "completed": "updated", "word": "words", "chapter": "chapters",
}  # fmt: skip
"""Labels of the tag list, in the singular and small letters, to canonical field names."""

_LISTS: Final = {
    "fandom": "fandoms",
    "relationship": "relationships",
    "characters": "characters",
    "keywords": "tags",
    "warnings": "warnings",
}
_STAT: Final = re.compile(r"(Published|Updated|Completed|Words|Chapters):\s*([\d,./?-]+)")
_SERIES: Final = re.compile(r"Part\s+(\d+)\s+of\s+(?:the\s+)?(.+?)(?=,\s*Part\s+\d+\s+of\s|$)", re.DOTALL)
NOTES: Final = re.compile(r"(?:(?:chapter|work|story)\s+)?(?:end\s+|beginning\s+)?notes:?$", re.IGNORECASE)
SUMMARY: Final = re.compile(r"(chapter\s+)?summary:?$", re.IGNORECASE)
_RATINGS: Final = {
    "General Audiences": "General", "Teen And Up Audiences": "Teen", "Mature": "Mature", "Explicit": "Explicit", "Not Rated": "Not Rated",
}  # fmt: skip


class Work:
    """Walks the blocks once; each step looks at one block and says where to go on."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.blocks = findings.blocks
        self.metadata = Metadata(publisher=SITE)
        self.chapters_begun = False

    def read(self, step: Callable[[Work, int], int]) -> Reading:
        """What `step` makes of the page: it is given this work and the index of a block, and says where to go on."""
        index = 0
        while index < len(self.blocks):
            index = max(step(self, index), index + 1)
        found = sorted(self.findings.found, key=lambda finding: finding.first)
        return Reading(tuple(_without_overlap(found)), self.metadata)

    def keep(self, **values: str | tuple[str, ...]) -> None:
        """Note metadata where nothing is known yet."""
        new = {key: value for key, value in values.items() if value and not getattr(self.metadata, key)}
        if new:
            self.metadata = replace(self.metadata, **new)  # type: ignore[arg-type]

    # ------------------------------------------------------------ parts both kinds of page have

    def tag_pair(self, index: int) -> int:
        """A label and its values; returns the index after them."""
        label = words(self.blocks[index])
        end = index + 1
        while end < len(self.blocks) and definition(self.blocks[end]) == "dd" and end - index < 500:
            end += 1
        if end == index + 1:
            self.findings.add("chrome", index, index, "tag-list", SITE)
            return end
        values = self.blocks[index + 1 : end]
        plain = label.rstrip(":").lower().removesuffix("s")
        if plain == "stat":
            self._stats(index, end)
            return end
        name = NAMES.get(plain, "")
        if not name:
            self.findings.add("chrome", index, end - 1, "tag-list", SITE)
            return end
        written = [words(block) for block in values]
        self.findings.field(name, index, end - 1, ", ".join(written), label.rstrip(":"))
        self._note_tags(name, values, written)
        self._note_stat(plain, name, written[0])
        return end

    def _note_tags(self, name: str, values: Sequence[Block], written: Sequence[str]) -> None:
        exact = tuple(dict.fromkeys(text for block in values for text in (links(block) or _split(words(block)))))
        if name in _LISTS:
            self.keep(**{_LISTS[name]: exact})
        elif name == "rating":
            self.keep(rating=_RATINGS.get(exact[0] if exact else "", exact[0] if exact else ""))
        elif name == "language":
            self.keep(language=language_code(written[0]))
        elif name == "series":
            first = _SERIES.search(" ".join(written))
            if first:
                self.keep(series=first[2].strip(" ,"), series_index=first[1])

    def _note_stat(self, label: str, name: str, value: str) -> None:
        if name == "date":
            self.keep(date=_iso(value))
        elif name == "updated":
            self.keep(updated=_iso(value))
            if label == "completed":
                self.keep(status="complete")
        elif name == "chapters":
            done, _, planned = value.partition("/")
            self.keep(status="complete" if done == planned else "in progress")

    def _stats(self, first: int, end: int) -> None:
        """The line ``Published: … Words: … Chapters: …``."""
        fields: list[Field] = []
        for block in self.blocks[first + 1 : end]:
            for match in _STAT.finditer(block.text):
                plain = match[1].lower().removesuffix("s")
                value = match[2].rstrip(".,-")
                span = Span(place(block, match.start()), place(block, match.end()))
                fields.append(Field(NAMES[plain], value, span, match[1]))
                self._note_stat(plain, NAMES[plain], value)
        self.findings.add("chrome", first, first, "tag-list", SITE)
        self.findings.add("field", first + 1, end - 1, "stats", fields=fields)

    def title(self, index: int) -> None:
        """A heading that is the work's title, or repeats it."""
        text = words(self.blocks[index])
        if self.metadata.title:
            self.findings.add("counter", index, index, "repeated-title")
        else:
            self.findings.add("title", index, index, "title", text)
            self.keep(title=text)

    def byline(self, index: int) -> None:
        """The authors; a second byline is that of a chapter."""
        block = self.blocks[index]
        names = (
            links(block, "/users/") or links(block) or _split(re.sub(r"^by\s+", "", words(block), flags=re.IGNORECASE))
        )
        if self.metadata.authors:
            self.findings.add("note", index, index, "chapter-byline")
            return
        self.findings.add("author", index, index, "byline", ", ".join(names))
        self.keep(authors=tuple(dict.fromkeys(names)))

    def labelled(self, index: int) -> int:
        """A summary or notes with their label; returns the index after them."""
        label = words(self.blocks[index])
        end = index + 1
        while end < len(self.blocks) and self.blocks[end].kind != "heading" and self._belongs(index, end):
            end += 1
        summary = SUMMARY.match(label)
        if end == index + 1:
            self.findings.add("chrome", index, index, "label", SITE)
        elif summary and not summary[1] and not self.metadata.summary and not self.chapters_begun:
            text = "\n".join(block.text for block in self.blocks[index + 1 : end])
            self.findings.field("summary", index, end - 1, text, label.rstrip(":"))
            self.keep(summary=" ".join(text.split()))
        else:
            self.findings.add("note", index, end - 1, "chapter-summary" if summary else "notes", label.rstrip(":"))
        return end

    def _belongs(self, label: int, index: int) -> bool:
        """True for a block of the quotation that follows a label."""
        block = self.blocks[index]
        hints = tokens(block)
        if "userstuff" not in hints or "endnote-link" in hints or "jump" in hints:
            return False
        if "workskin" in hints:
            return _section(block) == _section(self.blocks[label])
        return block.kind == "quote" or ("meta" in hints and hints.index("userstuff") < hints.index("meta"))


def definition(block: Block) -> str:
    """The list element a block stands in: "dt", "dd" or none."""
    return next((token for token in tokens(block) if token in {"dt", "dd"}), "")


def _section(block: Block) -> str:
    """The part of a page that a block belongs to."""
    return next((token for token in tokens(block) if token in {"summary", "notes", "end", "chapters", "preface"}), "")


def _split(text: str) -> list[str]:
    return [piece.strip() for piece in text.split(",") if piece.strip()]


def _iso(value: str) -> str:
    match = re.match(r"\d{4}-\d\d-\d\d", value)
    return match[0] if match else ""


def _without_overlap(found: Sequence[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in found:
        if not kept or finding.first > kept[-1].last:
            kept.append(finding)
    return kept
