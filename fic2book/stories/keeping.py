"""Chapters that vanished from a story's source are kept: its author may have taken them down, its reader has not.

A chapter of a former version counts as vanished when most of its words are nowhere in the new text. Renamed, renumbered, moved and
merged chapters are still there, and one that was rewritten under its heading is replaced, unless hardly anything stands there now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fic2book.model import Block, Notice, Story
from fic2book.stories.splicing import cut, joined

PRESENT = 0.3
"""Share of a chapter's phrases that must be found in the new text for it to be there still; editing a chapter leaves more, and two
chapters by one author share less than a tenth."""
REWRITTEN = 0.2
"""A chapter under the same heading replaces the former one if it has at least this share of its words; less is "taken down"."""
PHRASE = 4
"""Words in a phrase."""

_WORD = re.compile(r"\w+")


def keep_vanished(story: Story, former: Sequence[Story]) -> Story:
    """The story with each chapter of its `former` versions (oldest first) that it lacks, where it stood, and a notice for each."""
    pieces: list[_Piece] = []
    for version in (*former, story):
        pieces = _completed([_Piece(piece) for piece in cut(version)], pieces)
    digest = story.manuscript.source.digest
    kept = dict.fromkeys(item.digest for item in pieces if item.digest != digest)
    if not kept:
        return story
    whole = joined([item.story if item.digest == digest else _marked(item.story) for item in pieces], story)
    return replace(whole, kept=tuple(kept))


class _Piece:
    """A chapter, and what it is compared by."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.digest = story.manuscript.source.digest
        self.heading = heading_of(story)
        text = text_of(story)
        self.phrases = phrases(text)
        self.words = len(words(text))
        self.is_chapter = bool(self.heading and self.words) and any(item.role == "story" for item in story.decisions)


def _completed(new: list[_Piece], old: list[_Piece]) -> list[_Piece]:
    """The new pieces with the old ones among them that vanished, each behind the one it followed."""
    there, before = (frozenset[tuple[str, ...]]().union(*(item.phrases for item in pieces)) for pieces in (new, old))
    fresh = {item.heading: item.words for item in new if not _is_in(item, before)}
    gone = {id(item) for item in old if item.is_chapter and not _is_in(item, there) and not _rewritten(item, fresh)}
    pieces, after = list(new), 0
    for item in old if gone else ():
        if id(item) in gone:
            pieces.insert(after, item)
            after += 1
        else:
            after = _place_of(item, pieces, after)
    return pieces


def _is_in(piece: _Piece, text: frozenset[tuple[str, ...]]) -> bool:
    return len(piece.phrases & text) >= PRESENT * len(piece.phrases)


def _rewritten(piece: _Piece, fresh: dict[str, int]) -> bool:
    """Whether new words stand under the chapter's heading; those of another chapter, renumbered, are not new."""
    return fresh.get(piece.heading, 0) > REWRITTEN * piece.words


def _place_of(piece: _Piece, pieces: Sequence[_Piece], after: int) -> int:
    """The place behind the piece that is most like `piece`; `after` when none is."""
    likeness = [
        (len(piece.phrases & item.phrases) + (piece.heading == item.heading), -index)
        for index, item in enumerate(pieces)
    ]
    best, index = max(likeness, default=(0, 0))
    return 1 - index if best else after


def _marked(piece: Story) -> Story:
    title = heading_of(piece, fold=False)
    name = piece.manuscript.source.name
    notice = Notice(
        "kept-chapter",
        f'This chapter is no longer in {name}; it was kept from a former version. To let it go: vanished = "drop".',
        where=title,
    )
    others = tuple(item for item in piece.notices if item.code != "kept-chapter")
    return replace(piece, notices=(notice, *others))


# ---------------------------------------------------------------- comparing pieces


def text_of(piece: Story) -> str:
    """The text of a piece below its heading."""
    return "\n".join(block.text for block in _body(piece))


def heading_of(piece: Story, *, fold: bool = True) -> str:
    """The heading of a piece on one line, folded to compare; "" when it has none."""
    first = next((item for item in piece.decisions if item.role in ("heading", "part") and item.first == 0), None)
    if first is None:
        return ""
    blocks = piece.manuscript.blocks[first.first : first.last + 1]
    line = " ".join(" ".join(block.text.split()) for block in blocks)
    return " ".join(words(line)) if fold else line


def _body(piece: Story) -> Iterator[Block]:
    start = 0
    for item in piece.decisions:
        if item.role in ("heading", "part") and item.first == 0:
            start = item.last + 1
    yield from piece.manuscript.blocks[start:]


def words(text: str) -> list[str]:
    """The words of a text, folded to compare: typography, case and line breaks are no difference."""
    return _WORD.findall(text.casefold())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of a few words in a text."""
    found = words(text)
    if len(found) < PHRASE:
        return frozenset([tuple(found)] if found else [])
    return frozenset(zip(*(found[start:] for start in range(PHRASE)), strict=False))
