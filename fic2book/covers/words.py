"""Where a line of a title may end: between words, between the characters of Chinese and Japanese, and, at need, within long words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from fic2book.covers.lettering import line_width
from fic2book.covers.stretches import Lettering

SAMPLE: Final = 100
"""Size in pixels at which words are measured; widths at other sizes follow by proportion."""

LONGEST_WORD: Final = 22
"""Words with more characters than this may be parted anywhere, if they would be too small to read in one piece."""


LONGEST_PHRASE: Final = 6
"""Characters of Japanese that stay together at most; a title all in kana must break somewhere."""


class Word(NamedTuple):
    """A piece that stays together. `width` at the sample size; `spaced` when a space parts it from the one before."""

    text: str
    width: float
    spaced: bool


def split_words(text: str, lettering: Lettering, *, part: bool = False) -> tuple[Word, ...]:
    """The pieces between which a line may end; with `part`, very long words are such pieces letter by letter."""
    return tuple(Word(piece, width_of(piece, lettering), spaced) for piece, spaced in _pieces(text, part))


@lru_cache(maxsize=512)
def width_of(piece: str, lettering: Lettering) -> float:
    """Advance of `piece` at the sample size, in pixels."""
    return line_width(piece, lettering, SAMPLE)


def _pieces(text: str, part: bool) -> Iterator[tuple[str, bool]]:
    for place, word in enumerate(text.split(" ")):
        anywhere = part and len(word) > LONGEST_WORD
        if not anywhere and not any(map(stands_alone, word)):
            yield word, place > 0
            continue
        for number, piece in enumerate(_clusters(word, anywhere)):
            yield piece, place > 0 and number == 0


def _clusters(word: str, anywhere: bool) -> Iterator[str]:
    held = ""
    for character in word:
        free = held and (anywhere or stands_alone(character) or stands_alone(held[-1]))
        free = free and not (len(held) < LONGEST_PHRASE and _goes_on(held[-1], character))
        bound = unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf", "Sk")
        if free and not bound and not _may_not_close(held[-1]) and not _may_not_open(character):
            yield held
            held = ""
        held += character
    if held:
        yield held


def _goes_on(before: str, character: str) -> bool:
    """Japanese: endings and particles go with the word before them, and a word in katakana stays whole."""
    if "\N{HIRAGANA LETTER SMALL A}" <= character <= "\N{HIRAGANA DIGRAPH YORI}":
        return stands_alone(before)
    return all("\N{KATAKANA LETTER SMALL A}" <= kana <= "\N{KATAKANA DIGRAPH KOTO}" for kana in (before, character))


def _may_not_open(character: str) -> bool:
    """Marks that may not begin a line, and small kana. *Source*: JIS X 4051, the common part."""
    name = unicodedata.name(character, "")
    small = name.startswith(("HIRAGANA", "KATAKANA")) and (
        "SMALL" in name or "PROLONGED" in name or "ITERATION" in name
    )
    return small or unicodedata.category(character) in ("Pe", "Pf", "Po")


def _may_not_close(character: str) -> bool:
    return character == "\N{ZERO WIDTH JOINER}" or unicodedata.category(character) in ("Ps", "Pi")


def stands_alone(character: str) -> bool:
    """Chinese and Japanese: a line may end after any character. Korean keeps its words."""
    code = ord(character)
    return (
        0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFFEF or 0x20000 <= code <= 0x3FFFF
    )
