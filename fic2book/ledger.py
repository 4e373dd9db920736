"""The conservation proof: every character of a source is printed, or is accounted for with a reason.

`prove_book` checks the book against the sources, `prove_pages` the rendered pages against the book. Both run on every build; a failure
stops it before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from fic2book.errors import ProofError
from fic2book.model import Block, Book, Chapter, Manuscript, Note, Page, Part, Run, Span

REPAIRS = frozenset({"mojibake", "zalgo"})
"""Rules that mend letters. Every other rule may touch only spaces, punctuation and invisible characters."""

LEFT_OUT = "control"
"""The rule that leaves out the words of a button or a list of choices within a paragraph; the reader tells which."""

_LETTERS = re.compile(r"[^\W_]+")


def prove_book(book: Book) -> None:
    """Check that printed runs and removals tile each source, and that no rule changed a letter. Raises ProofError."""
    for part in book.parts:
        _prove_part(part)


def prove_foreword(manuscript: Manuscript, blocks: Sequence[Block]) -> None:
    """Check that `blocks` hold every word of a foreword's file. Raises ProofError."""
    written = "".join(_LETTERS.findall(manuscript.source.text))
    printed = "".join("".join(_LETTERS.findall(block.text)) for block in blocks)
    if written != printed:
        raise ProofError(_broken("words of the foreword would be lost", manuscript.source.name, manuscript.source.text))


def _prove_part(part: Part) -> None:
    text, name = part.source.text, part.source.name
    spans: list[Span] = [item.span for item in part.removed]
    proven: set[tuple[str, str, str]] = (
        set()
    )  # most changes are the same few: a quotation mark, an apostrophe, a line's end
    for block in part_blocks(part):
        for inline in block.inlines:
            spans.append(inline.span)
            if isinstance(inline, Run):
                written = text[inline.span.start : inline.span.stop]
                change = (written, inline.text, inline.rule)
                if inline.text != written and change not in proven:
                    _prove_change(*change, name)
                    proven.add(change)
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


def _prove_change(written: str, printed: str, rule: str, name: str) -> None:
    if not rule:
        raise ProofError(_broken("a run differs from its source without a rule", name, written or printed))
    if not REPAIRS.isdisjoint(rule.split("+")) or (rule == LEFT_OUT and not printed):
        return
    if "".join(_LETTERS.findall(written)) != "".join(_LETTERS.findall(printed)):
        raise ProofError(_broken(f"the rule “{rule}” would change words into “{printed}”", name, written))


def _broken(what: str, name: str, words: str, length: int = 80) -> str:
    quoted = " ".join(words.split())[:length]
    return (
        f"{name}: {what}, near “{quoted}”. Nothing was written. This is a fault of fic2book, not of the story: "
        "please report it with these words."
    )


# ---------------------------------------------------------------- reading order


def part_blocks(part: Part) -> Iterator[Block]:
    """Every printed block of a story, in the order of the book's pages."""
    yield from _note_blocks(part.notes, "front")
    yield from _chapter_blocks(part.chapters)
    for place in ("back", "popup", "appendix"):
        if place != "popup":  # a chapter prints its own
            yield from _late_blocks(part.chapters, place)
        yield from _note_blocks(part.notes, place)


def _chapter_blocks(chapters: Sequence[Chapter]) -> Iterator[Block]:
    for chapter in chapters:
        yield from chapter.heading
        yield from _note_blocks(chapter.notes, "before", "front")
        for scene in chapter.scenes:
            yield from scene.caption
            yield from scene.blocks
        yield from chapter.ending
        yield from _note_blocks(chapter.notes, "popup")
        yield from _note_blocks(chapter.notes, "after")
        yield from _chapter_blocks(chapter.chapters)


def _late_blocks(chapters: Sequence[Chapter], place: str) -> Iterator[Block]:
    for chapter in chapters:
        yield from _note_blocks(chapter.notes, place)
        yield from _late_blocks(chapter.chapters, place)


def _note_blocks(notes: Sequence[Note], *places: str) -> Iterator[Block]:
    for note in notes:
        if note.place in places:
            yield from note.blocks


# ---------------------------------------------------------------- pages against book


def prove_pages(book: Book, pages: Sequence[Page]) -> None:
    """Check that the pages print the book's words, all of them, in order, and no others. Raises ProofError."""
    from fic2book.render import field_words, story_words

    _prove_same(field_words(pages), _field_texts(book), book)
    _prove_same(story_words(pages), _block_texts(book), book)


def _prove_same(printed_texts: Iterable[str], expected_texts: Iterable[str], book: Book) -> None:
    texts = list(printed_texts), list(filter(str.strip, expected_texts))
    if texts[0] == texts[1]:
        return  # as nearly every book is; where paragraphs are cut or spaced in another way, the words decide
    printed, expected = ("".join("".join(text.split()) for text in side) for side in texts)
    if printed == expected:
        return
    pairs = enumerate(zip(printed, expected, strict=False))
    at = next((index for index, (one, other) in pairs if one != other), min(len(printed), len(expected)))
    words = f"{expected[max(0, at - 20) : at + 40]}” against “{printed[max(0, at - 20) : at + 40]}"
    raise ProofError(_broken("the pages differ from the book", book.metadata.title, words, 140))


def _field_texts(book: Book) -> Iterator[str]:
    for part in book.parts:
        for item in part.metadata.fields:
            yield item.label
            yield item.value


def _block_texts(book: Book) -> Iterator[str]:
    yield from (block.text for block in book.foreword)
    for part in book.parts:
        yield from (block.text for block in part_blocks(part))
