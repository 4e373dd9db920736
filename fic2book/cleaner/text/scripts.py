"""Which scripts a text is written in, told without expressions: a class of thousands of characters takes a millisecond to compile."""

from __future__ import annotations

from collections import Counter
from typing import Final

SCRIPTS: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    "kana": ((0x3041, 0x30FA),),
    "hangul": ((0xAC00, 0xD7A3), (0x1100, 0x11FF)),
    "han": ((0x4E00, 0x9FFF),),
    "greek": ((0x0370, 0x03FF), (0x1F00, 0x1FFF)),
    "hebrew": ((0x05D0, 0x05EA),),
    "arabic": ((0x0620, 0x06FF),),
    "cyrillic": ((0x0400, 0x04FF),),
    "thai": ((0x0E00, 0x0E7F),),
    "devanagari": ((0x0900, 0x097F),),
    "latin": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)),
}
"""The code points, first and last, of the letters of each script."""


def count_scripts(text: str) -> dict[str, int]:
    """How many characters of `text` belong to each script."""
    counts = dict.fromkeys(SCRIPTS, 0)
    for character, number in Counter(text).items():
        code = ord(character)
        for name, ranges in SCRIPTS.items():
            if any(first <= code <= last for first, last in ranges):
                counts[name] += number
    return counts


def is_western(text: str) -> bool:
    """Whether Windows-1252 can hold `text`: Latin letters with common accents, curly quotes, dashes; nothing that stacks or joins."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
