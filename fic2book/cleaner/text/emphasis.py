"""Emphasis as it is typed where there is no markup: ``_so_``, ``*so*``, ``**so**``, ``/so/`` become marks. For plain text only.

The delimiters become deletions of the rule "emphasis-mark", so the ledger shows them. A pair counts only when it hugs its words,
stands free of other words and balances within the paragraph; everything doubtful stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from fic2book.cleaner.text.edits import Edit, Range, add_marks, apply_edits
from fic2book.cleaner.text.protected import find_protected
from fic2book.lazy import lazy
from fic2book.model import Block

RULE: Final = "emphasis-mark"
BEFORE: Final = r"[^\s\"'“‘„«(\[{—–_*/.…!?,-]"  # what may not stand before the sign
AFTER: Final = r"(?![^\s\"'”’“»)\]}.,;:!?…—–_*/-])"


class Delimiter(NamedTuple):
    """One way to type emphasis: `sign` on both sides, the marks it means, and what its content must be."""

    sign: str
    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    accept: Callable[[str], bool]


FOLDERS: Final = frozenset(
    "usr bin etc home tmp var dev opt mnt proc sys root lib sbin srv media boot b s i u a".split()
)


def _any_words(content: str) -> bool:
    return any(character.isalnum() for character in content)


def _no_name(content: str) -> bool:
    """No identifier: ``__init__`` and ``_a_name_`` are names of things."""
    return _any_words(content) and not re.search(r"\w_\w", content)


def _phrase(content: str) -> bool:
    return _no_name(content) and (" " in content or not content.islower())


def _no_path(content: str) -> bool:
    if content == "I":
        return True
    letters = any(character.isalpha() for character in content)
    return letters and len(content) > 1 and content.lower() not in FOLDERS and "\\" not in content


def _pattern(sign: str) -> re.Pattern[str]:
    """The sign, hugging text that does not hold it, and the sign again; tildes beside it make it an ornament.

    The sign stands first in the expression and looks back over itself, which lets the engine skip to the next one.
    """
    one, both = re.escape(sign[0]), re.escape(sign)
    return lazy(
        rf"{both}(?<!{BEFORE}{both})(?<!{one}{both})(?=[^\s{one}~])([^{one}]*[^\s{one}~]){both}(?!{one}){AFTER}"
    )


DELIMITERS: Final = (
    Delimiter("***", ("em", "strong"), _pattern("***"), _any_words),
    Delimiter("**", ("strong",), _pattern("**"), _any_words),
    Delimiter("__", ("strong",), _pattern("__"), _phrase),
    Delimiter("*", ("em",), _pattern("*"), _any_words),
    Delimiter("_", ("em",), _pattern("_"), _no_name),
    Delimiter("/", ("em",), _pattern("/"), _no_path),
)
"""Longest first; every row is tried on every paragraph that holds its sign twice."""


def mark_emphasis(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with typed emphasis turned into marks; unchanged ones are the same objects."""
    return tuple(_mark(block) for block in blocks)


def _mark(block: Block) -> Block:
    text = block.text
    if block.kind in ("preformatted", "rule") or not ("_" in text or "*" in text or "/" in text):
        return block
    edits, ranges = find_emphasis(block, text)
    return apply_edits(add_marks(block, ranges), edits) if edits else block


def find_emphasis(block: Block, text: str) -> tuple[list[Edit], list[Range]]:
    """The signs to delete and the ranges they mark, both in order."""
    ground: Ground | None = None
    edits: list[Edit] = []
    ranges: list[Range] = []
    for sign, marks, pattern, accept in DELIMITERS:
        if text.count(sign) < 2:
            continue
        if ground is None:
            ground = Ground(text, find_protected(block, text))
        for match in pattern.finditer(text):
            start, stop = match.span()
            first, last = match.span(1)
            if accept(match.group(1)) and ground.take(start, first, last, stop):
                edits += Edit(start, first, "", RULE), Edit(last, stop, "", RULE)
                ranges += (Range(first, last, mark) for mark in marks)
    return sorted(edits), sorted(ranges)


class Ground:
    """Which pair of signs each character lies in, innermost first, so that pairs nest and never cross. -1 is out of bounds."""

    def __init__(self, text: str, protected: list[tuple[int, int]]) -> None:
        self.owner = [0] * len(text)
        self.pairs = 0
        for start, stop in protected:
            self.owner[start:stop] = [-1] * (stop - start)

    def take(self, start: int, first: int, last: int, stop: int) -> bool:
        """Give a pair its ground, unless a sign is protected or another pair begins within it and ends without, or the reverse."""
        here = self.owner[start]
        if here < 0 or any(owner != here for owner in (*self.owner[start:first], *self.owner[last:stop])):
            return False
        self.pairs += 1
        self.owner[start:stop] = [self.pairs if owner == here else owner for owner in self.owner[start:stop]]
        return True
