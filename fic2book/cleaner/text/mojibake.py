"""Text that was decoded in the wrong encoding, found with ftfy and cut down to the damaged characters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fic2book.cleaner.text.edits import Edit
from fic2book.lazy import lazy
from fic2book.model import Block

if TYPE_CHECKING:
    from collections.abc import Callable

CONTINUATION: Final = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
SUSPECT: Final = lazy(
    r"[\x80-\x9f\u00c2-\u00f4РС](?:(?<=[\x80-\x9f])"
    rf"|(?<=[\u00c2-\u00f4])[{CONTINUATION}]|(?<=[ÂÃ]) |(?<=â)€"
    r"|(?<=[РС])(?:[^\sа-яА-Я\w][РС][^\sа-яА-Я\w]|[\u0400-\u045f°-»](?:[РС][\u0400-\u045f°-»]){3}))"
)
"""A lead byte of UTF-8 followed by a continuation byte, both read as Windows-1252 (or 1251); ftfy then judges.

It begins with one class, so that the expression engine skips to the next lead byte instead of trying every branch everywhere.
"""
SUSPECT_BYTES: Final = lazy(rb"[\xc2-\xf4](?:[\x80-\xbf]|(?<=[\xc2\xc3]) )")
"""The same in the bytes of a text that Windows-1252 can hold, as most can: quicker to compile and to search."""
PIECE: Final = lazy(r"(?:[^\x00-\x7f]|(?<=[ÂÃ]) )+")
LOSSY: Final = lazy(
    r"(?P<mark>(?<=[.,!?…-])â€[?\N{REPLACEMENT CHARACTER}](?=\s|$))"  # its third byte became a question mark
    r"|(?P<close>â€(?=[\s.,;:!?)]|$))"  # or got lost
    r"|(?P<apostrophe>(?<=[a-z])â€(?=(?:t|s|d|m|ll|re|ve)\b))"
    r"|Â(?P<sound>[‘’“”…–—•])"
)
"""Damage that cannot be undone by decoding, since a byte is gone, but that can only have been one thing."""


@lru_cache(maxsize=1)
def _fixer() -> Callable[[str], str]:
    from ftfy import TextFixerConfig, fix_encoding

    config = TextFixerConfig(
        unescape_html=False, replace_lossy_sequences=False, fix_encoding=True, restore_byte_a0=True,
        decode_inconsistent_utf8=True, fix_c1_controls=True,
    )  # fmt: skip
    return lambda text: fix_encoding(text, config)


def find_mojibake(block: Block, text: str) -> list[Edit]:
    """Edits that read wrongly decoded characters again, as small as can be shown to be right."""
    if text.isascii() or not _is_suspect(text):
        return []
    edits: list[Edit] = []
    done = 0
    for match in LOSSY.finditer(text):
        edits += _decoded(text[done : match.start()], done)
        edits.append(Edit(*match.span(), _guess(match), "mojibake"))
        done = match.end()
    return edits + _decoded(text[done:], done)


def _is_suspect(text: str) -> bool:
    try:
        return SUSPECT_BYTES.search(text.encode("cp1252")) is not None
    except UnicodeEncodeError:
        return SUSPECT.search(text) is not None


def _guess(match: re.Match[str]) -> str:
    return {"apostrophe": "’", "sound": match["sound"]}.get(match.lastgroup or "", "”")


def _decoded(text: str, offset: int) -> list[Edit]:
    """What ftfy repairs in a stretch of a paragraph that begins at `offset`."""
    fixed = _fixer()(text)
    if fixed == text:
        return []
    return [edit._replace(start=edit.start + offset, stop=edit.stop + offset) for edit in _align(text, fixed)]


def _align(text: str, fixed: str) -> list[Edit]:
    """The differences between a paragraph and its repair, found along the ASCII text that both share."""
    edits: list[Edit] = []
    position = 0  # in fixed
    done = 0  # in text
    for match in PIECE.finditer(text):
        start, stop = match.span()
        position += start - done
        done = start
        following = PIECE.search(text, stop)
        anchor = text[stop : following.start() if following else len(text)]
        if not following:
            end = len(fixed) - len(anchor)
        else:
            end = fixed.find(anchor, position)
        if end < position or (following and not anchor):
            return _whole(text, fixed)
        if fixed[position:end] != text[start:stop]:
            edits.append(Edit(start, stop, fixed[position:end], "mojibake"))
        position, done = end, stop
    pieces: list[str] = []
    last = 0
    for edit in edits:
        pieces += text[last : edit.start], edit.text
        last = edit.stop
    return edits if "".join(pieces) + text[last:] == fixed else _whole(text, fixed)


def _whole(text: str, fixed: str) -> list[Edit]:
    """One edit between the first and the last difference."""
    shorter = min(len(text), len(fixed))
    start = next((index for index in range(shorter) if text[index] != fixed[index]), shorter)
    tail = next((index for index in range(shorter - start) if text[-1 - index] != fixed[-1 - index]), shorter - start)
    if start == len(text) - tail:  # an insertion: take a neighbour along
        start = max(0, start - 1)
    return [Edit(start, len(text) - tail, fixed[start : len(fixed) - tail], "mojibake")]
