"""Books made by hand for the tests of print: small, in many scripts, or as long as wanted; always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from fic2book.model import Block, Book, Break, Chapter, Field, Metadata, Note, Part, Run, Scene, Source, Span

SYLLABLES = "ba ke li mo nu ra se ti vo wa dre fla gri sto pel tha quin mer lis on ar el".split()
NOWHERE = Span(0, 0)


def paragraph(text: str, kind: str = "paragraph", **more: object) -> Block:
    """A block of one plain run."""
    return Block(kind, (Run(text, NOWHERE),), NOWHERE, **more)  # type: ignore[arg-type]


def sentences(chance: random.Random, words: int) -> str:
    """Invented prose of so many words, with commas, stops and quotation marks."""
    made: list[str] = []
    while len(made) < words:
        length = min(chance.randint(4, 16), words - len(made))
        sentence = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(length)]
        sentence[0] = sentence[0].capitalize()
        if length > 8:
            sentence[length // 2] += ","
        sentence[-1] += chance.choice((".", ".", ".", "!", "?"))
        if chance.random() < 0.15:
            sentence[0], sentence[-1] = "“" + sentence[0], sentence[-1] + "”"
        made += sentence
    return " ".join(made)


def paragraphs(chance: random.Random, words: int) -> tuple[Block, ...]:
    """Paragraphs of mixed length, some in dialogue's short lines, with emphasis here and there."""
    made: list[Block] = []
    left = words
    while left > 0:
        length = min(left, chance.choice((6, 14, 30, 60, 90, 120)))
        text = sentences(chance, length)
        left -= length
        first, _, rest = text.partition(" ")
        if chance.random() < 0.2 and rest:
            made.append(Block("paragraph", (Run(first + " ", NOWHERE), Run(rest, NOWHERE, ("em",))), NOWHERE))
        else:
            made.append(paragraph(text))
    return tuple(made)


def novel(words: int = 3000, chapters: int = 3, seed: int = 1, **metadata: object) -> Book:
    """One story with numbered, named chapters and scene breaks of both strengths."""
    return Book(*_only(story(words, chapters, seed, **metadata)))


def anthology(stories: int = 3, words: int = 1500, chapters: int = 1) -> Book:
    """Several stories under one title."""
    parts = tuple(
        story(words, chapters, seed, title=f"The {name} Tale", authors=(f"Author {name}",))
        for seed, name in enumerate(_names(stories), 1)
    )
    return Book(
        Metadata(title="Tales of Every Winter", editor="Mara Lindqvist", language="en"),
        parts,
        identifier="urn:uuid:anthology",
        modified="2024-01-01T00:00:00Z",
    )


def story(words: int, chapters: int, seed: int, **metadata: object) -> Part:
    """One part, with header fields and a note."""
    chance = random.Random(seed)
    known = {
        "title": "The Lighthouse at Sable Reach",
        "authors": ("Wren Halloway",),
        "language": "en",
        "date": "2009-03-14",
    } | metadata
    fields = (Field("fandom", "Sable Reach", NOWHERE, "Fandom"), Field("rating", "PG", NOWHERE, "Rating"))
    return Part(
        Metadata(fields=fields, **known),  # type: ignore[arg-type]
        tuple(chapter(chance, words // chapters, number if chapters > 1 else 0) for number in range(1, chapters + 1)),
        (Note("disclaimer", (paragraph("The sea belongs to nobody, and neither do these people."),), "front"),),
        Source(f"story-{seed}.txt", "text", ""),
    )


def chapter(chance: random.Random, words: int, number: int) -> Chapter:
    """Three scenes: a soft break, then a hard one."""
    heading = (
        (paragraph(f"Chapter {number}", "heading", level=1), paragraph(_title(chance), "heading", level=2))
        if number
        else ()
    )
    scenes = (
        Scene(paragraphs(chance, words // 3)),
        Scene(paragraphs(chance, words // 3), Break("soft", NOWHERE)),
        Scene(
            paragraphs(chance, words - 2 * (words // 3)),
            Break("hard", NOWHERE, "***"),
            (paragraph("Three weeks later"),),
        ),
    )
    return Chapter("chapter" if number else "", heading, scenes, ending=() if number else (paragraph("The End"),))


def simple(
    *blocks: Block | str, title: str = "A Test", language: str = "en", notes: Sequence[Note] = (), **metadata: object
) -> Book:
    """A story of one chapter without heading that holds `blocks`."""
    made = tuple(block if isinstance(block, Block) else paragraph(block) for block in blocks)
    known = Metadata(title=title, authors=("A. Tester",), language=language, **metadata)  # type: ignore[arg-type]
    return Book(
        *_only(Part(known, (Chapter("", (), (Scene(made),), tuple(notes)),), (), Source("a-test.txt", "text", "")))
    )


def _only(part: Part) -> tuple[Metadata, tuple[Part, ...], tuple[Block, ...], str, str]:
    return part.metadata, (part,), (), "urn:uuid:00000000-0000-4000-8000-000000000000", "2024-01-01T00:00:00Z"


def _title(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=2)).capitalize() for _ in range(3))


def _names(count: int) -> Iterator[str]:
    chance = random.Random(99)
    for _ in range(count):
        yield "".join(chance.choices(SYLLABLES, k=2)).capitalize()
