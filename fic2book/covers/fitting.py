"""Titles of any length in a given box: the largest size, the most even lines, no line that ends in a small word if it can be helped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from fic2book.covers.lettering import Line, draw_line, line_width
from fic2book.covers.stretches import Lettering

SAMPLE: Final = 100
"""Size in pixels at which words are measured; widths at other sizes follow by proportion."""

LONGEST_WORD: Final = 22
"""Words with more characters than this may be parted anywhere: no language's own words on a title page are longer, addresses are."""

MOST_LINES: Final = 40


class Word(NamedTuple):
    """A piece that stays together. `width` at the sample size; `spaced` when a space parts it from the one before."""

    text: str
    width: float
    spaced: bool


class TextBlock(NamedTuple):
    """Lines of ink under one another. `width` and `height` in pixels are those of the ink."""

    lines: tuple[Line, ...]
    step: int  # from baseline to baseline
    size: int
    width: int
    height: int
    words: tuple[str, ...] = ()


def set_text(
    text: str, lettering: Lettering, width: int, height: int, largest: int, smallest: int = 8
) -> TextBlock | None:
    """`text` as large as `width` × `height` pixels allow, up to `largest`; None for a text without ink.

    The sizes found by proportion are tried on real ink and lowered until it fits, below `smallest` if need be.
    """
    wanted = " ".join(text.split())
    if lettering.caps and may_be_capitalised(wanted, lettering.language):
        wanted = wanted.upper()
    words = split_words(wanted, lettering)
    if not words:
        return None
    lines, size = _best_lines(words, lettering, width, height, largest)
    while True:
        block = draw_lines(lines, lettering, size)
        if block is None or (block.width <= width and block.height <= height) or size <= 4:
            return block
        excess = max(block.width / width, block.height / height)
        size = min(size - 1, int(size / excess))


def draw_lines(lines: Sequence[str], lettering: Lettering, size: int) -> TextBlock | None:
    """The given lines at the given size in pixels."""
    inked = [line for line in (draw_line(text, lettering, size) for text in lines) if line]
    if not inked:
        return None
    step = size * lettering.leading // 100
    last = inked[-1]
    height = inked[0].rise + step * (len(inked) - 1) + last.mask.height - last.rise
    return TextBlock(tuple(inked), step, size, max(line.mask.width for line in inked), height, tuple(lines))


def may_be_capitalised(text: str, language: str) -> bool:
    """Whether capitals can be taken back: not where they change the word (ß, Greek accents, the Turkish i)."""
    return (
        len(text.upper()) == len(text)
        and not language.startswith(("tr", "az", "el", "lt"))
        and not any(
            "GREEK" in unicodedata.name(character, "")
            for character in text
            if character > "\N{LATIN SMALL LETTER Y WITH DIAERESIS}"
        )
    )


# ---------------------------------------------------------------- words


def split_words(text: str, lettering: Lettering) -> tuple[Word, ...]:
    """The pieces between which a line may end."""
    return tuple(Word(piece, _width(piece, lettering), spaced) for piece, spaced in _pieces(text))


@lru_cache(maxsize=512)
def _width(piece: str, lettering: Lettering) -> float:
    return line_width(piece, lettering, SAMPLE)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    for place, word in enumerate(text.split(" ")):
        if not word:
            continue
        if len(word) <= LONGEST_WORD and not any(map(_stands_alone, word)):
            yield word, place > 0
            continue
        anywhere = len(word) > LONGEST_WORD
        for number, piece in enumerate(_clusters(word, anywhere)):
            yield piece, place > 0 and number == 0


def _clusters(word: str, anywhere: bool) -> Iterator[str]:
    held = ""
    for character in word:
        free = held and (anywhere or _stands_alone(character) or _stands_alone(held[-1]))
        bound = unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf", "Sk")
        if free and not bound and not _may_not_close(held[-1]) and not _may_not_open(character):
            yield held
            held = ""
        held += character
    if held:
        yield held


def _may_not_open(character: str) -> bool:
    """Marks that may not begin a line, and small kana. *Source*: JIS X 4051, the common part."""
    name = unicodedata.name(character, "")
    small = name.startswith(("HIRAGANA", "KATAKANA")) and (
        "SMALL" in name or "PROLONGED" in name or "ITERATION" in name
    )
    return small or unicodedata.category(character) in ("Pe", "Pf", "Po")


def _may_not_close(character: str) -> bool:
    return character == "\N{ZERO WIDTH JOINER}" or unicodedata.category(character) in ("Ps", "Pi")


def _stands_alone(character: str) -> bool:
    """Chinese and Japanese: a line may end after any character. Korean keeps its words."""
    code = ord(character)
    return (
        0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFFEF or 0x20000 <= code <= 0x3FFFF
    )


# ---------------------------------------------------------------- lines


def _best_lines(
    words: Sequence[Word], lettering: Lettering, width: int, height: int, largest: int
) -> tuple[tuple[str, ...], int]:
    space = _width(" ", lettering) or SAMPLE / 4
    best_size, best_measure, best_count = 0.0, 0.0, 1
    for count in range(1, min(len(words), MOST_LINES) + 1):
        measure = _narrowest(words, space, count)
        tall = height / (0.98 + (count - 1) * lettering.leading / 100)
        size = min(float(largest), tall, SAMPLE * width / measure)
        if size > best_size * (100 + lettering.gain) / 100:
            best_size, best_measure, best_count = size, measure, count
        if tall < best_size:
            break
    measure = max(best_measure, SAMPLE * width / best_size * 0.995)
    return _most_even(words, space, best_count, measure), max(4, int(best_size))


def _narrowest(words: Sequence[Word], space: float, count: int) -> float:
    """Least measure at which `words` need no more than `count` lines."""
    low = max(word.width for word in words)
    high = sum(word.width + space for word in words)
    while high - low > 1:
        middle = (low + high) / 2
        if _lines_needed(words, space, middle) <= count:
            high = middle
        else:
            low = middle
    return high


def _lines_needed(words: Sequence[Word], space: float, measure: float) -> int:
    count, used = 1, 0.0
    for word in words:
        longer = used + (space if word.spaced and used else 0) + word.width
        if used and longer > measure:
            count, longer = count + 1, word.width
        used = longer
    return count


def _most_even(words: Sequence[Word], space: float, count: int, measure: float) -> tuple[str, ...]:
    """`words` in at most `count` lines within `measure`, with the least sum of squared gaps and of unhappy line ends."""
    total = sum(word.width + (space if word.spaced else 0) for word in words)
    ideal = min(measure, total / count)
    costs: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(float("inf"), 0)] * len(words)]
    for _ in range(count):
        before, row = costs[-1], [(float("inf"), 0)] * (len(words) + 1)
        for stop in range(1, len(words) + 1):
            used = 0.0
            for start in range(stop - 1, -1, -1):
                used += words[start].width + (space if start + 1 < stop and words[start + 1].spaced else 0)
                if used > measure and stop - start > 1:
                    break
                cost = before[start][0] + ((used - ideal) / ideal) ** 2 + _unhappiness(words, stop)
                if cost < row[stop][0]:
                    row[stop] = (cost, start)
        costs.append(row)
    chosen = min(range(1, count + 1), key=lambda number: costs[number][-1][0])
    lines: list[str] = []
    stop = len(words)
    for number in range(chosen, 0, -1):
        start = costs[number][stop][1]
        lines.insert(
            0,
            "".join((" " if word.spaced and place else "") + word.text for place, word in enumerate(words[start:stop])),
        )
        stop = start
    return tuple(lines)


def _unhappiness(words: Sequence[Word], stop: int) -> float:
    """A line that ends in a small word reads badly; one that ends with a mark reads well."""
    last = words[stop - 1].text
    if stop == len(words) or not last[-1].isalpha():
        return -0.04 if stop < len(words) and last[-1] in ",;:.!?—–" else 0.0
    return 0.12 if len(last) <= 3 and last.isalpha() and not _stands_alone(last[0]) else 0.0
