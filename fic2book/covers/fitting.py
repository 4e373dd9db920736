"""Titles of any length in a given box: the largest size, the most even lines, no line that ends in a small word if it can be helped."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from fic2book.covers.lettering import Line, draw_line
from fic2book.covers.stretches import Lettering, needs_shaping
from fic2book.covers.words import LONGEST_WORD, SAMPLE, Word, split_words, stands_alone, width_of

TINIEST: Final = 4
"""Pixels below which nothing is drawn smaller, whatever the box."""

MOST_LINES: Final = 40

MANY: Final = 120
"""Characters from which on a title is a paragraph, and is led like one."""

EMOJI: Final = re.compile("[\N{BLACK SUN WITH RAYS}-\N{DOUBLE CURLY LOOP}\U0001f000-\U0001faff]")
SIGN: Final = re.compile(rf"(?<=\S) (?={EMOJI.pattern})")
"""The space before an emoji, which belongs to the word it follows."""

UNBREAKABLE: Final = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


class TextBlock(NamedTuple):
    """Lines of ink under one another. `width` and `height` in pixels are those of the ink."""

    lines: tuple[Line, ...]
    step: int  # from baseline to baseline
    size: int
    width: int
    height: int


def set_text(
    text: str, lettering: Lettering, width: int, height: int, largest: int, smallest: int = 8
) -> TextBlock | None:
    """`text` as large as `width` × `height` pixels allow, up to `largest`; None for a text without ink.

    Where it would come out smaller than `smallest`, very long words may be parted. Sizes found by proportion are tried on real ink and
    lowered until it fits.
    """
    wanted = SIGN.sub("\N{NO-BREAK SPACE}", tidy(text))
    if lettering.caps and may_be_capitalised(wanted, lettering.language):
        wanted = wanted.upper()
    if not wanted:
        return None
    lettering = _with_air(lettering, wanted)
    words = split_words(wanted, lettering)
    lines, size = _best_lines(words, lettering, width, height, largest)
    if size < smallest and max(map(len, wanted.split(" "))) > LONGEST_WORD:
        lines, size = _best_lines(split_words(wanted, lettering, part=True), lettering, width, height, largest)
    while True:
        block = draw_lines(lines, lettering, size)
        if block is None or (block.width <= width and block.height <= height) or size <= TINIEST:
            return block
        excess = max(block.width / width, block.height / height)
        size = max(TINIEST, min(size - 1, int(size / excess)))


def draw_lines(texts: Sequence[str], lettering: Lettering, size: int) -> TextBlock | None:
    """The given lines at the given size in pixels; None without ink."""
    return stack(tuple(line for text in texts if (line := draw_line(text, lettering, size))), lettering, size)


def stack(lines: tuple[Line, ...], lettering: Lettering, size: int) -> TextBlock | None:
    """Lines of ink as a block, with the lettering's distance between them; None for no lines."""
    if not lines:
        return None
    step, last = size * lettering.leading // 100, lines[-1]
    height = lines[0].rise + step * (len(lines) - 1) + last.mask.height - last.rise
    return TextBlock(lines, step, size, max(line.mask.width for line in lines), height)


def _with_air(lettering: Lettering, text: str) -> Lettering:
    """More leading for scripts that reach further up and down than Latin does or fill their square, and for long texts."""
    if any(map(needs_shaping, text)):
        least = 138 if any(map(_is_tall, text)) else 114
    elif any(map(stands_alone, text)):
        least = 118
    elif any(map(EMOJI.match, text)):  # they reach above capitals and below the line
        least = 124
    else:
        least = 110 if len(text) > MANY else 0
    # A line that ends within a word of Chinese or Japanese costs more than a little size.
    gain = max(lettering.gain, 25) if any(map(stands_alone, text)) else lettering.gain
    return lettering._replace(leading=max(lettering.leading, least), gain=gain)


def _is_tall(character: str) -> bool:
    """Whether a character of such a script reaches far above or below its line; Hebrew letters without points do not."""
    return needs_shaping(character) and not "\N{HEBREW LETTER ALEF}" <= character <= "\N{HEBREW LETTER TAV}"


def tidy(text: str) -> str:
    """`text` on one line with single spaces; spaces that must not break stay."""
    plain = "".join(" " if character.isspace() and character not in UNBREAKABLE else character for character in text)
    return " ".join(part for part in plain.split(" ") if part)


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


# ---------------------------------------------------------------- lines


def _best_lines(
    words: Sequence[Word], lettering: Lettering, width: int, height: int, largest: int
) -> tuple[tuple[str, ...], int]:
    space = width_of(" ", lettering) or SAMPLE / 4
    best_size, best_measure, best_count = 0.0, 0.0, 1
    for count in range(_fewest(words, lettering, width, height), min(len(words), MOST_LINES) + 1):
        measure = _narrowest(words, space, count)
        tall = height / (0.98 + (count - 1) * lettering.leading / 100)
        size = min(float(largest), tall, SAMPLE * width / measure)
        if size > best_size * (100 + lettering.gain) / 100:
            best_size, best_measure, best_count = size, measure, count
        if tall < best_size:
            break
    measure = max(best_measure, SAMPLE * width / best_size * 0.995)
    return _most_even(words, space, best_count, measure), max(TINIEST, int(best_size))


def _fewest(words: Sequence[Word], lettering: Lettering, width: int, height: int) -> int:
    """Fewest lines worth trying: well below the number at which the text would fill the box."""
    total = sum(word.width for word in words) / SAMPLE
    full = math.isqrt(int(total * height * 100 / (width * lettering.leading)))
    return min(len(words), max(1, full * 6 // 10))


def _narrowest(words: Sequence[Word], space: float, count: int) -> float:
    """Least measure at which `words` need no more than `count` lines."""
    low = max(word.width for word in words)
    high = sum(word.width + space for word in words)
    while high - low > 1:
        middle = (low + high) / 2
        if len(_filled(words, space, middle)) - 1 <= count:
            high = middle
        else:
            low = middle
    return high


def _most_even(words: Sequence[Word], space: float, count: int, measure: float) -> tuple[str, ...]:
    """`words` in at most `count` lines within `measure`, with the least sum of squared gaps and of unhappy line ends."""
    total = sum(word.width + (space if word.spaced else 0) for word in words)
    ideal = max(1.0, min(measure, total / count))  # a text without a single glyph has no width
    costs, starts = [0.0], [0]
    for stop in range(1, len(words) + 1):
        used, best, best_start = 0.0, float("inf"), stop - 1
        ending = _unhappiness(words, stop)
        for start in range(stop - 1, -1, -1):
            used += words[start].width + (space if start + 1 < stop and words[start + 1].spaced else 0)
            if used > measure and stop - start > 1:
                break
            cost = costs[start] + ((used - ideal) / ideal) ** 2 + ending
            if cost < best:
                best, best_start = cost, start
        costs.append(best)
        starts.append(best_start)
    cuts = [len(words)]
    while cuts[-1]:
        cuts.append(starts[cuts[-1]])
    if len(cuts) - 1 > count:
        cuts = _filled(words, space, measure)[::-1]
    return tuple(_join(words[start:stop]) for stop, start in reversed(list(pairwise(cuts))))


def _filled(words: Sequence[Word], space: float, measure: float) -> list[int]:
    """Where lines begin, and the end, when each takes as many words as it can."""
    cuts, used = [0], 0.0
    for place, word in enumerate(words):
        longer = used + (space if word.spaced and used else 0) + word.width
        if used and longer > measure:
            cuts.append(place)
            longer = word.width
        used = longer
    return [*cuts, len(words)]


def _join(words: Sequence[Word]) -> str:
    return "".join((" " if word.spaced and place else "") + word.text for place, word in enumerate(words))


def _unhappiness(words: Sequence[Word], stop: int) -> float:
    """A line that ends in a small word reads badly; one that ends with a mark reads well."""
    last = words[stop - 1].text
    if stop == len(words) or not last[-1].isalpha():
        return -0.04 if stop < len(words) and last[-1] in ",;:.!?—–" else 0.0
    return 0.12 if len(last) <= 3 and last.isalpha() and not stands_alone(last[0]) else 0.0
