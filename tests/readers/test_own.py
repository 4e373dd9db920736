"""Our own EPUBs come back to the book they were made from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fic2book.assembler import assemble
from fic2book.build import build
from fic2book.cleaner import clean
from fic2book.model import Chapter, Job, Note, Run, Settings, SourceFile
from fic2book.readers import read
from tests.readers import ao3_samples
from tests.readers.tiling import assert_tiles

STORY = """\
Title: The Twelfth Boat
Author: Ada Q
Fandom: Tidewatch
Rating: PG-13
Disclaimer: I do not own the harbour, its boats or the people who count them.

Chapter 1

Mara counted the boats. There were eleven, which was right, and a twelfth, which was not. “Late,” she said, and _meant_ it.

“Early,” said the man in the stern.

* * *

The tide goes out, the tide comes in,
And what it takes it keeps,
And what it brings is cold and thin,
And nobody here sleeps

Chapter 2

Afterwards nobody could say who had lit the lamp; it burned through the night and through the whole of the day.

***

Nobody put it out.

The End

Author's Note: Thank you for reading this far, and please leave a review if you liked it.
"""


def outline(book):
    """Everything of a book that a reader of it can see, without places in the source."""
    lines = []
    for part in book.parts:
        known = replace(part.metadata, fields=(), source="", publisher="")
        lines.append(
            (known, [(field.name, field.value) for field in part.metadata.fields], [noted(note) for note in part.notes])
        )
        for chapter in part.chapters:
            lines.extend(outlined(chapter))
    return lines


def outlined(chapter: Chapter, depth: int = 0):
    yield (
        depth,
        chapter.kind,
        chapter.title,
        [noted(note) for note in chapter.notes],
        [block.text for block in chapter.ending],
    )
    for scene in chapter.scenes:
        opening = scene.opening and (scene.opening.strength, scene.opening.text)
        yield depth, opening, [block.text for block in scene.caption], [shape(block) for block in scene.blocks]
    for inner in chapter.chapters:
        yield from outlined(inner, depth + 1)


def noted(note: Note):
    return note.role, note.place, [block.text for block in note.blocks]


def shape(block):
    return (
        block.kind,
        block.text,
        [(run.text, run.marks) for run in block.inlines if isinstance(run, Run) and run.marks],
    )


@pytest.mark.parametrize(("name", "text"), [("boat.txt", STORY), ("work.html", ao3_samples.CHAPTERED)])
def test_reading_our_own_epub_gives_the_same_book(name, text):
    job = Job("x", (SourceFile(name, text.encode()),), Settings(formats=("epub",), cover="none"))
    outcome = build(job)
    assert outcome.error is None
    first = assemble((clean(read(name, text.encode()), settings=job.settings),), job)
    again = read("x.epub", outcome.files[0].data)
    assert_tiles(again)
    second = assemble((clean(again, settings=job.settings),), job)
    assert outline(second) == outline(first)
