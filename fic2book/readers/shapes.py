"""What single lines and groups of lines look like: labels, list items, chat, dialogue, verse.

Cheap questions only; what a line *means* is the cleaner's business. When unsure, a shape says no, and the line becomes a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import and_
from typing import Final

from fic2book.lazy import lazy

DASHES: Final = "-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}"
OPENERS: Final = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}«»`\N{SINGLE LOW-9 QUOTATION MARK}"
CLOSERS: Final = (
    "\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}»)]*_/~"
)
_TRAILING: Final = (
    CLOSERS + " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
)  # French sets a space before its closing marks
_QUOTED: Final = CLOSERS.rstrip("*_/~")
STOPS: Final = (
    ".!?\N{HORIZONTAL ELLIPSIS}:;\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
)

LABEL: Final = lazy(r"[*_]{0,2}[^\W\d_][\w'’/&() -]{0,28}[^\W_)]?\)?[*_]{0,2}:(?=[*_]{0,2}(?:\s|$))")
"""``Title: …``, ``Pairing(s): …``: at most thirty characters and a colon."""
CHAT: Final = lazy(
    r"<[^<>\s][^<>\n]{0,30}>\s|\[\d{1,2}:\d\d|\(?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?\)?\s+\S+:\s", re.IGNORECASE
)
"""``<nick> text``, ``[12:30] text``, ``12:30 nick: text``."""
NUMBERED: Final = lazy(r"\(?(\d{1,3})[.)]\s+(?=\S)")
BULLET: Final = lazy(r"([-*+•◦‣▪])\s+(?=[^\s*+•◦‣▪-])")
ORNAMENT: Final = lazy(r"[oOxX0\W_]{3,30}$")
"""Dividers made of letters, ``o0o``, ``xXx``."""
SIGNATURE: Final = lazy(r"--\s*$|_{5,}$|-{5,}$")
_WORD: Final = lazy(r"\w")
_DIGIT: Final = lazy(r"\d")


def has_words(text: str) -> bool:
    """False for dividers and ornaments: nothing in them is a letter or a digit."""
    return _WORD.search(text) is not None


def ends_sentence(text: str) -> bool:
    """True where a sentence or a speech may end with this line."""
    bare = text.rstrip(_TRAILING)
    return not bare or bare[-1] in STOPS or (text[-1] in _QUOTED and bare[-1] in ",-\N{EM DASH}")


def opens_speech(text: str) -> bool:
    """True for a line that begins with a quotation mark or a dialogue dash."""
    return text[0] in OPENERS or text[0] in DASHES


def opens_low(text: str) -> bool:
    """True for a line whose first letter is small: the middle of a sentence."""
    first = text[0]
    if first in OPENERS or first in "([*_":
        first = text.lstrip(OPENERS + "([*_")[:1]
    return first.islower()


def list_start(texts: Sequence[str]) -> int:
    """Index of the first of these lines, all with a number or all with a bullet, that begins a list with all that follow it; -1 for none.

    Numbers must count up by one. A dash is a bullet only where it cannot be dialogue: at least three short lines of which most end
    without a sentence's stop.
    """
    numbers = [match for match in map(NUMBERED.match, texts) if match]
    begins = _counts_up(numbers) if len(numbers) == len(texts) else _is_bulleted(texts)
    return next((at for at, begun in enumerate(begins) if begun), -1)


def _counts_up(numbers: Sequence[re.Match[str]]) -> list[bool]:
    """For each number, whether it and all that follow it count up; one number counts nothing."""
    values = [int(match[1]) for match in numbers]
    steps = [later == earlier + 1 for earlier, later in pairwise(values)]
    return [*reversed(list(accumulate(reversed(steps), and_))), False]


def _is_bulleted(texts: Sequence[str]) -> list[bool]:
    """For each line, whether it and all that follow it are a list with one bullet."""
    begins: list[bool] = []
    bullet = texts[-1][0]
    alike, plain = True, 0
    for count, text in enumerate(reversed(texts), 1):
        alike = (
            alike
            and text[0] == bullet
            and BULLET.match(text) is not None
            and (bullet == "-" or not text.endswith(bullet))
        )
        plain += len(text) <= 80 and not ends_sentence(text)
        begins.append(alike and (count > 2 and plain * 3 >= count * 2 if bullet == "-" else count > 1))
    return begins[::-1]


def is_verse(texts: Sequence[str], width: int = 60) -> bool:
    """True for a group of lines whose breaks are the author's: three or more short lines of words, no speech, labels or figures."""
    if not 3 <= len(texts) <= 200 or max(map(len, texts)) > width:
        return False
    if any(LABEL.match(text) or CHAT.match(text) or not has_words(text) or opens_speech(text) for text in texts):
        return False
    count = len(texts)
    stopped = sum(1 for text in texts if ends_sentence(text))
    worded = sum(1 for text in texts if text.count(" ") >= 2)
    digits = sum(1 for text in texts if _DIGIT.search(text))
    low = sum(1 for text in texts if opens_low(text))
    if worded * 3 < count * 2 or digits * 4 > count or NUMBERED.match(texts[0]):
        return False
    flowing = sum(1 for text in texts if text[-1] in ",;-\N{EM DASH}\N{EN DASH}") + low
    return stopped * 2 <= count and (flowing * 3 >= count or (count >= 4 and stopped * 4 <= count))
