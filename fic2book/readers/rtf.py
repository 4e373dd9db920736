"""Rich Text Format: a walk over its tokens. The libraries there are (striprtf, pyth) drop bold and italics, which stories live by.

Source: Rich Text Format Specification 1.9.1, chapters "Conventions of an RTF reader", "Unicode RTF", "Character text".
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from fic2book.errors import SourceError
from fic2book.model import Manuscript, Metadata
from fic2book.readers.builder import Builder
from fic2book.readers.html import finish
from fic2book.readers.markup import safe_link
from fic2book.readers.pictures import Pictures
from fic2book.readers.rtf_letters import LETTERS, Letters, State
from fic2book.readers.rtf_words import ALIGN, HIDDEN, LINK, MARKS, SPECIAL, SYMBOLS, TAKEN, TOKEN

DEPTH: Final = 10_000


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
class _Walk(Letters):
    """One pass over the tokens."""

    stack: list[State] = field(default_factory=list)
    starred: bool = False
    information: dict[str, str] = field(default_factory=dict)
    instruction: str = ""  # of a field: what its result stands for
    bullet: str = ""  # of a list item that begins
    side: str = ""  # of the border that is being described
    broken: bool = False  # a paragraph ended within a cell, and the cell may go on
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
            match = TOKEN.match(data, position)
            if match is None:
                break
            position = match.end()
            kind = match.lastgroup if match.lastgroup != "number" else "word"
            if kind == "text":
                self.plain(match["text"])
            elif kind == "word":
                self._word(match["word"].decode("ascii"), int(match["number"]) if match["number"] else None)
                position, self.binary = position + self.binary, 0
            elif kind == "hex":
                self.byte(int(match["hex"], 16))
            elif kind == "symbol":
                self._symbol(match["symbol"])
            elif kind == "open":
                self._open()
            elif kind == "close":
                self._close()
        self._end_paragraph()

    # ------------------------------------------------------------ groups

    def _open(self) -> None:
        self.decode()
        self.stack.append(self.state)
        self.skipping = 0
        self.failed = len(self.stack) > DEPTH

    def _close(self) -> None:
        self.decode()
        if self.state.destination == "pict" and self.picture:
            self._picture()
        if self.stack:
            footnote = self.state.destination == "footnote" and self.stack[-1].destination != "footnote"
            self.state = self.stack.pop()
            if footnote:
                self.builder.added("]", "note")
        self.starred = False
        self.skipping = 0

    def _take(self, word: str) -> None:
        """A field's instruction, the text it stands for, or the bullet of a list item."""
        if word == "fldinst":
            self.instruction = ""
        elif word == "fldrslt":
            match = LINK.search(self.instruction)
            self.state = replace(self.state, href=safe_link(match[1]) if match else "")
            return
        else:
            self.bullet = ""
        self._enter("bullet" if word in {"listtext", "pntext"} else word)

    def _enter(self, destination: str) -> None:
        self.state = replace(self.state, destination=destination)

    # ------------------------------------------------------------ tokens

    def _word(self, word: str, number: int | None) -> None:
        if self.skipping and word not in {"u", "par", "line"}:
            self.skipping = 0
        if word == "u" and number is not None:
            self.unicode(number % 65536)
            return
        self.decode()
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
        elif word in TAKEN:
            self._take(word)
        elif word in HIDDEN or (starred and word not in {"shppict", "bkmkstart"}):
            self._enter(word)
        elif word in LETTERS:
            self.letters(word, number)
        elif self.state.destination in {"", "footnote"}:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        if word == "par" and self.state.cell and self.paragraph:
            self.broken = True
        elif word in {"par", "sect", "page", "row"}:
            self._end_paragraph(blank=word == "par")
        elif word == "cell":
            self.broken = False
            self._begin()
            self.builder.added("\t", "cell")
        elif word == "line":
            self._begin()
            self.builder.line_break()
        elif word in SPECIAL:
            self.said(SPECIAL[word])
        else:
            self._look(word, number)

    def _look(self, word: str, number: int | None) -> None:
        """What a letter looks like, or the paragraph it stands in."""
        state = self.state
        if word == "plain":
            self.state = replace(state, marks=frozenset(), hidden=False)
        elif word == "v":
            self.state = replace(state, hidden=number != 0)
        elif word in {"up", "dn"}:
            raised = {"up": "sup", "dn": "sub"}[word]
            self.state = replace(state, marks=state.marks - {"sup", "sub"} | ({raised} if number != 0 else set()))
        elif word in MARKS:
            mark = MARKS[word]
            self.state = replace(state, marks=state.marks - {mark} if number == 0 else state.marks | {mark})
        elif word == "ulnone":
            self.state = replace(state, marks=state.marks - {"u"})
        elif word == "nosupersub":
            self.state = replace(state, marks=state.marks - {"sup", "sub"})
        else:
            self._layout(word, number)

    def _layout(self, word: str, number: int | None) -> None:
        """Alignment, heading levels, lists, tables, lines."""
        state = self.state
        if word == "pard":
            self.state = replace(state, align="", heading=0, level=1, cell=False, lined=False)
        elif word in ALIGN:
            self.state = replace(state, align=ALIGN[word])
        elif word == "outlinelevel" and number is not None and 0 <= number < 6:
            self.state = replace(state, heading=number + 1)
        elif word == "ilvl" and number is not None:
            self.state = replace(state, level=max(0, min(number, 8)) + 1)
        elif word == "intbl":
            self.state = replace(state, cell=True)
        elif word.startswith("brdr"):
            self._border(word)

    def _border(self, word: str) -> None:
        """A line below an empty paragraph is how word processors draw a horizontal rule."""
        if word in {"brdrb", "brdrt", "brdrl", "brdrr"}:
            self.side = word
        elif self.side == "brdrb" and word not in {"brdrw", "brdrcf"}:
            self.state = replace(self.state, lined=word not in {"brdrnone", "brdrnil"})

    def _symbol(self, symbol: bytes) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        if symbol == b"*":
            self.starred = True
        elif symbol in {b"\n", b"\r"}:
            self.decode()
            self._end_paragraph()
        elif symbol in SYMBOLS:
            self.decode()
            self.said(SYMBOLS[symbol])

    # ------------------------------------------------------------ text

    def said(self, text: str) -> None:
        if not text or self.state.hidden:
            return
        destination = self.state.destination
        if destination.startswith("info:"):
            key = destination.removeprefix("info:")
            self.information[key] = self.information.get(key, "") + text
        elif destination == "fldinst":
            self.instruction += text
        elif destination == "bullet":
            self.bullet += text
        elif destination in {"", "footnote", "shppict"}:
            self._begin()
            if self.broken:
                self.builder.line_break()
                self.broken = False
            self.builder.formats = tuple(sorted(self.state.marks))
            self._linked(text) if self.state.href else self.builder.text(text)

    def _linked(self, text: str) -> None:
        self.builder.open(self.builder.context._replace(href=self.state.href), block=False)
        self.builder.text(text)
        self.builder.close()

    def _begin(self) -> None:
        if not self.paragraph:
            marker = self.bullet.strip()
            context = self.builder.context._replace(
                name="li" if marker else "p",
                align=self.state.align,
                heading=self.state.heading,
                paragraph=True,
                lists=self.state.level if marker else 0,
            )
            self.builder.open(context, block=True, marker=marker)
            self.paragraph = True

    def _end_paragraph(self, *, blank: bool = True) -> None:
        self.decode()
        if not self.paragraph and not blank:
            return
        if self.state.lined and not self.paragraph:
            self.builder.rule()
            return
        self._begin()
        self.builder.close()
        self.paragraph = self.broken = False
        self.bullet = ""

    def _picture(self) -> None:
        digits = bytes(self.picture.translate(None, b" \t\r\n"))
        self.picture.clear()
        try:
            data = bytes.fromhex(digits.decode("ascii"))
        except ValueError:
            return
        self._begin()
        self.pictures.add_bytes(data)
