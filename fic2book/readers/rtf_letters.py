"""What the bytes of a Rich Text file spell: code pages by document and by font, Unicode with its fallbacks."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field, replace
from typing import Final

from fic2book.readers.builder import Builder

CODEPAGES: Final = {"mac": "mac-roman", "pca": "cp850", "pc": "cp437"}
LETTERS: Final = frozenset({"bin", "ansicpg", "uc", "f", "fcharset", *CODEPAGES})
"""Words that say what bytes mean from here on."""

_CHARSETS: Final = {128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
                    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits from the one around it."""

    marks: frozenset[str] = frozenset()
    skip: int = 1  # fallback characters after a Unicode one
    destination: str = ""
    font: int = -1
    hidden: bool = False
    align: str = ""
    heading: int = 0
    href: str = ""
    level: int = 1  # depth in lists
    cell: bool = False  # in a table
    lined: bool = False  # with a line below the paragraph


@dataclass(slots=True)
class Letters:
    """Collects bytes and hands on text."""

    builder: Builder
    codec: str
    state: State = field(default_factory=State)
    fonts: dict[int, str] = field(default_factory=dict)
    pending: bytearray = field(default_factory=bytearray)  # eight-bit characters not yet decoded
    picture: bytearray = field(default_factory=bytearray)
    surrogate: int = 0
    skipping: int = 0
    binary: int = 0

    def said(self, text: str) -> None:
        """Text, in the state of now."""
        raise NotImplementedError

    def letters(self, word: str, number: int | None) -> None:
        """What bytes mean from here on."""
        if word == "bin":
            self.binary = max(0, number or 0)
        elif word == "ansicpg" and number:
            self._charset(f"cp{number}")
        elif word in CODEPAGES:
            self._charset(CODEPAGES[word])
        elif word == "uc":
            self.state = replace(self.state, skip=max(0, min(number if number is not None else 1, 16)))
        elif number is not None:
            self._font(word, number)

    def _charset(self, name: str) -> None:
        try:
            self.codec = codecs.lookup(name).name
        except LookupError:
            self.builder.notice(
                "encoding-guessed", f"The document names an unknown code page ({name}); it was read as {self.codec}."
            )

    def _font(self, word: str, number: int) -> None:
        if word == "f":
            self.state = replace(self.state, font=number)
        elif self.state.destination == "fonttbl" and number in _CHARSETS:
            self.fonts[self.state.font] = _CHARSETS[number]

    def plain(self, text: bytes) -> None:
        """A stretch of plain bytes."""
        if self.state.destination == "pict":
            self.picture += text
            return
        if self.skipping:
            used = min(self.skipping, len(text))
            self.skipping -= used
            text = text[used:]
        self.pending += text

    def byte(self, code: int) -> None:
        """One byte, written as a number."""
        if self.skipping:
            self.skipping -= 1
        else:
            self.pending.append(code)

    def unicode(self, code: int) -> None:
        """One UTF-16 unit, written as a number; the fallback after it is passed over."""
        self.decode()
        self.skipping = self.state.skip
        if 0xD800 <= code < 0xDC00:
            self.surrogate = code
        elif 0xDC00 <= code < 0xE000:
            if self.surrogate:
                self.said(chr(0x10000 + ((self.surrogate - 0xD800) << 10) + code - 0xDC00))
            self.surrogate = 0
        else:
            self.said(chr(code))

    def decode(self) -> None:
        """Hand on the bytes collected so far."""
        if not self.pending:
            return
        data, self.pending = bytes(self.pending), bytearray()
        codec = self.fonts.get(self.state.font, self.codec)
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            text = data.decode("latin-1")
            self.builder.notice(
                "undecodable", f"{data[:20]!r} is not {codec}; it was read byte by byte.", text[:40], "review"
            )
        self.said(text)
