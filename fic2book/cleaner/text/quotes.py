"""Straight quotes to typographic ones: which open, which close, which are apostrophes, which are feet and inches.

A paragraph is read once from left to right. Most quotes are settled by their neighbours; what has been opened and not closed yet
settles the rest. Quotations that run on over paragraphs need no memory: each paragraph starts afresh, as printers have it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final

from fic2book.cleaner.text.edits import Edit
from fic2book.cleaner.text.quotation_marks import DOUBTFUL, NARROW, SURE, Marks, elisions
from fic2book.lazy import lazy

SPACES: Final = " \t\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{HAIR SPACE}\N{EN SPACE}\N{EM SPACE}"
QUOTES: Final = "\"'`´“”„«»‘’‚‹›"
OPENERS: Final = frozenset(SPACES + "([{<¿¡/*_~|+=")
"""What stands before an opening quote, besides the start of the paragraph."""
DASHES: Final = frozenset("-–—―")

CLUSTER: Final = 8
"""Quotes in a row that are looked past; nobody nests deeper, and hostile text must not cost more."""

APOSTROPHE: Final = "’"
CLOSING: Final = lazy(r"(?<![\s(\[{])'(?![^\W_])")
DROPPED_G: Final = lazy(r"[a-zA-Z]{2,}[b-df-hj-np-tv-z]in$")
NOT_DROPPED: Final = frozenset(
    "cabin cousin margin origin coffin muffin goblin merlin penguin dolphin pumpkin napkin violin basin raisin ruffian martin robin"
    " kevin calvin marvin justin corbin darwin odin caitlin berlin dublin kremlin satin latin urchin assassin begin within chagrin".split()
)
FEET: Final = lazy(r"\d'[ ]?\d{1,2}(?:[½¼¾]|\.\d)?(?:\"|'')")
FEET_ALONE: Final = lazy(r"(?<!\d)[3-8]'\d{1,2}(?![\w'])")
ALONE_FEET: Final = lazy(r"(?<![\w'’])\d{1,3}$")
YEARS: Final = lazy(r"\d\ds?(?!\w)")
WORD: Final = lazy(r"[^\W\d_]+")


def _places(text: str, character: str) -> list[int]:
    """Where a character stands, in order."""
    places: list[int] = []
    at = text.find(character)
    while at >= 0:
        places.append(at)
        at = text.find(character, at + 1)
    return places


def _word(text: str, index: int) -> str:
    """The word that begins at `index`, in lower case."""
    word = WORD.match(text, index)
    return word.group().lower() if word else ""


def drops_letters(text: str, index: int, language: str) -> bool:
    """Does a word or a year begin at `index` that is only written after an apostrophe: tis, em, 90s? A quoted letter is not one."""
    word = WORD.match(text, index) or YEARS.match(text, index)
    if word is None:
        return False
    if word.end() - index <= 2 and text[word.end() : word.end() + 1] in ("'", "’") and word.group() not in ("n", "N"):
        return False
    return word.group()[0].isdigit() or word.group().lower() in elisions(SURE, language)


class Quoter:
    """Decides the quotes of one paragraph, in order. Shape: each method returns the edit, or None to leave the character alone."""

    def __init__(self, text: str, marks: Marks, language: str, continued: bool) -> None:
        self.text = text
        self.marks = marks
        self.language = language
        self.continued = continued  # the next paragraph begins with a single quote
        self.typed = 0  # quotation marks typed in full that are open
        self.open: tuple[str, str] | None = None  # the pair a straight double quote opened
        self.since, self.end = 0, -1  # what it opened begins and ends here; the end is looked for when asked
        self.singles = 0  # single quotes that are open

    # ------------------------------------------------------------ neighbours

    def _left(self, index: int) -> str:
        """The first character to the left that is no quote, "" at the start."""
        if index == 0:
            return ""
        if self.text[index - 1] not in QUOTES:  # nearly always
            return self.text[index - 1]
        for at in range(index - 1, max(-1, index - CLUSTER), -1):
            if self.text[at] not in QUOTES:
                return self.text[at]
        return self.text[index - CLUSTER] if index >= CLUSTER else ""

    def _right(self, index: int) -> str:
        """The first character from `index` on that is no quote, "" at the end."""
        if index == len(self.text):
            return ""
        if self.text[index] not in QUOTES:
            return self.text[index]
        for at in range(index, min(len(self.text), index + CLUSTER)):
            if self.text[at] not in QUOTES:
                return self.text[at]
        return self.text[index + CLUSTER] if index + CLUSTER < len(self.text) else ""

    @cached_property
    def _doubles(self) -> list[int]:
        """Where straight double quotes stand."""
        return _places(self.text, '"')

    def _doubles_from(self, index: int) -> int:
        """How many straight double quotes stand at `index` and after it."""
        return len(self._doubles) - bisect_left(self._doubles, index)

    @cached_property
    def _pairs(self) -> bool:
        """Whether two single quotes stand for a double one in this paragraph; a lone pair is two quotes that happened to meet."""
        return self.text.count("''") > 1 or "``" in self.text

    @cached_property
    def _closers(self) -> list[int]:
        """Where a single quote could close."""
        return [match.start() for match in CLOSING.finditer(self.text) if not self._dropped_g(match.start())]

    def _dropped_g(self, index: int) -> bool:
        word = DROPPED_G.search(self.text, max(0, index - 20), index)
        return bool(word) and word is not None and word.group().lower() not in NOT_DROPPED

    # ------------------------------------------------------------ quotes typed in full

    def typed_quote(self, index: int) -> None:
        """Remember a quotation mark the author typed in full."""
        left, right = self._left(index), self._right(index + 1)
        spaced = not right or right in SPACES
        before = not left or left in OPENERS or (left in DASHES and not self.typed)
        if before and (not spaced or self.text[index] in "«„"):  # the French « stands before a space
            self.typed += 1
        elif self.typed:
            self.typed -= 1

    # ------------------------------------------------------------ double quotes

    def double(self, start: int, stop: int) -> Edit | None:
        """A straight double quote, or two single ones that stand for it."""
        if stop - start == 2 and not self._pairs:
            first, second = self.single(start), self.single(start + 1)
            return Edit(start, stop, (first.text if first else "'") + (second.text if second else "'"), "quotes")
        if self._is_inches(start, stop):
            return Edit(start, stop, "\N{DOUBLE PRIME}", "primes")
        opens = self._opens_double(start, stop)
        if opens is None:
            return None
        if opens:
            self.open = self.marks.inner if self.typed else self.marks.outer
            self.since, self.end = stop, -1
            return self._spaced(start, stop, self.open[0])
        pair = self.open or (self.marks.inner if self.typed > 1 else self.marks.outer)
        self.open = None
        self.singles = 0
        if self._misplaced(start, stop):
            return Edit(start - 1, stop, f"{pair[1]} ", "quotes")
        return self._spaced(start, stop, pair[1])

    def _spaced(self, start: int, stop: int, mark: str) -> Edit:
        """The edit; a mark that brings its own narrow space takes the place of the one the author typed."""
        if mark[-1] == NARROW and self.text[stop : stop + 1] == " ":
            stop += 1
        if mark[0] == NARROW and self.text[start - 1 : start] == " ":
            start -= 1
        return Edit(start, stop, mark, "quotes")

    def _opens_double(self, start: int, stop: int) -> bool | None:
        left, right = self._left(start), self._right(stop)
        before = not left or left in OPENERS
        after = not right or right in SPACES
        if before and after:
            return False if self.open else (True if self._doubles_from(stop) else None)
        if before:
            return not (self.open and self._misplaced(start, stop))
        if after or right in ".,;:!?)]}…":
            return False
        if left in DASHES or right in DASHES or left in ".,!?…;:":
            return not self.open
        return not self.open

    def _misplaced(self, start: int, stop: int) -> bool:
        """In «"Hello, "he said» the second quote closes, though the space stands on its wrong side."""
        if self.text[max(0, start - 2) : start] not in (", ", ". ", "! ", "? "):
            return False
        return self.text[stop : stop + 1].islower() and self._doubles_from(stop) % 2 == 0

    def _is_inches(self, start: int, stop: int) -> bool:
        text = self.text
        if start == 0 or not (text[start - 1].isdigit() or text[start - 1] in "½¼¾"):
            return False
        foot = max(text.rfind("'", max(0, start - 6), start), text.rfind("’", max(0, start - 6), start))
        if foot > 0 and text[foot - 1].isdigit() and FEET.match(text, foot - 1):
            return True
        if not self.open:
            return bool(text[stop : stop + 1]) and not self.typed
        following = text[stop : stop + 2]
        later = text.find('"', stop)
        return following[:1] == " " and following[1:].islower() and later > 0 and self._closes(later)

    def _closes(self, index: int) -> bool:
        left, right = self._left(index), self._right(index + 1)
        return left != "" and left not in OPENERS and (right == "" or right in SPACES)

    # ------------------------------------------------------------ single quotes

    def single(self, index: int) -> Edit | None:
        """A straight single quote: apostrophe, opening, closing, or foot mark."""
        text = self.text
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if before.isalpha() and after.isalnum():
            return Edit(index, index + 1, APOSTROPHE, "apostrophe")
        if before.isdigit() and (FEET.match(text, index - 1) or FEET_ALONE.match(text, index - 1)):
            return Edit(index, index + 1, "\N{PRIME}", "primes")
        if (
            before.isdigit()
            and not self.singles
            and ALONE_FEET.search(text, max(0, index - 5), index)
            and not after.isalnum()
        ):
            return Edit(index, index + 1, "\N{PRIME}", "primes")
        if before.isalnum() and after.isalnum():
            return Edit(index, index + 1, APOSTROPHE, "apostrophe")
        left, right = self._left(index), self._right(index + 1)
        starts = not left or left in OPENERS or left in DASHES or (left in ",.!?…:;" and right.isalnum())
        if (not left or left in SPACES) and (not right or right in SPACES):
            return self._close_single(index) if self.singles else None
        if starts and right and right not in SPACES and not (left in DASHES and self.singles and not right.isalnum()):
            return self._start_single(index)
        return self._close_single(index)

    def _start_single(self, index: int) -> Edit:
        if self._is_elision(index):
            return Edit(index, index + 1, APOSTROPHE, "apostrophe")
        self.singles += 1
        return Edit(index, index + 1, self.marks.single[0], "quotes")

    def _closes_single(self, index: int) -> bool:
        place = bisect_left(self._closers, index)
        return place < len(self._closers) and self._closers[place] == index

    def _close_single(self, index: int) -> Edit:
        if self.singles and self._closes_single(index):
            self.singles -= 1
            return Edit(index, index + 1, self.marks.single[1], "quotes")
        return Edit(index, index + 1, APOSTROPHE, "apostrophe")

    def _is_elision(self, index: int) -> bool:
        """Whether the quote at the start of a word is an apostrophe, as in 'tis, 'em, '90s."""
        if drops_letters(self.text, index + 1, self.language):
            return True
        limit = self._speech_end()
        place = bisect_right(self._closers, index)
        closers = [at for at in self._closers[place : place + 8] if at < limit]
        if _word(self.text, index + 1) in elisions(DOUBTFUL, self.language):
            return not any(self.text[at - 1] in ".,!?…" for at in closers)
        if closers:
            return False
        return not (index == 0 and self.continued)

    def _speech_end(self) -> int:
        """Where the speech in double quotes ends that is open now; the end of the paragraph outside of speech."""
        if not self.open:
            return len(self.text)
        if self.end < 0:
            place = bisect_left(self._doubles, self.since)
            closing = (at for at in self._doubles[place:] if self._closes(at))
            self.end = next(closing, len(self.text) - 1) + 1
        return self.end
