"""Books nobody would write: every kind of block, mark, note and nesting, drawn by lot and the same for the same seed."""

from __future__ import annotations

from random import Random
from typing import Any

from fic2book.model import (
    KINDS,
    MARKS,
    Block,
    Book,
    Break,
    Chapter,
    Image,
    Inline,
    Metadata,
    Note,
    Part,
    Run,
    Scene,
    Source,
    Span,
)

NOWHERE = Span(0, 0)
TEXTS = (
    "", " ", "word", "two words", "“Quoted.”", "\n", "a\tb", "a\nb", "&amp;", "]]>", "<!--", "-->", "<br/>", "</p>", '"', "'",
    '<p class="made">', "</dl>", '<dl class="fields">', "<section>", "\N{SYMBOL FOR NULL}page", "\N{NO-BREAK SPACE}",
    "e\N{COMBINING ACUTE ACCENT}", "\N{PILE OF POO}", "שלום", "\N{RIGHT-TO-LEFT OVERRIDE}x", "\N{ZERO WIDTH JOINER}", "\x85", "中文",
)  # fmt: skip
LINKS = ("", "", "https://a.example/?b=1&c", "javascript:x", "https://[", "mailto:a@b.c", '"><script>')
ROLES = ("note", "disclaimer", "dedication", "epigraph", "summary", "contents", "chrome", 'odd "role"')
KIND_VALUES = ("chapter", "part", "prologue", "day", "", 'x" y="')


class Author:
    """Writes a book by lot."""

    def __init__(self, seed: int) -> None:
        self.lot = Random(seed)

    def some(self, make: Any, most: int = 3) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.lot.randint(0, most)))

    def inline(self) -> Inline:
        if self.lot.random() < 0.1:
            return Image(NOWHERE, self.lot.choice(("", "gone")), self.lot.choice(TEXTS), self.lot.choice(TEXTS))
        text = self.lot.choice(TEXTS)
        marks = tuple(sorted(self.lot.sample(MARKS, self.lot.randint(0, 3))))
        language = self.lot.choice(("", "", "fr", "he", "no tag at all"))
        return Run(text, Span(0, len(text)), marks, "", self.lot.choice(LINKS), language)

    def block(self) -> Block:
        return Block(
            self.lot.choice(KINDS),
            self.some(self.inline, 4),
            NOWHERE,
            level=self.lot.randint(0, 9),
            align=self.lot.choice(("", "center", "right")),
            marker=self.lot.choice(("", "•", "1.", "b)", "✖", '"')),
        )

    def scene(self) -> Scene:
        opening = Break(self.lot.choice(("soft", "hard")), NOWHERE, self.lot.choice(TEXTS))
        return Scene(self.some(self.block), self.lot.choice((None, opening)), self.some(self.block, 1))

    def notes(self, *places: str) -> tuple[Note, ...]:
        return self.some(
            lambda: Note(self.lot.choice(ROLES), self.some(self.block), self.lot.choice(places), self.lot.choice(TEXTS))
        )

    def chapter(self, depth: int = 0) -> Chapter:
        inner = self.some(lambda: self.chapter(depth + 1), 2) if depth < 2 else ()
        kind, heading = self.lot.choice(KIND_VALUES), self.some(self.block, 2)
        notes = self.notes("before", "after", "popup")
        return Chapter(kind, heading, self.some(self.scene), notes, inner, self.some(self.block, 1))

    def metadata(self) -> Metadata:
        language = self.lot.choice(("", "en", "fr", "he", "pl", "no tag"))
        return Metadata(
            title=self.lot.choice(TEXTS), authors=self.some(lambda: self.lot.choice(TEXTS)), language=language
        )

    def part(self) -> Part:
        notes = self.notes("front", "back", "popup", "appendix")
        return Part(self.metadata(), self.some(self.chapter), notes, Source("a.txt", "text", ""))

    def book(self) -> Book:
        parts = (self.part(), *self.some(self.part, 1))
        return Book(
            self.metadata(),
            parts,
            self.some(self.block),
            "urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8",
            "2000-01-01T00:00:00Z",
        )
