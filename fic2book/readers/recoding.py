"""Text that an earlier program damaged while decoding it: letters encoded twice are undone, lost characters are told of."""

from __future__ import annotations

from typing import Final, NamedTuple

from fic2book.lazy import lazy
from fic2book.model import Notice, Span

SAMPLE: Final = 65_536
"""Bytes that tell an encoding."""

CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
"""Control codes that no text holds."""


_AS_BYTES: Final = {
    ord(bytes([code]).decode("cp1252")): code for code in range(0x80, 0xA0) if code not in b"\x81\x8d\x8f\x90\x9d"
}
_TWICE: Final = lazy(
    "[\u00c2\u00c3\u00c5\u00d0\u00d1][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|\u00e2[\u0080\u20ac][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]"
)
"""What UTF-8 looks like when it was read as Windows-1252: an accented letter, a quotation mark, a dash."""
_FIRST: Final = "\u00c2\u00c3\u00c5\u00d0\u00d1\u00e2"
"""What it begins with; most texts have none of these letters."""


class Decoded(NamedTuple):
    """Text, the name of its encoding, and what was doubtful. Spans are characters of `text`."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def with_losses(text: str, encoding: str) -> Decoded:
    """Undo a second encoding, and tell of replacement characters that an earlier program left in the file."""
    if encoding == "utf-8" and any(map(text.__contains__, _FIRST)) and len(_TWICE.findall(text)) > 2:
        text, lines = _decoded_once_more(text)
        if lines:
            message = f"{lines} line(s) had been encoded twice (“Ã©” for “é”); they were decoded twice."
            return Decoded(
                text,
                "utf-8 twice",
                (*with_losses(text, "").notices, Notice("encoded-twice", message, severity="info")),
            )
    count = text.count("\N{REPLACEMENT CHARACTER}")
    if not count:
        return Decoded(text, encoding)
    place = text.index("\N{REPLACEMENT CHARACTER}")
    message = f"{count} character(s) were already lost when this file was saved (shown as \N{REPLACEMENT CHARACTER}); they are kept as they are."
    return Decoded(
        text, encoding, (Notice("replacement-character", message, quote_at(text, place), Span(place, place + 1)),)
    )


def _decoded_once_more(text: str) -> tuple[str, int]:
    """Lines that are UTF-8 read as Windows-1252 become what they were; a line with one letter that does not fit is left alone."""
    lines = text.splitlines(keepends=True)
    mended = 0
    for index, line in enumerate(lines):
        if _TWICE.search(line):
            try:
                lines[index] = line.translate(_AS_BYTES).encode("latin-1").decode("utf-8")
                mended += 1
            except UnicodeError:
                continue  # the cleaner's repair looks at its words one by one
    return "".join(lines), mended


def quote_at(text: str, place: int) -> str:
    """The words around a character, on one line."""
    return " ".join(text[max(0, place - 20) : place + 21].split())
