"""The conservation proof: every character of a source is printed, or is accounted for with a reason.

`prove_book` checks the book against the sources, `prove_pages` the rendered pages against the book. Both run on every build; a failure
stops it before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from fic2book.errors import ProofError
from fic2book.model import Block, Book, Chapter, Note, Page, Part, Run, Span

REPAIRS = frozenset({"mojibake", "zalgo"})
"""Rules that mend letters. Every other rule may touch only spaces, punctuation and invisible characters."""

_LETTERS = re.compile(r"[^\W_]+")


def prove_book(book: Book) -> None:
    """Check that printed runs and removals tile each source, and that no rule changed a letter. Raises ProofError."""
    for part in book.parts:
        _prove_part(part)


def _prove_part(part: Part) -> None:
    text, name = part.source.text, part.source.name
    spans: list[Span] = [item.span for item in part.removed]
    for block in part_blocks(part):
        for inline in block.inlines:
            spans.append(inline.span)
            if isinstance(inline, Run):
                _prove_run(inline, text, name)
    spans.sort()
    position = 0
    for start, stop in spans:
        if start == stop:  # a place without text proves nothing
            continue
        if start != position:
            kind = "lost" if start > position else "printed twice"
            low, high = sorted((start, position))
            raise ProofError(_broken(f"{high - low} characters would be {kind}", name, text[low:high]))
        position = stop
    if position != len(text):
        raise ProofError(_broken(f"{len(text) - position} characters would be lost", name, text[position:]))


def _prove_run(run: Run, text: str, name: str) -> None:
    written = text[run.span.start : run.span.stop]
    if run.text == written:
        return
    if not run.rule:
        raise ProofError(_broken("a run differs from its source without a rule", name, written or run.text))
    if not REPAIRS.isdisjoint(run.rule.split("+")):
        return
    if "".join(_LETTERS.findall(written)) != "".join(_LETTERS.findall(run.text)):
        raise ProofError(_broken(f"the rule “{run.rule}” would change words into “{run.text}”", name, written))


def _broken(what: str, name: str, words: str) -> str:
    quoted = " ".join(words.split())[:80]
    return (
        f"{name}: {what}, near “{quoted}”. Nothing was written. This is a fault of fic2book, not of the story: "
        "please report it with these words."
    )


# ---------------------------------------------------------------- reading order


def part_blocks(part: Part) -> Iterator[Block]:
    """Every printed block of a story, in the order of the book's pages."""
    yield from _note_blocks(part.notes, "front")
    yield from _chapter_blocks(part.chapters)
    yield from _note_blocks(part.notes, "back")
    yield from _note_blocks(part.notes, "popup")
    yield from _note_blocks(part.notes, "appendix")


def _chapter_blocks(chapters: Sequence[Chapter]) -> Iterator[Block]:
    for chapter in chapters:
        yield from chapter.heading
        yield from _note_blocks(chapter.notes, "before")
        for scene in chapter.scenes:
            yield from scene.caption
            yield from scene.blocks
        yield from chapter.ending
        yield from _note_blocks(chapter.notes, "popup")
        yield from _note_blocks(chapter.notes, "after")
        yield from _chapter_blocks(chapter.chapters)


def _note_blocks(notes: Sequence[Note], place: str) -> Iterator[Block]:
    for note in notes:
        if note.place == place:
            yield from note.blocks


# ---------------------------------------------------------------- pages against book

_TAG = re.compile(r"<[^>]*>")


def prove_pages(book: Book, pages: Sequence[Page]) -> None:
    """Check that the pages print the book's words, all of them, in order, and no others. Raises ProofError."""
    from fic2book.render import story_words

    printed = "".join("".join(story_words(pages)).split())
    expected = "".join("".join(block.text.split()) for part in book.parts for block in part_blocks(part))
    expected = "".join("".join(block.text.split()) for block in book.foreword) + expected
    if printed == expected:
        return
    at = next(
        (i for i, (a, b) in enumerate(zip(printed, expected, strict=False)) if a != b), min(len(printed), len(expected))
    )
    raise ProofError(
        _broken("the pages differ from the book", book.metadata.title, expected[max(0, at - 20) : at + 60])
    )


def page_text(page: Page) -> str:
    """The text of a page without its markup."""
    return unescape(_TAG.sub("", page.body))
