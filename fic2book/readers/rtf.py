"""Rich Text Format: a walk over its tokens. The libraries there are (striprtf, pyth) drop bold and italics, which stories live by.

Source: Rich Text Format Specification 1.9.1, chapters "Conventions of an RTF reader", "Unicode RTF", "Character text".
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import Final

from fic2book.errors import SourceError
from fic2book.model import Manuscript, Metadata
from fic2book.readers.builder import Builder
from fic2book.readers.html import finish
from fic2book.readers.pictures import Pictures

_TOKEN: Final = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|'(?P<hex>[0-9a-fA-F]{2})|(?P<symbol>[^a-zA-Z]))"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<feed>[\r\n]+)|(?P<text>[^\\{}\r\n]+)|(?P<end>\\$)",
    re.DOTALL,
)
_HIDDEN: Final = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info fldinst header footer headerl headerr headerf "
    "footerl footerr footerf ftnsep ftnsepc aftnsep aftnsepc xe tc bkmkstart bkmkend themedata colorschememapping latentstyles datastore "
    "xmlnstbl mmathPr nonshppict private atrfstart atrfend annotation atnid atnauthor filetbl listtext pntext pntxta pntxtb objdata".split()
)
"""Destinations that hold no text of the document."""

_MARKS: Final = {
    "b": "b",
    "i": "em",
    "ul": "u",
    "strike": "s",
    "scaps": "smallcaps",
    "super": "sup",
    "sub": "sub",
    "uld": "u",
    "uldb": "u",
    "ulw": "u",
}
_SPECIAL: Final = {
    "emdash": "\N{EM DASH}", "endash": "\N{EN DASH}", "lquote": "\N{LEFT SINGLE QUOTATION MARK}", "rquote": "\N{RIGHT SINGLE QUOTATION MARK}",
    "ldblquote": "\N{LEFT DOUBLE QUOTATION MARK}", "rdblquote": "\N{RIGHT DOUBLE QUOTATION MARK}", "bullet": "\N{BULLET}", "tab": " ",
    "emspace": "\N{EM SPACE}", "enspace": "\N{EN SPACE}", "zwj": "\N{ZERO WIDTH JOINER}", "zwnj": "\N{ZERO WIDTH NON-JOINER}",
}  # fmt: skip
_SYMBOLS: Final = {
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"~": "\N{NO-BREAK SPACE}",
    b"_": "\N{NON-BREAKING HYPHEN}",
    b"-": "",
}
_CODEPAGES: Final = {"mac": "mac-roman", "pca": "cp850", "pc": "cp437"}
_LETTERS: Final = frozenset({"bin", "ansicpg", "uc", "f", "fcharset", *_CODEPAGES})
_ALIGN: Final = {"qc": "center", "qr": "right", "ql": "", "qj": ""}
_CHARSETS: Final = {128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
                    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}  # fmt: skip
DEPTH: Final = 10_000


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


def read_bytes(name: str, data: bytes, encoding: str, digest: str) -> Manuscript:
    """The reader of the table."""
    walk = _Walk(Builder(), encoding or "cp1252")
    walk.walk(data)
    if walk.depth > 0:
        walk.builder.notice(
            "truncated",
            "The file ends within a group: its end may be missing. What is there was read.",
            severity="warning",
        )
    if walk.failed:
        raise SourceError(f"{name} nests groups more than {DEPTH:,} levels deep; it is damaged or an attack.")
    walk.pictures.report()
    title, author = (walk.information.get(key, "").strip() for key in ("title", "author"))
    if title or author:
        walk.builder.metadata = Metadata(title=title)
    return finish(walk.builder, name, "rtf", walk.codec, digest)


@dataclass(slots=True)
class _Walk:
    """One pass over the tokens."""

    builder: Builder
    codec: str
    stack: list[State] = field(default_factory=list)
    state: State = field(default_factory=State)
    fonts: dict[int, str] = field(default_factory=dict)
    pending: bytearray = field(default_factory=bytearray)  # eight-bit characters not yet decoded
    surrogate: int = 0
    skipping: int = 0
    picture: bytearray = field(default_factory=bytearray)
    binary: int = 0
    starred: bool = False
    information: dict[str, str] = field(default_factory=dict)
    paragraph: bool = False
    failed: bool = False
    pictures: Pictures = field(init=False)

    def __post_init__(self) -> None:
        self.pictures = Pictures(self.builder)

    @property
    def depth(self) -> int:
        return len(self.stack)

    def walk(self, data: bytes) -> None:
        position = 0
        while position < len(data) and not self.failed:
            match = _TOKEN.match(data, position)
            if match is None:
                break
            position = match.end()
            kind = match.lastgroup if match.lastgroup != "number" else "word"
            if kind == "text":
                self._plain(match["text"])
            elif kind == "word":
                self._word(match["word"].decode("ascii"), int(match["number"]) if match["number"] else None)
                position, self.binary = position + self.binary, 0
            elif kind == "hex":
                self._byte(int(match["hex"], 16))
            elif kind == "symbol":
                self._symbol(match["symbol"])
            elif kind == "open":
                self._open()
            elif kind == "close":
                self._close()
        self._end_paragraph()

    # ------------------------------------------------------------ groups

    def _open(self) -> None:
        self._decode()
        self.stack.append(self.state)
        self.skipping = 0
        self.failed = len(self.stack) > DEPTH

    def _close(self) -> None:
        self._decode()
        if self.state.destination == "pict" and self.picture:
            self._picture()
        if self.stack:
            footnote = self.state.destination == "footnote" and self.stack[-1].destination != "footnote"
            self.state = self.stack.pop()
            if footnote:
                self.builder.added("]", "note")
        self.starred = False
        self.skipping = 0

    def _enter(self, destination: str) -> None:
        self.state = replace(self.state, destination=destination)

    # ------------------------------------------------------------ tokens

    def _word(self, word: str, number: int | None) -> None:
        if self.skipping and word not in {"u", "par", "line"}:
            self.skipping = 0
        if word == "u" and number is not None:
            self._unicode(number % 65536)
            return
        self._decode()
        starred, self.starred = self.starred, False
        if word in {"title", "author"} and self.state.destination == "info":
            self._enter(f"info:{word}")
        elif word == "pict":
            self.picture.clear()
            self._enter("pict")
        elif word == "footnote":
            self._begin()
            self.builder.added(" [", "note")
            self._enter("footnote")
        elif word in _HIDDEN or (starred and word not in {"shppict", "bkmkstart"}):
            self._enter(word)
        elif word in _LETTERS:
            self._letters(word, number)
        elif self.state.destination in {"", "footnote"}:
            self._format(word, number)

    def _letters(self, word: str, number: int | None) -> None:
        """What bytes mean from here on."""
        if word == "bin":
            self.binary = max(0, number or 0)
        elif word == "ansicpg" and number:
            self._charset(f"cp{number}")
        elif word in _CODEPAGES:
            self._charset(_CODEPAGES[word])
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

    def _format(self, word: str, number: int | None) -> None:
        if word in {"par", "sect", "page", "row"}:
            self._end_paragraph(blank=word == "par")
        elif word == "cell":
            self._begin()
            self.builder.added("\t", "cell")
        elif word == "line":
            self._begin()
            self.builder.line_break()
        elif word in _SPECIAL:
            self._text(_SPECIAL[word])
        else:
            self._look(word, number)

    def _look(self, word: str, number: int | None) -> None:
        """Marks, alignment and heading levels."""
        state = self.state
        if word == "pard":
            self.state = replace(state, align="", heading=0)
        elif word == "plain":
            self.state = replace(state, marks=frozenset(), hidden=False)
        elif word == "v":
            self.state = replace(state, hidden=number != 0)
        elif word in _ALIGN:
            self.state = replace(state, align=_ALIGN[word])
        elif word == "outlinelevel" and number is not None and 0 <= number < 6:
            self.state = replace(state, heading=number + 1)
        elif word in _MARKS:
            mark = _MARKS[word]
            self.state = replace(state, marks=state.marks - {mark} if number == 0 else state.marks | {mark})
        elif word == "ulnone":
            self.state = replace(state, marks=state.marks - {"u"})
        elif word == "nosupersub":
            self.state = replace(state, marks=state.marks - {"sup", "sub"})

    def _symbol(self, symbol: bytes) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        if symbol == b"*":
            self.starred = True
        elif symbol in {b"\n", b"\r"}:
            self._decode()
            self._end_paragraph()
        elif symbol in _SYMBOLS:
            self._decode()
            self._text(_SYMBOLS[symbol])

    def _plain(self, text: bytes) -> None:
        if self.state.destination == "pict":
            self.picture += text
            return
        if self.skipping:
            used = min(self.skipping, len(text))
            self.skipping -= used
            text = text[used:]
        self.pending += text

    def _byte(self, code: int) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            self.pending.append(code)

    def _unicode(self, code: int) -> None:
        self._decode()
        self.skipping = self.state.skip
        if 0xD800 <= code < 0xDC00:
            self.surrogate = code
        elif 0xDC00 <= code < 0xE000:
            if self.surrogate:
                self._text(chr(0x10000 + ((self.surrogate - 0xD800) << 10) + code - 0xDC00))
            self.surrogate = 0
        else:
            self._text(chr(code))

    def _decode(self) -> None:
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
        self._text(text)

    # ------------------------------------------------------------ text

    def _text(self, text: str) -> None:
        if not text or self.state.hidden:
            return
        destination = self.state.destination
        if destination.startswith("info:"):
            key = destination.removeprefix("info:")
            self.information[key] = self.information.get(key, "") + text
        elif destination in {"", "footnote", "shppict", "fldrslt"}:
            self._begin()
            self.builder.formats = tuple(sorted(self.state.marks))
            self.builder.text(text)

    def _begin(self) -> None:
        if not self.paragraph:
            context = self.builder.context._replace(
                name="p", align=self.state.align, heading=self.state.heading, paragraph=True
            )
            self.builder.open(context, block=True)
            self.paragraph = True

    def _end_paragraph(self, *, blank: bool = True) -> None:
        self._decode()
        if not self.paragraph and not blank:
            return
        self._begin()
        self.builder.close()
        self.paragraph = False

    def _picture(self) -> None:
        digits = bytes(self.picture.translate(None, b" \t\r\n"))
        self.picture.clear()
        try:
            data = bytes.fromhex(digits.decode("ascii"))
        except ValueError:
            return
        self._begin()
        self.pictures.add_bytes(data)
